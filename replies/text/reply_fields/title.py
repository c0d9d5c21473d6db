"""The reply's own title: often broken over lines, sometimes twice, in one letter of five not there."""

from __future__ import annotations

import re

from replies.text.lines import COPIES, OFFICE_END, Line, is_date, is_furniture
from replies.text.normalize import HAN
from replies.text.numerals import NUMBER
from replies.text.parsed import Finding
from replies.text.reply_fields.sheet import Sheet

_END = re.compile(
    r"(?:答复|复函|回复|函复|批复|函|复|答复书|意见书?|说明|情况|办理结果|报告|汇报|复文|回函|回复函|(?:答复|复函|回复)(?:内容)?摘要|(?:答复|复函|回复)函?《[^《》]{4,80}》|(?:议案|建议|提案)第?\d{1,6}号?)"
    r"(?:\([^()]{1,80}(?:\([^()]{1,40}\)[^()]{0,60})?\)|\([A-D]类?\)|[A-D]类?|〔[^〔〕]{1,12}〔\d{4}〕\d{1,5}号〕)?(?:[(〔][A-D]类?[)〕])?[。.]?$"
)
_START = re.compile(
    rf"^(?:[{HAN}()〔〕、·]{{2,44}}?(?:{OFFICE_END})(?:\([{HAN}]{{2,16}}\))?)?(?:关于|对|就|办理|《(?=[^《》]{{4,100}}(?:(?:建议|提案|议案)》|》(?:\([^()]{{1,20}}\))?的?(?:建议|提案|议案))))"
)
_SUBJECT = re.compile(r"届|次会议|第[\dA-Z]+号|建议|提案|议案|代表|委员|来信")
_ANSWER = re.compile(r"答复|复函|回复|复文|函|办理|复$|意见|议案|情况|说明|报告")
_NOT_TITLE = re.compile(
    r"[。;!?]|星期|今天是|当前位置|^[•·*-]?(?:名称|标题|信息名称|(?:内容|信息)?概述|内容摘要|文件名称|案由|文号|来源|作者|发布|索引|抄送|签发|类别|发文|时间|日期|主题)|^附件|收悉|如下"
)
_NUMBER_LINE = re.compile(
    r"^(?!.*(?:答复|回复|复函|的函)$)[^关对]{0,24}〔?(?:19|20)\d\d〕?(?:第?\d{1,6}号|来信号).{0,16}$"
)
_ASSEMBLY_FIRST = re.compile(r"^(?!第).{0,18}(?:届|人大|政协)")
_UNKNOWN_LABEL = re.compile(rf"[•·*\-\s]{{0,4}}[{HAN}]{{2,6}}:\s{{0,4}}")
_OTHER_DOCUMENT = re.compile(r"(?:通知|公告|公示|方案|意见|办法|规定|决定|批复|请示|建议|提案|议案)$")
_PAGE_TAIL = re.compile(r"\s*[|_-]\s*(?:[^|_]{2,20}(?:政府|局|网|门户|网站))$")
#: 1.第202号建议答复的函: one of the letters that a page holds.
_ITEM = re.compile(r"\d{1,3}[.、](?=第[\dA-Z]+号|关于|对)")
#: 朝民函〔2023〕59号 关于…: a page sets the number before the title.
_OWN_NUMBER = re.compile(
    rf"[{HAN}]{{2,12}}[(〔](?:19|20)\d\d[)〕]第?\d{{1,5}}号(?=关于|对|[{HAN}]{{2,20}}(?:关于|对))"
)
_LOST_FIGURE = re.compile(r"第(?:届|次|号)|第\d{1,8}(?=代表|委员|建议|提案|议案)")
_FIGURES = re.compile(rf"\s|第|号|对|\d|{NUMBER}")
#: What a page lists under its letter: the letter itself as a file, by its title.
_FILE = re.compile(
    r"(?:附\s?件\s?\d{0,2}\s?:?\s?)?(?:\d{1,2}[.、:]\s?)?(?P<name>\S.{8,160})\.(?:pdf|docx?|wps|ofd|ceb)$",
    re.IGNORECASE,
)
_MOST_LINES = 5
_FURTHEST = 40


def read_title(sheet: Sheet) -> None:
    lines = [line for line in sheet.layout.head_lines if _may_be_title(line)]
    order = range(len(lines) - 1, max(-1, len(lines) - _FURTHEST), -1)
    if not sheet.layout.has_letter:
        order = range(min(len(lines), _FURTHEST))
    for i in order:
        if finding := _title_ending_at(sheet, lines, i):
            better = _unbroken_above(sheet, lines[:i], finding) or _undamaged_above(sheet, lines[:i], finding)
            sheet.put("reply_title", better or finding)
            return
    for item in sheet.labels.get("title", ()):
        run = sheet.reading.run(item.start, item.end)
        if _is_title(run.text):
            sheet.put("reply_title", sheet.found_in(run, 0, len(run.text), "page"))
            return
    if named := _named_file(sheet):
        sheet.put("reply_title", named)
    elif _is_title(re.sub(r"\s", "", sheet.page.get("title", ""))):
        sheet.put("reply_title", Finding(_PAGE_TAIL.sub("", sheet.page["title"]).strip(), None, "page"))


def _named_file(sheet: Sheet) -> Finding[str] | None:
    """The title that the letter has as a file at its own foot."""
    for line in sheet.layout.tail_lines:
        if found := _FILE.match(line.text):
            start, end = (line.start + at for at in found.span("name"))
            run = sheet.reading.run(start, end)
            if _is_title(run.text):
                return sheet.found_in(run, 0, len(run.text), "file")
    return None


def _unbroken_above(sheet: Sheet, lines: list[Line], finding: Finding[str]) -> Finding[str] | None:
    """The whole title right above, where a page repeats the last line of a broken one."""
    whole = _START.match(finding.value) or _ASSEMBLY_FIRST.match(finding.value)
    above = _title_ending_at(sheet, lines, len(lines) - 1) if lines and not whole else None
    ends = above and len(above.value) > len(finding.value) and above.value.endswith(finding.value)
    return above if ends else None


def _undamaged_above(sheet: Sheet, lines: list[Line], finding: Finding[str]) -> Finding[str] | None:
    """The page's own title, where the letter's copy lost its figures: 第届人大第次会议第3建议的答复."""
    if not _LOST_FIGURE.search(finding.value):
        return None
    for i in reversed(range(len(lines))):
        above = _title_ending_at(sheet, lines, i)
        whole = above and not _LOST_FIGURE.search(above.value)
        if above and whole and _FIGURES.sub("", finding.value) in _FIGURES.sub("", above.value):
            return above
    return None


def _may_be_title(line: Line) -> bool:
    text = line.closed
    if len(text) > 160 or is_date(text) or COPIES.search(text):
        return False
    return (
        not _NOT_TITLE.search(text)
        and not _NUMBER_LINE.match(text)
        and not (is_furniture(line) and not _START.match(text))
    )


def _is_title(text: str) -> bool:
    if not (_END.search(text) and _SUBJECT.search(text) and _ANSWER.search(text)):
        return False
    return bool(_START.match(text)) or bool(re.search(r"届|次会议|第[\dA-Z]+号", text))


def _title_ending_at(sheet: Sheet, lines: list[Line], i: int) -> Finding[str] | None:
    """The line, and those above it that it needs to begin as titles do."""
    start = lines[i].start + _behind_cells(lines[i].text)
    end = start + _before_bar(lines[i].text[start - lines[i].start :])
    run = sheet.reading.run(start, end)
    if not _END.search(run.text):
        return None
    best = run if _is_title(run.text) else None
    for above in range(i - 1, max(-1, i - _MOST_LINES), -1):
        begun = _START.match(run.text) or (
            _ASSEMBLY_FIRST.match(run.text) and not _begins_it(lines[above].closed, run.text)
        )
        if _is_title(run.text) and begun and not lines[above].closed.endswith(("关于", "对", "届")):
            break
        if _END.search(lines[above].closed) or "|" in lines[above].text or ":" in lines[above].text:
            break
        if _ITEM.match(run.text):
            break
        run = sheet.reading.run(lines[above].start, end)
        if _is_title(run.text):
            best = run
    return sheet.found_in(best, _before_it(best.text), len(best.text), "title") if best else None


def _begins_it(above: str, rest: str) -> bool:
    """…局关于对赤水市五届 / 人大一次会议…: the line above is where the title begins, not another document's."""
    return bool(_START.match(above + rest)) and not _OTHER_DOCUMENT.search(above)


def _before_it(text: str) -> int:
    """How much of the text is the sign or number of a list that a page made of its block, or the document's own."""
    bullet = len(text) - len(text.lstrip("•·*-"))
    if item := _ITEM.match(text, bullet):
        bullet = item.end()
    number = _OWN_NUMBER.match(text, bullet)
    return number.end() if number and _is_title(text[number.end() :]) else bullet


def _behind_cells(text: str) -> int:
    """Where the last cell of a table's row begins, or what stands behind a label, if that is a title."""
    label = _UNKNOWN_LABEL.match(text)
    for start in (text.rstrip("| ").rfind("|") + 1, label.end() if label else 0):
        if start and _is_title(re.sub(r"\s", "", text[start:]).rstrip("|")):
            return start
    return 0


def _before_bar(text: str) -> int:
    """Web titles put the proposal's title or the site's name behind a bar or a dash."""
    bar = re.search(
        r"\||_|(?<=[复函]):(?=.{4,80}(?:建议|提案|议案)$)|--?(?=关于|《)|-{1,2}(?=[^-]{2,20}(?:政府|局|网|门户|网站)$)",
        text,
    )
    if bar is None or bar.start() <= 8:
        return len(text)
    before = text[: bar.start()].rstrip()
    return len(before) if bar.group() in ("|", "_") or _END.search(re.sub(r"\s", "", before)) else len(text)
