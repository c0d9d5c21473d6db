"""Addresses of searches, all of them canonical already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, Self
from urllib.parse import quote_plus


class Askable(Protocol):
    """What a search of replies and a question to the register of measures have in common."""

    @property
    def q(self) -> str: ...
    @property
    def order(self) -> str: ...
    @property
    def year_from(self) -> int | None: ...
    @property
    def year_to(self) -> int | None: ...
    @property
    def chosen(self) -> tuple[tuple[str, str], ...]: ...
    def toggled(self, facet: str, value: str) -> Self: ...
    def without(self, facet: str, value: str | None = None) -> Self: ...
    def with_(self, **changes: Any) -> Self: ...
    def turned_to(self, page: int) -> Self: ...
    def sorted_by(self, sort: str) -> Self: ...
    def query_string(self) -> str: ...


# Stands where the value of a choice will stand.
VALUE = "VALUE"


class Addresses:
    """Addresses of searches at one path: `/replies/`, or a place's or topic's own page."""

    def __init__(self, path: str) -> None:
        self.path = path

    def of(self, state: Askable) -> str:
        query = state.query_string()
        return f"{self.path}?{query}" if query else self.path

    def of_choosing(self, state: Askable) -> Callable[[str], str]:
        """From a facet to the page where several of its values are ticked at once."""
        query = state.turned_to(1).query_string()
        rest = f"&{query}" if query else ""
        return lambda facet: f"{self.path}?choose={facet}{rest}"

    def of_choices(self, facet: str, state: Askable) -> Callable[[str], str]:
        """From each value of a facet to the address of the same search with the value toggled.

        Where nothing is chosen in the facet, its addresses differ by the value alone: all else is written once
        for the many choices of a page.
        """
        pairs = state.toggled(facet, VALUE).query_string().split("&")
        own = [pair for pair in pairs if pair.startswith(f"{facet}=")]
        if own != [f"{facet}={VALUE}"]:
            return lambda value: self.of(state.toggled(facet, value))
        at = pairs.index(own[0])
        before = f"{self.path}?{'&'.join([*pairs[:at], f'{facet}='])}"
        after = "&".join(["", *pairs[at + 1 :]])
        return lambda value: f"{before}{quote_plus(value)}{after}"
