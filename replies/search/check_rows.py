"""Proving the rows: every living text is cut again at its own ordinal, and its rows must say what comes of it.

Rows may say more of replies that were taken back since; what they say of these is left aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.models import IndexBuild, IndexEntry
from replies.text.grams import words_with

from . import rows
from .cutting import PAIR_PARTS, PARTS, cut_segment
from .entry_text import text_of
from .gathering import HandedOn, gather, gathered
from .ordinals import set_of
from .packing import Numbers, Pairs, bucket_range, code_of, pair_of, unpacked, unpacked_places
from .postings import Cut, Space, owners_of
from .searched import searched

TEXTS_AT_ONCE, KEYS_AT_ONCE = 2_048, 5_000
NOWHERE: Numbers = np.zeros(0, np.uint32)


@dataclass
class _InUse:
    """The rows of a build, with the ordinals they were made for and those that still live."""

    build: int
    starts: NDArray[np.int64]
    living: BitMap
    seen: set[tuple[int, str, int]] = field(default_factory=set)

    def of(self, keys: Iterable[rows.Key]) -> dict[rows.Key, rows.Contents]:
        waiting, found = iter(keys), {}
        while part := list(islice(waiting, KEYS_AT_ONCE)):
            found.update(self._seen(rows.fetch(self.build, part)))
        return found

    def buckets(self, part: int) -> dict[rows.Key, rows.Contents]:
        return self._seen(rows.fetch_between(self.build, Space.RARE, *bucket_range(part, PAIR_PARTS)))

    def _seen(self, found: dict[rows.Key, rows.Contents]) -> dict[rows.Key, rows.Contents]:
        self.seen.update((space, gram, shelf) for (space, gram), own in found.items() for shelf, _ in own)
        return found

    def owners(self, shelf: int, places: Numbers) -> BitMap:
        """The living replies in which these places are."""
        return set_of(owners_of(places, shelf, self.starts)) & self.living

    def apart(self, shelf: int, expected: Numbers, actual: Numbers) -> BitMap:
        """The living replies that only one of the two tells of."""
        if np.array_equal(expected, actual):
            return BitMap()
        return self.owners(shelf, np.setxor1d(expected, actual))


def differing(build: IndexBuild) -> BitMap:
    """The ordinals of the living replies of which the rows do not say what they should."""
    settled = IndexEntry.objects.filter(build=build, texts__isnull=True).order_by("ordinal")
    entries = list(settled.values_list("ordinal", "reply_id", "live"))
    starts = np.array([ordinal for ordinal, _, _ in entries], dtype=np.int64)
    in_use = _InUse(build.pk, starts, BitMap([ordinal for ordinal, _, live in entries if live]))
    wrong = BitMap()
    with rows.one_at_a_time():
        rows.clear_stage()
        _cut_again(build, [(ordinal, reply) for ordinal, reply, live in entries if live])
        for part in range(PARTS):
            compare = _pairs_differing if part < PAIR_PARTS else _keys_differing
            wrong |= compare(part, rows.staged(build.pk, part), in_use)
        rows.clear_stage()
    return wrong | _uncalled_for(in_use)


def _cut_again(build: IndexBuild, living: list[tuple[int, int]]) -> None:
    words = words_with(frozenset(build.terms), frozenset(build.phrases))
    for start in range(0, len(living), TEXTS_AT_ONCE):
        ordinal_of = {reply: ordinal for ordinal, reply in living[start : start + TEXTS_AT_ONCE]}
        replies = searched(ordinal_of)
        cuts = sorted((Cut(ordinal_of[r.pk], text_of(r)) for r in replies), key=lambda cut: cut.ordinal)
        if cuts:
            rows.write_stage(build.pk, cuts[0].ordinal, cut_segment(cuts, cuts[0].ordinal, words))


def _keys_differing(part: int, handed: HandedOn, in_use: _InUse) -> BitMap:
    """By the rows of characters, words and small fields."""
    expected = {(p.space, p.gram): unpacked(p.content) for p in gather(part, handed, in_use.starts)}
    wrong = BitMap()
    for key, contents in in_use.of(expected).items():
        wrong |= (BitMap().union(*(unpacked(c) for _, c in contents)) & in_use.living) ^ expected[key]
    return wrong


def _pairs_differing(part: int, handed: HandedOn, in_use: _InUse) -> BitMap:
    """By the rows of pairs: where they stand, and for the frequent ones also in which replies."""
    expected = {(shelf, code): p for shelf, pairs in gathered(handed) for code, p in pairs.each()}
    grams = {pair_of(code) for _, code in expected}
    of_pairs = in_use.of((space, gram) for gram in grams for space in (Space.WHOLE, Space.PLACES))
    docs = {at: unpacked(content) for at, content in _by_pair(Space.WHOLE, of_pairs)}
    frequent = {at: unpacked_places(content) for at, content in _by_pair(Space.PLACES, of_pairs)}
    actual = {**frequent, **dict(_in_buckets(in_use.buckets(part)))}
    wrong = BitMap()
    for at in expected.keys() | actual.keys():
        wrong |= in_use.apart(at[0], expected.get(at, NOWHERE), actual.get(at, NOWHERE))
    for at in docs.keys() | frequent.keys():
        held = in_use.owners(at[0], expected.get(at, NOWHERE))
        wrong |= (docs.get(at, BitMap()) & in_use.living) ^ held
    return wrong


_At = tuple[int, int]
"""A shelf, and the code of a pair."""


def _by_pair(space: Space, fetched: Mapping[rows.Key, rows.Contents]) -> Iterator[tuple[_At, bytes]]:
    for (of, gram), contents in fetched.items():
        yield from (((shelf, code_of(gram)), content) for shelf, content in contents if of == space)


def _in_buckets(fetched: Mapping[rows.Key, rows.Contents]) -> Iterator[tuple[_At, Numbers]]:
    for shelf, content in chain.from_iterable(fetched.values()):
        yield from (((shelf, code), places) for code, places in Pairs.read(content).each())


def _uncalled_for(in_use: _InUse) -> BitMap:
    """Living replies named by rows that no living text calls for."""
    keys = [key for key in rows.all_keys(in_use.build) if key not in in_use.seen]
    found = BitMap()
    for (space, _), contents in in_use.of((Space(space), gram) for space, gram, _ in keys).items():
        for shelf, content in contents:
            named = (
                in_use.owners(shelf, unpacked_places(content)) if space == Space.PLACES else unpacked(content)
            )
            found |= named & in_use.living
    return found
