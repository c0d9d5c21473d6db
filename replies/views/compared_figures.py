"""The figures of several places side by side, each with the sentence that it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from replies.models import Figure, Measure, Reply
from replies.text.indicators import BY_SLUG

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


def indicator_rows(columns: Sequence[Iterable[Measure]]) -> list[Row]:
    """One row for each quantity that a place names, what most places name first; one query for the sentences."""
    chosen = [_latest_of(measures) for measures in columns]
    letters = _letters(figure for column in chosen for figure in column.values())
    rows = [
        Row(_label(slug), tuple(_cell(column.get(slug), letters) for column in chosen))
        for slug in BY_SLUG
        if any(slug in column for column in chosen)
    ]
    return sorted(rows, key=lambda row: -row.stated)


def _latest_of(measures: Iterable[Measure]) -> dict[str, Figure]:
    """What is there now before what is to be, then the newer; of one letter, what it says last."""
    latest: dict[str, Figure] = {}
    for measure in measures:
        for figure in _comparable(measure):
            held = latest.get(figure.indicator)
            if held is None or _order(figure) <= _order(held):
                latest[figure.indicator] = figure
    return latest


def _comparable(measure: Measure) -> Iterator[Figure]:
    for figure in measure.figures.all():
        if figure.indicator in BY_SLUG and figure.role != Figure.Role.THRESHOLD and figure.value is not None:
            figure.measure = measure
            yield figure


def _order(figure: Figure) -> tuple[int, int]:
    day = figure.measure.reply.reply_date
    return RANK.get(Figure.Role(figure.role), 3), -(day.toordinal() if day else 0)


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
