"""Rows by what people call them."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from replies.models import Agency, Reply, Representative, Topic


def agencies_that_answered() -> QuerySet[Agency]:
    """Those that lead or join in at least one published reply; no other is known to the public."""
    published = Reply.objects.published()
    leads = published.filter(agency=OuterRef("pk"))
    joins = published.filter(co_agencies=OuterRef("pk"))
    return Agency.objects.filter(Exists(leads) | Exists(joins))


def topics_called(name: str) -> list[str]:
    """Slugs of the topics of that name."""
    return [t.pk for t in Topic.objects.all() if name.casefold() in (t.pk, t.name, t.name_en.casefold())]


def agencies_called(name: str) -> list[int]:
    """Ids of the agencies in whose name these characters stand."""
    return list(Agency.objects.filter(name__contains=name).values_list("pk", flat=True))


def representatives_called(name: str) -> list[int]:
    """Ids of the representatives of exactly that name."""
    return list(Representative.objects.filter(name=name).values_list("pk", flat=True))
