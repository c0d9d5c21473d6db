"""Gathering what all segments handed on for one part into rows: the second half of making the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from .cutting import PAIR_PARTS
from .packing import Numbers, Pairs, bucket_name, buckets, packed, packed_places, pair_of, read_held
from .postings import PLACE_BITS, SHELF_BITS, SLOT_BITS, Posting, Space, changes, owners_of, stretches

FEW = 64
"""A pair with fewer places than this on a shelf has no row of its own there, but shares a bucket's."""

HandedOn = Sequence[tuple[int, bytes]]
"""Of each segment that knows anything of the part: its first ordinal, and what it handed on."""
Segment = tuple[int, Pairs]
"""The same, read."""


def gather(part: int, handed: HandedOn, starts: NDArray[np.int64]) -> list[Posting]:
    """The rows of a part; `starts` are the ordinals of the replies, in order."""
    return list(_pair_rows(handed, starts) if part < PAIR_PARTS else _key_rows(handed))


def _key_rows(handed: HandedOn) -> Iterator[Posting]:
    found: defaultdict[tuple[Space, str], list[Numbers]] = defaultdict(list)
    for _, content in handed:
        for space, gram, ordinals in read_held(content):
            found[space, gram].append(ordinals)
    for (space, gram), own in found.items():
        yield Posting(space, gram, packed(np.concatenate(own)))


def _pair_rows(handed: HandedOn, starts: NDArray[np.int64]) -> Iterator[Posting]:
    """Shelf by shelf: two rows for each frequent pair, and the buckets of the rare ones."""
    for shelf, pairs in gathered(handed):
        yield from _frequent(pairs, shelf, starts)
        yield from _rare(pairs, shelf)


def gathered(handed: HandedOn) -> Iterator[tuple[int, Pairs]]:
    """All pairs of a part, shelf by shelf."""
    segments = [(first, Pairs.read(content)) for first, content in handed]
    codes = codes_in(segments)
    keys = places_in(segments, codes)
    shelves = (keys >> np.uint64(SHELF_BITS)).astype(np.uint8)
    for shelf in np.flatnonzero(np.bincount(shelves)).tolist():
        own = keys[shelves == shelf]
        numbers = (own >> np.uint64(PLACE_BITS)).astype(np.uint32)
        begins = np.flatnonzero(changes(numbers))
        counts = np.diff(np.append(begins, len(own))).astype(np.uint32)
        yield shelf, Pairs(codes[numbers[begins]], counts, own.astype(np.uint32))


def codes_in(segments: Sequence[Segment]) -> NDArray[np.uint64]:
    """The codes of all pairs, each once, in order."""
    codes = np.sort(np.concatenate([np.zeros(0, np.uint64), *(pairs.codes for _, pairs in segments)]))
    return codes[changes(codes)]  # many times as fast as numpy's own `unique`, which hashes them


def places_in(segments: Sequence[Segment], codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The number of a pair's code among these, with its place in the whole index, for each place, sorted."""
    keys = [_keys(first, pairs, codes) for first, pairs in segments]
    return np.sort(np.concatenate([np.zeros(0, np.uint64), *keys]))


def _keys(first: int, pairs: Pairs, codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    numbers = np.searchsorted(codes, pairs.codes).astype(np.uint64)
    places = pairs.places.astype(np.uint64) + np.uint64(first << SLOT_BITS)
    return np.repeat(numbers << np.uint64(PLACE_BITS), pairs.counts) | places


def _frequent(pairs: Pairs, shelf: int, starts: NDArray[np.int64]) -> Iterator[Posting]:
    ends = np.cumsum(pairs.counts)
    for at in np.flatnonzero(pairs.counts >= FEW).tolist():
        gram = pair_of(int(pairs.codes[at]))
        places = pairs.places[ends[at] - pairs.counts[at] : ends[at]]
        yield Posting(Space.WHOLE, gram, packed(owners_of(places, shelf, starts)), shelf)
        yield Posting(Space.PLACES, gram, packed_places(places), shelf)


def _rare(pairs: Pairs, shelf: int) -> Iterator[Posting]:
    few = pairs.counts < FEW
    codes, counts = pairs.codes[few], pairs.counts[few]
    places = pairs.places[np.repeat(few, pairs.counts)]
    ends = np.append(np.int64(0), np.cumsum(counts, dtype=np.int64))
    for begin, end in stretches(buckets(codes)):
        bucket = Pairs(codes[begin:end], counts[begin:end], places[ends[begin] : ends[end]])
        yield Posting(Space.RARE, bucket_name(int(codes[begin])), bucket.written(), shelf)
