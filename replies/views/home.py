"""The first page: the box, what is here, and the ways in by place, year and topic."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import condition

from replies.models import Reply
from replies.search.facets import counts
from replies.search.find import find_replies
from replies.search.state import SearchState

from .addresses import Addresses
from .methods import read_only
from .search_links import facet_links
from .validators import page_validator

NEWEST = 6
WAYS_IN = ("city", "year", "topic")


def _validator(request: HttpRequest) -> str:
    return page_validator(request, timezone.localdate())


@read_only
@condition(etag_func=_validator)
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "replies/home.html", home_context())


def home_context() -> dict[str, Any]:
    state = SearchState()
    found = find_replies(state)
    at = Addresses(reverse("search"))
    facets = {links.name: links for links in facet_links(counts(found, WAYS_IN), state, at)}
    newest = Reply.objects.published().with_list_parts().defer("letter", "findings")
    return {
        "state": state,
        "search_path": at.path,
        "total": found.total,
        "places": facets.get("city"),
        "years": facets.get("year"),
        "topics": facets.get("topic"),
        "newest": newest.order_by("-published_at", "-pk")[:NEWEST],
    }
