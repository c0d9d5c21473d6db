"""What several places did and promise, side by side: how much, and the latest of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, IntegerField, Q, QuerySet, Value
from django.urls import reverse

from replies.models import City, Measure, Topic
from replies.search.snapshot import current_snapshot

MEASURES_IN_A_COLUMN = 12
PHASES = (Measure.Phase.PLANNED, Measure.Phase.DONE)
LATEST_FIRST = ("-reply__reply_date", "reply", "position")


@dataclass(frozen=True, slots=True)
class Column:
    """A place's measures: for each phase its name, the first of them, and how many there are in all.

    `more_url` leads to all of them in the register, `replies` is the number of replies they are from.
    """

    city: City
    more_url: str
    replies: int
    shown: Sequence[tuple[str, Sequence[Measure], int]]


def columns_of(cities: Sequence[City], topic: Topic | None) -> list[Column]:
    """The number of queries grows with the places, of which there are few, and not with their measures."""
    tree = current_snapshot().tree
    places = [measures_in(tree.with_all_below([city.pk]), topic) for city in cities]
    latest = _latest(places)
    return [
        _column(city, topic, of_place, latest[at])
        for at, (city, of_place) in enumerate(zip(cities, places, strict=True))
    ]


def measures_in(codes: Sequence[str], topic: Topic | None) -> QuerySet[Measure]:
    """The published measures of these places, each taken by itself."""
    found = Measure.objects.published().filter(reply__city__in=codes)
    return found if topic is None else found.filter(topics=topic)


def _column(city: City, topic: Topic | None, measures: QuerySet[Measure], latest: list[Measure]) -> Column:
    number = measures.aggregate(
        replies=Count("reply", distinct=True), **{phase: Count("pk", Q(phase=phase)) for phase in PHASES}
    )
    shown = [(phase, [m for m in latest if m.phase == phase], number[phase]) for phase in PHASES]
    return Column(city, register_address(city, topic), number["replies"], shown)


def _latest(places: Sequence[QuerySet[Measure]]) -> list[list[Measure]]:
    """The latest of each phase of each place, in two queries."""
    first, *more = _parts(places)
    found = list(first.union(*more, all=True))
    measures = list(
        Measure.objects.published()
        .filter(pk__in={pk for pk, _ in found})
        .select_related("reply")
        .defer("reply__letter", "reply__findings")
        .order_by(*LATEST_FIRST)
    )
    return [[m for m in measures if (m.pk, at) in found] for at in range(len(places))]


def _parts(places: Sequence[QuerySet[Measure]]) -> Iterator[QuerySet[Measure, Any]]:
    for at, measures in enumerate(places):
        for phase in PHASES:
            latest = measures.filter(phase=phase).order_by(*LATEST_FIRST)
            numbered = latest.annotate(place=Value(at, IntegerField())).values_list("pk", "place")
            yield numbered[:MEASURES_IN_A_COLUMN]


def register_address(city: City, topic: Topic | None) -> str:
    choices = [("city", city.slug)] + ([("topic", topic.slug)] if topic else [])
    return f"{reverse('measures')}?{urlencode(choices)}"
