"""Databases for the tests, made like the real one: from template0, with the locale spelled out."""

from django.db.backends.postgresql.creation import DatabaseCreation as PostgresCreation

from archive.embedded.cluster import DATABASE_LOCALE


class DatabaseCreation(PostgresCreation):
    def _get_database_create_suffix(self, encoding: str | None = None, template: str | None = None) -> str:
        """A copy of a test database takes its locale from there; everything else from template0."""
        if template:
            return f"WITH TEMPLATE {self.connection.ops.quote_name(template)}"
        return f"WITH TEMPLATE template0 {DATABASE_LOCALE}"
