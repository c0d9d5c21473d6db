"""Gives topics anew over the whole archive, after staff changed their terms."""

from __future__ import annotations

from collections import Counter
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
        given, taken = Counter[str](), Counter[str]()
        changed = kept = 0
        for rereading in rereadings(Reply.objects.all(), among={"topics"}):
            kept += bool(rereading.kept)
            if not rereading.changed:
                continue
            changed += 1
            now, new = rereading.now.topics, rereading.reading.values.topics
            taken.update(now - new)
            given.update(new - now)
            self._tell(rereading, names)
            if options["apply"]:
                accept(rereading, by=None)
        for slug in sorted(given.keys() | taken.keys(), key=lambda each: -given[each] - taken[each]):
            self.stdout.write(f"{names.get(slug, slug)}：增加 {given[slug]} 件，去掉 {taken[slug]} 件")
        done = "已改" if options["apply"] else "将改"
        self.stdout.write(f"{done} {changed} 件；人工确认过而保持不变 {kept} 件。")
        if changed and not options["apply"]:
            self.stdout.write("没有写入任何内容。确认后加 --apply 写入。")

    def _tell(self, rereading: Rereading, names: dict[str, str]) -> None:
        """Each topic with the words in the letter that it was, or would be, given for."""
        now, new = rereading.now.topics, rereading.reading.values.topics
        held = {link.topic_id: link.evidence for link in rereading.reply.topic_links.all()}
        self.stdout.write(f"#{rereading.reply.pk} {rereading.reply}")
        for slug in sorted(now - new):
            self.stdout.write(f"  - {names.get(slug, slug)}（原依据：{_words(held.get(slug, []))}）")
        for slug in sorted(new - now):
            evidence = rereading.reading.evidence[slug]["evidence"]
            self.stdout.write(f"  + {names.get(slug, slug)}（{_words(evidence)}）")


def _words(evidence: list[dict[str, Any]], most: int = 5) -> str:
    words = list(dict.fromkeys(word["text"] for word in evidence))
    return "、".join(words[:most]) or "无"
