"""Dates, numbers and names as a reader of either language expects them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from html import escape

from django import template
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from replies.models import City, Figure, Proposal, Reply, Representative
from replies.search.facets import Choice, Facet
from replies.search.lines import ProposalLine
from replies.text.highlight import Piece

register = template.Library()

# A list names so many people and counts the others.
NAMES_IN_A_LIST = 3
HIT = "<mark>{}</mark>"


def _in_english() -> bool:
    return (get_language() or "").startswith("en")


@register.filter
def day(value: date | datetime | None) -> str:
    """2019年7月2日, 2 July 2019; a moment is the day it was in the archive's time zone."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return date_format(value, "j F Y" if _in_english() else "Y年n月j日")


@register.filter
def until(value: str) -> str:
    """A deadline of a measure (`2020`, `2020-12`, `2020-12-31`) in words."""
    parts = value.split("-")
    try:
        numbers = [int(part) for part in parts]
    except ValueError:
        return value
    match numbers:
        case [year, month, number]:
            return day(date(year, month, number))
        case [year, month]:
            return date_format(date(year, month, 1), "F Y" if _in_english() else "Y年n月")
    return value if _in_english() else f"{value}年"


def _numbered(number: str, pattern: str) -> str:
    """第317号; what is no number stands as it is written, as 来信 in place of one."""
    return pattern % {"number": number} if any(map(str.isdigit, number)) else number


class ItemWords:
    """What items are called in the reader's language, looked up once for as many as a page shows."""

    def __init__(self) -> None:
        self.kinds = {Proposal.Kind.NPC.value: _("建议"), Proposal.Kind.CPPCC.value: _("提案")}
        self.other = _("建议或提案")
        self.number = _("第%(number)s号")
        self.between = " " if _in_english() else ""

    def word(self, proposal: Proposal | ProposalLine) -> str:
        return self.kinds.get(proposal.kind, self.other)

    def numbered(self, proposal: Proposal | ProposalLine) -> str:
        number = _numbered(proposal.number, self.number)
        return self.between.join(part for part in (self.word(proposal), number) if part)


@register.filter
def item_word(proposal: Proposal | ProposalLine | None) -> str:
    """建议 or 提案, as the kind of assembly calls it."""
    return ItemWords().word(proposal) if proposal else ""


@register.filter
def numbered(proposal: Proposal) -> str:
    """市十三届人大四次会议第317号: assembly and number as far as they are stated."""
    number = _numbered(proposal.number, _("第%(number)s号"))
    parts = [part for part in (proposal.assembly, number) if part]
    return (", " if _in_english() else "").join(parts)


@register.filter
def item_number(proposal: Proposal | ProposalLine) -> str:
    """提案第170号, CPPCC proposal No. 170; the kind alone where no number is stated."""
    return ItemWords().numbered(proposal)


def _names(people: list[Representative]) -> str:
    return (", " if _in_english() else "、").join(person.name for person in people)


@register.filter
def proposer_names(proposal: Proposal) -> str:
    """The first proposers by name, the others by number; needs the proposers fetched beforehand."""
    people = [link.representative for link in proposal.proposer_links.all()]
    if len(people) <= NAMES_IN_A_LIST:
        return _names(people)
    words = ngettext("%(names)s 等 %(count)d 人", "%(names)s 等 %(count)d 人", len(people))
    return words % {"names": _names(people[:NAMES_IN_A_LIST]), "count": len(people)}


@register.filter
def first_proposal(reply: Reply) -> Proposal | None:
    return next(iter(reply.proposals.all()), None)


@register.filter
def beyond(values: list[object], limit: int) -> list[object]:
    """What a shortened list leaves out."""
    return list(values)[limit:]


@register.filter
def places_in(facets: Iterable[Facet], subject: object) -> Sequence[Choice]:
    """The places right below a place that have something found in them; nothing for another subject."""
    if not isinstance(subject, City):
        return ()
    tree = [choice for facet in facets if facet.name == "city" for choice in facet.choices]
    while tree:
        choice = tree.pop()
        if choice.value == subject.slug:
            return choice.children
        tree.extend(choice.children)
    return ()


@register.filter
def marked(pieces: Collection[Piece]) -> SafeString:
    """The pieces one after another, each of them escaped, the hits marked."""
    parts = ((piece.hit, escape(piece.text)) for piece in pieces)
    return SafeString("".join(HIT.format(text) if hit else text for hit, text in parts))


@register.simple_tag
def room(name: str, *args: str) -> str:
    """The address of a page that is the same for everybody, as `url` gives it, looked up once for all pages."""
    return _room(get_script_prefix(), name, args)


@lru_cache(maxsize=1_000)
def _room(prefix: str, name: str, args: tuple[str, ...]) -> str:
    return reverse(name, args=args)


@register.filter
def amount(figure: Figure) -> str:
    """66.7万人: value and unit as printed; the words themselves where they give no value."""
    if figure.value is None:
        return figure.text
    return f"{figure.value.normalize():,f}{figure.unit}"
