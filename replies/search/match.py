"""Which replies hold what was typed: exact for every run, without reading a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.text.grams import Words, cover, words_with
from replies.text.search_query import Query, Run

from .postings import SLOT_BITS, Space
from .rows import Docs, fetch_docs, fetch_places
from .snapshot import Snapshot

ORDER_SPACES = (Space.TITLE, Space.HEADINGS, Space.NAMES)
LOUD_SPACES = (Space.OFTEN, Space.VERY_OFTEN)
_YEAR = re.compile(r"((?:19|20)\d\d)年?")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a run: what it is looked up by, and the replies that hold it."""

    text: str
    keys: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass
class Matches:
    """The replies each part and each whole run is in, with what the order needs to know of them."""

    snapshot: Snapshot
    parts: dict[Run, tuple[Part, ...]]
    found: dict[tuple[Space, str], Docs]
    docs: dict[str, BitMap] = field(default_factory=dict)
    also: dict[Run, BitMap] = field(default_factory=dict)

    def of_part(self, part: Part) -> BitMap:
        if part.text not in self.docs:
            self.docs[part.text] = self._all_of(part.keys, Space.WHOLE)
        return self.docs[part.text]

    def of_run(self, run: Run) -> BitMap:
        """The replies that hold every word of the run, or that a name in it stands for."""
        holding = reduce(BitMap.__and__, (self.of_part(part) for part in self.parts[run]))
        return holding | self.also[run] if run in self.also else holding

    def of_whole(self, run: Run) -> BitMap:
        """The replies that hold the run as it was typed."""
        return self.docs.get(run.text, BitMap())

    def in_space(self, part: Part, space: Space) -> BitMap:
        """Where the part is said to stand in that space; as pairs, so now and then one too many."""
        keys = part.keys if space in LOUD_SPACES else part.pairs
        return self._all_of(keys, space)

    def _all_of(self, keys: Sequence[str], space: Space) -> BitMap:
        return reduce(BitMap.__and__, (self.found[space, key].bitmap for key in keys))


def match(query: Query, snapshot: Snapshot) -> Matches:
    """Looks everything up: one query for the words, one more where a run is followed through the text."""
    words = words_with(snapshot.terms)
    runs = [*query.runs, *query.excluded]
    parts = {run: _parts(run, words) for run in runs}
    several = [run for run in query.runs if len(parts[run]) > 1 and len(run.pieces) == 1]
    wholes = {run: _part(run.text, words) for run in several}
    matches = Matches(snapshot, parts, fetch_docs(snapshot.build, _keys(parts, query, wholes.values())))
    every = {part.text: part for own in parts.values() for part in own}
    every.update((part.text, part) for part in wholes.values())
    _follow([part for part in every.values() if len(part.keys) > 1], matches)
    for part in wholes.values():
        matches.of_part(part)
    for run in query.runs:
        if not run.quoted and (year := _YEAR.fullmatch(run.text)):
            matches.also[run] = snapshot.chosen("year", [int(year[1])])
    return matches


def _parts(run: Run, words: Words) -> tuple[Part, ...]:
    texts = (run.text,) if run.quoted else tuple(w for piece in run.pieces for w in words.read(piece))
    return tuple(_part(text, words) for text in dict.fromkeys(texts))


def _part(text: str, words: Words) -> Part:
    pairs = tuple(dict.fromkeys(text[i : i + 2] for i in range(len(text) - 1))) or (text,)
    return Part(text, (text,) if len(text) <= 2 or words.knows(text) else pairs, pairs)


def _keys(
    parts: dict[Run, tuple[Part, ...]], query: Query, wholes: Iterable[Part]
) -> Iterable[tuple[Space, str]]:
    for own in [*parts.values(), tuple(wholes)]:
        for part in own:
            yield from ((Space.WHOLE, key) for key in part.keys)
    for run in query.runs:
        for part in parts[run]:
            yield from ((space, pair) for space in ORDER_SPACES for pair in part.pairs)
            yield from ((space, key) for space in LOUD_SPACES for key in part.keys)


def _follow(parts: Sequence[Part], matches: Matches) -> None:
    """Settles the runs that only the places of their pairs can settle."""
    candidates = {part.text: matches._all_of(part.keys, Space.WHOLE) for part in parts}
    open_parts = [part for part in parts if candidates[part.text]]
    matches.docs.update({part.text: BitMap() for part in parts})
    if not open_parts:
        return
    pairs = {pair for part in open_parts for _, pair in cover(part.text)}
    segments = {
        first
        for part in open_parts
        for first in _segments(candidates[part.text], matches.found[Space.WHOLE, part.keys[0]].segments)
    }
    places = fetch_places(matches.snapshot.build, pairs, segments)
    for part in open_parts:
        matches.docs[part.text] = _holding(part.text, candidates[part.text], segments, places)


def _segments(candidates: BitMap, segments: Sequence[int]) -> list[int]:
    """The segments in which at least one candidate lies."""
    ends = zip(segments, [*segments[1:], 1 << 32], strict=True)
    return [first for first, end in ends if candidates.range_cardinality(first, end)]


def _holding(
    run: str, candidates: BitMap, segments: Iterable[int], places: dict[str, dict[int, BitMap]]
) -> BitMap:
    """The candidates in which the run's pairs stand at their distances."""
    among = np.frombuffer(candidates.to_array(), dtype=np.uint32)
    found = [np.zeros(0, np.uint32)]
    for first in segments:
        starts = _starts(run, first, places)
        if starts:
            slots = (np.frombuffer(starts.to_array(), dtype=np.uint32) >> SLOT_BITS) + first
            found.append(_owners(slots, among))
    return BitMap(np.concatenate(found).astype(np.uint32))


def _starts(run: str, first: int, places: dict[str, dict[int, BitMap]]) -> BitMap:
    """Where in a segment the run begins."""
    starts: BitMap | None = None
    for distance, pair in cover(run):
        if first not in places[pair]:
            return BitMap()
        here = places[pair][first]
        moved = here.shift(-distance) if distance else here
        starts = moved if starts is None else starts & moved
    return starts if starts is not None else BitMap()


def _owners(slots: NDArray[np.int64], candidates: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The ordinals that own these slots, which are in order: a long text owns those after its own, too."""
    distinct = slots[np.concatenate(([True], slots[1:] != slots[:-1]))]
    return candidates[np.searchsorted(candidates, distinct, "right") - 1]
