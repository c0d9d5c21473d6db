"""Paragraphs and the cells of tables, as they come in a file, as the lines a reader sees."""

from __future__ import annotations

from dataclasses import dataclass, field

_LONG_CELL = 100


def table_row(cells: list[list[str]]) -> list[str]:
    """One line per row, cells parted by a tab; a cell that holds a whole letter keeps its own lines."""
    filled = [[line for line in cell if line.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    is_layout = len(filled) == 1 or any(len(cell) > 1 and sum(map(len, cell)) > _LONG_CELL for cell in filled)
    if is_layout:
        return [line for cell in filled for line in cell]
    return ["\t".join(" ".join(line.strip() for line in cell) for cell in filled)] if filled else []


@dataclass(slots=True)
class _Row:
    """The row being read at one depth: its cells so far, and the lines of the one not yet ended."""

    cells: list[list[str]] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)


@dataclass(slots=True)
class TableLines:
    """Filled in the order of the file; depth 0 is outside of tables, 2 a table in a cell of depth 1."""

    lines: list[str] = field(default_factory=list)
    _rows: list[_Row] = field(default_factory=list)

    def add(self, lines: list[str], depth: int) -> None:
        self._reach(depth)
        (self._rows[depth - 1].cell if depth else self.lines).extend(lines)

    def end_cell(self, depth: int) -> None:
        self._reach(depth)
        row = self._rows[depth - 1]
        row.cells.append(row.cell)
        row.cell = []

    def end_row(self, depth: int) -> None:
        self._reach(depth)
        self._close()

    def finished(self) -> list[str]:
        self._reach(0)
        return self.lines

    def _reach(self, depth: int) -> None:
        """A row that is deeper than what comes next has ended, whether or not the file said so."""
        while len(self._rows) > depth:
            self._close()
        while len(self._rows) < depth:
            self._rows.append(_Row())

    def _close(self) -> None:
        row = self._rows.pop()
        outer = self._rows[-1].cell if self._rows else self.lines
        outer += table_row([*row.cells, row.cell])
