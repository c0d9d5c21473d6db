"""The register of measures: the same search, counted in measures instead of replies.

A measure is in it when its reply is found and, where words were asked for, when the measure itself says
them.  Topics are the measure's own; `deadline` (a year, or `none`) and `has_figure` too are conditions
on the measure alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left
from django.http import QueryDict

from replies.models import Figure, Measure
from replies.text.search_query import Notice, Query, Run, read_query

from .among import among
from .entry_text import NOT_STATED
from .find import find_replies
from .snapshot import current_snapshot
from .state import SearchState

_YEAR = re.compile(r"[0-9]{4}")
OF_THE_REPLY = ("city", "year", "kind", "agency", "outcome")


@dataclass(frozen=True)
class RegisterState:
    """One question to the register, as its address says it."""

    search: SearchState
    deadline: tuple[str, ...] = ()
    has_figure: bool = False

    @classmethod
    def from_query(cls, query: QueryDict, also: Iterable[str] = ()) -> RegisterState:
        """Never raises; a deadline that is no year finds nothing, and is told.

        `also` are parameters that something else reads.
        """
        deadlines = tuple(
            dict.fromkeys(value.strip() for value in query.getlist("deadline") if value.strip())
        )
        search = SearchState.from_query(query, also=("deadline", "has_figure", *also))
        told = [Notice("unknown-deadline", value) for value in deadlines if not _is_deadline(value)]
        asked = query.get("has_figure", "")
        if asked not in ("", "0", "1"):
            told.append(Notice("bad-parameter", f"has_figure={asked}"))
        search = replace(search, notices=(*search.notices, *told))
        return cls(search, deadlines, asked == "1")

    def toggled(self, facet: str, value: str) -> RegisterState:
        if facet == "deadline":
            kept = tuple(v for v in self.deadline if v != value)
            chosen = kept if value in self.deadline else (*self.deadline, value)
            return replace(self, deadline=chosen, search=self.search.turned_to(1))
        if facet == "has_figure":
            return replace(self, has_figure=not self.has_figure, search=self.search.turned_to(1))
        return replace(self, search=self.search.toggled(facet, value))

    def without(self, facet: str, value: str | None = None) -> RegisterState:
        if facet in ("deadline", "has_figure"):
            return self.toggled(facet, value or "1")
        return replace(self, search=self.search.without(facet, value))

    def with_(self, **changes: Any) -> RegisterState:
        return replace(self, search=self.search.with_(**changes))

    def turned_to(self, page: int) -> RegisterState:
        return replace(self, search=self.search.turned_to(page))

    def sorted_by(self, sort: str) -> RegisterState:
        return replace(self, search=self.search.sorted_by(sort))

    def query_string(self) -> str:
        pairs = QueryDict(self.search.query_string()).lists()
        flat = [(name, value) for name, values in pairs for value in values]
        flat += [("deadline", value) for value in self.deadline]
        flat += [("has_figure", "1")] if self.has_figure else []
        return urlencode(sorted(flat))

    @property
    def q(self) -> str:
        return self.search.q

    @property
    def order(self) -> str:
        return "oldest" if self.search.sort == "oldest" else "newest"

    @property
    def year_from(self) -> int | None:
        return self.search.year_from

    @property
    def year_to(self) -> int | None:
        return self.search.year_to

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """What is chosen of the replies; `deadline` and `has_figure` are the measures' own."""
        return self.search.chosen


class Register:
    """The measures of one question, whose replies are found once and whose words are looked for once."""

    def __init__(self, state: RegisterState) -> None:
        self.state = state
        self.find = cache(find_replies)

    def measures(self, apart_from: str = "") -> QuerySet[Measure]:
        """The measures under every condition but that of one facet."""
        found = Measure.objects.published()
        state, search = self.state, self._replies_asked_for(apart_from)
        if search.is_narrowed:
            found = found.filter(among("replies_measure.reply_id", self.find(search).id_set.tolist()))
        found = found.filter(*self._words)
        if state.search.phase and apart_from != "phase":
            found = found.filter(phase__in=state.search.phase)
        if state.search.topic and apart_from != "topic":
            of_topic = Measure.topics.through.objects.filter(topic__in=state.search.topic)
            found = found.filter(Exists(of_topic.filter(measure=OuterRef("pk"))))
        if state.deadline and apart_from != "deadline":
            found = found.filter(_due(state.deadline))
        if state.has_figure and apart_from != "has_figure":
            found = found.filter(with_figure())
        return found

    def counts(self, name: str, apart_from: str = "") -> dict[Any, int]:
        """How many measures have each value of one of `COLUMNS`, under every condition but that of one facet.

        Of the register whole they are counted once in each generation of the index: it is what most ask for.
        """
        kept = current_snapshot().measure_counts if self._is_whole(apart_from) else {}
        if name not in kept:
            rows = self.measures(apart_from).values_list(COLUMNS[name]).annotate(number=Count("pk"))
            kept[name] = dict(rows.order_by())
        return kept[name]

    @property
    def total(self) -> int:
        return sum(self.counts("phase").values())

    def _is_whole(self, apart_from: str) -> bool:
        """Whether there is no condition but that of one facet."""
        state = self.state
        others = {"q": state.q.strip(), "deadline": state.deadline, "has_figure": state.has_figure}
        others["years"] = state.year_from or state.year_to
        asked = {facet for facet, _ in state.chosen} | {name for name, value in others.items() if value}
        return asked <= {apart_from}

    def _replies_asked_for(self, apart_from: str) -> SearchState:
        """The conditions on the reply; what `_words` has looked at already is none."""
        search = self.state.search.without("phase").without("topic")
        search = search.without("q") if self._query.groups else search
        return search.without(apart_from) if apart_from in OF_THE_REPLY else search

    @cached_property
    def _query(self) -> Query:
        return read_query(self.state.q)

    @cached_property
    def _words(self) -> list[Any]:
        """What a measure has to say; where it has to say something, the measures that do, in replies that fit the box."""
        asked = [*_word_conditions(self._query)]
        if not self._query.groups:
            return asked
        replies = self.find(SearchState(q=self.state.q)).id_set.tolist()
        saying = Measure.objects.published().filter(among("replies_measure.reply_id", replies), *asked)
        return [among("replies_measure.id", list(saying.order_by().values_list("pk", flat=True)))]


def with_figure() -> Exists:
    return Exists(Figure.objects.filter(measure=OuterRef("pk")))


COLUMNS: dict[str, Any] = {
    "phase": "phase",
    "deadline": Left("deadline", 4),
    "has_figure": with_figure(),
    "topic": "topics",
    "reply": "reply",
}
"""What measures are counted by; of a deadline its year."""


def _word_conditions(query: Query) -> Iterator[Q]:
    for group in query.groups:
        either = Q()
        for run in group:
            either |= _says(run)
        yield either
    for run in query.excluded:
        yield ~_says(run)


def _says(run: Run) -> Q:
    """Every piece of the run stands in the measure; a quoted run is one piece."""
    says = Q()
    for piece in run.pieces:
        holds = "contains" if piece.lower() == piece.upper() else "icontains"  # Chinese has no capitals
        says &= Q(**{f"text__{holds}": piece}) | Q(**{f"heading__{holds}": piece})
    return says


def _is_deadline(value: str) -> bool:
    return value == NOT_STATED or bool(_YEAR.fullmatch(value))


def _due(years: Iterable[str]) -> Q:
    """Due in one of the years; of what is no year nothing is due."""
    due = Q(pk__in=[])
    for year in years:
        if year == NOT_STATED:
            due |= Q(deadline="")
        elif _is_deadline(year):
            due |= Q(deadline__startswith=year)
    return due
