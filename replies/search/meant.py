"""Names in place of the values that addresses take: city=温州 is city=wenzhou, kind=人大建议 is kind=npc."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.db.models import Q
from django.utils.translation import override

from replies.models import Representative
from replies.text.fold import fold

from .filters import FIXED_CHOICES
from .names import agencies_that_answered, topics_called
from .places import Places

Offer = tuple[str, str]
"""A value that a name may stand for, and what tells it from the others of that name."""

ALSO_SAID = {
    "kind": {"人大建议": "npc", "代表建议": "npc", "建议": "npc", "提案": "cppcc", "委员提案": "cppcc"},
}
"""What these are called besides their labels."""


def meant(facet: str, name: str, tree: Places) -> list[Offer]:
    """What the name may stand for: one where it is clear, several where it is shared, none where nobody bears it."""
    if facet == "city":
        return [(place.slug, tree.full_name(place)) for place in tree.meant(name)]
    if facet in FIXED_CHOICES:
        return [(value, name) for value in _labelled(facet).get(fold(name), [])]
    return _OTHERS[facet](name)


@cache
def _labelled(facet: str) -> dict[str, list[str]]:
    """Values by their labels in every language, as a copied address keeps the language it was written in."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for said, value in ALSO_SAID.get(facet, {}).items():
        values[said].append(value)
    for language, _name in settings.LANGUAGES:
        with override(language):
            for value, label in FIXED_CHOICES[facet].items():
                if value not in values[fold(str(label))]:
                    values[fold(str(label))].append(value)
    return dict(values)


def _years(name: str) -> list[Offer]:
    year = fold(name).removesuffix("年")
    return [(year, year)] if len(year) == 4 and year.isascii() and year.isdigit() else []


def _topics(name: str) -> list[Offer]:
    return [(slug, name) for slug in topics_called(fold(name))]


def _agencies(name: str) -> list[Offer]:
    spelt = [name, fold(name)]
    called = agencies_that_answered().filter(Q(name__in=spelt) | Q(aliases__overlap=spelt))
    return [
        (str(agency.pk), f"{agency.name}（{agency.city.full_name}）" if agency.city else agency.name)
        for agency in called.select_related("city__parent__parent").order_by("city__code", "pk")
    ]


def _representatives(name: str) -> list[Offer]:
    called = Representative.objects.published().filter(name__in=[name, fold(name)])
    return [
        (str(person.pk), f"{person.name}（{person.city.full_name}）" if person.city else person.name)
        for person in called.select_related("city__parent__parent").order_by("city__code", "pk")
    ]


def _none(name: str) -> list[Offer]:
    return []


_OTHERS: dict[str, Callable[[str], list[Offer]]] = {
    "year": _years,
    "topic": _topics,
    "agency": _agencies,
    "representative": _representatives,
    "proposal": _none,
}
