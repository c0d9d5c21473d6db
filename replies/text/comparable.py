"""Whether a figure can stand beside those of other places.

A wrong number is worse than none.  What counts a part, an increase, each one's share, a single house, a
standard, or another place than the letter's is left unmapped, and so is what does not say that it is
the whole.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from replies.text.indicator import FAMILIES, FLOW, NORM, SHARE, STOCK, Indicator
from replies.text.indicators import INDICATORS

# Not the sum of a place: each one's, an average, another's, a house's, a stage of building.
EACH = re.compile(
    r"每(?!百户)|各(?!类|级|项|种|部门|方|地养老)|至少|人均|户均|平均|分别|其余|不少于|不低于|均(?:有|建)"
)
ELSEWHERE = re.compile(
    r"全国|我国|国内|全省|我省|[长珠]三角|京津冀|(?:中心|主)城区|[市县]城区|除[^，。；]{2,16}外|[全我本](?:镇|乡|街道?|社区|村)"
    r"|[\u4e00-\u9fff](?:街道(?:办事处)?|社区)(?=共|现|已|有|建有)|[\u4e00-\u9fff](?<![乡城])[镇村](?=共有|现有|有|[0-9]+周?岁)|(?:^|[，。；：、\s])(?![全我本各])[\u4e00-\u9fff]{2,3}(?<![城全我本各])[市县区镇乡](?![（(、级])(?=共|现|已|有|分|投|安|建|养)"
)
# Wanted, lacking, drawn up: not there.
NOT_THERE = re.compile(r"需要?|缺口|短缺|(?<!按)规划|测算")
ONE_HOUSE = re.compile(r"该|本院|本中心|占地|建筑面积|项目|[一二三]期|投资|某")
GROWING = re.compile(
    r"新增|新建|再建|增加(?!到|至)|增设|改建|扩建|改扩建|改造|提升|在建|筹建|拟建|续建|推进|(?:还|再)(?:完成|建)"
    r"|(?:今年|当年|去年|本年|全年|年内|上半年|下半年|近年|以来|期间|年度)[^，。；]{0,12}(?:建成|建设|完成|打造|设立|建立)"
    r"|(?<!至)(?<!止)(?<!到)(?<!截至)(?<!截止)20[0-9]{2}年(?!底|末|[0-9]{1,2}月底)[^，。；]{0,8}(?:建成|建设|完成|打造|设立|培训)"
)
WHOLE = re.compile(
    r"全[市县区旗州]|我[市县区旗州]|共|总[数量计]|现有|现已|目前|截至|截止|累计|建成|建有|设有|拥有|达到?|已有|增至|为$|有$|[0-9]{4}年底"
)
REACHED_BY_THEN = re.compile(r"达到?|总[数量]|共有|拥有|增至|增加到|扩大到")
OF_WHICH = re.compile(r"其中|包括|含(?=[^量])")
PARTS_BY_NATURE = frozenset({"nursing-beds", "home-beds", "private-homes", "certified-carers"})
# A total ends in what is counted; what goes on says something of these alone: 家机构已纳入管理.
ENDS_WELL = re.compile(
    r"^$|(?:机构|中心|食堂|床位|人员|护理员|老年人|老人|人口|用户|以上|左右|总数|等|[院站室点堂所家个处座张人名位户床余多]|%)$"
    r"|^(?:余|多)?(?:已|均|并)*(?:建成|投用|投入(?:使用|运营|运行)|运营|运行|使用)+$"
)
A_YEAR = re.compile(r"20[0-9]{2}年|今年|去年|全年|年度")
# Longer than a year, or a part of one.
NO_YEAR = re.compile(r"以来|[三四五]年[内间来]|十[二三四五]五|累计|每年|近年|[上下]半年|季度|[0-9]月")


class Counted(NamedTuple):
    """What stands around a number: its sentence up to it, the rest of its clause after its unit (a list
    is one clause), its unit and its role."""

    before: str
    after: str
    unit: str
    role: str


def indicator_of(counted: Counted) -> str | None:
    """The slug of the one comparable quantity that the words name as a whole."""
    for indicator in _counted_in(counted.unit):
        if _is_named(counted, indicator):
            return indicator.slug if _is_comparable(counted, indicator) else None
    return None


@lru_cache(maxsize=256)
def _counted_in(unit: str) -> tuple[Indicator, ...]:
    return tuple(indicator for indicator in INDICATORS if _fits(unit, indicator.family))


def _fits(unit: str, family: str) -> bool:
    bare = unit.lstrip("百千万亿") or unit
    if family == "people" and unit in ("万", "万人", "万名"):
        return True
    return bare in FAMILIES[family]


def _is_named(counted: Counted, indicator: Indicator) -> bool:
    return bool(indicator.ahead.search(counted.before) or indicator.behind.search(counted.after))


def _is_comparable(counted: Counted, indicator: Indicator) -> bool:
    clause = _clause(counted.before) + "#" + re.split("、", counted.after)[0]
    if indicator.without.search(clause) or not indicator.within.search(counted.before + counted.after):
        return False
    checks = {STOCK: _is_total, FLOW: _is_of_a_year, SHARE: _is_share, NORM: lambda counted, indicator: True}
    return checks[indicator.nature](counted, indicator)


def _clause(before: str) -> str:
    return re.split("[，,；;：:、（()）]", before)[-1]


def _is_total(counted: Counted, indicator: Indicator) -> bool:
    if counted.role == "threshold" or _is_spoilt(counted.before):
        return False
    of_which = OF_WHICH.search(counted.before)
    if of_which and indicator.slug not in PARTS_BY_NATURE:
        return False
    if not (ENDS_WELL.search(counted.after) or _says_itself(counted, indicator)):
        return False
    if counted.role == "target":
        return bool(REACHED_BY_THEN.search(counted.before) or _says_itself(counted, indicator))
    return bool(of_which or WHOLE.search(counted.before) or _says_itself(counted, indicator))


def _is_spoilt(before: str) -> bool:
    return any(pattern.search(before) for pattern in (EACH, ELSEWHERE, NOT_THERE, ONE_HOUSE, GROWING))


def _says_itself(counted: Counted, indicator: Indicator) -> bool:
    """The indicator's own words go on to the end of the clause: 77家养老机构实现公建民营."""
    named = indicator.behind.search(counted.after)
    return named is not None and named.end() == len(counted.after)


def _is_of_a_year(counted: Counted, indicator: Indicator) -> bool:
    if NO_YEAR.search(counted.before) or EACH.search(counted.before) or ELSEWHERE.search(counted.before):
        return False
    return counted.role != "threshold" and bool(A_YEAR.search(counted.before))


def _is_share(counted: Counted, indicator: Indicator) -> bool:
    aged = re.findall(r"([0-9]+)\s?周?岁", counted.before)
    if indicator.slug == "over-60-share" and aged and aged[-1] != "60":
        return False
    return not (EACH.search(counted.before) or ELSEWHERE.search(counted.before))
