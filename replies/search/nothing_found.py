"""When nothing is found: which word fails, how it may be meant, and what to leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from pyroaring import BitMap

from replies.text.fold import fold, fold_with_map
from replies.text.names import latin
from replies.text.search_query import Condition, Run

from .match import Matches
from .number_box import read_number
from .spelling import spellings
from .state import SearchState

if TYPE_CHECKING:
    from .find import Found

Total = Callable[[SearchState], int]
Asked = tuple[Condition, Run]

MOST_CONDITIONS = 8
"""So many typed conditions are left out one by one; each costs a search."""
MOST_RESPELT = 4


@dataclass(frozen=True, slots=True)
class WordAlone:
    """A word that was typed, in how many replies it stands by itself, and the search for it alone."""

    text: str
    count: int
    state: SearchState


@dataclass(frozen=True, slots=True)
class WayOut:
    """Another search, in how many replies it ends, and what is changed in it.

    `code` is `left`, `spelling` or `split` (with `part` the new box), or `without` (with `part` the name of the facet
    and `value` what was chosen in it, `typed` and one condition of the box, `q` for all of it, `year_from` for
    the range of years, `facets` for all that was chosen or `all`).
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
    offered = (*_respelt(found), *_untyped(found), *_left_over(found), *_without(found.state))
    everything = _left_out(_without_choices(found.state).without("q"), "all", "")
    return Help(
        tuple(dict.fromkeys(_alone(found, total))), _finding(offered, total) or _finding([everything], total)
    )


def _finding(offered: Iterable[WayOut], total: Total) -> tuple[WayOut, ...]:
    """Those that find something, each search once."""
    ways: dict[SearchState, WayOut] = {}
    for way in offered:
        ways.setdefault(way.state, way)
    counted = (replace(way, count=total(way.state)) for way in ways.values())
    return tuple(way for way in counted if way.count)


def _alone(found: Found, total: Total) -> Iterator[WordAlone]:
    """Every word, those of one character only where they fail or were typed alone."""
    for run in found.query.runs:
        for text, count in _counted(run, found):
            whole = text == run.text and not run.quoted
            state = SearchState(q=text if whole else _quoted(text))
            if whole and (run in found.matches.also or read_number(text)):
                count = total(state)  # alone it may be a name or a number, or be one no more
            if len(text) > 1 or not count or text == run.text:
                yield WordAlone(text, count, state)


def _quoted(text: str) -> str:
    """As a phrase; folded text has no corner brackets."""
    return f"「{text}」" if '"' in text else f'"{text}"'


def _counted(run: Run, found: Found) -> Iterator[tuple[str, int]]:
    """In how many replies the run stands; one that fails is told word by word, as it was read."""
    live, matches = found.snapshot.live, found.matches
    count = len(matches.of_run(run) & live)
    if count or len(matches.parts[run]) == 1:
        yield run.text, count
    else:
        yield from ((part.text, len(matches.of_part(part) & live)) for part in matches.parts[run])


def _left_over(found: Found) -> Iterator[WayOut]:
    """As many of the words as one reply that fits all else holds together, the first typed before others."""
    query = found.query
    held = BitMap.intersection(found.snapshot.live, *found.choices.by_facet.values(), *found.choices.typed)
    kept = []
    for condition in query.conditions:
        typed = query.typed[condition.start : condition.end]
        if condition.runs and not condition.excluded:
            typed, held = _fitting(condition, typed, held, found.matches)
        kept.append(typed)
    if any(typed for typed, condition in zip(kept, query.conditions, strict=True) if condition.runs):
        yield _asking("left", " ".join(filter(None, kept)), found.state)


def _fitting(condition: Condition, typed: str, held: BitMap, matches: Matches) -> tuple[str, BitMap]:
    """The condition as far as replies that are held fulfil it: as typed, or those of its words they hold."""
    fulfilling = BitMap.union(*(matches.of_run(run) for run in condition.runs)) & held
    if fulfilling:
        return typed, fulfilling
    words = []
    for part in matches.parts[condition.runs[0]] if len(condition.runs) == 1 else ():
        if len(part.text) > 1 and (both := matches.of_part(part) & held):
            held = both
            words.append(part.text if part.text.isalnum() else _quoted(part.text))
    return " ".join(words), held


def _asking(code: str, words: str, state: SearchState) -> WayOut:
    return WayOut(code, words, state.with_(q=words))


def _respelt(found: Found) -> Iterator[WayOut]:
    """For each word that stands nowhere: its parts, and what is spelt or sounds nearly so; for a run first the whole."""
    asked = [(c, run) for c in found.query.conditions if not c.excluded for run in c.runs]
    for condition, run in islice(_of_several_words(asked, found), MOST_RESPELT):
        for spelling in spellings(run.text, found.snapshot):
            yield _exchanged("spelling", condition, run.text, spelling, found)
    failing = {text: (c, run) for c, run in asked for text, count in _counted(run, found) if not count}
    for word, (condition, run) in islice(failing.items(), MOST_RESPELT):
        words = found.snapshot.words
        parts = words.parts_of(word) or (words.read(word) if run.quoted else ())
        split = [("split", " ".join(parts))] if len(parts) > 1 else []
        near = [("spelling", spelling) for spelling in spellings(word, found.snapshot)]
        yield from (_exchanged(code, condition, word, new, found) for code, new in (*split, *near))
    if len(failing) > 1 and (letters := latin(found.query.words)):
        near = [("spelling", spelling) for spelling in spellings(letters, found.snapshot)]
        yield from (_asking(code, words, found.state) for code, words in near)
    yield from _renamed(found)


def _of_several_words(asked: list[Asked], found: Found) -> Iterator[Asked]:
    """The runs that were read as several words and stand nowhere, if typed without a stop or blank inside."""
    for condition, run in asked:
        typed = fold(found.query.typed[condition.start : condition.end])
        several = len(found.matches.parts[run]) > 1 and run.text in typed
        if several and not found.matches.of_run(run) & found.snapshot.live:
            yield condition, run


def _renamed(found: Found) -> Iterator[WayOut]:
    """What 城市:温洲 may be."""
    unknown = {(n.code.removeprefix("unknown-"), n.part) for n in found.choices.notices}
    for condition in found.query.fields[:MOST_CONDITIONS]:
        for value in condition.values:
            if (condition.field, value) in unknown:
                for name in spellings(fold(value), found.snapshot, {condition.field}):
                    yield _exchanged("spelling", condition, fold(value), name, found)


def _exchanged(code: str, condition: Condition, word: str, words: str, found: Found) -> WayOut:
    """The box with one word of a condition exchanged."""
    typed = found.query.typed[condition.start : condition.end]
    folded = fold_with_map(typed)
    start, end = folded.original_span(folded.text.index(word), folded.text.index(word) + len(word))
    changed = typed[:start] + words + typed[end:]
    if code == "split":
        changed = words if condition.runs[0].quoted else f"{typed[:start]} {words} {typed[end:]}"
    return _asking(code, found.query.instead_of(condition, changed), found.state)


def _untyped(found: Found) -> Iterator[WayOut]:
    """One of several conditions in the box left out at a time, and all but the words where several are on fields."""
    query, conditions = found.query, found.query.conditions
    if query.words and len(query.fields) > 1:
        yield _asking("left", query.words, found.state)
    for condition in conditions[:MOST_CONDITIONS] if len(conditions) > 1 else ():
        rest = found.state.with_(q=found.query.instead_of(condition, ""))
        yield _left_out(rest, "typed", found.query.typed[condition.start : condition.end])


def _without(state: SearchState) -> Iterator[WayOut]:
    """The box, or one choice at a time, left out; where several choices may each fail, all of them at once."""
    if state.q.strip():
        yield _left_out(state.without("q"), "q", "")
    for facet, value in state.chosen:
        yield _left_out(state.without(facet, value), facet, value)
    if state.year_from or state.year_to:
        yield _left_out(state.with_(year_from=None, year_to=None), "year_from", "")
    if state.chosen:
        yield _left_out(_without_choices(state), "facets", "")


def _without_choices(state: SearchState) -> SearchState:
    return state.with_(**{facet: () for facet, _ in state.chosen}, year_from=None, year_to=None)


def _left_out(state: SearchState, facet: str, value: str) -> WayOut:
    return WayOut("without", facet, state, value=value)
