"""How numbers are written into bytes: the content of a row, and what a segment hands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.text.fold import BREAK

from .ordinals import set_of
from .postings import Space

Numbers = NDArray[np.uint32]


def packed(ordinals: Numbers) -> bytes:
    """A set of ordinals, as a Roaring bitmap."""
    bitmap = set_of(ordinals)
    bitmap.run_optimize()
    return bytes(bitmap.serialize())


def unpacked(content: bytes) -> BitMap:
    return BitMap.deserialize(content)


def packed_places(places: Numbers) -> bytes:
    """The places of a pair, in order, as they are."""
    return places.astype("<u4", copy=False).tobytes()


def unpacked_places(content: bytes) -> Numbers:
    return np.frombuffer(content, dtype="<u4")


LETTER_BITS = 21
_BUCKET_BITS = 16
_LETTERS = (1 << LETTER_BITS) - 1
_SPREAD = 0x9E3779B97F4A7C15
_BACK = pow(_SPREAD, -1, 1 << 64)
"""Multiplied by `_SPREAD` modulo 2**64, the codes of all pairs are spread evenly, and back by this."""


def codes_of(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A number for each pair of characters; about as many pairs begin with each first bit, or first bits."""
    return (left << np.uint64(LETTER_BITS) | right) * np.uint64(_SPREAD)


def code_of(pair: str) -> int:
    return (ord(pair[0]) << LETTER_BITS | ord(pair[1])) * _SPREAD % (1 << 64)


def pair_of(code: int) -> str:
    letters = code * _BACK % (1 << 64)
    return chr(letters >> LETTER_BITS) + chr(letters & _LETTERS)


def buckets(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Which bucket each pair belongs to where it is rare; in the order of the codes."""
    return codes >> np.uint64(64 - _BUCKET_BITS)


def bucket_name(code: int) -> str:
    """The gram under which the pair's bucket has its row."""
    return f"{code >> (64 - _BUCKET_BITS):04x}"


def bucket_range(part: int, parts: int) -> tuple[str, str]:
    """The names of the first and the last bucket of one of so many parts of all pairs."""
    size = (1 << _BUCKET_BITS) // parts
    return f"{part * size:04x}", f"{part * size + size - 1:04x}"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Where pairs stand: `codes` in order, and for each so many of the `places` as `counts` says."""

    codes: NDArray[np.uint64]
    counts: Numbers
    places: Numbers

    def written(self) -> bytes:
        size = np.array([len(self.codes), len(self.places)], dtype="<u4")
        arrays = (size, self.codes.astype("<u8"), self.counts.astype("<u4"), self.places.astype("<u4"))
        return b"".join(array.tobytes() for array in arrays)

    @classmethod
    def of_one(cls, code: int, places: Numbers) -> Pairs:
        return cls(np.array([code], np.uint64), np.array([len(places)], np.uint32), places)

    @classmethod
    def read(cls, content: bytes) -> Pairs:
        codes, places = np.frombuffer(content, "<u4", 2).tolist()
        counts_at = 8 + 8 * codes
        return cls(
            np.frombuffer(content, "<u8", codes, 8),
            np.frombuffer(content, "<u4", codes, counts_at),
            np.frombuffer(content, "<u4", places, counts_at + 4 * codes),
        )

    def each(self) -> Iterator[tuple[int, Numbers]]:
        """Each code with its places."""
        ends = np.cumsum(self.counts, dtype=np.int64).tolist()
        for code, begin, end in zip(self.codes.tolist(), [0, *ends], ends, strict=False):
            yield code, self.places[begin:end]

    def places_of(self, code: int) -> Numbers:
        """Where the pair stands; nowhere, if it is none of these."""
        at = int(np.searchsorted(self.codes, np.uint64(code)))
        if at == len(self.codes) or self.codes[at] != code:
            return self.places[:0]
        before = int(self.counts[:at].sum())
        return self.places[before : before + int(self.counts[at])]


class Held(NamedTuple):
    """A gram of one of the spaces, and the ordinals of the replies in a segment that hold it, in order."""

    space: Space
    gram: str
    ordinals: Numbers


_SPACES = tuple(Space)


def write_held(grams: Sequence[Held]) -> bytes:
    """Many grams with their replies in one; read again by `read_held`."""
    spaces = bytes([held.space for held in grams])
    counts = np.array([len(held.ordinals) for held in grams], dtype="<u4")
    text = BREAK.join([held.gram for held in grams]).encode()
    ordinals = np.concatenate([np.zeros(0, "<u4"), *(held.ordinals for held in grams)])
    size = np.array([len(grams), len(text)], dtype="<u4")
    return b"".join((size.tobytes(), spaces, counts.tobytes(), text, ordinals.astype("<u4").tobytes()))


def read_held(content: bytes) -> Iterator[Held]:
    count, length = np.frombuffer(content, "<u4", 2).tolist()
    counts_at = 8 + count
    text_at = counts_at + 4 * count
    text = content[text_at : text_at + length].decode()
    ordinals = np.frombuffer(content, "<u4", offset=text_at + length)
    ends = np.cumsum(np.frombuffer(content, "<u4", count, counts_at)).tolist()
    for space, gram, begin, end in zip(
        content[8:counts_at], text.split(BREAK), [0, *ends], ends, strict=False
    ):
        yield Held(_SPACES[space], gram, ordinals[begin:end])
