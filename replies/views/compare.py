"""Two to six places side by side: what they did and promise on one topic, and the figures they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from replies.models import City, Measure, Reply, Topic

from .compared_figures import indicator_rows
from .validators import page_validator

LEAST, MOST = 2, 6
MEASURES_IN_A_COLUMN = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, and what of it was not understood."""

    cities: tuple[City, ...]
    topic: Topic | None
    notices: tuple[str, ...]

    @property
    def is_enough(self) -> bool:
        return len(self.cities) >= LEAST


@dataclass(slots=True)
class Column:
    """A place's measures.  `more_url` leads to all of them in the register."""

    city: City
    more_url: str
    planned: list[Measure] = field(default_factory=list)
    done: list[Measure] = field(default_factory=list)
    replies: set[int] = field(default_factory=set)

    @property
    def own_measures(self) -> list[Measure]:
        """Those of the place itself: what a county has is no figure of its province."""
        return [m for m in (*self.done, *self.planned) if m.reply.city_id == self.city.pk]

    @property
    def shown(self) -> list[tuple[str, list[Measure], int]]:
        """Phase, the first measures of it, and how many it has in all."""
        return [
            (phase, rows[:MEASURES_IN_A_COLUMN], len(rows))
            for phase, rows in (("planned", self.planned), ("done", self.done))
        ]


def _validator(request: HttpRequest) -> str:
    return page_validator(request, request.GET.urlencode())


@require_safe
@condition(etag_func=_validator)
def compare(request: HttpRequest) -> HttpResponse:
    asked = read_question(
        (slug.replace("\x00", "") for slug in request.GET.getlist("city")),
        request.GET.get("topic", "").replace("\x00", ""),
    )
    context: dict[str, Any] = {
        "asked": asked,
        "topics": Topic.objects.all(),
        "places": places_to_choose({city.pk for city in asked.cities}),
        "most": MOST,
    }
    if asked.is_enough:
        context.update(comparison(asked))
    return render(request, "replies/compare.html", context)


def read_question(slugs: Iterable[str], topic_slug: str) -> Asked:
    """At most six places, in the order given; whatever is unknown or too much is said."""
    wanted = list(dict.fromkeys(slug for slug in slugs if slug))
    known = {
        city.slug: city for city in City.objects.filter(slug__in=wanted).select_related("parent__parent")
    }
    notices = [_("没有网址用词为“%(slug)s”的地区。") % {"slug": slug} for slug in wanted if slug not in known]
    cities = tuple(known[slug] for slug in wanted if slug in known)
    if len(cities) > MOST:
        notices.append(_("一次最多比较 %(most)d 个地区，只取前 %(most)d 个。") % {"most": MOST})
    topic = Topic.objects.filter(slug=topic_slug).first() if topic_slug else None
    if topic_slug and topic is None:
        notices.append(_("没有名为“%(slug)s”的主题，已比较全部措施。") % {"slug": topic_slug})
    if len(cities) == 1:
        notices.append(_("请至少再选一个地区。"))
    return Asked(cities[:MOST], topic, tuple(notices))


def comparison(asked: Asked) -> dict[str, Any]:
    columns = [Column(city, register_address(city, asked.topic)) for city in asked.cities]
    measures = list(measures_of(asked.cities, asked.topic))
    for measure in measures:
        for column in columns:
            if column.city in measure.reply.city.lineage():  # type: ignore[union-attr]
                (column.planned if measure.phase == Measure.Phase.PLANNED else column.done).append(measure)
                column.replies.add(measure.reply_id)
    return {
        "columns": columns,
        "rows": indicator_rows([column.own_measures for column in columns]),
    }


def register_address(city: City, topic: Topic | None) -> str:
    choices = [("city", city.slug)] + ([("topic", topic.slug)] if topic else [])
    return f"{reverse('measures')}?{urlencode(choices)}"


def measures_of(cities: Sequence[City], topic: Topic | None) -> QuerySet[Measure]:
    """Measures of these places and the places in them, the latest replies first."""
    pks = [city.pk for city in cities]
    within = Q()
    for path in ("reply__city", "reply__city__parent", "reply__city__parent__parent"):
        within |= Q(**{f"{path}__in": pks})
    found = Measure.objects.published().filter(within)
    if topic is not None:
        found = found.filter(topics=topic)
    return (
        found.select_related("reply__city__parent__parent", "reply__agency")
        .prefetch_related("figures")
        .defer("reply__letter", "reply__findings")
        .order_by("-reply__reply_date", "reply", "position")
    )


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    city: City
    chosen: bool


def places_to_choose(chosen: set[str]) -> list[tuple[str, list[PlaceChoice]]]:
    """Places with a published reply, under their provinces."""
    answered = Exists(Reply.objects.published().filter(city=OuterRef("pk")))
    places = (
        City.objects.filter(answered | Q(pk__in=chosen)).select_related("parent__parent").order_by("code")
    )
    groups: dict[str, list[PlaceChoice]] = {}
    for place in places:
        province = place.lineage()[0].name
        groups.setdefault(province, []).append(PlaceChoice(place, place.pk in chosen))
    return list(groups.items())
