"""The actions named in a letter, done or promised.

One measure for each deepest numbered item; a section without items counts once, by its heading, and
so does the paragraph before its items where that holds actions of its own.  Lists of reasons,
difficulties or compliments are not actions, nor is what the deputy asked for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from replies.text.deadlines import Calendar, deadline_of
from replies.text.figures import find_figures
from replies.text.headings import heading_of, tidy
from replies.text.letter_lines import TURN_HEADING
from replies.text.marks import Style
from replies.text.normalize import simplified
from replies.text.outline import Entry, Outline
from replies.text.parsed import ParsedMeasure, Span
from replies.text.phases import PLANNED, phase_of

BACKGROUND_HEADING = re.compile(
    r"^(?!关于|对于?|针对)[^。\n]{0,14}(?:基本情况|概况|现状|背景|承办[^。\n]{0,6}(?:过程|情况)|办理过程|调研(?:情况|过程)|政策依据)$"
)
TROUBLE_HEADING = re.compile(
    r"^(?!关于|对于?|针对|解决|破解|化解|着力)[^。，,\n]{0,14}(?:问题|困难|不足|短板|原因|难点|瓶颈|难题)(?:和|及|与|分析|困难|不足|问题|原因|短板|、)*$"
)
TROUBLE_LEAD = re.compile(
    r"(?:原因|困难|问题|难题|难点|不足|短板|瓶颈|难度|理由|矛盾|制约|因素|顾虑|依据)[^，,。；;\n]{0,10}?(?:有|是|在于|如下|主要|表现|包括|为)?[^，,。；;\n]{0,6}[：:，,。]?\s*$"
)
REMEDY = re.compile(r"针对|解决|破解|化解|克服|措施|采取|做法|整改|聚焦|围绕|工作")
ASKED = re.compile(
    r"(?:您|你|代表|委员|提案|建议)(?:们)?[^。\n]{0,20}(?:提出|建议|指出|反映|认为)[^。\n]{0,60}$"
)
ANSWERS = re.compile(r"我[们市县区局省厅委院处镇乡]|[答回]复|如下|工作|已经?")
TROUBLE = re.compile(
    r"无法|不能|难以|不具备|缺[乏少]|不足|困难|尚未|尚无|没有|偏低|滞后|不高|不强|不够|不完善|不健全|不合理|薄弱|需先|需争取|未(?:纳入|列入|达到)|侵占|红线内|紧张|有限"
)
PRAISE = re.compile(r"^(?:感谢|您的|建议(?:很|非常)|非常)")
HOLDS_ACTION = re.compile(
    r"(?:出台|印发|制定|下发|发布|编制|修订)了?[^。]{0,12}《|已(?:建成|完成|投入|启动|开展|实现|成立|建立|累计|安排|下达|列入|纳入)|[0-9.]+(?:余|多)?[万亿]?(?:元|个|家|所|张|人|名|处|座|公里|平方米)"
)


def find_measures(text: str, outline: Outline, letter_date: date | None) -> tuple[ParsedMeasure, ...]:
    """The measures in document order, each with its figures."""
    calendar = Calendar(letter_date)
    plain = simplified(text)
    found = []
    for index, entry in enumerate(outline.entries):
        region = _region(plain, outline, index, entry)
        if region is not None:
            found.append(_measure(plain, outline, index, region, calendar))
    return tuple(found) if plain == text else tuple(_as_printed(measure, text) for measure in found)


def _as_printed(measure: ParsedMeasure, text: str) -> ParsedMeasure:
    """The measure in the script of the letter, after its words were understood in simplified script."""
    figures = tuple(replace(figure, text=figure.span.of(text)) for figure in measure.figures)
    heading = tidy(measure.heading_span.of(text))
    return replace(measure, heading=heading, text=measure.span.of(text), figures=figures)


def _region(text: str, outline: Outline, index: int, entry: Entry) -> Span | None:
    """The part of an entry that is a measure: all of it, its lead, or nothing."""
    if _is_no_action(text, outline, index):
        return None
    if not entry.children:
        return entry.span
    return _acting_lead(text, entry)


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


def _measure(text: str, outline: Outline, index: int, region: Span, calendar: Calendar) -> ParsedMeasure:
    entry = outline.entries[index]
    named = _naming_span(text, entry)
    phase = phase_of(text, outline, index, region)
    return ParsedMeasure(
        marker=re.sub(r"\s+", "", entry.marker.of(text)),
        heading=tidy(named.of(text)),
        section=_section(text, outline, index),
        phase=phase,
        text=region.of(text),
        span=region,
        heading_span=named,
        figures=find_figures(text, region, calendar, planned=phase == PLANNED),
        is_section=entry.style in (Style.SECTION, Style.PLAIN) or bool(entry.children),
        deadline=deadline_of(region.of(text), calendar, planned=phase == PLANNED),
    )


def _naming_span(text: str, entry: Entry) -> Span:
    """The heading; with the first clause under it where the heading only says 下一步工作打算."""
    named = heading_of(text, entry)
    printed = named.of(text)
    if not TURN_HEADING.search(printed) or len(printed) > 14 or entry.line.end >= entry.span.end:
        return named
    below = Span(entry.line.end, entry.span.end)
    rest = text[below.start : below.end]
    stop = re.search(r"[，,。；;：:\n]", rest.lstrip())
    lead = len(rest) - len(rest.lstrip())
    end = below.start + lead + (stop.start() if stop else len(rest.lstrip()))
    return Span(named.start, end) if end - named.start <= 40 else named


def _section(text: str, outline: Outline, index: int) -> str | None:
    """The heading the entry stands under, as printed with its mark."""
    around = list(outline.ancestors(index))
    if not around:
        return None
    top = outline.entries[around[-1]]
    return " ".join(text[top.span.start : heading_of(text, top).end].split()) or None


def _is_no_action(text: str, outline: Outline, index: int) -> bool:
    entry = outline.entries[index]
    if not text[entry.marker.end : entry.span.end].strip(" 　\n\r\t、.．，,；;。：:"):
        return True
    headings = [
        heading_of(text, outline.entries[i]).of(text).strip() for i in (index, *outline.ancestors(index))
    ]
    if any(TROUBLE_HEADING.match(h) for h in headings) or BACKGROUND_HEADING.match(headings[0]):
        return True
    return (
        entry.parent is not None
        and BACKGROUND_HEADING.match(headings[-1]) is not None
        or _lists_no_action(text, outline, index)
    )


def _lists_no_action(text: str, outline: Outline, index: int) -> bool:
    """Whether the list that the item stands in numbers reasons, difficulties, wishes or compliments."""
    entry = outline.entries[index]
    if entry.style in (Style.SECTION, Style.PLAIN):
        return False
    row = [e for e in outline.entries if e.group == entry.group and e.parent == entry.parent]
    lead = re.split(r"[。！\n]", text[max(0, row[0].span.start - 120) : row[0].span.start].rstrip("。 \n　"))[
        -1
    ]
    if (TROUBLE_LEAD.search(lead) and not REMEDY.search(lead)) or (
        ASKED.search(lead) and not ANSWERS.search(lead)
    ):
        return True
    heads = [text[e.line.start : min(e.line.end, e.line.start + 60)] for e in row]
    troubled = sum(1 for h in heads if TROUBLE.search(h) or PRAISE.match(h))
    return troubled * 2 > len(heads)
