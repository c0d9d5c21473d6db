"""What the proposal is called: inside 《》 or “”, else from 关于 up to and with 建议 or 提案."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from replies.text.normalize import HAN, Run
from replies.text.parsed import Finding
from replies.text.reply_fields.sheet import Sheet

_NOUN = r"(?:建议提案|提案建议|意见建议|建议案|建议|提案|议案|意见)"
_OPEN = {"《": "》", "“": "”", '"': '"', "'": "'", "‘": "’"}
_NUMBER_BETWEEN = r"(?:第?[A-Za-z]?\d{1,12}号?)?(?:人大代表|政协委员|代表|委员|重点)?"
#: What may stand right before a quoted title, and right behind it.
_BEFORE_TITLE = re.compile(
    r"(?:题为|提出|提交|提报|所提|递交|反映|撰写|来信|转来|送来|关于|对|就|要求|的|了|过|号|建议|提案|议案|\)|〕|[::,、]|和|及|与|^)$"
)
_AFTER_TITLE = re.compile(
    rf"^(?:[、,和及与]?[《“\"]|[(〔][^()〔〕]{{0,40}}[)〕]|的?{_NUMBER_BETWEEN}(?:{_NOUN})|等?[,。;]|等?[几两三四五六七八九十\d]{{1,3}}[条件项个](?:{_NOUN})|(?:已|均|业)?(?:经|由)?(?:收|交|转|阅|悉|敬|知)|的?(?:(?:有关|相关)?(?:问题|情况|事项|内容)的?)?(?:答复|回复|复函|函复)|$)"
)
#: 提出的“关于…”的议案原件收悉: whatever a place calls it, it is what was handed in.
_HANDED_IN = re.compile(rf"^的?[{HAN}]{{1,6}}?(?:已|均|业)?经?收(?:悉|到)")
_INSIDE = r"(?:[^《》。;]|《[^《》。;]{1,60}》)"
_PLAIN = re.compile(rf"关于{_INSIDE}{{2,120}}?{_NOUN}")
_PLAIN_REST = re.compile(
    rf"^[”\"]?(?:[(〔][^()〔〕]{{0,40}}[)〕]|\d{{1,8}}号?(?=收|已))?(?:{_NOUN})?(?:[(〔][^()〔〕]{{0,40}}[)〕])?(?:已|均|业)?(?:经|由)?(?:收|交|转|阅|悉|敬|知|我[局委办厅部镇乡院们]|后,|[,。;、]|对于|[提作]出|的?(?:有关|相关|具体)?(?:办理|落实|研究|处理){{0,2}}(?:有关)?情况|$)"
)
#: 关于加强乡村医生队伍建设的建议的答复: a reply's title that holds the proposal's.
_ANSWERED = re.compile(rf"关于{_INSIDE}{{4,120}}的{_NOUN}(?:\([^()]{{0,40}}\))?的?(?:答复|复函|回复|函复)")
_LAST_NOUN = r"(?:建议|提案|议案)"
_LOST_OPENING = re.compile(
    rf"(?:提出的?|提交的?|所提的?)(?P<title>[^《》“”;]{{4,160}}?)。?(?:”的?(?:{_NOUN})|(?<={_LAST_NOUN})[》”])"
)
_RAISED = re.compile(
    rf"(?:提出|提交|所提)(?:了|的|过)?(?![了的过])(?P<title>[^《》“”。;,]{{4,60}}?(?:{_NOUN}))(?=[(〔,。]|已|收|交|转)"
)
_GENERIC = re.compile(
    r"^(?:关于)?(?:您|你|贵|该|以上|上述|此|本|这|各位)?(?:的|所提)?(?:[几多两三\d]+[条点个件])?(?:意见|建议|提案|议案)+$"
    rf"|^第?(?:\d{{0,2}}[A-Za-z]{{1,3}})?\d{{1,12}}(?:-\d+)?号?的?(?:{_NOUN})?$"
)
_RULES = re.compile(r"(?:条例|办法|规定|通知|方案|规划|纲要|细则|法|意见|决定|标准|规范|报告)$")

_TAKEN_UP_NEXT = re.compile(rf"的?{_NUMBER_BETWEEN}{_NOUN}|[(〔]|(?:已|均|业)?(?:经|由)?(?:收|交|转|阅|悉)")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Text inside a pair of marks; start and end without the marks."""

    start: int
    end: int
    mark: str


def read_proposal_title(sheet: Sheet) -> None:
    layout = sheet.layout
    for item in sheet.labels.get("proposal_title", ()):
        run = sheet.reading.run(item.start, item.end)
        inner = run.text.strip('《》“”"')
        if not titles_in(layout.opening_run, is_opening=True) and 4 <= len(inner) <= 120:
            start = run.text.index(inner)
            sheet.put("proposal_title", sheet.found_in(run, start, start + len(inner), "label"))
            return
    for how, run in _sources(sheet):
        if titles := titles_in(run, is_opening=how == "opening"):
            values = [run.printed(start, end) for start, end in titles]
            span = run.span(titles[0][0], titles[-1][1])
            sheet.put("proposal_title", Finding(values[0] if len(values) == 1 else values, span, how))
            return


def _sources(sheet: Sheet) -> Iterator[tuple[str, Run]]:
    yield "opening", sheet.layout.opening_run
    yield "title", sheet.title_run()
    for line in reversed(sheet.layout.head_lines):
        if len(line.text) < 200:
            yield "page", sheet.reading.run(line.start, line.end)


def titles_in(run: Run, *, is_opening: bool) -> list[tuple[int, int]]:
    """Where the titles stand in the run: several where several proposals are answered at once."""
    if found := _quoted_titles(run.text, is_opening=is_opening):
        return found
    for m in _PLAIN.finditer(run.text):
        if plain := _plain_title(run.text, m):
            return [plain]
    if is_opening:
        for pattern in (_LOST_OPENING, _RAISED):
            raised = pattern.search(run.text)
            if raised and not _GENERIC.match(raised["title"]) and "会议" not in raised["title"]:
                return [raised.span("title")]
    return []


def _quoted_titles(text: str, *, is_opening: bool) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for quoted in _quotes(text):
        inner = text[quoted.start : quoted.end]
        if len(inner) < 4 or not _is_title(text, quoted, is_opening=is_opening):
            if out:
                break
            continue
        if (
            out
            and text[out[-1][1] + 1 : quoted.start - 1].strip("、,和及与的")
            and not _joins(text, out[-1][1], quoted.start)
        ):
            break
        out.append((quoted.start, quoted.end))
    return out


def _joins(text: str, end: int, start: int) -> bool:
    """《甲》（第12号）、《乙》: what stands between two titles of one answer."""
    between = text[end + 1 : start - 1]
    return bool(
        re.fullmatch(
            r"(?:的?(?:建议|提案|议案))?(?:[(〔][^()]{0,30}[)〕])?(?:的?(?:建议|提案|议案))?[、,和及与]{1,2}(?:第?[\dA-Z]+号)?",
            between,
        )
    )


def _quotes(text: str) -> list[_Quoted]:
    """Outermost pairs, in order; a mark that is never closed opens nothing."""
    out = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark in _OPEN and (end := _closing(text, at)):
            out.append(_Quoted(at + 1, end, mark))
            at = end
        at += 1
    return out


def _closing(text: str, at: int) -> int:
    opening, closing = text[at], _OPEN[text[at]]
    depth = 0
    for i in range(at + 1, min(len(text), at + 200)):
        if text[i] == closing and depth == 0:
            return i
        if text[i] == opening and opening != closing:
            depth += 1
        elif text[i] == closing:
            depth -= 1
    return 0


def _is_title(text: str, quoted: _Quoted, *, is_opening: bool) -> bool:
    inner = text[quoted.start : quoted.end]
    before, after = text[: quoted.start - 1], text[quoted.end + 1 :]
    named = bool(re.search(rf"^关于|{_NOUN}$", inner))
    if not named and not is_opening:
        return False
    if _GENERIC.match(inner):
        return False
    if re.search(r"^关于.*(?:建议|提案|议案)$", inner):
        return True
    if not _BEFORE_TITLE.search(before):
        return False
    if not _AFTER_TITLE.match(after):
        return inner.startswith("关于") and bool(_HANDED_IN.match(after))
    return named or _names_proposal(inner, before, after, quoted.mark)


def _names_proposal(inner: str, before: str, after: str, mark: str) -> bool:
    """《叶枝“生生洞”景点开发建设》的提案; but 关于《养老条例》的建议 names a rule."""
    about = re.search(r"关于(?:对|要求)?$", before)
    raised = re.search(r"(?:提出|提交|所提)[的了]?(?:提案|建议|议案)?$", before)
    if not (about or raised):
        numbered = re.search(r"[号\)〕]的?$", before)
        return bool(numbered and re.match(rf"的?{_NOUN}|(?:已|均|业)?(?:收|交|转)", after))
    if about and mark == "《" and _RULES.search(inner):
        return False
    handed_in = raised and mark == "《" and not _RULES.search(inner)
    return bool(_TAKEN_UP_NEXT.match(after) or (handed_in and re.match(r"[,。;]", after)))


def _plain_title(text: str, m: re.Match[str]) -> tuple[int, int] | None:
    """From 关于 to the last 建议 or 提案 of the phrase; 关于市…会议第5号建议 is the reply's own title."""
    end = m.end()
    while not (_PLAIN_REST.match(text[end:]) or _ANSWERED.match(text, m.start(), end + 5)):
        further = re.compile(rf"{_INSIDE}{{0,80}}?{_NOUN}").match(text, end)
        if not further:
            return None
        end = further.end()
    found = re.sub(r"(建议|提案)的?(?:提案|建议|意见)$", r"\1", text[m.start() : end])
    by_whom = re.match(
        r"关于(?:您|你们?|贵[\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4}(?:代表|委员)).{0,30}?提出?的?(?=.{4})", found
    )
    if by_whom:
        return m.start() + by_whom.end(), m.start() + len(found)
    inner = found[2:]
    own = re.search(r"届|次会议|^(?:对|市|县|区|省)?.{0,12}第[\dA-Za-z]+号", inner)
    if own or _GENERIC.match(found) or re.fullmatch(r".{1,6}(?:代表|委员)(?:的)?(?:建议|提案)", inner):
        return None
    lost = re.search(r"[”\"](?=的?(?:建议|提案|议案)$)", found)
    if lost and (found.count("”") > found.count("“") or found.count('"') % 2):
        return m.start(), m.start() + lost.start()
    return m.start(), m.start() + len(found)
