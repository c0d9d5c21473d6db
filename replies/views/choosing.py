"""One facet in full: every value with a box to tick, and one button that applies them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from replies.search.facets import Choice, Facet
from replies.search.filters import FACETS
from replies.text.fold import fold

from .addresses import Addresses, Askable
from .validators import page_validator

# So many boxes are drawn at once; who looks for another writes a part of its name.
LISTED = 400
# From so many on it is easier to write a part of a name than to read the list.
LONG = 12


def facet_to_choose(request: HttpRequest, state: Askable) -> str:
    """The facet that the address asks to see in full; empty where it asks for none."""
    name = request.GET.get("choose", "")
    fixed: frozenset[str] = getattr(state, "presets", frozenset())
    return name if name in FACETS and name not in fixed else ""


def choosing(request: HttpRequest, facet: Facet, state: Askable, at: Addresses) -> HttpResponse:
    """The page of that facet: a plain form that leads back to the search."""
    wanted = fold(request.GET.get("find", "").replace("\x00", "")).strip()
    fitting = with_name(facet.choices, wanted)
    listed = shortened(fitting)
    elsewhere = state.without(facet.name).turned_to(1)
    context = {
        "facet": facet,
        "choices": listed,
        "find": wanted,
        "total": number_of(facet.choices),
        "listed": number_of(listed),
        "unlisted": number_of(fitting) - number_of(listed),
        "is_long": number_of(facet.choices) > LONG,
        "kept_fields": parse_qsl(elsewhere.query_string(), keep_blank_values=True),
        "search_path": at.path,
        "back": at.of(state),
    }
    response = render(request, "replies/choose.html", context)
    response["ETag"] = page_validator(request, request.GET.urlencode())
    return response


def with_name(choices: Iterable[Choice], part: str) -> tuple[Choice, ...]:
    """The values in whose name the part stands, with what lies above them, and the chosen ones."""
    if not part:
        return tuple(choices)
    kept = []
    for choice in choices:
        if part in fold(str(choice.label)):
            kept.append(choice)
        elif (below := with_name(choice.children, part)) or choice.selected:
            kept.append(replace(choice, children=below))
    return tuple(kept)


def shortened(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """A tree that is too large loses its lowest level, a list that is too long its end; none that is chosen."""
    while number_of(choices) > LISTED and any(choice.children for choice in choices):
        lower = tuple(_without_lowest(choice) for choice in choices)
        if lower == tuple(choices):
            break
        choices = lower
    return tuple(choice for n, choice in enumerate(choices) if n < LISTED or choice.holds_chosen)


def _without_lowest(choice: Choice) -> Choice:
    kept = [child for child in choice.children if child.children or child.holds_chosen]
    return replace(choice, children=tuple(_without_lowest(child) for child in kept))


def number_of(choices: Iterable[Choice]) -> int:
    return sum(1 + number_of(choice.children) for choice in choices)
