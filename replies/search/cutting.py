"""Cutting a segment of texts into what it hands on: the first half of making the index.

What a segment knows of a key goes into one part of `PARTS`, chosen by the key; `gathering` then makes the
rows of a part out of what all segments know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from replies.text.fold import BREAK
from replies.text.grams import Words, grams

from .packing import Pairs, packed, write_postings
from .postings import LETTER_BITS, LEVELS, SLOT_BITS, Cut, Posting, Space, changes, damping, stretches, weight

_PART_BITS = 6
PAIR_PARTS, KEY_PARTS = 1 << _PART_BITS, 16
PARTS = PAIR_PARTS + KEY_PARTS
"""Parts of the pairs, and after them parts of all other keys."""

_PLACE_BITS = 28
_PLACE_MASK = np.uint64((1 << _PLACE_BITS) - 1)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)

Handed = tuple[int, bytes]
"""A part's number, and what a segment hands on for it."""


def cut_segment(cuts: Sequence[Cut], first: int, words: Words) -> list[Handed]:
    """What the texts hand on; `cuts` in the order of their ordinals, which begin at `first`."""
    whole = _Whole(cuts, first)
    handed: list[Handed] = []
    keyed: defaultdict[int, list[Posting]] = defaultdict(list)
    for part, codes, places in whole.pairs():
        handed.append((part, _pairs(codes, places).written()))
        _sort_in(keyed, whole.loud(codes, places))
    for postings in (whole.characters(), _words(cuts, words), _fields(cuts)):
        _sort_in(keyed, postings)
    return handed + [(part, write_postings(postings)) for part, postings in sorted(keyed.items())]


def _sort_in(keyed: defaultdict[int, list[Posting]], postings: Iterable[Posting]) -> None:
    for posting in postings:
        keyed[PAIR_PARTS + crc32(posting.gram.encode()) % KEY_PARTS].append(posting)


def _parts_of(codes: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """The part of each pair; all parts hold about as much."""
    return ((codes * _SPREAD) >> np.uint64(64 - _PART_BITS)).astype(np.uint8)


def _pairs(codes: NDArray[np.uint64], places: NDArray[np.uint32]) -> Pairs:
    begins = np.flatnonzero(changes(codes))
    counts = np.diff(np.append(begins, len(codes))).astype(np.uint32)
    return Pairs(codes[begins], counts, places)


def gram_of(code: int) -> str:
    """The pair, or the single character, that a code stands for."""
    left, right = code >> LETTER_BITS, code & ((1 << LETTER_BITS) - 1)
    return chr(left) + chr(right) if left else chr(right)


class _Whole:
    """The whole texts of a segment laid end to end, each at its slot."""

    def __init__(self, cuts: Sequence[Cut], first: int) -> None:
        codes = [np.frombuffer(cut.text.whole.encode("utf-32-le"), dtype=np.uint32) for cut in cuts]
        self.ordinals = np.array([cut.ordinal for cut in cuts], dtype=np.uint32)
        self.slots = self.ordinals - np.uint32(first)
        self.lengths = np.array([len(code) for code in codes], dtype=np.uint32)
        joined = np.concatenate([*codes, np.zeros(0, np.uint32)])
        self.owner = np.repeat(np.arange(len(cuts), dtype=np.uint32), self.lengths)
        begins = (self.slots << np.uint32(SLOT_BITS)) - (np.cumsum(self.lengths) - self.lengths)
        self.places = begins.astype(np.uint32)[self.owner] + np.arange(len(joined), dtype=np.uint32)
        self.searched = joined != ord(BREAK)
        self.alphabet = np.flatnonzero(np.bincount(joined)).astype(np.uint64)
        letter_of = np.zeros(0x110000, dtype=np.uint32)
        letter_of[self.alphabet] = np.arange(len(self.alphabet), dtype=np.uint32)
        self.letters = letter_of[joined]

    def pairs(self) -> Iterator[tuple[int, NDArray[np.uint64], NDArray[np.uint32]]]:
        """Part after part, each pair's code and place, in order."""
        kept = (self.owner[:-1] == self.owner[1:]) & self.searched[:-1] & self.searched[1:]
        at = np.flatnonzero(kept)
        parts = _parts_of(self._codes(at))
        at = at[np.argsort(parts, kind="stable")]
        ends = np.cumsum(np.bincount(parts, minlength=PAIR_PARTS))
        for part, own in enumerate(np.split(at, ends[:-1])):
            if len(own):
                yield part, *self._sorted(own)

    def _codes(self, at: NDArray[np.intp]) -> NDArray[np.uint64]:
        left, right = (self.alphabet[self.letters[at + n]] for n in (0, 1))
        return left << np.uint64(LETTER_BITS) | right

    def _sorted(self, at: NDArray[np.intp]) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
        """The codes and places of the pairs at these characters; numbers of the alphabet leave room for both."""
        size = np.uint64(len(self.alphabet))
        keys = self.letters[at].astype(np.uint64) * size + self.letters[at + 1].astype(np.uint64)
        keys = np.sort(keys << np.uint64(_PLACE_BITS) | self.places[at])
        left, right = np.divmod(keys >> np.uint64(_PLACE_BITS), size)
        codes = self.alphabet[left] << np.uint64(LETTER_BITS) | self.alphabet[right]
        return codes, (keys & _PLACE_MASK).astype(np.uint32)

    def characters(self) -> Iterator[Posting]:
        """The replies of each character."""
        keys = self.letters.astype(np.uint64) << np.uint64(_PLACE_BITS) | self.places
        keys = np.sort(keys[self.searched])
        codes = self.alphabet[keys >> np.uint64(_PLACE_BITS)]
        places = (keys & _PLACE_MASK).astype(np.uint32)
        yield from _grouped(Space.WHOLE, codes, self.ordinals[self._owners(places)])
        yield from self.loud(codes, places)

    def loud(self, codes: NDArray[np.uint64], places: NDArray[np.uint32]) -> Iterator[Posting]:
        """The replies in which each gram stands often."""
        owners = self._owners(places)
        begins = np.flatnonzero(changes(codes) | changes(owners))
        times = np.diff(np.append(begins, len(codes))).astype(np.float64)
        codes, owners = codes[begins], owners[begins]
        shares = weight(times, self.lengths[owners].astype(np.float64))
        for space, level in zip((Space.OFTEN, Space.VERY_OFTEN), LEVELS, strict=True):
            kept = shares >= level
            yield from _grouped(space, codes[kept], self.ordinals[owners[kept]])

    def _owners(self, places: NDArray[np.uint32]) -> NDArray[np.intp]:
        """Which text each place is in."""
        return np.searchsorted(self.slots, places >> np.uint32(SLOT_BITS), "right") - 1


def _grouped(space: Space, codes: NDArray[np.uint64], docs: NDArray[np.uint32]) -> Iterator[Posting]:
    for begin, end in stretches(codes):
        yield Posting(space, gram_of(int(codes[begin])), packed(docs[begin:end]))


def _words(cuts: Sequence[Cut], words: Words) -> Iterator[Posting]:
    """The known words of three characters and more."""
    whole, often, very_often = (defaultdict[str, list[int]](list) for _ in range(3))
    for cut in cuts:
        damped = damping(len(cut.text.whole))
        for word, times in words.found_in(cut.text.whole).items():
            whole[word].append(cut.ordinal)
            share = times / (times + damped)
            if share >= LEVELS[0]:
                often[word].append(cut.ordinal)
                if share >= LEVELS[1]:
                    very_often[word].append(cut.ordinal)
    for space, found in ((Space.WHOLE, whole), (Space.OFTEN, often), (Space.VERY_OFTEN, very_often)):
        for word, ordinals in found.items():
            yield Posting(space, word, packed(ordinals))


def _fields(cuts: Sequence[Cut]) -> Iterator[Posting]:
    """The grams of the small fields."""
    found: defaultdict[tuple[Space, str], list[int]] = defaultdict(list)
    for cut in cuts:
        title, headings, names = cut.text.title, cut.text.headings, cut.text.names
        for space, text in ((Space.TITLE, title), (Space.HEADINGS, headings), (Space.NAMES, names)):
            for gram in grams(text):
                found[space, gram].append(cut.ordinal)
    for (space, gram), ordinals in found.items():
        yield Posting(space, gram, packed(ordinals))
