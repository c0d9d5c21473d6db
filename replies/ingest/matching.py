"""From names in a letter to rows of the archive."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache, cached_property

from django.db.models import Q

from replies.ingest.values import ProposalValues
from replies.models import Agency, City, Proposal, Representative, Topic

LONGEST_PLACE_NAME = 15
IDENTITY = ("city_id", "kind", "term", "session", "number")
Identity = tuple[str | int | None, ...]
NameInPlace = tuple[str, str | None]
# The eight parties and the federation by their short names, else a long name with the ending of a body.
_PARTY = re.compile(r"^(?:民革|民盟|民建|民进|农工|致公|九三学社|台盟|工商联)")
_BODY = re.compile(r"[会组委党团部局院校厅所站司联]$")


class Catalogue:
    """What letters name, each name looked up once.  It lasts no longer than a transaction, for staff change
    the rows."""

    def __init__(self) -> None:
        self.places_meant = cache(places_meant)
        self.agency_named = cache(agency_named)

    def agencies_named(self, names: Iterable[str], city: City | None) -> list[Agency]:
        return [agency for name in names if (agency := self.agency_named(name, city))]

    @cached_property
    def topics(self) -> frozenset[str]:
        return frozenset(Topic.objects.order_by().values_list("pk", flat=True))


def places_meant(name: str | None, code: str | None) -> list[City]:
    """The division of that code, else every one of that name."""
    known = City.objects.filter(pk=code).first() if code else None
    return [known] if known else places_named(name or "")


def places_named(name: str) -> list[City]:
    """Every division of that name: in full (河南省濮阳市), alone (濮阳市), short (濮阳) or by an old name."""
    name = "".join(name.split())
    if not name:
        return []
    alone = list(City.objects.filter(name=name).select_related("parent__parent"))
    return alone or _named_in_full(name) or _named_otherwise(name)


def _named_in_full(name: str) -> list[City]:
    tails = [name[-length:] for length in range(2, min(LONGEST_PLACE_NAME, len(name) - 1) + 1)]
    found = City.objects.filter(name__in=tails).select_related("parent__parent")
    return [city for city in found if _could_be_called(name, city)]


def _could_be_called(name: str, city: City) -> bool:
    """Whether the name is the place with some of those above it: 浙江省慈溪市 leaves out 宁波市."""
    rest = name
    for place in city.lineage():
        rest = rest.removeprefix(place.name)
    return rest == ""


def _named_otherwise(name: str) -> list[City]:
    short = City.objects.filter(short_name=name) | City.objects.filter(aliases__contains=[name])
    return list(short.select_related("parent__parent"))


def place_named(name: str, within: City | None = None) -> City | None:
    """The one division that the name can mean; None where there is none, or more than one."""
    found = places_named(name)
    if len(found) > 1 and within:
        found = [city for city in found if within in city.lineage()]
    return found[0] if len(found) == 1 else None


def agency_home(name: str, city: City | None) -> City | None:
    """The place an agency belongs to: the one its name begins with, else the place of the reply."""
    heads = [name[:length] for length in range(2, LONGEST_PLACE_NAME + 1)]
    found = list(City.objects.filter(name__in=heads).select_related("parent__parent"))
    if len(found) > 1 and city:
        found = [place for place in found if city in place.lineage() or place in city.lineage()]
    return max(found, key=lambda place: len(place.lineage()), default=city) if _one_line(found) else city


def _one_line(places: list[City]) -> bool:
    """Whether they are one place and those above it (浙江省 and 浙江省杭州市 never contradict)."""
    deepest = max((place.lineage() for place in places), key=len, default=[])
    return all(place in deepest for place in places)


def agency_named(name: str, city: City | None) -> Agency | None:
    """The agency of that name, made where it is new; None for no name."""
    name = "".join(name.split())
    if not name:
        return None
    known = Agency.objects.filter(city=city, name=name).first()
    if known:
        return known
    home = agency_home(name, city)
    known = Agency.objects.filter(city=home, name=name).first()
    known = known or Agency.objects.filter(city=home, aliases__contains=[name]).first()
    return known or Agency.objects.get_or_create(name=name, city=home)[0]


def forget_if_unused(agency: Agency | None) -> None:
    """Takes back a row that was made while its place was not known, once nothing names it."""
    if agency is None or agency.city_id is not None:
        return
    if not agency.replies.exists() and not agency.co_handled.exists():
        agency.delete()


def representatives_named(wanted: Collection[NameInPlace]) -> dict[NameInPlace, Representative]:
    """Those of these names in these places, each made where it is new."""
    if not wanted:
        return {}
    names, cities = (set(parts) for parts in zip(*wanted, strict=True))
    there = Q(city__in=cities) | Q(city=None)
    people = Representative.objects.filter(there, name__in=names).order_by("-pk")
    known = {(person.name, person.city_id): person for person in people}
    new = [
        Representative(name=name, city_id=city, kind=_kind_of_proposer(name))
        for name, city in dict.fromkeys(wanted)
        if (name, city) not in known
    ]
    return known | {
        (person.name, person.city_id): person for person in Representative.objects.bulk_create(new)
    }


def _kind_of_proposer(name: str) -> str:
    body = _PARTY.search(name) or (len(name) > 4 and _BODY.search(name))
    return Representative.Kind.ORGANISATION if body else Representative.Kind.PERSON


def identity(wanted: ProposalValues, city: str | None) -> Identity | None:
    """What says which proposal it is, where all of that is stated."""
    parts = (city, wanted.kind, wanted.term, wanted.session, wanted.number)
    return parts if all(parts) else None


def proposal_stated(wanted: ProposalValues, city: str | None) -> Proposal | None:
    stated = identity(wanted, city)
    return Proposal.objects.filter(**dict(zip(IDENTITY, stated, strict=True))).first() if stated else None


def identities_known(wanted: Collection[Identity]) -> set[Identity]:
    """Those of these that the archive has, and perhaps others put together from their parts."""
    parts = {f"{name}__in": {each[at] for each in wanted} for at, name in enumerate(IDENTITY)}
    return set(Proposal.objects.filter(**parts).values_list(*IDENTITY))
