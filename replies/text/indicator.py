"""One comparable quantity, and how it is named beside its number."""

from __future__ import annotations

import re
from dataclasses import dataclass

STOCK = "stock"
FLOW = "flow"
SHARE = "share"
NORM = "norm"
"""What is there on a day; what a year saw; a part of a whole; what a rule asks for."""

LINK = (
    r"(?:总数|总量|总计|总规模|数量|人数|床位数|数|共计|共有|共|合计|累计|已经|已|现有|有|建成了?|达到?了?|为|是|约|近|超过?"
    r"|逾|突破|增加到|增至|扩大到|：|:|\s)*$"
)
"""What may stand between the thing counted and its number."""
FILLED = r"^(?:余|多)?(?:左右)?(?:的)?(?:社区|城乡|城镇|街道|各类|养老)?"
"""What may stand between the number and the thing counted."""

# A kind, a grade or a stage of a thing is a part of all of them.
PART = (
    r"示范|公办|公营|国有|星级|[A-Za-z0-9一二三四五六]+[A级]级?|智慧|标杆|试点|样板|特困|医养|护理型|社会办|社会化|品牌|连锁"
    r"|重点|规模|民办|民营|农村|区域性|精品|达标|规范化|优秀|先进"
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One comparable quantity.

    `ahead` fits the sentence up to the number, `behind` the clause from its unit on; one of them must.
    `without` fits neither of their clauses; `within` fits the sentence, where it is given.
    """

    slug: str
    label_zh: str
    label_en: str
    family: str
    nature: str
    ahead: re.Pattern[str]
    behind: re.Pattern[str]
    without: re.Pattern[str]
    within: re.Pattern[str]


FAMILIES = {
    "count": ("家", "个", "所", "处", "座"),
    "beds": ("张", "床", "个"),
    "people": ("人", "名", "位", "万"),
    "uses": ("人次", "次"),
    "share": ("%",),
    "money": ("元",),
    "area": ("平方米", "平米", "㎡"),
    "households": ("户", "家", "个"),
}
NEVER = r"(?!)"


def quantity(
    slug: str,
    zh: str,
    en: str,
    family: str,
    nature: str,
    *,
    ahead: str = NEVER,
    behind: str = NEVER,
    without: str = NEVER,
    within: str = "",
) -> Indicator:
    patterns = (re.compile(pattern) for pattern in (ahead, behind, without, within))
    return Indicator(slug, zh, en, family, nature, *patterns)


def things(
    slug: str, zh: str, en: str, family: str, noun: str, without: str = PART, within: str = ""
) -> Indicator:
    """Things that are there, named right before or right after their number."""
    return quantity(
        slug,
        zh,
        en,
        family,
        STOCK,
        ahead=rf"(?:{noun}){LINK}",
        behind=rf"{FILLED}(?:{noun})",
        without=without,
        within=within,
    )
