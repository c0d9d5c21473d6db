"""When the reply was signed and when the page went up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from replies.text.lines import SITE_GOES_ON, Line, is_furniture, is_office, is_office_and_date
from replies.text.numerals import DATE, date_of
from replies.text.parsed import Candidate, Finding
from replies.text.reply_fields.sheet import Sheet

_PAGE_WORDS = re.compile(r"发布|公开日期|更新|浏览|来源|编辑|打印|时间|字号|星期|点击|访问|废止|生效")
_LOST_SIGNS = re.compile(r"^(?P<y>20[0-3]\d)(?P<rest>\d{2,4})$")
_LONGEST_DATE_LINE = 90
_NEAR_THE_FOOT = 1000
_FOOT_LINES = 6  # from the end, where a signature's date may have lost its signs
_DATED = re.compile(r"年|\d[-./]")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date on a line of its own, or behind the office that signs."""

    value: date
    start: int
    end: int
    line: Line
    is_signed: bool


def read_dates(sheet: Sheet) -> None:
    signed = signature_date(sheet)
    if signed:
        span = sheet.reading.span(signed.start, signed.end)
        sheet.put("reply_date", Finding(signed.value.isoformat(), span, "signature"))
    else:
        sheet.put(
            "reply_date",
            _answered_on(sheet)
            or _below_title(sheet)
            or _not_against_signature(sheet, _label_date(sheet, "written"))
            or _not_against_signature(sheet, _page_date(sheet, "written_date")),
        )
    published = (
        _label_date(sheet, "published") or _label_date(sheet, "dated") or _page_date(sheet, "publish_date")
    )
    sheet.put("publish_date", published or _unlabelled_date(sheet))
    if "reply_date" not in sheet.findings:
        _ask_for_date(sheet)


def signature_date(sheet: Sheet) -> DateLine | None:
    """The last date line that follows an office; else the last one under the letter, one of printing only if alone."""
    last = written = None
    for found in _date_lines_upwards(sheet):
        if found.is_signed:
            return found
        last = last or found
        written = written or (None if "印发" in found.line.text else found)
    return written or last


def _date_lines_upwards(sheet: Sheet) -> Iterator[DateLine]:
    """From the foot up, as the signature is near it."""
    lines = _without_other_letters(sheet)[-_NEAR_THE_FOOT:]
    for i in reversed(range(len(lines))):
        line = lines[i]
        if (
            len(line.text) > _LONGEST_DATE_LINE
            or not _DATED.search(line.text)
            or _PAGE_WORDS.search(line.text)
            or is_furniture(line)
        ):
            continue
        before = lines[i - 1].closed if i else ""
        if found := _date_on(line.text):
            start, end = line.start + found.start(), line.start + found.end()
        else:
            run = sheet.reading.run(line.start, line.end)
            if (found := _date_on(run.text)) is None:
                continue
            start, end = run.bounds(found.start(), found.end())
        if value := date_of(found):
            signed = (is_office_and_date(line.closed) or is_office(before)) and "印发" not in line.text
            yield DateLine(value, start, end, line, signed)


def _without_other_letters(sheet: Sheet) -> tuple[Line, ...]:
    """The letter's lines without those in which the page turns to others, with their dates."""
    body_end = sheet.layout.body[1]
    lines = sheet.layout.letter_lines
    others = (i for i, line in enumerate(lines) if line.start >= body_end and SITE_GOES_ON.search(line.text))
    return lines[: next(others, len(lines))]


def _date_on(text: str) -> re.Match[str] | None:
    """The line is a date, an office and a date, or ends a short closing with one."""
    dates = list(DATE.finditer(text))
    if not dates:
        return None
    found = dates[-1]
    before, after = text[: found.start()].strip(" (:"), text[found.end() :].strip(" )。.")
    if after and not re.fullmatch(r"[)(].{0,20}|印发?|抄送.{0,30}|〔\d{1,2}〕", after):
        return None
    if not before or is_office(re.sub(r"\s", "", before)):
        return found
    return (
        found
        if re.fullmatch(r"(?:答复|回复|复函|签发|办复|成文|落款)?(?:日期|时间)", re.sub(r"\s", "", before))
        else None
    )


def _answered_on(sheet: Sheet) -> Finding[str] | None:
    """区规划分局于2017年5月24日答复：, as registers put it."""
    for line in sheet.layout.lines[:60]:
        if len(line.text) > _LONGEST_DATE_LINE:
            continue
        found = DATE.search(line.text)
        if (
            found
            and re.match(r"\s{0,2}(?:作出)?(?:答复|回复|办复)", line.text[found.end() :])
            and (value := date_of(found))
        ):
            span = sheet.reading.span(line.start + found.start(), line.start + found.end())
            return Finding(value.isoformat(), span, "register")
    return None


def _below_title(sheet: Sheet) -> Finding[str] | None:
    """（2017年6月20日） alone in brackets under the title."""
    for line in sheet.layout.head_lines:
        found = DATE.fullmatch(line.text.strip("()")) if line.text.startswith("(") else None
        if found and (value := date_of(found)):
            return Finding(value.isoformat(), sheet.reading.span(line.start + 1, line.end - 1), "title")
    return None


def _label_date(sheet: Sheet, kind: str) -> Finding[str] | None:
    for item in sheet.labels.get(kind, ()):
        found = DATE.match(item.value)
        if found and (value := date_of(found)):
            span = sheet.reading.span(item.start + found.start(), item.start + found.end())
            return Finding(value.isoformat(), span, "page")
    return None


def _page_date(sheet: Sheet, key: str) -> Finding[str] | None:
    found = DATE.search(sheet.page.get(key, ""))
    value = date_of(found) if found else None
    return Finding(value.isoformat(), None, "page") if value else None


def _not_against_signature(sheet: Sheet, of_page: Finding[str] | None) -> Finding[str] | None:
    """The page's date, unless the letter was signed on another day that only lost its signs."""
    signed = [days for _, days in _days_without_signs(sheet)]
    return (
        None
        if of_page and any(of_page.value not in map(date.isoformat, days) for days in signed)
        else of_page
    )


def _unlabelled_date(sheet: Sheet) -> Finding[str] | None:
    """A page's list of values without labels: the last date alone on its line."""
    for line in reversed(sheet.layout.head_lines):
        text = line.text.strip("•·-* ")
        found = DATE.match(text)
        if found and len(text) - found.end() <= 9 and "星期" not in text and (value := date_of(found)):
            at = line.start + line.text.index(text)
            return Finding(value.isoformat(), sheet.reading.span(at, at + found.end()), "page")
    return None


def _ask_for_date(sheet: Sheet) -> None:
    hints = []
    for line, days in _days_without_signs(sheet):
        evidence = Finding(line.text, sheet.reading.span(line.start, line.end), "signature")
        hints += [Candidate(day.isoformat(), (evidence,)) for day in days if len(days) == 1]
    if published := sheet.findings.get("publish_date"):
        hints.append(Candidate(published.value, (published,)))
    sheet.ask("reply_date", "no-date", "信末没有落款日期，请填写答复日期。", *hints)


def _days_without_signs(sheet: Sheet) -> Iterator[tuple[Line, frozenset[date]]]:
    """202285 was 2022年8月5日 before its signs were lost; 2022111 could be two days."""
    for line in sheet.layout.letter_lines[-_FOOT_LINES:]:
        found = _LOST_SIGNS.match(line.closed)
        if found and (days := _days_of(int(found["y"]), found["rest"])):
            yield line, days


def _days_of(year: int, rest: str) -> frozenset[date]:
    days = set()
    for cut in (1, 2):
        month, day = rest[:cut], rest[cut:]
        if month and day and not month.startswith("0") and len(day) <= 2 and not day.startswith("0"):
            try:
                days.add(date(year, int(month), int(day)))
            except ValueError:
                continue
    return frozenset(days)
