"""The persons whom contact lines name, with or without the office they sit in and the post they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from replies.text.lines import Line
from replies.text.normalize import HAN

G = r"\s{0,6}"
_NAME_LABEL = re.compile(
    rf"(?:联{G}[系络]{G}人(?:员)?|经{G}办{G}(?:人|负责人)(?:员)?|承{G}办{G}(?:人|负责人)(?:员)?|具体(?:经办|承办|联系)人|办{G}理{G}人(?:员)?|[答回填]{G}[复报]{G}人|(?:经办|承办|办理)责任人|联系方式|联系电话)"
    rf"(?:{G}姓{G}名)?(?:{G}[及和与、/]?{G}(?:联系|办公)?(?:电{G}话|方{G}式|手{G}机)(?:号码?)?)?{G}[::]?{G}"
)
ANY_LABEL = re.compile(
    rf"(?:联{G}络{G}人|联{G}系{G}(?:人(?:员)?|电{G}话|方{G}式|单{G}位|地{G}址)|(?:经|承){G}办{G}(?:人(?:员)?|负责人|单{G}位|科室|处室)|电{G}话|手{G}机|传{G}真|邮{G}编"
    rf"|邮政{G}编码|职{G}务|职{G}称|邮{G}箱|地{G}址|签{G}发{G}人?|审{G}核{G}人?|抄{G}[送报]|主{G}题{G}词|E-?mail|电子)",
    re.IGNORECASE,
)
_PERSON_ENDS_LINE = re.compile(rf"(?:联{G}[系络]{G}人|经{G}办{G}人|承{G}办{G}人){G}[::]?$")
_GLUED = re.compile(rf"[{HAN}、,。]")
PHONE = re.compile(
    r"(?<![\d〔A-Za-z])(?<!\d/)(?<![A-Za-z]/)(?:"
    r"(?:\+?86[- ]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
    r"|(?:[(]0\d{2,3}[)]|0\d{2,3}[)]?)\s{0,2}-{0,2}\s{0,2}\d{3,4}[ -]?\d{3,4}"
    r"|[2-9]\d{2,3}[ -]?\d{4}"
    r"|400-?\d{3}-?\d{4})(?:-\d{1,4}(?!\d))?(?![\d%年月日元万亿个])"
)
_PERSON = re.compile(
    rf"[{HAN}·]{{2,4}}$|[{HAN}]{{1,6}}·[{HAN}·]{{1,10}}$|[{HAN}]{{1,2}}[*某]{{1,2}}[{HAN}]?$"
)
_TWO_SURNAMES = re.compile(
    "欧阳|上官|司马|司徒|诸葛|令狐|皇甫|尉迟|东方|公孙|慕容|夏侯|闻人|长孙|宇文|端木|南宫|西门|独孤|完颜"
)
#: What somebody is at an office: 公路股股长, 四级主任科员.
_POST = r"(?:副|代|总|[一二三四]级)?(?:[局厅处科股室所站队组院校部会委镇乡]长|主任科员|主任|书记|主席|经理|工程师|调研员|科员|干事|专干)"
_IN_POST = re.compile(
    rf"(?:[{HAN}]{{0,20}}{_POST})?(?P<name>[{HAN}]{{2,3}}?)(?:{_POST}|同志|先生|女士|老师)?"
)
#: Surnames that hardly ever begin a word: 林业 and 文物 stand behind an office as 王成 does.
_SURNAMES = "王李张刘陈杨赵吴徐孙胡朱何郭罗梁宋郑谢韩唐冯董曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛潘杜戴姜范姚谭廖邹熊陆郝崔邱秦侯邵孟段钱尹黎乔贺赖龚"
OFFICE_LABEL = rf"(?:联{G}系|经{G}办|承{G}办|办{G}理){G}(?:单{G}位|科{G}室|处{G}室|股{G}室|部{G}门)"
_BESIDE_OFFICE = re.compile(
    rf"{OFFICE_LABEL}(?:[及和与、](?:联系)?人?(?:电话|方式)?)?{G}[::]{G}[{HAN}]{{1,24}}(?:局|厅|委|办|处|科|股|室|部|院|中心|公司|站|所|队|会|社|联|政府|街道|镇|乡)"
    rf"(?:{_POST})?{G}[,、(:;]?{G}(?P<name>[{_SURNAMES}]\s{{0,4}}[{HAN}]{{1,2}})(?=$|[^{HAN}]|联系|电话|手机)"
)
_NOT_PERSON = re.compile(
    r"局|厅|处|科|室|办|委|部|院|中心|公司|政府|股|[队站所组]$|妇联|残联|文联|工商联|科协|[工商协]会$|单位|号码|电话|手机|联系|方式|负责|传真|邮|地址|同志|先生|女士|市|县$|区$|乡$|镇$|街道|建议|提案|答复|工作|情况|办理|公开|如有"
)


@dataclass(frozen=True, slots=True)
class Found:
    value: str
    start: int
    end: int


def people_on(lines: Sequence[Line]) -> list[Found]:
    """The persons that contact lines name, in the label's line or alone on the next."""
    out: list[Found] = []
    for i, line in enumerate(lines):
        found = _names_on(line)
        alone = not found and i and _PERSON_ENDS_LINE.search(lines[i - 1].text)
        if alone and _is_person(line.closed):
            found = [Found(line.closed, line.start, line.end)]
        out += found
    return out


def _names_on(line: Line) -> list[Found]:
    out = [Found("".join(m["name"].split()), *_span(line, m)) for m in _BESIDE_OFFICE.finditer(line.text)]
    out = [found for found in out if _is_person(found.value)]
    for label in _NAME_LABEL.finditer(line.text):
        glued = _GLUED.match(line.text, label.end()) and label.group()[-1] not in ":: |"
        if glued and not PHONE.search(line.text):
            continue
        stop = ANY_LABEL.search(line.text, label.end())
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


def _people(line: Line, start: int, end: int) -> list[Found]:
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
            out.append(Found(whole, line.start + words[0][1], line.start + words[-1][2]))
            continue
        for word, at, _ in words:
            if name := _name_in(word):
                out.append(Found(word[slice(*name)], line.start + at + name[0], line.start + at + name[1]))
    return out


def _name_in(word: str) -> tuple[int, int] | None:
    """王成 of 公路股股长王成, of 王成同志."""
    if _is_person(word):
        return 0, len(word)
    held = _IN_POST.fullmatch(word)
    return held.span("name") if held and _is_person(held["name"]) else None


def _span(line: Line, named: re.Match[str]) -> tuple[int, int]:
    return line.start + named.start("name"), line.start + named.end("name")


def _people_between_numbers(line: Line, start: int) -> list[Found]:
    """联系人：张三 0577-1234567，李四 0577-7654321; 联系电话：0577-1234567（张三）."""
    out = []
    for m in re.finditer(
        rf"\d{{4,}}(?:[\s,,;;、)]{{1,4}}(?P<name>[{HAN}]{{2,4}})[\s::]{{0,3}}(?=[\d(])|\s?\((?P<aside>[{HAN}]{{2,4}})\))",
        line.text[start:],
    ):
        group = "name" if m["name"] else "aside"
        if _is_person(m[group]):
            out.append(Found(m[group], *(line.start + start + at for at in m.span(group))))
    return out


def _is_person(word: str) -> bool:
    return bool(_PERSON.fullmatch(word)) and not (_NOT_PERSON.search(word) or re.fullmatch(_POST, word))
