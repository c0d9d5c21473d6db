"""Two to six places side by side: what they did and promise on one topic, and the figures they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import condition

from replies.models import City, Reply, Topic
from replies.search.names import topics_called
from replies.search.snapshot import current_snapshot
from replies.search.state import unknown_parameters

from .compared_figures import indicator_rows
from .compared_measures import columns_of
from .methods import read_only
from .notices import NoticeLine, notice_words
from .validators import page_validator

LEAST, MOST = 2, 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, and what of it was not understood."""

    cities: tuple[City, ...]
    topic: Topic | None
    notices: tuple[NoticeLine, ...]

    @property
    def is_enough(self) -> bool:
        return len(self.cities) >= LEAST

    @property
    def topic_slug(self) -> str:
        return self.topic.slug if self.topic else ""

    def is_named_otherwise(self, query: QueryDict) -> bool:
        """Whether the address names a place or the topic in words."""
        named = {slug for slug in (*query.getlist("city"), query.get("topic", "")) if slug}
        return bool(named - {self.topic_slug, *(city.slug for city in self.cities)})


def _validator(request: HttpRequest) -> str:
    return page_validator(request, request.GET.urlencode())


@read_only
@condition(etag_func=_validator)
def compare(request: HttpRequest) -> HttpResponse:
    asked = read_question(
        (slug.replace("\x00", "") for slug in request.GET.getlist("city")),
        request.GET.get("topic", "").replace("\x00", ""),
    )
    unknown = unknown_parameters(request.GET, ("city", "topic"))
    asked = replace(asked, notices=(*asked.notices, *(NoticeLine(notice_words(one)) for one in unknown)))
    if not asked.notices and asked.is_named_otherwise(request.GET):
        return HttpResponseRedirect(address([city.slug for city in asked.cities], asked.topic_slug))
    context: dict[str, Any] = {
        "asked": asked,
        "topics": Topic.objects.all(),
        "places": places_to_choose({city.pk for city in asked.cities}),
        "least": LEAST,
        "most": MOST,
    }
    if asked.is_enough:
        context.update(comparison(asked))
    return render(request, "replies/compare.html", context)


def read_question(names: Iterable[str], topic_name: str) -> Asked:
    """At most six places, in the order given; whatever is unknown, shared or too much is said."""
    wanted = list(dict.fromkeys(name for name in names if name))
    meant = _meant(wanted)
    cities = tuple(dict.fromkeys(places[0] for places in meant.values() if len(places) == 1))
    unclear = {name: places for name, places in meant.items() if len(places) != 1}
    notices = [_not_clear(name, places, wanted, topic_name) for name, places in unclear.items()]
    if len(cities) > MOST:
        notices.append(NoticeLine(_("一次最多比较 %(most)d 个地区，只取前 %(most)d 个。") % {"most": MOST}))
    topic = Topic.objects.filter(slug__in=topics_called(topic_name)).first()
    if topic_name and topic is None:
        notices.append(NoticeLine(_("没有名为“%(name)s”的主题，已比较全部措施。") % {"name": topic_name}))
    if len(cities) == 1:
        notices.append(NoticeLine(_("请至少再选一个地区。")))
    return Asked(cities[:MOST], topic, tuple(notices))


def _meant(names: Sequence[str]) -> dict[str, list[City]]:
    """The places each may stand for: by its slug, or by a name of it."""
    rows = City.objects.select_related("parent__parent")
    known = rows.in_bulk(names, field_name="slug")
    tree = current_snapshot().tree
    named = {name: [place.slug for place in tree.meant(name)] for name in names if name not in known}
    known.update(rows.in_bulk([slug for slugs in named.values() for slug in slugs], field_name="slug"))
    return {name: [known[slug] for slug in named.get(name, [name])] for name in names}


def _not_clear(name: str, places: Sequence[City], wanted: Sequence[str], topic: str) -> NoticeLine:
    """A name that nobody bears, or that several share, with a link for each of them."""
    if not places:
        return NoticeLine(_("没有叫“%(name)s”的地区。") % {"name": name})
    said = _("叫“%(name)s”的地区有 %(count)d 个，没有用它。") % {"name": name, "count": len(places)}
    links = [
        (place.full_name, address([place.slug if other == name else other for other in wanted], topic))
        for place in places
    ]
    return NoticeLine(said, tuple(links))


def address(slugs: Iterable[str], topic: str) -> str:
    choices = [("city", slug) for slug in slugs] + ([("topic", topic)] if topic else [])
    return f"{reverse('compare')}?{urlencode(choices)}"


def comparison(asked: Asked) -> dict[str, Any]:
    return {
        "columns": columns_of(asked.cities, asked.topic),
        "rows": indicator_rows(asked.cities, asked.topic),
    }


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
