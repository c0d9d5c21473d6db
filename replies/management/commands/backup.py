from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.backups import BackupFailed, back_up


class Command(BaseCommand):
    help = "Writes database and originals into one file, for its owner's eyes only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="default: a new file under var/backups")
        parser.add_argument("--keep", type=int, help="so many of the latest under var/backups stay")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            file = back_up(options["file"], keep=options["keep"])
        except BackupFailed as failure:
            raise CommandError(str(failure)) from failure
        self.stdout.write(
            f"已备份：{file}（{file.stat().st_size / 1_000_000:.1f} MB）。文件含未遮盖的个人信息，请妥善保管。"
        )
