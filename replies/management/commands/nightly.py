from typing import Any

from django.core.management.base import BaseCommand

from archive.setup import nightly


class Command(BaseCommand):
    help = "What is to be run every night: brings the search index up to date, removes ended sessions."

    def handle(self, *args: Any, **options: Any) -> None:
        nightly(self.stdout.write)
