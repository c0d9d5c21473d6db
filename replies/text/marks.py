"""The marks that number an official letter: 一、 （一） 1. （1） ① and, inside a paragraph, 一是 首先 第一.

`marks_in` finds what looks like a mark; whether it is one is settled by `outline`, which sees
whether the numbers follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from replies.text.numerals import chinese_number
from replies.text.parsed import Span


class Style(IntEnum):
    """How an entry is marked, in the order in which official letters nest them."""

    PLAIN = 1  # a heading on a line of its own, without any mark
    SECTION = 2  # 一、
    PAREN = 3  # （一）
    NUMBER = 4  # 1.
    PAREN_NUMBER = 5  # （1）
    CIRCLED = 6  # ①
    DASH = 7  # —— or a bullet
    SPOKEN = 8  # 一是
    MUST = 9  # 一要
    ORDINAL = 10  # 第一，
    OF_THEM = 11  # 其一
    IN_TURN = 12  # 首先 … 其次
    SIDES = 13  # 一方面 … 另一方面

    @property
    def is_spoken(self) -> bool:
        return self >= Style.SPOKEN

    @property
    def is_weak(self) -> bool:
        """Words that order a sentence as often as they order actions."""
        return self >= Style.IN_TURN


class Mark(NamedTuple):
    style: Style
    number: int
    span: Span
    opens_line: bool


CN = "一二三四五六七八九十"
BULLET = r"[·\-*#]+\s"  # before a mark it counts for nothing, alone it is one
ARTEFACT = rf"(?:\[bookmark:[^\]\n]{{0,40}}\]|<!--[^>\n]{{0,40}}-->|(?P<BULLET>{BULLET}))?"

LINE_START = re.compile(rf"[\s　]*{ARTEFACT}[\s　]*")

# 建议一：… with the answer under it.
ASKED_MARK = (
    rf"(?:建议|意见|问题|诉求)[ 　]?(?:[{CN}]{{1,3}}|[0-9]{{1,2}})[ 　]?[：:、.．]"
    rf"|第[{CN}]{{1,3}}[条个点](?:建议|意见|问题|诉求)[：:，,。]"
)
# 措施一：…, as some agencies number what they do.
TOLD_MARK = rf"(?:措施|举措|做法|任务|行动)[ 　]?(?:[{CN}]{{1,2}}|[0-9]{{1,2}})[ 　]?[：:、.．]"
GAP = r"[ 　]{1,4}(?=[\u4e00-\u9fff]{3})"  # where the point behind the number was lost
LINE_MARK = re.compile(
    rf"""
      (?P<SECTION>[{CN}]{{1,3}}(?:[ 　]*[、.．丶，,]|{GAP}))
    | (?P<ASKED>{ASKED_MARK})
    | (?P<PAREN>(?:[（(〔]\s?)?[{CN}]{{1,3}}\s?[）)〕][、.．]?|[㈠-㈩]|{TOLD_MARK})
    | (?P<NUMBER>[0-9]{{1,2}}[ ]?(?:[、．]|[.，,](?![0-9])|\.(?=[0-9]{{4}}\s?[年\-—－–至])|[）)](?![0-9])|{GAP})|[⒈-⒛])
    | (?P<PAREN_NUMBER>[（(][0-9]{{1,2}}[）)][、.．]?|[⑴-⒇])
    | (?P<CIRCLED>[①-⑳❶-❿])
    | (?P<DASH>[—–―─]{{1,3}}(?![0-9])|[●■◆▪•★☆◇□▲△►▶➢➤◎√✓]|[·-](?=[\u4e00-\u9fff]))
    """,
    re.VERBOSE,
)

SPOKEN_MARK = rf"""
      (?P<SPOKEN>[{CN}]{{1,3}}是)
    | (?P<MUST>[{CN}]{{1,3}}(?:[要则]|(?=抓)))
    | (?P<ORDINAL>第[{CN}](?:[，,、：:]|是))
    | (?P<OF_THEM>其[一二三四五](?:[，,、：:]|是))
    | (?P<IN_TURN>(?:首先|其次|再次|再者|最后)[，,、：:]?(?:是(?!否))?)
    | (?P<SIDES>(?:另)?一方面[，,、：:]?(?:是(?!否))?)
"""

# A mark stands where a clause begins; 将一是 and 我局一是 are how such lists open in mid-sentence.
INLINE_MARK = re.compile(
    rf"""
    (?=[{CN}第其首再最另一措举做任行（(0-9①-⑳❶-❿㈠-㈩⑴-⒇⒈-⒛])  # no position is tried for nothing
    (?:
    (?<=[。；;：:，,！!？?”"》）)\s、将即们要局委市县区.])
    (?: {SPOKEN_MARK} )
    |
    (?<=[。；;：:！!？?\s.])
    (?:
      (?P<PAREN>[（(][{CN}]{{1,3}}[）)]|[㈠-㈩]|{TOLD_MARK})
    | (?P<SECTION>[{CN}]{{1,3}}、)
    | (?P<NUMBER>[0-9]{{1,2}}[、．.](?![0-9])|[⒈-⒛])
    | (?P<PAREN_NUMBER>[（(][0-9]{{1,2}}[）)]|[⑴-⒇])
    | (?P<CIRCLED>[①-⑳❶-❿])
    )
    )
    """,
    re.VERBOSE,
)
# What lines and marks in them begin with, so that nothing is tried in vain: most lines are prose.
LINE_SIGN = re.compile(
    rf"[\s{CN}第其首再最另建意问诉措举做任行（(〔<\[*#0-9①-⑳❶-❿㈠-㈩⑴-⒇⒈-⒛—–―─●■◆▪•★☆◇□▲△►▶➢➤◎√✓·\-]"
)
INLINE_SIGN = re.compile(
    rf"[。；;：:，,！!？?”\"》）)\s、将即们要局委市县区.][{CN}第其首再最另措举做任行（(0-9①-⑳❶-❿㈠-㈩⑴-⒇⒈-⒛]"
)
SPOKEN_START = re.compile(SPOKEN_MARK, re.VERBOSE)

NOT_A_DIGIT = re.compile("[^0-9]")
ENCLOSED = ("①⑳", "❶❿", "⑴⒇", "⒈⒛", "㈠㈩")  # signs that hold their number, first and last
IN_TURN_NUMBERS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}


def marks_in(text: str, line: Span) -> Iterator[Mark]:
    """What may be marks in one line, in order; the first may open it."""
    start = line.start
    if LINE_SIGN.match(text, start, line.end):
        opening, start = _opening_marks(text, line)
        yield from opening
    near = INLINE_SIGN.search(text, max(0, start - 1), line.end)
    for found in INLINE_MARK.finditer(text, near.start() + 1, line.end) if near else ():
        if found.lastgroup != "SECTION" or not _goes_on_counting(text, found):
            yield _mark(found, opens_line=False)


def _opening_marks(text: str, line: Span) -> tuple[list[Mark], int]:
    """The marks that a line opens with, and where its words begin."""
    opening = LINE_START.match(text, line.start, line.end)
    start = opening.end() if opening else line.start
    first = LINE_MARK.match(text, start, line.end) or SPOKEN_START.match(text, start, line.end)
    if first and not (first.lastgroup == "SECTION" and _goes_on_counting(text, first)):
        after = SPOKEN_START.match(text, first.end(), line.end)
        if after:  # （二）一是
            return [_mark(first, opens_line=True), _mark(after, opens_line=False)], after.end()
        return [_mark(first, opens_line=True)], first.end()
    if opening and opening["BULLET"]:
        return [Mark(Style.DASH, 0, Span(*opening.span("BULLET")), opens_line=True)], start
    return [], start


def _goes_on_counting(text: str, found: re.Match[str]) -> bool:
    """一、二年级学生: two numbers in a row and no mark."""
    numeral = found.group().rstrip("、.． 　")
    return (
        len(numeral) == 1 and text[found.end() : found.end() + 1] == (CN[CN.index(numeral) + 1 :] or "-")[0]
    )


def _mark(found: re.Match[str], *, opens_line: bool) -> Mark:
    name = found.lastgroup or "SPOKEN"
    style = Style.PAREN if name == "ASKED" else Style[name]
    return Mark(style, _number(style, found.group()), Span(found.start(), found.end()), opens_line)


def _number(style: Style, printed: str) -> int:
    if style is Style.DASH:
        return 0
    for row in ENCLOSED:
        if row[0] <= printed <= row[-1]:
            return ord(printed) - ord(row[0]) + 1
    if style is Style.IN_TURN:
        return IN_TURN_NUMBERS[printed[:2]]
    if style is Style.SIDES:
        return 2 if printed.startswith("另") else 1
    digits = NOT_A_DIGIT.sub("", printed)
    if digits:
        return int(digits)
    return chinese_number("".join(c for c in printed if c in CN)) or 0
