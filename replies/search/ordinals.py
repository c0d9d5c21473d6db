"""Replies by their ordinals: as a set, and as numbers in an array."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

Ordinals = NDArray[np.intp]
"""Ordinals in the form in which numpy takes them as places in an array, without casting them each time."""


def ordinals_of(docs: BitMap) -> Ordinals:
    """In order."""
    return np.frombuffer(docs.to_array(), dtype=np.uint32).astype(np.intp)


def set_of(ordinals: NDArray[Any]) -> BitMap:
    """In whatever order they are; from numpy's own array the set would take them one by one, ten times as slowly."""
    return BitMap(array("I", ordinals.astype(np.uint32, copy=False).tobytes()))
