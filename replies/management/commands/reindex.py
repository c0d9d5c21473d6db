"""Rebuilds the search index in one swap, or proves that it agrees with the replies."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from replies.search.check import check
from replies.search.rebuild import is_needed, rebuild


class Command(BaseCommand):
    help = "Rebuilds the search index beside the one in use and swaps them; goes on where it was stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-needed", action="store_true", help="only if the way of cutting has changed")
        parser.add_argument("--check", action="store_true", help="compare index and replies, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self.check_index()
        elif options["if_needed"] and not is_needed():
            self.stdout.write(_("检索索引无需重建。"))
        else:
            count = rebuild(self.show)
            self.stdout.write(_("检索索引已重建：%(count)s 件答复。") % {"count": count})

    def show(self, done: int, of_all: int) -> None:
        self.stdout.write(f"{done} / {of_all}")

    def check_index(self) -> None:
        faults = check(self.show)
        for fault in faults:
            self.stdout.write(f"{fault.reply_id}\t{fault.reason}")
        if faults:
            raise CommandError(_("索引与答复不一致：%(count)s 处。请运行 reindex。") % {"count": len(faults)})
        self.stdout.write(_("索引与答复一致。"))
