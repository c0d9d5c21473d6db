"""Names in what was typed: pinyin, initials, and the other names of places.

What a name stands for is found besides what the characters themselves are found in, and that is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from pyroaring import BitMap

from replies.models import Reply
from replies.text.fold import fold
from replies.text.names import latin
from replies.text.search_query import Notice, Query, Run

from .match import Matches
from .names import Kind, Named, typed_as
from .places import Place
from .snapshot import Snapshot

SHORTEST_ALIAS = 2
"""A single character is only ever itself: 甬 is found as 甬, and 城市:甬 is the place."""
SHORTEST_NAME = 3
"""Two characters are sought as they stand, in names too."""
LONGEST_NAME = 6
"""So many words, side by side, are read as one name."""
MOST_TOLD = 3


@dataclass
class ByName:
    """What names added: `own` are the replies of those whose name is all that was asked for."""

    own: BitMap = field(default_factory=BitMap)
    notices: list[Notice] = field(default_factory=list)


def add_names(query: Query, matches: Matches) -> ByName:
    """Adds to each run the replies of the names it is; at most two queries, and none without such names."""
    found = ByName(notices=_add_places(query, matches))
    spoken = [(run, key) for group in query.groups if (key := _key(group)) for run in group]
    stretches = [spoken[i:j] for i, j in combinations(range(len(spoken) + 1), 2) if j - i <= LONGEST_NAME]
    keys = {"".join(key for _, key in stretch): [run for run, _ in stretch] for stretch in stretches}
    named = typed_as(key for key in keys if len(key) >= SHORTEST_NAME) if keys else {}
    told: list[str] = []
    for key in sorted(named, key=lambda key: -len(keys[key])):
        names = named[key]
        docs = _replies_of(names, matches.snapshot) & matches.snapshot.live
        if len(keys[key]) == len(query.groups):
            found.own |= docs
        others = [name.label for name in names if key not in fold(name.label)]
        if docs and others:
            _add(keys[key], docs, matches)
            told += others
    if told:
        found.notices.append(_told("also-name", told))
    return found


def _add(runs: list[Run], docs: BitMap, matches: Matches) -> None:
    for run in runs:
        matches.also[run] = matches.also.get(run, BitMap()) | docs


def _told(code: str, labels: list[str]) -> Notice:
    return Notice(code, "、".join(list(dict.fromkeys(labels))[:MOST_TOLD]))


def _key(group: tuple[Run, ...]) -> str | None:
    """How a name may be typed by this word: in pinyin or as it stands."""
    (run, *others) = group
    return None if run.quoted or others else latin(run.text) or run.text


def _replies_of(names: list[Named], snapshot: Snapshot) -> BitMap:
    agencies = [int(name.value) for name in names if name.kind == Kind.AGENCY]
    people = [int(name.value) for name in names if name.kind == Kind.REPRESENTATIVE]
    docs = snapshot.chosen("agency", agencies)
    if people:
        answered = Reply.objects.published().filter(proposals__proposers__in=people)
        docs |= snapshot.of_replies(answered.values_list("pk", flat=True))
    return docs


def _add_places(query: Query, matches: Matches) -> list[Notice]:
    """Other names of places, and places in pinyin."""
    notices = []
    for run in (run for run in query.runs if not run.quoted and len(run.text) >= SHORTEST_ALIAS):
        places = [p for p in matches.snapshot.tree.also_called(run.text) if run.text not in p.name]
        docs = _in_places(places, matches.snapshot)
        if docs & matches.snapshot.live:
            _add([run], docs, matches)
            notices.append(_told("also-place", [place.name for place in places]))
    return notices


def _in_places(places: list[Place], snapshot: Snapshot) -> BitMap:
    return snapshot.chosen("city", snapshot.tree.with_all_below(place.code for place in places))
