"""Loading what comes with the program: the divisions and the topics.  Both may be repeated at any time."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from replies.ingest.showing import show_all, tell_readers
from replies.models import City, Reply, Topic, TopicTerm

UPDATED_COLUMNS = ["name", "short_name", "level", "parent", "aliases", "area_code"]


@dataclass(frozen=True, slots=True)
class Loaded:
    total: int
    new: int


@transaction.atomic
def load_divisions(path: Path) -> Loaded:
    """Adds and corrects divisions; a slug that is there stays, for it may have been published."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [_city(row) for row in csv.DictReader(lines)]
    before = {city.pk: city for city in City.objects.all()}
    City.objects.bulk_create(
        rows, batch_size=1000, update_conflicts=True, unique_fields=["code"], update_fields=UPDATED_COLUMNS
    )
    _show_changes([city for city in rows if _corrects(city, before.get(city.pk))])
    return Loaded(total=len(rows), new=City.objects.count() - len(before))


def _corrects(city: City, before: City | None) -> bool:
    return before is not None and any(
        getattr(city, column) != getattr(before, column)
        for column in ("name", "short_name", "level", "parent_id", "aliases", "area_code")
    )


def _show_changes(corrected: Sequence[City]) -> None:
    """A place's full name stands on its replies and on those of all places in it."""
    if not corrected:
        return
    places: set[str] = set()
    below = {city.pk for city in corrected}
    while below:
        places |= below
        below = set(City.objects.filter(parent__in=below).values_list("pk", flat=True)) - places
    show_all(Reply.objects.published().filter(city__in=places))
    tell_readers()


def _city(row: dict[str, str]) -> City:
    return City(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        slug=row["slug"],
        level=row["level"],
        parent_id=row["parent"] or None,
        aliases=[alias for alias in row["aliases"].split(";") if alias],
        area_code=row["area_code"],
    )


@transaction.atomic
def load_topics(path: Path) -> Loaded:
    """Adds topics and terms that are new to the archive; whatever staff changed or removed stays so."""
    shipped = json.loads(path.read_text(encoding="utf-8"))["topics"]
    before = TopicTerm.objects.count()
    for position, entry in enumerate(shipped):
        _load_topic(entry, position)
    return Loaded(total=len(shipped), new=TopicTerm.objects.count() - before)


def _load_topic(entry: dict[str, Any], position: int) -> None:
    topic, _ = Topic.objects.get_or_create(
        slug=entry["slug"],
        defaults={"name": entry["zh"], "name_en": entry["en"], "position": position},
    )
    shipped: dict[str, list[Any]] = {term: [float(weight), False] for term, weight in entry["terms"].items()}
    shipped |= {term: [1.0, True] for term in entry["exclusions"]}
    known = topic.shipped_terms
    new = [
        TopicTerm(topic=topic, term=term, **_columns(shipped[term])) for term in shipped.keys() - known.keys()
    ]
    TopicTerm.objects.bulk_create(new, ignore_conflicts=True)
    for term in shipped.keys() & known.keys():
        if known[term] != shipped[term]:
            _untouched(topic, term, known[term]).update(**_columns(shipped[term]))
    for term in known.keys() - shipped.keys():
        _untouched(topic, term, known[term]).delete()
    topic.shipped_terms = shipped
    topic.save(update_fields=["shipped_terms"])


def _columns(shipped: Sequence[Any]) -> dict[str, Any]:
    weight, excludes = shipped
    return {"weight": weight, "excludes": excludes}


def _untouched(topic: Topic, term: str, was: Sequence[Any]) -> QuerySet[TopicTerm]:
    """The term, if it still is as it was shipped."""
    return TopicTerm.objects.filter(topic=topic, term=term, **_columns(was))
