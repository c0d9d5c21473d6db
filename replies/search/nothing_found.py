"""When nothing is found: which word fails, how it may be meant, and what to leave out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from replies.models import SearchName
from replies.text.names import pinyin_keys

from .state import SearchState

if TYPE_CHECKING:
    from .find import Found

Total = Callable[[SearchState], int]

MOST_SPELLINGS = 3
MOST_KEYS = 500
_EMPTY_QUOTES = re.compile(r"[“\"„＂「『]\s*[”\"“＂」』]")


@dataclass(frozen=True, slots=True)
class WordAlone:
    """A word that was typed, and in how many replies it stands by itself."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class WayOut:
    """Another search, in how many replies it ends, and what is changed in it.

    `code` is `left`, `spelling` or `split` (with `part` the new words), or `without` (with `part` the name of the facet
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
    words = tuple(dict.fromkeys(_alone(found)))
    failing = [word.text for word in words if not word.count]
    ways = [*_left_over(found.state, failing), *_respelt(found, failing), *_without(found.state)]
    counted = (replace(way, count=total(way.state)) for way in ways)
    return Help(words, tuple(way for way in counted if way.count))


def _alone(found: Found) -> Iterator[WordAlone]:
    """Every word; a run that fails is told word by word, as it was read."""
    live, matches = found.snapshot.live, found.matches
    for run in found.query.runs:
        count = len(matches.of_run(run) & live)
        if count or len(matches.parts[run]) == 1:
            yield WordAlone(run.text, count)
        else:
            yield from (WordAlone(p.text, len(matches.of_part(p) & live)) for p in matches.parts[run])


def _left_over(state: SearchState, failing: list[str]) -> Iterator[WayOut]:
    """The words without those that stand nowhere."""
    typed = state.q
    for word in failing:
        typed = typed.replace(word, " ")
    typed = " ".join(_EMPTY_QUOTES.sub(" ", typed).split())
    if failing and typed and typed != state.q:
        yield WayOut("left", typed, state.with_(q=typed))


def _respelt(found: Found, failing: list[str]) -> Iterator[WayOut]:
    """For each word that stands nowhere: its parts, and what is spelt or sounds nearly so."""
    for word in failing:
        parts = found.snapshot.words.parts_of(word)
        if len(parts) > 1:
            yield _way("split", " ".join(parts), word, found.state)
        for spelling in _spellings(word):
            yield _way("spelling", spelling, word, found.state)


def _way(code: str, words: str, word: str, state: SearchState) -> WayOut:
    changed = state.with_(q=_put(state.q, word, words))
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
