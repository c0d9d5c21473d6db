"""Cutting a segment of texts into what it hands on: the first half of making the index.

What a segment knows of a key goes into one part of `PARTS`, chosen by the key; `gathering` then makes the
rows of a part out of what all segments know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from replies.text.fold import BREAK
from replies.text.grams import Words, words_with

from .packing import Held, Numbers, Pairs, codes_of, pair_of, write_held
from .postings import LEVELS, SLOT_BITS, Cut, Space, changes, stretches, weight

_PART_BITS = 6
PAIR_PARTS, KEY_PARTS = 1 << _PART_BITS, 16
PARTS = PAIR_PARTS + KEY_PARTS
"""Parts of the pairs, and after them parts of all other keys."""

Codes = NDArray[Any]
Name = Callable[[int], str]
Handed = tuple[int, bytes]
"""A part's number, and what a segment hands on for it."""


def part_of_pair(code: int) -> int:
    return code >> (64 - _PART_BITS)


def part_of_key(gram: str) -> int:
    return PAIR_PARTS + crc32(gram.encode()) % KEY_PARTS


def cut_segment(
    cuts: Sequence[Cut], first: int, terms: frozenset[str], phrases: frozenset[str]
) -> list[Handed]:
    """What the texts hand on; `cuts` in the order of their ordinals, which begin at `first`.

    `terms` and `phrases` are those that the build cuts with.
    """
    words = words_with(terms, phrases)
    whole = _Laid(cuts, [cut.text.whole for cut in cuts])
    places = whole.places(first)
    handed: list[Handed] = []
    keyed: defaultdict[int, list[Held]] = defaultdict(list)
    for part, codes, at in whole.pairs_by_part():
        handed.append((part, _pairs(codes, places[at]).written()))
        _sort_in(keyed, whole.loud(codes, whole.owners[at], pair_of))
    for held in (_singles(whole), _words(whole, words), _fields(cuts)):
        _sort_in(keyed, held)
    return handed + [(part, write_held(held)) for part, held in sorted(keyed.items())]


def _sort_in(keyed: defaultdict[int, list[Held]], grams: Iterable[Held]) -> None:
    for held in grams:
        keyed[part_of_key(held.gram)].append(held)


def _pairs(codes: Codes, places: Numbers) -> Pairs:
    begins = np.flatnonzero(changes(codes))
    counts = np.diff(np.append(begins, len(codes))).astype(np.uint32)
    return Pairs(codes[begins], counts, places)


class _Laid:
    """One text of each reply laid end to end; `owners` tells for each character which text it is in."""

    def __init__(self, cuts: Sequence[Cut], texts: Sequence[str]) -> None:
        codes = [np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32) for text in texts]
        self.texts = texts
        self.ordinals = np.array([cut.ordinal for cut in cuts], dtype=np.uint32)
        self.lengths = np.array([len(code) for code in codes], dtype=np.uint32)
        self.owners = np.repeat(np.arange(len(cuts), dtype=np.uint32), self.lengths)
        self.characters = np.concatenate([*codes, np.zeros(0, np.uint32)])
        self.searched = self.characters != ord(BREAK)

    def places(self, first: int) -> Numbers:
        """The place of each character, counted from the slot of the first ordinal."""
        begins = (self.ordinals - np.uint32(first)) << np.uint32(SLOT_BITS)
        begins -= np.cumsum(self.lengths) - self.lengths
        return (begins[self.owners] + np.arange(len(self.characters), dtype=np.uint64)).astype(np.uint32)

    def singles(self) -> tuple[Codes, NDArray[np.intp]]:
        """Each character's code and where it stands here, by code and then in order."""
        at = np.flatnonzero(self.searched)
        return _in_order(self.characters[at], at)

    def pairs(self) -> tuple[Codes, NDArray[np.intp]]:
        """Each pair's code and where it stands here, in order."""
        one_text = self.owners[:-1] == self.owners[1:]
        at = np.flatnonzero(one_text & self.searched[:-1] & self.searched[1:])
        return codes_of(*(self.characters[at + n].astype(np.uint64) for n in (0, 1))), at

    def pairs_by_part(self) -> Iterator[tuple[int, Codes, NDArray[np.intp]]]:
        """Part after part, each pair's code and where it stands here, by code and then in order."""
        codes, at = self.pairs()
        parts = (codes >> np.uint64(64 - _PART_BITS)).astype(np.uint8)
        by_part = np.argsort(parts, kind="stable")
        ends = np.cumsum(np.bincount(parts, minlength=PAIR_PARTS))
        for part, own in enumerate(np.split(by_part, ends[:-1])):
            if len(own):
                yield part, *_in_order(codes[own], at[own])

    def holding(self, space: Space, codes: Codes, owners: Numbers, name: Name) -> Iterator[Held]:
        """The replies that hold each gram; codes and owners in order."""
        once = changes(codes) | changes(owners)
        yield from self._grouped(space, codes[once], owners[once], name)

    def loud(self, codes: Codes, owners: Numbers, name: Name) -> Iterator[Held]:
        """The replies in which each gram stands often; codes and owners in order."""
        begins = np.flatnonzero(changes(codes) | changes(owners))
        times = np.diff(np.append(begins, len(codes))).astype(np.float64)
        codes, owners = codes[begins], owners[begins]
        shares = weight(times, self.lengths[owners].astype(np.float64))
        for space, level in zip((Space.OFTEN, Space.VERY_OFTEN), LEVELS, strict=True):
            kept = shares >= level
            yield from self._grouped(space, codes[kept], owners[kept], name)

    def _grouped(self, space: Space, codes: Codes, owners: Numbers, name: Name) -> Iterator[Held]:
        ordinals = self.ordinals[owners]
        for begin, end in stretches(codes):
            yield Held(space, name(int(codes[begin])), ordinals[begin:end])


def _in_order(codes: Codes, other: NDArray[Any]) -> tuple[Codes, NDArray[Any]]:
    order = _order(codes) if codes.itemsize == 4 else np.argsort(codes, kind="stable")
    return codes[order], other[order]


def _order(codes: NDArray[np.uint32]) -> NDArray[np.intp]:
    """By 16 bits at a time, which numpy sorts without comparing; as good as never do the upper ones differ."""
    order = np.argsort(codes.astype(np.uint16), kind="stable")
    upper = (codes >> np.uint32(16)).astype(np.uint16)
    return order[np.argsort(upper[order], kind="stable")] if upper.any() else order


def _singles(whole: _Laid) -> Iterator[Held]:
    codes, at = whole.singles()
    yield from whole.holding(Space.WHOLE, codes, whole.owners[at], chr)
    yield from whole.loud(codes, whole.owners[at], chr)


def _words(whole: _Laid, words: Words) -> Iterator[Held]:
    """The known words of three characters and more."""
    number_of: defaultdict[str, int] = defaultdict(count().__next__)
    found = [[number_of[word] for word in words.found_in(text)] for text in whole.texts]
    owners = np.repeat(np.arange(len(found), dtype=np.uint32), [len(own) for own in found])
    codes, owners = _in_order(np.array([n for own in found for n in own], dtype=np.uint32), owners)
    name = list(number_of).__getitem__
    yield from whole.holding(Space.WHOLE, codes, owners, name)
    yield from whole.loud(codes, owners, name)


def _fields(cuts: Sequence[Cut]) -> Iterator[Held]:
    """The grams of the small fields."""
    texts = [(cut.text.title, cut.text.headings, cut.text.names) for cut in cuts]
    for space, own in zip((Space.TITLE, Space.HEADINGS, Space.NAMES), zip(*texts, strict=True), strict=True):
        field = _Laid(cuts, own)
        for (codes, at), name in ((field.singles(), chr), (_in_order(*field.pairs()), pair_of)):
            yield from field.holding(space, codes, field.owners[at], name)
