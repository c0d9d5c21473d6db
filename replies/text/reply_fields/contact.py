"""Whom to call, who signed, who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from replies.text.lines import DISCLOSURE, Line, is_furniture
from replies.text.normalize import HAN
from replies.text.numerals import DATE
from replies.text.parsed import Finding
from replies.text.reply_fields.sheet import Sheet

_G = r"\s{0,6}"
_NAME_LABEL = re.compile(
    rf"(?:联{_G}系{_G}人(?:员)?|经{_G}办{_G}(?:人|负责人)(?:员)?|承{_G}办{_G}(?:人|负责人)(?:员)?|具体(?:经办|承办|联系)人|办理人|联系方式|联系电话)"
    rf"(?:{_G}姓{_G}名)?(?:{_G}[及和与、/]?{_G}(?:联系)?(?:电{_G}话|方{_G}式|手机))?{_G}[::]?{_G}"
)
_ANY_LABEL = re.compile(
    rf"(?:联{_G}系{_G}(?:人(?:员)?|电{_G}话|方{_G}式|单{_G}位|地{_G}址)|(?:经|承){_G}办{_G}(?:人(?:员)?|负责人|单{_G}位|科室|处室)|电{_G}话|手{_G}机|传{_G}真|邮{_G}编"
    rf"|邮政{_G}编码|邮{_G}箱|地{_G}址|签{_G}发{_G}人?|审{_G}核{_G}人?|抄{_G}[送报]|主{_G}题{_G}词|E-?mail|电子)",
    re.IGNORECASE,
)
_PHONE_LABEL = re.compile(
    rf"(?:电{_G}话|手{_G}机|联{_G}系{_G}方{_G}式|联{_G}系{_G}人|承{_G}办{_G}人|经{_G}办{_G}人|负责人|座机)"
)
_PHONE_ENDS_LINE = re.compile(rf"(?:电{_G}话|联系人){_G}[::]?$")
_PERSON_ENDS_LINE = re.compile(rf"(?:联{_G}系{_G}人|经{_G}办{_G}人|承{_G}办{_G}人){_G}[::]?$")
_GLUED = re.compile(rf"[{HAN}、,。]")
_FAX = re.compile(rf"传{_G}真[^\d]{{0,6}}$|邮{_G}(?:政{_G}编{_G}码|编)[^\d]{{0,6}}$")
_HOTLINE = re.compile(r"(?:热线|专线|咨询电话|举报电话|投诉电话|监督电话)[^\d]{0,12}$")
PHONE = re.compile(
    r"(?<![\d〔A-Za-z/])(?:"
    r"(?:\+?86[- ]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
    r"|[(]?0\d{2,3}[)]?\s{0,2}-{0,2}\s{0,2}\d{3,4}[ -]?\d{3,4}"
    r"|[2-9]\d{2,3}[ -]?\d{4}"
    r"|400-?\d{3}-?\d{4})(?:-\d{1,4}(?!\d))?(?![\d%年月日元万亿个])"
)
_PERSON = re.compile(
    rf"[{HAN}·]{{2,4}}$|[{HAN}]{{1,6}}·[{HAN}·]{{1,10}}$|[{HAN}]{{1,2}}[*某]{{1,2}}[{HAN}]?$"
)
_TWO_SURNAMES = re.compile(
    "欧阳|上官|司马|司徒|诸葛|令狐|皇甫|尉迟|东方|公孙|慕容|夏侯|闻人|长孙|宇文|端木|南宫|西门|独孤|完颜"
)
_NOT_PERSON = re.compile(
    r"局|厅|处|科|室|办|委|部|院|中心|公司|政府|单位|电话|手机|联系|方式|负责|传真|邮|地址|同志|先生|女士|市|县$|区$|乡$|镇$|街道|建议|提案|答复|工作|办理|公开|如有"
)
# As in `lines.FURNITURE`, every branch begins with a sign of its own.
_FOOTER = re.compile(
    r"网站标识码|ICP备|公网安备|版权所有|网站地图|技术支持|主办单位:[^\n]*(?:政府|网|办公室|办公厅|中心|公司)|Copyright|网站声明|站点地图|主办(?<=^主办)\s?:[^\n]{2,40}承办|不良信息举报|建议使用[^\n]{0,20}浏览器|推荐使用[^\n]{0,20}浏览器"
)
_SIGNER = re.compile(
    rf"(?:领导)?(?:签{_G}发{_G}人?|签{_G}批{_G}人?|审{_G}签{_G}人?)\s{{0,3}}[::]\s{{0,4}}(?P<name>[{HAN}·]{{1,4}}(?:\s{{1,4}}[{HAN}](?![{HAN}]))?)"
)
_COPIES = re.compile(rf"抄{_G}[送报]{_G}[::]?{_G}(?P<names>[^\n]{{1,400}})")
_COPY_COUNT = re.compile(r"[(][^()]{0,8}份[)]|\d+份|各[一二三\d]份")
#: 市委、市政府督查局 is one office of two houses.
_ITEM_END = re.compile(
    r"(?<=份[)])\s{0,3}(?=[\u4e00-\u9fff])|、(?!(?<=[省市县区州旗]委、)[省市县区州旗]政府(?:督查|督办|信访|政研|目标))|[,,;;。]|\s{2,}|(?<=[室委府局会办])\s(?=[县市区省州政人])"
)
_LONG = 260
_LABEL_IN_PROSE = re.compile(
    rf"[(]?(?:联{_G}系{_G}(?:人(?:员)?|电{_G}话|方{_G}式)|(?:经|承){_G}办{_G}人)(?:[及和与]?(?:联系)?(?:电话|方式))?{_G}[::][^\n。]{{2,}}.?$"
)


#: 如有疑问，请与市民政局养老科联系，电话：…, at the end of a paragraph
_ASKED_TO_CALL = re.compile(
    rf"(?:如|若)[^。;:]{{1,30}}请(?:与|向|同|直接|致电)[^。;:]{{2,40}}(?:联{_G}系|咨询|反映)[,。;(]{{1,2}}(?:联{_G}系)?电{_G}话{_G}[::][\d\s-]{{7,24}}[。)]{{0,2}}$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    value: str
    start: int
    end: int


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
    names: list[_Found] = []
    phones: list[_Found] = []
    lines = contact_lines(sheet)
    names += people_on(lines)
    for i, line in enumerate(lines):
        labelled = _PHONE_LABEL.search(line.text)
        after_label = i and len(line.text) <= 24 and _PHONE_ENDS_LINE.search(lines[i - 1].text)
        if labelled or after_label:
            phones += _phones_on(line, labelled.end() if labelled else 0)
    for key, found, values in (
        ("contact_name", names, [sheet_printed(sheet, name) for name in names]),
        ("contact_phone", phones, [phone.value for phone in phones]),
    ):
        if found:
            span = sheet.reading.span(found[0].start, found[-1].end)
            sheet.put(key, Finding(list(dict.fromkeys(values)), span, "contact"))


def people_on(lines: Sequence[Line]) -> list[_Found]:
    """The persons that contact lines name, in the label's line or alone on the next."""
    out: list[_Found] = []
    for i, line in enumerate(lines):
        found = _names_on(line)
        alone = not found and i and _PERSON_ENDS_LINE.search(lines[i - 1].text)
        if alone and _is_person(line.closed):
            found = [_Found(line.closed, line.start, line.end)]
        out += found
    return out


def _names_on(line: Line) -> list[_Found]:
    out = []
    for label in _NAME_LABEL.finditer(line.text):
        glued = _GLUED.match(line.text, label.end()) and label.group()[-1] not in ":: |"
        if glued and not PHONE.search(line.text):
            continue
        stop = _ANY_LABEL.search(line.text, label.end())
        digits = re.search(r"[\d(]", line.text[label.end() :])
        end = min(
            stop.start() if stop else len(line.text),
            label.end() + (digits.start() if digits else 60),
            label.end() + 60,
        )
        out += _people(line, label.end(), end)
        if digits and not stop:
            out += _people_between_numbers(line, label.end())
    return out


def _people(line: Line, start: int, end: int) -> list[_Found]:
    """`食品流通监管处 马青原`, `陈 朋`, `张三、李四`: the names, not the office."""
    out = []
    for piece in re.finditer(r"[^、,;。:()/|]+", line.text[start:end]):
        words = [
            (m.group(), start + piece.start() + m.start(), start + piece.start() + m.end())
            for m in re.finditer(r"\S+", piece.group())
        ]
        whole = "".join(w[0] for w in words)
        padded = any(len(word) == 1 for word, _, _ in words) or _TWO_SURNAMES.match(whole)
        if words and (len(words) == 1 or padded) and len(whole) <= 4 and _is_person(whole):
            out.append(_Found(whole, line.start + words[0][1], line.start + words[-1][2]))
            continue
        out += [_Found(w, line.start + s, line.start + e) for w, s, e in words if _is_person(w)]
    return out


def _people_between_numbers(line: Line, start: int) -> list[_Found]:
    """联系人：张三 0577-1234567，李四 0577-7654321; 联系电话：0577-1234567（张三）."""
    out = []
    for m in re.finditer(
        rf"\d{{4,}}(?:[\s,,;;、)]{{1,4}}(?P<name>[{HAN}]{{2,4}})[\s::]{{0,3}}(?=[\d(])|\s?\((?P<aside>[{HAN}]{{2,4}})\))",
        line.text[start:],
    ):
        group = "name" if m["name"] else "aside"
        if _is_person(m[group]):
            out.append(_Found(m[group], *(line.start + start + at for at in m.span(group))))
    return out


def _is_person(word: str) -> bool:
    return bool(_PERSON.fullmatch(word)) and not _NOT_PERSON.search(word)


def _phones_on(line: Line, start: int) -> list[_Found]:
    out = []
    for m in PHONE.finditer(line.text, start):
        if _HOTLINE.search(line.text[: m.start()]):
            continue
        if not _FAX.search(line.text[: m.start()]) and not DATE.match(line.text[m.start() : m.start() + 12]):
            out.append(_Found(re.sub(r"\s+", "", m.group()), line.start + m.start(), line.start + m.end()))
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
    found: list[_Found] = []
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
        if not above.text.endswith(("、", ",", ";")) or _ANY_LABEL.search(line.text):
            return
        if is_furniture(line) or line.text.startswith(("〔", "(")):
            return
        yield line


def sheet_printed(sheet: Sheet, found: _Found) -> str:
    run = sheet.reading.run(found.start, found.end)
    return run.printed(0, len(run.text))


def _copy_names(text: str, offset: int, start: int, end: int) -> list[_Found]:
    stop = re.compile(
        r"联\s{0,4}系\s{0,4}(?:人|电|单|方)|(?:共)?印\s?\d+\s?份|\d{4}年\d+月\d+日|印发|附件|经\s{0,4}办|承\s{0,4}办|[(]此件"
    ).search(text, start, end)
    end = stop.start() if stop else end
    out = []
    at = start
    for gap in [*_ITEM_END.finditer(text, start, end), None]:
        piece = text[at : gap.start() if gap else end]
        counted = _COPY_COUNT.search(piece)
        kept = (piece[: counted.start()] if counted else piece).strip(" .。:：()〔〕")
        if kept.count("(") > kept.count(")"):
            kept = kept[: kept.rindex("(")].rstrip()
        if len(re.sub(r"\s", "", kept)) >= 2:
            first = at + piece.index(kept)
            out.append(_Found(kept, offset + first, offset + first + len(kept)))
        at = gap.end() if gap else end
    return out


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
