"""Proving that the index and the replies agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pyroaring import BitMap

from replies.models import IndexBuild, IndexEntry, Reply
from replies.text.grams import Words, grams

from .entry_text import facts_of, fingerprint, text_of, with_searched_parts
from .holding import looked_up
from .postings import Space
from .snapshot import Snapshot, current_snapshot

AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A reply for which the index and the archive do not say the same."""

    reply_id: int
    reason: str


def check() -> Iterator[Disagreement]:
    """Every published reply against its entry, and every gram and word of it against the rows."""
    build = IndexBuild.objects.filter(current=True).first()
    living = IndexEntry.objects.filter(build=build, live=True)
    held = dict(living.values_list("reply_id", "fingerprint"))
    upto = 0
    while replies := _after(upto):
        yield from _entries(replies, held)
        upto = replies[-1].pk
    yield from (Disagreement(reply_id, "left over") for reply_id in held)
    settled = living.filter(texts__isnull=True).order_by("ordinal").values_list("ordinal", "reply_id")
    snapshot = current_snapshot()
    rest = settled.iterator()
    while batch := list(islice(rest, AT_ONCE)):
        yield from _rows(snapshot, batch, snapshot.words)


def _after(pk: int) -> list[Reply]:
    return with_searched_parts(Reply.objects.published().filter(pk__gt=pk).order_by("pk")[:AT_ONCE])


def _entries(replies: Sequence[Reply], held: dict[int, str]) -> Iterator[Disagreement]:
    """Takes each reply's fingerprint out of `held`."""
    for reply in replies:
        own = held.pop(reply.pk, None)
        if own is None:
            yield Disagreement(reply.pk, "missing")
        elif own != fingerprint(text_of(reply), facts_of(reply)):
            yield Disagreement(reply.pk, "outdated")


def _rows(snapshot: Snapshot, batch: Sequence[tuple[int, int]], words: Words) -> Iterator[Disagreement]:
    """The rows say of these replies exactly what cutting them again says."""
    reply_of = dict(batch)
    ordinal_of = {pk: ordinal for ordinal, pk in batch}
    expected: defaultdict[str, BitMap] = defaultdict(BitMap)
    for reply in with_searched_parts(Reply.objects.filter(pk__in=list(ordinal_of))):
        whole = text_of(reply).whole
        for key in grams(whole) | set(words.found_in(whole)):
            expected[key].add(ordinal_of[reply.pk])
    rows = looked_up(snapshot, [(Space.WHOLE, key) for key in expected], afresh=True)
    among = BitMap(reply_of)
    wrong = BitMap()
    for key, ordinals in expected.items():
        wrong |= (rows[Space.WHOLE, key].docs & among) ^ ordinals
    yield from (Disagreement(reply_of[ordinal], "words differ") for ordinal in wrong)
