"""The actions named in a letter, done or promised.

One measure for each deepest numbered item; a section without items counts once, by its heading, and
so does the paragraph before its items where that holds actions of its own.  Lists of reasons,
difficulties or compliments are not actions, nor is what the deputy asked for.
"""

from __future__ import annotations

import re
from dataclasses import replace
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

HOLDS_ACTION = re.compile(
    r"(?:出台|印发|制定|下发|发布|编制|修订)了?[^。]{0,12}《|已(?:建成|完成|投入|启动|开展|实现|成立|建立|累计|安排|下达|列入|纳入)|[0-9.]+(?:余|多)?[万亿]?(?:元|个|家|所|张|人|名|处|座|公里|平方米)"
)


def find_measures(text: str, outline: Outline, letter_date: date | None) -> tuple[ParsedMeasure, ...]:
    """The measures in document order, each with its figures."""
    calendar = Calendar(letter_date)
    plain = normalize.plain(text)
    phases = Phases(plain, outline)
    idle = idle_entries(plain, outline)
    found = []
    for index, entry in enumerate(outline.entries):
        region = None if idle[index] else _region(plain, entry)
        if region is not None:
            phase = phases.of(index, region)
            found.append(_measure(plain, outline, index, region, phase, calendar))
    return tuple(found) if plain == text else tuple(as_printed(measure, text) for measure in found)


def as_printed(measure: ParsedMeasure, text: str) -> ParsedMeasure:
    """The measure as the letter spells it, after its words were understood in `normalize.plain`."""
    figures = tuple(replace(figure, text=figure.span.of(text)) for figure in measure.figures)
    heading = tidy(measure.heading_span.of(text))
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


def _measure(
    text: str, outline: Outline, index: int, region: Span, phase: str, calendar: Calendar
) -> ParsedMeasure:
    entry = outline.entries[index]
    named = naming_span(text, entry)
    planned = phase == PLANNED
    return ParsedMeasure(
        marker=re.sub(r"\s+", "", entry.marker.of(text)),
        heading=tidy(named.of(text)),
        section=_section(text, outline, index),
        phase=phase,
        text=region.of(text),
        span=region,
        heading_span=named,
        figures=find_figures(text, Span(_answer_start(text, entry), region.end), calendar, planned=planned),
        is_section=entry.style in (Style.SECTION, Style.PLAIN) or bool(entry.children),
        deadline=deadline_of(region.of(text), calendar, planned=planned),
    )


def _answer_start(text: str, entry: Entry) -> int:
    """Behind the mark; behind the whole line where it repeats a wish that the next line answers."""
    wish = WISHED.match(text, entry.marker.start, entry.marker.end)
    return entry.line.end if wish and entry.line.end < entry.span.end else entry.marker.end


def _section(text: str, outline: Outline, index: int) -> str | None:
    """The heading the entry stands under, as printed with its mark."""
    around = list(outline.ancestors(index))
    if not around:
        return None
    top = outline.entries[around[-1]]
    return " ".join(text[top.span.start : heading_of(text, top).end].split()) or None
