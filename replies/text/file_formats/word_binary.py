"""The text of binary Word files (Word 97 to 2003, and WPS), by the format's published structure [MS-DOC].

A file keeps its text in pieces in one stream and, in another, the table that orders them; character
properties say which runs are deleted or hidden.  What Word counts itself (automatic numbers) is not text and
is not read here; `BinaryText.has_lists` tells where there may be such numbers.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, islice, pairwise

import olefile

from .document import UnreadableFile, damaged_on, refused

_MAGIC = 0xA5EC
_WORD_97 = 0x00C1
_CHPX_BINS, _HEADER_STORIES, _PIECES, _LISTS = 12, 11, 33, 74
_ENCRYPTED, _TABLE_ONE = 0x0100, 0x0200
_DELETED, _HIDDEN = 0x0800, 0x083C
_OPERAND_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
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
MAX_CHARACTERS = 4_000_000


class OlderWord(Exception):
    """A Word file from before Word 97, whose structure is another."""


@dataclass(frozen=True, slots=True)
class BinaryText:
    """The parts of a document as lines, in the order in which they are read."""

    headers: list[str]
    boxes: list[str]
    letter: list[str]
    notes: list[str]
    footers: list[str]
    has_lists: bool


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
        return _parts(_Streams(main, table))


def _not_word(container: olefile.OleFileIO) -> UnreadableFile:
    for stream, kind in (
        ("Workbook", "Excel 表格"),
        ("Book", "Excel 表格"),
        ("PowerPoint Document", "PPT 演示文稿"),
    ):
        if container.exists(stream):
            return refused("unsupported", kind=kind, cure=" Word（.docx）或 PDF")
    return refused("damaged")


@dataclass(frozen=True, slots=True)
class _Streams:
    main: bytes
    table: bytes

    def place(self, index: int) -> tuple[int, int]:
        """Offset and length in the table stream of one of the structures the file's head lists."""
        offset, length = struct.unpack_from("<II", self.main, 0x9A + index * 8)
        return (offset, length) if offset + length <= len(self.table) else (0, 0)

    def numbers(self, index: int, width: int) -> tuple[list[int], int]:
        """The positions of a PLC whose data are `width` bytes each, and where its data begin."""
        offset, length = self.place(index)
        count = max(0, (length - 4) // (4 + width))
        positions = list(struct.unpack_from(f"<{count + 1}I", self.table, offset)) if length >= 4 else []
        return positions, offset + 4 * (count + 1)


def _parts(streams: _Streams) -> BinaryText:
    text = _whole(streams)
    sizes = struct.unpack_from("<8i", streams.main, 0x4C)
    starts = [0]
    for size in sizes:
        starts.append(starts[-1] + max(0, size))
    body, foot, head, _, _, end, boxes, _ = (text[a:b] for a, b in pairwise(starts))
    headers, footers = _stories(streams, head)
    return BinaryText(
        headers,
        _lines(boxes),
        _lines(body),
        _lines(foot) + _lines(end),
        footers,
        has_lists=streams.place(_LISTS)[1] > 4,
    )


def _whole(streams: _Streams) -> str:
    """All text by character position, what was deleted or hidden replaced by the mark of nothing."""
    gone = _gone(streams)
    parts: list[str] = []
    total = 0
    for first, last, offset, narrow in _pieces(streams):
        width = 1 if narrow else 2
        total += last - first
        if total > MAX_CHARACTERS:
            raise refused("too_large", limit=f"{MAX_CHARACTERS // 10_000} 万字")
        raw = streams.main[offset : offset + (last - first) * width]
        text = raw.decode("cp1252" if narrow else "utf-16-le", "replace").ljust(last - first, "\0")
        parts.append(_blanked(text[: last - first], offset, width, gone))
    return "".join(parts)


def _pieces(streams: _Streams) -> Iterator[tuple[int, int, int, bool]]:
    """First and last character position, byte offset, and whether a piece has one byte a character."""
    offset, length = streams.place(_PIECES)
    end = offset + length
    while offset < end and streams.table[offset] == 1:
        offset += 3 + struct.unpack_from("<H", streams.table, offset + 1)[0]
    if offset >= end or streams.table[offset] != 2:
        raise refused("damaged")
    count = (struct.unpack_from("<I", streams.table, offset + 1)[0] - 4) // 12
    positions = struct.unpack_from(f"<{count + 1}I", streams.table, offset + 5)
    data = offset + 5 + 4 * (count + 1)
    for index, (first, last) in enumerate(pairwise(positions)):
        place = struct.unpack_from("<I", streams.table, data + index * 8 + 2)[0]
        narrow = bool(place & 0x40000000)
        where = place & 0x3FFFFFFF
        if last > first:
            yield first, last, where // 2 if narrow else where, narrow


def _blanked(text: str, offset: int, width: int, gone: list[tuple[int, int]]) -> str:
    """The text of a piece that starts at byte `offset`, with blanks for nothing where `gone`, sorted, says so."""
    parts: list[str] = []
    at = 0
    first = max(0, bisect_right(gone, (offset, 0)) - 1)
    for start, stop in islice(gone, first, None):
        a, b = max(at, (start - offset) // width), min(len(text), (stop - offset) // width)
        if a >= len(text):
            break
        if a < b:
            parts += [text[at:a], "\0" * (b - a)]
            at = b
    return "".join([*parts, text[at:]])


def _gone(streams: _Streams) -> list[tuple[int, int]]:
    """Byte ranges of the main stream whose characters are deleted or hidden, sorted."""
    positions, data = streams.numbers(_CHPX_BINS, 4)
    entries = struct.unpack_from(f"<{max(0, len(positions) - 1)}I", streams.table, data)
    pages = {entry & 0x3FFFFF for entry in entries}
    return sorted(
        chain.from_iterable(_gone_on(streams.main[page * 512 : page * 512 + 512]) for page in pages)
    )


def _gone_on(page: bytes) -> Iterator[tuple[int, int]]:
    """The same within one 512-byte page of character properties."""
    if len(page) < 512:
        return
    runs = page[511]
    bounds = struct.unpack_from(f"<{runs + 1}I", page, 0)
    for index in range(runs):
        place = page[4 * (runs + 1) + index] * 2
        properties = page[place + 1 : place + 1 + page[place]] if place else b""
        if any(
            code in (_DELETED, _HIDDEN) and operand[:1] == b"\1" for code, operand in _changes(properties)
        ):
            yield bounds[index], bounds[index + 1]


def _changes(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """The property changes (code, operand) of one run."""
    at = 0
    while at + 3 <= len(properties):
        code = struct.unpack_from("<H", properties, at)[0]
        size = _OPERAND_SIZES.get(code >> 13)
        size = size if size is not None else properties[at + 2] + 1
        yield code, properties[at + 2 : at + 2 + size]
        at += 2 + size


def _stories(streams: _Streams, text: str) -> tuple[list[str], list[str]]:
    """Header and footer lines: six stories of separators, then six a section (even, odd, first)."""
    positions, _ = streams.numbers(_HEADER_STORIES, 0)
    headers: list[str] = []
    footers: list[str] = []
    for index, (start, stop) in enumerate(pairwise(positions[6:])):
        part = footers if index % 6 in (2, 3, 5) else headers
        part += [line for line in _lines(text[start:stop]) if line not in part]
    return headers, footers


def _lines(text: str) -> list[str]:
    text = text.replace("\0", "")
    for _ in range(20):
        text, changed = _FIELD.subn(lambda match: match.group(1) or "", text)
        if not changed:
            break
    text = text.replace("\x1e", "-").replace("\x0b", "\r").replace("\x0c", "\r").replace("\x0e", "\r")
    text = re.sub("\x07\x07+", "\r", text).replace("\x07", "\t")
    text = re.sub("[\x01-\x08\x0f-\x1f]", "", text.replace("\r", "\n"))
    return [line.rstrip() for line in text.split("\n")]
