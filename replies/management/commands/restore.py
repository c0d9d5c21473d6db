from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.backups import BackupFailed, back_up, holding, rehearse, restore


class Command(BaseCommand):
    help = "Puts a backup in the place of what there is, whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="replace what there is, without asking")
        parser.add_argument(
            "--rehearse", action="store_true", help="restore beside the archive, check, and throw away"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._rehearse(options["file"]) if options["rehearse"] else self._restore(options)
        except BackupFailed as failure:
            raise CommandError(str(failure)) from failure

    def _rehearse(self, file: Path) -> None:
        found = rehearse(file)
        self.stdout.write(
            f"演练成功：答复 {found.replies} 件，原始文档 {found.originals} 份，现有数据没有改动。"
        )

    def _restore(self, options: dict[str, Any]) -> None:
        now = holding()
        if now.replies or now.originals:
            if not options["yes"]:
                raise CommandError(
                    f"现有答复 {now.replies} 件、原始文档 {now.originals} 份会被替换。确定要替换，请加 --yes。"
                )
            self.stdout.write(f"现有数据先备份到 {back_up()}")
        found = restore(options["file"])
        self.stdout.write(
            f"已恢复：答复 {found.replies} 件，原始文档 {found.originals} 份。请再运行 manage.py prepare。"
        )
