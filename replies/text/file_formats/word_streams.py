"""The streams of a binary Word file, and the property changes (sprms) they hold [MS-DOC]."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE = 512
_OPERAND_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_DEFINITION = 0xD608


@dataclass(frozen=True, slots=True)
class Streams:
    main: bytes
    table: bytes
    data: bytes = b""

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

    def runs(self, index: int, width: int) -> Iterator[tuple[int, int, bytes]]:
        """First and last byte of each run of the main stream, and its properties, from the pages the PLC lists.

        A run's entry is `width` bytes; the first of them tells where on its page the properties stand.
        """
        positions, data = self.numbers(index, 4)
        entries = struct.unpack_from(f"<{max(0, len(positions) - 1)}I", self.table, data)
        for number in {entry & 0x3FFFFF for entry in entries}:
            yield from _runs_on(self.main[number * _PAGE : (number + 1) * _PAGE], width)


def _runs_on(page: bytes, width: int) -> Iterator[tuple[int, int, bytes]]:
    if len(page) < _PAGE:
        return
    count = page[-1]
    bounds = struct.unpack_from(f"<{count + 1}I", page, 0)
    for index in range(count):
        place = page[4 * (count + 1) + index * width] * 2
        yield bounds[index], bounds[index + 1], page[place:-1] if place else b""


def changes(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """The property changes (code, operand) of one run."""
    at = 0
    while at + 3 <= len(properties):
        code = struct.unpack_from("<H", properties, at)[0]
        size = _OPERAND_SIZES.get(code >> 13)
        if code == _TABLE_DEFINITION:
            size = struct.unpack_from("<H", properties, at + 2)[0] + 1 if at + 4 <= len(properties) else 2
        size = size if size is not None else properties[at + 2] + 1
        yield code, properties[at + 2 : at + 2 + size]
        at += 2 + size
