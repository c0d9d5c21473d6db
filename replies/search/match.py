"""Which replies hold what was typed: exact for every run, without reading a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce

from pyroaring import BitMap

from replies.text.grams import Words
from replies.text.search_query import Query, Run

from . import tail
from .holding import Row, looked_up, read_ahead, replies_holding
from .postings import Space
from .rows import Key
from .snapshot import Snapshot, current_snapshot, kept_snapshot

ORDER_SPACES = (Space.TITLE, Space.HEADINGS, Space.NAMES)
LOUD_SPACES = (Space.OFTEN, Space.VERY_OFTEN)
_YEAR = re.compile(r"((?:19|20)\d\d)年?")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a run: what it is looked up by in the rows."""

    text: str
    keys: tuple[str, ...]
    pairs: tuple[str, ...]


@dataclass
class Matches:
    """The replies each word and each whole run is in, with what the order needs to know of them."""

    snapshot: Snapshot
    parts: dict[Run, tuple[Part, ...]]
    docs: dict[str, BitMap]
    rows: dict[Key, Row] = field(default_factory=dict)
    also: dict[Run, BitMap] = field(default_factory=dict)

    def of_part(self, part: Part) -> BitMap:
        return self.docs[part.text]

    def of_run(self, run: Run) -> BitMap:
        """The replies that hold every word of the run, or that a name in it stands for."""
        holding = reduce(BitMap.__and__, (self.of_part(part) for part in self.parts[run]))
        return holding | self.also[run] if run in self.also else holding

    def of_whole(self, run: Run) -> BitMap:
        """The replies that hold the run as it was typed, where it was read as several words."""
        return self.docs.get(run.text, BitMap())

    def look_up_order(self, runs: Iterable[Run]) -> None:
        """What only the order asks for; one query, unless it is kept."""
        parts = [part for run in runs for part in self.parts[run]]
        wanted = [(space, pair) for part in parts for space in ORDER_SPACES for pair in part.pairs]
        wanted += [(space, key) for part in parts for space in LOUD_SPACES for key in part.keys]
        self.rows.update(looked_up(self.snapshot, wanted))

    def in_space(self, part: Part, space: Space) -> BitMap:
        """Where the part is said to stand in that space; as pairs, so now and then one too many."""
        keys = part.keys if space in LOUD_SPACES else part.pairs
        settled = reduce(BitMap.__and__, (self.rows[space, key].docs for key in keys))
        return settled | tail.holding(self.snapshot.tail, part.text, space)


def snapshot_for(query: Query) -> Snapshot:
    """The index as it is now; what its rows say of the query's words is read on the same journey."""
    likely = kept_snapshot()
    _, keys = _read(query, likely.words)
    return current_snapshot(read_ahead(likely, keys))


def match(query: Query, snapshot: Snapshot) -> Matches:
    """Looks the words up: one query, and one more where a run is followed through the text."""
    parts, keys = _read(query, snapshot.words)
    matches = Matches(snapshot, parts, replies_holding(snapshot, keys))
    for text in keys if snapshot.tail else ():
        matches.docs[text] = matches.docs[text] | tail.holding(snapshot.tail, text, Space.WHOLE)
    for run in query.runs:
        if not run.quoted and (year := _YEAR.fullmatch(run.text)):
            matches.also[run] = snapshot.chosen("year", [int(year[1])])
    return matches


def _read(query: Query, words: Words) -> tuple[dict[Run, tuple[Part, ...]], dict[str, tuple[str, ...]]]:
    """The parts of each run, and by which keys each part, and each run that is several of them, is looked up."""
    parts = {run: _parts(run, words) for run in (*query.runs, *query.excluded)}
    several = [run for run in query.runs if len(parts[run]) > 1 and run.is_whole]
    wholes = [_part(run.text, words) for run in several]
    return parts, {part.text: part.keys for own in (*parts.values(), wholes) for part in own}


def _parts(run: Run, words: Words) -> tuple[Part, ...]:
    texts = (run.text,) if run.quoted else tuple(w for piece in run.pieces for w in words.read(piece))
    return tuple(_part(text, words) for text in dict.fromkeys(texts))


def _part(text: str, words: Words) -> Part:
    pairs = tuple(dict.fromkeys(text[i : i + 2] for i in range(len(text) - 1))) or (text,)
    return Part(text, (text,) if len(text) <= 2 or words.knows(text) else pairs, pairs)
