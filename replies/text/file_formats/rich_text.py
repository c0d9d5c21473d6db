"""RTF, which is also what many a file named .doc turns out to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .document import ReadDocument, refused
from .word_docx import joined_parts

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
# Groups whose text is no text of the letter.
_UNSEEN_WORDS = """
fonttbl colortbl stylesheet info pict objdata themedata colorschememapping listtable
listoverridetable revtbl rsidtbl generator xmlnstbl fldinst sp shprslt nonshppict filetbl datastore
latentstyles ftnsep ftnsepc aftnsep annotation atnid atnauthor bkmkstart bkmkend template operator
userprops mmathPr
"""
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
_SIDES = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "head"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "foot"),
    "footnote": "notes",
}
# Groups marked as skippable that hold text all the same.
_KEPT = frozenset(("shpinst", "listtext", "pntext", "footnote"))
_MARKS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "nestrow": "\n",
    "cell": "\t",
    "nestcell": "\t",
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
_SYMBOLS = {b"~": " ", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\n": "\n", b"\r": "\n"}
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


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within one group: is it seen, where it goes, its encoding, bytes to skip after \\u.

    `label` is true in the number of a list item, which stands directly before the item's text.
    """

    unseen: bool = False
    gone: bool = False
    part: str = "letter"
    encoding: str = "cp1252"
    skip: int = 1
    label: bool = False


@dataclass(slots=True)
class _Reader:
    state: _State = field(default_factory=_State)
    outer: list[_State] = field(default_factory=list)
    parts: dict[str, list[str]] = field(
        default_factory=lambda: {"letter": [], "head": [], "foot": [], "notes": []}
    )
    fonts: dict[int, str] = field(default_factory=dict)
    default: str = "cp1252"
    pending: bytearray = field(default_factory=bytearray)
    font: int = 0
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
            self.parts[self.state.part].append(text.strip(" \t") if self.state.label else text)

    def _flush(self) -> None:
        if self.pending:
            text = self.pending.decode(self.state.encoding, "replace")
            self.parts[self.state.part].append(text.strip() if self.state.label else text)
            self.pending.clear()

    def _group(self, brace: bytes) -> None:
        self._flush()
        self.starred, self.skipping = False, 0
        if brace == b"{":
            if len(self.outer) >= MAX_DEPTH:
                raise refused("damaged")
            self.outer.append(self.state)
        elif self.outer:
            self.state = self.outer.pop()

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.starred = True
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
        if word in _UNSEEN or (self.starred and word not in _KEPT):
            self.state = replace(self.state, unseen=True)
        if word in _SIDES:
            self.state = replace(self.state, part=_SIDES[word])
        if word in ("listtext", "pntext"):
            self.state = replace(self.state, label=True)
        self.starred = False
        if word in _MARKS:
            self._write(_MARKS[word])
        self._property(word, number)
        return 0

    def _property(self, word: str, number: int | None) -> None:
        if word == "uc":
            self.state = replace(self.state, skip=max(0, min(number or 0, 16)))
        elif word in ("deleted", "v"):
            self.state = replace(self.state, gone=number != 0)
        elif word == "plain":
            self.state = replace(self.state, gone=False)
        elif word == "ansicpg":
            self.default = _PAGES.get(number or 0, "cp1252")
            self.state = replace(self.state, encoding=self.default)
        elif word == "f":
            self.font = number or 0
            self.state = replace(self.state, encoding=self.fonts.get(self.font, self.default))
        elif word == "fcharset" and number in _CHARSETS:
            self.fonts[self.font] = _CHARSETS[number] if number else self.default

    def lines(self, part: str) -> list[str]:
        text = "".join(self.parts[part]).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return [line.rstrip() for line in text.split("\n")]


def read_rich_text(content: bytes) -> ReadDocument:
    reader = _Reader()
    reader.read(content.lstrip())
    letter = "\n".join(reader.lines("letter")).rstrip().split("\n")
    notes = [line.strip() for line in reader.lines("notes") if line.strip()]
    return ReadDocument(joined_parts(reader.lines("head"), [*letter, *notes], reader.lines("foot")), "rtf")
