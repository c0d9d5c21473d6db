"""How sets of numbers are written into bytes: a row's content, and what a segment hands on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from .postings import Posting, Space

FEW = 64
"""A pair with fewer places than this on a shelf has one row for both its places and its replies."""

_BITMAP, _PLAIN = b"b", b"p"


def packed(numbers: Iterable[int] | NDArray[np.uint32]) -> bytes:
    """A set of ordinals or of many places, as a Roaring bitmap."""
    bitmap = BitMap(numbers)
    bitmap.run_optimize()
    return _BITMAP + bytes(bitmap.serialize())


def packed_few(places: NDArray[np.uint32]) -> bytes:
    """The places of a rare pair, as they are."""
    return _PLAIN + places.astype("<u4").tobytes()


def unpacked(content: bytes) -> BitMap:
    return BitMap.deserialize(content[1:])


def few_places(content: bytes) -> NDArray[np.uint32] | None:
    """The places in order, where the row is a rare pair's."""
    return np.frombuffer(content, dtype="<u4", offset=1) if content[:1] == _PLAIN else None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Where pairs stand in one segment: `places` of each code one after the other, `counts` of them each."""

    codes: NDArray[np.uint64]
    counts: NDArray[np.uint32]
    places: NDArray[np.uint32]

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


_HEAD = np.dtype([("space", "u1"), ("letters", "u1"), ("size", "<u4")])


def write_postings(postings: Sequence[Posting]) -> bytes:
    """Many postings in one; read again by `read_postings`."""
    heads = np.array([(p.space, len(p.gram), len(p.content)) for p in postings], dtype=_HEAD)
    text = "".join(p.gram for p in postings).encode()
    size = np.array([len(postings), len(text)], dtype="<u4")
    return b"".join((size.tobytes(), heads.tobytes(), text, *(p.content for p in postings)))


def read_postings(content: bytes) -> Iterable[Posting]:
    count, length = np.frombuffer(content, "<u4", 2).tolist()
    heads: Any = np.frombuffer(content, _HEAD, count, 8).tolist()
    text_at = 8 + _HEAD.itemsize * count
    text, letter, at = content[text_at : text_at + length].decode(), 0, text_at + length
    for space, letters, size in heads:
        yield Posting(Space(space), text[letter : letter + letters], content[at : at + size])
        letter, at = letter + letters, at + size
