"""From names in a letter to rows of the archive."""

from __future__ import annotations

import re
from collections.abc import Iterable

from replies.ingest.values import ProposalValues
from replies.models import Agency, City, Proposal, Representative

LONGEST_PLACE_NAME = 15
# The eight parties and the federation by their short names, else a long name with the ending of a body.
_PARTY = re.compile(r"^(?:民革|民盟|民建|民进|农工|致公|九三学社|台盟|工商联)")
_BODY = re.compile(r"[会组委党团部局院校厅所站司联]$")


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


def representatives_named(names: Iterable[str], city: City | None) -> list[Representative]:
    """Those of these names in the place, each made where it is new; in order, without repeats."""
    wanted = list(dict.fromkeys(names))
    known: dict[str, Representative] = {}
    for person in Representative.objects.filter(name__in=wanted, city=city).order_by("-pk"):
        known[person.name] = person
    new = [
        Representative(name=name, city=city, kind=_kind_of_proposer(name))
        for name in wanted
        if name not in known
    ]
    known |= {person.name: person for person in Representative.objects.bulk_create(new)}
    return [known[name] for name in wanted]


def _kind_of_proposer(name: str) -> str:
    body = _PARTY.search(name) or (len(name) > 4 and _BODY.search(name))
    return Representative.Kind.ORGANISATION if body else Representative.Kind.PERSON


def proposal_stated(wanted: ProposalValues, city: City | None) -> Proposal | None:
    """The proposal of that place, kind, session and number, where all of them are stated."""
    if not (city and wanted.kind and wanted.term and wanted.session and wanted.number):
        return None
    return Proposal.objects.filter(
        city=city, kind=wanted.kind, term=wanted.term, session=wanted.session, number=wanted.number
    ).first()
