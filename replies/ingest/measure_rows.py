"""Between the measures of a reply and their rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from replies.ingest.values import FigureValues, MeasureValues
from replies.models import Figure, Measure, Reply

OWN_COLUMNS = ("heading", "phase", "text", "marker", "section", "deadline", "is_section", "start", "end")
WRITTEN_COLUMNS = [*OWN_COLUMNS, "position", "edited"]


def measures_of(reply: Reply) -> tuple[MeasureValues, ...]:
    rows = reply.measures.order_by("position").prefetch_related("figures", "topics")
    return tuple(measure_values(row) for row in rows)


def measure_values(row: Measure) -> MeasureValues:
    return MeasureValues(
        **{name: getattr(row, name) for name in OWN_COLUMNS},
        topics=frozenset(topic.slug for topic in row.topics.all()),
        figures=tuple(figure_values(figure) for figure in row.figures.all()),
        pk=row.pk,
    )


def figure_values(row: Figure) -> FigureValues:
    return FigureValues(
        text=row.text,
        value=row.value,
        unit=row.unit,
        role=row.role,
        deadline=row.deadline,
        indicator=row.indicator,
        start=row.start,
        end=row.end,
    )


def write_new_measures(drafts: Iterable[tuple[Reply, Sequence[MeasureValues]]]) -> None:
    """Those of new replies."""
    written = []
    for reply, wanted in drafts:
        for position, values in enumerate(wanted):
            row = Measure(reply=reply, position=position, **{n: getattr(values, n) for n in OWN_COLUMNS})
            written.append((row, values))
    _save(written)


def write_measures(reply: Reply, wanted: Sequence[MeasureValues], *, edited: bool = False) -> None:
    """Makes the rows say what is wanted, in that order.

    A measure keeps its row, and so its address, where `pk` names it or the same words are there
    already.  With `edited`, those whose words changed are marked as settled by a person.
    """
    rows = {row.pk: row for row in reply.measures.prefetch_related("figures", "topics")}
    held = {pk: measure_values(row) for pk, row in rows.items()}
    kept = _rows_to_keep(wanted, held)
    gone = set(rows) - {pk for pk in kept if pk is not None}
    if gone:
        Measure.objects.filter(pk__in=gone).delete()
    written: list[tuple[Measure, MeasureValues]] = []
    for position, (values, pk) in enumerate(zip(wanted, kept, strict=True)):
        row = rows[pk] if pk is not None else Measure(reply=reply)
        changed = pk is None or held[pk] != values
        if not changed and row.position == position:
            continue
        row.position = position
        row.edited = row.edited or (edited and changed)
        for name in OWN_COLUMNS:
            setattr(row, name, getattr(values, name))
        written.append((row, values))
    _save(written)


def _rows_to_keep(wanted: Iterable[MeasureValues], held: dict[int, MeasureValues]) -> list[int | None]:
    """For each wanted measure the row it goes on in, each row at most once."""
    free = dict(held)
    by_words = {(values.heading, values.text): pk for pk, values in held.items()}
    kept: list[int | None] = []
    for values in wanted:
        pk = values.pk if values.pk in free else by_words.get((values.heading, values.text))
        taken = pk is not None and free.pop(pk, None) is not None
        kept.append(pk if taken else None)
    return kept


def _save(written: list[tuple[Measure, MeasureValues]]) -> None:
    known = [row for row, _ in written if row.pk is not None]
    links = Measure.topics.through
    if known:
        Measure.objects.bulk_update(known, WRITTEN_COLUMNS)
        Figure.objects.filter(measure__in=known).delete()
        links.objects.filter(measure__in=known).delete()
    Measure.objects.bulk_create([row for row, _ in written if row.pk is None])
    Figure.objects.bulk_create(_figures(written))
    links.objects.bulk_create(
        links(measure_id=row.pk, topic_id=slug) for row, values in written for slug in sorted(values.topics)
    )


def _figures(written: Iterable[tuple[Measure, MeasureValues]]) -> list[Figure]:
    return [
        Figure(
            measure=row,
            position=position,
            text=figure.text,
            value=figure.value,
            unit=figure.unit,
            role=figure.role,
            deadline=figure.deadline,
            indicator=figure.indicator,
            start=figure.start,
            end=figure.end,
        )
        for row, values in written
        for position, figure in enumerate(values.figures)
    ]


def exact(value: float | None) -> Decimal | None:
    """A figure's value as the database keeps it: 66.7 stays 66.7 and 5 is 5.0000 there and here alike."""
    return None if value is None else Decimal(str(value)).quantize(Decimal("0.0001"))
