"""What replies are counted by, as arrays by ordinal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

Ordinals = NDArray[np.intp]
"""Ordinals in the form in which numpy takes them as places in an array, without casting them each time."""


def ordinals_of(docs: BitMap) -> Ordinals:
    return np.frombuffer(docs.to_array(), dtype=np.uint32).astype(np.intp)


class Column:
    """The values of each ordinal, as codes into `values`: its first, and apart from these all that more have."""

    def __init__(self, codes: NDArray[np.intp], values: list[Any], more: More | None = None) -> None:
        self.codes = codes
        self.values = values
        self.more = more or More()
        self._by_code = np.empty(len(values), dtype=object)
        self._by_code[:] = values
        self._code_of = {value: code for code, value in enumerate(values)}

    def where(self, wanted: Iterable[Any]) -> BitMap:
        """The ordinals that have one of the values."""
        codes = [self._code_of[value] for value in wanted if value in self._code_of]
        if not codes:
            return BitMap()
        chosen = np.zeros(len(self.values) + 1, dtype=bool)
        chosen[codes] = True
        first = np.flatnonzero(chosen[self.codes]).astype(np.uint32)
        return BitMap(np.concatenate([first, self.more.ordinals[chosen[self.more.codes]]]))

    def counts(self, ordinals: Ordinals) -> dict[Any, int]:
        """How many of the ordinals have each value; values that none has are left out."""
        counted = np.bincount(self.codes.take(ordinals), minlength=len(self.values))
        if len(self.more.codes):
            counted = counted + self.more.counts(ordinals, len(self.codes), len(self.values))
        held = np.flatnonzero(counted)
        return dict(zip(self._by_code[held].tolist(), counted[held].tolist(), strict=True))

    def extended(self, ordinals: NDArray[np.int64], new: list[list[Any]], size: int) -> Column:
        """A copy with these values set, one list for each ordinal."""
        code_of = dict(self._code_of)
        for value in chain.from_iterable(new):
            code_of.setdefault(value, len(code_of))
        codes = grown(self.codes, size, -1)
        codes[ordinals] = [code_of[own[0]] for own in new]
        more = [(o, code_of[v]) for o, own in zip(ordinals.tolist(), new, strict=True) for v in own[1:]]
        return Column(codes, list(code_of), self.more.extended(more))


@dataclass(frozen=True)
class More:
    """Second and further values: pairs of an ordinal and a code."""

    ordinals: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, np.uint32))
    codes: NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, np.intp))

    def counts(self, ordinals: Ordinals, size: int, values: int) -> NDArray[np.intp]:
        among = np.zeros(size, dtype=bool)
        among[ordinals] = True
        return np.bincount(self.codes[among[self.ordinals]], minlength=values)

    def extended(self, new: list[tuple[int, int]]) -> More:
        ordinals, codes = zip(*new, strict=True) if new else ((), ())
        return More(
            np.concatenate([self.ordinals, np.array(ordinals, np.uint32)]),
            np.concatenate([self.codes, np.array(codes, np.intp)]),
        )


def grown(array: NDArray[Any], size: int, filler: int) -> NDArray[Any]:
    """A copy of the array with room for `size` ordinals."""
    grown = np.full(size, filler, dtype=array.dtype)
    grown[: len(array)] = array
    return grown
