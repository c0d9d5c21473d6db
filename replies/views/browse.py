"""Searching: the address is read, the engine asked, the page shown.  Nothing else happens here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response

from replies.search.facets import Facet, counts
from replies.search.find import SearchPage, find_replies, search_page
from replies.search.rows import index_state
from replies.search.snapshot import current_snapshot
from replies.search.state import SearchState

from .addresses import Addresses, Askable
from .cards import cards
from .choosing import choosing, facet_to_choose
from .crawlers import is_kept_from_crawlers, understood
from .methods import read_only
from .notices import notice_lines
from .search_links import (
    chips,
    facet_links,
    hidden_fields,
    page_links,
    sort_links,
    suggested_as_conditions,
)
from .validators import page_validator
from .ways_out import ways_out, words_alone

MOST_TO_CHOOSE_FROM = 20_000


@read_only
def browse(request: HttpRequest) -> HttpResponse:
    return search_response(request, SearchState.from_query(request.GET), reverse("search"))


def search_response(
    request: HttpRequest,
    state: SearchState,
    path: str,
    template: str = "replies/search.html",
    more: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The page of a search at `path`; one search has one address, and others lead to it."""
    at = Addresses(path)
    if name := facet_to_choose(request, state):
        return choosing(request, whole_facet(state, name), state, at)
    if not state.notices and is_another_spelling(request, state):
        return HttpResponseRedirect(at.of(state))
    index = index_state()
    validator = page_validator(request, request.GET.urlencode(), index=index)
    unchanged = get_conditional_response(request, etag=validator)
    if unchanged is not None:
        return unchanged
    page = search_page(state, snapshot=current_snapshot(index))
    if not state.notices and page.found.state != state:
        return HttpResponseRedirect(at.of(page.found.state))
    context = {**search_context(page, at), **(more or {})}
    context["canonical"] = request.build_absolute_uri(at.of(understood(page.state, page.notices)))
    response = render(request, template, context)
    response["ETag"] = validator
    return response


def whole_facet(state: SearchState, name: str) -> Facet:
    (facet,) = counts(find_replies(state), [name], most=MOST_TO_CHOOSE_FROM)
    return facet


def is_another_spelling(request: HttpRequest, state: Askable) -> bool:
    """Whether the address says the same with empty fields, another order or defaults written out."""
    return list(request.GET.lists()) != list(QueryDict(state.query_string()).lists())


def search_context(page: SearchPage, at: Addresses) -> dict[str, Any]:
    state = page.state
    facets = facet_links(page.facets, state, at)
    chosen = chips(page.facets, state, at)
    number_chosen = sum(1 for chip in chosen if chip.facet != "q")
    return {
        "found": page,
        "notices": notice_lines(page.notices, state, at),
        "state": state,
        "facets": facets,
        "cards": cards(page.results, page.found.snapshot.labels.of_topics()),
        "chips": chosen,
        "words_alone": words_alone(page.help),
        "ways_out": ways_out(page.help, chosen, at),
        "number_chosen": number_chosen,
        "sorts": sort_links(state, at),
        "pages": page_links(state, page.page, page.pages, at) if page.pages > 1 else [],
        "next_page": at.of(state.turned_to(page.page + 1)) if page.page < page.pages else "",
        "previous_page": at.of(state.turned_to(page.page - 1)) if page.page > 1 else "",
        "hidden_fields": hidden_fields(state),
        "suggest_adds": suggested_as_conditions(state),
        "search_path": at.path,
        "feed_query": replace(state, presets=frozenset(), page=1).query_string(),
        "keep_from_crawlers": is_kept_from_crawlers(state, number_chosen, page.page, page.notices),
    }
