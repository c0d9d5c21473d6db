"""Shows, field by field, what a changed rule changes: over the samples and over the archive."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from replies.ingest.rereading import LETTER, READ_FIELDS, Rereading, accept, rereadings, said_apart, words_for
from replies.ingest.sample_readings import accept_sample, sample_readings
from replies.models import Reply

SAMPLES = settings.BASE_DIR / "fixtures" / "samples"
LINE = 160
LEAD = 20


class Command(BaseCommand):
    help = "List what reading again would change; --accept writes it. Fields that people settled stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--samples", type=Path, default=SAMPLES, metavar="FOLDER")
        parser.add_argument("--accept", action="store_true", help="keep the new readings")

    def handle(self, *args: Any, **options: Any) -> None:
        changed = self._samples(options["samples"], options["accept"])
        counts, kept = self._archive(options["accept"])
        self.stdout.write(f"样例：{_summary(changed)}。")
        self.stdout.write(f"档案：{_summary(counts)}。")
        if kept:
            self.stdout.write(f"人工确认过而保持不变：{_summary(kept)}。")
        if (changed or counts) and not options["accept"]:
            self.stdout.write("没有写入任何内容。确认后加 --accept 写入。")

    def _samples(self, folder: Path, keep: bool) -> Counter[str]:
        counts: Counter[str] = Counter()
        for reading in sample_readings(folder):
            for key in reading.changed:
                counts[key] += 1
                self._line(reading.path.name, key, reading.old.get(key), reading.new[key])
            if keep and reading.changed:
                accept_sample(reading)
        return counts

    def _archive(self, keep: bool) -> tuple[Counter[str], Counter[str]]:
        counts: Counter[str] = Counter()
        kept: Counter[str] = Counter()
        for rereading in rereadings(Reply.objects.all(), READ_FIELDS | {LETTER}):
            counts.update(rereading.changed)
            kept.update(rereading.kept)
            self._tell(rereading)
            if keep and rereading.changed:
                accept(rereading, by=None)
        return counts, kept

    def _tell(self, rereading: Rereading) -> None:
        for name in sorted(rereading.changed - {LETTER}):
            old, new = getattr(rereading.now, name), getattr(rereading.reading.values, name)
            self._line(f"#{rereading.reply.pk}", words_for({name}), old, new)
        if LETTER in rereading.changed:
            self.stdout.write(f"#{rereading.reply.pk}  {words_for({LETTER})}")

    def _line(self, where: str, name: str, old: Any, new: Any) -> None:
        before, after = _from_where_they_part(*said_apart(old, new))
        self.stdout.write(f"{where}  {name}\n  - {before[:LINE]}\n  + {after[:LINE]}")


def _from_where_they_part(before: str, after: str) -> tuple[str, str]:
    """In one line each, without a long beginning that both share."""
    before, after = " ".join(before.split()), " ".join(after.split())
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    if shared <= 2 * LEAD:
        return before, after
    return f"{before[:LEAD]}…{before[shared - LEAD :]}", f"{after[:LEAD]}…{after[shared - LEAD :]}"


def _summary(counts: Counter[str]) -> str:
    lines = (f"{words_for({name}) or name} {count}" for name, count in counts.most_common())
    return "，".join(lines) or "没有变化"
