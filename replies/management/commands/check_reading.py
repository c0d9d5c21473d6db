"""Shows, part by part, what a changed rule changes: over the samples and over the archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from replies.ingest.changes import Change, changes
from replies.ingest.rereading import LETTER, READ_FIELDS, Rereading, accept, rereadings, words_for
from replies.ingest.sample_readings import accept_sample, sample_readings
from replies.models import Reply

SAMPLES = settings.BASE_DIR / "fixtures" / "samples"
SORTS = {"new": "新读出", "gone": "不再读出", "other": "改"}


class Command(BaseCommand):
    help = "List what reading again would change; --accept writes it. Fields that people settled stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--samples", type=Path, default=SAMPLES, metavar="FOLDER")
        parser.add_argument("--examples", type=int, metavar="N", help="list N changes of each kind, not all")
        parser.add_argument("--accept", action="store_true", help="keep the new readings")

    def handle(self, *args: Any, **options: Any) -> None:
        self._kept: Counter[str] = Counter()
        told = [
            self._tell("样例", self._samples(options["samples"], options["accept"]), options["examples"]),
            self._tell("档案", self._archive(options["accept"]), options["examples"]),
        ]
        if self._kept:
            fields = "，".join(f"{words_for({name})} {count}" for name, count in self._kept.most_common())
            self.stdout.write(f"人工确认过而保持不变：{fields}。")
        if any(told) and not options["accept"]:
            self.stdout.write("没有写入任何内容。确认后加 --accept 写入。")

    def _samples(self, folder: Path, keep: bool) -> Iterable[tuple[str, list[Change]]]:
        for reading in sample_readings(folder):
            found = [changes(key, reading.old.get(key), reading.new[key]) for key in reading.changed]
            yield reading.path.name, [change for each in found for change in each]
            if keep and reading.changed:
                accept_sample(reading)

    def _archive(self, keep: bool) -> Iterable[tuple[str, list[Change]]]:
        for rereading in rereadings(Reply.objects.all(), READ_FIELDS | {LETTER}):
            self._kept.update(rereading.kept)
            yield f"#{rereading.reply.pk} {rereading.reply}", _changes_of(rereading)
            if keep and rereading.changed:
                accept(rereading, by=None)

    def _tell(self, of: str, found: Iterable[tuple[str, list[Change]]], examples: int | None) -> bool:
        """Lists the changes of each letter, then how many there are of each kind; whether there are any."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        letters = 0
        for letter, made in found:
            letters += bool(made)
            shown = [change for change in made if _counted(change, counts) <= (examples or float("inf"))]
            if shown:
                self.stdout.write("\n    ".join([letter, *map(str, shown)]))
        self.stdout.write(f"{of}：{f'{letters} 件有变化' if letters else '没有变化'}。")
        for kind, sorts in sorted(counts.items(), key=lambda pair: -pair[1].total()):
            said = "，".join(f"{words} {sorts[sort]}" for sort, words in SORTS.items() if sorts[sort])
            self.stdout.write(f"    {kind}：{said}")
        return bool(letters)


def _changes_of(rereading: Rereading) -> list[Change]:
    old, new = rereading.now, rereading.reading.values
    names = sorted(rereading.changed - {LETTER})
    found = [change for name in names for change in changes(name, getattr(old, name), getattr(new, name))]
    if LETTER in rereading.changed:
        found += changes(words_for({LETTER}), rereading.reply.letter, rereading.reading.letter)
    return found


def _counted(change: Change, counts: defaultdict[str, Counter[str]]) -> int:
    """How many of that kind there are with this one."""
    counts[change.kind][change.sort] += 1
    return counts[change.kind].total()
