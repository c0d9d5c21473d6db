"""The characters of a binary Word file in order, what nobody sees blanked, each with its place in the file [MS-DOC]."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from .document import refused
from .word_streams import Streams, changes

_CHPX_BINS, _PIECES = 12, 33
_CHPX_WIDTH = 1
_DELETED, _HIDDEN = 0x0800, 0x083C
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_DEEPEST_FIELD = 20
MAX_CHARACTERS = 4_000_000


@dataclass(slots=True)
class PieceText:
    """`text` by character position; deleted and hidden characters and the codes of fields are \\0."""

    text: str = ""
    _starts: list[int] = field(default_factory=list)
    _places: list[tuple[int, int]] = field(default_factory=list)

    def offset(self, position: int) -> int:
        """The byte of the main stream at which the character at this position stands."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return -1
        offset, width = self._places[index]
        return offset + (position - self._starts[index]) * width


def read_pieces(streams: Streams) -> PieceText:
    gone = _gone(streams)
    parts: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    total = 0
    for length, offset, narrow in _pieces(streams):
        width = 1 if narrow else 2
        starts.append(total)
        places.append((offset, width))
        total += length
        if total > MAX_CHARACTERS:
            raise refused("too_large", limit=f"{MAX_CHARACTERS // 10_000} 万字")
        raw = streams.main[offset : offset + length * width]
        text = raw.decode("cp1252" if narrow else "utf-16-le", "replace").ljust(length, "\0")
        parts.append(_blanked(text[:length], offset, width, gone))
    return PieceText(_without_codes("".join(parts)), starts, places)


def _pieces(streams: Streams) -> Iterator[tuple[int, int, bool]]:
    """Length in characters, byte offset, and whether a piece has one byte a character."""
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
            yield last - first, where // 2 if narrow else where, narrow


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


def _gone(streams: Streams) -> list[tuple[int, int]]:
    """Byte ranges of the main stream whose characters are deleted or hidden, sorted."""
    return sorted(
        (first, last)
        for first, last, entry in streams.runs(_CHPX_BINS, _CHPX_WIDTH)
        if entry and _is_gone(entry[1 : 1 + entry[0]])
    )


def _is_gone(properties: bytes) -> bool:
    return any(code in (_DELETED, _HIDDEN) and operand[:1] == b"\1" for code, operand in changes(properties))


def _without_codes(text: str) -> str:
    """Of a field only its result; every character stays where it was."""

    def result(match: re.Match[str]) -> str:
        shown = match.group(1) or ""
        return "\0" * (len(match.group()) - len(shown) - 1) + shown + "\0"

    for _ in range(_DEEPEST_FIELD):
        text, changed = _FIELD.subn(result, text)
        if not changed:
            break
    return text
