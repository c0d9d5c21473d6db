"""A short list of what figures are of, so that cities can be compared.

A figure is mapped only where its own words name the thing counted and its unit fits; all others stay
unmapped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indicator:
    """One comparable quantity; `units` are the endings its unit may have."""

    slug: str
    label_zh: str
    label_en: str
    family: str  # count | beds | people | share | money | area
    words: re.Pattern[str]
    without: re.Pattern[str] | None = None


FAMILIES = {
    "count": ("家", "个", "所", "处", "座"),
    "beds": ("张", "床", "个"),
    "people": ("人", "名", "位", "万"),
    "uses": ("人次", "次"),
    "share": ("%",),
    "money": ("元",),
    "area": ("平方米", "平米", "㎡"),
    "pay": ("元/月", "元/人", "元/人·月", "元/张", "元/床", "元"),
}
EMPTY: tuple[Indicator, ...] = ()


def _of(slug: str, zh: str, en: str, family: str, words: str, without: str = "") -> Indicator:
    return Indicator(slug, zh, en, family, re.compile(words), re.compile(without) if without else None)


# In order of precedence: the narrower before the wider.
INDICATORS: tuple[Indicator, ...] = (
    _of("nursing-beds", "护理型床位数", "Nursing-care beds", "beds", r"护理型(?:养老)?床位|护理床位"),
    _of("home-beds", "家庭养老床位数", "Family care beds", "beds", r"家庭(?:养老|照护)床位"),
    _of(
        "nursing-bed-share",
        "护理型床位占比",
        "Share of nursing-care beds",
        "share",
        r"护理型床位(?:占|比例|达)",
    ),
    _of(
        "beds",
        "养老床位数",
        "Care beds",
        "beds",
        r"(?:养老|机构)(?:服务)?(?:机构)?床位|床位(?:总数)?(?:共|达|约|为|[0-9])|张(?:养老)?床位",
    ),
    _of(
        "public-built-private-run",
        "公建民营机构数",
        "Publicly built, privately run facilities",
        "count",
        r"公建民营|社会化(?:运营|改革)",
    ),
    _of(
        "integrated-rate",
        "医养结合覆盖率",
        "Medical and care integration rate",
        "share",
        r"医养结合|(?<=\|)达到了?[0-9.]+%的覆盖率",
    ),
    _of(
        "integrated",
        "医养结合机构数",
        "Facilities with medical care",
        "count",
        r"医养结合|医养融合|康养联合体",
    ),
    _of(
        "socially-run-rate",
        "社会化运营率",
        "Share run by private operators",
        "share",
        r"社会化运营率|公建民营率",
    ),
    _of("day-care-centres", "日间照料中心数", "Day-care centres", "count", r"日间照料(?:中心|站|室)"),
    _of(
        "home-care-centres",
        "居家养老服务中心数",
        "Home-care service centres",
        "count",
        r"居家养老(?:服务)?(?:照料)?(?:中心|站)",
    ),
    _of(
        "town-centres",
        "乡镇（街道）养老服务中心数",
        "Township and subdistrict care centres",
        "count",
        r"(?:乡镇|街道|镇街|镇（街）)[^|，]{0,8}养老服务中心|养老服务综合体",
    ),
    _of("rural-happy-homes", "农村幸福院数", "Rural mutual-aid homes", "count", r"幸福院|互助院|幸福苑"),
    _of(
        "canteens",
        "老年食堂数",
        "Meal points",
        "count",
        r"(?:老年|长者|敬老|社区|幸福)(?:人)?食堂|助餐(?:点|服务点|机构)|长者饭堂",
    ),
    _of("private-homes", "民办养老机构数", "Private care homes", "count", r"民办养老机构|民办(?=\|?[0-9])"),
    _of("care-homes", "养老机构数", "Care homes", "count", r"养老(?:服务)?机构|敬老院|养老院|福利院"),
    _of(
        "certified-carers",
        "持证护理员数",
        "Certified carers",
        "people",
        r"持证[^|，]{0,8}护理员|护理员[^|，]{0,8}持证",
    ),
    _of(
        "carers-trained",
        "培训护理人员数",
        "Carers trained",
        "people",
        r"培训[^|，。]{0,12}(?:护理员|照护者|护理人员|从业人员|照护员)",
    ),
    _of("carers", "养老护理员数", "Carers", "people", r"护理员|护理人员"),
    _of(
        "over-60",
        "60岁以上人口",
        "People aged 60 and over",
        "people",
        r"60(?:周)?岁(?:及|含)?以上|老年人(?:口)?(?:总数|共|达|为)|老年人口",
    ),
    _of(
        "over-60-share",
        "60岁以上人口占比",
        "Share aged 60 and over",
        "share",
        r"占[^|，。]{0,8}人口|老龄化(?:率|程度)|老年人口",
    ),
    _of(
        "on-platform",
        "平台入网人数",
        "People on the platform",
        "people",
        r"入网|平台[^|，。]{0,12}(?:老年人|用户|注册)|录入[^|]{0,6}老年人",
    ),
    _of("served", "服务人次", "Services given", "uses", r"服务"),
    _of(
        "allowance-recipients",
        "享受补贴人数",
        "People receiving allowances",
        "people",
        r"(?:享受|发放|申领|领取)[^|，。]{0,16}(?:补贴|补助|津贴)|(?:补贴|补助|津贴)[^|]{0,10}(?:惠及|人)",
    ),
    _of("insured", "参保人数", "People insured", "people", r"参保|长护险|长期护理保险"),
    _of("home-adaptations", "适老化改造户数", "Homes adapted", "households", r"适老化改造|无障碍改造"),
    _of("area-per-hundred-homes", "每百户配建用房面积", "Care space per hundred homes", "area", r"每百户"),
    _of(
        "public-spending",
        "财政投入",
        "Public spending",
        "money",
        r"财政|资金|投入|预算|拨付|福彩公益金",
        r"/|每人|每床|每张|每月|最[高多]|社会资本|民间|总投资",
    ),
    _of("investment", "投资额", "Investment", "money", r"总投资|投资", r"补助|补贴"),
)
FAMILIES["households"] = ("户", "家", "个")

BY_SLUG = {indicator.slug: indicator for indicator in INDICATORS}


def indicator_of(words: str, unit: str) -> str | None:
    """The slug of the indicator that the words name, `|` standing where the figure's own clause begins."""
    own = words.partition("|")[2]
    for indicator in INDICATORS:
        spoilt = indicator.without is not None and indicator.without.search(own + unit)
        if not spoilt and _fits(unit, indicator.family) and indicator.words.search("|" + own):
            return indicator.slug
    return None


def _fits(unit: str, family: str) -> bool:
    bare = unit.lstrip("百千万亿") or unit
    if family == "people" and unit in ("万", "万人", "万名"):
        return True
    return bare in FAMILIES[family]
