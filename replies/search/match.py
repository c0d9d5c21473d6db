"""Which replies hold what was typed: exact for every run, without reading a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.text.grams import Words, cover
from replies.text.search_query import Query, Run

from . import tail
from .kept_rows import KeptRows
from .packing import bucket_of, has_bucket, places_in_bucket, unpacked
from .postings import SLOT_BITS, Space
from .rows import Key, fetch, fetch_segments
from .snapshot import Snapshot

ORDER_SPACES = (Space.TITLE, Space.HEADINGS, Space.NAMES)
LOUD_SPACES = (Space.OFTEN, Space.VERY_OFTEN)
_kept = KeptRows()
_YEAR = re.compile(r"((?:19|20)\d\d)年?")

Places = dict[str, dict[int, BitMap]]
"""Of each pair, its places in each segment."""
Contents = Sequence[tuple[int, bytes]]
"""Rows of one (space, gram): the first ordinal of each segment, and what its row holds."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a run: what it is looked up by in the rows."""

    text: str
    keys: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What the rows say of a (space, gram): the replies, the segments they lie in, and the places of a rare pair."""

    docs: BitMap
    segments: frozenset[int]
    places: dict[int, BitMap]


@dataclass
class Matches:
    """The replies each word and each whole run is in, with what the order needs to know of them."""

    snapshot: Snapshot
    parts: dict[Run, tuple[Part, ...]]
    rows: dict[Key, Row]
    docs: dict[str, BitMap] = field(default_factory=dict)
    also: dict[Run, BitMap] = field(default_factory=dict)

    def of_part(self, part: Part) -> BitMap:
        return self.docs[part.text]

    def of_run(self, run: Run) -> BitMap:
        """The replies that hold every word of the run, or that a name in it stands for."""
        holding = reduce(BitMap.__and__, (self.of_part(part) for part in self.parts[run]))
        return holding | self.also[run] if run in self.also else holding

    def of_whole(self, run: Run) -> BitMap:
        """The replies that hold the run as it was typed, where it was read as several words."""
        return self.docs.get(run.text, BitMap())

    def look_up_order(self, runs: Iterable[Run]) -> None:
        """What only the order asks for; one query, unless it is kept."""
        parts = [part for run in runs for part in self.parts[run]]
        wanted = [(space, pair) for part in parts for space in ORDER_SPACES for pair in part.pairs]
        wanted += [(space, key) for part in parts for space in LOUD_SPACES for key in part.keys]
        self.rows.update(looked_up(self.snapshot, wanted))

    def in_space(self, part: Part, space: Space) -> BitMap:
        """Where the part is said to stand in that space; as pairs, so now and then one too many."""
        keys = part.keys if space in LOUD_SPACES else part.pairs
        settled = reduce(BitMap.__and__, (self.rows[space, key].docs for key in keys))
        return settled | tail.holding(self.snapshot.tail, part.text, space)


def match(query: Query, snapshot: Snapshot) -> Matches:
    """Looks the words up: one query, and one more where a run is followed through the text."""
    words = snapshot.words
    parts = {run: _parts(run, words) for run in (*query.runs, *query.excluded)}
    several = [run for run in query.runs if len(parts[run]) > 1 and len(run.pieces) == 1]
    wholes = [_part(run.text, words) for run in several]
    every = {part.text: part for own in (*parts.values(), wholes) for part in own}
    keys = ((Space.WHOLE, key) for part in every.values() for key in part.keys)
    matches = Matches(snapshot, parts, looked_up(snapshot, keys))
    _settle(list(every.values()), matches)
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


def looked_up(snapshot: Snapshot, wanted: Iterable[Key], *, afresh: bool = False) -> dict[Key, Row]:
    """The rows of each (space, gram), as far as they are not kept in one query."""
    found: dict[Key, Row] = {}
    missing: list[Key] = []
    for key in dict.fromkeys(wanted):
        row = None if afresh else _kept.get((snapshot.epoch, key))
        if row is None:
            missing.append(key)
        else:
            found[key] = row
    return {**found, **_read(snapshot, missing)} if missing else found


def _read(snapshot: Snapshot, wanted: list[Key]) -> dict[Key, Row]:
    """From the database, rare pairs picked out of their buckets."""
    buckets = [(Space.RARE_PLACES, bucket_of(gram)) for space, gram in wanted if _may_be_rare(space, gram)]
    contents = fetch(snapshot.build, [*wanted, *buckets])
    rows = {}
    for space, gram in wanted:
        own = contents[space, gram]
        bucket = contents[Space.RARE_PLACES, bucket_of(gram)] if _may_be_rare(space, gram) else []
        rows[space, gram] = row = _row(gram, own, bucket, snapshot)
        size = sum(len(content) for _, content in own) + sum(map(len, row.places.values())) * 4
        _kept.put((snapshot.epoch, (space, gram)), row, size)
    return rows


def _may_be_rare(space: Space, gram: str) -> bool:
    return space == Space.WHOLE and has_bucket(gram)


def _row(gram: str, own: Contents, bucket: Contents, snapshot: Snapshot) -> Row:
    """Where a pair is rare, its bucket tells both its places and its replies."""
    bitmaps = [BitMap.deserialize(content) for _, content in own]
    places = {}
    for first, content in bucket:
        rare = places_in_bucket(content, gram)
        if len(rare):
            places[first] = BitMap(rare)
            bitmaps.append(BitMap(_owners(rare, first, snapshot)))
    segments = frozenset(first for first, _ in own).union(places)
    return Row(_united(bitmaps), segments, places)


def _united(bitmaps: Sequence[BitMap]) -> BitMap:
    return bitmaps[0] if len(bitmaps) == 1 else BitMap.union(*bitmaps) if bitmaps else BitMap()


def _owners(places: NDArray[np.uint32], first: int, snapshot: Snapshot) -> NDArray[np.uint32]:
    return snapshot.owners((places >> SLOT_BITS).astype(np.int64) + first)


def _settle(every: Sequence[Part], matches: Matches) -> None:
    """The replies of each part, in rows and in the tail; the rows' pairs followed where they must be."""
    settled = {part.text: _candidates(part, matches) for part in every}
    followed = [part for part in every if len(part.keys) > 1 and settled[part.text]]
    segments = {part.text: _segments(part, settled[part.text], matches) for part in followed}
    places = _places(segments, matches)
    for part in followed:
        settled[part.text] = _holding(part.text, segments[part.text], places, matches.snapshot)
    for part in every:
        docs = settled[part.text] | tail.holding(matches.snapshot.tail, part.text, Space.WHOLE)
        matches.docs[part.text] = docs


def _candidates(part: Part, matches: Matches) -> BitMap:
    return reduce(BitMap.__and__, (matches.rows[Space.WHOLE, key].docs for key in part.keys))


def _segments(part: Part, candidates: BitMap, matches: Matches) -> list[int]:
    """The segments in which a candidate lies; a segment that lacks one of the pairs has none."""
    common = sorted(frozenset.intersection(*(matches.rows[Space.WHOLE, key].segments for key in part.keys)))
    ends = zip(common, [*common[1:], 1 << 32], strict=True)
    return [first for first, end in ends if candidates.range_cardinality(first, end)]


def _places(segments: dict[str, list[int]], matches: Matches) -> Places:
    """The places of the pairs that spell these runs, as far as they are not kept in one query."""
    epoch = matches.snapshot.epoch
    places: Places = {}
    missing = set()
    for run, own in segments.items():
        for _, pair in cover(run):
            held = places.setdefault(pair, dict(matches.rows[Space.WHOLE, pair].places))
            for first in own:
                kept = held.get(first) or _kept.get((epoch, pair, first))
                if kept is None:
                    missing.add((pair, first))
                else:
                    held[first] = kept
    if missing:
        pairs, firsts = {pair for pair, _ in missing}, {first for _, first in missing}
        for pair, contents in fetch_segments(matches.snapshot.build, Space.PLACES, pairs, firsts).items():
            for first, content in contents.items():
                places[pair][first] = found = unpacked(content)
                _kept.put((epoch, pair, first), found, len(content))
    return places


def _holding(run: str, segments: Iterable[int], places: Places, snapshot: Snapshot) -> BitMap:
    """The replies in which the run's pairs stand at their distances."""
    found = [np.zeros(0, np.uint32)]
    for first in segments:
        starts = np.frombuffer(_starts(run, first, places).to_array(), dtype=np.uint32)
        found.append(_owners(starts, first, snapshot))
    return BitMap(np.concatenate(found))


def _starts(run: str, first: int, places: Places) -> BitMap:
    """Where in a segment the run begins: the rarest pair first, so that the sets stay small."""
    spelt = sorted(cover(run), key=lambda at: len(places[at[1]].get(first, ())))
    starts: BitMap | None = None
    for distance, pair in spelt:
        here = places[pair].get(first, BitMap())
        moved = here.shift(-distance) if distance else here
        starts = moved if starts is None else starts & moved
        if not starts:
            break
    return starts if starts is not None else BitMap()
