"""From lines in reading order to paragraphs: page furniture taken out, broken lines joined."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median

from .pdf_layout import Line, Page, columns, lines_of

_PAGE_NUMBER = re.compile(
    r"[\s\-—－–_·.•~～]*(?:第\s*)?[0-9０-９]{1,3}(?:\s*页)?(?:[\s,，]*(?:/|／|共|of)\s*[0-9]{1,3}\s*页?)?[\s\-—－–_·.•~～]*|"
    r"第\s*[一二三四五六七八九十]{1,3}\s*页"
)
_ADDRESS = re.compile(r"((?:https?|file)://\S+)(?:\s+\d+\s*/\s*\d+)?")
_PRINTED_AT = re.compile(
    r"(?:(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}/\d{1,2}/\d{2,4})[,，\s]*(?:[上下]午)?\s*"
    r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?\s+\S.*"
)
# Columns whose edges fall into one step of this many points are one; with this many lines, they show margins.
_GRID = 40
_RUNNING = 6
_SHORT = 40
_SENTENCE_END = re.compile(r"[。！？：:；;”」』）)]\s*$")
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、是.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、](?!\d))"
)


def lay_out(pages: Sequence[Page]) -> tuple[str, str | None]:
    """The text of the pages as paragraphs, and the address a browser printed at their edge, if any."""
    blocks = [columns(lines_of(page.glyphs)) for page in pages]
    blocks, address = _without_furniture(blocks)
    return "\n".join(_paragraphs([block for page in blocks for block in page])), address


def _without_furniture(pages: list[list[list[Line]]]) -> tuple[list[list[list[Line]]], str | None]:
    """Takes out running headers and footers, page numbers and what a browser prints at the edges."""
    edges = [_edges(page) for page in pages]
    counts = Counter(key for page in edges for key in {_key(line) for line in page})
    often = max(2, math.ceil(0.4 * len(pages)))
    address: str | None = None
    kept: list[list[list[Line]]] = []
    for page, edge in zip(pages, edges, strict=True):
        gone = {id(line) for line in edge if counts[_key(line)] >= often or _is_page_mark(line.text)}
        for line in edge:
            found = _ADDRESS.fullmatch(line.text)
            if found and found.group(1).startswith("http"):
                address = address or found.group(1)
        kept.append([[line for line in block if id(line) not in gone] for block in page])
    return kept, address


def _is_page_mark(text: str) -> bool:
    forms = (_PAGE_NUMBER, _ADDRESS, _PRINTED_AT) if len(text) < _SHORT else (_ADDRESS, _PRINTED_AT)
    return any(form.fullmatch(text) for form in forms)


def _edges(page: list[list[Line]]) -> list[Line]:
    """The two highest and the two lowest lines of a page."""
    lines = sorted(chain.from_iterable(page), key=lambda line: line.middle)
    return lines if len(lines) <= 4 else [*lines[:2], *lines[-2:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))


@dataclass(frozen=True, slots=True)
class _Measure:
    """The margins of running text and the usual distance of its lines."""

    left: float
    right: float
    pitch: float
    size: float
    indents: bool

    def is_full(self, line: Line) -> bool:
        return line.x1 >= self.right - 1.8 * line.size

    def is_set_right(self, line: Line) -> bool:
        """A signature or a date: it ends at the margin because it was put there."""
        return line.x0 > (self.left + self.right) / 2

    def is_wide(self, size: float) -> bool:
        """Whether running text would be set in this width; narrower stands a list or a signature."""
        return self.right - self.left >= 12 * size

    def is_indented(self, line: Line) -> bool:
        return line.x0 >= self.left + 0.9 * line.size


def _measure(lines: list[Line]) -> _Measure:
    ends = sorted(line.x1 for line in lines)
    right = ends[int(0.9 * (len(ends) - 1))]
    size = median(line.size for line in lines)
    reaches = right - 1.8 * size
    full = [line for line in lines if line.x1 >= reaches]
    # Where no paragraph is longer than two lines, only the second of each shows the margin.
    after_full = [b for a, b in pairwise(lines) if a.x1 >= reaches and b.cells == 1]
    left = min(line.x0 for line in [*full, *after_full])
    steps = [b.middle - a.middle for a, b in pairwise(lines) if 0 < b.middle - a.middle < 4 * size]
    indented = sum(line.x0 >= left + 1.5 * size for line in full)
    return _Measure(left, right, median(steps) if steps else 2 * size, size, indented * 10 >= len(full))


def _paragraphs(blocks: list[list[Line]]) -> list[str]:
    """Joins the lines of a paragraph, over columns and pages too."""
    blocks = [block for block in blocks if block]
    paragraphs: list[str] = []
    last: tuple[Line, _Measure] | None = None
    for block, measure in zip(blocks, _measures(blocks), strict=True):
        for index, line in enumerate(block):
            if last is not None and _goes_on(last, line, measure, same_block=index > 0):
                paragraphs[-1] = _joined(paragraphs[-1], line.text)
            else:
                paragraphs.append(line.text)
            last = (line, measure)
    return paragraphs


def _measures(blocks: list[list[Line]]) -> list[_Measure]:
    """Each block's measure, taken from the narrowest column of running text it lies in: the few lines of a last
    page do not show where the margins are."""
    extents = [_extent(block) for block in blocks]
    columns_seen: dict[tuple[int, int], list[Line]] = {}
    for (left, right), block in zip(extents, blocks, strict=True):
        columns_seen.setdefault((round(left / _GRID), round(right / _GRID)), []).extend(block)
    hosts = [(_extent(lines), _measure(lines)) for lines in columns_seen.values() if _is_running(lines)]
    hosts.sort(key=lambda host: host[0][1] - host[0][0])
    measures: list[_Measure] = []
    for (left, right), block in zip(extents, blocks, strict=True):
        around = (
            measure for (x0, x1), measure in hosts if x0 <= left + _GRID / 2 and right - _GRID / 2 <= x1
        )
        measures.append(next(around, None) or _measure(block))
    return measures


def _is_running(lines: list[Line]) -> bool:
    measure = _measure(lines)
    return len(lines) >= _RUNNING and sum(map(measure.is_full, lines)) * 5 >= 2 * len(lines)


def _extent(lines: list[Line]) -> tuple[float, float]:
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def _goes_on(last: tuple[Line, _Measure], line: Line, measure: _Measure, *, same_block: bool) -> bool:
    before, its_measure = last
    if same_block and _is_title_over_lines(before, line, measure):
        return True
    if not its_measure.is_full(before) or measure.is_indented(line) or not its_measure.is_wide(before.size):
        return False
    if before.cells > 1 or line.cells > 1 or its_measure.is_set_right(before):
        return False
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return False
    if same_block and line.middle - before.middle > 1.45 * measure.pitch:
        return False
    ends = _SENTENCE_END.search(before.text) and not measure.indents
    return not (ends and _NUMBERED.match(line.text))


def _is_title_over_lines(before: Line, line: Line, measure: _Measure) -> bool:
    """Two lines in one size larger than the text's, the first as wide as the page, the second in its middle."""
    sizes = sorted((before.size, line.size))
    if sizes[0] < 1.15 * measure.size or sizes[1] > 1.15 * sizes[0] or before.cells + line.cells > 2:
        return False
    if ":" in line.text or "：" in line.text:
        return False
    wide = measure.is_full(before) and before.x0 <= measure.left + 1.8 * before.size
    middle = (measure.left + measure.right) / 2
    near = line.middle - before.middle < 2.2 * before.size
    return wide and near and abs((line.x0 + line.x1) / 2 - middle) < 0.8 * line.size


def _joined(first: str, second: str) -> str:
    both_latin = (
        first[-1:].isascii() and second[:1].isascii() and first[-1:].isalpha() and second[:1].isalpha()
    )
    return first + (" " if both_latin else "") + second
