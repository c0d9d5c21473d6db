"""The number box: 317, 第317号, 温民提〔2019〕70号, 温州市十三届人大四次会议第317号."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from replies.models import Reply
from replies.text.fold import fold
from replies.text.numerals import whole_number

from .places import Places

WIDEST = 8
"""Numbers are written with zeros before them up to so many digits."""

_HAN_NUMERAL = "零一二三四五六七八九十百千"
_NUMERAL = rf"(?:\d{{1,4}}|[0{_HAN_NUMERAL}]{{1,6}})"
_TERM = re.compile(rf"第?({_NUMERAL})届")
_SESSION = re.compile(rf"第?({_NUMERAL})次(?:会议)?")
_NUMBER = re.compile(
    rf"""第(?P<spelt>0*[{_HAN_NUMERAL}][0{_HAN_NUMERAL}]{{0,8}})号
      | 第(?P<parted>\d{{1,6}}(?:-\d{{1,6}}){{1,2}})号
      | (?P<sign>第|[\[(])? 0*(?P<number>[a-z]{{0,2}}-?\d{{1,12}}[a-z]?(?![a-z0-9])) [\])]? (?P<mark>号)?""",
    re.VERBOSE,
)
_DOCUMENT = re.compile(
    r"""(?: (?P<word>[\u4e00-\u9fff]{1,16})[\[(<{]? | [\[(<{])
        (?P<year>(?:19|20)\d\d) [\])>}年 -]? 第?
        0*(?P<number> \d{1,6} | (?<=[\])>}])[\u4e00-\u9fff]{1,4}? (?=号) ) (?:号[文函]?)?""",
    re.VERBOSE,
)
_BESIDE = re.compile(
    r"中国人民政治协商会议|政治协商会议|人民代表大会|人民代表|(?:常务)?委员会|政协|人大|代表|委员"
    r"|建议案|建议|提案|议案|意见|会议上?|大会|关于|对于|编号|文号|案号|办理|情况|提出|答复|回复|复函|函复"
)
_SMALL = re.compile(r"^[:对在就]+|[:的上函复件案]+$")
_NAME = re.compile(r"[\u3400-\u9fff]{2,16}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMERO = re.compile(r"(?:no[.:]?|\#)(?=\d)")
_ENCLOSED = re.compile(r"[\[(]([^\[\]()]*)[\])]")
_BLANK = re.compile(r"(?<!\d) | (?!\d)")
"""All but one between digits: 3 17 are two numbers."""
_LEVEL = "省市县区州盟旗镇乡"
_AROUND = " .,;:!?。、'\"<>"


@dataclass(frozen=True, slots=True)
class NumberAsked:
    """A number as typed; what is not said is empty.  With a `year` it is a document's number."""

    number: str
    document: str = ""
    year: str = ""
    place: str = ""
    kind: str = ""
    term: int | None = None
    session: int | None = None


def read_number(typed: str) -> NumberAsked | None:
    """The number that the whole of what was typed names, if it names one.

    Beside the number stand at most the words that frame it, the term and session, and a place, this only where
    nothing can be taken for a year or an amount; whether there is such a place is not known here.
    """
    text = _BLANK.sub("", fold(typed)).strip(_AROUND)
    if enclosed := _ENCLOSED.fullmatch(text):
        text = enclosed[1]
    if found := _DOCUMENT.fullmatch(re.sub("^(?:文号|编号):?", "", text)):
        return NumberAsked(found["number"], document=found["word"] or "", year=found["year"])
    term, text = _taken(_TERM, text)
    session, text = _taken(_SESSION, text)
    numbers = list(_NUMBER.finditer(_NUMERO.sub("第", text)))
    if len(numbers) != 1:
        return None
    (found,) = numbers
    before, behind = found.string[: found.start()], found.string[found.end() :]
    places = _places(before) + _places(behind)
    apart = found[0] in map(fold, typed.split()) and not _YEAR.fullmatch(found[0])
    stated = term or found["sign"] or found["mark"] or not found["number"] or apart
    if len(places) > (1 if stated else 0) or not all(map(_NAME.fullmatch, places)):
        return None
    number, kind = _number(found), _kind(before + behind)
    return NumberAsked(number, place="".join(places), kind=kind, term=term, session=session)


def _number(found: re.Match[str]) -> str:
    """As the archive keeps it: 第三百一十七号 is 317, y-19 is Y19, 第163-069号 is in parts."""
    if found["spelt"]:
        return str(whole_number(found["spelt"]))
    return found["parted"] or found["number"].replace("-", "").upper()


def _taken(pattern: re.Pattern[str], text: str) -> tuple[int | None, str]:
    """The ordinal that the text says, and the text without it."""
    found = pattern.search(text)
    number = whole_number(found[1]) if found else None
    return (number, text[: found.start()] + text[found.end() :]) if found and number else (None, text)


def _places(beside: str) -> list[str]:
    """What stands beside a number and is none of the words that frame it."""
    parts = (_SMALL.sub("", part) for part in _BESIDE.split(beside))
    return [part for part in parts if part not in ("", *_LEVEL)]


def _kind(words: str) -> str:
    if "政协" in words or "政治协商" in words:
        return "cppcc"
    return "npc" if "人大" in words or "人民代表" in words else ""


def replies_numbered(asked: NumberAsked, tree: Places) -> list[int]:
    """The ids of the published replies that bear the number, or answer the proposal that does; one query."""
    replies = Reply.objects.published().filter(_condition(asked))
    found = replies.values_list("pk", "doc_number", "city", "proposals__city", "proposals__assembly")
    return sorted({pk for pk, *row in found if _fits(asked, row, tree)})


def _condition(asked: NumberAsked) -> Q:
    if asked.year:
        return Q(doc_number__contains=asked.year) & Q(doc_number__contains=asked.number)
    condition = Q(proposals__number__in=_spellings(asked.number))
    if asked.term:
        condition &= Q(proposals__term=asked.term)
    if asked.session:
        condition &= Q(proposals__session=asked.session)
    if asked.kind:
        condition &= Q(proposals__kind__in=[asked.kind, ""])
    return condition


def _spellings(number: str) -> list[str]:
    """317, 0317 and so on; Y19, y19 and Y-19."""
    letters, digits = re.fullmatch(r"([A-Z]*)(.*)", number, re.DOTALL).groups()  # type: ignore[union-attr]
    padded = [digits.zfill(width) for width in range(len(digits), max(WIDEST, len(digits)) + 1)]
    signs = [letters, letters.lower(), f"{letters}-", f"{letters.lower()}-"] if letters else [""]
    return [f"{sign}{written}" for sign in dict.fromkeys(signs) for written in padded]


def _fits(asked: NumberAsked, row: Sequence[Any], tree: Places) -> bool:
    """What the database cannot fold: a document's number whole, a place by name."""
    document, city, asked_in, assembly = row
    if asked.year:
        found = _DOCUMENT.fullmatch(fold(document).replace(" ", ""))
        return found is not None and _same(asked, found)
    return (
        not asked.place or asked.place in fold(assembly or "") or _is_in(asked.place, {city, asked_in}, tree)
    )


def _same(asked: NumberAsked, found: re.Match[str]) -> bool:
    named = not asked.document or asked.document == found["word"]
    return named and (asked.year, asked.number) == (found["year"], found["number"])


def _is_in(place: str, cities: set[str], tree: Places) -> bool:
    meant = tree.with_all_below(called.code for called in tree.called(place))
    return not cities.isdisjoint(meant)
