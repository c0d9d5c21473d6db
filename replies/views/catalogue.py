"""Places, topics, agencies and representatives: each the same search with one choice made beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from replies.models import City, Proposal, Representative, Topic
from replies.search.names import agencies_that_answered
from replies.search.places import Place
from replies.search.snapshot import current_snapshot
from replies.search.state import SearchState

from .browse import search_response
from .by_name import by_name
from .methods import read_only

PROPOSALS_SHOWN = 50


@read_only
def city(request: HttpRequest, slug: str) -> HttpResponse:
    place = City.objects.select_related("parent__parent").filter(slug=slug).first()
    if place is None:
        return by_name(request, slug, "city")
    state = SearchState.from_query(request.GET).preset(city=slug)
    heads = {
        "heading": place.name,
        "full_heading": place.full_name,
        "above": place.lineage()[:-1],
        "subject": place,
        "feed_url": reverse("city_feed", args=[slug]),
        "nothing_yet": nothing_yet(place),
    }
    return search_response(request, state, place.get_absolute_url(), "replies/subject.html", heads)


@dataclass(frozen=True, slots=True)
class Around:
    """Where to look instead, each place with how many replies it holds: what lies above, then what lies beside."""

    above: tuple[tuple[Place, int], ...] = ()
    beside: tuple[tuple[Place, int], ...] = ()


def nothing_yet(place: City) -> Around | None:
    """None where the place has a published reply, itself or within it."""
    snapshot = current_snapshot()
    tree, counts = snapshot.tree, snapshot.place_counts
    if counts.get(place.pk):
        return None
    if place.pk not in tree.by_code:  # newer than the last publication
        return Around()
    above = [
        (holder, counts[holder.code])
        for holder in tree.above(tree.by_code[place.pk])
        if counts.get(holder.code)
    ]
    nearest = above[0][0].code if above else None
    beside = [(other, counts[other.code]) for other in tree.children(nearest) if counts.get(other.code)]
    return Around(tuple(above), tuple(sorted(beside, key=lambda other: -other[1])))


@read_only
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    subject = Topic.objects.filter(slug=slug).first()
    if subject is None:
        return by_name(request, slug, "topic")
    state = SearchState.from_query(request.GET).preset(topic=slug)
    snapshot = current_snapshot()
    heads = {
        "heading": subject.label,
        "subject": subject,
        "feed_url": reverse("topic_feed", args=[slug]),
        "nothing_yet": None if snapshot.chosen("topic", [slug]) & snapshot.live else Around(),
    }
    return search_response(request, state, subject.get_absolute_url(), "replies/subject.html", heads)


@read_only
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


@read_only
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
