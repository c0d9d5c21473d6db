"""The words in which the index is written: its key spaces, its rows to be, and how loud a word is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .entry_text import EntryText

SLOT_BITS = 13
SLOT = 1 << SLOT_BITS
"""Places kept for one ordinal.  A longer text takes several ordinals, of which it answers to the first."""

SHELF_BITS = 32
SLOTS_ON_A_SHELF = 1 << (SHELF_BITS - SLOT_BITS)
"""A row holds places of one shelf, that is of 524,288 ordinals, so that they are numbers of 32 bits."""

PLACE_BITS = 40
"""Of a place in the whole index; beside it in 64 bits is room for the number of a pair."""

USUAL_LENGTH = 2000
LEVELS = (0.70, 0.87)
"""From which weight of a word in a text (BM25's share, 0 to 1) it is in OFTEN, and in VERY_OFTEN."""


class Space(IntEnum):
    """The key spaces of the index.

    WHOLE holds the replies of each gram and word, PLACES where a pair stands, and RARE both for the pairs
    that are rare: these decide what is found.  The others decide how high.
    """

    WHOLE = 0
    TITLE = 1
    HEADINGS = 2
    NAMES = 3
    OFTEN = 4
    VERY_OFTEN = 5
    PLACES = 6
    RARE = 7


@dataclass(frozen=True, slots=True)
class Cut:
    """A text at its ordinal."""

    ordinal: int
    text: EntryText


class Posting(NamedTuple):
    """One row to be; `content` is a set of ordinals, or of places, as `packing` writes them."""

    space: Space
    gram: str
    content: bytes
    shelf: int = 0


def slots_of(text: EntryText) -> int:
    """How many ordinals a text takes: one place at least stays free, so no run leads into the next."""
    return len(text.whole) // SLOT + 1


def weight(times: NDArray[np.float64] | float, length: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """BM25's share for a word that stands `times` in a text of `length` characters."""
    return np.asarray(times / (times + damping(length)))


def damping(length: Any) -> Any:
    return 1.2 * (0.25 + 0.75 * length / USUAL_LENGTH)


def changes(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Where a value differs from the one before it; the first always does."""
    changed = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def stretches(values: NDArray[np.generic]) -> Iterator[tuple[int, int]]:
    """Where each stretch of equal values begins and ends."""
    begins = np.flatnonzero(changes(values))
    ends = np.append(begins[1:], len(values))[: len(begins)]
    return zip(begins.tolist(), ends.tolist(), strict=True)


def owners_of(places: NDArray[np.uint32], shelf: int, starts: NDArray[np.int64]) -> NDArray[np.uint32]:
    """The ordinals of the replies in which these places on a shelf are; places and starts are in order."""
    return _owners((places >> np.uint32(SLOT_BITS)).astype(np.int64) + shelf * SLOTS_ON_A_SHELF, starts)


def owners_at(places: NDArray[np.uint64], starts: NDArray[np.int64]) -> NDArray[np.uint32]:
    """The ordinals of the replies in which these places in the whole index are; what stands above them is left aside."""
    within = places & np.uint64((1 << PLACE_BITS) - 1)
    return _owners((within >> np.uint64(SLOT_BITS)).astype(np.int64), starts)


def _owners(slots: NDArray[np.int64], starts: NDArray[np.int64]) -> NDArray[np.uint32]:
    distinct = slots[changes(slots)]
    return starts[np.searchsorted(starts, distinct, "right") - 1].astype(np.uint32)
