"""Index and query tokens: the only place where text is cut.

A folded text is cut three ways, all blind to context, so that what a query asks for is exactly what
the text holds:

- every character and every pair of neighbours (a `gram`);
- every place of every pair, by which a run of any length is followed through the text (`cover`);
- every word of three characters and more that stands in the dictionary or among the archive's own
  terms, wherever its characters stand together, so that a known word is one look-up.

`VERSION` names this way of cutting, and of handing on what is cut; an index made by another has to be made again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from itertools import groupby, pairwise

import rjieba

from .fold import BREAK

VERSION = f"3 rjieba-{version('rjieba')} opencc-{version('opencc')}"

LONGEST_WORD = 12
"""Longer words of the dictionary are followed pair by pair."""

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_TERM_FREQUENCY = 100_000


def is_han(text: str) -> bool:
    """Whether every character is Chinese."""
    return _HAN.fullmatch(text) is not None


def grams(folded: str) -> set[str]:
    """Every character and pair of the folded text, none across a break."""
    found = set(folded)
    found.update(a + b for a, b in pairwise(folded))
    return {gram for gram in found if BREAK not in gram}


def cover(run: str) -> tuple[tuple[int, str], ...]:
    """The fewest pairs, each with its distance from the start, that together spell the run.

    The run has two characters or more.  A text holds the run at a place exactly where it holds each
    pair at that place plus its distance.
    """
    starts = list(range(0, len(run) - 1, 2))
    if len(run) % 2:
        starts.append(len(run) - 2)
    return tuple((start, run[start : start + 2]) for start in starts)


@lru_cache(maxsize=1 << 17)
def _is_looked_up(word: str) -> bool:
    """Whether a word of the dictionary is looked up at once; asked of every word of every text."""
    return len(word) <= LONGEST_WORD and is_han(word)


class Words:
    """The dictionary together with the archive's own terms.

    `phrases` are found by one look-up like words, but no run is read as them: they may be fragments.
    """

    def __init__(self, terms: Iterable[str], phrases: Iterable[str] = ()) -> None:
        self._reader, self._cutter = rjieba.Jieba(), rjieba.Jieba()
        for term in sorted(filter(is_han, terms)):
            self._reader.add_word(term, _TERM_FREQUENCY, None)
            self._cutter.add_word(term, _TERM_FREQUENCY, None)
        for phrase in sorted(filter(is_han, phrases)):
            self._cutter.add_word(phrase, 1, None)

    def knows(self, run: str) -> bool:
        """Whether the run is a word that `found_in` reports wherever it stands."""
        return len(run) > 2 and _is_looked_up(run) and self._cutter.has_word(run)

    def found_in(self, folded: str) -> list[str]:
        """The known words of three characters and more, each as often as it stands in the text, overlaps included."""
        return [word for word in self._cutter.cut_all(folded) if len(word) > 2 and _is_looked_up(word)]

    def read(self, run: str) -> tuple[str, ...]:
        """The words a reader means by a run without blanks; single characters side by side stay together, and so
        does what stands between Chinese characters."""
        if len(run) <= 2 or self._reader.has_word(run):
            return (run,)
        return tuple(_together(self._reader.cut(run, False)))

    def parts_of(self, run: str) -> tuple[str, ...]:
        """The run in shorter words, where it is one that holds others: 拓宽道路 is 拓宽 and 道路."""
        shorter = [word for word in self._reader.cut_for_search(run, False) if 1 < len(word) < len(run)]
        return tuple(shorter) if "".join(shorter) == run else ()

    def tagged(self, folded: str) -> list[tuple[str, str]]:
        """The text as words, each with its part of speech; `x` is what the dictionary does not say."""
        return [(word, tag or "x") for word, tag in self._reader.tag(folded, False)]

    def cut(self, folded: str) -> list[str]:
        """The text as words, each character in one of them."""
        return list(self._reader.cut(folded, False))


def _together(words: Iterable[str]) -> Iterator[str]:
    """A name that no dictionary knows falls into single characters, 3.5 and xiāo at what is no plain letter:
    join them again.  A sign that stands alone between words says nothing."""
    for broken, side in groupby(words, _breaks):
        parts = list(side)
        joined = ["".join(parts)] if broken else parts
        yield from (word for word in joined if any(map(str.isalnum, word)))


def _breaks(word: str) -> str:
    """Of which kind a part is that belongs with its neighbours of that kind; empty for a word."""
    if not _HAN.search(word):
        return "foreign"
    return "single" if len(word) == 1 else ""


@lru_cache(maxsize=4)
def words_with(terms: frozenset[str], phrases: frozenset[str] = frozenset()) -> Words:
    """The dictionary with these; it takes a third of a second to load, and is kept."""
    return Words(terms, phrases)
