"""The numbers in a passage that count, measure or cost something: where they stand, their value and unit.

Years, dates, numbers of documents and phones, names such as 5A级 or “1+6”, lengths of time and what the
deputy asked for in quotes are none of them.  万 and 亿 stay with the unit: 66.7万人 is 66.7 and 万人, 10万余人次 is 10
and 万人次.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from replies.text.numerals import WIDE_DIGITS, chinese_number
from replies.text.parsed import Span
from replies.text.units import COUNTED, METRIC, NOT_COUNTED, PER, SPELLED_BEFORE

# What looks like a number and counts nothing; blotted out before figures are looked for.
NOT_FIGURES = re.compile(
    rf"""(?=[《提反建关针所“"〔\[【(（﹝0-9第届政人大委A-Za-z])(?:  # no position is tried for nothing
      《[^《》\n]{{0,150}}》
    | (?:提出|反映|建议|关于|针对|所提)[了的]?\s?[“"][^“”"\n]{{0,150}}[”"]
    | [“"][^“”"\n]{{2,150}}[”"]\s?的?(?:建议|提案|问题|意见)
    | [〔\[【(（﹝][ ]?(?:19|20)[0-9]{{2}}[ ]?(?:[-—－–至~][ ]?20[0-9]{{2}})?[ ]?年?[ ]?[〕\]】)）﹞]
      (?:\s?第?\s?[0-9]+\s?号)?
    | (?<![0-9.])(?:19|20)[0-9]{{2}}\s?年?\s?[-—－–~至到]+\s?(?:19|20)?[0-9]{{2}}\s?年
    | (?<![0-9.])(?:19|20)[0-9]{{2}}[-—－–~](?:19|20)[0-9]{{2}}(?![0-9])
    | (?<![0-9.])(?:19|20)[0-9]{{2}}\s?年
    | (?<![0-9.])[0-9]{{1,2}}\s?月(?:份|\s?[0-9]{{1,2}}(?:\s?[日号]|(?=[起前止])))?
    | 第\s?[0-9]+(?:\s?[、和及至到]\s?第?[0-9]+(?=[、和及至到期批次条届号章款项组]))*
    | (?:届|政协|人大|大会|委员会)\s?第?[0-9一二三四五六七八九十]+\s?次(?:全体)?(?:会议|全会)
    | (?<![0-9])0[0-9]{{2,3}}\s?[-—－–]+\s?[0-9]{{7,8}}
    | [0-9.]+\s?[+＋×xX*/]\s?[0-9.]+(?:[+＋][0-9]+)*
    | (?<![0-9])[A-Za-z]+[-—]?[0-9.]+ | [0-9]+\s?(?!{METRIC})[A-Za-z]+级?
    | [0-9]+\s?[:：]\s?[0-9]+
    | [0-9]+\s?号(?!召)
    | [0-9]+\s?对\s?[0-9]+
    | [0-9]{{1,2}}\s?[时点]\s?[0-9]{{1,2}}\s?分
    | (?<=村)[0-9]{{1,2}}\s?组
    | [0-9]+\s?(?:单元|室|号楼|[幢栋层](?=[0-9第单])))
    """,
    re.VERBOSE,
)

# One of these stands in every number, 翻番, 一半 and 全覆盖 included.
NUMBER_SIGN = re.compile("[0-9一二三四五六七八九十百千两半翻盖]")
ABOUT = "余|多|几|来"
BESIDE_BIG = re.compile(f"{ABOUT}|个")

# These begin with their first digit, what stands before it is looked at then: so a search leaps from digit to digit.
FIGURE = re.compile(
    rf"""(?P<low>[0-9](?<![0-9.第前].)[0-9]*(?:[,，][0-9]{{3}})*(?:\.[0-9]+)?)
    (?:\s?[%％]?\s?[-—－–~～至到]+\s?(?P<high>[0-9]+(?:\.[0-9]+)?))?
    \s?(?:{ABOUT})?(?P<big>[百千](?:{ABOUT})?万|万|个?[千百]?亿|千(?!米|克|瓦|伏)|百(?!分))?(?:{ABOUT})?\s?
    (?:(?P<percent>[%％‰])|{NOT_COUNTED}(?P<unit>{COUNTED})(?P<per>{PER}))?""",
    re.VERBOSE,
)
# 120、150万元: what shares the unit of the number behind it, where each has its own.
SHARED = re.compile(r"(?<![0-9.第])(?:[0-9]+(?:\.[0-9]+)?[、和])+$")
SEVERALLY = re.compile(r"分别|依次|各[^。；;]{0,12}$")
NUMERAL = "[一二三四五六七八九十百千两]"
SPELLED = re.compile(
    rf"""(?P<low>{NUMERAL}(?<![“"0-9第十百千万一二三四五六七八九两每前上].){NUMERAL}*)(?:{ABOUT})?(?P<big>万|亿)?(?:{ABOUT})?
    {NOT_COUNTED}(?P<unit>{SPELLED_BEFORE})(?!级|性)""",
    re.VERBOSE,
)
CLAUSE_REACH = 40  # characters before a number in which its clause is looked for
CLAUSE_EDGES = r"[。；;，,\n]"
DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
THOUSANDS = re.compile(r"[,，\s]")
ROUGHLY = re.compile("[一二三四五六七八九两]{2}")  # 四五百人 is neither four hundred nor five hundred
TENTHS = re.compile(
    r"(?P<low>[一二三四五六七八九](?<![0-9第十百千万一二三四五六七八九两建完合].))成(?=[以多左的，。；、])"
)
PER_CENT = re.compile(rf"百分之(?P<low>{NUMERAL}+)(?:点(?P<after>[零〇一二三四五六七八九]+))?")
AT_LEAST_ONE = re.compile(r"至少|不少于|不低于|拥有|建有|均有|都有|每[个一镇乡县村街]|各[镇乡县市区街村]")
# What is said without a plain number: 三分之二的社区, 床位翻一番, 按1:3配备.  The words stand as the unit.
IN_WORDS = re.compile(
    r"(?<![百千万0-9])[二三四五六七八九十]分之[一二三四五六七八九](?![0-9])"
    r"|(?<![另后前上下一])一半(?![生路途辈])|(?<!过)半数|翻了?[一两二三四五几]?(?:番|倍)"
)
RATIO = re.compile(
    r"(?<![0-9:：.])[1-9][0-9]{0,3}(?:\.[0-9]+)?\s?[:：比]\s?[1-9][0-9]{0,3}(?:\.[0-9]+)?(?![0-9:：.])"
)
RATIO_AHEAD = re.compile(r"(?:比例|配[比备置]|比值|比重|[师生医护人员]比)[^，,。；;0-9]{0,8}$")
RATIO_BEHIND = re.compile(r"[^，,。；;0-9]{0,4}(?:比例|配比|配备|配置|配套|的比)")
# 新增床位300, 惠及3000余老年人: the noun itself is counted, without a measure word.
_THINGS = "床位|学位|泊位|车位|座位|岗位|户数|人数|人口|总数|数量"
_PERSONS = "老年人|老人|群众|居民|村民|市民|学生|职工|儿童|农民|游客"
DIGITS = re.compile(r"[0-9][0-9]*(?:[,，][0-9]{3})*(?![0-9])")
THING_AHEAD = re.compile(rf"(?:{_THINGS})[已共总累计达到为约增加至扩大超过近有]{{0,4}}$")
THING_ENDS = re.compile(rf"(?:{ABOUT})?(?=[，,。；;、（()）\n]|以上|左右|$)")
PERSONS_BEHIND = re.compile(rf"(?:{ABOUT})(?!{COUNTED})(?=[\u4e00-\u9fff]{{0,4}}(?:{_PERSONS}))")
BUILT = re.compile(
    r"新建|建成|建有|改建|扩建|新增|增[加设]|改造|引进|投用|建设|不少于|至少|达到|开[设通]|设立了|购置|安装|配备"
)
ALONE = re.compile(r"(?=[，,。；;、（()）\n]|$)")
EVERYWHERE = re.compile(r"全覆盖")
BY_WHEN = re.compile(r"20[0-9]{2}年|年底|年内|十[二三四五]五")
MONEY = re.compile(
    r"资金|投资|投入|经费|预算|补助|补贴|拨付?|奖励|财政|基金|贷款|造价|筹[集措资]|支出|收入|产值|金额|费用|工资|税|债|销售额|营业额"
)


class CountedNumber(NamedTuple):
    span: Span
    value: float | None
    unit: str


def numbers_in(printed: str) -> list[CountedNumber]:
    """All of them, in order."""
    if not NUMBER_SIGN.search(printed):
        return []
    bare = NOT_FIGURES.sub(lambda m: "\0" * len(m.group()), printed)
    found = (*_arabic(bare), *_unmeasured(bare), *_spelled(bare), *_worded(printed, bare))
    return sorted(found, key=attrgetter("span"))


def _arabic(bare: str) -> Iterator[CountedNumber]:
    for found in FIGURE.finditer(bare):
        unit = _unit(found, bare)
        if unit is None:
            continue
        yield from _sharing(found, bare, unit)
        value = None if found["high"] else decimal_number(found["low"])
        yield CountedNumber(Span(*found.span()), value, unit)


def _sharing(found: re.Match[str], bare: str, unit: str) -> Iterator[CountedNumber]:
    """The numbers of 分别投入120、150万元 that leave their unit to the last."""
    begin = max(0, found.start() - CLAUSE_REACH)
    row = SHARED.search(bare, begin, found.start())
    if row and SEVERALLY.search(_clause_before(bare, row.start())):
        for number in DECIMAL.finditer(bare, row.start(), found.start()):
            yield CountedNumber(Span(*number.span()), float(number.group()), unit)


def decimal_number(digits: str) -> float | None:
    """The value of Arabic digits with thousands separators and a decimal point."""
    plain = THOUSANDS.sub("", digits.translate(WIDE_DIGITS))
    return float(plain) if DECIMAL.fullmatch(plain) else None


def _unit(found: re.Match[str], bare: str) -> str | None:
    if found["percent"]:
        return "‰" if found["percent"] == "‰" else "%"
    big = BESIDE_BIG.sub("", found["big"] or "")
    unit, per = found["unit"] or "", "".join((found["per"] or "").split())
    if unit:
        return big + unit + per.replace("／", "/")
    if big[-1:] not in ("万", "亿"):
        return None
    return big + "元" if MONEY.search(_clause_before(bare, found.start())) else big


def _clause_before(bare: str, at: int, edges: str = "[。；;]") -> str:
    return re.split(edges, bare[max(0, at - CLAUSE_REACH) : at])[-1]


def _spelled(bare: str) -> Iterator[CountedNumber]:
    """Numbers in characters: large ones always, small ones only where something is built or required."""
    for found in SPELLED.finditer(bare):
        count = chinese_number(found["low"].replace("两", "二"))
        if count is not None and _counts(found, bare, count):
            yield CountedNumber(Span(*found.span()), float(count), (found["big"] or "") + found["unit"])
    for found in TENTHS.finditer(bare):
        yield CountedNumber(Span(*found.span()), float(chinese_number(found["low"]) or 0), "成")
    for found in PER_CENT.finditer(bare):
        whole = chinese_number(found["low"]) or 0
        after = chinese_number(found["after"]) if found["after"] else None
        value = float(f"{whole}.{after}" if after is not None else whole)
        yield CountedNumber(Span(*found.span()), value, "%")


def _counts(found: re.Match[str], bare: str, value: int) -> bool:
    if found["low"] in "百千" and not re.search(ABOUT, found.group()):  # 千人以上工程 is a kind of works
        return False
    if ROUGHLY.search(found["low"]):
        return False
    if value >= 10 or found["big"] or found["unit"] in ("元", "万元"):
        return True
    clause = _clause_before(bare, found.start(), CLAUSE_EDGES)
    if value == 1:
        if found["unit"] in "处座所" and _is_the_one_built(found, bare, clause):
            return True
        return found["unit"] in "家所座处张" and bool(AT_LEAST_ONE.search(clause))
    return found["unit"] in "家所座处条张" and bool(BUILT.search(clause))


def _is_the_one_built(found: re.Match[str], bare: str, clause: str) -> bool:
    """增设站点一处, 已建成一座公墓: right behind the verb, or behind what was built."""
    built = list(BUILT.finditer(clause))
    return bool(built) and (built[-1].end() == len(clause) or ALONE.match(bare, found.end()) is not None)


def _unmeasured(bare: str) -> Iterator[CountedNumber]:
    """Numbers without a measure word, where the thing or the people counted stand beside them."""
    for found in DIGITS.finditer(bare):
        start, end = found.span()
        if bare[start - 1 : start] in (".", "第"):
            continue
        behind = PERSONS_BEHIND.match(bare, end)
        if behind is None and THING_AHEAD.search(bare, max(0, start - 8), start):
            behind = THING_ENDS.match(bare, end)
        if behind:
            yield CountedNumber(Span(start, behind.end()), decimal_number(found.group()), "")


def _worded(printed: str, bare: str) -> Iterator[CountedNumber]:
    """What is told without a plain number: its words are its unit.

    全覆盖 only where a year says by when; 1:3 only where it is called a ratio, as times and scores look alike.
    """
    for found in IN_WORDS.finditer(bare) if any(word in bare for word in ("半", "翻", "分之")) else ():
        yield CountedNumber(Span(*found.span()), None, found.group())
    for found in EVERYWHERE.finditer(bare):
        if BY_WHEN.search(_clause_before(printed, found.start(), CLAUSE_EDGES)):
            yield CountedNumber(Span(*found.span()), None, "全覆盖")
    for found in RATIO.finditer(printed) if any(sign in printed for sign in ":：比") else ():
        quoted = bare[found.start() - 1 : found.start()] == "\0"
        ahead = printed[max(0, found.start() - 12) : found.start()]
        if not quoted and (RATIO_AHEAD.search(ahead) or RATIO_BEHIND.match(printed, found.end())):
            yield CountedNumber(Span(*found.span()), None, re.sub(r"\s", "", found.group()))
