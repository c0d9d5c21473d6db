"""The actions named in a letter, done or promised.

One measure for each deepest numbered item; a section without items counts once, by its heading, and
so does the paragraph before its items where that holds actions of its own.  Lists of reasons,
difficulties or compliments are not actions, nor is what the deputy asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from replies.text import normalize
from replies.text.deadlines import Calendar, deadline_of
from replies.text.figures import find_figures
from replies.text.headings import heading_of, naming_span, tidy
from replies.text.idle_lists import WISHED, idle_entries
from replies.text.marks import Style
from replies.text.outline import Entry, Outline
from replies.text.parsed import ParsedMeasure, Span
from replies.text.phases import PLANNED, Phases
from replies.text.wrapping import unbroken

HOLDS_ACTION = re.compile(
    r"(?:出台|印发|制定|下发|发布|编制|修订)了?[^。]{0,12}《|已(?:建成|完成|投入|启动|开展|实现|成立|建立|累计|安排|下达|列入|纳入)|[0-9.]+(?:余|多)?[万亿]?(?:元|个|家|所|张|人|名|处|座|公里|平方米)"
)


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter in its plain spelling, its entries with the words that name them, and its own date."""

    text: str
    outline: Outline
    headings: list[Span]
    calendar: Calendar


def find_measures(text: str, outline: Outline, letter_date: date | None) -> tuple[ParsedMeasure, ...]:
    """The measures in document order, each with its figures."""
    plain = normalize.plain(text)
    headings = [heading_of(plain, entry) for entry in outline.entries]
    letter = _Letter(plain, outline, headings, Calendar(letter_date))
    phases = Phases(plain, outline, letter_date)
    idle = idle_entries(plain, outline, headings)
    found = []
    for index, entry in enumerate(outline.entries):
        region = None if idle[index] else _region(plain, entry)
        if region is not None:
            found.append(_measure(letter, index, region, phases.of(index, region)))
    return tuple(found) if plain == text else tuple(as_printed(measure, text, plain) for measure in found)


def as_printed(measure: ParsedMeasure, text: str, plain: str) -> ParsedMeasure:
    """The measure as the letter spells it, after its words were understood in `normalize.plain`."""
    figures = tuple(replace(figure, text=figure.span.of(text)) for figure in measure.figures)
    heading = tidy(unbroken(measure.heading_span.of(text), measure.heading_span.of(plain)))
    return replace(measure, heading=heading, text=measure.span.of(text), figures=figures)


def _region(text: str, entry: Entry) -> Span | None:
    """The part of an entry that is a measure: all of it, its lead, or nothing."""
    return _acting_lead(text, entry) if entry.children else entry.span


def _acting_lead(text: str, entry: Entry) -> Span | None:
    """What stands between a heading and its items, if it is a paragraph with actions of its own."""
    start = entry.line.end
    if entry.style.is_spoken or "\n" not in text[start : entry.lead.end].strip(" 　\t"):
        return None
    lead = text[start : entry.lead.end]
    paragraph = lead.rpartition("\n")[0]  # what follows the last line end opens the list
    if len(HOLDS_ACTION.findall(paragraph)) >= 2:
        return Span(entry.span.start, start + len(paragraph.rstrip()))
    return None


def _measure(letter: _Letter, index: int, region: Span, phase: str) -> ParsedMeasure:
    text, entry = letter.text, letter.outline.entries[index]
    named = naming_span(text, entry, letter.headings[index])
    planned = phase == PLANNED
    figured = Span(_answer_start(text, entry), region.end)
    return ParsedMeasure(
        marker="".join(entry.marker.of(text).split()),
        heading=tidy(named.of(text)),
        section=_section(letter, index),
        phase=phase,
        text=region.of(text),
        span=region,
        heading_span=named,
        figures=find_figures(text, figured, letter.calendar, planned=planned),
        is_section=entry.style in (Style.SECTION, Style.PLAIN) or bool(entry.children),
        deadline=deadline_of(region.of(text), letter.calendar, planned=planned),
    )


def _answer_start(text: str, entry: Entry) -> int:
    """Behind the mark; behind the whole line where it repeats a wish that the next line answers."""
    wish = WISHED.match(text, entry.marker.start, entry.marker.end)
    return entry.line.end if wish and entry.line.end < entry.span.end else entry.marker.end


def _section(letter: _Letter, index: int) -> str | None:
    """The heading the entry stands under, as printed with its mark."""
    around = list(letter.outline.ancestors(index))
    if not around:
        return None
    top = letter.outline.entries[around[-1]]
    return " ".join(letter.text[top.span.start : letter.headings[around[-1]].end].split()) or None
