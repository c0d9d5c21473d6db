"""Whom to call, who signed, who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from replies.text.lines import DISCLOSURE, Line, is_furniture
from replies.text.normalize import HAN
from replies.text.numerals import DATE
from replies.text.parsed import Finding
from replies.text.reply_fields.contact_people import ANY_LABEL, OFFICE_LABEL, PHONE, Found, G, people_on
from replies.text.reply_fields.sheet import Sheet

_PHONE_LABEL = re.compile(
    rf"(?:电{G}话|手{G}机|联{G}系{G}方{G}式|联{G}[系络]{G}人|{OFFICE_LABEL}|承{G}办{G}人|经{G}办{G}人|[答回填][复报]人|责任人|负责人|座机)"
)
_PHONE_ENDS_LINE = re.compile(rf"(?:电{G}话|联系人){G}[::]?$")
_FAX = re.compile(rf"传{G}真[^\d]{{0,6}}$|邮{G}(?:政{G}编{G}码|编)[^\d]{{0,6}}$")
_HOTLINE = re.compile(r"(?:热线|专线|咨询电话|举报电话|投诉电话|监督电话)[^\d]{0,12}$")
# As in `lines.FURNITURE`, every branch begins with a sign of its own.
_FOOTER = re.compile(
    r"网站标识码|ICP备|公网安备|版权所有|网站地图|技术支持|主办单位:[^\n]*(?:政府|网|办公室|办公厅|中心|公司)|Copyright|网站声明|站点地图|主办(?<=^主办)\s?:[^\n]{2,40}承办|不良信息举报|建议使用[^\n]{0,20}浏览器|推荐使用[^\n]{0,20}浏览器"
)
_SIGNER = re.compile(
    rf"(?:领导)?(?:签{G}发{G}人?|签{G}批{G}人?|审{G}签{G}人?)\s{{0,3}}[::]\s{{0,4}}(?P<name>[{HAN}·]{{1,4}}(?:\s{{1,4}}[{HAN}](?![{HAN}]))?)"
)
_COPIES = re.compile(rf"抄{G}[送报]{G}(?:单位|机关|部门)?{G}[::]?{G}(?P<names>[^\n]{{1,400}})")
_COPY_COUNT = re.compile(r"[(][^()]{0,8}份[)]|[(][\d一二三四五六七八九十]{1,3}[)]|\d+份|各[一二三\d]份")
#: 市委、市政府督查局 is one office of two houses.
_ITEM_END = re.compile(
    r"(?<=份[)])\s{0,3}(?=[\u4e00-\u9fff])|、(?!(?<=[省市县区州旗]委、)[省市县区州旗]政府(?:督查|督办|信访|政研|目标))|[,,;;。]|\s{2,}|(?<=[室委府局会办])\s(?=[县市区省州政人])"
)
_LONG = 260
_LABEL_IN_PROSE = re.compile(
    rf"[(]?(?:联{G}络{G}人|联{G}系{G}(?:人(?:员)?|电{G}话|方{G}式)|(?:经|承){G}办{G}人)(?:[及和与]?(?:联系)?(?:电话|方式))?{G}[::][^\n。]{{2,}}.?$"
)


#: 如有疑问，请与市民政局养老科联系，电话：…, at the end of a paragraph
_ASKED_TO_CALL = re.compile(
    rf"(?:如|若)[^。;:]{{1,30}}请(?:与|向|同|直接|致电)[^。;:]{{2,40}}(?:联{G}系|咨询|反映)[,。;(]{{1,2}}(?:联{G}系)?电{G}话{G}[::][\d\s-]{{7,24}}[。)]{{0,2}}$"
)


def contact_lines(sheet: Sheet) -> tuple[Line, ...]:
    """Lines that may name a contact: above and under the body, and inside it from a label with a colon on."""
    out: list[Line] = []
    layout = sheet.layout
    body_end = layout.body[1]
    for line in (*layout.head_lines, *layout.letter_lines):
        if line.start >= layout.opening[1] and _FOOTER.search(line.text):
            break
        if line.start >= layout.opening[1] and line.start < body_end:
            out.extend(_contact_in_prose(line))
        elif len(line.text) <= _LONG:
            out.append(line)
    return tuple(out)


def _contact_in_prose(line: Line) -> list[Line]:
    """The end of a paragraph from 联系人： on; 联系人制度 and 公开联系方式 are not labels."""
    near_end = line.text[-_LONG:]
    found = (_LABEL_IN_PROSE.search(near_end) or _ASKED_TO_CALL.search(near_end)) if ":" in near_end else None
    if found is None:
        return []
    start = line.end - len(near_end) + found.start()
    return [Line(near_end[found.start() :], start, line.end)]


def read_contact(sheet: Sheet) -> None:
    lines = contact_lines(sheet)
    names, phones = people_on(lines), phones_on(lines)
    for key, found, values in (
        ("contact_name", names, [sheet_printed(sheet, name) for name in names]),
        ("contact_phone", phones, [phone.value for phone in phones]),
    ):
        if found:
            span = sheet.reading.span(found[0].start, found[-1].end)
            sheet.put(key, Finding(list(dict.fromkeys(values)), span, "contact"))


def phones_on(lines: Sequence[Line]) -> list[Found]:
    """The numbers of contact lines, in the label's line or alone on the next."""
    out: list[Found] = []
    for i, line in enumerate(lines):
        labelled = _PHONE_LABEL.search(line.text)
        after_label = i and len(line.text) <= 24 and _PHONE_ENDS_LINE.search(lines[i - 1].text)
        if labelled or after_label:
            out += _phones_on(line, labelled.end() if labelled else 0)
    return out


def _phones_on(line: Line, start: int) -> list[Found]:
    out = []
    for m in PHONE.finditer(line.text, start):
        if _HOTLINE.search(line.text[: m.start()]):
            continue
        if not _FAX.search(line.text[: m.start()]) and not DATE.match(line.text[m.start() : m.start() + 12]):
            out.append(Found(re.sub(r"\s+", "", m.group()), line.start + m.start(), line.start + m.end()))
    return out


def read_signer(sheet: Sheet) -> None:
    layout = sheet.layout
    for line in (*layout.head_lines, *layout.letter_lines):
        m = _SIGNER.search(line.text) if len(line.text) <= _LONG and "签" in line.text else None
        if m:
            name = re.sub(r"\s+", "", m["name"])
            if 2 <= len(name) <= 4:
                span = sheet.reading.span(line.start + m.start("name"), line.start + m.end("name"))
                sheet.put("signer", Finding(name, span, "signature"))
                return


def read_copies(sheet: Sheet) -> None:
    """抄送 and 抄报 without the numbers of copies; a list may run over several lines."""
    found: list[Found] = []
    lines = sheet.layout.letter_lines
    for i, line in enumerate(lines):
        m = _COPIES.search(line.text[:480])
        if not m or (m.start() > 3 and not re.search(r"[\s(。;]$", line.text[: m.start()])):
            continue
        found += _copy_names(line.text, line.start, m.start("names"), m.end("names"))
        for more in _going_on(lines[i : i + 3]):
            found += _copy_names(more.text, more.start, 0, len(more.text))
    if found:
        span = sheet.reading.span(found[0].start, found[-1].end)
        values = list(dict.fromkeys(sheet_printed(sheet, f) for f in found))
        sheet.put("cc", Finding(values, span, "copies"))


def _going_on(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines behind the first in which its list goes on: each as long as the one above ends in a comma."""
    for above, line in pairwise(lines):
        if not above.text.endswith(("、", ",", ";")) or ANY_LABEL.search(line.text):
            return
        if is_furniture(line) or line.text.startswith(("〔", "(")):
            return
        yield line


def sheet_printed(sheet: Sheet, found: Found) -> str:
    run = sheet.reading.run(found.start, found.end)
    return run.printed(0, len(run.text))


def _copy_names(text: str, offset: int, start: int, end: int) -> list[Found]:
    stop = re.compile(
        r"联\s{0,4}系\s{0,4}(?:人|电|单|方)|(?:共)?印\s?\d+\s?份|\d{4}年\d+月\d+日|印发|附件|经\s{0,4}办|承\s{0,4}办|[(]此件|主办单位:|版权所有"
    ).search(text, start, end)
    end = stop.start() if stop else end
    out = []
    at = start
    for gap in [*_ITEM_END.finditer(text, start, end), None]:
        piece = text[at : gap.start() if gap else end]
        counted = _COPY_COUNT.search(piece)
        kept = _in_whole_brackets(piece[: counted.start()] if counted else piece)
        if len(re.sub(r"\s", "", kept)) >= 2:
            first = at + piece.index(kept)
            out.append(Found(kept, offset + first, offset + first + len(kept)))
        at = gap.end() if gap else end
    return out


def _in_whole_brackets(words: str) -> str:
    """市政府办公室(督查室) keeps its brackets; one that is not closed, or closes none, goes."""
    kept = words.strip(" .。:：(〔〕").lstrip(")")
    while kept.endswith(")") and kept.count(")") > kept.count("("):
        kept = kept[:-1].rstrip(" .。:：")
    return kept[: kept.rindex("(")].rstrip() if kept.count("(") > kept.count(")") else kept


def read_disclosure(sheet: Sheet) -> None:
    layout = sheet.layout
    for line in (*layout.tail_lines, *layout.head_lines):
        m = DISCLOSURE.search(line.text) if len(line.text) <= 120 else None
        if m and not re.search(r"公开(?:方式|属性|类|目录|指南|制度|年报|日期|时间)", line.text):
            start, end = line.start + m.start(), line.start + m.end()
            sheet.put("disclosure", Finding(m.group().strip(), sheet.reading.span(start, end), "footer"))
            return
    for item in sheet.labels.get("disclosure", ()):
        if m := DISCLOSURE.match(item.value):
            span = sheet.reading.span(item.start + m.start(), item.start + m.end())
            sheet.put("disclosure", Finding(m.group(), span, "page"))
