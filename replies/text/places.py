"""Whose assembly it was: from its name, the office, the page, cited rules; signs where none of them says so.

An assembly mostly says only 市, 县 or 区.  A name that fits that word settles it, looked for in the
order in which such letters can be trusted.  Area codes and districts in the text choose between
places that share a name; where nothing names the place, `place_signs` weighs them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from replies.text.divisions import (
    SUFFIXES,
    Division,
    Named,
    all_within,
    fully_named,
    is_municipality,
    is_within,
    line_of,
    named,
    names_in,
    with_area_code,
    with_letter,
)

LEVELS = {"province": "province", "prefecture": "city", "county": "county"}
_WORD_LEVELS = {"全国": "national", "省": "province", "自治区": "province", "市": "city", "州": "city", "自治州": "city", "盟": "city",
                "县": "county", "区": "county", "旗": "county", "自治县": "county", "自治旗": "county"}  # fmt: skip
_ENDINGS = {"省": ("省", "自治区"), "自治区": ("自治区",), "市": ("市",), "州": ("州",), "自治州": ("州",), "盟": ("盟",), "县": ("县",),
            "自治县": ("县",), "区": ("区",), "旗": ("旗",), "自治旗": ("旗",)}  # fmt: skip
_AREA_CODE = re.compile(r"(?P<code>0(?<!\d0)\d{2,3})\)?\s{0,2}[-—－–―]?\s{0,2}[2-9]\d{6,7}(?!\d)")
_LEVEL_WORD = re.compile(r"^(?:自治区|自治州|自治县|自治旗|省|市|县|区|州|盟|旗)")
_REGION_END = "自治区"
_THANKS = re.compile(r"感谢(?:各位|代表|委员|你们?|您们?|贵[^。，,\n]{1,8})?[^。，,\n对]{0,8}对")
_THANKED = re.compile(r"[^。，,\n]{0,24}?(?:工作|事业|建设|发展)")
ELSEWHERE = re.compile(
    r"(?:赴|前往|[走探考]访|考察|学习|借鉴|参照|参观|例如|比如|像|邻近|相邻|毗邻|周边)[^。，,;:\n]{0,8}$"
)
_OWN = re.compile(r"我(?P<word>省|自治区|市|州|盟)的?")
_BRANCH = re.compile(
    r"(?:局|公司|银行|厅|总队|支队)(?P<name>[\u4e00-\u9fff]{2,10}?)(?:供电)?(?:分局|分公司|支行|分行|供电公司|支队|大队)$"
)
#: Districts whose names are everyday words in prose.
_ALSO_WORDS = frozenset(("城区", "郊区", "矿区", "市中区", "新城区", "老城区", "东区", "西区"))


class Mention(NamedTuple):
    """A name somewhere in the letter; start and end are places in the reading, the same where it stands beside it."""

    named: Named
    start: int
    end: int
    how: str


@dataclass(frozen=True)
class Surroundings:
    """What else the letter says of where it is; most letters are settled without it, so it is looked for when asked."""

    text: str

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(mentions_in(self.text, 0, len(self.text), "text"))

    @cached_property
    def area_codes(self) -> tuple[tuple[str, int, int], ...]:
        """Each code with its place."""
        return tuple((m["code"], *m.span("code")) for m in _AREA_CODE.finditer(self.text))


@dataclass(frozen=True, slots=True)
class Place:
    """A settled place, or one of several that share the name (`others`)."""

    name: str
    division: Division | None
    others: tuple[Division, ...]
    mention: Mention


def level_word(text: str) -> str:
    """市 of 市十三届人大, of 市发改委; empty where there is none."""
    found = _LEVEL_WORD.match(text)
    return found.group() if found else ""


def level_of_word(word: str) -> str | None:
    return _WORD_LEVELS.get(word)


def level_of(division: Division) -> str:
    return LEVELS[division.level]


def fits(name: str, word: str) -> bool:
    """濮阳市 fits 市, 寻甸回族彝族自治县 fits 县; 内蒙古自治区 does not fit 区."""
    if not word:
        return True
    if word == "区" and name.endswith(_REGION_END):
        return False
    return name.endswith(_ENDINGS.get(word, ()))


def mentions_in(text: str, start: int, end: int, how: str) -> Iterator[Mention]:
    for found in names_in(text[start:end]):
        if how == "text" and found.text in _ALSO_WORDS:
            continue
        yield Mention(found, start + found.start, start + found.end, how)


def leading_mention(text: str, start: int, end: int, how: str) -> Mention | None:
    """The last of the names an office begins with: 铜梁区 of 重庆市铜梁区城市管理局."""
    found = None
    at = start
    for mention in mentions_in(text, start, min(end, start + 40), how):
        if mention.start != at:
            break
        found, at = mention, mention.end
    return found


def leading_short_name(text: str, word: str) -> Named | None:
    """合肥 of 合肥高新技术产业开发区管委会, where one place of that name fits the word, or one city below one."""
    for length in range(min(6, len(text)), 1, -1):
        bearers = named(text[:length])
        among = tuple(division for division in bearers if fits(division.name, word))
        if not among and all(division.level == "prefecture" for division in bearers):
            among = tuple(division for division in bearers if matching_above(division, word))
        if among:
            town = text[length : length + 1] in ("镇", "乡", "街", "村", "路")
            return Named(text[:length], 0, length, among) if len(among) == 1 and not town else None
    return None


def branch(text: str, word: str) -> Named | None:
    """天柱 of 黔东南州生态环境局天柱分局: the place of a branch, where it fits the word and lies where the office does."""
    found = _BRANCH.search(text)
    if found is None:
        return None
    names = list(names_in(text[: found.start("name")]))
    over = names[-1].divisions if names else ()
    among = [division for division in named(found["name"]) if fits(division.name, word)]
    within = [d for d in among if not over or any(is_within(d, above) for above in over)]
    return Named(found["name"], *found.span("name"), tuple(within)) if len(within) == 1 else None


def settle(mention: Mention, word: str, around: Surroundings) -> Place | None:
    """The place that a mention gives under a level word: itself, or the city above a district that answers."""
    chosen = choose(mention.named.divisions, around)
    whole = bool(fully_named(mention.named.text))  # 沧州 ends as a 州 does and is the short name of a city
    if whole and fits(mention.named.text, word):
        name = mention.named.text
        return Place(name, chosen, () if chosen else mention.named.divisions, mention)
    if chosen is None:
        return None
    for above in line_of(chosen)[1 if whole else 0 :]:
        if fits(above.name, word):
            return Place(above.name, above, (), mention)
    return None


def choose(among: tuple[Division, ...], around: Surroundings) -> Division | None:
    """The one of several that the rest of the letter speaks for; None where it speaks for none or for two."""
    if len(among) == 1:
        return among[0]
    scores = {division.code: 0 for division in among}
    related = [m.named.divisions for m in around.mentions]
    dialled = [with_area_code(code) for code, _, _ in around.area_codes]
    for division in among:
        above = set(line_of(division)[1:])
        for divisions in related:
            if len(divisions) == 1 and (divisions[0] in above or divisions[0].parent == division.parent):
                scores[division.code] += 1
        scores[division.code] += 2 * sum(any(d in above or d == division for d in dial) for dial in dialled)
    best = sorted(among, key=lambda d: -scores[d.code])
    if scores[best[0].code] > scores[best[1].code]:
        return best[0]
    return None


def cited(text: str, start: int, end: int) -> Iterator[Mention]:
    """Names that open a cited rule: 《淮南市“十四五”交通运输发展规划》."""
    for quote in re.finditer(r"《(?=[^《》\n]{2,80}》)", text[start:end]):
        at = start + quote.end()
        if found := leading_mention(text, at, min(end, at + 40), "cited"):
            yield found


def thanked_for(text: str, start: int, end: int) -> Iterator[Mention]:
    """Names in the thanks that close a letter: 感谢您对平江县交通工作的关心."""
    for thanks in _THANKS.finditer(text, start, end):
        found = leading_mention(text, thanks.end(), min(end, thanks.end() + 40), "thanks")
        if found and _THANKED.match(text, found.end):
            yield found


def owners(text: str, start: int, end: int, word: str) -> Iterator[Mention]:
    """Places that the letter calls its own: 我市鹿城区, 我省的廊坊."""
    for own in _OWN.finditer(text, start, end):
        if own["word"] != word:
            continue
        if found := leading_mention(text, own.end(), min(end, own.end() + 40), "text"):
            yield found
        elif city := _leading_city(text[own.end() : own.end() + 8]):
            yield Mention(city, own.end(), own.end() + city.end, "text")


def _leading_city(text: str) -> Named | None:
    """廊坊 of 廊坊等地, 廊坊、保定: a city's short name that stands alone."""
    for length in range(min(6, len(text) - 1), 1, -1):
        among = named(text[:length])
        if len(among) == 1 and among[0].level == "prefecture" and text[length] in "、,等和及的":
            return Named(text[:length], 0, length, among)
    return None


def only_one_named(text: str, mentions: Iterable[Mention], word: str) -> Mention | None:
    """The one place of its kind that a letter names, if it does so more than once.

    A city may be a city in another: 市 counts only of those that have counties.  Places that were
    visited are somewhere else.
    """
    fitting = [m for m in mentions if m.named.text[-1] in SUFFIXES and fits(m.named.text, word)]
    if len(fitting) < 2 or len({m.named.text for m in fitting}) > 1:
        return None
    if any(ELSEWHERE.search(text[max(0, m.start - 12) : m.start]) for m in fitting):
        return None
    smaller = word == "市" and all(d.level == "county" for d in fitting[0].named.divisions)
    return None if smaller else fitting[0]


def one_that_fits(mentions: Iterable[Mention], word: str) -> Mention | None:
    """The only place among the mentions that fits the word; None where two do."""
    fitting = [m for m in mentions if fits(m.named.text, word)]
    names = {m.named.text for m in fitting}
    return fitting[0] if len(names) == 1 else None


def numbering(doc_number: str, word: str) -> tuple[Division, ...]:
    """Who may number documents so: 榕民 is 福州 among cities, 温民 is 温州 or 温岭."""
    among = with_letter(doc_number[0]) if doc_number else ()
    return tuple(division for division in among if word and fits(division.name, word))


def matching_above(division: Division, word: str) -> Division | None:
    """The division itself or the nearest above it that fits the word."""
    for one in line_of(division):
        if fits(one.name, word):
            return one
    return None


def names_that_fit(division: Division, word: str) -> tuple[str, ...]:
    """海门区 was 海门市, and letters are old."""
    return tuple(name for name in (division.name, *division.aliases) if fits(name, word))


@cache
def below(division: Division, word: str) -> tuple[Division, ...]:
    """What lies in a division and fits the word as well, by a name of today or before: 余姚市, 奉化区 in 宁波市."""
    return tuple(d for d in all_within(division) if names_that_fit(d, word))


def level_of_place(division: Division | None, word: str) -> str | None:
    if division is not None:
        return "province" if is_municipality(division) else level_of(division)
    return level_of_word(word)
