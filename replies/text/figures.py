"""The figures of a passage: its numbers with the words around them, what they count, their role and deadline."""

from __future__ import annotations

import re

from replies.text.comparable import Counted, indicator_of
from replies.text.counted_numbers import CLAUSE_REACH, CountedNumber, numbers_in
from replies.text.deadlines import Calendar, deadline_in, still_to_come
from replies.text.figure_roles import TARGET, Clause, role_of
from replies.text.parsed import ParsedFigure, Span

MOST_FIGURES = 300  # in one passage; no item of a letter has more
CLAUSE_REST = 40  # characters behind a number in which its clause ends
# A point between digits is no stop.
EDGE = re.compile(r"[。！!？?；;，,：:、（(）)\n\r.](?:(?<!\.)|(?<![0-9]\.)|(?![0-9]))")
LIST_EDGE = re.compile(EDGE.pattern.replace("、", ""))
# 乡镇（街道）养老服务中心: a word in brackets inside a name ends no clause.
ASIDE = re.compile(r"(?<=[\u4e00-\u9fff])[（(][^（()）0-9\n]{1,8}[）)](?=[\u4e00-\u9fff0-9])")
# Where a clause too long to be shown may be cut: behind these a part of it begins.
JOINT = re.compile("以及|[的等将对向为由在和与及把]")
# 8个以茶叶、蔬菜等为主的园区: the list ends no clause.
LISTED = re.compile(r"、[^，,。；;：:！!？?\n0-9]{1,30}?等")
YEAR = re.compile(r"20[0-9]{2}(?=年)")
YEARS_TO_COUNT = 2  # a letter's newest numbers may be of the last census or the last report
SENTENCE_EDGE = "。！!？?；;\n\r"


def find_figures(
    text: str, within: Span, calendar: Calendar, *, planned: bool = False
) -> tuple[ParsedFigure, ...]:
    """The figures of a passage in order; `planned` is whether the passage as a whole is a promise."""
    printed = within.of(text)
    found = []
    sentence = 0
    for number in numbers_in(printed)[:MOST_FIGURES]:
        words = _words_around(printed, number.span)
        sentence = _sentence_start(printed, number.span.start, sentence)
        before = printed[max(sentence, number.span.start - 200) : number.span.end]
        clause = Clause(
            printed[words.start : number.span.start],
            printed[number.span.start : words.end],
            printed[number.span.end : words.end],
            number.unit,
            before,
        )
        role = role_of(clause, planned=planned, this_year=calendar.year)
        found.append(
            ParsedFigure(
                text=words.of(printed),
                value=number.value,
                unit=number.unit,
                role=role,
                deadline=still_to_come(deadline_in(before, calendar), calendar) if role == TARGET else None,
                span=words.moved(within.start),
                indicator=None
                if _is_old(before, calendar)
                else indicator_of(_counted(printed, number, sentence, role)),
            )
        )
    return tuple(found)


def _is_old(before: str, calendar: Calendar) -> bool:
    """Whether the sentence tells of a year long gone: how many there were then is not how many there are."""
    years = [int(year) for year in YEAR.findall(before)]
    return bool(years) and calendar.year is not None and max(years) < calendar.year - YEARS_TO_COUNT


def _words_around(printed: str, number: Span) -> Span:
    """The clause with the number, as far as it is near; what is too long is cut where a part begins."""
    start, end = _clause_start(printed, number.start), _clause_end(printed, number.end)
    before, after = printed[start : number.start], printed[number.end : end]
    return Span(number.start - len(before.lstrip()), number.end + len(after.rstrip()))


def _clause_start(printed: str, at: int) -> int:
    reach = max(0, at - CLAUSE_REACH)
    start = inside = -1
    for edge in EDGE.finditer(printed, reach, at):
        aside = ASIDE.match(printed, edge.start())
        inside = aside.end() if aside and aside.end() <= at else inside
        if edge.end() > inside:
            start = edge.end()
    if start >= 0:
        return start
    joint = JOINT.search(printed, reach, at) if reach else None
    return joint.end() if joint else reach


def _clause_end(printed: str, at: int) -> int:
    limit = min(len(printed), at + CLAUSE_REST)
    inside = at
    for edge in EDGE.finditer(printed, at, limit):
        aside = ASIDE.match(printed, edge.start())
        inside = aside.end() if aside else inside
        if edge.end() > inside and not LISTED.match(printed, edge.start(), limit):
            return edge.start()
    if limit == len(printed):
        return limit
    joints = list(JOINT.finditer(printed, at + 1, limit))
    return joints[-1].start() if joints else limit


def _sentence_start(printed: str, at: int, known: int) -> int:
    """Where the sentence begins, never searching behind a start that is known."""
    return max(known, *(printed.rfind(c, known, at) + 1 for c in SENTENCE_EDGE))


def _counted(printed: str, number: CountedNumber, sentence: int, role: str) -> Counted:
    """The sentence up to the number, and what goes on after its unit to the end of the clause."""
    start, end = number.span.start, number.span.end
    edge = LIST_EDGE.search(printed, end, end + 80)
    stop = edge.start() if edge else end + 80
    before = printed[max(sentence, start - 200) : start]
    return Counted(before.strip(), printed[end:stop].strip(), number.unit, role)
