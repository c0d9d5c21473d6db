"""Atom feeds: any search, and the replies of a place, topic, agency or representative.

A feed is ordered by when a reply became public here, so that an old letter published today is new; it
goes back page by page (`rel="next"`) to the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from replies.models import Agency, City, Reply, Representative, Topic
from replies.search.among import among
from replies.search.find import find_replies
from replies.search.names import agencies_that_answered
from replies.search.state import SearchState
from replies.views.addresses import Addresses
from replies.views.by_name import by_name
from replies.views.methods import read_only
from replies.views.search_words import in_words
from replies.views.validators import page_validator

ENTRIES_ON_A_PAGE = 50


class PagedAtom(Atom1Feed):
    """Atom with a link to the older entries (RFC 5005)."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if self.feed.get("older_url"):
            handler.addQuickElement("link", "", {"rel": "next", "href": self.feed["older_url"]})


@read_only
def feed(request: HttpRequest) -> HttpResponse:
    state = SearchState.from_query(request.GET)
    title = (
        _("答复档案：%(words)s") % {"words": in_words(state)}
        if state.is_narrowed
        else _("答复档案：最新答复")
    )
    return feed_response(request, state, title, reverse("search"))


@read_only
def city_feed(request: HttpRequest, slug: str) -> HttpResponse:
    place = City.objects.select_related("parent__parent").filter(slug=slug).first()
    if place is None:
        return by_name(request, slug, "city", "city_feed")
    return subject_feed(request, place, place.full_name, city=slug)


@read_only
def topic_feed(request: HttpRequest, slug: str) -> HttpResponse:
    topic = Topic.objects.filter(slug=slug).first()
    if topic is None:
        return by_name(request, slug, "topic", "topic_feed")
    return subject_feed(request, topic, topic.label, topic=slug)


@read_only
def agency_feed(request: HttpRequest, pk: int) -> HttpResponse:
    agency = get_object_or_404(agencies_that_answered(), pk=pk)
    return subject_feed(request, agency, agency.name, agency=str(pk))


@read_only
def representative_feed(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Representative.objects.published(), pk=pk)
    return subject_feed(request, person, person.name, representative=str(pk))


def subject_feed(
    request: HttpRequest, subject: City | Topic | Agency | Representative, name: str, **preset: str
) -> HttpResponse:
    state = SearchState.from_query(request.GET).preset(**preset)
    title = _("答复档案：%(words)s") % {"words": name}
    return feed_response(request, state, title, subject.get_absolute_url())


def feed_response(request: HttpRequest, state: SearchState, title: str, path: str) -> HttpResponse:
    validator = page_validator(request, state.query_string(), state.page)
    unchanged = get_conditional_response(request, etag=validator)
    if unchanged is not None:
        return unchanged
    replies, older = entries(state)
    feed = PagedAtom(
        title=title,
        link=request.build_absolute_uri(Addresses(path).of(state.turned_to(1))),
        description=_("各地机关公开的人大代表建议、政协提案办理答复"),
        language=request.LANGUAGE_CODE,
        feed_url=request.build_absolute_uri(),
        older_url=_older(request, state) if older else "",
    )
    for reply in replies:
        add_entry(feed, reply, request)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8", headers={"ETag": validator})
    feed.write(response, "utf-8")
    return response


def _older(request: HttpRequest, state: SearchState) -> str:
    return request.build_absolute_uri(f"{request.path}?{state.turned_to(state.page + 1).query_string()}")


def entries(state: SearchState) -> tuple[Sequence[Reply], bool]:
    """One page of the replies found, the latest to become public first, and whether there are older ones."""
    start = (state.page - 1) * ENTRIES_ON_A_PAGE
    newest = Reply.objects.published().order_by("-published_at", "-pk")
    if state.is_narrowed or state.presets:
        newest = newest.filter(among("replies_reply.id", find_replies(state).id_set.tolist()))
    ids = list(newest.values_list("pk", flat=True)[start : start + ENTRIES_ON_A_PAGE + 1])
    rows = Reply.objects.published().filter(pk__in=ids[:ENTRIES_ON_A_PAGE]).with_list_parts()
    shown = rows.defer("letter", "findings").order_by("-published_at", "-pk")
    return list(shown), len(ids) > ENTRIES_ON_A_PAGE


def add_entry(feed: Atom1Feed, reply: Reply, request: HttpRequest) -> None:
    """What a reader of feeds sees: title, agency, place, topics; the letter itself is one step away."""
    address = request.build_absolute_uri(reply.get_absolute_url())
    feed.add_item(
        title=reply.title,
        link=address,
        unique_id=address,
        description=_summary(reply),
        author_name=reply.agency.name if reply.agency else "",
        pubdate=reply.published_at,
        updateddate=reply.updated_at,
        categories=[topic.label for topic in reply.topics.all()],
    )


def _summary(reply: Reply) -> str:
    titles = [proposal.title for proposal in reply.proposals.all() if proposal.title]
    place = reply.city.full_name if reply.city else ""
    day = reply.reply_date.isoformat() if reply.reply_date else ""
    return " · ".join(part for part in (place, day, *titles) if part)
