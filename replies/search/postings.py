"""Many texts cut at once into the rows of the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.text.fold import BREAK
from replies.text.grams import Words, grams

from .entry_text import EntryText
from .packing import RARE, bucket_content, bucket_name, buckets, packed

SLOT_BITS = 13
SLOT = 1 << SLOT_BITS
"""Places kept for one ordinal.  A longer text takes several ordinals, of which it answers to the first."""

_PLACE_BITS = 28
_PLACE_MASK = np.uint64((1 << _PLACE_BITS) - 1)

STRETCHES = 6
"""Parts of the alphabet that are cut one after the other."""

USUAL_LENGTH = 2000
LEVELS = (0.70, 0.87)
"""From which weight of a word in a text (BM25's share, 0 to 1) it is in OFTEN, and in VERY_OFTEN."""


class Space(IntEnum):
    """The key spaces of the index.

    WHOLE holds the replies of each gram and word, PLACES where a pair stands, and RARE_PLACES both for the
    pairs that are rare in a segment: these decide what is found.  The others decide how high.
    """

    WHOLE = 0
    TITLE = 1
    HEADINGS = 2
    NAMES = 3
    OFTEN = 4
    VERY_OFTEN = 5
    PLACES = 6
    RARE_PLACES = 7


@dataclass(frozen=True, slots=True)
class Cut:
    """A text at its ordinal."""

    ordinal: int
    text: EntryText


@dataclass(frozen=True, slots=True)
class Posting:
    """One row to be; `content` is a bitmap of ordinals, or in the spaces of places as `packing` has it."""

    space: Space
    gram: str
    content: bytes


def slots_of(text: EntryText) -> int:
    """How many ordinals a text takes: one place at least stays free, so no run leads into the next."""
    return len(text.whole) // SLOT + 1


def postings(cuts: Sequence[Cut], first: int, words: Words) -> Iterator[Posting]:
    """The rows of a segment that begins at `first`; `cuts` in the order of their ordinals, close together."""
    whole = _Whole(cuts, first)
    yield from whole.pairs()
    yield from whole.characters()
    yield from _words(cuts, words)
    yield from _fields(cuts)


def weight(times: NDArray[np.float64] | float, length: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """BM25's share for a word that stands `times` in a text of `length` characters."""
    return np.asarray(times / (times + _damping(length)))


def _damping(length: Any) -> Any:
    return 1.2 * (0.25 + 0.75 * length / USUAL_LENGTH)


class _Whole:
    """The whole texts of a segment laid end to end, each at its slot."""

    def __init__(self, cuts: Sequence[Cut], first: int) -> None:
        codes = [np.frombuffer(cut.text.whole.encode("utf-32-le"), dtype=np.uint32) for cut in cuts]
        self.first = first
        self.ordinals = np.array([cut.ordinal for cut in cuts], dtype=np.uint64)
        self.lengths = np.array([len(code) for code in codes], dtype=np.int64)
        joined = np.concatenate([*codes, np.zeros(0, np.uint32)])
        self.alphabet = np.flatnonzero(np.bincount(joined)).astype(np.uint32)
        letter_of = np.zeros(0x110000, dtype=np.uint32)
        letter_of[self.alphabet] = np.arange(len(self.alphabet), dtype=np.uint32)
        self.letters = letter_of[joined]
        self.searched = joined != ord(BREAK)
        self.owner = np.repeat(np.arange(len(cuts), dtype=np.uint32), self.lengths)
        starts = np.cumsum(self.lengths) - self.lengths
        offset = np.arange(len(self.letters), dtype=np.uint64) - starts.astype(np.uint64)[self.owner]
        self.places = ((self.ordinals - np.uint64(first)) << np.uint64(SLOT_BITS))[self.owner] + offset

    def pairs(self) -> Iterator[Posting]:
        """A stretch of the alphabet at a time, so that memory is needed for a part of all pairs only."""
        rare_codes, rare_places = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint64)]
        kept = (self.owner[:-1] == self.owner[1:]) & self.searched[:-1] & self.searched[1:]
        for within in self._stretches():
            found, places = self._sorted_pairs(np.flatnonzero(kept & within))
            rare = self._rare(found)
            rare_codes.append(self._codes(found[rare]))
            rare_places.append(places[rare])
            yield from self._docs(found, places, pair=True, own_row=~rare)
            for gram, where in _groups(found[~rare], places[~rare].astype(np.uint32)):
                yield Posting(Space.PLACES, self._gram(gram, pair=True), packed(where))
        yield from _buckets(np.concatenate(rare_codes), np.concatenate(rare_places))

    def _stretches(self) -> Iterator[NDArray[np.bool_]]:
        """Where a pair begins with a character of one part of the alphabet; the parts are about as frequent."""
        times = np.cumsum(np.bincount(self.letters, minlength=1))
        bounds = np.searchsorted(times, np.linspace(0, times[-1], STRETCHES + 1)[1:-1])
        part = np.searchsorted(bounds, np.arange(len(times)), "right").astype(np.uint8)
        for number in range(STRETCHES):
            yield (part == number)[self.letters[:-1]]

    def _sorted_pairs(self, at: NDArray[np.intp]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """The pairs at these characters and their places, in order."""
        keys = self.letters[at].astype(np.uint64) * np.uint64(len(self.alphabet)) + self.letters[at + 1]
        keys <<= np.uint64(_PLACE_BITS)
        keys |= self.places[at]
        keys.sort()
        return keys >> np.uint64(_PLACE_BITS), keys & _PLACE_MASK

    def _codes(self, found: NDArray[np.uint64]) -> NDArray[np.uint64]:
        left, right = np.divmod(found, np.uint64(len(self.alphabet)))
        alphabet = self.alphabet.astype(np.uint64)
        return np.asarray((alphabet[left] << np.uint64(16)) | alphabet[right])

    def characters(self) -> Iterator[Posting]:
        keys = (self.letters.astype(np.uint64) << np.uint64(_PLACE_BITS)) | self.places
        keys = np.sort(keys[self.searched])
        found, places = keys >> np.uint64(_PLACE_BITS), keys & _PLACE_MASK
        yield from self._docs(found, places, pair=False, own_row=np.ones(len(found), dtype=bool))

    def _rare(self, found: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Which postings belong to pairs that share a bucket."""
        begins = np.flatnonzero(_changes(found))
        times = np.diff(np.append(begins, len(found)))
        basic = self.alphabet <= 0xFFFF
        left, right = np.divmod(found[begins], np.uint64(len(self.alphabet)))
        return np.repeat((times < RARE) & basic[left] & basic[right], times)

    def _docs(
        self,
        found: NDArray[np.uint64],
        places: NDArray[np.uint64],
        *,
        pair: bool,
        own_row: NDArray[np.bool_],
    ) -> Iterator[Posting]:
        """The ordinals of each gram that has a row of its own, and of each where it stands often."""
        slots = (places >> np.uint64(SLOT_BITS)) + np.uint64(self.first)
        owners = np.searchsorted(self.ordinals, slots, "right") - 1
        begins = np.flatnonzero(_changes(found) | _changes(owners))
        times = np.diff(np.append(begins, len(found))).astype(np.float64)
        gram, owner = found[begins], owners[begins]
        docs = self.ordinals[owner].astype(np.uint32)
        shares = weight(times, self.lengths[owner].astype(np.float64))
        spaces = (own_row[begins], shares >= LEVELS[0], shares >= LEVELS[1])
        for space, kept in zip((Space.WHOLE, Space.OFTEN, Space.VERY_OFTEN), spaces, strict=True):
            for key, members in _groups(gram[kept], docs[kept]):
                yield Posting(space, self._gram(key, pair), _bitmap(members))

    def _gram(self, key: int, pair: bool) -> str:
        if not pair:
            return chr(self.alphabet[key])
        left, right = divmod(key, len(self.alphabet))
        return chr(self.alphabet[left]) + chr(self.alphabet[right])


def _buckets(codes: NDArray[np.uint64], places: NDArray[np.uint64]) -> Iterator[Posting]:
    """Rare pairs by bucket; the places of each pair come in order."""
    numbers = buckets(codes)
    order = np.argsort(numbers, kind="stable")
    codes, places = codes[order], places[order]
    for number, at in _groups(numbers[order], np.arange(len(order), dtype=np.uint32)):
        part = slice(int(at[0]), int(at[-1]) + 1)
        yield Posting(Space.RARE_PLACES, bucket_name(number), bucket_content(codes[part], places[part]))


def _bitmap(ordinals: Iterable[int] | NDArray[np.uint32]) -> bytes:
    bitmap = BitMap(ordinals)
    bitmap.run_optimize()
    return bytes(bitmap.serialize())


def _changes(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Where a value differs from the one before it; the first always does."""
    changed = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def _groups(keys: NDArray[np.uint64], values: NDArray[np.uint32]) -> Iterator[tuple[int, NDArray[np.uint32]]]:
    """The values of each key; the keys are in order."""
    begins = np.flatnonzero(_changes(keys))
    ends = np.append(begins, len(keys))[1:]
    for key, begin, end in zip(keys[begins].tolist(), begins.tolist(), ends.tolist(), strict=True):
        yield key, values[begin:end]


def _words(cuts: Sequence[Cut], words: Words) -> Iterator[Posting]:
    """The known words of three characters and more."""
    found: dict[Space, defaultdict[str, list[int]]] = {
        space: defaultdict(list) for space in (Space.WHOLE, Space.OFTEN, Space.VERY_OFTEN)
    }
    whole, often, very_often = found.values()
    for cut in cuts:
        damping = _damping(len(cut.text.whole))
        for word, times in words.found_in(cut.text.whole).items():
            whole[word].append(cut.ordinal)
            share = times / (times + damping)
            if share >= LEVELS[0]:
                often[word].append(cut.ordinal)
                if share >= LEVELS[1]:
                    very_often[word].append(cut.ordinal)
    for space, by_word in found.items():
        for word, ordinals in by_word.items():
            yield Posting(space, word, _bitmap(ordinals))


def _fields(cuts: Sequence[Cut]) -> Iterator[Posting]:
    """The grams of the small fields."""
    found: defaultdict[tuple[Space, str], list[int]] = defaultdict(list)
    for cut in cuts:
        title, headings, names = cut.text.title, cut.text.headings, cut.text.names
        for space, text in ((Space.TITLE, title), (Space.HEADINGS, headings), (Space.NAMES, names)):
            for gram in grams(text):
                found[space, gram].append(cut.ordinal)
    for (space, gram), ordinals in found.items():
        yield Posting(space, gram, _bitmap(ordinals))
