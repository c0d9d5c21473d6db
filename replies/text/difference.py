"""What changed between two texts, as pieces that a page sets side by side.

Clauses are matched first, so that a new sentence shows as one; inside clauses that changed, characters. The
work grows with the length of the texts and not with its square: clauses that occur once in both are fixed
first, and only what lies between them is compared closely.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq

PieceKind = Literal["same", "added", "removed"]
_CLAUSE = re.compile(r"[^，。；：！？,;!?\n]*(?:[，。；：！？,;!?]+[”’」』）)]*|\n+|$)\s*")
# Cells of the comparison's table; beyond it a stretch counts as replaced whole.
_CELLS = 20_000_000
_CHARACTER_CELLS = 4_000_000
# Below this share of common characters two clauses are two clauses, not one that was edited.
_EDITED = 0.35


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the old text, of the new, or of both; `same` ones may differ in blanks and widths."""

    kind: PieceKind
    old_text: str
    new_text: str


@dataclass(frozen=True, slots=True)
class _Block:
    """Half-open ranges of two sequences, either the same in both or replaced by each other."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Pieces whose old texts join to `old` and whose new texts join to `new`, in order."""
    ours, theirs = _clauses(old), _clauses(new)
    aligned = _aligned([_key(clause) for clause in ours], [_key(clause) for clause in theirs])
    pieces: list[Piece] = []
    for same, blocks in groupby(aligned, key=lambda block: block.same):
        found = list(blocks)
        before = "".join("".join(ours[slice(*block.old)]) for block in found)
        after = "".join("".join(theirs[slice(*block.new)]) for block in found)
        pieces += [Piece("same", before, after)] if same else _within(before, after)
    return tuple(_merged(pieces))


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE.findall(text) if clause]


def _key(clause: str) -> str:
    """What makes two clauses the same for a reader: not blanks, not widths."""
    return "".join(unicodedata.normalize("NFKC", clause).split())


def _aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[_Block]:
    """The sequences as blocks, anchored at what occurs once in both."""
    at_old = at_new = 0
    for a, b in [*_anchors(old, new), (len(old), len(new))]:
        yield from _closely(old, new, (at_old, a), (at_new, b))
        if a < len(old):
            yield _Block(True, (a, a + 1), (b, b + 1))
        at_old, at_new = a + 1, b + 1


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest rising run of pairs of places of what occurs exactly once in each."""
    once_old, once_new = Counter(old), Counter(new)
    places = {item: index for index, item in enumerate(new) if once_new[item] == 1}
    pairs = [
        (index, places[item]) for index, item in enumerate(old) if once_old[item] == 1 and item in places
    ]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of pairs, sorted by the first, whose second members rise."""
    ends: list[int] = []
    chosen: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(chosen[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        chosen[length : length + 1] = [index]
    run: list[tuple[int, int]] = []
    at = chosen[-1] if chosen else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _closely(
    old: Sequence[Hashable], new: Sequence[Hashable], ours: tuple[int, int], theirs: tuple[int, int]
) -> Iterator[_Block]:
    """The stretch between two anchors, by the longest common subsequence where that is affordable."""
    sizes = ours[1] - ours[0], theirs[1] - theirs[0]
    if not any(sizes):
        return
    if not all(sizes) or sizes[0] * sizes[1] > _CELLS:
        yield _Block(False, ours, theirs)
        return
    for step in LCSseq.opcodes(old[slice(*ours)], new[slice(*theirs)]):
        yield _Block(
            step.tag == "equal",
            (ours[0] + step.src_start, ours[0] + step.src_end),
            (theirs[0] + step.dest_start, theirs[0] + step.dest_end),
        )


def _within(old: str, new: str) -> list[Piece]:
    """The characters that changed in a stretch of changed clauses, if it was edited and not written anew."""
    if not old or not new or len(old) * len(new) > _CHARACTER_CELLS:
        return _replaced(old, new)
    if LCSseq.normalized_similarity(old, new) < _EDITED:
        return _replaced(old, new)
    pieces: list[Piece] = []
    for step in LCSseq.opcodes(old, new):
        before, after = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        pieces += [Piece("same", before, after)] if step.tag == "equal" else _replaced(before, after)
    return _without_crumbs(pieces)


def _replaced(old: str, new: str) -> list[Piece]:
    pieces = [Piece("removed", old, "")] if old else []
    return pieces + ([Piece("added", "", new)] if new else [])


def _without_crumbs(pieces: list[Piece]) -> list[Piece]:
    """A single character that happens to agree between two changes only makes them hard to read."""
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        inner = 0 < index < len(pieces) - 1
        if piece.kind == "same" and inner and len(piece.old_text.strip()) <= 1:
            kept += _replaced(piece.old_text, piece.new_text)
        else:
            kept.append(piece)
    return kept


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece; in each changed stretch what was removed comes first."""
    old = new = ""
    same: Piece | None = None
    for piece in pieces:
        if piece.kind != "same":
            if same is not None:
                yield same
                same = None
            old, new = old + piece.old_text, new + piece.new_text
            continue
        yield from _replaced(old, new)
        old = new = ""
        whole = same or Piece("same", "", "")
        same = Piece("same", whole.old_text + piece.old_text, whole.new_text + piece.new_text)
    yield from _replaced(old, new)
    if same is not None:
        yield same
