"""Gives topics anew over the whole archive, after staff changed their terms."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from replies.ingest.rereading import Rereading, accept, rereadings
from replies.models import Reply, Topic


class Command(BaseCommand):
    help = "List which topics would be given and taken; --apply does it. Topics that people settled stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--apply", action="store_true", help="write the changes")

    def handle(self, *args: Any, **options: Any) -> None:
        names = dict(Topic.objects.values_list("slug", "name"))
        changed = kept = 0
        for rereading in rereadings(Reply.objects.all(), among={"topics"}):
            kept += bool(rereading.kept)
            if not rereading.changed:
                continue
            changed += 1
            self._tell(rereading, names)
            if options["apply"]:
                accept(rereading, by=None)
        done = "已改" if options["apply"] else "将改"
        self.stdout.write(f"{done} {changed} 件；人工确认过而保持不变 {kept} 件。")
        if changed and not options["apply"]:
            self.stdout.write("没有写入任何内容。确认后加 --apply 写入。")

    def _tell(self, rereading: Rereading, names: dict[str, str]) -> None:
        now, new = rereading.now.topics, rereading.reading.values.topics
        self.stdout.write(f"#{rereading.reply.pk} {rereading.reply}")
        for slug in sorted(now - new):
            self.stdout.write(f"  - {names.get(slug, slug)}")
        for slug in sorted(new - now):
            evidence = rereading.reading.evidence[slug]["evidence"]
            words = "、".join(word["text"] for word in evidence[:5])
            self.stdout.write(f"  + {names.get(slug, slug)}（{words}）")
