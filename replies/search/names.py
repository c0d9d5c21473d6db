"""Agencies, representatives and topics by what people call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from replies.models import Agency, Reply, Representative, SearchName, Topic
from replies.text.fold import fold
from replies.text.names import agency_keys, agency_names, latin, person_keys, pinyin_keys

from .asking import ask
from .searched import Searched

Kind = SearchName.Kind
LONGEST_KEY = 240


def agencies_that_answered() -> QuerySet[Agency]:
    """Those that lead or join in at least one published reply; no other is known to the public."""
    published = Reply.objects.published()
    leads = published.filter(agency=OuterRef("pk"))
    joins = published.filter(co_agencies=OuterRef("pk"))
    return Agency.objects.filter(Exists(leads) | Exists(joins))


def topics_called(name: str) -> list[str]:
    """Slugs of the topics of that name, also in pinyin or by initials."""
    typed, key = fold(name), latin(name)
    return [
        t.pk
        for t in Topic.objects.all()
        if typed in (t.pk, fold(t.name), t.name_en.casefold()) or key in pinyin_keys(t.name)
    ]


def topics_like(name: str) -> list[str]:
    """Slugs of the topics of that name, or else of those in whose name it stands."""
    typed = fold(name)
    like = (t.pk for t in Topic.objects.all() if typed in fold(t.name) or typed in t.name_en.casefold())
    return topics_called(name) or list(like)


def agencies_called(name: str) -> list[int]:
    """Ids of the agencies in whose name or usual short name these characters stand, or of that pinyin."""
    letters = latin(name)
    said = Q(key=letters) if letters else Q(key__contains=fold(name))
    named = SearchName.objects.filter(said, kind=Kind.AGENCY)
    return [int(value) for value in named.values_list("value", flat=True).distinct()]


def representatives_called(name: str) -> list[int]:
    """Ids of the representatives of exactly that name, in characters or in pinyin."""
    named = SearchName.objects.filter(key=latin(name) or fold(name), kind=Kind.REPRESENTATIVE)
    return [int(value) for value in named.values_list("value", flat=True).distinct()]


class Named(NamedTuple):
    """Whom a key names: an agency or a representative."""

    kind: str
    value: str
    label: str


def typed_as(keys: Iterable[str]) -> dict[str, list[Named]]:
    """The agencies and representatives that each key names in whole, the most frequent first; one query."""
    found: dict[str, list[Named]] = {}
    rows = ask(
        "SELECT key, kind, value, label FROM replies_searchname"
        " WHERE key = ANY(%s) AND kind = ANY(%s) ORDER BY weight DESC, id",
        list(keys),
        [str(Kind.AGENCY), str(Kind.REPRESENTATIVE)],
    )
    for key, *name in rows:
        found.setdefault(key, []).append(Named(*name))
    return found


class Way(NamedTuple):
    """One way to type a name or a phrase, as `SearchName` keeps it."""

    kind: str
    value: str
    key: str
    label: str
    weight: int


def write_names(replies: Sequence[Searched]) -> None:
    """The names that these replies bear, counted anew."""
    agencies = {agency.pk for reply in replies for agency in reply.agencies}
    people = {person.pk for reply in replies for proposal in reply.proposals for person in proposal.proposers}
    _write([*_agencies(Q(pk__in=agencies)), *_representatives(Q(pk__in=people))])


def rebuild_names(phrases: dict[str, int]) -> None:
    """All names again, and the archive's phrases with in how many texts each was counted.

    Few differ from those that are there, and to write one takes many times what it takes to compare it.
    """
    wanted = {*_agencies(Q()), *_representatives(Q()), *_phrases(phrases)}
    there = {Way(*way): pk for pk, *way in SearchName.objects.values_list("pk", *Way._fields).iterator()}
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM replies_searchname WHERE id = ANY(%s)",
            [[there[way] for way in there.keys() - wanted]],
        )
    _write(wanted - there.keys())


def names_missing() -> int:
    """How many ways to type a name ought to be there and are not."""
    there = set(SearchName.objects.exclude(kind=Kind.PHRASE).values_list("kind", "value", "key"))
    wanted = (*_agencies(Q()), *_representatives(Q()))
    return sum(way[:3] not in there for way in wanted)


def write_names_of(row: Agency | Representative) -> None:
    """What it may be typed as now, and no longer what it was called before."""
    forget_names(row)
    named = _agencies if isinstance(row, Agency) else _representatives
    _write(named(Q(pk=row.pk)))


def forget_names(row: Agency | Representative) -> None:
    kind = Kind.AGENCY if isinstance(row, Agency) else Kind.REPRESENTATIVE
    SearchName.objects.filter(kind=kind, value=str(row.pk)).delete()


def _write(ways: Iterable[Way]) -> None:
    SearchName.objects.bulk_create(
        [SearchName(**way._asdict()) for way in sorted(ways)],
        update_conflicts=True,
        unique_fields=["kind", "value", "key"],
        update_fields=["label", "weight"],
        batch_size=2_000,
    )


def _agencies(which: Q) -> Iterator[Way]:
    """With how many published replies each led or joined in."""
    agencies = Agency.objects.filter(which)
    times = Counter[int]()
    for role in ("agency", "co_agencies"):
        counted = Reply.objects.published().filter(**{f"{role}__in": agencies}).order_by().values(role)
        times.update(dict(counted.annotate(Count("pk")).values_list(role, "pk__count")))
    for agency in agencies.filter(pk__in=times).select_related("city__parent__parent"):
        places = [(place.name, place.short_name) for place in (agency.city.lineage() if agency.city else [])]
        keys = agency_keys([*agency_names(agency.name, *places), *map(fold, agency.aliases)])
        yield from _keyed(Kind.AGENCY, str(agency.pk), agency.name, keys, times[agency.pk])


def _representatives(which: Q) -> Iterator[Way]:
    published = Q(proposals__replies__status=Reply.Status.PUBLISHED)
    counted = Count("proposals__replies", filter=published, distinct=True)
    for person in Representative.objects.filter(which).annotate(times=counted).filter(times__gt=0):
        keys = [fold(person.name), *person_keys(person.name)]
        yield from _keyed(Kind.REPRESENTATIVE, str(person.pk), person.name, keys, person.times)


def _phrases(phrases: dict[str, int]) -> Iterator[Way]:
    for phrase, times in Counter(phrases).most_common():
        yield from _keyed(Kind.PHRASE, phrase, phrase, [phrase, *pinyin_keys(phrase)], times)


def _keyed(kind: str, value: str, label: str, keys: Iterable[str], weight: int) -> Iterator[Way]:
    for key in dict.fromkeys(key[:LONGEST_KEY] for key in keys if key):
        yield Way(kind, value, key, label, weight)
