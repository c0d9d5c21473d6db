"""What a binary Word file says of each paragraph: its place in tables and its list [MS-DOC]."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .word_streams import Streams, changes

_STYLES, _PAPX_BINS = 1, 13
_PAPX_WIDTH = 13
_IN_TABLE, _ROW_END, _DEPTH = 0x2416, 0x2417, 0x6649
_INNER_CELL_END, _INNER_ROW_END = 0x244B, 0x244C
_LEVEL, _LIST = 0x260A, 0x460B
_ELSEWHERE = (0x6646, 0x646B)
# List numbers above this say that a paragraph was taken out of its list.
_MOST_LISTS = 2046
_MOST_DEPTH = 20
_PARAGRAPH_STYLE = 1
_NO_STYLE = 0xFFF


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`depth` counts the tables around; `list_number` is 0 outside of lists, else counts from 1."""

    depth: int = 0
    ends_row: bool = False
    ends_inner_cell: bool = False
    list_number: int = 0
    level: int = 0

    def changed(self, properties: bytes, data: bytes) -> Paragraph:
        changed = self
        for code, operand in _all_changes(properties, data):
            number = int.from_bytes(operand[:4], "little")
            if code == _IN_TABLE:
                changed = replace(changed, depth=max(changed.depth, 1) if number else 0)
            elif code == _DEPTH:
                changed = replace(changed, depth=min(number, _MOST_DEPTH))
            elif code in (_ROW_END, _INNER_ROW_END):
                changed = replace(changed, ends_row=bool(number))
            elif code == _INNER_CELL_END:
                changed = replace(changed, ends_inner_cell=bool(number))
            elif code == _LIST:
                changed = replace(changed, list_number=number if number <= _MOST_LISTS else 0)
            elif code == _LEVEL:
                changed = replace(changed, level=number)
        return changed


def _all_changes(properties: bytes, data: bytes) -> Iterator[tuple[int, bytes]]:
    """Changes too long for their page stand in the data stream."""
    for code, operand in changes(properties):
        if code in _ELSEWHERE and len(operand) == 4:
            at = struct.unpack("<I", operand)[0]
            if at + 2 <= len(data):
                yield from changes(data[at + 2 : at + 2 + struct.unpack_from("<H", data, at)[0]])
        else:
            yield code, operand


class Paragraphs:
    """The paragraph whose mark stands at a byte of the main stream."""

    def __init__(self, streams: Streams) -> None:
        self._data = streams.data
        self._styles = _styles(streams)
        self._runs = sorted(streams.runs(_PAPX_BINS, _PAPX_WIDTH), key=lambda run: run[:2])
        self._starts = [start for start, _, _ in self._runs]
        self._ends = {end for _, end, _ in self._runs}
        self._known: dict[bytes, Paragraph] = {}

    def ends_behind(self, offset: int) -> bool:
        """Whether the paragraph ends with the character at this byte: the same sign parts pages and sections."""
        return offset + 1 in self._ends or offset + 2 in self._ends

    def at(self, offset: int) -> Paragraph:
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._runs[index][1]:
            return Paragraph()
        own = _own(self._runs[index][2])
        if own not in self._known:
            style = self._styles.get(struct.unpack_from("<H", own)[0]) if len(own) >= 2 else None
            self._known[own] = (style or Paragraph()).changed(own[2:], self._data)
        return self._known[own]


def _own(entry: bytes) -> bytes:
    """The style's number and the property changes; their length is told in one of two ways."""
    if not entry:
        return b""
    if entry[0]:
        return entry[1 : 2 * entry[0]]
    return entry[2 : 2 + 2 * entry[1]] if len(entry) > 1 else b""


def _styles(streams: Streams) -> dict[int, Paragraph]:
    """What each paragraph style says, with what its bases say."""
    own: dict[int, tuple[int, bytes]] = dict(_style_entries(streams))
    made: dict[int, Paragraph] = {}

    def style(number: int, below: frozenset[int]) -> Paragraph:
        if number not in own or number in below:
            return Paragraph()
        if number not in made:
            base, properties = own[number]
            made[number] = style(base, below | {number}).changed(properties, streams.data)
        return made[number]

    return {number: style(number, frozenset()) for number in own}


def _style_entries(streams: Streams) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Number of each paragraph style, the number of its base, and its property changes."""
    offset, length = streams.place(_STYLES)
    sheet = streams.table[offset : offset + length]
    if len(sheet) < 6:
        return
    head, count, fixed = struct.unpack_from("<HHH", sheet)
    at = 2 + head
    for number in range(count):
        if at + 2 > len(sheet):
            return
        size = struct.unpack_from("<H", sheet, at)[0]
        entry = sheet[at + 2 : at + 2 + size]
        at += 2 + size + size % 2
        if len(entry) > fixed + 2 and entry[2] & 0xF == _PARAGRAPH_STYLE:
            base = struct.unpack_from("<H", entry, 2)[0] >> 4
            yield number, (base if base != _NO_STYLE else -1, _style_properties(entry, fixed))


def _style_properties(entry: bytes, fixed: int) -> bytes:
    at = fixed + 2 + 2 * struct.unpack_from("<H", entry, fixed)[0] + 2
    at += at % 2
    if at + 4 > len(entry):
        return b""
    size = struct.unpack_from("<H", entry, at)[0]
    return entry[at + 4 : at + 2 + size]
