"""Rows written as CSV, line by line, and as a workbook with one sheet a kind of row."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from replies.models import Reply

from .export_rows import (
    Absolute,
    Cell,
    Row,
    figure_headings,
    figure_row,
    measure_headings,
    measure_row,
    reply_headings,
    reply_row,
    safe_cell,
    words,
)

# Without it Excel reads the file in the reader's old local encoding.
BYTE_ORDER_MARK = "\ufeff"
LONGEST_CELL = 32_767


def csv_lines(rows: Iterable[Row]) -> str:
    """Rows as CSV text, made safe against formulas."""
    text = io.StringIO()
    csv.writer(text).writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def workbook(batches: Iterator[list[Reply]], about: Sequence[Row], absolute: Absolute) -> IO[bytes]:
    """A workbook in a temporary file that is gone when closed; memory does not grow with the rows."""
    book = Workbook(write_only=True)
    replies = _sheet(book, _("答复"), reply_headings(), {"B": 30, "C": 60, "H": 24, "O": 60})
    measures = _sheet(book, _("措施"), measure_headings(), {"B": 40, "E": 24, "H": 40, "M": 80})
    figures = _sheet(book, _("数字"), figure_headings(), {"J": 60})
    named = words()
    for reply in (reply for batch in batches for reply in batch):
        replies.append(_cells(replies, reply_row(reply, named, absolute)))
        for measure in reply.measures.all():
            measures.append(_cells(measures, measure_row(reply, measure, named)))
            for figure in measure.figures.all():
                figures.append(_cells(figures, figure_row(reply, measure, figure, named)))
    _add_about(book, about)
    file = tempfile.TemporaryFile()  # noqa: SIM115  the answer that sends it closes it
    book.save(file)
    file.seek(0)
    return file


def _sheet(book: Workbook, title: str, headings: Sequence[str], widths: dict[str, int]) -> Any:
    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, width in widths.items():
        sheet.column_dimensions[column].width = width
    sheet.append(_bold(sheet, headings))
    return sheet


def _add_about(book: Workbook, about: Sequence[Row]) -> None:
    sheet: Any = book.create_sheet(_("说明"))
    sheet.column_dimensions["B"].width = 100
    for row in about:
        sheet.append(_cells(sheet, row))


def _bold(sheet: Any, headings: Sequence[str]) -> list[Any]:
    cells = _cells(sheet, list(headings))
    for cell in cells:
        cell.font = Font(bold=True)
    return cells


def _cells(sheet: Any, row: Row) -> list[Any]:
    return [_text_cell(sheet, value) if isinstance(value, str) else value for value in row]


def _text_cell(sheet: Any, value: Cell) -> Any:
    """Text stays text whatever it begins with, so that nothing in a letter becomes a formula."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", str(value))[:LONGEST_CELL])
    cell.data_type = "s"
    return cell
