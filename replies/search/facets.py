"""Facets: what may be chosen next, each counted under every other facet's choice but not its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

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
    """A value that may be chosen; `count` is the total one gets by choosing it alone in its facet."""

    value: str
    label: str
    count: int
    selected: bool = False
    children: tuple[Choice, ...] = ()


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
        return tuple(choice for choice in _flat(self.choices) if choice.selected)


def _flat(choices: Iterable[Choice]) -> Iterable[Choice]:
    for choice in choices:
        yield choice
        if choice.children:
            yield from _flat(choice.children)


def counts(found: Found, names: Iterable[str] = FACETS, most: int = MOST_LISTED) -> tuple[Facet, ...]:
    """The facets of an answer, in a constant number of queries.  A chosen value is listed even at nought."""
    return tuple(_facet(name, found, most) for name in names)


def _facet(name: str, found: Found, most: int) -> Facet:
    counted = _counted(name, found)
    chosen = found.choices.known.get(name, ())
    if name == "city":
        return Facet(name, str(LABELS[name]), _city_choices(found.snapshot.tree, counted, chosen))
    listed = _most_frequent(counted, chosen, most)
    choices = _choices(name, listed, chosen, found.snapshot.labels)
    return Facet(name, str(LABELS[name]), choices, len(counted) - len(listed))


def _most_frequent(counted: dict[Any, int], chosen: tuple[str, ...], most: int) -> dict[Any, int]:
    if len(counted) <= most:
        return counted
    kept = set(nlargest(most, counted, key=lambda value: (counted[value], str(value))))
    return {value: counted[value] for value in counted if value in kept or str(value) in chosen}


def _choices(name: str, counted: dict[Any, int], chosen: tuple[str, ...], kept: Labels) -> tuple[Choice, ...]:
    labels = _labels(name, {*map(str, counted), *chosen}, kept)
    by_value = {**{v: 0 for v in chosen if v in labels}, **{str(v): c for v, c in counted.items()}}
    listed = [Choice(v, labels.get(v, v), count, v in chosen) for v, count in by_value.items()]
    return tuple(sorted(listed, key=_order(name, list(labels))))


def _counted(name: str, found: Found) -> dict[Any, int]:
    own = name in found.choices.by_facet
    counting = found.snapshot.counting(found.under(name)) if own else found.counting
    return counting.counts(name)


def _labels(name: str, values: Iterable[str], labels: Labels) -> Mapping[str, str]:
    """Labels in the order of the list they come from; the values are counted or known, so all are public."""
    if name in FIXED_CHOICES:
        return {value: str(label) for value, label in FIXED_CHOICES[name].items()}
    if name == "topic":
        return {**labels.of_topics(), NOT_STATED: str(_("未注明"))}
    if name == "agency":
        return {str(pk): label for pk, label in labels.of_agencies([int(v) for v in values]).items()}
    return {v: v for v in values}


def _order(name: str, listed: list[str]) -> Any:
    """Years from the latest, fixed lists as they are listed, agencies by count; what is not stated last."""
    if name == "year":
        return lambda choice: -int(choice.value)
    if name == "agency":
        return lambda choice: (-choice.count, choice.label)
    place = {value: at for at, value in enumerate(listed)}
    return lambda choice: (choice.value == NOT_STATED, place.get(choice.value, -1))


def _city_choices(tree: Places, counted: dict[Any, int], chosen: tuple[str, ...]) -> tuple[Choice, ...]:
    total = tree.rolled_up(counted)
    for place in (tree.by_slug[slug] for slug in chosen):
        for shown in (place, *tree.above(place)):
            total.setdefault(shown.code, 0)
    below: defaultdict[str | None, list[Place]] = defaultdict(list)
    for code in sorted(total, key=lambda code: (-total[code], code)):
        if known := tree.by_code.get(code):
            below[known.parent].append(known)
    return _branch(below, None, total, chosen)


def _branch(
    below: Mapping[str | None, list[Place]],
    parent: str | None,
    total: dict[str, int],
    chosen: tuple[str, ...],
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            place.slug,
            place.name,
            total[place.code],
            place.slug in chosen,
            _branch(below, place.code, total, chosen) if place.code in below else (),
        )
        for place in below[parent]
    )
