"""The register of what was done and is promised, over all replies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response

from replies.models import Measure
from replies.search.measure_register import Register, RegisterState
from replies.search.register_page import RegisterPage, facets, register_page
from replies.text.highlight import Piece, mark

from .addresses import Addresses
from .browse import is_another_spelling
from .choosing import choosing, facet_to_choose
from .crawlers import is_kept_from_crawlers, understood
from .methods import read_only
from .notices import notice_lines
from .search_links import (
    Chip,
    chips,
    facet_links,
    hidden_fields,
    page_links,
    sort_links,
    suggested_as_conditions,
)
from .validators import page_validator
from .ways_out import WayOutLink, without_condition

MOST_WAYS = 6


@dataclass(frozen=True, slots=True)
class RegisterLine:
    measure: Measure
    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]


@read_only
def measures(request: HttpRequest) -> HttpResponse:
    state = RegisterState.from_query(request.GET)
    at = Addresses(reverse("measures"))
    if name := facet_to_choose(request, state):
        for facet in facets(Register(state)):
            if facet.name == name:
                return choosing(request, facet, state, at)
    if not state.search.notices and is_another_spelling(request, state):
        return HttpResponseRedirect(at.of(state))
    validator = page_validator(request, state.query_string())
    unchanged = get_conditional_response(request, etag=validator)
    if unchanged is not None:
        return unchanged
    page = register_page(state)
    if not state.search.notices and page.state != state:
        return HttpResponseRedirect(at.of(page.state))
    context = register_context(page, at)
    context["canonical"] = request.build_absolute_uri(at.of(understood(page.state, page.notices)))
    response = render(request, "replies/measures.html", context)
    response["ETag"] = validator
    return response


def register_context(page: RegisterPage, at: Addresses) -> dict[str, Any]:
    state = page.state
    chosen = chips(page.facets, state, at)
    number_chosen = sum(1 for chip in chosen if chip.facet != "q")
    return {
        "found": page,
        "notices": notice_lines(page.notices, state, at),
        "state": state,
        "lines": [register_line(measure, page.runs) for measure in page.measures],
        "facets": facet_links(page.facets, state, at),
        "chips": chosen,
        "number_chosen": number_chosen,
        "sorts": sort_links(state, at, by_relevance=False),
        "pages": page_links(state, page.page, page.pages, at) if page.pages > 1 else [],
        "next_page": at.of(state.turned_to(page.page + 1)) if page.page < page.pages else "",
        "previous_page": at.of(state.turned_to(page.page - 1)) if page.page > 1 else "",
        "ways_out": [] if page.total else ways_out_of(chosen),
        "register": True,
        "hidden_fields": hidden_fields(state),
        "suggest_adds": suggested_as_conditions(state, at_register=True),
        "search_path": at.path,
        "keep_from_crawlers": is_kept_from_crawlers(state, number_chosen, page.page, page.notices),
    }


def ways_out_of(chosen: Sequence[Chip]) -> list[WayOutLink]:
    """From an empty page: each condition left out by itself, where that finds something."""
    ways = [
        WayOutLink(without_condition(chip.label), chip.url, _number(chip.url)) for chip in chosen[:MOST_WAYS]
    ]
    return [way for way in ways if way.count]


def _number(address: str) -> int:
    return Register(RegisterState.from_query(QueryDict(address.partition("?")[2]))).total


def register_line(measure: Measure, runs: tuple[str, ...]) -> RegisterLine:
    return RegisterLine(measure, mark(measure.heading, runs), mark(measure.text, runs))
