"""When nothing is found: which word fails, how it may be meant, and what to leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from replies.models import SearchName
from replies.text.names import pinyin_keys
from replies.text.search_query import Run

from .state import SearchState

if TYPE_CHECKING:
    from .find import Found

Total = Callable[[SearchState], int]

MOST_SPELLINGS = 3
MOST_KEYS = 500


@dataclass(frozen=True, slots=True)
class WordAlone:
    """A word that was typed, and in how many replies it stands by itself."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class WayOut:
    """Another search, in how many replies it ends, and what is changed in it.

    `code` is `spelling` or `split` (with `part` the new words), or `without` (with `part` the name of the facet
    and `value` what was chosen in it, `q` for all words or `year_from` for the range of years).
    """

    code: str
    part: str
    state: SearchState
    count: int = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    words: tuple[WordAlone, ...]
    ways_out: tuple[WayOut, ...]


def help_with(found: Found, total: Total) -> Help:
    """For an empty answer; a few searches more, each with its count, none that is empty too; `total` counts a state."""
    live = found.snapshot.live
    alone = {run: len(found.matches.of_run(run) & live) for run in found.query.runs}
    words = tuple(WordAlone(run.text, count) for run, count in alone.items())
    ways = (replace(way, count=total(way.state)) for way in (*_respelt(found, alone), *_without(found.state)))
    return Help(words, tuple(way for way in ways if way.count))


def _respelt(found: Found, alone: dict[Run, int]) -> Iterator[WayOut]:
    """For each word that stands nowhere: its parts, and what is spelt or sounds nearly so."""
    for run in (run for run, count in alone.items() if not count):
        parts = found.snapshot.words.parts_of(run.text)
        if len(parts) > 1:
            yield _way("split", " ".join(parts), run, found.state)
        for spelling in _spellings(run.text):
            yield _way("spelling", spelling, run, found.state)


def _way(code: str, words: str, run: Run, state: SearchState) -> WayOut:
    changed = state.with_(q=_put(state.q, run.text, words))
    return WayOut(code, words, changed)


def _put(typed: str, word: str, words: str) -> str:
    """The box with one word exchanged; where it was typed in another form, the new words alone."""
    return typed.replace(word, words) if word in typed else words


def _spellings(word: str) -> list[str]:
    """Words and names of the archive that sound the same, or differ in one character."""
    keys = pinyin_keys(word)
    alike = list(SearchName.objects.filter(key__in=keys[:1]).order_by("-weight")[:MOST_KEYS]) if keys else []
    if len(word) > 2:
        near = SearchName.objects.filter(key__startswith=word[0]) | SearchName.objects.filter(
            key__endswith=word[-2:]
        )
        alike += near.order_by("-weight")[:MOST_KEYS]
    labels = dict.fromkeys(name.label for name in alike if name.label != word)
    distances = {label: Levenshtein.distance(word, label) for label in labels}
    sounding = {name.label for name in alike if name.key in keys[:1]}
    return [
        label for label in labels if distances[label] == 1 or (label in sounding and len(label) == len(word))
    ][:MOST_SPELLINGS]


def _without(state: SearchState) -> Iterator[WayOut]:
    """One condition left out at a time."""
    if state.q.strip():
        yield _left_out(state.without("q"), "q", "")
    for facet, value in state.chosen:
        yield _left_out(state.without(facet, value), facet, value)
    if state.year_from or state.year_to:
        yield _left_out(replace(state.without("year_from"), year_to=None), "year_from", "")


def _left_out(state: SearchState, facet: str, value: str) -> WayOut:
    return WayOut("without", facet, state, value=value)
