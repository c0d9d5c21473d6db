"""Rows that exist, offered while a clerk types."""

from __future__ import annotations

from django.db.models import Q

from replies.models import Agency, City, Representative

MOST = 12


def suggestions(field: str, typed: str) -> list[str]:
    """Names for a field of the review form; after 、 only the last name is looked up."""
    typed = typed.replace("\0", "").strip()
    if not typed:
        return []
    return {"city": _places, "agency": _agencies, "co_agencies": _agencies}.get(field, _people)(typed)


def _places(typed: str) -> list[str]:
    named = Q(name__startswith=typed) | Q(aliases__contains=[typed]) | Q(slug__startswith=typed.lower())
    found = City.objects.filter(named).select_related("parent__parent")
    by_level = {
        City.Level.NATIONAL: 0,
        City.Level.PROVINCE: 1,
        City.Level.PREFECTURE: 2,
        City.Level.COUNTY: 3,
    }
    ordered = sorted(found[:60], key=lambda city: (by_level[City.Level(city.level)], city.code))
    return [city.full_name for city in ordered[:MOST]]


def _agencies(typed: str) -> list[str]:
    names = Agency.objects.filter(name__contains=typed).order_by("name").values_list("name", flat=True)
    return list(names.distinct()[:MOST])


def _people(typed: str) -> list[str]:
    named = Representative.objects.filter(name__startswith=typed).order_by("name")
    return list(named.values_list("name", flat=True).distinct()[:MOST])
