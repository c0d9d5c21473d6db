"""Who replies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from replies.text.divisions import fully_named
from replies.text.layout import PARTY
from replies.text.lines import (
    COPIES,
    OFFICE,
    OFFICE_END,
    SITE_GOES_ON,
    Line,
    is_furniture,
    is_office,
    listed_offices,
)
from replies.text.normalize import HAN, Run
from replies.text.numerals import DATE
from replies.text.parsed import Candidate, Finding
from replies.text.reply_fields.co_agencies import parted_by_blanks
from replies.text.reply_fields.named_places import run_of
from replies.text.reply_fields.sheet import Sheet

_TITLE_OFFICE = re.compile(
    rf"(?:^(?:20\d\d年度?)?|.{{4,60}}\((?=.{{12,}}\)$))(?P<name>[{HAN}、]{{2,40}}?(?:{OFFICE_END})(?:\([{HAN}]{{2,16}}\))?)(?=(?:关于|对|就|办理)(?!外))"
)
_ANSWERING = re.compile(rf"^(?P<name>[{HAN}]{{2,30}}?(?:{OFFICE_END}))(?:于|在)?(?=(?:19|20)\d\d年)")
#: 此件由市水利局办理, at the foot of an answer that nobody signs.
_HANDLED_BY = re.compile(
    rf"(?:此|本|该)(?:件|案|提案|建议|议案)(?:已)?由(?P<name>[{HAN}]{{2,30}}?(?:{OFFICE_END}))(?:负责|牵头|具体)?(?:承办|主办|办理|答复)"
)
_LETTERHEAD = re.compile(
    rf"^(?P<name>[{HAN}、]{{3,40}}?(?:{OFFICE_END})(?:\([{HAN}]{{2,16}}\))?)(?:文件|\(.{{1,6}}\))?$"
)
_SOURCE_NOT_AGENCY = re.compile(
    r"政府办(?:公[室厅])?$|报社|报$|网$|网站|电视台|督查|目标绩效|人大|政协|党校|发布$|新闻|融媒|信息中心|日报|政务公开"
    rf"|^(?:办公[室厅]|[{HAN}]{{2,4}}(?:(?<!办事)处|室))$"  # a part of an office, which does not say whose
)
#: Where a site's own lines begin, which name its owner.
_SITE_FOOTER = re.compile(
    r"网站(?:标识码|地图|声明)|站点地图|关于(?:本站|我们)|版权所有|ICP备|公网安备|Copyright|^主办(?:单位)?\s?:"
)
#: What a site says at its top, under its own name.
_SITE_TOP = re.compile(
    r"欢迎(?:访问|光临|您)|当前(?:所在)?(?:位置|页)?\s?[:>]|当前所在|您(?:现在)?所?在?的?位置|^首\s{0,3}页"
)
#: 中国政府网 河北省政府: what a site links to from its top; 国网 and 电网 are companies.
_SITES = re.compile(r"(?<!\S)\S{1,12}(?<![国电])网站?(?!\S)")
_BESIDE_CONTACT = re.compile(
    rf"(?P<name>[{HAN}]{{2,12}}[省市县区州旗][{HAN}]{{2,20}})\s{{1,8}}联\s?系\s?(?:人|电话)"
)
_PLACED = re.compile(r"[省市县区州盟旗]")
_NO_LETTERHEAD = re.compile(rf"(?:建议|提案|信息)?办理$|公开$|(?:(?<!督)查|[交承协主经])办$|{PARTY.pattern}")
#: Who gets a copy, where the word that says so stands in the line above.
_GETS_COPY = re.compile(r"人大常委会|提案委")
_FOOT_LINES = 14
_LETTER_REACH = 4000


def read_agency(sheet: Sheet) -> None:
    """The signature, else the title's or the letterhead's office, else the page's 发布机构."""
    finding = (
        _signature(sheet)
        or _title_office(sheet)
        or _register_office(sheet)
        or _letterhead(sheet)
        or _from_page(sheet, "agency")
        or _named_lead(sheet)
        or _said_to_handle(sheet)
        or _from_page(sheet, "source")
    )
    if finding is None and is_office(sheet.page.get("agency", "")):
        finding = Finding(sheet.page["agency"], None, "page")
    sheet.put("agency", finding)
    if finding and finding.how == "signature":
        _ask_of_others_who_sign(sheet, run_of(sheet, finding))
    if finding is None:
        sheet.ask("agency", "no-agency", "信中没有写明承办单位，请填写。", *_hints(sheet))


def _signature(sheet: Sheet) -> Finding[str] | None:
    lines = sheet.layout.letter_lines
    signed = sheet.findings.get("reply_date")
    if signed and signed.span and signed.how == "signature":
        start = sheet.reading.place_of(signed.span.start)
        at = next(i for i, line in enumerate(lines) if line.end > start)
        if finding := _before_date(sheet, lines[at], start):
            return finding
        for line in (*reversed(lines[max(0, at - 2) : at]), *lines[at + 1 : at + 2]):
            if finding := _office_line(sheet, line):
                return _with_line_above(sheet, lines, line) or _first_of(sheet, lines, line) or finding
    foot = sheet.layout.tail_lines[:_FOOT_LINES]
    listed = listed_offices(foot)
    for line in foot:
        if COPIES.search(line.text) or SITE_GOES_ON.search(line.text) or _SITE_FOOTER.search(line.text):
            break
        if line.start in listed:
            continue
        if finding := _office_line(sheet, line):
            return _with_line_above(sheet, lines, line) or finding
        if finding := _beside_contact(sheet, line):
            return finding
    return None


def _beside_contact(sheet: Sheet, line: Line) -> Finding[str] | None:
    """平江县民政局  联系电话：…: an office with its place, where the line of the date is lost."""
    m = _BESIDE_CONTACT.match(line.text)
    run = sheet.reading.run(line.start, line.start + m.end("name")) if m else None
    return sheet.found_in(run, 0, len(run.text), "signature") if run and is_office(run.text) else None


def _first_of(sheet: Sheet, lines: tuple[Line, ...], line: Line) -> Finding[str] | None:
    """The first of offices that sign one under the other: whoever leads stands first."""
    i = next(n for n, other in enumerate(lines) if other.start == line.start)
    first = None
    while i and (above := _office_line(sheet, lines[i - 1])):
        first, i = above, i - 1
    return first


def _ask_of_others_who_sign(sheet: Sheet, agency: Run) -> None:
    """Offices beside the one that signs, in its line, the line above it or the next."""
    lines = sheet.layout.letter_lines
    at = next((i for i, line in enumerate(lines) if line.start <= agency.places[0] < line.end), None)
    others = []
    for line in lines[max(0, at - 1) : at + 2] if at is not None else ():
        run = sheet.reading.run(line.start, line.end)
        for name in parted_by_blanks(DATE.sub("", line.text)) or [line.closed]:
            start = run.text.find(name)
            if is_office(name) and start >= 0 and name not in agency.text and agency.text not in name:
                found = sheet.found_in(run, start, start + len(name), "signature")
                others.append(Candidate(found.value, (found,)))
    if others:
        sheet.ask(
            "agency", "several-signers", "信末落款不止一个单位，请核对主办单位，其余填入协办单位。", *others
        )


def _before_date(sheet: Sheet, line: Line, date_start: int) -> Finding[str] | None:
    run = sheet.reading.run(line.start, date_start)
    several = parted_by_blanks(sheet.reading.text[line.start : date_start])
    end = len(several[0]) if several else len(run.text)
    return sheet.found_in(run, 0, end, "signature") if is_office(run.text[:end]) else None


def _office_line(sheet: Sheet, line: Line) -> Finding[str] | None:
    if len(line.text) > 60 or is_furniture(line) or COPIES.search(line.text) or DATE.search(line.text):
        return None
    run = sheet.reading.run(line.start, line.end)
    text = run.text.rstrip("。.")
    seal = re.search(r"\((?:盖?公?章|印章|代章)\)$", text)
    text = text[: seal.start()] if seal else text
    if _GETS_COPY.search(text):
        return None
    several = parted_by_blanks(line.text)
    if several and text.startswith(several[0]):
        return sheet.found_in(run, 0, len(several[0]), "signature")
    return sheet.found_in(run, 0, len(text), "signature") if is_office(text) else None


def _with_line_above(sheet: Sheet, lines: tuple[Line, ...], line: Line) -> Finding[str] | None:
    """A long name broken over two lines: 中共温州市委 / 组织部 stays apart, 寻甸回族彝族自治县 / 水务局 does not."""
    i = next(n for n, other in enumerate(lines) if other.start == line.start)
    above = lines[i - 1].closed if i else ""
    if not (re.fullmatch(rf"[{HAN}]{{3,14}}(?:省|市|县|区|州|盟|旗)", above) or fully_named(above)):
        return None
    run = sheet.reading.run(lines[i - 1].start, line.end)
    return sheet.found_in(run, 0, len(run.text), "signature") if is_office(run.text) else None


def _title_office(sheet: Sheet) -> Finding[str] | None:
    """The office before 关于 or 对, in the letter's title or in the page's."""
    for run in _titles(sheet):
        m = _TITLE_OFFICE.match(run.text)
        if m and is_office(m["name"]) and re.search(r"答|复|函|建议|提案", run.text[m.end() :]):
            return sheet.found_in(run, m.start("name"), m.end("name"), "title")
    return None


def _titles(sheet: Sheet) -> Iterator[Run]:
    yield sheet.title_run()
    for line in reversed(sheet.layout.head_lines):
        if len(line.text) < 160:
            yield sheet.reading.run(line.start, line.end)
    for item in sheet.labels.get("title", ()):
        yield sheet.reading.run(item.start, item.end)


def _register_office(sheet: Sheet) -> Finding[str] | None:
    for line in sheet.layout.lines[:60]:
        if "年" not in line.text:
            continue
        run = sheet.reading.run(line.start, min(line.end, line.start + 80))
        m = _ANSWERING.match(run.text)
        if m and is_office(m["name"]) and re.search(r"日(?:作出)?(?:答复|回复|办复)", run.text):
            return sheet.found_in(run, 0, m.end("name"), "register")
    return None


def _letterhead(sheet: Sheet) -> Finding[str] | None:
    """An office on a line of its own; a site's name above its menu is one only with its place."""
    lines = sheet.layout.head_lines
    menu = max((i + 1 for i, line in enumerate(lines) if _SITE_TOP.search(line.text)), default=0)
    if found := next(_letterheads(sheet, lines[menu:]), None):
        return found
    above = [line for line in lines[:menu] if not _SITE_TOP.search(line.text)]
    return next((name for name in _letterheads(sheet, above) if _PLACED.search(name.value)), None)


def _letterheads(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Finding[str]]:
    labelled = [item.start for items in sheet.labels.values() for item in items]
    listed = listed_offices(lines)
    for line in lines:
        if len(line.text) > 60 or is_furniture(line) or _SITES.search(line.text) or line.start in listed:
            continue
        if any(line.start <= at < line.end for at in labelled):
            continue
        run = sheet.reading.run(line.start, line.end)
        text = run.text.lstrip("•·-*")
        if is_office(text) and (whole := _with_line_above(sheet, sheet.layout.head_lines, line)):
            yield replace(whole, how="letterhead")
        m = _LETTERHEAD.match(text)
        if m and is_office(m["name"]) and not _NO_LETTERHEAD.search(text):
            start = len(run.text) - len(text)
            yield sheet.found_in(run, start, start + m.end("name"), "letterhead")


def _from_page(sheet: Sheet, kind: str) -> Finding[str] | None:
    for item in sheet.labels.get(kind, ()):
        run = sheet.reading.run(item.start, item.end)
        if is_office(run.text) and not (kind == "source" and _is_other_source(sheet, run.text)):
            return sheet.found_in(run, 0, len(run.text), "page")
    return None


def _is_other_source(sheet: Sheet, name: str) -> bool:
    """A paper, the site's own office, or a government where the letter speaks of 我局."""
    start, end = sheet.layout.opening[0], sheet.layout.body[1]
    own = re.search(r"我(?P<self>[局厅委])", sheet.reading.text[start : min(end, start + _LETTER_REACH)])
    return bool(
        _SOURCE_NOT_AGENCY.search(name) or (own and not re.search(rf"{own['self']}|委员会$", name[-4:]))
    )


def _named_lead(sheet: Sheet) -> Finding[str] | None:
    """承办单位: of a register or beside the contact; a government or its office there is the site's owner."""
    top = sheet.layout.addressee[0] if sheet.layout.has_letter else len(sheet.reading.text)
    for item in sheet.labels.get("lead", ()):
        run = sheet.reading.run(item.start, item.end)
        owner = re.search(r"政府|办公室|办公厅|数据|信息|网", run.text)
        if is_office(run.text) and (item.end <= top or not owner):
            return sheet.found_in(run, 0, len(run.text), "label")
    return None


def _said_to_handle(sheet: Sheet) -> Finding[str] | None:
    run = sheet.reading.run(*sheet.layout.opening)
    lines = [sheet.reading.run(line.start, line.end) for line in sheet.layout.letter_lines[-_FOOT_LINES:]]
    for part in (*reversed(lines), run):
        m = _HANDLED_BY.search(part.text)
        if m and is_office(m["name"]):
            return sheet.found_in(part, *m.span("name"), "text")
    return None


def _hints(sheet: Sheet) -> list[Candidate]:
    """Offices that the page or the letter's foot names without saying that they reply."""
    hints = []
    for kind in ("lead", "contact_office", "source"):
        for item in sheet.labels.get(kind, ()):
            run = sheet.reading.run(item.start, item.end)
            if found := OFFICE.match(run.text):
                hints.append(Candidate(found.group(), (sheet.found_in(run, 0, found.end(), "page"),)))
    return hints
