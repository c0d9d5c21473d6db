"""What replies are counted by, as arrays by ordinal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from .ordinals import Ordinals, set_of

Weights = NDArray[np.float64]
"""What each of some ordinals counts for, where it is not one each."""


def _none() -> NDArray[np.intp]:
    return np.zeros(0, np.intp)


@dataclass(frozen=True)
class Counts:
    """How many replies have each of the values: as many numbers, at the same places.

    Thousands of agencies are counted at every search and few are shown, so names are put to numbers when
    somebody asks.
    """

    values: Sequence[Any]
    numbers: NDArray[np.intp]

    def __len__(self) -> int:
        """How many values any reply has."""
        return int(np.count_nonzero(self.numbers))

    @cached_property
    def by_value(self) -> dict[Any, int]:
        """Without the values that no reply has."""
        return self.from_(1)

    def from_(self, least: int) -> dict[Any, int]:
        """The values that so many replies have, or more."""
        at = np.flatnonzero(self.numbers >= least)
        return dict(zip(map(self.values.__getitem__, at.tolist()), self.numbers[at].tolist(), strict=True))


@dataclass(frozen=True)
class More:
    """Second and further values: pairs of an ordinal and a code."""

    ordinals: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, np.uint32))
    codes: NDArray[np.intp] = field(default_factory=_none)

    def counts(self, ordinals: Ordinals, weights: Weights | None, size: int, values: int) -> NDArray[Any]:
        among = np.zeros(size)
        among[ordinals] = 1 if weights is None else weights
        return np.bincount(self.codes, weights=among[self.ordinals], minlength=values)

    def extended(self, new: list[tuple[int, int]]) -> More:
        ordinals, codes = zip(*new, strict=True) if new else ((), ())
        return More(
            np.concatenate([self.ordinals, np.array(ordinals, np.uint32)]),
            np.concatenate([self.codes, np.array(codes, np.intp)]),
        )


@dataclass(frozen=True)
class Column:
    """The values of one column by their codes, which of them each combination has, and who has further ones."""

    values: list[Any] = field(default_factory=list)
    of_combination: NDArray[np.intp] = field(default_factory=_none)
    more: More = field(default_factory=More)

    def chosen(self, wanted: Iterable[Any]) -> NDArray[np.bool_]:
        """By code, whether a value is one of these."""
        among = set(wanted)
        return np.fromiter((value in among for value in self.values), dtype=bool, count=len(self.values))

    def extended(
        self,
        at: int,
        combinations: Iterable[tuple[Any, ...]],
        ordinals: Ordinals,
        new: Sequence[Sequence[Any]],
    ) -> Column:
        """A copy that knows these combinations, of which it is the `at`th part, and these ordinals' values."""
        code_of = {value: code for code, value in enumerate(self.values)}
        for value in chain.from_iterable(new):
            code_of.setdefault(value, len(code_of))
        of_combination = np.array([code_of[own[at]] for own in combinations], np.intp)
        more = [(o, code_of[v]) for o, own in zip(ordinals.tolist(), new, strict=True) for v in own[1:]]
        return Column(list(code_of), of_combination, self.more.extended(more))


@dataclass(frozen=True)
class Columns:
    """Columns of which each ordinal has one value as a rule: its first, and apart from these all that more have.

    The first values of an ordinal are kept as one code, that of their combination.  An agency answers for its
    own place, so there are hardly more combinations than agencies, and to count by all columns the hits are
    gone through once.  The narrower the codes, the more of them the processor has at hand.
    """

    by_name: dict[str, Column]
    codes: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    combinations: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def where(self, name: str, wanted: Iterable[Any]) -> BitMap:
        """The ordinals that have one of the values in that column."""
        column = self.by_name[name]
        chosen = column.chosen(wanted)
        combined = np.append(chosen[column.of_combination], False)  # the last is for ordinals without a reply
        first = np.flatnonzero(combined[self.codes])
        return set_of(np.concatenate([first, column.more.ordinals[chosen[column.more.codes]]]))

    def together(self, ordinals: Ordinals, weights: Weights | None) -> NDArray[Any]:
        """How many of the ordinals have each combination."""
        codes = self.codes.take(ordinals, mode="clip")
        return np.bincount(codes, weights=weights, minlength=len(self.combinations))

    def counts(
        self, name: str, together: NDArray[Any], ordinals: Ordinals, weights: Weights | None
    ) -> Counts:
        """How many of the ordinals, counted `together` before, have each value."""
        column, size = self.by_name[name], len(self.by_name[name].values)
        counted: NDArray[Any] = np.bincount(column.of_combination, weights=together, minlength=size)
        if len(column.more.codes):
            counted = counted + column.more.counts(ordinals, weights, len(self.codes), size)
        return Counts(column.values, counted.astype(np.intp))

    def extended(self, ordinals: Ordinals, new: Mapping[str, Sequence[Sequence[Any]]], size: int) -> Columns:
        """A copy with room for `size` ordinals, and these values set: for each column a list for each ordinal."""
        combinations = dict(self.combinations)
        firsts = zip(*([own[0] for own in new[name]] for name in self.by_name), strict=True)
        codes = grown(self.codes, size, -1)
        codes[ordinals] = [combinations.setdefault(own, len(combinations)) for own in firsts]
        by_name = {
            name: column.extended(at, combinations, ordinals, new[name])
            for at, (name, column) in enumerate(self.by_name.items())
        }
        return Columns(by_name, codes, combinations)


def grown(array: NDArray[Any], size: int, filler: int) -> NDArray[Any]:
    """A copy of the array with room for `size` ordinals."""
    grown = np.full(size, filler, dtype=array.dtype)
    grown[: len(array)] = array
    return grown
