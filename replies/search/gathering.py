"""Gathering what all segments handed on for one part into rows: the second half of making the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from .cutting import PAIR_PARTS, gram_of
from .packing import FEW, Pairs, packed, packed_few, read_postings, unpacked
from .postings import SHELF_BITS, SLOT_BITS, SLOTS_ON_A_SHELF, Posting, Space, owners, stretches

_PLACE_BITS = 40
_PLACE_MASK = (1 << _PLACE_BITS) - 1
"""Of a place in the whole index; the number of a pair within its part has the rest of 64."""

HandedOn = Sequence[tuple[int, bytes]]
"""Of each segment that knows anything of the part: its first ordinal, and what it handed on."""


def gather(part: int, handed: HandedOn, starts: NDArray[np.int64]) -> list[Posting]:
    """The rows of a part; `starts` are the ordinals of the replies, in order."""
    return list(_pair_rows(handed, starts) if part < PAIR_PARTS else _key_rows(handed))


def _key_rows(handed: HandedOn) -> Iterator[Posting]:
    found: defaultdict[tuple[Space, str], list[bytes]] = defaultdict(list)
    for _, content in handed:
        for posting in read_postings(content):
            found[posting.space, posting.gram].append(posting.content)
    for (space, gram), contents in found.items():
        one = len(contents) == 1
        yield Posting(space, gram, contents[0] if one else packed(BitMap.union(*map(unpacked, contents))))


def _pair_rows(handed: HandedOn, starts: NDArray[np.int64]) -> Iterator[Posting]:
    """Of each pair on each shelf one row if it is rare, else one for its replies and one for its places."""
    codes, keys = _in_order([(first, Pairs.read(content)) for first, content in handed])
    for begin, end in stretches(keys >> np.uint64(SHELF_BITS)):
        key = int(keys[begin])
        gram, shelf = gram_of(int(codes[key >> _PLACE_BITS])), (key & _PLACE_MASK) >> SHELF_BITS
        places = keys[begin:end].astype(np.uint32)
        if end - begin < FEW:
            yield Posting(Space.WHOLE, gram, packed_few(places), shelf)
        else:
            yield Posting(Space.WHOLE, gram, packed(_owners(shelf, places, starts)), shelf)
            yield Posting(Space.PLACES, gram, packed(places), shelf)


def _in_order(segments: Sequence[tuple[int, Pairs]]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The codes of the part, and the number of a code with its place for each place, sorted."""
    codes = np.unique(np.concatenate([pairs.codes for _, pairs in segments]))
    keys = [_keys(first, pairs, codes) for first, pairs in segments]
    return codes, np.sort(np.concatenate(keys))


def _keys(first: int, pairs: Pairs, codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    numbers = np.searchsorted(codes, pairs.codes).astype(np.uint64)
    places = pairs.places.astype(np.uint64) + np.uint64(first << SLOT_BITS)
    return np.repeat(numbers << np.uint64(_PLACE_BITS), pairs.counts) | places


def _owners(shelf: int, places: NDArray[np.uint32], starts: NDArray[np.int64]) -> NDArray[np.uint32]:
    slots = (places >> np.uint32(SLOT_BITS)).astype(np.int64)
    return owners(slots + shelf * SLOTS_ON_A_SHELF, starts)
