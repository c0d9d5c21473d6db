"""Signs of where a letter comes from, when nothing in it says so, and the place that they settle together.

One sign only hints.  Two of different kinds that speak for the same place settle it, so long as no
sign of any kind points elsewhere: a telephone area code, districts that the answer names, the
place's own name or nickname in prose, the letter that opens the document's number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from replies.text.divisions import (
    Division,
    Named,
    cities_in,
    is_within,
    line_of,
    parent_of,
    with_area_code,
    with_letter,
)
from replies.text.places import ELSEWHERE, Mention, Place, Surroundings, below, fits, names_that_fit

AREA_CODE, DISTRICTS, NAME, DOC_NUMBER = "area code", "districts", "name", "doc number"
_KINDS = (DOC_NUMBER, DISTRICTS, NAME, AREA_CODE)  # the most telling first
_SENTENCE_REACH = 60
_STOPS = re.compile(r"[。;!?\n]")
_EXAMPLE_BEFORE = re.compile(
    r"赴|前往|[走探考]访|考察|学习|借鉴|参照|参观|参考|比照|对标|例如|比如|比较|相比|像|兄弟|先进|其他|其它|外地|邻近|相邻|毗邻|周边|接壤"
)
_EXAMPLE_BEHIND = re.compile(r"经验|做法|模式|先行|试点城市|交界|接壤|毗邻|相邻")


class Sign(NamedTuple):
    """Words that point to one of `divisions`; `speaks` is whether they may settle or only stand against."""

    kind: str
    words: str
    divisions: tuple[Division, ...]
    start: int
    end: int
    speaks: bool = True


def signs_in(around: Surroundings, answer: tuple[int, int]) -> Iterator[Sign]:
    """Area codes anywhere, and names: those in the answer speak, those of the page around it stand against."""
    for code, start, end in around.area_codes:
        if among := with_area_code(code):
            yield Sign(AREA_CODE, code, among, start, end)
    named = [Sign(DISTRICTS, m.named.text, m.named.divisions, m.start, m.end) for m in around.mentions]
    written = set().union(*(range(sign.start, sign.end) for sign in named))
    cities = (Sign(NAME, city.text, city.divisions, city.start, city.end) for city in cities_in(around.text))
    named += (sign for sign in cities if sign.start not in written)
    for sign in named:
        if not ELSEWHERE.search(around.text, max(0, sign.start - 12), sign.start):
            inside = answer[0] <= sign.start and sign.end <= answer[1]
            yield sign._replace(speaks=inside and not _is_example(around.text, sign))


def _is_example(text: str, sign: Sign) -> bool:
    """True in a sentence that looks at other places: whoever learns from 海曙区 does not lie in it."""
    before = _STOPS.split(text[max(0, sign.start - _SENTENCE_REACH) : sign.start])[-1]
    behind = _STOPS.split(text[sign.end : sign.end + _SENTENCE_REACH])[0]
    return bool(_EXAMPLE_BEFORE.search(before) or _EXAMPLE_BEHIND.search(behind))


def sign_of_number(doc_number: str, start: int, agency: str, word: str) -> Sign | None:
    """甬 of 甬民〔2021〕5号; none where the office's own name may begin so, as 商 of 商务函 does."""
    among = with_letter(doc_number[0]) if doc_number else ()
    if not any(fits(d.name, word) for d in among) or doc_number[0] in agency:
        return None
    parts = {d.code for d in with_letter(doc_number[1:2])}  # 甬余市监: of 余姚, and not of 宁波 alone
    branch = any(d.code in parts for whole in among for d in below(whole, word))
    return Sign(DOC_NUMBER, doc_number[0], among, start, start + 1, speaks=bool(agency) and not branch)


def settle_by_signs(signs: Iterable[Sign], word: str) -> Place | None:
    """The one place that two kinds of sign speak for and none stands against."""
    kept = list({(s.kind, s.words, s.divisions, s.speaks): s for s in reversed(list(signs))}.values())
    spoken: dict[Division, dict[str, list[Sign]]] = defaultdict(lambda: defaultdict(list))
    for sign in kept:
        for place, kind in _spoken_for(sign, word) if sign.speaks else ():
            spoken[place][kind].append(sign)
    found = [place for place in spoken if all(_agrees(sign, place, word) for sign in kept)]
    if dialled := [sign for sign in kept if sign.kind == AREA_CODE]:
        for place in found:  # an area code names no place, it is where a place must lie
            spoken[place][AREA_CODE] = dialled
    found = [place for place in found if _is_enough(place, spoken[place], word)]
    return _as_place(found[0], spoken[found[0]]) if len(found) == 1 else None


def is_contradicted(place: Division, signs: Iterable[Sign], word: str) -> bool:
    """Whether any sign points elsewhere: a letter may name a place twice that is not its own."""
    return any(not _agrees(sign, place, word) for sign in signs)


def _spoken_for(sign: Sign, word: str) -> Iterator[tuple[Division, str]]:
    """The places that a sign speaks for, and as what: 海曙区 as a district of 宁波市, 宁波市 by its name."""
    for place in dict.fromkeys(above for division in sign.divisions for above in line_of(division)):
        if sign.kind == AREA_CODE or not _may_be(place, word):
            continue
        if place not in sign.divisions:
            if sign.kind == DISTRICTS and _is_telling(sign, word):
                yield place, DISTRICTS
        elif sign.kind != DOC_NUMBER:
            yield place, NAME
        elif _has_letter_alone(place, sign.words, word):
            yield place, DOC_NUMBER


def _may_be(place: Division, word: str) -> bool:
    """区 means a district, not 大兴安岭地区."""
    return fits(place.name, word) and not (word == "区" and place.level != "county")


def _has_letter_alone(place: Division, letter: str, word: str) -> bool:
    """Whether nothing near has the letter in its name: 泰 may be 泰州 or 泰兴 in it, 北 may be 江北区 or 北仑区."""
    whole = parent_of(place) if place.level == "county" else place
    region = {whole, *with_area_code(whole.area_code)} if whole else {place}
    near = {one for division in region for one in (division, *below(division, word))} - {place}
    return not any(letter in name for one in near for name in names_that_fit(one, word))


def _is_telling(sign: Sign, word: str) -> bool:
    """A part that could not be the answering place itself; names like 东区 and 成县 are too short to be sure of."""
    return len(sign.words) > 2 and not fits(sign.words, word)


def _agrees(sign: Sign, place: Division, word: str) -> bool:
    if sign.kind == DOC_NUMBER:  # 余民 is no number of 宁波市: 余姚市 would call itself 市 as well
        return any(
            is_within(place, d) or (is_within(d, place) and not fits(d.name, word)) for d in sign.divisions
        )
    return any(is_within(d, place) or is_within(place, d) for d in sign.divisions)


def _is_enough(place: Division, said: dict[str, list[Sign]], word: str) -> bool:
    """Two kinds.  An area code is the prefecture's: cities of a county's rank under it have the same.

    So where there are such, the prefecture shows by its number or by two of its districts.  A county
    shows by its number: its name alone may be a neighbour's, and all of them share the rest.
    """
    if len(said) < 2:
        return False
    if place.level == "county" or below(place, word):
        several = place.level != "county" and len({sign.words for sign in said.get(DISTRICTS, ())}) > 1
        return DOC_NUMBER in said or several
    return True


def _as_place(division: Division, said: dict[str, list[Sign]]) -> Place:
    kinds = [kind for kind in _KINDS if kind in said]
    best = said[kinds[0]][-1]
    words = Named(best.words, best.start, best.end, best.divisions)
    return Place(division.name, division, (), Mention(words, best.start, best.end, "+".join(kinds)))
