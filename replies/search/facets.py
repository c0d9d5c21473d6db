"""Facets: what may be chosen next, each counted under every other facet's choice but not its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from heapq import nlargest
from typing import TYPE_CHECKING, Any

import numpy as np
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .columns import Counts
from .entry_text import NOT_STATED
from .filters import FACETS, FIXED_CHOICES
from .labels import Labels
from .places import Place, Places

if TYPE_CHECKING:
    from .find import Found

MOST_LISTED = 100
"""Values of one facet that are listed; a list of thousands helps nobody and would cost each page dearly."""

LABELS = {
    "city": _("地区"),
    "year": _("年份"),
    "topic": _("主题"),
    "kind": _("类别"),
    "agency": _("承办单位"),
    "phase": _("措施"),
    "outcome": _("办理结果"),
}


@dataclass(frozen=True)
class Choice:
    """A value that may be chosen; `count` is the total one gets by choosing it alone in its facet.

    `alone` is what it is called where it does not stand among its kind: 江苏省南京市鼓楼区, of a tree's 鼓楼区.
    """

    value: str
    label: str
    count: int
    selected: bool = False
    children: Sequence[Choice] = ()
    alone: str = ""

    @property
    def holds_chosen(self) -> bool:
        """Whether it is chosen, or something below it."""
        if self.selected or not self.children:
            return self.selected
        if isinstance(self.children, Branch):
            return self.children.holds_chosen
        return any(child.holds_chosen for child in self.children)


class Branch(Sequence[Choice]):
    """The places in a place, put in order when they are first looked at: a page opens few of hundreds."""

    def __init__(self, places: PlaceChoices, parent: Place) -> None:
        self._places = places
        self._parent = parent

    @property
    def holds_chosen(self) -> bool:
        return self._parent.code in self._places.above_chosen

    @cached_property
    def _choices(self) -> tuple[Choice, ...]:
        return self._places.within(self._parent.code)

    def __bool__(self) -> bool:
        return True  # it is made only where something lies in the place

    def __len__(self) -> int:
        return len(self._choices)

    def __getitem__(self, at: Any) -> Any:
        return self._choices[at]


@dataclass(frozen=True)
class Facet:
    """A long one lists its most frequent values and the chosen ones; `unlisted` says how many more there are."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    unlisted: int = 0

    @cached_property
    def selected(self) -> tuple[Choice, ...]:
        """The chosen ones, wherever in the tree they stand."""
        return tuple(_chosen_in(self.choices))


def _chosen_in(choices: Iterable[Choice]) -> Iterator[Choice]:
    for choice in choices:
        if choice.selected:
            yield choice
        if choice.holds_chosen:
            yield from _chosen_in(choice.children)


def counts(found: Found, names: Iterable[str] = FACETS, most: int = MOST_LISTED) -> tuple[Facet, ...]:
    """The facets of an answer, in a constant number of queries.  A chosen value is listed even at nought."""
    return tuple(_facet(name, found, most) for name in names)


def _facet(name: str, found: Found, most: int) -> Facet:
    counted = _counted(name, found)
    label = _label(name, get_language())
    chosen = found.choices.known.get(name, ())
    if name == "city":
        places = PlaceChoices(found.snapshot.tree, counted.by_value, chosen)
        return Facet(name, label, places.within(None))
    listed = _most_frequent(counted, chosen, most)
    choices = _choices(name, listed, chosen, found.snapshot.labels)
    return Facet(name, label, choices, len(counted) - len(listed))


def _most_frequent(counted: Counts, chosen: tuple[str, ...], most: int) -> dict[Any, int]:
    if len(counted) <= most:
        return counted.by_value
    least = int(np.partition(counted.numbers, -most)[-most])
    frequent = counted.from_(least)
    above = [value for value, count in frequent.items() if count > least]
    level = [value for value, count in frequent.items() if count == least]
    kept = {*above, *nlargest(most - len(above), level, key=str)}
    among = counted.by_value if chosen else frequent
    return {value: count for value, count in among.items() if value in kept or str(value) in chosen}


def _choices(name: str, counted: dict[Any, int], chosen: tuple[str, ...], kept: Labels) -> tuple[Choice, ...]:
    labels = _labels(name, {*map(str, counted), *chosen}, kept)
    by_value = {**{v: 0 for v in chosen if v in labels}, **{str(v): c for v, c in counted.items()}}
    listed = [Choice(v, labels.get(v, v), count, v in chosen) for v, count in by_value.items()]
    return tuple(sorted(listed, key=_order(name, list(labels))))


def _counted(name: str, found: Found) -> Counts:
    own = name in found.choices.by_facet
    counting = found.snapshot.counting(found.under(name)) if own else found.counting
    return counting.counts(name)


def _labels(name: str, values: Iterable[str], labels: Labels) -> Mapping[str, str]:
    """Labels in the order of the list they come from; the values are counted or known, so all are public."""
    if name in FIXED_CHOICES:
        return _fixed_labels(name, get_language())
    if name == "topic":
        return {**labels.of_topics(), NOT_STATED: str(_("未注明"))}
    if name == "agency":
        return {str(pk): label for pk, label in labels.of_agencies([int(v) for v in values]).items()}
    return {v: v for v in values}


@cache
def _fixed_labels(name: str, language: str | None) -> Mapping[str, str]:
    """Put into words once in each language, not for each page."""
    return {value: str(label) for value, label in FIXED_CHOICES[name].items()}


@cache
def _label(name: str, language: str | None) -> str:
    return str(LABELS[name])


def _order(name: str, listed: list[str]) -> Any:
    """Years from the latest, fixed lists as they are listed, agencies by count; what is not stated last."""
    if name == "year":
        return lambda choice: -int(choice.value)
    if name == "agency":
        return lambda choice: (-choice.count, choice.label)
    place = {value: at for at, value in enumerate(listed)}
    return lambda choice: (choice.value == NOT_STATED, place.get(choice.value, -1))


class PlaceChoices:
    """The places of an answer as a tree of choices, those with most replies first."""

    def __init__(self, tree: Places, counted: dict[Any, int], chosen: tuple[str, ...]) -> None:
        self.tree = tree
        self.chosen = frozenset(chosen)
        self.total = tree.rolled_up(counted)
        self.above_chosen: set[str] = set()
        for place in (tree.by_slug[slug] for slug in chosen):
            above = [holder.code for holder in tree.above(place)]
            self.above_chosen.update(above)
            for code in (place.code, *above):
                self.total.setdefault(code, 0)

    def within(self, parent: str | None) -> tuple[Choice, ...]:
        total = self.total
        counted = [place for place in self.tree.children(parent) if place.code in total]
        counted.sort(key=lambda place: (-total[place.code], place.code))
        return tuple(self._choice(place) for place in counted)

    def _choice(self, place: Place) -> Choice:
        anything_below = any(child.code in self.total for child in self.tree.children(place.code))
        children = Branch(self, place) if anything_below else ()
        chosen = place.slug in self.chosen
        alone = self.tree.telling_name(place) if chosen else ""
        return Choice(place.slug, place.name, self.total[place.code], chosen, children, alone)
