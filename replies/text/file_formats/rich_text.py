"""RTF, which is also what many a file named .doc turns out to be."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from .document import CUT_OFF, ReadDocument, refused
from .table_lines import TableLines
from .word_docx import joined_parts

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
# Groups whose text is no text of the letter.
_UNSEEN_WORDS = """
fonttbl colortbl stylesheet info pict objdata themedata colorschememapping listtable
listoverridetable revtbl rsidtbl generator xmlnstbl fldinst sp shprslt nonshppict filetbl datastore
latentstyles ftnsep ftnsepc aftnsep annotation atnid atnauthor bkmkstart bkmkend template operator
userprops mmathPr nonesttables
"""
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
_SIDES = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "head"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "foot"),
    "footnote": "notes",
}
_BOXES = ("shptxt", "dptxbxtext")
# Groups marked as skippable that hold text all the same.
_KEPT = frozenset(("shpinst", "do", "listtext", "pntext", "footnote", "nesttableprops"))
_MARKS = {
    "line": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_SYMBOLS = {b"~": " ", b"_": "-"}
_PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "column"))
# Ends of cells and rows, with the depth of their table where the paragraph does not tell it.
_CELL_ENDS = {"cell": 1, "nestcell": 2}
_ROW_ENDS = {"row": 1, "nestrow": 2}
_ENDS = _PARAGRAPH_ENDS | _CELL_ENDS.keys() | _ROW_ENDS.keys()
_CHARSETS = {
    134: "gb18030",
    136: "big5",
    128: "cp932",
    129: "cp949",
    0: "cp1252",
    204: "cp1251",
    2: "latin-1",
}
_PAGES = {936: "gb18030", 54936: "gb18030", 950: "big5", 65001: "utf-8", 932: "cp932", 949: "cp949"}
MAX_DEPTH = 2_000
MAX_TABLES = 20


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within one group: is it seen, where it goes, its font, bytes to skip after \\u.

    `font` is None for the document's own; `depth` counts the tables a paragraph stands in; `label` is true in
    the number of a list item, which stands directly before the item's text.
    """

    unseen: bool = False
    gone: bool = False
    part: str = "letter"
    font: int | None = None
    skip: int = 1
    depth: int = 0
    label: bool = False


@dataclass(slots=True)
class _Part:
    """The letter, a margin or the like: the paragraph being read, and the lines of those before it.

    Text boxes are anchored in a paragraph, often amid a sentence; they stand before it.
    """

    written: list[str] = field(default_factory=list)
    lines: TableLines = field(default_factory=TableLines)
    boxes: list[str] = field(default_factory=list)

    def end_paragraph(self, depth: int) -> None:
        text = "".join(self.written).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self.lines.add([*self.boxes, *(line.rstrip() for line in text.split("\n"))], depth)
        self.written, self.boxes = [], []

    def finished(self) -> list[str]:
        if self.written or self.boxes:
            self.end_paragraph(0)
        return self.lines.finished()


@dataclass(slots=True)
class _Reader:
    state: _State = field(default_factory=_State)
    outer: list[_State] = field(default_factory=list)
    parts: defaultdict[str, _Part] = field(default_factory=lambda: defaultdict(_Part))
    fonts: dict[int, str] = field(default_factory=dict)
    default: str = "cp1252"
    default_font: int = 0
    pending: bytearray = field(default_factory=bytearray)
    skipping: int = 0
    starred: bool = False

    def read(self, content: bytes) -> None:
        at = 0
        while match := _TOKEN.match(content, at):
            at = match.end()
            code, word, number, symbol, brace, text = match.groups()
            if code is not None:
                self._bytes(bytes([int(code, 16)]))
            elif text is not None:
                self._bytes(text)
            elif word is not None:
                at += self._word(word.decode("ascii"), int(number) if number else None)
            elif brace is not None:
                self._group(brace)
            elif symbol is not None:
                self._symbol(symbol)
        self._flush()

    def _bytes(self, content: bytes) -> None:
        skipped = min(self.skipping, len(content))
        self.skipping -= skipped
        if not (self.state.unseen or self.state.gone):
            self.pending += content[skipped:]

    def _write(self, text: str) -> None:
        self._flush()
        if not (self.state.unseen or self.state.gone):
            self._put(text)

    def _flush(self) -> None:
        if self.pending:
            font = self.default_font if self.state.font is None else self.state.font
            self._put(self.pending.decode(self.fonts.get(font, self.default), "replace"))
            self.pending.clear()

    def _put(self, text: str) -> None:
        self.parts[self.state.part].written.append(text.strip() if self.state.label else text)

    def _group(self, brace: bytes) -> None:
        self._flush()
        self.starred, self.skipping = False, 0
        if brace == b"{":
            if len(self.outer) >= MAX_DEPTH:
                raise refused("damaged")
            self.outer.append(self.state)
        elif self.outer:
            inner, self.state = self.state, self.outer.pop()
            if inner.part != self.state.part:
                self._end_part(inner.part)

    def _end_part(self, name: str) -> None:
        """Margins, notes and boxes end with their group, and their last paragraph with them."""
        part = self.parts[name]
        if name == _box_of(self.state.part):
            self.parts[self.state.part].boxes += [line for line in part.finished() if line.strip()]
            del self.parts[name]
        elif part.written or part.boxes:
            part.end_paragraph(0)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.starred = True
        elif symbol in b"{}\\":
            # One of these may be the second byte of a character.
            self._bytes(symbol)
        elif symbol in b"\r\n":
            self._end("par")
        elif symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> int:
        """Carries out a control word; returns how many raw bytes follow it and are to be passed over."""
        if word == "u" and number is not None:
            self._write(chr(number % 65536))
            self.skipping = self.state.skip
            return 0
        self._flush()
        if word == "bin":
            return max(0, number or 0)
        self._destination(word)
        if word in _MARKS:
            self._write(_MARKS[word])
        self._end(word)
        self._property(word, number)
        return 0

    def _destination(self, word: str) -> None:
        if word in _UNSEEN or (self.starred and word not in _KEPT):
            self.state = replace(self.state, unseen=True)
        if word in _SIDES:
            self.state = replace(self.state, part=_SIDES[word], depth=0)
        if word in _BOXES:
            self.state = replace(self.state, part=_box_of(self.state.part), depth=0)
        if word in ("listtext", "pntext"):
            self.state = replace(self.state, label=True)
        self.starred = False

    def _end(self, word: str) -> None:
        """Ends a paragraph, a cell or a row, where the word does."""
        state = self.state
        if word not in _ENDS or state.unseen or state.gone:
            return
        part = self.parts[state.part]
        if word in _PARAGRAPH_ENDS:
            part.end_paragraph(state.depth)
        elif word in _CELL_ENDS:
            depth = max(_CELL_ENDS[word], state.depth if word == "nestcell" else 1)
            part.end_paragraph(depth)
            part.lines.end_cell(depth)
        elif word in _ROW_ENDS:
            part.lines.end_row(max(_ROW_ENDS[word], state.depth if word == "nestrow" else 1))

    def _property(self, word: str, number: int | None) -> None:
        if word == "uc":
            self.state = replace(self.state, skip=max(0, min(number or 0, 16)))
        elif word in ("deleted", "v"):
            self.state = replace(self.state, gone=number != 0)
        elif word == "plain":
            self.state = replace(self.state, gone=False, font=None)
        elif word == "pard":
            self.state = replace(self.state, depth=0)
        elif word == "intbl":
            self.state = replace(self.state, depth=max(1, self.state.depth))
        elif word == "itap":
            self.state = replace(self.state, depth=max(0, min(number or 0, MAX_TABLES)))
        else:
            self._font_property(word, number)

    def _font_property(self, word: str, number: int | None) -> None:
        if word == "ansicpg":
            self.default = _PAGES.get(number or 0, "cp1252")
        elif word == "deff":
            self.default_font = number or 0
        elif word == "f":
            self.state = replace(self.state, font=number or 0)
        elif word == "fcharset" and number in _CHARSETS:
            self.fonts[self.state.font or 0] = _CHARSETS[number] if number else self.default


def _box_of(part: str) -> str:
    return part if part.endswith(" box") else f"{part} box"


def read_rich_text(content: bytes) -> ReadDocument:
    reader = _Reader()
    reader.read(content[content.find(b"{") :])
    letter = "\n".join(reader.parts["letter"].finished()).rstrip().split("\n")
    notes = [line.strip() for line in reader.parts["notes"].finished() if line.strip()]
    head, foot = reader.parts["head"].finished(), reader.parts["foot"].finished()
    notices = (CUT_OFF,) if reader.outer else ()
    return ReadDocument(joined_parts(head, [*letter, *notes], foot), "rtf", notices=notices)
