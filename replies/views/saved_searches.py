"""Searches that a reader follows: how many replies are new since she last looked."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from pyroaring import BitMap, FrozenBitMap

from replies.models import Reply, SavedSearch, Shelf
from replies.search.find import find_replies
from replies.search.state import SearchState

from . import keeping
from .methods import read_only
from .search_words import in_words
from .shelf_cookie import form_without_token, private_page, remember, shelf_for_keeping, shelf_of
from .validators import generation

COUNTING_SECONDS = 3.0
KEPT_ANSWERS = 500


@dataclass(frozen=True, slots=True)
class FollowedSearch:
    """A saved search as it stands today; `total` is None where there was no time left to count."""

    search: SavedSearch
    total: int | None = None
    new: int = 0

    @property
    def address(self) -> str:
        return _address("search", self.search.query_string)

    @property
    def feed(self) -> str:
        return _address("feed", self.search.query_string)


def searches_with_news(shelf: Shelf) -> list[FollowedSearch]:
    """The searches, counted as far as `COUNTING_SECONDS` reach; what was counted is kept, so the next look goes on."""
    searches = list(shelf.searches.all())
    since = min((search.looked_at for search in searches), default=None)
    published = _published_since(since) if since else {}
    state, until = generation(), time.monotonic() + COUNTING_SECONDS
    return [
        _as_it_stands(search, published, state) if time.monotonic() < until else FollowedSearch(search)
        for search in searches
    ]


def _published_since(moment: datetime) -> dict[int, datetime]:
    recent = Reply.objects.published().filter(published_at__gt=moment)
    return {pk: published_at for pk, published_at in recent.values_list("pk", "published_at") if published_at}


def _as_it_stands(search: SavedSearch, published: dict[int, datetime], archive: str) -> FollowedSearch:
    hits = _hits(archive, search.query_string)
    newer = BitMap([pk for pk, published_at in published.items() if published_at > search.looked_at])
    return FollowedSearch(search, len(hits), len(hits & newer))


@lru_cache(maxsize=KEPT_ANSWERS)
def _hits(archive: str, query_string: str) -> FrozenBitMap:
    """The ids of the replies found, kept until the archive's state is another."""
    return FrozenBitMap(find_replies(state_of(query_string)).id_set.tolist())


def state_of(query_string: str) -> SearchState:
    return SearchState.from_query(QueryDict(query_string))


@private_page
@form_without_token
def keep_search(request: HttpRequest, *, sure: bool) -> HttpResponse:
    """Keeps the search of `search`, a query string; its canonical form without the page is what counts."""
    given = request.POST.get("search") or request.GET.urlencode()
    state = state_of(given).turned_to(1)
    query_string, words = state.query_string(), in_words(state)
    if not sure:
        context = {"query_string": query_string, "words": words}
        return render(request, "saved/keep_search.html", context)
    shelf = shelf_for_keeping(request)
    refusal = _refusal(shelf, query_string)
    if refusal:
        return render(request, "saved/full.html", {"reason": refusal}, status=400)
    search = keeping.keep_search(shelf, query_string, name=words[: keeping.NAME_LENGTH])
    return remember(HttpResponseRedirect(f"{reverse('saved')}#search-{search.pk}"), shelf, request)


def _refusal(shelf: Shelf, query_string: str) -> str:
    if len(query_string) > keeping.LONGEST_SEARCH:
        return _("检索条件太长，最长 %(most)d 个字符。请去掉几个条件再关注。") % {
            "most": keeping.LONGEST_SEARCH
        }
    if shelf.searches.count() >= keeping.MOST_SEARCHES:
        return _("关注的检索已满 %(most)d 项。请先去掉几项。") % {"most": keeping.MOST_SEARCHES}
    return ""


@private_page
@read_only
def open_search(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads to the search, and remembers that the reader has looked."""
    search = get_object_or_404(SavedSearch, shelf=shelf_of(request), pk=pk)
    if request.method == "GET":
        keeping.look_at(search)
    return HttpResponseRedirect(_address("search", search.query_string))


@private_page
@require_POST
def drop_search(request: HttpRequest, pk: int) -> HttpResponse:
    SavedSearch.objects.filter(shelf=shelf_of(request), pk=pk).delete()
    return redirect("saved")


def _address(name: str, query_string: str) -> str:
    return f"{reverse(name)}?{query_string}" if query_string else reverse(name)
