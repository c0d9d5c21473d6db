"""Places as the offices around a letter bear their names: who signs, what stands above and below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from replies.text import places
from replies.text.divisions import names_in
from replies.text.lines import Line
from replies.text.normalize import HAN, Run, read
from replies.text.parsed import Finding
from replies.text.places import Mention
from replies.text.reply_fields.sheet import Sheet

_PAGE_REACH = 160
_FOOT = 300  # lines; no page has more under a letter
_COPIES = re.compile(r"\W*(?:抄|主)\s*[送报题]")
_ASSEMBLY = re.compile("人大|人民代表|人代会|政协")
_LABEL = re.compile(
    r"\W{0,2}(?:联系(?:单位|人|电话|方式)(?:[及和与、]?(?:联系)?(?:电话|方式|人))?|(?:主办|承办|维护)(?:单位)?|版权所有|(?:单位)?地址)\s?[::]\s{0,4}"
)
#: The parts of 首页 > 沧县水利局 > 建议提案, and of 欢迎访问沧县人民政府网站.
_PART = re.compile(rf"(?:欢迎(?:访问|来到|光临)|版权所有)?(?P<part>[{HAN}]{{3,}})")

#: Ministries, and what is called 国家… or 国务院…; their branches have a place in their names.
_OF_THE_STATE = re.compile(
    r"(?:中华人民共和国|中国)?(?:(?:外交|国防|教育|科技|科学技术|工信|工业和信息化|公安|民政|司法|财政|人社|人力资源(?:和)?社会保障|自然资源|国土资源|生态环境"
    r"|环境保护|住建|住房(?:和)?城乡建设|交通运输|铁道|水利|农业|农业农村|商务|文化|文化和旅游|卫生|应急管理|退役军人事务)部"
    rf"|(?:国家|国务院)(?![{HAN}]*[省市县区州盟旗])[{HAN}]{{2,14}}(?:局|署|委|委员会|办公室|办)|最高人民(?:法院|检察院))"
)


def is_of_the_state(agency: str) -> bool:
    """民政部, 国家医疗保障局: whose letters are of no place, whoever puts them on a page."""
    return bool(_OF_THE_STATE.fullmatch(agency))


def offices_named(sheet: Sheet, word: str) -> Iterator[Mention]:
    """Names, best first: whose deputies the title speaks of; offices that sign, title, letterhead, page, footer."""
    yield from _before_the_assembly(sheet.title_run(), "reply_title")
    yield from _of_the_letter(sheet, word)
    yield from _before_the_assembly(sheet.layout.opening_run, "opening")
    head = [line for line in sheet.layout.head_lines if len(line.text) <= _PAGE_REACH]
    for line in head:
        yield from _leading(sheet, sheet.reading.run(line.start, line.end), "letterhead")
    for kind in ("agency", "source", "lead"):
        for item in sheet.labels.get(kind, ()):
            yield from _leading(sheet, sheet.reading.run(item.start, item.end), "page")
    yield from beside_the_text(sheet)
    tail = [line for line in sheet.layout.tail_lines[:_FOOT] if len(line.text) <= _PAGE_REACH]
    tail = [line for line in tail if not _COPIES.match(line.text)]
    for line in tail:
        label = _LABEL.match(line.text)
        start = line.start + (label.end() if label else 0)
        yield from _leading(sheet, sheet.reading.run(start, line.end), "footer")
    for lines, how in ((head, "page"), (tail, "footer")):
        for line in lines:
            yield from _in_parts(sheet, line, word, how)


def _of_the_letter(sheet: Sheet, word: str) -> Iterator[Mention]:
    for key in ("agency", "reply_title"):
        found = sheet.findings.get(key)
        if not (found and found.span):
            continue
        run = run_of(sheet, found)
        if key == "agency" and (branch := places.branch(run.text, word)):
            yield Mention(branch, *run.bounds(branch.start, branch.end), key)
        leading = list(_leading(sheet, run, key))
        yield from leading
        if key == "agency" and not leading:
            inside = _named_inside(run) or _short_name_first(run, word)
            yield from (inside,) if inside else ()


def governments_that_help(sheet: Sheet, word: str) -> Iterator[Mention]:
    """义安区政府, which helps an office of 市: whoever is asked by a city's office lies in that city."""
    found = sheet.findings.get("co_agencies")
    if not word or found is None or found.span is None:
        return
    run = run_of(sheet, found)
    for mention in places.mentions_in(run.text, 0, len(run.text), "co_agencies"):
        governs = run.text.startswith(("政府", "人民政府"), mention.end)
        if governs and not places.fits(mention.named.text, word):
            yield Mention(mention.named, *run.bounds(mention.start, mention.end), mention.how)


def _before_the_assembly(run: Run, how: str) -> Iterator[Mention]:
    """洪山区 of 武汉市洪山区人大代表建议: a title that says neither term nor session still says whose deputies."""
    for named in names_in(run.text):
        if len(named.text) > 2 and _ASSEMBLY.match(run.text, named.end):  # 办理县人大 names no 理县
            yield Mention(named, *run.bounds(named.start, named.end), how)


def beside_the_text(sheet: Sheet) -> Iterator[Mention]:
    """发布机构 of a page's own table, which is no part of the text."""
    office = read(sheet.page.get("agency", "")).text
    if found := places.leading_mention(office, 0, len(office), "page"):
        yield found._replace(start=0, end=0)


def _leading(sheet: Sheet, run: Run, how: str) -> Iterator[Mention]:
    found = places.leading_mention(run.text, 0, len(run.text), how)
    if found:
        yield Mention(found.named, *run.bounds(found.start, found.end), how)


def _named_inside(run: Run) -> Mention | None:
    """国家税务总局平江县税务局, 中共平江县委宣传部: the first chain of names in an office's."""
    first = next(iter(names_in(run.text)), None)
    found = places.leading_mention(run.text, first.start, len(run.text), "agency") if first else None
    return Mention(found.named, *run.bounds(found.start, found.end), "agency") if found else None


def _short_name_first(run: Run, word: str) -> Mention | None:
    found = places.leading_short_name(run.text, word)
    return Mention(found, *run.bounds(found.start, found.end), "agency") if found else None


def _in_parts(sheet: Sheet, line: Line, word: str, how: str) -> Iterator[Mention]:
    """The place that a line of a page names between its signs; none where it lists several."""
    text = sheet.reading.text
    parts = [part.span("part") for part in _PART.finditer(text, line.start, line.end)]
    leading = (places.leading_mention(text, start, end, how) for start, end in parts)
    found = places.one_that_fits((mention for mention in leading if mention), word)
    if found and word:
        yield found


def simple(sheet: Sheet, key: str, default: str) -> str:
    """A value in the reading's script and width."""
    found = sheet.findings.get(key)
    if found is None or found.span is None:
        return default
    return run_of(sheet, found).text


def run_of(sheet: Sheet, found: Finding[Any]) -> Run:
    assert found.span is not None
    return sheet.reading.run(sheet.reading.place_of(found.span.start), sheet.reading.place_of(found.span.end))
