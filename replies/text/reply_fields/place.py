"""Kind, level and place of the assembly."""

from __future__ import annotations

import re
from dataclasses import replace

from replies.text import places
from replies.text.divisions import by_code, cities_in, names_in
from replies.text.normalize import Run
from replies.text.parsed import Candidate, Finding
from replies.text.place_signs import (
    AREA_CODE,
    DISTRICTS,
    DOC_NUMBER,
    NAME,
    Sign,
    is_contradicted,
    settle_by_signs,
    sign_of_number,
    signs_in,
)
from replies.text.places import Mention, Place, Surroundings
from replies.text.reply_fields.assembly import Assembly
from replies.text.reply_fields.named_places import (
    beside_the_text,
    governments_that_help,
    is_of_the_state,
    offices_named,
    run_of,
    simple,
)
from replies.text.reply_fields.sheet import Sheet

_REACH = 20_000
_OUR = re.compile(r"(?:我|全)(?P<word>自治区|自治州|自治县|省|市|县|区|州|盟|旗)")
_MOST_HINTS = 5
_FEW = 3


def read_place(sheet: Sheet, assembly: Assembly | None) -> None:
    if assembly and (assembly.is_party or assembly.place_words == "全国"):
        if assembly.place_words == "全国":
            sheet.put("level", Finding("national", sheet.findings["assembly"].span, "assembly"))
        return
    agency = sheet.findings.get("agency")
    if agency and not _is_local(assembly) and is_of_the_state(simple(sheet, "agency", agency.value)):
        sheet.put("level", Finding("national", agency.span, agency.how))
        return
    word = _word(sheet, assembly)
    around = Surroundings(sheet.reading.text[:_REACH])
    place = _find_place(sheet, assembly, word, around)
    if place:
        _put_place(sheet, place)
    else:
        _ask_for_place(sheet, word, around)
    if place or assembly:
        level = places.level_of_place(place.division if place else None, word)
        if place and place.others:
            level = places.level_of(place.others[0])
        source = sheet.findings.get("place") or sheet.findings.get("assembly")
        if level and source:
            sheet.put("level", Finding(level, source.span, source.how))


def _is_local(assembly: Assembly | None) -> bool:
    return bool(assembly and assembly.place_words)


def _word(sheet: Sheet, assembly: Assembly | None) -> str:
    """市, 县, 区: what kind of place to look for."""
    if assembly and assembly.place_words:
        return _ending(assembly.place_words)
    agency = sheet.value("agency", "")
    if word := places.level_word(simple(sheet, "agency", agency)):
        return word
    if agency and places.leading_mention(agency, 0, len(agency), "agency"):
        return ""
    body = sheet.reading.text[sheet.layout.opening[0] : sheet.layout.opening[0] + _REACH]
    words = [m["word"] for m in _OUR.finditer(body)]
    return max(dict.fromkeys(words), key=words.count) if words else ""  # of equals the first


def _ending(words: str) -> str:
    found = re.search(r"(?:自治区|省|市|县|区|州|盟|旗)$", words)
    return found.group() if found else words


def _find_place(sheet: Sheet, assembly: Assembly | None, word: str, around: Surroundings) -> Place | None:
    if place := _from_assembly(sheet, assembly, around):
        return place
    for mention in offices_named(sheet, word):
        if place := places.settle(mention, word, around):
            return place
    helped = [places.settle(mention, word, around) for mention in governments_that_help(sheet, word)]
    if helped and helped[0] and all(place and place.name == helped[0].name for place in helped):
        return helped[0]
    text = sheet.reading.text
    start, end = sheet.layout.opening[0], min(len(text), sheet.layout.opening[0] + _REACH)
    for thanked in places.thanked_for(text, start, end):
        if place := places.settle(thanked, word, around):
            return place
    if not word:
        return _from_rules_of_one(text, (start, end), around)
    return _from_prose(text, (start, end), word, around) or _from_signs(sheet, word, around)


def _from_prose(text: str, within: tuple[int, int], word: str, around: Surroundings) -> Place | None:
    """Rules that are cited, places that the letter calls its own."""
    found = places.one_that_fits(places.cited(text, *within), word)
    found = found or next(places.owners(text, *within, word), None)
    return places.settle(found, word, around) if found else None


def _from_rules_of_one(text: str, within: tuple[int, int], around: Surroundings) -> Place | None:
    """The county that a letter of 我局 names alone, where a rule is called after it and the letter says it again.

    A city's or a province's rules hold in its districts as well, so they do not tell whose office writes.
    """
    found = next(places.cited(text, *within), None)
    if found is None or "我局" not in text[slice(*within)]:
        return None
    own = [m for m in around.mentions if within[0] <= m.start < within[1]]
    alone = len(own) > 1 and all(m.named.text == found.named.text for m in own)
    place = places.settle(found, "", around) if alone else None
    return place if place and place.division and place.division.level == "county" else None


def _from_signs(sheet: Sheet, word: str, around: Surroundings) -> Place | None:
    """The only place of its kind that the letter names twice, or the one that signs of several kinds agree on."""
    signs = _signs(sheet, word, around)
    found = places.only_one_named(sheet.reading.text, around.mentions, word)
    place = places.settle(found, word, around) if found else None
    if place and not (place.division and is_contradicted(place.division, signs, word)):
        return place
    return settle_by_signs(signs, word)


def _signs(sheet: Sheet, word: str, around: Surroundings) -> list[Sign]:
    signs = list(signs_in(around, (sheet.layout.opening[0], sheet.layout.body[1])))
    if number := _number(sheet):
        sign = sign_of_number(*number, simple(sheet, "agency", sheet.value("agency", "")), word)
        signs += (sign,) if sign else ()
    signs += (
        Sign(DISTRICTS, m.named.text, m.named.divisions, 0, 0, speaks=False) for m in beside_the_text(sheet)
    )
    return signs


def _number(sheet: Sheet) -> tuple[str, int] | None:
    """The document's number as the reading has it, and its place; None where the text does not print it."""
    found = sheet.findings.get("doc_number")
    if found is None or found.span is None:
        return None
    return simple(sheet, "doc_number", found.value), sheet.reading.place_of(found.span.start)


def _from_assembly(sheet: Sheet, assembly: Assembly | None, around: Surroundings) -> Place | None:
    found = sheet.findings.get("assembly")
    if assembly is None or found is None or len(assembly.place_words) < 2:
        return None
    run = run_of(sheet, found)
    last = None
    for named in names_in(run.text):
        if last is None or named.start == last.end:
            last = named
    if last is None:
        return None
    start, end = run.bounds(last.start, last.end)
    return places.settle(Mention(last, start, end, "assembly"), "", around)


def _put_place(sheet: Sheet, place: Place) -> None:
    mentioned = _as_printed(sheet, place.mention)
    same = place.name == place.mention.named.text
    name = mentioned.value[-len(place.name) :] if same else place.name
    sheet.put("place", replace(mentioned, value=name))
    if place.division:
        sheet.put("place_code", replace(mentioned, value=place.division.code))
    elif place.others:
        evidence = (mentioned,)
        bearers = [Candidate(_full_name(division.code), evidence) for division in place.others]
        sheet.ask("place", "ambiguous-place", "有几个地区都叫这个名称，请选定一个。", *bearers)


def _as_printed(sheet: Sheet, mention: Mention) -> Finding[str]:
    if mention.start == mention.end:
        return Finding(mention.named.text, None, mention.how)
    run = sheet.reading.run(mention.start, mention.end)
    return Finding(run.printed(0, len(run.text)), sheet.reading.span(mention.start, mention.end), mention.how)


def _full_name(code: str) -> str:
    """福州市鼓楼区, 北京市朝阳区."""
    division = by_code()[code]
    above = by_code().get(division.parent)
    return (above.name if above else "") + division.name


def _ask_for_place(sheet: Sheet, word: str, around: Surroundings) -> None:
    hints: dict[str, list[Finding[str]]] = {}
    for code, start, end in around.area_codes:
        for division in places.with_area_code(code):
            if places.fits(division.name, word):
                _hint(sheet, hints, division.name, start, end, AREA_CODE)
    for mention in around.mentions:
        for division in mention.named.divisions:
            above = places.matching_above(division, word)
            if above and (word or division.level == "county"):
                _hint(sheet, hints, above.name, mention.start, mention.end, "text")
    _hint_by_nickname(sheet, hints, word, around)
    _hint_by_number(sheet, hints, word)
    best = sorted(hints, key=lambda name: (-len({f.how for f in hints[name]}), -len(hints[name])))[
        :_MOST_HINTS
    ]
    candidates = [Candidate(name, tuple(hints[name])) for name in best]
    sheet.ask("place", "no-place", "信中没有写明是哪里的人大或政协，请选定地区。", *candidates)


def _hint_by_nickname(
    sheet: Sheet, hints: dict[str, list[Finding[str]]], word: str, around: Surroundings
) -> None:
    """甬城, 襄樊; a short name of today may be part of any word."""
    for found in cities_in(around.text):
        for division in found.divisions:
            if found.text in division.aliases and word and places.fits(division.name, word):
                _hint(sheet, hints, division.name, found.start, found.end, NAME)


def _hint_by_number(sheet: Sheet, hints: dict[str, list[Finding[str]]], word: str) -> None:
    """The first letter of the document's number, where few places share it or another hint agrees."""
    number = _number(sheet)
    if number is None:
        return
    printed, place = number
    among = places.numbering(printed, word)
    for division in among:
        if len(among) <= _FEW or division.name in hints:
            _hint(sheet, hints, division.name, place, place + 1, DOC_NUMBER)


def _hint(
    sheet: Sheet, hints: dict[str, list[Finding[str]]], name: str, start: int, end: int, how: str
) -> None:
    span = sheet.reading.span(start, end)
    finding = Finding(span.of(sheet.reading.original), span, how)
    known = hints.setdefault(name, [])
    if all(f.value != finding.value for f in known):
        known.append(finding)


def read_kind(sheet: Sheet, assembly: Assembly | None) -> None:
    """The assembly settles it; without one the addressee, then what the proposal is called."""
    if assembly:
        if assembly.kind:
            sheet.put("kind", Finding(assembly.kind, sheet.findings["assembly"].span, "assembly"))
        else:
            sheet.ask(
                "kind", "other-kind", "不是人大建议，也不是政协提案，请选定类别。", Candidate("other", ())
            )
        return
    votes = _votes(sheet)
    for how, kind, start, end in votes:
        sheet.put("kind", Finding(kind, sheet.reading.span(start, end), how))
        break
    else:
        sheet.ask("kind", "no-kind", "看不出是人大建议还是政协提案，请选定类别。")


def _votes(sheet: Sheet) -> list[tuple[str, str, int, int]]:
    out = []
    layout = sheet.layout
    title = sheet.title_run()
    top = layout.addressee[0] if layout.has_letter else len(sheet.reading.text)
    spots = [
        ("title", *_ends(title), r"政协|提案", r"人大|代表(?!组)"),
        ("page", 0, min(top, 3000), r"政协|提案[人者]|委员姓名", r"人大|代表姓名|领衔代表"),
        ("addressee", *layout.addressee, r"委\s{0,3}员(?!会)", r"代\s{0,3}表"),
        ("opening", *layout.opening, r"政协|提案", r"人大|议案"),
        ("opening", *layout.opening, r"委员(?:所)?提", r"代表(?:所)?提|代表建议"),
    ]
    for how, start, end, conference, congress in spots:
        cppcc = re.search(conference, sheet.reading.text[start:end])
        npc = re.search(congress, sheet.reading.text[start:end])
        found = cppcc or npc
        if found and not (cppcc and npc):
            out.append((how, "cppcc" if cppcc else "npc", start + found.start(), start + found.end()))
    return out


def _ends(run: Run) -> tuple[int, int]:
    return run.bounds(0, len(run.text)) if run.text else (0, 0)
