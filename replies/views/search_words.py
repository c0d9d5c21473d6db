"""A search in a reader's words: 养老 · 濮阳市 · 2021年."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from replies.models import Measure, Proposal, Reply, Representative
from replies.search.names import agencies_that_answered
from replies.search.snapshot import current_snapshot
from replies.search.state import SearchState

Labels = Callable[[tuple[str, ...]], Iterable[str]]
LONGEST_ID = 19


def in_words(state: SearchState) -> str:
    """What was typed, then what was chosen; a value that no row knows stands as it is."""
    parts = [state.q] if state.q else []
    for facet, labels in _LABELS.items():
        values = getattr(state, facet)
        if values:
            parts.append("、".join(labels(values)))
    years = _years(state.year_from, state.year_to)
    return " · ".join([*parts, years] if years else parts) or _("全部答复")


def value_in_words(facet: str, value: str) -> str:
    """One chosen value, as a list of the facet would call it."""
    (words,) = _LABELS[facet]((value,)) if facet != "year" else (value,)
    return words


def _years(first: int | None, last: int | None) -> str:
    if first is None and last is None:
        return ""
    if first == last:
        return _("%(year)s年") % {"year": first}
    return _("%(first)s—%(last)s年") % {"first": first or "", "last": last or ""}


def _places(values: tuple[str, ...]) -> Iterable[str]:
    tree = current_snapshot().tree
    return [tree.telling_name(tree.by_slug[value]) if value in tree.by_slug else value for value in values]


def _topics(values: tuple[str, ...]) -> Iterable[str]:
    known = current_snapshot().labels.of_topics()
    return [known.get(value, value) for value in values]


def _agencies(values: tuple[str, ...]) -> Iterable[str]:
    """Of those alone that published replies name: anybody may write any number into an address."""
    public = agencies_that_answered().filter(pk__in=_ids(values)).values_list("pk", flat=True)
    known = {str(pk): label for pk, label in current_snapshot().labels.of_agencies(list(public)).items()}
    return [known.get(value, value) for value in values]


def _public(model: type[Representative | Proposal]) -> Labels:
    def labels(values: tuple[str, ...]) -> Iterable[str]:
        rows = model.objects.published().filter(pk__in=_ids(values))
        known = {str(row.pk): str(row) for row in rows}
        return [known.get(value, value) for value in values]

    return labels


def _ids(values: Iterable[str]) -> list[int]:
    return [int(value) for value in values if value.isascii() and value.isdigit() and len(value) < LONGEST_ID]


def _choices(choices: Any) -> Labels:
    names = {value: str(label) for value, label in choices.choices}
    return lambda values: [names.get(value, value) for value in values]


_LABELS: dict[str, Labels] = {
    "city": _places,
    "year": lambda values: [_("%(year)s年") % {"year": value} for value in values],
    "topic": _topics,
    "kind": lambda values: _choices(Proposal.Kind)(values),
    "agency": _agencies,
    "phase": lambda values: _choices(Measure.Phase)(values),
    "outcome": lambda values: _choices(Reply.Outcome)(values),
    "representative": _public(Representative),
    "proposal": _public(Proposal),
}
