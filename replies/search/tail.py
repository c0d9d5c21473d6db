"""Searching what was published since the last rebuild: few texts, read as they are."""

from __future__ import annotations

from collections.abc import Callable

from pyroaring import BitMap

from .entry_text import EntryText
from .postings import LEVELS, Space, weight

FIELDS: dict[Space, Callable[[EntryText], str]] = {
    Space.WHOLE: lambda text: text.whole,
    Space.TITLE: lambda text: text.title,
    Space.HEADINGS: lambda text: text.headings,
    Space.NAMES: lambda text: text.names,
}
LEAST = dict(zip((Space.OFTEN, Space.VERY_OFTEN), LEVELS, strict=True))


def holding(tail: dict[int, EntryText], run: str, space: Space) -> BitMap:
    """The ordinals whose text holds the run there; in OFTEN and VERY_OFTEN, as often as that means."""
    if space in FIELDS:
        field = FIELDS[space]
        return BitMap([ordinal for ordinal, text in tail.items() if run in field(text)])
    return BitMap([ordinal for ordinal, text in tail.items() if _share(text.whole, run) >= LEAST[space]])


def _share(text: str, run: str) -> float:
    times = text.count(run)
    return float(weight(times, len(text))) if times else 0.0
