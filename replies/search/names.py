"""Rows by what people call them."""

from __future__ import annotations

from replies.models import Agency, Representative, Topic


def topics_called(name: str) -> list[str]:
    """Slugs of the topics of that name."""
    return [t.pk for t in Topic.objects.all() if name.casefold() in (t.pk, t.name, t.name_en.casefold())]


def agencies_called(name: str) -> list[int]:
    """Ids of the agencies in whose name these characters stand."""
    return list(Agency.objects.filter(name__contains=name).values_list("pk", flat=True))


def representatives_called(name: str) -> list[int]:
    """Ids of the representatives of exactly that name."""
    return list(Representative.objects.filter(name=name).values_list("pk", flat=True))
