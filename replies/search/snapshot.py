"""What a worker keeps in memory of the index: its columns, refreshed when the generation moves.

Words stay in the database; what replies are counted, chosen and sorted by is here, as arrays by ordinal
and bitmaps by value, so that counting a facet costs no query.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np
from django.db import connection
from django.utils.functional import cached_property
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.text.grams import Words, words_with

from .asking import ask
from .columns import Column, Columns, Counts, Weights, grown
from .entry_text import EntryText
from .labels import Labels
from .ordinals import Ordinals, ordinals_of, set_of
from .places import Places
from .postings import SLOTS_ON_A_SHELF, owners_of
from .rows import State, index_state

FEW = ("kind", "topic", "phase", "outcome", "year")
"""Facets of few values: each value is a set of replies."""
MANY = ("city", "agency")
"""Facets of many values, and of one value to nearly every reply: each reply has its values in columns."""


@dataclass(frozen=True)
class Snapshot:
    """The index at one generation.  Never changed: a later one is a new object."""

    build: int = 0
    epoch: str | None = None
    generation: int = -1
    words: Words = field(default_factory=lambda: words_with(frozenset()))
    live: BitMap = field(default_factory=BitMap)
    tail: dict[int, EntryText] = field(default_factory=dict)
    reply_ids: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    days: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    columns: Columns = field(default_factory=lambda: Columns({name: Column() for name in MANY}))
    members: dict[str, dict[Any, BitMap]] = field(default_factory=lambda: {name: {} for name in FEW})

    @cached_property
    def tree(self) -> Places:
        """The places as they were named when this generation was first asked for them."""
        return Places()

    @cached_property
    def labels(self) -> Labels:
        """What topics and agencies are called in this generation."""
        return Labels(self.tree)

    @cached_property
    def place_counts(self) -> dict[str, int]:
        """How many living replies each place holds, those in it included."""
        return self.tree.rolled_up(self.counting(self.live).counts("city").by_value)

    @cached_property
    def measure_counts(self) -> dict[str, dict[Any, int]]:
        """How many measures of all have each value, by what was counted in this generation (`measure_register`)."""
        return {}

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """The ordinals that are replies', in order; those between belong to long ones."""
        return np.flatnonzero(self.reply_ids)

    @property
    def shelves(self) -> int:
        """On how many shelves the rows of a pair may lie."""
        return -(-len(self.days) // SLOTS_ON_A_SHELF)

    def owners(self, places: NDArray[np.uint32], shelf: int) -> BitMap:
        """The replies in which these places on a shelf are; the places are in order."""
        return set_of(owners_of(places, shelf, self.starts))

    def chosen(self, facet: str, values: Iterable[Any]) -> BitMap:
        """The ordinals that have one of the values of the facet."""
        if facet in MANY:
            return self.columns.where(facet, values)
        bitmaps = [self.members[facet][value] for value in values if value in self.members[facet]]
        return BitMap.union(*bitmaps) if bitmaps else BitMap()

    def counting(self, hits: BitMap) -> Counting:
        return Counting(self, hits)

    def weighing(self, weights: Mapping[int, int]) -> Counting:
        """Counts living replies, given by their ids, each for so many."""
        ids = np.fromiter(weights, np.int64, len(weights))
        numbers = np.fromiter(weights.values(), np.float64, len(weights))
        living = ordinals_of(self.live)
        weight_of = np.zeros(len(self.reply_ids))
        by_id = living[np.argsort(self.reply_ids[living])]
        at = np.searchsorted(self.reply_ids[by_id], ids)
        there = self.reply_ids[by_id.take(at, mode="clip")] == ids if len(by_id) else np.zeros(len(ids), bool)
        weight_of[by_id[at[there]]] = numbers[there]
        weighed = set_of(np.flatnonzero(weight_of))
        return Counting(self, weighed, weight_of)

    def of_replies(self, reply_ids: Iterable[int]) -> BitMap:
        """The living ordinals of these replies."""
        wanted = np.fromiter(reply_ids, dtype=np.int64)
        return set_of(np.flatnonzero(np.isin(self.reply_ids, wanted))) & self.live


@dataclass(frozen=True)
class Counting:
    """Counts some of the replies, facet by facet; each as one, or for what it weighs, by ordinal."""

    snapshot: Snapshot
    hits: BitMap
    weight_of: Weights | None = None

    @cached_property
    def ordinals(self) -> Ordinals:
        """The hits as an array."""
        return ordinals_of(self.hits)

    @cached_property
    def _weights(self) -> Weights | None:
        return None if self.weight_of is None else self.weight_of[self.ordinals]

    @cached_property
    def _together(self) -> NDArray[Any]:
        return self.snapshot.columns.together(self.ordinals, self._weights)

    def counts(self, facet: str) -> Counts:
        """How many of the hits have each value of the facet."""
        if facet in MANY:
            return self.snapshot.columns.counts(facet, self._together, self.ordinals, self._weights)
        members = self.snapshot.members[facet]
        return Counts(list(members), np.array([*map(self._weight, members.values())], np.intp))

    def _weight(self, having: BitMap) -> int:
        if self.weight_of is None:
            return self.hits.intersection_cardinality(having)
        return int(self.weight_of[ordinals_of(self.hits & having)].sum())


_kept: Snapshot = Snapshot()
_loading = threading.Lock()


def kept_snapshot() -> Snapshot:
    """The one that others asked for last; most often the index has not moved since."""
    return _kept


def current_snapshot(state: State | None = None) -> Snapshot:
    """The index as the database has it now, for this transaction.

    Only what is committed is kept for others: within a transaction, which may have written and may yet
    be rolled back, a newer generation is loaded for the caller alone.  `state` is what the database has, if it
    was asked already.
    """
    global _kept
    state = state or index_state()
    kept = _kept
    if _is_of(kept, state):
        return kept
    if connection.in_atomic_block:
        return _refreshed(kept, state)
    with _loading:
        state = index_state()  # another thread may have kept a later one while this one waited
        if not _is_of(_kept, state):
            _kept = _refreshed(_kept, state)
        return _kept


def _is_of(snapshot: Snapshot, state: State | None) -> bool:
    if state is None:
        return snapshot.epoch is None
    return (snapshot.build, snapshot.epoch, snapshot.generation) == state


def _refreshed(kept: Snapshot, state: State | None) -> Snapshot:
    """The kept one with the later changes, or, where it is of another build, all loaded anew."""
    if state is None:
        return Snapshot()
    build, epoch, generation = state
    same = (kept.build, kept.epoch) == (build, epoch) and kept.generation <= generation
    base = kept if same else Snapshot(build=build, epoch=epoch, words=_words(build))
    return replace(_with_changes(base, _changes(build, base.generation)), generation=generation)


def _words(build: int) -> Words:
    ((terms, phrases),) = ask("SELECT terms, phrases FROM replies_indexbuild WHERE id = %s", build) or [
        ((), ())
    ]
    return words_with(frozenset(terms), frozenset(phrases))


def _changes(build: int, since: int) -> list[tuple[Any, ...]]:
    return ask(
        "SELECT ordinal, reply_id, live, day, city, agencies, outcome, kinds, topics, phases, texts"
        " FROM replies_indexentry WHERE build_id = %s AND changed > %s ORDER BY ordinal",
        build,
        since,
    )


def _with_changes(base: Snapshot, changes: list[tuple[Any, ...]]) -> Snapshot:
    if not changes:
        return base
    ordinal, reply_id, live, day, city, agencies, outcome, kinds, topics, phases, texts = zip(
        *changes, strict=True
    )
    many = {"city": [[code] for code in city], "agency": list(agencies)}
    of_one = {"outcome": [[value] for value in outcome], "year": [[d.year] for d in day]}
    few = {"kind": kinds, "topic": topics, "phase": phases, **of_one}
    at = np.array(ordinal, dtype=np.int64)
    size = max(len(base.days), int(at[-1]) + 1)
    reply_ids, days = grown(base.reply_ids, size, 0), grown(base.days, size, 0)
    reply_ids[at], days[at] = reply_id, [_number(d) for d in day]
    return replace(
        base,
        live=_with_living(base.live, ordinal, live),
        tail=_with_texts(base.tail, zip(ordinal, live, texts, strict=True)),
        reply_ids=reply_ids,
        days=days,
        columns=base.columns.extended(at, many, size),
        members={name: _with_members(base.members[name], ordinal, few[name]) for name in FEW},
    )


def _number(day: date) -> int:
    return day.toordinal()


def _with_living(living: BitMap, ordinals: tuple[int, ...], live: tuple[bool, ...]) -> BitMap:
    dead = BitMap([o for o, lives in zip(ordinals, live, strict=True) if not lives])
    return (living | BitMap(ordinals)) - dead


def _with_texts(
    tail: dict[int, EntryText], changes: Iterable[tuple[int, bool, list[str] | None]]
) -> dict[int, EntryText]:
    """The texts of the living entries that are in no row yet."""
    texts = dict(tail)
    for ordinal, lives, own in changes:
        if lives and own:
            texts[ordinal] = EntryText(*own)
        else:
            texts.pop(ordinal, None)
    return texts


def _with_members(
    members: dict[Any, BitMap], ordinals: Sequence[int], values: Sequence[Sequence[Any]]
) -> dict[Any, BitMap]:
    added: dict[Any, list[int]] = {}
    for ordinal, own in zip(ordinals, values, strict=True):
        for value in own:
            added.setdefault(value, []).append(ordinal)
    return {**members, **{value: members.get(value, BitMap()) | BitMap(new) for value, new in added.items()}}
