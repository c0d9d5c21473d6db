"""One search, as its address says it, and every link that leads to another."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any
from urllib.parse import quote_plus, urlencode

from django.http import QueryDict

from replies.text.search_query import LONGEST, Notice

from .filters import ADDED_ON_THE_WAY, FACETS, HIDDEN, OF_THE_PAGE, SORTS, form_fields, read_parameters

LAST_PAGE = 100_000
MOST_TOLD = 5
# What XML 1.0 cannot say; blanks and line ends it can.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class SearchState:
    """What is asked for.  Frozen: `toggled`, `without` and the like make the state behind a link.

    Facets hold values as they stand in addresses: slugs of places and topics, ids of agencies,
    `none` for what a reply does not state.  `presets` names the facets that the page itself fixes;
    they are not written into its addresses.
    """

    q: str = ""
    city: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    phase: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    representative: tuple[str, ...] = ()
    proposal: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    sort: str = ""
    page: int = 1
    notices: tuple[Notice, ...] = field(default=(), compare=False)
    presets: frozenset[str] = frozenset()

    @classmethod
    def from_query(cls, query: QueryDict | Mapping[str, str], also: Iterable[str] = ()) -> SearchState:
        """Reads an address; never raises.  What it does not understand is left out and told in `notices`.

        `also` names parameters that the caller reads itself.
        """
        given = query if isinstance(query, QueryDict) else QueryDict(urlencode(query, doseq=True))
        read, unread = read_parameters(_without_controls(given))
        values = {name: value for name, value in read.items() if value not in (None, "", ())}
        page, page_notices = _page(values.pop("page", "1"))
        wrong = tuple(Notice("bad-parameter", f"{name}={given.get(name, '')}") for name in unread)
        unknown = unknown_parameters(given, {*form_fields(), *OF_THE_PAGE, *also})
        state = cls(**values, page=page, notices=(*unknown, *wrong, *page_notices))
        return state._with_years_in_order()._within_length()

    def preset(self, **facets: str) -> SearchState:
        """The same search on the page of a place, topic, agency or representative."""
        fixed = {name: (value,) for name, value in facets.items()}
        return replace(self, **fixed, presets=self.presets | set(facets))  # type: ignore[arg-type]

    def toggled(self, facet: str, value: str) -> SearchState:
        """With the value chosen, or no more chosen; back on the first page.  A year takes the place of a range."""
        chosen: tuple[str, ...] = getattr(self, facet)
        others = tuple(v for v in chosen if v != value)
        return self._with_facet(facet, others if value in chosen else (*chosen, value))

    def without(self, facet: str, value: str | None = None) -> SearchState:
        """Without that value, or without the whole facet (`q`, `year_from` and the like too)."""
        if value is not None:
            kept = tuple(v for v in getattr(self, facet) if v != value)
            return self.with_(**{facet: kept})
        return self._with_facet(facet, _DEFAULTS[facet])

    def _with_facet(self, facet: str, values: Any) -> SearchState:
        """The range of years is a choice of the year facet."""
        ranges = {"year_from": None, "year_to": None} if facet == "year" else {}
        return self.with_(**{**ranges, facet: values})

    def with_(self, **changes: Any) -> SearchState:
        """With these fields changed; back on the first page unless `page` is among them."""
        return replace(self, **{"page": 1, **changes})

    def turned_to(self, page: int) -> SearchState:
        return replace(self, page=page)

    def sorted_by(self, sort: str) -> SearchState:
        return replace(self, sort=sort, page=1)

    @property
    def order(self) -> str:
        """The order in force: by relevance where there are words, else the newest first."""
        return self.sort or ("relevance" if self.q.strip() else "newest")

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Every chosen facet value that can be taken away again, as (facet, value)."""
        open_facets = (name for name in (*FACETS, *HIDDEN) if name not in self.presets)
        return tuple((name, value) for name in open_facets for value in getattr(self, name))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything at all is asked for beyond what the page fixes."""
        return bool(self.q.strip() or self.chosen or self.year_from or self.year_to)

    def query_string(self) -> str:
        """The one address of this search: sorted, without defaults and presets."""
        return "&".join(f"{name}={_quoted(value)}" for name, value in sorted(self._pairs()))

    def _pairs(self) -> list[tuple[str, str]]:
        pairs = list(self.chosen)
        for name in ("q", "year_from", "year_to", "page"):
            value = getattr(self, name)
            if value != _DEFAULTS[name]:
                pairs.append((name, str(value)))
        if self.sort and self.sort != replace(self, sort="").order:
            pairs.append(("sort", self.sort))
        return pairs

    def _within_length(self) -> SearchState:
        """No link carries on what the search leaves out."""
        if len(self.q) <= LONGEST:
            return self
        told = Notice("too-long", self.q[LONGEST:])
        return replace(self, q=self.q[:LONGEST], notices=(*self.notices, told))

    def _with_years_in_order(self) -> SearchState:
        if self.year_from and self.year_to and self.year_from > self.year_to:
            told = Notice("years-turned", f"{self.year_from}..{self.year_to}")
            return replace(
                self, year_from=self.year_to, year_to=self.year_from, notices=(*self.notices, told)
            )
        return self


_DEFAULTS: dict[str, Any] = {f.name: f.default for f in fields(SearchState)}
assert set(SORTS) >= {"relevance", "newest"}


def unknown_parameters(query: QueryDict, known: Container[str]) -> list[Notice]:
    """A notice for each name that nothing here reads; an empty value asks for nothing."""
    names = [name for name, values in query.lists() if name not in known and any(values)]
    written = [CONTROLS.sub("", name) for name in names if not ADDED_ON_THE_WAY.fullmatch(name)]
    return [Notice("unknown-parameter", name) for name in written[:MOST_TOLD]]


@lru_cache(maxsize=4_096)
def _quoted(value: str) -> str:
    """The same words stand in each of a page's links."""
    return quote_plus(value)


def _without_controls(query: QueryDict) -> QueryDict:
    """PostgreSQL holds no NUL and XML no other control character, and no parameter means one."""
    clean = QueryDict(mutable=True)
    for name, values in query.lists():
        clean.setlist(name, [CONTROLS.sub("", value) for value in values])
    return clean


def _page(value: Any) -> tuple[int, tuple[Notice, ...]]:
    text = str(value).strip()
    if text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= LAST_PAGE:
        return int(text), ()
    return 1, (Notice("bad-parameter", f"page={text}"),)
