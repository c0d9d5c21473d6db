"""From glyphs with places to lines in reading order."""

from __future__ import annotations

import math
import re
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
    """`cells` counts the pieces that wide gaps part a row into."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    cells: int = 1

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


# More levels than this on one page are a drawing or a register, not columns of a letter.
MAX_BANDS = 150


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
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
    and justified lines are stretched at their punctuation, of which two wide ones never stand apart."""
    mixed = (last.text < "\u2e80") != (glyph.text < "\u2e80")
    stretched = not (last.text.isalnum() and glyph.text.isalnum())
    if _is_wide_mark(last.text) and _is_wide_mark(glyph.text):
        return False
    # Some fonts tell no more of a character than its ink, and that of 一 is hardly high.
    size = max(side for each in (last, glyph) for side in (each.bottom - each.top, each.x1 - each.x0))
    return glyph.x0 - last.x1 > (0.5 if mixed or stretched else 0.18) * size


def _is_wide_mark(text: str) -> bool:
    return text > "\u2e80" and not text.isalnum()


def columns(lines: list[Line]) -> list[list[Line]]:
    """The blocks of a page in reading order: columns of running text one after another, all else by row."""
    bands = _bands(lines)
    if len(bands) > MAX_BANDS:
        return [_rows(bands)]
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
            blocks += columns(side)
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
    for end in range(start + 1, len(bands) + 1):
        if end > start + 1:
            gaps = _common(gaps, _gaps(bands[end - 1]))
        if not gaps:
            break
        if end - start >= 2:
            run = list(chain.from_iterable(bands[start:end]))
            wide = max(gaps, key=lambda gap: min(gap[1], 1e6) - max(gap[0], -1e6) if _inner(gap) else 0)
            middle = (wide[0] + wide[1]) / 2
            goes_on = best[1] is not None and _has_both_sides(bands[end - 1], middle)
            if _inner(wide) and (goes_on or _is_columns(run, middle)):
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


def _has_both_sides(band: list[Line], gutter: float) -> bool:
    """Columns go on beside each other where one of them ends in short lines: a signature, a date."""
    return {line.x1 <= gutter for line in band} == {True, False}


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
                len(pieces),
            )
        )
    return rows
