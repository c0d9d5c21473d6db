"""How numbers are written into bytes: the content of a row, and what a segment hands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from .postings import Posting, Space

Numbers = NDArray[np.uint32]


def packed(ordinals: Iterable[int] | Numbers) -> bytes:
    """A set of ordinals, as a Roaring bitmap."""
    bitmap = BitMap(ordinals)
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


_HEAD = np.dtype([("space", "u1"), ("letters", "u1"), ("size", "<u4")])


def write_postings(postings: Sequence[Posting]) -> bytes:
    """Many postings in one; read again by `read_postings`."""
    heads = np.array([(p.space, len(p.gram), len(p.content)) for p in postings], dtype=_HEAD)
    text = "".join(p.gram for p in postings).encode()
    size = np.array([len(postings), len(text)], dtype="<u4")
    return b"".join((size.tobytes(), heads.tobytes(), text, *(p.content for p in postings)))


def read_postings(content: bytes) -> Iterator[Posting]:
    count, length = np.frombuffer(content, "<u4", 2).tolist()
    heads: Any = np.frombuffer(content, _HEAD, count, 8).tolist()
    text_at = 8 + _HEAD.itemsize * count
    text, letter, at = content[text_at : text_at + length].decode(), 0, text_at + length
    for space, letters, size in heads:
        yield Posting(Space(space), text[letter : letter + letters], content[at : at + size])
        letter, at = letter + letters, at + size
