"""The document's number, the proposal's number, and the class of the result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replies.text.lines import Line
from replies.text.normalize import HAN, Run
from replies.text.parsed import Finding
from replies.text.reply_fields.sheet import Sheet

_YEAR = r"(?:[〔(]\s?(?:19|20)\d\d\s?年?\s?[〕)]|(?:19|20)\d\d年?)"
_DOC_NUMBER = re.compile(
    rf"(?P<prefix>[{HAN}A-Za-z]{{1,16}}?(?:(?<=[{HAN}]字):(?=〔))?)(?P<year>{_YEAR})(?P<item>第?[A-Z]?-?\d{{1,6}}(?:-\d{{1,4}})?号|第?来信号|[A-Z]?\d{{1,5}}(?!\d|年|-))"
)
_FOUR_DIGITS = re.compile(r"19\d\d|20\d\d")
_NOT_PREFIX = re.compile(
    r"^(?:关于|对|文号|号|发文字号|公开方式|签发人|.*(?:会议|届|第|日期|时间|索引|发布|成文|生成|ICP|网安))"
)
_NAMES_PROPOSAL = re.compile(r"(?:建议|提案|议案)$")
_LABEL_BEFORE = re.compile(rf"^(?:文号|发文字号|发文号|文件编号|字号)+:?|^[A-D]类?(?=[{HAN}])")
_OTHER_LABEL = re.compile(r"(?<!号):$")
_LEAST_PREFIX = 3  # 潼民发

#: 317, 0488, Y19, 163-069; 16-3-45 is term, session and item.
_ITEM = r"[A-Za-z]{0,3}-?(?:\d{1,2}-\d{1,2}-\d{1,4}|\d{1,12}(?:[A-Z]\d{1,6}|-\d{1,4})?)"
_ITEMS = rf"第?{_ITEM}号?(?:[、,和及与]第?{_ITEM}号?)*"
_KIND = r"(?:人大代表|政协委员|代表|委员|人大|政协|集体|党派|重点|闭会|会议|平时|联名|个人|界别|大会)*(?:建议案?|提案|议案)"
#: 会议甬52号建议: each delegation counts its own, so the number alone names several proposals.
_OWN_COUNT = rf"(?![第上中的期间时共等内总])[{HAN}]\d{{1,4}}"
#: 第B〔2021〕18号建议: the list it stands in, and that list's year.
_OF_A_YEAR = r"[A-Z][(〔](?:19|20)\d\d年?[)〕]\d{1,4}"
_PROPOSAL_NUMBER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"次会议(?P<n>{_OWN_COUNT})号(?={_KIND})",
        rf"第(?P<n>{_OF_A_YEAR})号(?={_KIND})",
        rf"第[(〔](?P<n>{_ITEM})[)〕](?:号|(?={_KIND}))",
        rf"第(?P<n>{_ITEM}(?:号?[、,和及与]第?{_ITEM})*)号?(?:\([^()]{{0,20}}\))?(?:{_KIND})",
        rf"(?P<n>{_ITEM}(?:号?[、,和及与]第?{_ITEM})*)[”\"]?号[”\"]?(?:\([^()]{{0,20}}\))?(?:{_KIND})",
        rf"(?:{_KIND})\(?(?:编号:?)?(?:(?:19|20)\d\d年)?第?(?P<n>{_ITEM})(?!\d|年)号?\)?",
        rf"[(〔](?:{_KIND})?(?:编号)?:?第?(?P<n>{_ITEM}(?:号?[、,和及与]第?{_ITEM})*)号(?:\([^()]{{0,20}}\))?(?:{_KIND})?[^()]{{0,6}}[)〕]",
        rf"第(?P<n>{_ITEM}(?:号?[、,和及与]第?{_ITEM})*)号",
        rf"(?:编号|案号|提案号|建议号)(?:为|是)?:?第?(?P<n>{_ITEM})号?",
        rf"次会议(?P<n>{_ITEM})号",
        rf"[》”][(〔](?P<n>{_ITEM})[)〕](?!年)",
        r"第(?P<n>来信)号|(?P<m>来信)(?:建议|提案)",
        rf"第(?P<n>[一二三四五六七八九十百零〇]{{1,5}})号(?:{_KIND})",
    )
)

_CLASS_VALUE = re.compile(r"^[(\"“'’]{0,2}(?P<c>[A-D])\d?[)\"”'’]{0,2}(?:类|级|$|[\s,;。)(])")
_CLASS_ALONE = re.compile(r"^[(〔\"“]{0,2}(?P<c>[A-D])[1-3]?\s{0,2}(?:类?[)〕\"”]{0,2}|[)〕\"”]类)$")
_CLASS_AFTER_NUMBER = re.compile(r"号\s{0,80}[(〔]?(?P<c>[A-D])[1-3]?\s{0,2}(?:类|[)〕]|$)")
_CLASS_IN_TITLE = re.compile(r"[(〔](?P<c>[A-D])类?[)〕]|(?:答复|复函|函|意见)(?P<d>[A-D])类?$")
_CLASS_LABEL = re.compile(
    r"(?:办\s?复|办\s?理|答\s?复|回\s?复|办\s?结)?(?:类\s{0,4}别|结\s{0,4}果|等\s{0,4}级|分\s{0,4}类|类\s{0,4}型|(?<![\u4e00-\u9fff])标\s{0,4}[记识])(?:标记|标识|标注|为)?\s{0,2}[::]?\s{0,4}[(“\"]?(?P<c>[A-D])[1-3]?(?![A-Za-z0-9])"
)
_CLASS_CHOICE = re.compile(
    r"(?P<before>[√✓☑■]\s?)?(?<![A-Za-z0-9])(?P<c>[A-D])\s?类?\s?(?P<tick>[√✓☑■])?(?![A-Za-z0-9])"
)
_SHORT = 160
#: What may stand on the line of a document's number that reads 市提案〔2020〕12号: a class, not a title.
_BESIDE_NUMBER = 4


def read_doc_number(sheet: Sheet) -> None:
    """Above the letter: a line, a label or the end of the title; never a number cited in the text."""
    for item in sheet.labels.get("doc_number", ()):
        if finding := _doc_number_in(sheet, sheet.reading.run(item.start, item.end), "page"):
            sheet.put("doc_number", finding)
            return
    for line in sheet.layout.head_lines:
        if len(line.text) <= _SHORT and (finding := _doc_number_in(sheet, _run(sheet, line), "letterhead")):
            sheet.put("doc_number", finding)
            return
    if found := _DOC_NUMBER.search(re.sub(r"\s", "", sheet.page.get("doc_number", ""))):
        sheet.put("doc_number", Finding(found.group(), None, "page"))


def _doc_number_in(sheet: Sheet, run: Run, how: str) -> Finding[str] | None:
    for m in _DOC_NUMBER.finditer(run.text) if _FOUR_DIGITS.search(run.text) else ():
        start = m.start() + (label.end() if (label := _LABEL_BEFORE.match(m["prefix"])) else 0)
        start = max(start, m.start("year") - _last_word(sheet, run, start, m.start("year")))
        prefix = run.text[start : m.start("year")]
        quoted = run.text.count("《", 0, start) > run.text.count("》", 0, start)
        bare = m["year"][0] not in "〔("
        if not prefix or quoted or _NOT_PREFIX.match(prefix) or (bare and not m["item"].endswith("号")):
            continue
        if _NAMES_PROPOSAL.search(prefix) and len(run.text) > m.end() - start + _BESIDE_NUMBER:
            continue
        return sheet.found_in(run, start, m.end(), how)
    return None


def _last_word(sheet: Sheet, run: Run, start: int, end: int) -> int:
    """How long the prefix is, without what another label says before it: 签发人：杨亮 潼民发〔2024〕5号."""
    if not _OTHER_LABEL.search(run.text[:start]):
        return end - start
    words = sheet.reading.text[slice(*run.bounds(start, end))].split()
    return len(words[-1]) if words and len(words[-1]) >= _LEAST_PREFIX else end - start


def _run(sheet: Sheet, line: Line) -> Run:
    return sheet.reading.run(line.start, line.end)


def read_proposal_number(sheet: Sheet) -> None:
    """From the title, else the opening; several numbers are a list, zeros stay."""
    for how, run in _sources(sheet):
        bare = re.fullmatch(rf"第?(?P<n>{_ITEM})号?", run.text) if how == "label" else None
        if bare:
            sheet.put("proposal_number", Finding(bare["n"], run.span(*bare.span("n")), how))
            return
        if finding := proposal_number_in(run, how):
            sheet.put("proposal_number", finding)
            return


def _sources(sheet: Sheet) -> Iterator[tuple[str, Run]]:
    yield "title", sheet.title_run()
    yield "opening", sheet.layout.opening_run
    for item in sheet.labels.get("proposal_number", ()):
        yield "label", sheet.reading.run(item.start, item.end)
    for line in sheet.layout.head_lines[-12:]:
        if len(line.text) <= _SHORT:
            yield "page", _run(sheet, line)


def proposal_number_in(run: Run, how: str) -> Finding[str | list[str]] | None:
    text = _without_titles(run.text)
    for pattern in _PROPOSAL_NUMBER:
        for m in pattern.finditer(text):
            group = "n" if m["n"] else "m"
            if _is_document(text, m.start(group)):
                continue
            several = rf"^(?:{_OWN_COUNT}|{_OF_A_YEAR})$|{_ITEM}|来信|^[一二三四五六七八九十百零〇]+$"
            items = re.findall(several, m[group])
            value: str | list[str] = items[0] if len(items) == 1 else items
            return Finding(value, run.span(m.start(group), m.end(group)), how)
    return None


def _without_titles(text: str) -> str:
    """Blank out what stands in 《》: a number in the proposal's title is not its number."""
    return re.sub(r"《[^《》]*》", lambda m: "《" + "\0" * (len(m.group()) - 2) + "》", text)


def _is_document(text: str, at: int) -> bool:
    """〔2019〕70号 is a document's number, 函2023年第5号 too; 2023年第5号提案 is not."""
    before = text[max(0, at - 10) : at]
    return bool(
        re.search(r"(?<!第)(?:[〔(](?:19|20)\d\d年?[〕)]|[函字发复文办](?:19|20)\d\d年?)第?$", before)
    )


def read_result_class(sheet: Sheet) -> None:
    """A, B, C or D as printed: behind its label, alone at the top, behind the number, in the title."""
    for item in sheet.labels.get("class", ()):
        if m := _CLASS_VALUE.match(item.value):
            _put_class(sheet, item.value, item.start, m.start("c"), "label")
            return
    lines = [
        line for line in (*sheet.layout.head_lines, *sheet.layout.tail_lines) if len(line.text) <= _SHORT
    ]
    for pattern, how in (
        (_CLASS_LABEL, "label"),
        (_CLASS_ALONE, "letterhead"),
        (_CLASS_AFTER_NUMBER, "number"),
    ):
        for line in lines:
            if m := pattern.search(line.text):
                _put_class(sheet, line.text, line.start, m.start("c"), how)
                return
    title = sheet.title_run()
    if m := _CLASS_IN_TITLE.search(title.text):
        start, end = title.bounds(m.start("c" if m["c"] else "d"), m.end())
        _put_class(sheet, sheet.reading.text[start:end], start, 0, "title")


def _put_class(sheet: Sheet, text: str, offset: int, at: int, how: str) -> None:
    """A form that prints all classes says which one only by its tick."""
    choices = list(_CLASS_CHOICE.finditer(text))
    if len({m["c"] for m in choices}) > 1:
        ticked = [m for m in choices if m["tick"] or m["before"]]
        if len(ticked) != 1:
            sheet.ask(
                "result_class", "no-class-ticked", "表中列有多个办理结果类别，看不出选的是哪一类，请选定。"
            )
            return
        at = ticked[0].start("c")
    start = offset + at
    span = sheet.reading.span(start, start + 1)
    sheet.put("result_class", Finding(sheet.reading.text[start], span, how))
