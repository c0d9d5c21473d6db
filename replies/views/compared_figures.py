"""The figures of several places side by side, each with the sentence that it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import get_language

from replies.models import City, Figure, Reply, Topic
from replies.text.indicators import BY_SLUG

from .compared_measures import measures_in

LONGEST_QUOTE = 60
CLAUSE_EDGE = re.compile("[。！？；，\n]")
SENTENCE_EDGE = re.compile("[。！？；\n]")
RANK = {Figure.Role.RESULT: 0, Figure.Role.TARGET: 1, Figure.Role.CONTEXT: 2}


@dataclass(frozen=True, slots=True)
class Cell:
    """One place's figure; `quote` is its sentence up to it, as far as it is near."""

    figure: Figure
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator: the latest figure of each place, None where its measures give none."""

    label: str
    cells: tuple[Cell | None, ...]

    @property
    def stated(self) -> int:
        return sum(1 for cell in self.cells if cell)


def indicator_rows(cities: Sequence[City], topic: Topic | None) -> list[Row]:
    """One row for each quantity that a place names, what most places name first; a query for the figures, and one for
    the sentences."""
    latest = {(figure.measure.reply.city_id, figure.indicator): figure for figure in _latest(cities, topic)}
    letters = _letters(latest.values())
    rows = [
        Row(_label(slug), tuple(_cell(latest.get((city.pk, slug)), letters) for city in cities))
        for slug in BY_SLUG
        if any((city.pk, slug) in latest for city in cities)
    ]
    return sorted(rows, key=lambda row: -row.stated)


def _latest(cities: Sequence[City], topic: Topic | None) -> QuerySet[Figure]:
    """Of each quantity of a place one: what is there now before what is to be, then the newer; of one letter, what it
    says last.  What a county has is no figure of its city."""
    measures = measures_in([city.pk for city in cities], topic)
    found = Figure.objects.filter(
        measure__in=measures, indicator__in=BY_SLUG, role__in=RANK, value__isnull=False
    )
    rank = Case(*(When(role=role, then=Value(rank)) for role, rank in RANK.items()))
    return (
        found.select_related("measure__reply__city", "measure__reply__agency")
        .defer("measure__reply__letter", "measure__reply__findings")
        .order_by(
            "measure__reply__city_id",
            "indicator",
            rank,
            "-measure__reply__reply_date",
            "-measure__reply_id",
            "-measure__position",
            "-position",
        )
        .distinct("measure__reply__city_id", "indicator")
    )


def _letters(figures: Iterable[Figure]) -> dict[int, str]:
    replies = {figure.measure.reply_id for figure in figures}
    return dict(Reply.objects.published().filter(pk__in=replies).values_list("pk", "letter"))


def _cell(figure: Figure | None, letters: dict[int, str]) -> Cell | None:
    if figure is None:
        return None
    reply = figure.measure.reply
    return Cell(figure, reply.city.name if reply.city else "", _quote(figure, letters.get(reply.pk, "")))


def _quote(figure: Figure, letter: str) -> str:
    """Its sentence up to the end of its clause, without what is said far before it."""
    if figure.start is None or figure.end is None or figure.end > len(letter):
        return figure.text
    before = SENTENCE_EDGE.split(letter[: figure.start])[-1]
    while len(before) > LONGEST_QUOTE and "，" in before:
        before = before.partition("，")[2]
    after = CLAUSE_EDGE.split(letter[figure.end :], maxsplit=1)[0]
    return (before[-LONGEST_QUOTE:] + letter[figure.start : figure.end] + after[:LONGEST_QUOTE]).strip()


def _label(slug: str) -> str:
    indicator = BY_SLUG[slug]
    return indicator.label_en if (get_language() or "").startswith("en") else indicator.label_zh
