"""Pieces of text, hit or not.

Runs to be marked are folded (`fold.fold`); what comes back is the text as written.  Nothing here is
markup: a template escapes each piece and marks the hits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from .fold import fold, fold_with_map

Stretch = tuple[int, int]
"""A part of a letter, half-open."""


class Piece(NamedTuple):
    """A stretch of text as written, and whether it is a hit."""

    text: str
    hit: bool = False


def mark(text: str, runs: Iterable[str]) -> tuple[Piece, ...]:
    """The text cut into pieces; joined again they are the text."""
    pieces: list[Piece] = []
    done = 0
    for start, end in _merged(chain.from_iterable(places_of(text, list(runs)))):
        pieces += [Piece(text[done:start]), Piece(text[start:end], hit=True)]
        done = end
    pieces.append(Piece(text[done:]))
    return tuple(piece for piece in pieces if piece.text)


def places_of(text: str, runs: Sequence[str]) -> list[list[Stretch]]:
    """For each run where it stands in the text as written."""
    as_written, folded = [_hits(text, run) for run in runs], fold(text)
    if all(len(found) == len(_hits(folded, run)) for run, found in zip(runs, as_written, strict=True)):
        return as_written  # all of them are written as they are asked for
    mapped = fold_with_map(text)
    return [[mapped.original_span(*hit) for hit in _hits(mapped.text, run)] for run in runs]


def _hits(text: str, run: str) -> list[Stretch]:
    """Every place of a run, overlapping ones included."""
    found = []
    place = text.find(run) if run else -1
    while place >= 0:
        found.append((place, place + len(run)))
        place = text.find(run, place + 1)
    return found


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
