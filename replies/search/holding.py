"""Which replies hold a run, as the rows tell it: by one look-up, or followed through the places of its pairs.

Rows are never changed, so what was read of them, and what came of following a run, is kept while there is
room.  Nothing here knows of replies that are in no row yet, nor of those taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np
from pyroaring import BitMap

from replies.text.grams import cover

from .kept_rows import KeptRows
from .packing import few_places, unpacked
from .postings import SLOT_BITS, SLOTS_ON_A_SHELF, Space
from .rows import Key, fetch
from .snapshot import Snapshot

_kept = KeptRows()

Places = dict[int, BitMap]
"""Where a pair stands, by shelf."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the rows say of a (space, gram): the replies, and of a rare pair the places too."""

    docs: BitMap
    shelves: frozenset[int] = frozenset()
    few: Places | None = None


def looked_up(snapshot: Snapshot, wanted: Iterable[Key], *, afresh: bool = False) -> dict[Key, Row]:
    """The rows of each (space, gram); what is not kept is read in one query."""
    found: dict[Key, Row] = {}
    missing: list[Key] = []
    for key in dict.fromkeys(wanted):
        row = None if afresh else _kept.get((snapshot.epoch, key))
        if row is None:
            missing.append(key)
        else:
            found[key] = row
    if missing:
        for key, contents in fetch(snapshot.build, missing).items():
            found[key] = row = _row(contents, snapshot)
            _kept.put((snapshot.epoch, key), row, sum(len(content) for _, content in contents))
    return found


def _row(contents: list[tuple[int, bytes]], snapshot: Snapshot) -> Row:
    docs, few = BitMap(), {}
    for shelf, content in contents:
        places = few_places(content)
        if places is None:
            docs |= unpacked(content)
        else:
            few[shelf] = BitMap(places)
            docs |= _owners(few[shelf], shelf, snapshot)
    return Row(docs, frozenset(shelf for shelf, _ in contents), few or None)


def _owners(places: BitMap, shelf: int, snapshot: Snapshot) -> BitMap:
    slots = np.frombuffer(places.to_array(), dtype=np.uint32) >> SLOT_BITS
    return BitMap(snapshot.owners(slots.astype(np.int64) + shelf * SLOTS_ON_A_SHELF))


def replies_holding(snapshot: Snapshot, runs: Mapping[str, tuple[str, ...]]) -> dict[str, BitMap]:
    """The replies of each run, given with the keys it is looked up by: itself, or its pairs."""
    found = {run: docs for run in runs if (docs := _kept.get((snapshot.epoch, run))) is not None}
    rest = {run: keys for run, keys in runs.items() if run not in found}
    rows = looked_up(snapshot, ((Space.WHOLE, key) for keys in rest.values() for key in keys))
    for run, keys in rest.items():
        found[run] = reduce(BitMap.__and__, (rows[Space.WHOLE, key].docs for key in keys))
    to_follow = [run for run, keys in rest.items() if len(keys) > 1 and found[run]]
    places = _places(snapshot, to_follow, rows)
    for run in to_follow:
        found[run] = _followed(run, places, snapshot)
        _kept.put((snapshot.epoch, run), found[run], 4 * len(found[run]))
    return found


def _places(snapshot: Snapshot, runs: Iterable[str], rows: Mapping[Key, Row]) -> dict[str, Places]:
    """The places of the pairs that spell these runs, in one query but for the rare ones."""
    pairs = {pair for run in runs for _, pair in cover(run)}
    places = {pair: dict(rows[Space.WHOLE, pair].few or {}) for pair in pairs}
    frequent = [p for p in pairs if len(places[p]) < len(rows[Space.WHOLE, p].shelves)]
    for (_, pair), contents in fetch(snapshot.build, [(Space.PLACES, pair) for pair in frequent]).items():
        places[pair] |= {shelf: unpacked(content) for shelf, content in contents}
    return places


def _followed(run: str, places: Mapping[str, Places], snapshot: Snapshot) -> BitMap:
    """The replies in which the run's pairs stand at their distances."""
    spelt = cover(run)
    shelves = set.intersection(*(set(places[pair]) for _, pair in spelt))
    met = [_owners(_meeting([(d, places[p][shelf]) for d, p in spelt]), shelf, snapshot) for shelf in shelves]
    return BitMap.union(*met) if met else BitMap()


def _meeting(spelt: list[tuple[int, BitMap]]) -> BitMap:
    """Where sets of places meet that lie at these distances; the smallest first, and only it is moved."""
    (reached, met), *others = sorted(spelt, key=lambda at: len(at[1]))
    for distance, places in others:
        met = met.shift(distance - reached) & places
        reached = distance
    return met
