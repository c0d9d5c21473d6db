from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from archive.translations import add_untranslated, catalogue_files, compile_catalogues


class Command(BaseCommand):
    help = "Compiles the translations; with --collect first adds marked words that have none yet."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--collect", action="store_true", help="add untranslated words to the catalogues")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["collect"]:
            for path in catalogue_files():
                self.stdout.write(f"{path}: {add_untranslated(path)} without a translation")
        for path in compile_catalogues():
            self.stdout.write(f"compiled {path}")
