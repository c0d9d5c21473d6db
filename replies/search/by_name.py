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
LONGEST_NAME = 16
"""So many words, side by side, are read as one name: an agency's may be typed syllable by syllable."""
MOST_TOLD = 3


@dataclass
class ByName:
    """What names added: `own` are the replies of those whose name is all that was asked for."""

    own: BitMap = field(default_factory=BitMap)
    notices: list[Notice] = field(default_factory=list)


def add_names(query: Query, matches: Matches) -> ByName:
    """Adds to each run the replies of the names it is; at most two queries, and none without such names.

    Words within a longer name are not names of their own: wang na na is nobody called Wang Na.
    """
    stretches = _stretches(query)
    found = ByName(notices=_add_places(query, stretches, matches))
    named = typed_as(key for key in stretches if len(key) >= SHORTEST_NAME) if stretches else {}
    told: list[str] = []
    taken: list[range] = []
    for key in sorted(named, key=lambda key: -len(stretches[key])):
        names, span = named[key], stretches[key]
        docs = _replies_of(names, matches.snapshot) & matches.snapshot.live
        if not docs or any(span.start in longer and span[-1] in longer for longer in taken):
            continue
        taken.append(span)
        if len(span) == len(query.asked):
            found.own |= docs
        others = [name.label for name in names if key not in fold(name.label)]
        if others:
            _add(_runs(span, query), docs, matches)
            told += others
    if told:
        found.notices.append(_told("also-name", told))
    return found


def _stretches(query: Query) -> dict[str, range]:
    """Where words stand side by side, by the name that they may be together."""
    spoken = [_key(group) for group in query.asked]
    spans = (range(i, j) for i, j in combinations(range(len(spoken) + 1), 2) if j - i <= LONGEST_NAME)
    return {"".join(str(spoken[at]) for at in span): span for span in spans if all(spoken[at] for at in span)}


def _runs(span: range, query: Query) -> list[Run]:
    return [query.asked[at][0] for at in span]


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


def _add_places(query: Query, stretches: dict[str, range], matches: Matches) -> list[Notice]:
    """Other names of places, and places in pinyin, also syllable by syllable."""
    said = {run.text: [run] for run in query.runs if not run.quoted}
    said |= {key: _runs(span, query) for key, span in stretches.items() if len(span) > 1 and latin(key)}
    notices = []
    for name, runs in said.items():
        called = matches.snapshot.tree.also_called(name) if len(name) >= SHORTEST_ALIAS else []
        places = [place for place in called if name not in place.name]
        docs = _in_places(places, matches.snapshot)
        if docs & matches.snapshot.live:
            _add(runs, docs, matches)
            notices.append(_told("also-place", [place.name for place in places]))
    return notices


def _in_places(places: list[Place], snapshot: Snapshot) -> BitMap:
    return snapshot.chosen("city", snapshot.tree.with_all_below(place.code for place in places))
