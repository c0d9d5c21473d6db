"""Lines of a letter and what kind of line each is: turning to plans, closing, a heading without a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from replies.text.parsed import Span

LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x85\u2028\u2029]*\S)?")
FOUR_HAN = re.compile(r"(?:[^\u3400-\u9fff]*[\u3400-\u9fff]){4}")

TURN_WORDS = r"(?:在?(?:下一?步|下一?个?阶段|接下来|今后|后期|后续|未来|往后|以后的工作|日后|下半年|下一年))"
TURN_OPENS = rf"(?:(?:一、)?关于)?{TURN_WORDS}"
STOP = r"[。；;！!？?\n\r\s　]"
TURN = re.compile(rf"(?=[一关在下接今后未往以日])(?:^|(?<={STOP})){TURN_OPENS}")
TURN_BEHIND_STOP = re.compile(rf"{STOP}(?P<turn>{TURN_OPENS})")
TURN_HEADING = re.compile(
    r"下一?步|下一?阶段|今后|接下来|后续(?:工作|打算|计划|安排)|拟(?:采取|办理|开展|实施)|打算$|(?:工作|整改|任务)(?:计划|安排|思路|方向|目标)$|目标任务$|努力方向"
)

CLOSING = re.compile(
    r"""(?:最后|再次|衷心|诚挚|十分|非常|谨此|在此|我们|首先)?[，,]?(?:再次|衷心|真诚|诚挚|十分|非常)?(?:地)?
    (?:感谢|谢谢|欢迎(?:各位|您|你)|恳请|敬请|希望(?:您|你|各位|代表|委员)|期盼|期待您|祝您|专此|特此|此复|此函|谨此|
       以上(?:答复|回复|意见|是)|如(?:对|有)[^。\n]{0,20}(?:意见|建议)|对以上|您对|此答复|此复函|本答复|
       联[ 　]*系[ 　]*人|联系(?:单位|电话|方式)|经[ 　]*办[ 　]*人|承[ 　]*办[ 　]*人
       |抄[ 　]*[送报]|附件|主题词|[（(]?联络人|[（(]联系人|[（(]此件|此件)""",
    re.VERBOSE,
)

SUMMING_UP = re.compile(r"随着|面对|总之|综上|我们相信|相信|让我们|以上")

ANSWER_FOLLOWS = re.compile(
    r"(?:答复|回复|复函|函复|反馈|汇报|报告|说明|意见)[^。\n]{0,6}如下[：:。，,]?|如下[：:]"
)
ADDRESSEE = re.compile(r"(?:代表|委员|同志|先生|女士|小组|委员会|[局委办])(?:们)?\s*[：:]")
DAY = r"[0-9一二三四五六七八九十]{1,3}"
DATE_LINE = re.compile(
    rf"[\s　]*(?:[12][0-9]{{3}}|[二〇○零一OＯ九]{{4}})\s*年\s*{DAY}\s*月\s*{DAY}\s*日[\s　]*"
)
TAIL_LINE = re.compile(
    r"""[\s　]*(?:[（(]?(?:联[ 　]*系|经[ 　]*办|承[ 　]*办|抄[ 　]*[送报]|附件|主题词|此件
    |办复类别|邮政编码|签[ 　]*发|领导签|责任编辑|审核)
    |[^。，,；;：:\n]{2,40}(?:局|厅|委|委员会|政府|办公室|中心|公司|院|会|部|社|处|站)[\s　]*$
    |[.。]$)""",
    re.VERBOSE,
)

WISH_QUOTED = re.compile(
    r"[\s　]*(?:关于|针对|对于?)?(?:(?:您|你|贵|代表|委员)[^“”\"。，,：:\n]{0,6}(?:提出|建议|反映|所提)的?)?[“\"][^“”\"\n]{2,150}[”\"](?:的|等)?(?:建议|问题|意见|诉求|事宜)"
)
SENTENCE_END = re.compile(r"[。！!？?；;]")
ENDS_NO_HEADING = "。；;！!？?：:|•，,、"
NOT_IN_HEADING = re.compile(r"[。；;！!？?：:|•\t]|[，,、]$|\d{3,}")
SHORTEST_PARAGRAPH = 12
HEAD_AND_MORE = 2_000  # no letter's head is longer
LONGEST_QUOTE = 120  # a quote or bracket open for longer was never closed
OPENERS, CLOSERS = "《“‘（(〔【「『〈", "》”’）)〕】」』〉"


END_MATTER = re.compile(r"附[ 　]*件[：:]|抄[ 　]*[送报][：:]|[（(]?联[ 　]*系[ 　]*人")


def lines_of(text: str, within: Span) -> list[Span]:
    """The lines that are not blank, each without the blanks around it."""
    return [Span(*line.span()) for line in LINE.finditer(text, within.start, within.end)]


def body_of(text: str, lines: Sequence[Span]) -> Span:
    """Where the answer stands when nobody has said so: after 现答复如下, before signature and contact."""
    start = _body_start(text, lines)
    last = _without_tail(text, lines, start)
    for n, line in enumerate(lines[:last]):  # a list of enclosures is no list of actions
        if line.start > start and n and END_MATTER.match(text, line.start, line.end):
            last = _without_tail(text, lines[:n], start)
            break
    end = lines[last - 1].end if last else len(text)
    return Span(min(start, end), end)


def answer_start(text: str) -> int:
    """Where the answer's first paragraph begins, behind a web page's own lines, letterhead and salutation.

    Looks at the first lines only, as a list asks for every letter in it.
    """
    lines = lines_of(text, Span(0, min(len(text), HEAD_AND_MORE)))
    start = _body_start(text, lines)
    paragraphs = (line for line in lines if line.end > start and _is_paragraph(text, line))
    return next((max(start, line.start) for line in paragraphs), start)


def _without_tail(text: str, lines: Sequence[Span], start: int) -> int:
    """How many of the lines are left when signature, date and contact at their end are not counted."""
    last = len(lines)
    while last and lines[last - 1].start > start and _is_tail(text, lines[last - 1]):
        last -= 1
    return last


def _body_start(text: str, lines: Sequence[Span]) -> int:
    half = len(text) * 2 // 3 + 200
    says = text.find("如下", 0, half) >= 0  # at a glance, where the pattern goes sign by sign
    if says and (said := ANSWER_FOLLOWS.search(text, 0, half)):
        return said.end()
    for line in lines:
        if line.end - line.start < 200 and (found := ADDRESSEE.search(text, line.start, line.end)):
            return found.end()
    return lines[0].start if lines else 0


def _is_tail(text: str, line: Span) -> bool:
    return bool(
        TAIL_LINE.match(text, line.start, line.end) or DATE_LINE.fullmatch(text, line.start, line.end)
    )


def is_closing(text: str, line: Span) -> bool:
    """Thanks, good wishes, contact: nothing of the answer itself."""
    return bool(CLOSING.match(text, line.start, line.end) or DATE_LINE.fullmatch(text, line.start, line.end))


def closing_lines(text: str, lines: Sequence[Span]) -> frozenset[int]:
    """Where lines of thanks start, and the summing-up that stands right before the last of them."""
    found = {line.start for line in lines if is_closing(text, line)}
    for line in reversed(lines):
        if line.start not in found:
            if not SUMMING_UP.match(text, line.start, line.end) or line.end - line.start > 200:
                break
            found.add(line.start)
    return frozenset(found)


def opens_with_turn(text: str, line: Span) -> bool:
    return bool(TURN.match(text, line.start, line.end))


def turns_in(text: str, within: Span) -> Iterator[int]:
    if TURN.match(text, within.start, within.end):
        yield within.start
    for found in TURN_BEHIND_STOP.finditer(text, within.start, within.end):
        yield found.start("turn")


def plain_headings(text: str, lines: Sequence[Span], marked: Sequence[bool]) -> frozenset[int]:
    """Where short lines without mark or stop stand above a paragraph: headings, if there are several.

    A letter without any marks may answer wish by wish instead: 关于“增加班次”的建议。….
    """
    found = (
        [] if any(marked) else [line.start for line in lines if WISH_QUOTED.match(text, line.start, line.end)]
    )
    if len(found) > 1:
        return frozenset(found)
    found = []
    for n, line in enumerate(lines[:-1]):
        if text[line.end - 1] in ENDS_NO_HEADING:
            continue
        before = n == 0 or marked[n - 1] or text[lines[n - 1].end - 1] in "。！；：:;!”）)"
        carries = marked[n + 1] or _is_paragraph(text, lines[n + 1])
        if not marked[n] and before and carries and _looks_like_heading(text, line):
            found.append(line.start)
    return frozenset(found) if len(found) > 1 else frozenset()


def _is_paragraph(text: str, line: Span) -> bool:
    return (
        line.end - line.start >= SHORTEST_PARAGRAPH
        and SENTENCE_END.search(text, line.start, line.end) is not None
    )


def _looks_like_heading(text: str, line: Span) -> bool:
    printed = line.of(text)
    if not 4 <= len(printed) <= 40 or NOT_IN_HEADING.search(printed) or not FOUR_HAN.match(printed):
        return False
    if opens_with_turn(text, line) and not TURN_HEADING.search(text, line.start + 2, line.end):
        return False
    return not (is_closing(text, line) or _is_tail(text, line))


def run_in_heading(text: str, line: Span) -> Span:
    """The sentence a line opens with, without its stop."""
    start = line.start
    while start < line.end and (text[start].isspace() or text[start] in "、.．，,：:"):
        start += 1
    end = sentence_end(text, Span(start, line.end))
    return Span(start, end)


def _is_stop(text: str, at: int) -> bool:
    """A Latin point behind a Chinese character ends a sentence as 。 does."""
    return "\u3400" <= text[at - 1 : at] <= "\u9fff"


def opens_list(text: str, line: Span) -> bool:
    """A line that ends in a colon stands over a new list: 2024年工作打算：."""
    return text[line.end - 1] in "：:"


def sentence_end(text: str, within: Span, stops: str = "。！!？?；;\n\r") -> int:
    """Where the first sentence ends, stops inside quotes and brackets not counted."""
    depth = 0
    for found in _turning_points(stops).finditer(text, within.start, within.end):
        c, at = found.group(), found.start()
        if c in OPENERS:
            depth += 1
        elif c in CLOSERS:
            depth = max(0, depth - 1)
        elif c == "." and not _is_stop(text, at):
            continue
        elif depth == 0 or c in "\n\r" or at - within.start > LONGEST_QUOTE:
            return at
    return within.end


@lru_cache(maxsize=8)
def _turning_points(stops: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(stops + OPENERS + CLOSERS)}.]")
