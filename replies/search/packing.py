"""How sets of numbers are written into a row, small: bitmaps, plain arrays, and many rare pairs in one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

RARE = 32
"""A pair with fewer places than this in a segment has no row of its own."""
BUCKETS = 65_536
"""So many rows hold the rare pairs of a segment."""

_PLAIN, _ROARING = b"p", b"r"
_SPREAD = 2_654_435_761


def packed(places: NDArray[np.uint32]) -> bytes:
    """As a Roaring bitmap or as a plain array, whichever is smaller."""
    bitmap = BitMap(places).serialize()
    return _ROARING + bitmap if len(bitmap) < places.nbytes else _PLAIN + places.tobytes()


def unpacked(content: bytes) -> BitMap:
    if content[:1] == _ROARING:
        return BitMap.deserialize(content[1:])
    return BitMap(np.frombuffer(content, dtype=np.uint32, offset=1))


def has_bucket(pair: str) -> bool:
    """Whether the pair, where it is rare, is in a bucket: both characters of the basic plane."""
    return len(pair) == 2 and max(pair) <= "\uffff"


def code_of(pair: str) -> int:
    return ord(pair[0]) << 16 | ord(pair[1])


def bucket_of(pair: str) -> str:
    """The name of the row that holds the pair where it is rare."""
    return bucket_name(int(buckets(np.array([code_of(pair)], dtype=np.uint64))[0]))


def bucket_name(number: int) -> str:
    return f"{number:04x}"


def buckets(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Which bucket each code belongs to; neighbours in Unicode are spread."""
    return ((codes * np.uint64(_SPREAD)) >> np.uint64(16)) % np.uint64(BUCKETS)


def bucket_content(codes: NDArray[np.uint64], places: NDArray[np.uint64]) -> bytes:
    """The postings of one bucket, 8 bytes each."""
    return ((codes << np.uint64(32)) | places).astype("<u8").tobytes()


def places_in_bucket(content: bytes, pair: str) -> NDArray[np.uint32]:
    """The places of one pair, in order."""
    halves = np.frombuffer(content, dtype="<u4")
    places = halves[0::2][halves[1::2] == code_of(pair)]
    return np.sort(places) if len(places) > 1 else places
