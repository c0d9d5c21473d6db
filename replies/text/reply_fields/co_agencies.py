"""Who helped the office that replies, and which bodies are offices at all."""

from __future__ import annotations

import re

from replies.text.lines import OFFICE_END, is_office
from replies.text.normalize import HAN, Run
from replies.text.parsed import Finding
from replies.text.reply_fields.sheet import Sheet

_NAME = rf"(?!等)[{HAN}]{{1,24}}?(?:{OFFICE_END})(?:\([{HAN}]{{2,16}}\))?"
_NAMES = rf"(?:{_NAME}(?:[、,和及与]|以及)?){{1,14}}"
_AND_OTHERS = r"(?:等(?:\d+个|多个)?(?:相关|有关|协办|会办)?(?:部门|单位)?)?"
_HELPED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:^|[,。;:、]|主办)(?P<names>{_NAMES})(?:等(?:部门|单位)?)?(?:共同)?(?:协办|会办(?!公)|协助办理|配合办理)(?!单位|部门)",
        rf"(?:会同|商同|协同|会商|经商|商请|征求了?|商得|会签|联合)(?P<names>{_NAMES}){_AND_OTHERS}(?:的?意见|共同|认真|联合|进行|积极|研究|协商|会商|办理|商|就|对|同意|[答回]复|,|。|、|现)",
        rf"(?:结合|综合|汇总|根据|依据|按照|参照|吸收|采纳)(?:了)?(?P<names>{_NAMES}){_AND_OTHERS}的?(?:协办|会办)(?:单位)?意见",
        rf"(?:与|同|(?<![{HAN}])和|(?<=[局厅委部办府院们心会])和)(?P<names>{_NAMES}){_AND_OTHERS}(?:共同|联合|进行(?:了)?)?(?:认真)?(?:研究|协商|会商|商议|商讨|沟通|办理|对接)",
    )
)
#: Words that join or count offices: a name with one of them is a stretch of the sentence.
_NOT_IN_NAME = re.compile(r"会同|单位|进行|协办|等(?!级)")
_LEADS_IN = re.compile(r"^(?:经|由|并|现|征求了?)+")
_SELF = re.compile(r"^(?:我|本|贵|有关|相关|各|该|上述|以上|其他|多个|市直|县直|区直)+")
_SPLIT = re.compile(r"[、,和及与]|以及")
_ENDS_OFFICE = re.compile(rf"(?:{OFFICE_END})$")


def read_co_agencies(sheet: Sheet) -> None:
    """Those named in the opening as 协办, 会办, 会同 or 经商; a co-handler's letter is addressed to the lead."""
    layout = sheet.layout
    run = layout.opening_run
    found: dict[str, tuple[int, int]] = {}
    for pattern in _HELPED:
        for m in pattern.finditer(run.text):
            for name, start, end in _split_names(run, m.start("names"), m.end("names")):
                found.setdefault(name, (start, end))
    if found:
        start = min(place[0] for place in found.values())
        end = max(place[1] for place in found.values())
        order = sorted(found, key=lambda name: found[name])
        sheet.put("co_agencies", Finding(order, run.span(start, end), "opening"))
        return
    for item in sheet.labels.get("co_agency", ()):
        label = sheet.reading.run(item.start, item.end)
        names = parted_by_blanks(item.value) or [n for n, _, _ in _split_names(label, 0, len(label.text))]
        sheet.put("co_agencies", Finding(names, label.span(0, len(label.text)), "label"))
    addressee = sheet.reading.run(*layout.addressee)
    name = addressee.text.rstrip(":")
    if "co_agencies" not in sheet.findings and is_office(name) and is_for_government(name):
        sheet.put(
            "co_agencies",
            Finding([addressee.printed(0, len(name))], addressee.span(0, len(name)), "addressee"),
        )


def parted_by_blanks(value: str) -> list[str]:
    """区民政局 区财政局: offices that only a blank parts; 办公室 behind a blank is a part of one."""
    words = value.split()
    offices = all(len(word) > 3 and is_office(word) and "、" not in word for word in words)
    return words if len(words) > 1 and offices else []


def _split_names(run: Run, start: int, end: int) -> list[tuple[str, int, int]]:
    out = []
    at = start
    for piece in [*_SPLIT.finditer(run.text, start, end), None]:
        stop = piece.start() if piece else end
        if piece and piece.group() not in "、," and not _ENDS_OFFICE.search(run.text, at, stop):
            continue  # 文化和旅游局: 和 parts no offices
        led_in = _LEADS_IN.match(run.text[at:stop])
        first = at + (led_in.end() if led_in else 0)
        name = run.text[first:stop]
        is_name = len(name) > 2 and is_office(name) and not _NOT_IN_NAME.search(name)
        if is_name and not _SELF.match(name):
            out.append((run.printed(first, stop), first, stop))
        at = piece.end() if piece else stop
    return out


def is_for_government(name: str) -> bool:
    """Offices are asked to lead; parties, unions and groups make proposals."""
    return bool(
        re.search(
            r"(?:局|厅|部|政府|办公室|办公厅|办|中心|街道|街道办事处|公安|法院|检察院|[^员]委|改革委员会|健康委员会|管委会|管理委员会|公司|处|队|海关)(?:\([^()]*\))?$",
            name,
        )
    ) and not re.search(
        r"民革|民盟|民建|民进|农工|致公|九三|台盟|工商联|政协|人大|团|妇|侨|青年|工会|支部", name
    )
