"""Dates by which something is to be reached, against the date of the letter: 今年, 10月底前, 到2025年底."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from replies.text.numerals import chinese_number

PLAN_PERIODS = {"十三五": 2020, "十四五": 2025, "十五五": 2030, "十二五": 2015}

DATE_WORDS = re.compile(r"[年月五]")
MONTH = r"(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])\s*月"
DAY = r"(?:\s*(?P<day>3[01]|[12][0-9]|[1-9])\s*[日号])?"
BY = r"(?P<by>(?:底|末|初|中旬|上旬|下旬)?(?:之?前|以前)?)"
DATED = re.compile(rf"(?P<year>20[0-9]{{2}})\s*年\s*(?:{MONTH}{DAY})?{BY}(?!起|以来)")
THIS_YEAR = re.compile(
    rf"(?P<rel>今年|本年度?|当年|今明两年|明年|后年|去年)(?:\s*{MONTH}{DAY})?{BY}|(?<![0-9一二两三四五六七八九十半全])(?P<end>年底|年内|年末)(?:之?前)?"
)
MONTH_ONLY = re.compile(rf"(?<![0-9年])(?<!\d年\s){MONTH}{DAY}(?:底|末|中旬|上旬|下旬)?(?:之?前|以前)")
PERIOD = re.compile(r"[“\"]?(?P<plan>十[二三四五]五)[”\"]?(?:时期|期间|末|期末|规划期?)")
WITHIN_YEARS = re.compile(r"(?<![0-9])(?P<n>[一二两三四五六七八九十]|[1-9])年[之以]?内")
TO_YEAR = re.compile(r"[-—－–至~]\s*(?P<year>20[0-9]{2})\s*年")

PAPER = re.compile(r"《[^《》]{0,150}》")
DONE_THEN = re.compile(r"已经?(?:[^，,。；;0-9]{0,4}[于在])?$|[自从]$")
BUILT = re.compile(r"建成(?:[^，,。；;0-9]{0,16}(?P<which>的))?")
WHAT_IS_DEALT_WITH = re.compile(r"[对将把][^，,。；;0-9]{0,12}$")

RELATIVE = {"今": 0, "本": 0, "当": 0, "明": 1, "后": 2, "去": -1}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The letter's own date, against which 今年 and 年底 are read; None where it is unknown."""

    letter_date: date | None

    @property
    def year(self) -> int | None:
        return self.letter_date.year if self.letter_date else None


def deadline_in(clause: str, calendar: Calendar, base_year: int | None = None) -> str | None:
    """The last date that a clause names as `2020`, `2019-10` or `2019-10-31`, or None.

    None also where that date is 今年 and the letter's own is unknown: an earlier one is not meant.
    """
    if not DATE_WORDS.search(clause):
        return None
    clause = PAPER.sub(lambda m: "\0" * len(m.group()), clause)
    best: tuple[int, str | None] = (-1, None)
    year = base_year or calendar.year
    for pattern, read in READERS:
        for found in pattern.finditer(clause):
            if found.start() >= best[0] and not _tells_age(clause, found):
                value = read(found, year)
                if value or (read is _relative and year is None):
                    best = (found.start(), value)
    return best[1]


def _tells_age(clause: str, found: re.Match[str]) -> bool:
    """已于2022年6月完成, 2000年以前建成的小区: when something was done or built, and no time to come."""
    if DONE_THEN.search(clause, 0, found.start()):
        return True
    built = BUILT.match(clause, found.end())
    return built is not None and bool(built["which"] or WHAT_IS_DEALT_WITH.search(clause, 0, found.start()))


def _month(found: re.Match[str], year: int) -> str:
    printed = found.groupdict().get("month")
    if not printed:
        return str(year)
    month = int(printed) if printed.isdigit() else (chinese_number(printed) or 0)
    day = found.groupdict().get("day")
    return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"


def _dated(found: re.Match[str], year: int | None) -> str | None:
    return _month(found, int(found["year"]))


def _relative(found: re.Match[str], year: int | None) -> str | None:
    if year is None:
        return None
    if found["end"]:
        return str(year)
    return _month(found, year + (1 if found["rel"] == "今明两年" else RELATIVE[found["rel"][0]]))


def _month_only(found: re.Match[str], year: int | None) -> str | None:
    return _month(found, year) if year else None


def _period(found: re.Match[str], year: int | None) -> str | None:
    return str(PLAN_PERIODS[found["plan"]])


def _within(found: re.Match[str], year: int | None) -> str | None:
    count = int(found["n"]) if found["n"].isdigit() else chinese_number(found["n"].replace("两", "二"))
    return str(year + count - 1) if year and count and count > 1 else None


READERS = (
    (DATED, _dated),
    (TO_YEAR, _dated),
    (THIS_YEAR, _relative),
    (MONTH_ONLY, _month_only),
    (PERIOD, _period),
    (WITHIN_YEARS, _within),
)


def deadline_of(passage: str, calendar: Calendar, *, planned: bool) -> str | None:
    """The date by which a promised action is to be done, where it names one that is still to come."""
    if not planned:
        return None
    for clause in re.split(r"[，,。；;\n]", PAPER.sub("", passage)):
        if value := still_to_come(deadline_in(clause, calendar), calendar):
            return value
    return None


def still_to_come(deadline: str | None, calendar: Calendar) -> str | None:
    """The deadline unless its year, or its month, was over when the letter was written."""
    written = calendar.letter_date.isoformat() if calendar.letter_date else ""
    if deadline is None or deadline[:7] < written[: len(deadline[:7])]:
        return None
    return deadline
