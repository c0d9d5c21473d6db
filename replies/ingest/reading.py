"""From what the parser found to the values of a reply."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import Any

from replies.ingest.measure_rows import exact
from replies.ingest.values import Contact, FigureValues, MeasureValues, ProposalValues, ReplyValues
from replies.text.parsed import ParsedFigure, ParsedMeasure, ParsedReply, Span

# The key of each plain text, and how long it may be: what is longer was misread and is better left open.
TEXT_KEYS = {
    "title": ("reply_title", 300),
    "doc_number": ("doc_number", 80),
    "agency": ("agency", 120),
    "result_class": ("result_class", 2),
    "disclosure": ("disclosure", 40),
    "signer": ("signer", 40),
}
LONGEST_AGENCY = 120
LONGEST_NAME = 80


def values_read(parsed: ParsedReply, letter: str, city: str | None) -> ReplyValues:
    """The values as read.  `letter` is the masked text, from which all words that become public are cut;
    `city` is the code of the place that the reading was matched to."""
    texts: dict[str, Any] = {
        name: _fitting(parsed.value(key), most) for name, (key, most) in TEXT_KEYS.items()
    }
    return ReplyValues(
        **texts,
        city=city,
        co_agencies=tuple(sorted({*_names(parsed, "co_agencies", LONGEST_AGENCY)})),
        reply_date=_date(parsed.value("reply_date")),
        publish_date=_date(parsed.value("publish_date")),
        proposals=tuple(_proposals(parsed)),
        contacts=tuple(_contacts(parsed)),
        cc=tuple(_several(parsed.value("cc"))),
        topics=frozenset(topic.slug for topic in parsed.topics),
        measures=tuple(_measures(parsed, letter)),
    )


def _date(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else value or None


def _fitting(value: str | None, most: int) -> str:
    return value if value and len(value) <= most else ""


def _names(parsed: ParsedReply, key: str, most: int) -> list[str]:
    return [name for name in dict.fromkeys(_several(parsed.value(key))) if _fitting(name, most)]


def _several(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _proposals(parsed: ParsedReply) -> Iterator[ProposalValues]:
    """One for each number (并案).  Titles and names that the letter gives but once stand with the first."""
    numbers = _several(parsed.value("proposal_number"))
    titles = _several(parsed.value("proposal_title"))
    stated = {
        "kind": parsed.value("kind") or "",
        "assembly": _fitting(parsed.value("assembly"), 120),
        "term": parsed.value("term"),
        "session": parsed.value("session"),
    }
    proposers = tuple(_names(parsed, "proposers", LONGEST_NAME))
    if not (numbers or titles or proposers or any(stated.values())):
        return
    for position, (number, title) in enumerate(zip_longest(numbers or [""], titles, fillvalue="")):
        yield ProposalValues(
            **stated,
            number=_fitting(number, 40),
            title=_fitting(title, 300),
            proposers=proposers if position == 0 else (),
        )


def _contacts(parsed: ParsedReply) -> Iterator[Contact]:
    names, phones = _several(parsed.value("contact_name")), _several(parsed.value("contact_phone"))
    for name, phone in zip_longest(names, phones, fillvalue=""):
        yield Contact(name=name, phone=phone)


def _measures(parsed: ParsedReply, letter: str) -> Iterator[MeasureValues]:
    """The numbered ones and those said in plain sentences, in the letter's order."""
    for measure in sorted((*parsed.measures, *parsed.undertakings), key=lambda one: one.span):
        yield _measure(measure, parsed.text, letter)


def _measure(measure: ParsedMeasure, text: str, letter: str) -> MeasureValues:
    return MeasureValues(
        heading=_shown(measure.heading, measure.heading_span, text, letter)[:200],
        phase=measure.phase,
        text=measure.span.of(letter),
        marker=measure.marker[:20],
        section=(measure.section or "")[:200],
        deadline=measure.deadline or "",
        is_section=measure.is_section,
        topics=frozenset(measure.topics),
        figures=tuple(_figure(figure, text, letter) for figure in measure.figures),
        start=measure.span.start,
        end=measure.span.end,
    )


def _figure(figure: ParsedFigure, text: str, letter: str) -> FigureValues:
    return FigureValues(
        text=_shown(figure.text, figure.span, text, letter)[:300],
        value=exact(figure.value),
        unit=figure.unit[:20],
        role=figure.role,
        deadline=figure.deadline or "",
        indicator=figure.indicator or "",
        start=figure.span.start,
        end=figure.span.end,
    )


def _shown(words: str, span: Span, text: str, letter: str) -> str:
    """The words as read, unless something in them is masked."""
    return words if span.of(text) == span.of(letter) else span.of(letter)
