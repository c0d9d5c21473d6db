"""The text of binary Word files (Word 97 to 2003, and WPS), by the format's published structure [MS-DOC].

A file keeps its text in pieces in one stream and, in another, the tables that order them and that say which
paragraphs are cells or items of lists.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from itertools import accumulate, pairwise

import olefile

from .document import UnreadableFile, damaged_on, refused
from .table_lines import TableLines
from .word_lists import read_lists
from .word_numbering import Numbering
from .word_paragraphs import Paragraph, Paragraphs
from .word_pieces import PieceText, read_pieces
from .word_streams import Streams

_MAGIC = 0xA5EC
_WORD_97 = 0x00C1
_HEADER_STORIES = 11
_ANCHORS, _ANCHOR_SIZE = 40, 26
_BOXES, _BOX_SIZE, _BOX_SHAPE = 56, 22, 14
_ENCRYPTED, _TABLE_ONE = 0x0100, 0x0200
_MARKS = re.compile("[\r\x07\x0c]")
_CELL, _BREAK = "\x07", "\x0c"
_LINE_BREAKS = re.compile("[\x0b\x0c\x0e]")
_CONTROLS = re.compile("[\0-\x08\x0f-\x1f]")
# What else is kept in such containers, by a stream of its own.
_OTHERS = (
    ("Workbook", "Excel 表格", " Word（.docx）或 PDF"),
    ("Book", "Excel 表格", " Word（.docx）或 PDF"),
    ("PowerPoint Document", "PPT 演示文稿", " Word（.docx）或 PDF"),
    ("__properties_version1.0", "Outlook 邮件（.msg）", "网页或 Word（.docx）"),
    ("CONTENTS", "Works 文档", " Word（.docx）"),
)
_BROKEN = (
    struct.error,
    IndexError,
    ValueError,
    KeyError,
    OSError,
    EOFError,
    TypeError,
    AttributeError,
    OverflowError,
)


class OlderWord(Exception):
    """A Word file from before Word 97, whose structure is another."""


@dataclass(frozen=True, slots=True)
class BinaryText:
    """The parts of a document as lines, in the order in which they are read."""

    headers: list[str]
    letter: list[str]
    notes: list[str]
    footers: list[str]
    numbers_lost: bool


def read_binary(content: bytes) -> BinaryText:
    with damaged_on(*_BROKEN), olefile.OleFileIO(BytesIO(content)) as container:
        if container.exists("EncryptedPackage") or container.exists("EncryptionInfo"):
            raise refused("password")
        if not container.exists("WordDocument"):
            raise _not_word(container)
        main = container.openstream("WordDocument").read()
        magic, version = struct.unpack_from("<HH", main, 0)
        if magic != _MAGIC or version < _WORD_97:
            raise OlderWord
        flags = struct.unpack_from("<H", main, 10)[0]
        if flags & _ENCRYPTED:
            raise refused("password")
        table = container.openstream("1Table" if flags & _TABLE_ONE else "0Table").read()
        data = container.openstream("Data").read() if container.exists("Data") else b""
        return _parts(Streams(main, table, data))


def _not_word(container: olefile.OleFileIO) -> UnreadableFile:
    for stream, kind, cure in _OTHERS:
        if container.exists(stream):
            return refused("unsupported", kind=kind, cure=cure)
    return refused("damaged")


def _parts(streams: Streams) -> BinaryText:
    sizes = struct.unpack_from("<8i", streams.main, 0x4C)
    bounds = list(accumulate((max(0, size) for size in sizes), initial=0))
    body, foot, head, _, _, end, boxes, head_boxes = pairwise(bounds)
    story = _Story(read_pieces(streams), Paragraphs(streams), _numbering(streams))
    adrift = _anchor_boxes(streams, story, boxes[0])
    headers, footers = _margins(streams, story, head)
    return BinaryText(
        headers + story.lines(*head_boxes),
        adrift + story.lines(*body),
        [line.strip() for note in (foot, end) for line in story.lines(*note) if line.strip()],
        footers,
        story.numbers_lost,
    )


def _numbering(streams: Streams) -> Numbering:
    """Without its lists a letter can still be read."""
    with suppress(struct.error):
        return read_lists(streams)
    return Numbering({}, {}, {})


@dataclass(slots=True)
class _Story:
    """Walks the text; numbering is counted along the way, so each part is walked once.

    `boxes` are the lines of text boxes by the position they are anchored at; `places` are those, sorted.
    """

    pieces: PieceText
    paragraphs: Paragraphs
    numbering: Numbering
    boxes: dict[int, list[str]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    numbers_lost: bool = False

    def lines(self, start: int, stop: int) -> list[str]:
        found = TableLines()
        at = start
        for match in _MARKS.finditer(self.pieces.text, start, stop):
            offset = self.pieces.offset(match.start())
            if match.group() == _BREAK and not self.paragraphs.ends_behind(offset):
                continue
            paragraph = self.paragraphs.at(offset)
            self._paragraph(found, paragraph, at, match.start(), match.group() == _CELL)
            at = match.end()
        if at < stop:
            self._paragraph(found, Paragraph(), at, stop, False)
        return found.finished()

    def _paragraph(
        self, found: TableLines, paragraph: Paragraph, start: int, stop: int, is_cell: bool
    ) -> None:
        depth = max(paragraph.depth, 1) if is_cell else paragraph.depth
        if paragraph.ends_row and depth:
            found.end_row(depth)
            return
        found.add([*self._boxes_in(start, stop), *self._text(paragraph, start, stop).split("\n")], depth)
        if is_cell or (paragraph.ends_inner_cell and depth):
            found.end_cell(depth)

    def _text(self, paragraph: Paragraph, start: int, stop: int) -> str:
        text = _LINE_BREAKS.sub("\n", self.pieces.text[start:stop]).replace("\x1e", "-")
        text = "\n".join(line.rstrip() for line in _CONTROLS.sub("", text).split("\n"))
        return self._label(paragraph) + text if text.strip() else text

    def _label(self, paragraph: Paragraph) -> str:
        if not paragraph.list_number:
            return ""
        number = str(paragraph.list_number)
        levels = self.numbering.levels.get(self.numbering.definitions.get(number, ""), {})
        self.numbers_lost |= paragraph.level not in levels
        return self.numbering.label(number, paragraph.level)

    def _boxes_in(self, start: int, stop: int) -> list[str]:
        """The text boxes anchored in the paragraph; they stand before it."""
        first, behind = bisect_left(self.places, start), bisect_right(self.places, stop)
        return [line for place in self.places[first:behind] for line in self.boxes[place]]


def _anchor_boxes(streams: Streams, story: _Story, first: int) -> list[str]:
    """Gives each text box to the place its shape is anchored at; returns the lines of those without one."""
    anchors, data = streams.numbers(_ANCHORS, _ANCHOR_SIZE)
    at_shape = {
        struct.unpack_from("<I", streams.table, data + index * _ANCHOR_SIZE)[0]: place
        for index, place in enumerate(anchors[:-1])
    }
    places, data = streams.numbers(_BOXES, _BOX_SIZE)
    adrift: list[str] = []
    # The last entry holds nothing but the mark that ends the part.
    for index, (start, stop) in enumerate(pairwise(places[:-1])):
        shape = struct.unpack_from("<I", streams.table, data + index * _BOX_SIZE + _BOX_SHAPE)[0]
        lines = [line for line in story.lines(first + start, first + stop) if line.strip()]
        place = at_shape.get(shape)
        (adrift if place is None else story.boxes.setdefault(place, [])).extend(lines)
    story.places = sorted(story.boxes)
    return adrift


def _margins(streams: Streams, story: _Story, head: tuple[int, int]) -> tuple[list[str], list[str]]:
    """Header and footer lines: six stories of separators, then six a section (even, odd, first)."""
    positions, _ = streams.numbers(_HEADER_STORIES, 0)
    headers: list[str] = []
    footers: list[str] = []
    for index, (start, stop) in enumerate(pairwise(positions[6:])):
        part = footers if index % 6 in (2, 3, 5) else headers
        lines = story.lines(head[0] + start, min(head[0] + stop, head[1]))
        part += [line for line in lines if line not in part]
    return headers, footers
