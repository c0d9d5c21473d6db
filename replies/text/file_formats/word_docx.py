"""Word documents (.docx): what a reader of the printed page sees, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from .document import ReadDocument, folded, refused
from .table_lines import table_row
from .word_numbering import Numbering, child, children, local, number, read_numbering, value, value_of
from .word_package import WordPackage, ZippedPackage

# Deleted and moved-away text, field codes, properties, the reading aid above a word.
_UNSEEN_WORDS = """
del moveFrom delText instrText delInstrText pPr rPr tblPr tblGrid trPr tcPr sectPr rt sdtPr proofErr
"""
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
# Elements that hold paragraphs, tables and rows without being anything themselves.
_AROUND_BLOCKS_WORDS = """
sdt sdtContent customXml ins moveTo smartTag sect sub-section pBdrGroup annotation content
"""
_AROUND_BLOCKS = frozenset(_AROUND_BLOCKS_WORDS.split())
_NOTES = ("footnote", "endnote")
_TAKEN_BACK = ("Word.Deletion", "Word.Comment")
_OFF = ("0", "false", "off", "none")
_SHORT = 40
# Of what stands at the head and foot of every page only these are the letter's: who writes, its number and
# class; contact, copies and printing.
_LETTERHEAD = re.compile(
    r"(?:局|委|委员会|政府|办公室|厅|部|署|院|中心|公司|文件|签发人.*|[ABCD]\s*类?)[\s（）()]*$"
    r"|[〔\[【﹝（(]\s*(?:19|20)\d\d\s*[〕\]】﹞）)].{0,8}号"
)
_FOOT = re.compile("抄\\s*[送报]|联\\s*系|电\\s*话|印\\s*发|主题词|公开")
_PAGE_NUMBER = re.compile(r"[\W_]*(?:第\s*)?\d{0,4}\s*页?[\W_]*(?:共\s*|of\s*)?\d{0,4}\s*页?[\W_]*")


def read_word_docx(content: bytes) -> ReadDocument:
    return read_package(ZippedPackage(content))


def read_package(package: WordPackage) -> ReadDocument:
    main = package.main_part()
    body = child(package.part(main), "body")
    if body is None:
        raise refused("damaged")
    story = _story(package, main)
    lines = story.lines(body)
    notes = _notes(package, main, story)
    headers, footers = _margins(package, main, body, story)
    return ReadDocument(joined_parts(headers, [*lines, *notes], footers), "docx")


def joined_parts(headers: list[str], lines: list[str], footers: list[str]) -> str:
    """Letterhead, letter, then what the foot of the page adds; running titles and page numbers go."""
    head = [line for line in new_lines(headers, lines) if _LETTERHEAD.search(line)]
    foot = [line for line in new_lines(footers, lines) if _FOOT.search(line)]
    return "\n".join(_spaced([*head, *lines, *foot]))


def _story(package: WordPackage, main: str) -> Story:
    def first(kind: str) -> etree._Element | None:
        return next((package.part(name) for name in package.related(main, kind).values()), None)

    styles = {value_of(style, "styleId"): style for style in children(first("styles"), "style")}
    return Story(read_numbering(first("numbering")), styles)


@dataclass(slots=True)
class Story:
    """Walks block content; numbering is counted along the way, so each block is walked once, in order.

    `notes` are those that stand in the text itself, as they do in the XML files of Word 2003.
    """

    numbering: Numbering
    styles: dict[str, etree._Element]
    boxes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lines(self, container: etree._Element) -> list[str]:
        lines: list[str] = []
        carried = ""
        for block in _blocks(container):
            if local(block) == "tbl":
                lines += self._table(block)
                continue
            text = carried + self._paragraph(block)
            lines += self._taken_boxes()
            carried = text if _mark_is_deleted(block) else ""
            if not carried:
                lines += text.split("\n")
        return lines + ([carried] if carried else [])

    def _taken_boxes(self) -> list[str]:
        """The text boxes anchored in the paragraph just read; they stand before it."""
        taken, self.boxes = self.boxes, []
        return taken

    def _paragraph(self, paragraph: etree._Element) -> str:
        text = "".join(self._inline(paragraph)).strip("\n").rstrip()
        return self._label(paragraph) + text if text.strip() else ""

    def _inline(self, element: etree._Element) -> Iterator[str]:
        for node in element:
            name = local(node)
            if name in _UNSEEN or _is_taken_back(node):
                continue
            if name == "t":
                yield node.text or ""
            elif name in ("tab", "ptab"):
                yield "\t"
            elif name in ("br", "cr"):
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "txbxContent":
                self.boxes += self._apart(node)
            elif name in _NOTES:
                self.notes += [line.strip() for line in self._apart(node) if line.strip()]
            elif name == "AlternateContent":
                yield from self._alternative(node)
            elif not (name == "r" and _is_hidden(node)) and not _is_prompt(node):
                yield from self._inline(node)

    def _apart(self, part: etree._Element) -> list[str]:
        """The lines of what stands in a paragraph without being of it, its own text boxes among them."""
        outer, self.boxes = self.boxes, []
        lines = self.lines(part)
        self.boxes = outer
        return lines

    def _alternative(self, element: etree._Element) -> Iterator[str]:
        """One drawing stands here twice, for new and old programs: only the first that can be read counts."""
        chosen = next(children(element, "Choice"), None)
        chosen = chosen if chosen is not None else next(children(element, "Fallback"), None)
        if chosen is not None:
            yield from self._inline(chosen)

    def _label(self, paragraph: etree._Element) -> str:
        list_id, depth = self._list_of(paragraph)
        return self.numbering.label(list_id, depth) if list_id not in (None, "0") else ""

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and depth of a paragraph: its own words first, then its style's and that style's bases."""
        list_id, depth = _own_list(child(paragraph, "pPr"))
        style, seen = value(paragraph, "pPr", "pStyle"), set[str]()
        while style in self.styles and style not in seen and (list_id is None or depth is None):
            seen.add(style)
            inherited_id, inherited_depth = _own_list(child(self.styles[style], "pPr"))
            list_id = list_id if list_id is not None else inherited_id
            depth = depth if depth is not None else inherited_depth
            style = value(self.styles[style], "basedOn")
        return list_id or "0", number(depth, 0)

    def _table(self, table: etree._Element) -> list[str]:
        lines: list[str] = []
        for row in _within(table, "tr"):
            cells = [self.lines(cell) for cell in _within(row, "tc")]
            lines += table_row(cells)
        return lines


def _own_list(properties: etree._Element | None) -> tuple[str | None, str | None]:
    """List and depth, by the names of .docx or by those of Word 2003."""
    found, name = child(properties, "numPr"), "numId"
    if found is None:
        found, name = child(properties, "listPr"), "ilfo"
    return value(found, name), value(found, "ilvl")


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, through content controls, insertions and the like."""
    for node in container:
        name = local(node)
        if name in ("p", "tbl"):
            yield node
        elif name == "AlternateContent":
            yield from _blocks(next(iter(node), node))
        elif name in _AROUND_BLOCKS and not (_is_prompt(node) or _is_taken_back(node)):
            yield from _blocks(node)


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for node in element:
        if local(node) == name:
            if child(node, "trPr", "del") is None:
                yield node
        elif local(node) in _AROUND_BLOCKS and not _is_taken_back(node):
            yield from _within(node, name)


def _is_hidden(run: etree._Element) -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and (value(run, "rPr", "vanish") or "1") not in _OFF


def _is_taken_back(node: etree._Element) -> bool:
    """What was deleted, and what is said about the text, as Word 2003 marks both."""
    return local(node) == "annotation" and value_of(node, "type").startswith(_TAKEN_BACK)


def _is_prompt(node: etree._Element) -> bool:
    """A form field nobody filled in shows its prompt, which is not part of the letter."""
    return local(node) == "sdt" and child(node, "sdtPr", "showingPlcHdr") is not None


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    return child(paragraph, "pPr", "rPr", "del") is not None


def _notes(package: WordPackage, main: str, story: Story) -> list[str]:
    """Footnotes and endnotes, after the letter."""
    lines: list[str] = []
    for kind, name in (("footnotes", "footnote"), ("endnotes", "endnote")):
        for part in package.related(main, kind).values():
            for note in children(package.part(part), name):
                if not value_of(note, "type").lower().endswith(("separator", "notice")):
                    lines += [line.strip() for line in story.lines(note)]
    return lines


def _margins(
    package: WordPackage, main: str, body: etree._Element, story: Story
) -> tuple[list[str], list[str]]:
    """Header and footer lines, the first page's first: agencies set their letterhead in the one and the
    copies line in the other."""
    found: dict[str, list[str]] = {"header": [], "footer": []}
    references = [
        node for section in body.iter("{*}sectPr") for node in section if local(node).endswith("Reference")
    ]
    references.sort(key=lambda node: value_of(node, "type") != "first")
    for node in references:
        kind = local(node).removesuffix("Reference")
        part = package.related(main, kind).get(value_of(node, "id"))
        root = package.part(part) if kind in found and part else None
        found[kind] += new_lines(story.lines(root), found[kind]) if root is not None else []
    return found["header"], found["footer"]


def new_lines(margin: Iterable[str], known: list[str]) -> list[str]:
    """The lines of a header or footer that the letter itself does not say, page numbers left out."""
    said = folded("".join(known))
    return [line for line in margin if not _is_page_number(line) and folded(line) not in said]


def _is_page_number(line: str) -> bool:
    return len(line) < _SHORT and _PAGE_NUMBER.fullmatch(line.strip()) is not None


def _spaced(lines: Iterable[str]) -> Iterator[str]:
    """Runs of empty lines as one."""
    previous = ""
    for line in lines:
        if line.strip() or previous.strip():
            yield line
        previous = line
