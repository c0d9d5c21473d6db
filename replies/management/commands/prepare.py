from typing import Any

from django.core.management.base import BaseCommand

from archive.setup import prepare


class Command(BaseCommand):
    help = "Brings tables, divisions, topics and the search index up to date. Safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        prepare(self.stdout.write)
