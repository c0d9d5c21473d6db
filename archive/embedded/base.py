"""What Django asks an engine for: PostgreSQL's own answers, over a server that starts when it is needed."""

from __future__ import annotations

from typing import Any, ClassVar

import psycopg
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base as postgresql
from django.db.backends.postgresql.client import DatabaseClient as PostgresClient

from archive.embedded.cluster import EXPECTED_LOCALE, PORT, ROLE, Cluster
from archive.embedded.creation import DatabaseCreation
from archive.embedded.programs import program


class DatabaseClient(PostgresClient):
    executable_name = program("psql")


class DatabaseWrapper(postgresql.DatabaseWrapper):
    display_name = "PostgreSQL (embedded)"
    client_class = DatabaseClient
    creation_class = DatabaseCreation
    _checked: ClassVar[set[tuple[str, str]]] = set()

    def __init__(self, settings_dict: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(settings_dict, *args, **kwargs)
        self.cluster = Cluster(settings.ARCHIVE_VAR / "postgres")
        self.settings_dict.update(HOST=str(self.cluster.socket_folder), PORT=str(PORT), USER=ROLE)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connects; only when that fails looks after the server and the database, and tries once more."""
        if self.cluster.listens():
            try:
                return super().get_new_connection(conn_params)
            except psycopg.OperationalError:
                pass
        self.cluster.ensure_running()
        if self.settings_dict["NAME"]:
            self.cluster.ensure_database(self.settings_dict["NAME"])
        return super().get_new_connection(conn_params)

    def init_connection_state(self) -> None:
        super().init_connection_state()
        self._assert_locale()

    def _assert_locale(self) -> None:
        """Search and order rest on this locale, so a database with another one is refused at once."""
        key = (self.settings_dict["HOST"], self.settings_dict["NAME"] or "postgres")
        if key in self._checked:
            return
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_encoding_to_char(encoding), datlocprovider::text, datlocale"
                " FROM pg_database WHERE datname = current_database()"
            )
            found = cursor.fetchone()
        if found != EXPECTED_LOCALE:
            raise ImproperlyConfigured(
                f"Database {key[1]!r} has encoding and locale {found}, not {EXPECTED_LOCALE}."
            )
        self._checked.add(key)
