"""The one door of reading: a text in, a `ParsedReply` out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from replies.text.figures import MOST_FIGURES
from replies.text.layout import another_letter
from replies.text.letter import LetterParts, parts_of
from replies.text.measures import find_measures
from replies.text.outline import read_outline
from replies.text.parsed import ParsedFigure, ParsedMeasure, ParsedReply, Problem, Span
from replies.text.reply_fields import (
    agencies,
    assembly,
    co_agencies,
    contact,
    dates,
    numbers,
    place,
    proposal_title,
    proposers,
    title,
)
from replies.text.reply_fields.sheet import Sheet, open_sheet
from replies.text.topics import Subject, Vocabulary, default_vocabulary
from replies.text.undertakings import find_undertakings

SCALARS = (
    "reply_title", "doc_number", "kind", "assembly", "level", "term", "session", "place", "proposal_number",
    "proposal_title", "agency", "reply_date", "publish_date", "signer", "result_class", "disclosure",
)  # fmt: skip
LISTS = ("proposers", "co_agencies", "contact_name", "contact_phone", "cc")

YEAR_OF_NUMBER = re.compile(r"[^0-9](20[0-9]{2})[^0-9]")
LONGEST_ANSWER = 100_000  # characters; the longest letters have twenty thousand
MOST_LINES = 5_000


def parse_reply(
    text: str, page: Mapping[str, str] | None = None, vocabulary: Vocabulary | None = None
) -> ParsedReply:
    """Read a letter.  Never raises on any text; what it cannot tell stays out and becomes a problem.

    `page` is what the web page or the file says of itself outside the text (see `file_formats`);
    `vocabulary` the topics' terms where staff have changed the shipped ones.
    """
    sheet = open_sheet(text, page)
    if another := another_letter(sheet.layout):
        return _first_letter(text, sheet.reading.span(another, another).start, page, vocabulary)
    _read_fields(sheet)
    parts = parts_of(sheet.layout, _letter_date(sheet))
    outline = read_outline(text, _answer(text, parts.body))
    written = parts.reply_date or _year_of_number(sheet)
    measures = find_measures(text, outline, written)
    undertakings, is_cut = find_undertakings(text, outline, written, measures)
    _say_where_it_stopped(sheet, outline.body.end < parts.body.end, (*measures, *undertakings), is_cut)
    titles = (sheet.value("reply_title"), _one(sheet.value("proposal_title")))
    letter = sheet.reading.run(0, len(sheet.reading.text))
    subject = Subject(letter, *titles, vocabulary or default_vocabulary())
    topics = subject.findings()
    told = subject.of_measures((*measures, *undertakings), topics)
    measures, undertakings = told[: len(measures)], told[len(measures) :]
    return ParsedReply(text, sheet.findings, measures, topics, tuple(sheet.problems), undertakings)


def _first_letter(
    text: str, end: int, page: Mapping[str, str] | None, vocabulary: Vocabulary | None
) -> ParsedReply:
    """What stands under the first letter is another's: nothing of it is read into this one, and that is said."""
    first = parse_reply(text[:end], page, vocabulary)
    told = Problem("measures", "another-letter", "这一封下面还有另一封答复，没有读。请把它另外录入一次。")
    return replace(first, text=text, problems=(*first.problems, told))


def _say_where_it_stopped(
    sheet: Sheet, is_long: bool, passages: Sequence[ParsedMeasure], is_cut: bool
) -> None:
    """Bounds that no letter reaches, for what else people hand in: whoever does not read all says so."""
    if is_long:
        sheet.ask("measures", "too-long", "正文过长，措施只读到这里为止。请核对是否混入了别的文件。")
    if is_cut:
        sheet.ask(
            "measures", "too-many-undertakings", "未编号的措施过多，后面的没有读。请核对是否混入了别的文件。"
        )
    if any(len(passage.figures) == MOST_FIGURES for passage in passages):
        sheet.ask("measures", "too-many-figures", "有一段数字过多，后面的可能没有读。请核对。")


def _answer(text: str, body: Span) -> Span:
    """The body as far as a letter can reach."""
    end = min(body.end, body.start + LONGEST_ANSWER)
    at = body.start
    for _ in range(MOST_LINES):
        at = text.find("\n", at, end) + 1
        if not at:
            return Span(body.start, end)
    return Span(body.start, at)


def _one(value: str | list[str] | None) -> str | None:
    return " ".join(value) if isinstance(value, list) else value


def _read_fields(sheet: Sheet) -> None:
    title.read_title(sheet)
    found = assembly.read_assembly(sheet)
    place.read_kind(sheet, found)
    numbers.read_doc_number(sheet)
    numbers.read_proposal_number(sheet)
    numbers.read_result_class(sheet)
    proposal_title.read_proposal_title(sheet)
    proposers.read_proposers(sheet)
    dates.read_dates(sheet)
    agencies.read_agency(sheet)
    co_agencies.read_co_agencies(sheet)
    contact.read_contact(sheet)
    contact.read_copies(sheet)
    contact.read_signer(sheet)
    contact.read_disclosure(sheet)
    place.read_place(sheet, found)
    if "proposal_title" not in sheet.findings:
        sheet.ask("proposal_title", "no-proposal-title", "没有读出建议（提案）的标题，请填写。")
    if "proposers" not in sheet.findings:
        sheet.ask("proposers", "no-proposer", "没有读出代表或委员的姓名，请填写，或注明原文已隐去。")


def _letter_date(sheet: Sheet) -> date | None:
    value = sheet.value("reply_date")
    return date.fromisoformat(value) if value else None


def _year_of_number(sheet: Sheet) -> date | None:
    """For a letter without a date the first day of its number's year, 〔2024〕37号: 今年 is that year."""
    year = YEAR_OF_NUMBER.search(sheet.value("doc_number") or "")
    return date(int(year[1]), 1, 1) if year else None


def letter_parts(text: str) -> LetterParts:
    """The parts of a letter without the rest of its fields."""
    sheet = open_sheet(text)
    dates.read_dates(sheet)
    return parts_of(sheet.layout, _letter_date(sheet))


def as_json(parsed: ParsedReply, file: str) -> dict[str, Any]:
    """The keys of docs/parsed-reply.md, in its order."""
    out: dict[str, Any] = {"file": file}
    out |= {key: parsed.value(key) for key in SCALARS}
    out |= {key: list(parsed.value(key, ())) for key in LISTS}
    out["topics"] = [topic.slug for topic in parsed.topics]
    out["topic_evidence"] = {t.slug: [e.value for e in t.evidence] for t in parsed.topics}
    out["measures"] = [_measure(measure) for measure in parsed.measures]
    out["undertakings"] = [_measure(undertaking) for undertaking in parsed.undertakings]
    out["spans"] = {k: [f.span.start, f.span.end] for k, f in parsed.findings.items() if f.span}
    out["problems"] = [_problem(problem) for problem in parsed.problems]
    return out


def unreadable_as_json(file: str, code: str, message: str) -> dict[str, Any]:
    """The same keys for a file that could not be read, with the reason as its one problem."""
    reason = Problem("text", code, message)
    return as_json(ParsedReply("", problems=(reason,)), file)


def _measure(measure: ParsedMeasure) -> dict[str, Any]:
    return {
        "marker": measure.marker,
        "heading": measure.heading,
        "section": measure.section,
        "phase": measure.phase,
        "deadline": measure.deadline,
        "topics": list(measure.topics),
        "is_section": measure.is_section,
        "text": measure.text,
        "span": [measure.span.start, measure.span.end],
        "figures": [_figure(figure) for figure in measure.figures],
    }


def _figure(figure: ParsedFigure) -> dict[str, Any]:
    return {**asdict(figure), "span": [figure.span.start, figure.span.end]}


def _problem(problem: Problem) -> dict[str, Any]:
    out: dict[str, Any] = {"field": problem.field, "code": problem.code, "message": problem.message}
    if problem.candidates:
        out["candidates"] = [
            {"value": c.value, "evidence": [e.value for e in c.evidence]} for c in problem.candidates
        ]
    return out
