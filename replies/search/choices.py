"""From the values in an address to the replies that have them; what no value answers to becomes a notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pyroaring import BitMap

from replies.models import Proposal, Reply, Representative, Topic
from replies.text.search_query import FieldWord, Notice, Query

from .entry_text import NOT_STATED
from .filters import EARLIEST, FACETS, FIXED_CHOICES, HIDDEN, LATEST
from .meant import meant
from .names import agencies_called, agencies_that_answered, representatives_called, topics_called
from .number_box import read_number, replies_numbered
from .snapshot import Snapshot
from .state import SearchState


@dataclass
class Choices:
    """The sets that narrow a search: one for each facet chosen, one for each condition typed.

    `state` is the one asked for, with values in place of names (`wenzhou` for 温州); `known` are those of
    its values that mean something, by facet.
    """

    state: SearchState
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_facet: dict[str, BitMap] = field(default_factory=dict)
    typed: list[BitMap] = field(default_factory=list)
    excluded: list[BitMap] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


CALLED: dict[str, Callable[[str], Iterable[Any]]] = {
    "topic": topics_called,
    "agency": agencies_called,
    "representative": representatives_called,
}


def choose(state: SearchState, query: Query, snapshot: Snapshot) -> Choices:
    choices = Choices(state)
    for facet in (*FACETS, *HIDDEN):
        if values := getattr(state, facet):
            _choose(facet, values, snapshot, choices)
    _choose_years(state, snapshot, choices)
    for word in query.fields:
        _choose_typed(word, snapshot, choices)
    for first, last in query.years:
        choices.typed.append(snapshot.chosen("year", _years(first, last)))
    return choices


def _choose(facet: str, values: Sequence[str], snapshot: Snapshot, choices: Choices) -> None:
    known = dict(_known(facet, values, snapshot))
    instead: dict[str, str] = {}
    for value in (value for value in values if value not in known):
        offers = meant(facet, value, snapshot.tree)
        if len(offers) == 1:
            instead[value] = offers[0][0]
        else:
            code = "shared" if offers else "unknown"
            choices.notices.append(Notice(f"{code}-{facet}", value, tuple(offers)))
    if instead:
        known.update(_known(facet, instead.values(), snapshot))
        settled = tuple(dict.fromkeys(instead.get(value, value) for value in values))
        choices.state = replace(choices.state, **{facet: settled})  # type: ignore[arg-type]
    if known:
        choices.known[facet] = tuple(known)
        choices.by_facet[facet] = _having(facet, list(known.values()), snapshot)


def _known(facet: str, values: Iterable[str], snapshot: Snapshot) -> list[tuple[str, Any]]:
    """The values that mean something, each with what the index calls it."""
    if facet == "city":
        by_slug = snapshot.tree.by_slug
        return [(v, by_slug[v].code) for v in values if v in by_slug]
    if facet == "year":
        return [(v, int(v)) for v in values if v.isascii() and v.isdigit() and EARLIEST <= int(v) <= LATEST]
    if facet in FIXED_CHOICES:
        return [(v, v) for v in values if v in FIXED_CHOICES[facet]]
    if facet == "topic":
        slugs = {NOT_STATED, *Topic.objects.filter(pk__in=list(values)).values_list("pk", flat=True)}
        return [(v, v) for v in values if v in slugs]
    return _known_rows(facet, values)


def _known_rows(facet: str, values: Iterable[str]) -> list[tuple[str, int]]:
    ids = {v: int(v) for v in values if v.isascii() and v.isdigit() and len(v) < 19}
    rows: Any = {
        "agency": agencies_that_answered(),
        "representative": Representative.objects.published(),
        "proposal": Proposal.objects.published(),
    }[facet]
    there = set(rows.filter(pk__in=ids.values()).values_list("pk", flat=True))
    return [(v, pk) for v, pk in ids.items() if pk in there]


def _having(facet: str, keys: list[Any], snapshot: Snapshot) -> BitMap:
    if facet == "city":
        return snapshot.chosen("city", snapshot.tree.with_all_below(keys))
    if facet == "representative":
        return snapshot.of_replies(
            Reply.objects.published().filter(proposals__proposers__in=keys).values_list("pk", flat=True)
        )
    if facet == "proposal":
        return snapshot.of_replies(
            Reply.objects.published().filter(proposals__in=keys).values_list("pk", flat=True)
        )
    return snapshot.chosen(facet, keys)


def _years(first: int | None, last: int | None) -> range:
    return range(first or EARLIEST, (last or LATEST) + 1)


def _choose_years(state: SearchState, snapshot: Snapshot, choices: Choices) -> None:
    """The range belongs to the year facet, so that years are counted without it."""
    if state.year_from or state.year_to:
        within = snapshot.chosen("year", _years(state.year_from, state.year_to))
        chosen = choices.by_facet.get("year")
        choices.by_facet["year"] = within if chosen is None else chosen & within


def _choose_typed(word: FieldWord, snapshot: Snapshot, choices: Choices) -> None:
    """A condition typed into the box, as 城市:温州."""
    having = _typed(word, snapshot)
    if having is None:
        choices.notices.append(Notice(f"unknown-{word.field}", word.value))
    elif word.excluded:
        choices.excluded.append(having)
    else:
        choices.typed.append(having)


def _typed(word: FieldWord, snapshot: Snapshot) -> BitMap | None:
    if word.field == "city":
        codes = [place.code for place in snapshot.tree.called(word.value)]
        return _having("city", codes, snapshot) if codes else None
    if word.field == "number":
        return snapshot.of_replies(replies_numbered(word.value)) if read_number(word.value) else None
    keys = [*CALLED[word.field](word.value)]
    return _having(word.field, keys, snapshot) if keys else None
