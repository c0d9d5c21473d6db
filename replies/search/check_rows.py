"""Proving the rows: every living text is cut again at its own ordinal, and its rows must say what comes of it.

Rows may say more of replies that were taken back since; what they say of these is left aside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.models import IndexBuild, IndexEntry

from . import rows
from .cutting import PAIR_PARTS, PARTS, cut_segment, part_of_key, part_of_pair
from .gathering import HandedOn, Segment, codes_in, gather, places_in
from .ordinals import set_of
from .packing import Numbers, Pairs, bucket_range, code_of, unpacked, unpacked_places
from .postings import SLOTS_ON_A_SHELF, Cut, Space, owners_at, owners_of
from .rebuild import SEGMENT, SLOTS_IN_A_SEGMENT
from .workers import Workers

Held = dict[rows.Key, rows.Contents]
"""The rows of a part."""
NOTHING, NOWHERE = BitMap(), np.zeros(0, np.uint32)


@dataclass
class _Settled:
    """The ordinals for which the rows were made, and those of them that still live."""

    starts: NDArray[np.int64]
    living: BitMap = field(default_factory=BitMap)

    def owners(self, shelf: int, places: Numbers) -> BitMap:
        """The living replies in which these places on a shelf are."""
        return set_of(owners_of(places, shelf, self.starts)) & self.living


def differing(build: IndexBuild, living: Iterable[Cut], hands: Workers) -> Iterator[BitMap]:
    """Part after part, the ordinals of the living texts of which the rows do not say what they should."""
    entries = IndexEntry.objects.filter(build=build.pk, texts__isnull=True).order_by("ordinal")
    settled = _Settled(np.fromiter(entries.values_list("ordinal", flat=True), np.int64))
    with rows.one_at_a_time():
        rows.clear_stage()
        settled.living |= _cut_again(build, living, hands)
        keys = _by_part(rows.all_keys(build.pk))
        jobs = ((part, (part, *_told(build.pk, part, keys[part]), settled)) for part in range(PARTS))
        yield from (wrong for _, wrong in hands.in_turn(_differing_in, jobs))
        rows.clear_stage()


def _cut_again(build: IndexBuild, living: Iterable[Cut], hands: Workers) -> BitMap:
    """Keeps what the texts hand on, segment by segment, as a rebuild does; their ordinals."""
    known = frozenset(build.terms), frozenset(build.phrases)
    done = BitMap()
    jobs = ((cuts, (cuts, cuts[0].ordinal, *known)) for cuts in _segments(living))
    for cuts, handed in hands.in_turn(cut_segment, jobs):
        rows.write_stage(build.pk, cuts[0].ordinal, handed)
        done.update(cut.ordinal for cut in cuts)
    return done


def _segments(cuts: Iterable[Cut]) -> Iterator[list[Cut]]:
    segment: list[Cut] = []
    for cut in cuts:
        if segment and not (
            len(segment) < SEGMENT
            and segment[-1].ordinal < cut.ordinal < segment[0].ordinal + SLOTS_IN_A_SEGMENT
        ):
            yield segment
            segment = []
        segment.append(cut)
    if segment:
        yield segment


def _by_part(keys: Iterable[tuple[int, str, int]]) -> dict[int, set[rows.Key]]:
    """Which keys have rows, by their part; apart from the rare pairs, whose rows each part knows."""
    parts: defaultdict[int, set[rows.Key]] = defaultdict(set)
    for space, gram, _ in keys:
        if space != Space.RARE:
            of_pair = space == Space.PLACES or (space == Space.WHOLE and len(gram) == 2)
            parts[part_of_pair(code_of(gram)) if of_pair else part_of_key(gram)].add((Space(space), gram))
    return parts


def _told(build: int, part: int, keys: set[rows.Key]) -> tuple[HandedOn, Held]:
    """What the segments handed on for the part, and its rows."""
    held = rows.fetch(build, keys)
    if part < PAIR_PARTS:
        held |= rows.fetch_between(build, Space.RARE, *bucket_range(part, PAIR_PARTS))
    return rows.staged(build, part), held


def _differing_in(part: int, handed: HandedOn, held: Held, settled: _Settled) -> BitMap:
    if part < PAIR_PARTS:
        return _by_places(handed, held, settled) | _by_pairs(held, settled)
    return _by_keys(part, handed, held, settled)


def _by_keys(part: int, handed: HandedOn, held: Held, settled: _Settled) -> BitMap:
    """What the rows of characters, words and small fields say wrongly."""
    expected = {(p.space, p.gram): unpacked(p.content) for p in gather(part, handed, settled.starts)}
    wrong = BitMap()
    for key in expected.keys() | held.keys():
        named = NOTHING.union(*(unpacked(content) for _, content in held.get(key, [])))
        wrong |= (named & settled.living) ^ expected.get(key, NOTHING)
    return wrong


def _by_places(handed: HandedOn, held: Held, settled: _Settled) -> BitMap:
    """What the rows say wrongly of where pairs stand, the frequent and the rare."""
    expected = [(first, Pairs.read(content)) for first, content in handed]
    actual = [*_segments_of(held)]
    codes = codes_in([*expected, *actual])
    apart = np.setxor1d(places_in(expected, codes), places_in(actual, codes), assume_unique=True)
    return set_of(owners_at(apart, settled.starts)) & settled.living


def _segments_of(held: Held) -> Iterator[Segment]:
    """The rows of places as if a segment had handed on each."""
    for (space, gram), contents in held.items():
        for shelf, content in contents:
            if space == Space.RARE:
                yield shelf * SLOTS_ON_A_SHELF, Pairs.read(content)
            if space == Space.PLACES:
                places = unpacked_places(content)
                yield shelf * SLOTS_ON_A_SHELF, Pairs.of_one(code_of(gram), places)


def _by_pairs(held: Held, settled: _Settled) -> BitMap:
    """What the rows of replies say wrongly of frequent pairs, by the rows of where these stand."""
    docs = {at: unpacked(content) for at, content in _each(Space.WHOLE, held)}
    places = {at: unpacked_places(content) for at, content in _each(Space.PLACES, held)}
    wrong = BitMap()
    for at in docs.keys() | places.keys():
        owners = settled.owners(at[1], places.get(at, NOWHERE))
        wrong |= (docs.get(at, NOTHING) & settled.living) ^ owners
    return wrong


def _each(space: Space, held: Held) -> Iterator[tuple[tuple[str, int], bytes]]:
    """The gram and shelf of each row of a space, and its content."""
    for (of, gram), contents in held.items():
        yield from (((gram, shelf), content) for shelf, content in contents if of == space)
