"""Proving that the index and the replies agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass

from pyroaring import BitMap

from replies.models import IndexBuild, IndexEntry, Reply

from .check_rows import differing
from .cutting import PARTS
from .entry_text import EntryText, facts_of, text_of
from .index import entry
from .names import names_missing
from .postings import Cut
from .rebuild import FEW_REPLIES, READ_AT_ONCE, Progress, silent
from .searched import Searched, searched
from .workers import workers

FACTS = ("day", "city", "agencies", "outcome", "kinds", "topics", "phases")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A reply for which the index and the archive do not say the same; 0 where it is not about one reply."""

    reply_id: int
    reason: str


def check(progress: Progress = silent) -> list[Disagreement]:
    """Every published reply against its entry, every text against the rows, every name against its keys.

    What is published or taken back while it runs may be told as a disagreement; run it again then.  `progress`
    is told the steps done, of how many: replies read, and then parts of the index.
    """
    build = IndexBuild.objects.filter(current=True).first() or IndexBuild()
    of_all = Reply.objects.published().count()
    told: list[Disagreement] = []
    wrong = BitMap()
    with workers(of_all > FEW_REPLIES) as hands:
        settled = _settled(build, told, lambda done: progress(done, of_all + PARTS))
        for part, differ in enumerate(differing(build, settled, hands), 1):
            wrong |= differ
            progress(of_all + part, of_all + PARTS)
    of_wrong = IndexEntry.objects.filter(build=build.pk, ordinal__in=list(wrong))
    told += [Disagreement(pk, "words differ") for pk in of_wrong.values_list("reply_id", flat=True)]
    if missing := names_missing():
        told.append(Disagreement(0, f"names missing: {missing}"))
    return told


def _settled(build: IndexBuild, told: list[Disagreement], progress: Callable[[int], None]) -> Iterator[Cut]:
    """Every published reply that should be in the rows, as it is now; what is wrong with its entry is told."""
    living = IndexEntry.objects.filter(build=build.pk, live=True)
    left = set(living.values_list("reply_id", flat=True))
    upto = done = 0
    while replies := _after(upto):
        held = {own.reply_id: own for own in living.filter(reply_id__in=[reply.pk for reply in replies])}
        for reply in replies:
            own, text = held.get(reply.pk), text_of(reply)
            if own is None:
                told.append(Disagreement(reply.pk, "missing"))
                continue
            expected = entry(build, own.ordinal, reply.pk, text, facts_of(reply), own.changed)
            if not _agrees(own, expected, text):
                told.append(Disagreement(reply.pk, "outdated"))
            if own.texts is None:
                yield Cut(own.ordinal, text)
        left.difference_update(reply.pk for reply in replies)
        upto, done = replies[-1].pk, done + len(replies)
        progress(done)
    told += [Disagreement(reply_id, "left over") for reply_id in sorted(left)]


def _after(pk: int) -> list[Searched]:
    following = Reply.objects.published().filter(pk__gt=pk).order_by("pk")
    return searched(following.values_list("pk", flat=True)[:READ_AT_ONCE])


def _agrees(own: IndexEntry, expected: IndexEntry, text: EntryText) -> bool:
    same = all(getattr(own, name) == getattr(expected, name) for name in (*FACTS, "fingerprint"))
    return same and own.texts in (None, list(astuple(text)))
