"""What visiting programs may read."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from replies.search.filters import FACETS, HIDDEN
from replies.text.search_query import Notice

from .addresses import Askable
from .methods import read_only

# Nothing secret stands here: these addresses only multiply what others show already.
NOT_FOR_CRAWLERS = (
    "/admin/",
    "/saved/",
    "/compare/?",
    "/replies/export.",
    "/replies/suggestions",
    "/elder/",
    "/theme/",
    "/language/",
)
# The same result in another order, any range of years, and three conditions or more: all without end.
WITHOUT_END = ("/*sort=", "/*year_from=", "/*year_to=", "/*choose=", "/*?*&*&")


@read_only
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_CRAWLERS + WITHOUT_END)]
    lines += ["Crawl-delay: 1", "", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


# Beyond this many choices, the one that the page itself fixes among them, a page is a combination that
# nobody needs to find through a crawler.
CHOICES_FOR_CRAWLERS = 1
_NOT_UNDERSTOOD = ("unknown", "shared", "bad")


def is_kept_from_crawlers(state: Askable, chosen: int, page: int, notices: Iterable[Notice]) -> bool:
    """Combinations, what lies behind the first page of a choice, what asks for something that is not there, and what
    has no end: any range of years, and the same in another order."""
    combined = chosen + len(getattr(state, "presets", ())) > CHOICES_FOR_CRAWLERS
    not_understood = any(notice.code.partition("-")[0] in _NOT_UNDERSTOOD for notice in notices)
    in_another_order = state.sorted_by("").query_string() != state.turned_to(1).query_string()
    without_end = bool(state.year_from or state.year_to) or in_another_order
    return combined or not_understood or without_end or (page > 1 and chosen > 0)


def understood(state: Askable, notices: Iterable[Notice]) -> Askable:
    """The question without the conditions that mean nothing here: what its canonical address asks."""
    for notice in notices:
        kind, _dash, facet = notice.code.partition("-")
        if kind in _NOT_UNDERSTOOD and facet in (*FACETS, *HIDDEN):
            state = state.without(facet, notice.part)
    return state
