"""From the values in an address to the replies that have them; what nobody answers to is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pyroaring import BitMap

from replies.models import Proposal, Representative, Topic
from replies.text.search_query import Notice, Query

from .entry_text import NOT_STATED
from .filters import EARLIEST, FACETS, FIXED_CHOICES, HIDDEN, LATEST
from .meant import meant
from .names import agencies_that_answered
from .snapshot import Snapshot
from .state import SearchState
from .typed import fulfilling, having, years_between


@dataclass
class Choices:
    """The sets that narrow a search: one for each facet chosen, one for each condition typed.

    `state` is the one asked for, with values in place of names (`wenzhou` for 温州); `known` are those of
    its values that mean something, by facet.  `numbered` bear a number that was typed as 编号:317.
    """

    state: SearchState
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_facet: dict[str, BitMap] = field(default_factory=dict)
    typed: list[BitMap] = field(default_factory=list)
    excluded: list[BitMap] = field(default_factory=list)
    numbered: BitMap = field(default_factory=BitMap)
    notices: list[Notice] = field(default_factory=list)


def choose(state: SearchState, query: Query, snapshot: Snapshot) -> Choices:
    choices = Choices(state)
    for facet in (*FACETS, *HIDDEN):
        if values := getattr(state, facet):
            _choose(facet, values, snapshot, choices)
    _choose_years(state, snapshot, choices)
    for condition in query.fields:
        found, unknown = fulfilling(condition, snapshot)
        (choices.excluded if condition.excluded else choices.typed).append(found)
        choices.notices += unknown
        if condition.field == "number" and not condition.excluded:
            choices.numbered |= found
    return choices


def _choose(facet: str, values: Sequence[str], snapshot: Snapshot, choices: Choices) -> None:
    """What has one of the values.  A name that several bear is each of them, an unknown one is nobody's."""
    known = dict(_known(facet, values, snapshot))
    instead: dict[str, str] = {}
    shared: list[str] = []
    for value in (value for value in values if value not in known):
        offers = meant(facet, value, snapshot.tree)
        if len(offers) == 1:
            instead[value] = offers[0][0]
        else:
            code = "shared" if offers else "unknown"
            choices.notices.append(Notice(f"{code}-{facet}", value, tuple(offers)))
            shared += [offer for offer, _name in offers]
    if instead:
        known.update(_known(facet, instead.values(), snapshot))
        settled = tuple(dict.fromkeys(instead.get(value, value) for value in values))
        choices.state = replace(choices.state, **{facet: settled})  # type: ignore[arg-type]
    choices.known[facet] = tuple(known)
    known.update(_known(facet, shared, snapshot))
    choices.by_facet[facet] = having(facet, list(known.values()), snapshot)


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


def _choose_years(state: SearchState, snapshot: Snapshot, choices: Choices) -> None:
    """The range belongs to the year facet, so that years are counted without it."""
    if state.year_from or state.year_to:
        within = snapshot.chosen("year", years_between(state.year_from, state.year_to))
        chosen = choices.by_facet.get("year")
        choices.by_facet["year"] = within if chosen is None else chosen & within
