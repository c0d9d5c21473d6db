"""Cutting a segment of texts into what it hands on: the first half of making the index.

What a segment knows of a key goes into one part of `PARTS`, chosen by the key; `gathering` then makes the
rows of a part out of what all segments know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from replies.text.fold import BREAK
from replies.text.grams import Words, grams

from .packing import Numbers, Pairs, codes_of, packed, pair_of, write_postings
from .postings import LEVELS, SLOT_BITS, Cut, Posting, Space, changes, damping, stretches, weight

_PART_BITS = 6
PAIR_PARTS, KEY_PARTS = 1 << _PART_BITS, 16
PARTS = PAIR_PARTS + KEY_PARTS
"""Parts of the pairs, and after them parts of all other keys."""

Name = Callable[[int], str]
Handed = tuple[int, bytes]
"""A part's number, and what a segment hands on for it."""


def cut_segment(cuts: Sequence[Cut], first: int, words: Words) -> list[Handed]:
    """What the texts hand on; `cuts` in the order of their ordinals, which begin at `first`."""
    whole = _Whole(cuts, first)
    handed: list[Handed] = []
    keyed: defaultdict[int, list[Posting]] = defaultdict(list)
    for part, codes, places in whole.pairs():
        handed.append((part, _pairs(codes, places).written()))
        _sort_in(keyed, whole.loud(codes, places, pair_of))
    for postings in (whole.singles(), _words(cuts, words), _fields(cuts)):
        _sort_in(keyed, postings)
    return handed + [(part, write_postings(postings)) for part, postings in sorted(keyed.items())]


def _sort_in(keyed: defaultdict[int, list[Posting]], postings: Iterable[Posting]) -> None:
    for posting in postings:
        keyed[PAIR_PARTS + crc32(posting.gram.encode()) % KEY_PARTS].append(posting)


def _pairs(codes: NDArray[np.uint64], places: Numbers) -> Pairs:
    begins = np.flatnonzero(changes(codes))
    counts = np.diff(np.append(begins, len(codes))).astype(np.uint32)
    return Pairs(codes[begins], counts, places)


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
        self.places = (begins[self.owner] + np.arange(len(joined), dtype=np.uint64)).astype(np.uint32)
        self.characters = joined
        self.searched = joined != ord(BREAK)

    def pairs(self) -> Iterator[tuple[int, NDArray[np.uint64], Numbers]]:
        """Part after part, each pair's code and place, in order."""
        kept = (self.owner[:-1] == self.owner[1:]) & self.searched[:-1] & self.searched[1:]
        at = np.flatnonzero(kept)
        codes = codes_of(*(self.characters[at + n].astype(np.uint64) for n in (0, 1)))
        parts = (codes >> np.uint64(64 - _PART_BITS)).astype(np.uint8)
        by_part = np.argsort(parts, kind="stable")
        ends = np.cumsum(np.bincount(parts, minlength=PAIR_PARTS))
        for part, own in enumerate(np.split(by_part, ends[:-1])):
            if len(own):
                own = own[np.argsort(codes[own], kind="stable")]
                yield part, codes[own], self.places[at[own]]

    def singles(self) -> Iterator[Posting]:
        """The replies of each character."""
        at = np.flatnonzero(self.searched)
        at = at[np.argsort(self.characters[at], kind="stable")]
        characters, places = self.characters[at], self.places[at]
        yield from _grouped(Space.WHOLE, characters, self.ordinals[self._owners(places)], chr)
        yield from self.loud(characters, places, chr)

    def loud(self, codes: NDArray[Any], places: Numbers, name: Name) -> Iterator[Posting]:
        """The replies in which each gram stands often."""
        owners = self._owners(places)
        begins = np.flatnonzero(changes(codes) | changes(owners))
        times = np.diff(np.append(begins, len(codes))).astype(np.float64)
        codes, owners = codes[begins], owners[begins]
        shares = weight(times, self.lengths[owners].astype(np.float64))
        for space, level in zip((Space.OFTEN, Space.VERY_OFTEN), LEVELS, strict=True):
            kept = shares >= level
            yield from _grouped(space, codes[kept], self.ordinals[owners[kept]], name)

    def _owners(self, places: Numbers) -> NDArray[np.intp]:
        """Which text each place is in."""
        return np.searchsorted(self.slots, places >> np.uint32(SLOT_BITS), "right") - 1


def _grouped(space: Space, codes: NDArray[Any], docs: Numbers, name: Name) -> Iterator[Posting]:
    for begin, end in stretches(codes):
        yield Posting(space, name(int(codes[begin])), packed(docs[begin:end]))


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
