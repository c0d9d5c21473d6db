"""The automatic numbers of a binary Word file: its list definitions [MS-DOC], counted as those of .docx are."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from .word_numbering import Level, Numbering
from .word_streams import Streams

_DEFINITIONS, _LISTS = 73, 74
_LIST_SIZE = 16
_LEVELS = 9
_SIMPLE, _LEGAL, _NO_RESTART = 0x01, 0x04, 0x08
_STARTS, _FORMATS = 0x10, 0x20
# The number formats (MSONFC) by the names that .docx gives them; those not named here are plain numbers.
FORMAT_NAMES = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    16: "ideographLegalTraditional",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}
_SUFFIXES = ("tab", "space", "nothing")


def read_lists(streams: Streams) -> Numbering:
    """A numbering whose list ids are the numbers, from 1, that paragraphs carry."""
    levels = _definitions(_Cursor(streams.table, streams.place(_DEFINITIONS)[0]), streams)
    offset, length = streams.place(_LISTS)
    definitions: dict[str, str] = {}
    restarts: dict[str, dict[int, int]] = {}
    if length >= 4:
        cursor = _Cursor(streams.table, offset)
        (count,) = cursor.take("<I")
        lists = [cursor.take("<i8xB3x") for _ in range(min(count, length // _LIST_SIZE))]
        for number, (definition, overrides) in enumerate(lists, 1):
            definitions[str(number)] = str(definition)
            restarts[str(number)] = _overrides(cursor, overrides)
    return Numbering(levels, definitions, restarts)


@dataclass(slots=True)
class _Cursor:
    content: bytes
    at: int

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(form, self.content, self.at)
        self.at += struct.calcsize(form)
        return values


def _definitions(cursor: _Cursor, streams: Streams) -> dict[str, dict[int, Level]]:
    if streams.place(_DEFINITIONS)[1] < 2:
        return {}
    (count,) = cursor.take("<H")
    heads = [cursor.take("<i22xB1x") for _ in range(count)]
    return {
        str(key): {depth: _level(cursor) for depth in range(1 if flags & _SIMPLE else _LEVELS)}
        for key, flags in heads
    }


def _level(cursor: _Cursor) -> Level:
    start, form, flags, suffix, characters, paragraphs, limit = cursor.take("<iBB9xB8xBBBx")
    cursor.at += characters + paragraphs
    (length,) = cursor.take("<H")
    text = cursor.content[cursor.at : cursor.at + 2 * length].decode("utf-16-le", "replace")
    cursor.at += 2 * length
    return Level(
        start=start,
        style=FORMAT_NAMES.get(form, "decimal"),
        text="".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in text),
        restart=limit if flags & _NO_RESTART else None,
        legal=bool(flags & _LEGAL),
        suffix=_SUFFIXES[suffix] if suffix < len(_SUFFIXES) else "tab",
    )


def _overrides(cursor: _Cursor, count: int) -> dict[int, int]:
    """Levels at which one list starts anew, and with what number."""
    found: dict[int, int] = {}
    cursor.at += 4
    for _ in range(count):
        start, flags = cursor.take("<iI")
        level = _level(cursor) if flags & _FORMATS else None
        if flags & _STARTS:
            found[flags & 0xF] = level.start if level is not None else start
    return found
