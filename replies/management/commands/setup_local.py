from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.serving import serve_local
from archive.setup import prepare_local


class Command(BaseCommand):
    help = "Makes the archive ready on one's own machine, with sample replies and a staff account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--serve", metavar="PORT", type=int, help="then serve on http://127.0.0.1:PORT")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("ARCHIVE_PRODUCTION is set; use `manage.py prepare`.")
        prepare_local(self.stdout.write)
        if options["serve"]:
            serve_local(options["serve"])
