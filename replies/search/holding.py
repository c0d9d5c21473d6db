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
from .packing import Numbers, Pairs, bucket_name, code_of, unpacked, unpacked_places
from .postings import Space
from .rows import AT_ONCE, Contents, Key, State, fetch, fetch_with_state, index_state
from .snapshot import Snapshot

_kept = KeptRows()

Places = dict[int, Numbers]
"""Where a pair stands, by shelf."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the rows say of a (space, gram): the replies, and where the pair stands on shelves on which it is rare."""

    docs: BitMap
    few: Places
    frequent: bool
    """Whether the pair has rows of places too."""


def looked_up(snapshot: Snapshot, wanted: Iterable[Key]) -> dict[Key, Row]:
    """The rows of each (space, gram); what is not kept is read in one query, rare pairs in one more."""
    keys = list(dict.fromkeys(wanted))
    found = {key: row for key in keys if (row := _kept.get((snapshot.epoch, key))) is not None}
    missing = [key for key in keys if key not in found]
    return {**found, **_decoded(snapshot, fetch(snapshot.build, missing))} if missing else found


def read_ahead(snapshot: Snapshot, runs: Mapping[str, tuple[str, ...]]) -> State | None:
    """The state that the index is in now; rows that these runs ask for, and that are not kept, come with it."""
    epoch = snapshot.epoch
    asked = (keys for run, keys in runs.items() if _kept.get((epoch, run)) is None)
    wanted = dict.fromkeys((Space.WHOLE, key) for keys in asked for key in keys)
    missing = [key for key in wanted if _kept.get((epoch, key)) is None][:AT_ONCE]
    if not missing:
        return index_state()
    state, contents = fetch_with_state(snapshot.build, missing)
    if state and state[:2] == (snapshot.build, epoch):
        _decoded(snapshot, contents)
    return state


def _decoded(snapshot: Snapshot, contents: dict[Key, Contents]) -> dict[Key, Row]:
    """The rows of which these are the contents, and from now on they are kept."""
    wanted = list(contents)
    rare = [key for key in wanted if _may_be_rare(key) and len(contents[key]) < snapshot.shelves]
    buckets = fetch(snapshot.build, [_bucket(key) for key in rare]) if rare else {}
    rows = {}
    for key in wanted:
        few = _few(key[1], buckets.get(_bucket(key), [])) if key in rare else {}
        rows[key] = row = _row(contents[key], few, snapshot)
        size = sum(len(content) for _, content in contents[key])
        _kept.put((snapshot.epoch, key), row, size + 4 * sum(map(len, few.values())))
    return rows


def _may_be_rare(key: Key) -> bool:
    return key[0] == Space.WHOLE and len(key[1]) == 2


def _bucket(key: Key) -> Key:
    return Space.RARE, bucket_name(code_of(key[1]))


def _few(pair: str, bucket: Contents) -> Places:
    places = {shelf: Pairs.read(content).places_of(code_of(pair)) for shelf, content in bucket}
    return {shelf: own.copy() for shelf, own in places.items() if len(own)}


def _row(contents: Contents, few: Places, snapshot: Snapshot) -> Row:
    docs = [unpacked(content) for _, content in contents]
    docs += [snapshot.owners(places, shelf) for shelf, places in few.items()]
    return Row(docs[0] if len(docs) == 1 else BitMap().union(*docs), few, bool(contents))


def replies_holding(snapshot: Snapshot, runs: Mapping[str, tuple[str, ...]]) -> dict[str, BitMap]:
    """The replies of each run, given with the keys it is looked up by: itself, or its pairs."""
    found = {run: docs for run in runs if (docs := _kept.get((snapshot.epoch, run))) is not None}
    rest = {run: keys for run, keys in runs.items() if run not in found}
    rows = looked_up(snapshot, ((Space.WHOLE, key) for keys in rest.values() for key in keys))
    for run, keys in rest.items():
        found[run] = reduce(BitMap.__and__, (rows[Space.WHOLE, key].docs for key in keys))
    to_follow = [run for run, keys in rest.items() if keys != (run,) and found[run]]
    places = _places(snapshot, to_follow, rows)
    for run in to_follow:
        found[run] = _followed(run, places, snapshot)
        _kept.put((snapshot.epoch, run), found[run], 4 * len(found[run]))
    return found


def _places(snapshot: Snapshot, runs: Iterable[str], rows: Mapping[Key, Row]) -> dict[str, Places]:
    """The places of the pairs that spell these runs, in one query but for the rare ones."""
    pairs = {pair: rows[Space.WHOLE, pair] for run in runs for _, pair in cover(run)}
    frequent = [(Space.PLACES, pair) for pair, row in pairs.items() if row.frequent]
    places = {pair: dict(row.few) for pair, row in pairs.items()}
    for (_, pair), contents in fetch(snapshot.build, frequent).items():
        places[pair] |= {shelf: unpacked_places(content) for shelf, content in contents}
    return places


def _followed(run: str, places: Mapping[str, Places], snapshot: Snapshot) -> BitMap:
    """The replies in which the run's pairs stand at their distances."""
    spelt = cover(run)
    shelves = set.intersection(*(set(places[pair]) for _, pair in spelt))
    met = [snapshot.owners(_meeting([(d, places[p][shelf]) for d, p in spelt]), shelf) for shelf in shelves]
    return BitMap().union(*met)


def _meeting(spelt: list[tuple[int, Numbers]]) -> Numbers:
    """Where places meet that lie at these distances, counted from one of the pairs; the fewest first."""
    (reached, met), *others = sorted(spelt, key=lambda at: len(at[1]))
    for distance, places in others:
        met = met + np.uint32((distance - reached) % (1 << 32))
        at = np.searchsorted(places, met)
        met = met[places.take(at, mode="clip") == met]
        reached = distance
    return met
