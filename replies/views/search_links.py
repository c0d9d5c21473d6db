"""A search page's links: every choice, chip and page number as an address that is already canonical.

Templates cannot call `state.toggled(facet, value)`, and should not have to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from replies.search.facets import LABELS
from replies.search.filters import FACETS

from .addresses import Addresses, Askable
from .search_words import value_in_words

if TYPE_CHECKING:
    from replies.search.facets import Choice, Facet

LABELS_OF_ALL = {
    **LABELS,
    "representative": gettext_lazy("代表 / 委员"),
    "proposal": gettext_lazy("建议 / 提案"),
}
"""What facets and the conditions behind links are called."""

# A facet shows so many choices at once; the others are one step away on the same page.
CHOICES_SHOWN = 8
# Beyond so many a facet says only how many more there are; a list of thousands helps nobody.
CHOICES_LISTED = 30
# A tree larger than this shows what lies in a place only once the place is chosen.
SMALL_TREE = 40
FEWEST_TO_TICK = 3
PAGES_AROUND = 2


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceLink:
    """One value of a facet.  `share` is its count in hundredths of the largest, for the bars."""

    value: str
    label: str
    count: int
    chosen: bool
    url: str
    share: int
    children: tuple[ChoiceLink, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetLinks:
    name: str
    label: str
    shown: tuple[ChoiceLink, ...]
    more: tuple[ChoiceLink, ...]
    unlisted: int
    chosen: int
    choose_url: str = ""

    @property
    def choices(self) -> tuple[ChoiceLink, ...]:
        return self.shown + self.more


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition in words, and the address of the same search without it."""

    facet: str
    label: str
    url: str


def facet_links(facets: Sequence[Facet], state: Askable, at: Addresses) -> list[FacetLinks]:
    fixed: frozenset[str] = getattr(state, "presets", frozenset())
    shown = [facet for facet in facets if facet.choices and facet.name not in fixed]
    choosing = at.of_choosing(state)
    return [_facet(facet, state, at, choosing) for facet in shown]


def _facet(facet: Facet, state: Askable, at: Addresses, choosing: Callable[[str], str]) -> FacetLinks:
    shown, more = _parted(facet)
    most = max((choice.count for choice in facet.choices), default=0)
    whole = len(list(islice(_all_choices(facet.choices), SMALL_TREE + 1))) <= SMALL_TREE
    address = at.of_choices(facet.name, state)
    links = tuple(_choice(choice, address, most, whole) for choice in (*shown, *more[:CHOICES_LISTED]))
    return FacetLinks(
        facet.name,
        str(facet.label),
        shown=links[: len(shown)],
        more=links[len(shown) :],
        unlisted=max(0, len(more) - CHOICES_LISTED) + facet.unlisted,
        chosen=len(facet.selected),
        choose_url=choosing(facet.name) if _is_worth_ticking(facet) else "",
    )


def _parted(facet: Facet) -> tuple[list[Choice], list[Choice]]:
    """What is shown at once, whatever is chosen with it, and the rest; the years stay together."""
    if facet.name == "year":
        return list(facet.choices), []
    first, others = list(facet.choices[:CHOICES_SHOWN]), list(facet.choices[CHOICES_SHOWN:])
    if not facet.selected:
        return first, others
    return first + [c for c in others if c.holds_chosen], [c for c in others if not c.holds_chosen]


def _is_worth_ticking(facet: Facet) -> bool:
    """Whether it has a page where several of its values are ticked at once: not with next to nothing to tick."""
    return facet.name in FACETS and len(facet.choices) + len(facet.choices[0].children) >= FEWEST_TO_TICK


def _choice(choice: Choice, address: Callable[[str], str], most: int, whole: bool) -> ChoiceLink:
    opened = choice.children and (whole or choice.holds_chosen)
    return ChoiceLink(
        value=choice.value,
        label=str(choice.label),
        count=choice.count,
        chosen=choice.selected,
        url=address(choice.value),
        share=max(1, round(100 * choice.count / most)) if choice.count and most else 0,
        children=tuple(_choice(child, address, most, whole) for child in choice.children) if opened else (),
    )


def _all_choices(choices: Sequence[Choice]) -> Iterator[Choice]:
    for choice in choices:
        yield choice
        if choice.children:
            yield from _all_choices(choice.children)


def chips(facets: Sequence[Facet], state: Askable, at: Addresses) -> list[Chip]:
    """What was chosen, in the order of the facets, each removable alone."""
    fixed: frozenset[str] = getattr(state, "presets", frozenset())
    found = []
    if state.q:
        label = _("词语：%(q)s") % {"q": state.q}
        found.append(Chip("q", label, at.of(state.without("q"))))
    for facet in facets:
        for choice in facet.selected if facet.name not in fixed else ():
            label = _("%(facet)s：%(value)s") % {"facet": facet.label, "value": choice.alone or choice.label}
            found.append(Chip(facet.name, label, at.of(state.without(facet.name, choice.value))))
    found += _unlisted(facets, state, at)
    if state.year_from is not None or state.year_to is not None:
        found.append(Chip("years", _years(state), at.of(state.with_(year_from=None, year_to=None))))
    return found


def _unlisted(facets: Sequence[Facet], state: Askable, at: Addresses) -> Iterator[Chip]:
    """What is chosen and stands in no list: a person, an unknown value, a name that several bear."""
    listed = {(facet.name, choice.value) for facet in facets for choice in facet.selected}
    for facet, value in state.chosen:
        if (facet, value) not in listed:
            words = {"facet": LABELS_OF_ALL[facet], "value": value_in_words(facet, value)}
            yield Chip(facet, _("%(facet)s：%(value)s") % words, at.of(state.without(facet, value)))


def _years(state: Askable) -> str:
    if state.year_to is None:
        return _("%(year)s年起") % {"year": state.year_from}
    if state.year_from is None:
        return _("到%(year)s年") % {"year": state.year_to}
    return _("%(first)s年至%(last)s年") % {"first": state.year_from, "last": state.year_to}


def sort_links(state: Askable, at: Addresses, by_relevance: bool = True) -> list[Link]:
    """The orders that make sense: by relevance only where there are words to be relevant to."""
    orders = [
        ("relevance", pgettext("order", "按相关度")),
        ("newest", pgettext("order", "从新到旧")),
        ("oldest", pgettext("order", "从旧到新")),
    ]
    offered = orders if state.q and by_relevance else orders[1:]
    return [Link(label, at.of(state.sorted_by(value)), value == state.order) for value, label in offered]


def hidden_fields(state: Askable) -> list[tuple[str, str]]:
    """What a new question in the box keeps: the choices and the order, not the words and not the page."""
    return parse_qsl(state.without("q").query_string(), keep_blank_values=True)


def suggested_as_conditions(state: Askable, at_register: bool = False) -> str:
    """The facets whose suggestions narrow the search at hand instead of leading to a page of their own.

    A place or a topic adds to what is chosen already; an agency or a person rather is another question.
    The register of measures has no pages of its own, so there all of them narrow.
    """
    if at_register:
        return "agency city representative topic"
    fixed: frozenset[str] = getattr(state, "presets", frozenset())
    narrowed = fixed or state.without("q").query_string()
    return " ".join(facet for facet in ("city", "topic") if narrowed and facet not in fixed)


def page_links(state: Askable, page: int, pages: int, at: Addresses) -> list[Link | None]:
    """The first, the last and those around this one; None stands for a gap."""
    wanted = sorted(
        {1, pages, *range(page - PAGES_AROUND, page + PAGES_AROUND + 1)} & set(range(1, pages + 1))
    )
    links: list[Link | None] = []
    for before, number in zip([0, *wanted], wanted, strict=False):
        if number - before > 1:
            links.append(None)
        links.append(Link(str(number), at.of(state.turned_to(number)), number == page))
    return links
