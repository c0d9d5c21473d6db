"""Which assembly, term and session: 市十三届人大四次会议 and the dozen other orders it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from replies.text.divisions import name_before
from replies.text.normalize import Run
from replies.text.numerals import NUMBER, whole_number
from replies.text.parsed import Finding
from replies.text.reply_fields.sheet import Sheet

_CONGRESS = r"人民代表大会|人民代表会议|人大代表大会|人代会|人大会议|人大(?!代表)"
_CONFERENCE = r"中国人民政治协商会议|人民政治协商会议|政治协商会议|人民政协|政协会议|政协"
_PARTY = r"党员?代表大会|党代会"
_TERM = rf"(?:第?{NUMBER}届届?)"  # whoever fills a form in may write the 届 or 次 that stands there again
_SESSION = rf"(?:第?{NUMBER}次次?(?:全体)?(?:会议|大会|全会|会)|第?{NUMBER}次(?={_CONGRESS}|{_CONFERENCE})|(?<=届)第?{NUMBER}次(?=委员第|代表第|第\d|《|的?(?:建议|提案|议案)))"
_BODY = rf"(?:{_CONFERENCE}|{_CONGRESS}|{_PARTY}|委员会|常务委员会|常委会)"
#: 会议和县政协, 会议建议和县政协 lead to another assembly, 政协和县 is one of 和县.
_INNER_PLACE = rf"(?:(?!(?<=会议)[和与及]|建议|提案|议案)[^在于的对提委代会您你们,.:;()《》“”\d]{{0,14}}?[省市县区州盟旗镇乡](?={_TERM}|委员会|{_CONGRESS}|{_CONFERENCE}))"
#: 政协某某第十三届委员会第二次会议: whatever a mirror puts in the place of the place.
_OTHER_PLACE = rf"(?:(?<=政协)(?!第)[\u4e00-\u9fff]{{2,16}}?(?=第?{NUMBER}届委员会第?{NUMBER}次))"
_ASSEMBLY = re.compile(
    rf"(?:{_CONFERENCE}|{_CONGRESS}|{_TERM}|第?{NUMBER}次(?={_PARTY}))"
    rf"(?:{_BODY}|{_TERM}|{_SESSION}|全国|{_INNER_PLACE}|{_OTHER_PLACE}|\((?={_TERM}|{_SESSION})|(?<=[届议会])\)){{1,7}}"
)
_TERM_OF = re.compile(rf"第?(?P<n>{NUMBER})(?:届|次(?={_PARTY}))")
_SESSION_OF = re.compile(rf"第?(?P<n>{NUMBER})次(?!{_PARTY})")
_LEVEL_BEFORE = re.compile(r"(?:全国|自治区|自治州|自治县|自治旗|省|市|县|区|州|盟|旗|镇|乡)$")
#: What may stand before a name of two characters: 办理县十八届 does not speak of 理县.
_STANDS_ALONE = re.compile(r"(?:^|[省市州盟在于对向的,.:;()《“]|政协|协商会议)$")
#: 《关于做好市十三届人大四次会议代表建议办理工作的通知》, under which the office answers.
_NOTICE = re.compile(
    r"《(?P<name>[^《》\n]{0,80}?(?:办理|办好|做好)[^《》\n]{0,100}?(?:建议|提案|议案)[^《》\n]{0,40}通知)》"
)
_NOTICE_REACH = 1500
_OUTSIDE = 30


@dataclass(frozen=True, slots=True)
class Assembly:
    """What an assembly's name says; start and end count in the run it was found in."""

    start: int
    end: int
    kind: str | None
    is_party: bool
    term: int | None
    session: int | None
    place_words: str

    @property
    def weight(self) -> tuple[bool, bool, int]:
        return (self.session is not None, self.term is not None, len(self.place_words))


def read_assembly(sheet: Sheet) -> Assembly | None:
    """From the title, else from the opening, the lines above the letter, or the notice it answers under."""
    best: tuple[Assembly, Run, str] | None = None
    for how, run in _sources(sheet):
        found = max(assemblies_in(run.text), key=lambda a: a.weight, default=None)
        if found and (best is None or found.weight[:2] > best[0].weight[:2]):
            best = (found, run, how)
            if found.term is not None and found.session is not None:
                break
    if best is None:
        return None
    found, run, how = best
    sheet.put("assembly", sheet.found_in(run, found.start, found.end, how))
    for key, number, pattern in (("term", found.term, _TERM_OF), ("session", found.session, _SESSION_OF)):
        at = pattern.search(run.text, found.start, found.end)
        if number is not None and at:
            sheet.put(key, Finding(number, run.span(at.start(), at.end()), how))
    return found


def _sources(sheet: Sheet) -> Iterator[tuple[str, Run]]:
    layout = sheet.layout
    yield "title", sheet.title_run()
    yield "opening", layout.opening_run
    for line in layout.head_lines:
        if len(line.text) < 160:
            yield "page", sheet.reading.run(line.start, line.end)
    yield from _of_the_notice(sheet)


def _of_the_notice(sheet: Sheet) -> Iterator[tuple[str, Run]]:
    """A notice may order the answers to two assemblies: who is addressed tells which."""
    start, end = sheet.layout.addressee
    addressed = sheet.reading.text[start:end]
    kind = "npc" if "代表" in addressed else "cppcc" if "委员" in addressed else None
    if notice := _NOTICE.search(sheet.reading.text, start, end + _NOTICE_REACH):
        run = sheet.reading.run(*notice.span("name"))
        among = [found for found in assemblies_in(run.text) if found.kind == kind]
        for found in among if len(among) == 1 else ():
            yield "notice", sheet.reading.run(*run.bounds(found.start, found.end))


def assemblies_in(text: str) -> list[Assembly]:
    return [found for m in _ASSEMBLY.finditer(text) if (found := _assembly(text, m))]


def _assembly(text: str, m: re.Match[str]) -> Assembly | None:
    core = m.group()
    term, session = _TERM_OF.search(core), _SESSION_OF.search(core)
    if not (term or session):
        return None
    kind = "cppcc" if re.search(_CONFERENCE, core) else "npc" if re.search(_CONGRESS, core) else None
    is_party = bool(re.search(_PARTY, core))
    if kind is None and not is_party:
        return None
    start = _with_place(text, m.start())
    return Assembly(
        start,
        m.end(),
        kind,
        is_party,
        whole_number(term["n"]) if term else None,
        whole_number(session["n"]) if session else None,
        text[start : m.start()] or _inner_place(core),
    )


def _with_place(text: str, at: int) -> int:
    """Back over the name or the level word before it: 平江县, 重庆市铜梁区, 市, 全国."""
    before = text[max(0, at - _OUTSIDE) : at]
    offset = at - len(before)
    named = name_before(before, len(before))
    if named and (len(named.text) > 2 or _STANDS_ALONE.search(before[: named.start])):
        return offset + named.start
    town = re.search(r"(?:^|[关于对在市县区旗到])(?P<town>[^在于对们您你关省市县区]{1,5}[镇乡])$", before)
    if town:
        return offset + town.start("town")
    level = _LEVEL_BEFORE.search(before)
    return offset + level.start() if level else at


def _inner_place(core: str) -> str:
    """政协沧县第十四届委员会, 政协第十届温州市委员会, 十三届全国人大."""
    if "全国" in core:
        return "全国"
    bare = re.sub(rf"{_CONFERENCE}|{_CONGRESS}|{_TERM}", lambda m: " " if m.group() else "", core)
    inner = re.search(r"[^ 第届次会议委员]{0,14}?[省市县区州盟旗镇乡](?= |委员会|第|$)", bare)
    return inner.group() if inner else ""
