"""Places, topics, agencies and representatives: each the same search with one choice made beforehand."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from replies.models import City, Proposal, Representative, Topic
from replies.search.names import agencies_that_answered
from replies.search.state import SearchState

from .browse import search_response

PROPOSALS_SHOWN = 50


@require_safe
def city(request: HttpRequest, slug: str) -> HttpResponse:
    place = City.objects.select_related("parent__parent").filter(slug=slug).first()
    if place is None:
        return shared_name(request, slug)
    state = SearchState.from_query(request.GET).preset(city=slug)
    heads = {
        "heading": place.name,
        "full_heading": place.full_name,
        "above": place.lineage()[:-1],
        "subject": place,
        "feed_url": reverse("city_feed", args=[slug]),
    }
    return search_response(request, state, place.get_absolute_url(), "replies/subject.html", heads)


def shared_name(request: HttpRequest, slug: str) -> HttpResponse:
    """The bare word that several places share answers with the choice (`suzhou`), 300; others 404."""
    places = (
        City.objects.select_related("parent__parent").filter(slug__startswith=f"{slug}-").order_by("code")
    )
    if not places:
        raise Http404(_("没有网址用词为“%(slug)s”的地区。") % {"slug": slug})
    return render(request, "replies/shared_name.html", {"slug": slug, "places": places}, status=300)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    subject = get_object_or_404(Topic, slug=slug)
    state = SearchState.from_query(request.GET).preset(topic=slug)
    heads = {"heading": subject.label, "subject": subject, "feed_url": reverse("topic_feed", args=[slug])}
    return search_response(request, state, subject.get_absolute_url(), "replies/subject.html", heads)


@require_safe
def agency(request: HttpRequest, pk: int) -> HttpResponse:
    subject = get_object_or_404(agencies_that_answered().select_related("city__parent__parent"), pk=pk)
    state = SearchState.from_query(request.GET).preset(agency=str(pk))
    heads = {
        "heading": subject.name,
        "above": subject.city.lineage() if subject.city else [],
        "subject": subject,
        "feed_url": reverse("agency_feed", args=[pk]),
    }
    return search_response(request, state, subject.get_absolute_url(), "replies/subject.html", heads)


@require_safe
def representative(request: HttpRequest, pk: int) -> HttpResponse:
    people = Representative.objects.published().select_related("city__parent__parent")
    subject = get_object_or_404(people, pk=pk)
    state = SearchState.from_query(request.GET).preset(representative=str(pk))
    heads = {
        "heading": subject.name,
        "note": subject.role,
        "above": subject.city.lineage() if subject.city else [],
        "subject": subject,
        "proposals": proposals_of(subject),
        "feed_url": reverse("representative_feed", args=[pk]),
    }
    return search_response(request, state, subject.get_absolute_url(), "replies/subject.html", heads)


def proposals_of(person: Representative) -> Any:
    published = Proposal.objects.published().filter(proposers=person)
    return published.order_by("-term", "-session", "number", "pk")[:PROPOSALS_SHOWN]
