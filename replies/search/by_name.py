"""Names in what was typed: pinyin, initials, and the other names of places.

What a name stands for is found besides what the characters themselves are found in, and that is told.
"""

from __future__ import annotations

from itertools import combinations

from pyroaring import BitMap

from replies.models import Reply, SearchName
from replies.text.names import latin
from replies.text.search_query import Notice, Query, Run

from .match import Matches
from .names import Kind, typed_as
from .places import Place
from .snapshot import Snapshot

SHORTEST_ALIAS = 2
"""A single character is only ever itself: 甬 is found as 甬, and 城市:甬 is the place."""


def add_names(query: Query, matches: Matches) -> list[Notice]:
    """Adds to each run the replies of the names it is; at most two queries, and none without such names."""
    notices = _add_places(query, matches)
    letters = [(run, key) for group in query.groups if (key := _latin(group)) for run in group]
    if not letters:
        return notices
    stretches = [letters[i:j] for i, j in combinations(range(len(letters) + 1), 2)]
    keys = {"".join(key for _, key in stretch): stretch for stretch in stretches}
    named = typed_as(keys)
    for key, names in named.items():
        docs = _replies_of(names, matches.snapshot)
        if not docs & matches.snapshot.live:
            continue
        for run, _ in keys[key]:
            matches.also[run] = matches.also.get(run, BitMap()) | docs
        notices.append(Notice("also-name", "、".join(dict.fromkeys(name.label for name in names[:3]))))
    return notices


def _latin(group: tuple[Run, ...]) -> str | None:
    (run, *others) = group
    return None if run.quoted or others else latin(run.text)


def _replies_of(names: list[SearchName], snapshot: Snapshot) -> BitMap:
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
            matches.also[run] = matches.also.get(run, BitMap()) | docs
            notices.append(Notice("also-place", "、".join(place.name for place in places[:3])))
    return notices


def _in_places(places: list[Place], snapshot: Snapshot) -> BitMap:
    return snapshot.chosen("city", snapshot.tree.with_all_below(place.code for place in places))
