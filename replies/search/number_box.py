"""The number box: 317, 第317号, 温民提〔2019〕70号, 市十三届人大四次会议第317号."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Q

from replies.models import Reply
from replies.text.fold import fold

_PLAIN = re.compile(r"第?0*([a-z]{0,2}\d{1,12}|\d{1,12}[a-z]?)号?(?:代表)?(?:建议|提案|议案)?", re.IGNORECASE)
_DOCUMENT = re.compile(r"([\u4e00-\u9fff]{1,14})[\[(]?((?:19|20)\d\d)[\])]?第?0*(\d{1,6})号?")
_SESSION = re.compile(
    r"(?P<place>.{0,12}?)第?(?P<term>[\d零一二三四五六七八九十]{1,3})届"
    r"(?P<body>.{0,20}?)第?(?P<session>[\d零一二三四五六七八九十]{1,3})次会议(?P<rest>.{0,12}?)"
    r"第?0*(?P<number>[a-z]{0,2}\d{1,12})号?(?:代表)?(?:建议|提案|议案)?",
    re.IGNORECASE,
)
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class NumberAsked:
    """A number as typed; what is not said is empty."""

    number: str
    document: str = ""
    year: str = ""
    place: str = ""
    kind: str = ""
    term: int | None = None
    session: int | None = None


def read_number(typed: str) -> NumberAsked | None:
    """The number that the whole of what was typed names, if it names one."""
    folded = fold(typed).replace(" ", "")
    if found := _PLAIN.fullmatch(folded):
        return NumberAsked(found[1].upper())
    if found := _SESSION.fullmatch(folded):
        return _of_session(found)
    if found := _DOCUMENT.fullmatch(folded):
        return NumberAsked(found[3], document=found[1], year=found[2])
    return None


def _of_session(found: re.Match[str]) -> NumberAsked:
    words = f"{found['place']}{found['body']}{found['rest']}"
    kind = "cppcc" if "政协" in words else "npc" if "人大" in words or "人民代表" in words else ""
    place = re.split(r"人大|人民代表|政协", found["place"])[0].removeprefix("在")
    return NumberAsked(
        found["number"].upper(),
        place=place,
        kind=kind,
        term=_numeral(found["term"]),
        session=_numeral(found["session"]),
    )


def _numeral(text: str) -> int:
    """13 of 13 and of 十三."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[c]) for c in text))
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def replies_numbered(typed: str) -> list[int]:
    """The ids of the published replies that bear the number, or answer the proposal that does; one query."""
    asked = read_number(typed)
    if asked is None:
        return []
    replies = Reply.objects.published().filter(_condition(asked))
    found = replies.values_list("pk", "city__name", "city__parent__name", "doc_number", "proposals__assembly")
    return sorted({row[0] for row in found if _fits(asked, row[1:])})


def _condition(asked: NumberAsked) -> Q:
    if asked.document:
        return Q(doc_number__contains=asked.document[-1]) & Q(doc_number__contains=asked.number)
    condition = Q(proposals__number__iregex=rf"^0*{asked.number}$")
    if asked.term:
        condition &= Q(proposals__term=asked.term, proposals__session=asked.session)
    if asked.kind:
        condition &= Q(proposals__kind__in=[asked.kind, ""])
    return condition


def _fits(asked: NumberAsked, row: tuple[str | None, ...]) -> bool:
    """What the database cannot fold: a document's number whole, a place by name."""
    city, above, document, assembly = (fold(part or "") for part in row)
    if asked.document:
        found = _DOCUMENT.fullmatch(document.replace(" ", ""))
        return found is not None and found.groups() == (asked.document, asked.year, asked.number)
    if len(asked.place) < 2:
        return True
    return asked.place in f"{above}{city}{assembly}" or asked.place.endswith((city, above or city))
