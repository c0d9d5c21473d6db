"""Where the parts of a letter stand, in places of its `Reading`.

The addressee divides page from letter: it is the first line that could name people or an office and
is followed by words that take up a proposal.  A letter without one begins at those words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from replies.text.line_ends import lines_of
from replies.text.lines import (
    CONTACT,
    COPIES,
    Line,
    is_closing,
    is_date,
    is_furniture,
    is_office,
    is_office_and_date,
    is_prose,
)
from replies.text.normalize import HAN, Reading, Run

#: Words by which the answer takes up the proposal.
TAKES_UP = re.compile(
    r"收\s?悉|收\s?到|收\s?阅|阅\s?悉|敬\s?悉|已\s?悉|知\s?悉|悉\s?知|如\s?下"
    r"|给予以下答复|作?以下(?:答复|回复)|(?:转|移)?交由?[\u4e00-\u9fff]{0,8}?(?:我|本|办理|研究)"
)
_ANSWERS = re.compile(r"如\s?下|以下(?:答复|回复)")
_RAISED = re.compile(r"提\s?出|提\s?交|所\s?提|建\s?议|提\s?案|议\s?案|来\s?信")
_NAMES = rf"[{HAN}·•*XxXＸ○、,,;()〔〕“”\d .]"
_TITLE_WORD = r"(?:人大代表|政协委员|委员代表|代\s{0,3}表|委\s{0,3}员|(?:同\s{0,3}志|先\s{0,3}生|女\s{0,3}士)(?=们?\s{0,3}(?:[(:,]|[您你]们?好)))"
_PEOPLE_LINE = re.compile(
    rf"(?P<names>{_NAMES}{{1,300}}?)(?:等\s{{0,3}}(?:[\d一二三四五六七八九十]{{1,3}}\s{{0,2}}[位名])?\s{{0,3}})?"
    rf"(?P<who>{_TITLE_WORD})\s{{0,3}}们?(?:\s{{0,2}}\((?P<rest>[^()\n]{{1,80}})\))?\s{{0,3}}(?:,?\s{{0,2}}[您你]们?好)?\s{{0,3}}(?P<end>[::;,。!]|$)"
)
_GROUP_LINE = re.compile(rf"(?P<names>[{HAN}·、()“”\s]{{3,60}}?)\s{{0,3}}(?P<end>[::])?$")
#: Bodies that make proposals and never answer them.
PARTY = re.compile(
    r"^(?:中国)?(?:民革|民盟|民建|民进|农工|致公|九三|台盟)|工商联|(?:支部|总支|界别|小组|联谊会)(?:委员会)?$"
)
_GROUP_LED = re.compile(
    rf"(?P<names>(?![您你们]{{1,2}}好)[{HAN}()“”]{{2,40}}):\s{{0,4}}(?=[你您贵][{HAN}]{{0,8}}提)"
)
#: 关于“…的提案”，…: an answer that addresses nobody and begins with the proposal.
_ABOUT_IT = re.compile(
    r"关于(?:[“《\"][^“”《》\"\n]{4,120}[”》\"](?:的(?:建议|提案|议案))?|[^。,\n]{4,120}?的(?:建议|提案|议案)),"
)
#: What an office that helps writes to the one that answers.
_TO_THE_LEAD = re.compile(r"[会协]办|请[^。;\n]{0,8}(?:综合|汇总|一并|统一)[^。;\n]{0,8}答复")
#: 现就第12号提案…, 林秋水代表提出的…: how such a letter begins.
_SAYS_OF_WHAT = re.compile(
    rf"\s{{0,4}}(?:现[将就对]|[{HAN}·、]{{2,40}}(?:代表|委员)们?(?:所提|提出|提交|关于|在|《))"
)
#: 现将…的协办意见送上，供你们答复委员时参考: handed over without a word that takes the proposal up.
_HANDED_OVER = re.compile(r"[会协]办意见[^。;\n]{0,12}(?:送|报|函)[上去达告]|供[^。;\n]{0,12}(?:答复|参考)")
_LABEL = re.compile(
    r"^(?:类别|摘要|届次|关键[词字]|公文|分享|来源|作者|附件|抄送|联系|主办|会办|协办|答复|回复|标题|名称|内容|日期|时间|主题|公开|提案人|建议人|案由|编号|签发|信息|稿件|文章|索引|发文|成文|浏览|字[号体]|领衔|附议|联名)"
)
#: 承 办 人:, 联系人: with nothing behind it, and no addressee.
_ROLE = re.compile(r"(?:[承经主]办|办理|联[系络]|负责|签发|审[核签]|提案|建议)人:?$")
_MORE_NAMES = re.compile(rf"[{HAN}·*XxX\s、,]{{2,120}}[、,]|[{HAN}·*]{{2,8}}(?:代表|委员)[:,、]?")
_SALUTES = re.compile(rf"{_TITLE_WORD}们?[^:\n]{{0,10}}:")
_FORM = re.compile(r".{0,40}(?:征询|征求|反馈|满意|评价|评议|测评|回执).{0,12}[表单]")
_ENCLOSURE = re.compile(r"附件?[\d一二三四五六七八九十]{0,2}[::]?")
_SIGNED_ABOVE = 8
_HEAD_LINES = 160
_OPENING_REACH = 900
_LONGEST_SALUTE = 60


@dataclass(frozen=True)
class Layout:
    """All pairs are (start, end) places in `reading.text`; empty pairs where a part is missing."""

    reading: Reading
    lines: tuple[Line, ...]
    addressee: tuple[int, int]
    opening: tuple[int, int]
    body: tuple[int, int]

    @property
    def has_letter(self) -> bool:
        return self.opening[1] > self.opening[0] or self.addressee[1] > self.addressee[0]

    @cached_property
    def head_lines(self) -> tuple[Line, ...]:
        """The lines above the addressee; of a text without a letter in it, all that are not prose."""
        if self.has_letter:
            return tuple(line for line in self.lines if line.end <= self.addressee[0])
        return tuple(line for line in self.lines[:_HEAD_LINES] if not is_prose(line) or len(line.text) < 90)

    @cached_property
    def tail_lines(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.start >= self.body[1])

    @cached_property
    def letter_lines(self) -> tuple[Line, ...]:
        """Everything from behind the opening down."""
        return tuple(line for line in self.lines if line.start >= self.opening[1])

    @cached_property
    def opening_run(self) -> Run:
        return self.reading.run(*self.opening)


def another_letter(layout: Layout) -> int | None:
    """Where the head of a second letter begins, if one stands under the first: it salutes and announces its own answer."""
    lines = layout.letter_lines
    for i, line in enumerate(lines):
        if _SALUTES.search(line.text[:_LONGEST_SALUTE]) and _opens_letter(line, _next_text(lines, i)):
            while i and not _ends_letter(lines[i - 1].text):
                i -= 1
            return lines[i].start
    return None


def _ends_letter(line: str) -> bool:
    """A sentence, or what stands at a letter's foot alone; an office may be the letterhead of the next."""
    at_foot = is_date(line) or is_office_and_date(line) or COPIES.search(line) or CONTACT.search(line)
    return bool(at_foot or re.search("[。!]|此件", line))


def _opens_letter(line: Line, following: str) -> bool:
    end = _people_at(line, following)
    rest = (line.text[end:] + " " + following)[:_OPENING_REACH]
    return bool(end and _ANSWERS.search(rest) and _RAISED.search(rest))


@dataclass(frozen=True, slots=True)
class _Addressee:
    start: int
    end: int
    line: int  # index of the line it ends in


def lay_out(reading: Reading) -> Layout:
    lines = lines_of(reading)
    found = _find_addressee(reading, lines)
    if found:
        addressee, after = (found.start, found.end), found.end
    else:
        first = _opening_line(lines)
        after = lines[first].start if first is not None else 0
        addressee = (after, after)
    opening = (after, _end_of_opening(reading, after)) if after or found else _opening_at_top(reading, lines)
    body_end = _end_of_body(lines, opening[1], len(reading.text))
    return Layout(reading, lines, addressee, opening, (opening[1], max(opening[1], body_end)))


def _opening_at_top(reading: Reading, lines: tuple[Line, ...]) -> tuple[int, int]:
    first = _opening_line(lines)
    return (0, 0) if first is None else (lines[first].start, _end_of_opening(reading, lines[first].start))


def _find_addressee(reading: Reading, lines: tuple[Line, ...]) -> _Addressee | None:
    for finder in (_people_at, _group_at):
        for i, line in enumerate(lines[:_HEAD_LINES]):
            if end := finder(line, _next_text(lines, i)):
                first, last = _first_line_of_names(lines, i), _last_line_of_names(lines, i)
                return _Addressee(lines[first].start, lines[last].end if last > i else line.start + end, last)
    return None


def _next_text(lines: tuple[Line, ...], i: int) -> str:
    """What follows a line: enough of it to see whether a letter begins."""
    return " ".join(line.text[:400] for line in lines[i + 1 : i + 4])


def _people_at(line: Line, following: str) -> int:
    """How far into the line an addressee reaches: 张三、李四等代表： with or without what follows it."""
    found = _PEOPLE_LINE.match(line.text[:420])
    if not found or _LABEL.match(line.text) or len(found["names"]) > 320:
        return 0
    names = found["names"]
    rest = line.text[found.end() :].strip()
    if re.search(r"提出|收悉|关于|建议|提案|答复|人民代表|人大|会议|办理|第\d", names):
        return 0
    if found["end"] in (",", "。", ";", "!") and rest and not re.match(r"[您你贵]", rest):
        return 0
    if not found["end"] and len(names) > 200:
        return 0
    takes_up = TAKES_UP.search((rest + " " + following)[:_OPENING_REACH])
    raised = re.match(r"\s{0,4}(?:您|你|贵|各位|经|现|关于|首先|感谢|非常)", rest or following)
    greeted = found["end"] == ":" and "好" in found.group()[-3:]
    return found.end() if takes_up or raised or greeted else 0


def _group_at(line: Line, following: str) -> int:
    """市民政局：, 民盟温州市委会：, 甸沙代委员组 before 你们提出的…."""
    if led := _GROUP_LED.match(line.text):
        return led.end("names") + 1 if TAKES_UP.search((line.text + following)[:500]) else 0
    found = _GROUP_LINE.fullmatch(line.text) if len(line.text) <= 64 else None
    if (
        not found
        or _LABEL.match(line.text)
        or is_furniture(line)
        or re.search(r"答复|回复|复函|索引|机构|如下", line.text)
        or _ROLE.search(line.closed)
    ):
        return 0
    following = following[:500]
    if found["end"] and TAKES_UP.search(following) and _RAISED.search(following):
        return found.end()
    addressed = re.match(
        r"\s{0,4}(?:您|你|贵)[\u4e00-\u9fff]{0,8}?(?:们|单位|会|党|委|组|所|提|在|于|关于)", following
    )
    takes_up = TAKES_UP.search(following)
    if is_office("".join(found["names"].split())):
        to_lead = _SAYS_OF_WHAT.match(following) and _TO_THE_LEAD.search(following)
        addressed = addressed or to_lead
        takes_up = takes_up or (to_lead and _HANDED_OVER.search(following))
    if PARTY.search(found["names"]):
        own = re.escape(found["names"].strip())
        addressed = addressed or re.match(rf"\s{{0,4}}(?:《|关于|{own})", following)
    named = len(line.text) <= 24 and not is_date(line.text)
    return found.end() if addressed and named and takes_up else 0


def _first_line_of_names(lines: tuple[Line, ...], i: int) -> int:
    """Names may fill several lines; each but the last ends with a comma or, as the last does, with 代表 or 委员."""
    first = i
    while first and _MORE_NAMES.fullmatch(lines[first - 1].text):
        first -= 1
    return first


def _last_line_of_names(lines: tuple[Line, ...], i: int) -> int:
    """马青委员 / 周丽委员: each on a line of their own."""
    while i + 1 < len(lines) and _MORE_NAMES.fullmatch(lines[i + 1].text):
        i += 1
    return i


def _opening_line(lines: tuple[Line, ...]) -> int | None:
    for i, line in enumerate(lines[:_HEAD_LINES]):
        text = line.text[:500]
        if len(text) > 12 and TAKES_UP.search(text) and _RAISED.search(text) and re.search(r"[。:,]", text):
            return i
    about = (i for i, line in enumerate(lines[:_HEAD_LINES]) if _ABOUT_IT.match(line.text) and is_prose(line))
    return next(about, None)


def _end_of_opening(reading: Reading, start: int) -> int:
    """Up to the last sentence near the top that takes the proposal up or announces the answer."""
    window = reading.text[start : start + _OPENING_REACH]
    paragraphs = 0
    end = 0
    for part in re.finditer(r"[^\n]+", window):
        if not part.group().strip():
            continue
        paragraphs += 1
        pattern = TAKES_UP if paragraphs <= 2 else _ANSWERS
        taken = list(pattern.finditer(part.group()))
        if taken and (not end or _ANSWERS.search(part.group())):
            stop = re.compile(r"[。::;;]|$").search(
                part.group(), taken[-1].end() if not end else taken[0].end()
            )
            end = part.start() + (stop.end() if stop else len(part.group()))
        if paragraphs == 4 or _ANSWERS.search(window[:end]):
            break
    return start + (end or _end_of_first_sentence(window))


def _end_of_first_sentence(window: str) -> int:
    """您好！您提出的…具有重要意义。: the sentence that names the proposal, where none takes it up; or hands the answer over."""
    raised = re.match(
        rf"[^\n]{{0,300}}?(?:您|你)们?[^。\n]{{0,12}}提[^。\n]{{0,400}}。|{_ABOUT_IT.pattern}"
        rf"|现[将就对](?=[^。\n]{{0,200}}(?:{_HANDED_OVER.pattern}))[^。:\n]{{0,300}}[。:]",
        window.lstrip(),
    )
    return raised.end() + len(window) - len(window.lstrip()) if raised else 0


def _end_of_body(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Walk up from the foot over what never stands inside a letter."""
    below = [line for line in lines if line.start >= start]
    first = _first_enclosed(below)
    while first and not (is_prose(below[first - 1]) and not is_closing(below[first - 1])):
        first -= 1
    first_closing = next((line for line in below[first:] if is_closing(line)), None)
    return first_closing.start if first_closing else end


def _first_enclosed(below: list[Line]) -> int:
    """Where a form to return or an enclosure begins under the signature: what it says is not the letter's."""
    for i, line in enumerate(below):
        if len(line.text) <= _LONGEST_SALUTE and _FORM.fullmatch(line.closed):
            return i
        if _ENCLOSURE.fullmatch(line.closed) and any(map(_signs, below[max(0, i - _SIGNED_ABOVE) : i])):
            return i
    return len(below)


def _signs(line: Line) -> bool:
    return is_date(line.text) or is_office_and_date(line.text)
