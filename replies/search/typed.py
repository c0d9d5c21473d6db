"""Conditions typed into the box, as 城市:温州|杭州: the replies that fulfil each.

A name is understood as it is elsewhere in the box: folded, old, short, in pinyin.  What nobody is called
fulfils nothing, as an unknown value in an address does, and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pyroaring import BitMap

from replies.models import Reply
from replies.text.fold import fold
from replies.text.search_query import Condition, Notice

from .filters import EARLIEST, LATEST
from .names import agencies_called, representatives_called, topics_like
from .number_box import NumberAsked, read_number, replies_numbered
from .snapshot import Snapshot

CALLED: dict[str, Callable[[str, Snapshot], Iterable[Any]]] = {
    "city": lambda name, snapshot: [place.code for place in snapshot.tree.called(name)],
    "topic": lambda name, snapshot: topics_like(name),
    "agency": lambda name, snapshot: agencies_called(name),
    "representative": lambda name, snapshot: representatives_called(name),
}


def fulfilling(condition: Condition, snapshot: Snapshot) -> tuple[BitMap, list[Notice]]:
    """The replies that have any of the condition's values, and what of these nobody is called."""
    if condition.field == "year":
        years = [year for first, last in condition.years for year in years_between(first, last)]
        return snapshot.chosen("year", years), []
    if condition.field == "number":
        borne = {value: bearing(value, snapshot) for value in condition.values}
        return BitMap.union(*borne.values()), [
            Notice("unknown-number", v) for v, docs in borne.items() if not docs
        ]
    called = {value: [*CALLED[condition.field](value, snapshot)] for value in condition.values}
    unknown = [Notice(f"unknown-{condition.field}", value) for value, keys in called.items() if not keys]
    return having(condition.field, [key for keys in called.values() for key in keys], snapshot), unknown


def bearing(number: str, snapshot: Snapshot) -> BitMap:
    """The replies of that number, however it is written; one that is none of the known forms is taken as it is."""
    asked = read_number(number) or NumberAsked(fold(number).upper())
    return snapshot.of_replies(replies_numbered(asked, snapshot.tree))


def having(facet: str, keys: list[Any], snapshot: Snapshot) -> BitMap:
    """The replies that have one of these, as the index calls them: codes of places, ids, slugs."""
    if facet == "city":
        return snapshot.chosen("city", snapshot.tree.with_all_below(keys))
    if facet in ("representative", "proposal"):
        asked_by = "proposals__proposers" if facet == "representative" else "proposals"
        replies = Reply.objects.published().filter(**{f"{asked_by}__in": keys})
        return snapshot.of_replies(replies.values_list("pk", flat=True))
    return snapshot.chosen(facet, keys)


def years_between(first: int | None, last: int | None) -> range:
    return range(first or EARLIEST, (last or LATEST) + 1)
