"""From glyphs with places to paragraphs: lines, columns, reading order, page furniture, joined lines."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn character; y grows downwards, in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    glyphs: tuple[Glyph, ...]
    width: float
    height: float
    unreadable: int = 0
    pictured: float = 0.0

    def is_scan(self) -> bool:
        """Hardly a word on it, and pictures over half of it."""
        return sum(not glyph.text.isspace() for glyph in self.glyphs) < 50 and self.pictured > 0.5


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


_PAGE_NUMBER = re.compile(
    r"[\s\-—－–_·.•~～]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?(?:[\s,，/／]*(?:共|of)?\s*[0-9]{1,4}\s*页?)?[\s\-—－–_·.•~～]*|"
    r"第\s*[一二三四五六七八九十]{1,3}\s*页"
)
_ADDRESS = re.compile(r"((?:https?|file)://\S+)(?:\s+\d+\s*/\s*\d+)?")
_PRINTED_AT = re.compile(
    r"(?:(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}/\d{1,2}/\d{2,4})[,，\s]*(?:[上下]午)?\s*"
    r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?\s+\S.*"
)
_SENTENCE_END = re.compile(r"[。！？：:；;”」』）)]\s*$")
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、是.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、](?!\d))"
)


def lay_out(pages: Sequence[Page]) -> tuple[str, str | None]:
    """The text of the pages as paragraphs, and the address a browser printed at their edge, if any."""
    columns = [_columns(_lines(page.glyphs)) for page in pages]
    columns, address = _without_furniture(columns)
    return "\n".join(_paragraphs([column for page in columns for column in page])), address


def _lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """Runs of glyphs on one level with no gap wider than one character, as they were drawn."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.text in "\r\n" or (glyph.x1 <= glyph.x0 and not glyph.text.strip()):
            continue
        if runs and _continues(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        elif glyph.text.strip():
            runs.append([glyph])
    return [_line(run) for run in runs]


def _continues(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.bottom - last.top, glyph.bottom - glyph.top, 1.0)
    level = abs((last.top + last.bottom) - (glyph.top + glyph.bottom)) / 2 < 0.4 * size
    return level and -0.5 * size < glyph.x0 - last.x1 < size


def _line(run: Sequence[Glyph]) -> Line:
    shown = [glyph for glyph in run if glyph.text.strip()]
    text = run[0].text
    for last, glyph in pairwise(run):
        text += " " if _is_gap(last, glyph) else ""
        text += glyph.text
    heights = [glyph.bottom - glyph.top for glyph in shown]
    return Line(
        re.sub(r"\s+", " ", text.strip()),
        min(glyph.x0 for glyph in shown),
        max(glyph.x1 for glyph in shown),
        min(glyph.top for glyph in shown),
        max(glyph.bottom for glyph in shown),
        median(heights),
    )


def _is_gap(last: Glyph, glyph: Glyph) -> bool:
    """Between two wide or two narrow characters a gap was meant; a wide and a narrow one stand apart anyway,
    and justified lines are stretched at their punctuation."""
    mixed = (last.text < "\u2e80") != (glyph.text < "\u2e80")
    stretched = not (last.text.isalnum() and glyph.text.isalnum())
    return glyph.x0 - last.x1 > (0.5 if mixed or stretched else 0.18) * (glyph.bottom - glyph.top)


def _columns(lines: list[Line]) -> list[list[Line]]:
    """The blocks of a page in reading order: columns of running text one after another, all else by row."""
    bands = _bands(lines)
    blocks: list[list[Line]] = []
    single: list[list[Line]] = []
    index = 0
    while index < len(bands):
        end, gutter = _column_run(bands, index)
        if gutter is None:
            single.append(bands[index])
            index += 1
            continue
        blocks += [_rows(single)] if single else []
        single = []
        run = list(chain.from_iterable(bands[index:end]))
        for side in ([line for line in run if line.x1 <= gutter], [line for line in run if line.x1 > gutter]):
            blocks += _columns(side)
        index = end
    return blocks + ([_rows(single)] if single else [])


def _bands(lines: list[Line]) -> list[list[Line]]:
    """Lines grouped by level; lines that overlap in height share a band."""
    bands: list[list[Line]] = []
    floor = -math.inf
    for line in sorted(lines, key=lambda line: line.middle):
        half = 0.25 * line.size
        if line.middle - half >= floor:
            bands.append([])
        bands[-1].append(line)
        floor = max(floor, line.middle + half)
    return bands


def _column_run(bands: list[list[Line]], start: int) -> tuple[int, float | None]:
    """The longest run of bands from `start` that a gutter parts into columns of running text.

    Returns its end and the gutter's middle, or None for the gutter where there is no such run.
    """
    gaps = _gaps(bands[start])
    best: tuple[int, float | None] = (start + 1, None)
    for end in range(start + 1, min(len(bands), start + 200) + 1):
        if end > start + 1:
            gaps = _common(gaps, _gaps(bands[end - 1]))
        if not gaps:
            break
        if end - start >= 2:
            run = list(chain.from_iterable(bands[start:end]))
            wide = max(gaps, key=lambda gap: min(gap[1], 1e6) - max(gap[0], -1e6) if _inner(gap) else 0)
            middle = (wide[0] + wide[1]) / 2
            if _inner(wide) and _is_columns(run, middle):
                best = (end, middle)
    return best


def _inner(gap: tuple[float, float]) -> bool:
    return math.isfinite(gap[0]) and math.isfinite(gap[1])


def _gaps(band: list[Line]) -> list[tuple[float, float]]:
    """The stretches of a band without any text, those beyond its two ends included."""
    gaps: list[tuple[float, float]] = []
    reached = -math.inf
    for line in sorted(band, key=lambda line: line.x0):
        if line.x0 - reached > line.size * 0.8:
            gaps.append((reached, line.x0))
        reached = max(reached, line.x1)
    return [*gaps, (reached, math.inf)]


def _common(some: list[tuple[float, float]], others: list[tuple[float, float]]) -> list[tuple[float, float]]:
    met = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [gap for gap in met if gap[1] - gap[0] > 8]


def _is_columns(run: list[Line], gutter: float) -> bool:
    """Running text fills its column; the cells of a table and a contact line do not."""
    return all(
        _is_running_text(side)
        for side in ([line for line in run if line.x1 <= gutter], [line for line in run if line.x1 > gutter])
    )


def _is_running_text(side: list[Line]) -> bool:
    if len(side) < 4:
        return False
    width = max(line.x1 for line in side) - min(line.x0 for line in side)
    full = sum(line.x1 - line.x0 > 0.8 * width for line in side)
    return width > 8 * side[0].size and full * 2 >= len(side)


def _rows(bands: list[list[Line]]) -> list[Line]:
    """One line per band, its pieces from left to right."""
    rows: list[Line] = []
    for band in bands:
        pieces = sorted(band, key=lambda line: line.x0)
        rows.append(
            Line(
                " ".join(piece.text for piece in pieces),
                pieces[0].x0,
                max(piece.x1 for piece in pieces),
                min(piece.top for piece in pieces),
                max(piece.bottom for piece in pieces),
                max(piece.size for piece in pieces),
            )
        )
    return rows


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
    return any(form.fullmatch(text) for form in (_PAGE_NUMBER, _ADDRESS, _PRINTED_AT))


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
    indents: bool

    def is_full(self, line: Line) -> bool:
        return line.x1 >= self.right - 1.8 * line.size

    def is_indented(self, line: Line) -> bool:
        return line.x0 >= self.left + 0.9 * line.size


def _measure(lines: list[Line]) -> _Measure:
    ends = sorted(line.x1 for line in lines)
    right = ends[int(0.9 * (len(ends) - 1))]
    size = median(line.size for line in lines)
    full = [line for line in lines if line.x1 >= right - 1.8 * size]
    left = min(line.x0 for line in full)
    steps = [b.middle - a.middle for a, b in pairwise(lines) if 0 < b.middle - a.middle < 4 * size]
    indented = sum(line.x0 >= left + 1.5 * size for line in full)
    return _Measure(left, right, median(steps) if steps else 2 * size, indented * 10 >= len(full))


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
    """Each block's measure; blocks of one width share theirs, so a short last page has its margins."""
    measures: list[_Measure] = []
    widths = [
        (round(min(line.x0 for line in block) / 40), round(max(line.x1 for line in block) / 40))
        for block in blocks
    ]
    for width in widths:
        alike = [
            block
            for block, other in zip(blocks, widths, strict=True)
            if abs(other[0] - width[0]) <= 1 and abs(other[1] - width[1]) <= 1
        ]
        measures.append(_measure(list(chain.from_iterable(alike))))
    return measures


def _goes_on(last: tuple[Line, _Measure], line: Line, measure: _Measure, *, same_block: bool) -> bool:
    before, its_measure = last
    if not its_measure.is_full(before) or measure.is_indented(line):
        return False
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return False
    if same_block and line.middle - before.middle > 1.45 * measure.pitch:
        return False
    ends = _SENTENCE_END.search(before.text) and not measure.indents
    return not (ends and _NUMBERED.match(line.text))


def _joined(first: str, second: str) -> str:
    both_latin = (
        first[-1:].isascii() and second[:1].isascii() and first[-1:].isalpha() and second[:1].isalpha()
    )
    return first + (" " if both_latin else "") + second
