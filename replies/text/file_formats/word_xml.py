"""Word documents in one XML file: those of Word 2003 (w:wordDocument), and packages written flat (pkg:package).

Programs that fill in a form letter like to write these, and name them .doc.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from .document import ReadDocument, refused
from .word_docx import Story, joined_parts, new_lines, read_package
from .word_lists import FORMAT_NAMES
from .word_numbering import (
    Level,
    Numbering,
    child,
    children,
    local,
    number,
    value,
    value_of,
    with_lists,
)
from .word_package import FlatPackage, parsed_xml

_OTHERS = {"document": "ODF 文档", "UOF": "UOF 文档"}


def read_word_xml(content: bytes) -> ReadDocument:
    root = parsed_xml(content.lstrip())
    if local(root) == "package":
        return replace(read_package(FlatPackage(root)), format="doc")
    if local(root) == "wordDocument":
        return _read_2003(root)
    raise refused("unsupported", kind=_OTHERS.get(local(root), "这种 XML 文件"), cure=" Word（.docx）")


def _read_2003(root: etree._Element) -> ReadDocument:
    body = child(root, "body")
    if body is None:
        raise refused("damaged")
    styles = {value_of(style, "styleId"): style for style in children(child(root, "styles"), "style")}
    story = Story(_numbering(child(root, "lists")), styles)
    lines = story.lines(body)
    notes, story.notes = story.notes, []
    margins: dict[str, list[str]] = {"hdr": [], "ftr": []}
    for section in body.iter("{*}sectPr"):
        for margin in section:
            known = margins.get(local(margin), [])
            known += new_lines(story.lines(margin), known)
    return ReadDocument(joined_parts(margins["hdr"], [*lines, *notes], margins["ftr"]), "doc")


def _numbering(lists: etree._Element | None) -> Numbering:
    levels = {
        value_of(definition, "listDefId"): dict(_levels(definition))
        for definition in children(lists, "listDef")
    }
    return with_lists(levels, children(lists, "list"), "ilfo", "ilst")


def _levels(definition: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in children(definition, "lvl"):
        restart = value(element, "lvlRestart")
        level = Level(
            start=number(value(element, "start"), 1),
            style=FORMAT_NAMES.get(number(value(element, "nfc"), 0), "decimal"),
            text=value(element, "lvlText") or "",
            restart=None if restart is None else number(restart, 0),
            legal=child(element, "isLgl") is not None,
            suffix=(value(element, "suff") or "tab").lower(),
        )
        yield number(value_of(element, "ilvl"), 0), level
