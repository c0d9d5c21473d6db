"""Proving that the index and the replies agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from django.db.models import QuerySet

from replies.models import IndexBuild, IndexEntry, Reply

from .check_rows import differing
from .entry_text import facts_of, text_of
from .index import entry
from .names import names_missing
from .searched import Searched, searched

AT_ONCE = 512
FACTS = ("day", "city", "agencies", "outcome", "kinds", "topics", "phases")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A reply for which the index and the archive do not say the same; 0 where it is not about one reply."""

    reply_id: int
    reason: str


def check() -> Iterator[Disagreement]:
    """Every published reply against its entry, every text against the rows, every name against its keys.

    What is published or taken back while it runs may be told as a disagreement; run it again then.
    """
    build = IndexBuild.objects.filter(current=True).first()
    living = IndexEntry.objects.filter(build=build, live=True)
    left = set(living.values_list("reply_id", flat=True))
    upto = 0
    while replies := _after(upto):
        yield from _entries(replies, living)
        left.difference_update(reply.pk for reply in replies)
        upto = replies[-1].pk
    yield from (Disagreement(reply_id, "left over") for reply_id in sorted(left))
    if build:
        wrong = living.filter(ordinal__in=list(differing(build)))
        yield from (Disagreement(pk, "words differ") for pk in wrong.values_list("reply_id", flat=True))
    if missing := names_missing():
        yield Disagreement(0, f"names missing: {missing}")


def _after(pk: int) -> list[Searched]:
    following = Reply.objects.published().filter(pk__gt=pk).order_by("pk")
    return searched(following.values_list("pk", flat=True)[:AT_ONCE])


def _entries(replies: Sequence[Searched], living: QuerySet[IndexEntry]) -> Iterator[Disagreement]:
    held = {own.reply_id: own for own in living.filter(reply_id__in=[reply.pk for reply in replies])}
    for reply in replies:
        own = held.get(reply.pk)
        if own is None:
            yield Disagreement(reply.pk, "missing")
        elif not _agrees(own, reply):
            yield Disagreement(reply.pk, "outdated")


def _agrees(own: IndexEntry, reply: Searched) -> bool:
    text, facts = text_of(reply), facts_of(reply)
    expected = entry(own.build, own.ordinal, reply.pk, text, facts, own.changed)
    same = all(getattr(own, name) == getattr(expected, name) for name in (*FACTS, "fingerprint"))
    return same and own.texts in (None, list(astuple(text)))
