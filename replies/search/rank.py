"""In which order: the replies that are about the question first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.text.search_query import Query

from .match import Matches, Part
from .ordinals import Ordinals, ordinals_of
from .postings import LEVELS, Space
from .snapshot import Snapshot

ONCE = 0.45
"""BM25's share of a word that stands once in a text of the usual length."""

GAINS = {
    Space.OFTEN: LEVELS[0] - ONCE,
    Space.VERY_OFTEN: LEVELS[1] - LEVELS[0],
    Space.HEADINGS: 0.5,
    Space.TITLE: 1.5,
    Space.NAMES: 0.6,
}
"""What standing there adds to a word's share."""

WHOLE_RUN = 1_000.0
NUMBERED = 1_000_000.0
OWN = 500.0
"""Added for holding a run as it was typed, for bearing the number asked for, and for being the reply of whom the
question names: these come first."""

RECENCY = 0.15
RECENT_DAYS = 5 * 365
"""What part being of the archive's newest day adds, and in how many days that falls to a third."""

NEARNESS = 2.0
"""What standing side by side adds to words that were not typed as one run."""

GRAIN = 1e-10
"""Times the id: settles what is equal, so that every order is one order."""


def by_relevance(
    hits: BitMap,
    ordinals: Ordinals,
    query: Query,
    matches: Matches,
    numbered: BitMap,
    own: BitMap,
) -> NDArray[np.float64]:
    """A score for each of the hits; no two are the same.  `ordinals` are the hits again, as an array."""
    matches.look_up_order(query.runs)
    snapshot = matches.snapshot
    scores = np.zeros(len(snapshot.days), dtype=np.float64)
    for part in dict.fromkeys(part for run in query.runs for part in matches.parts[run]):
        _add_part(scores, part, hits, matches)
    scores[ordinals] *= 1 + recency(ordinals, snapshot)
    for run in query.runs:
        _add(scores, matches.of_whole(run) & hits, WHOLE_RUN if len(matches.parts[run]) > 1 else 0)
    _add(scores, numbered & hits, NUMBERED)
    _add(scores, own & hits, OWN)
    return np.asarray(scores[ordinals] + snapshot.reply_ids[ordinals] * GRAIN)


def _add_part(scores: NDArray[np.float64], part: Part, hits: BitMap, matches: Matches) -> None:
    docs = matches.of_part(part) & hits
    rare = rarity(len(matches.of_part(part) & matches.snapshot.live), len(matches.snapshot.live))
    _add(scores, docs, rare * ONCE)
    for space, gain in GAINS.items():
        _add(scores, matches.in_space(part, space) & docs, rare * gain)


def rarity(having: int, of_all: int) -> float:
    return math.log(1 + (of_all - having + 0.5) / (having + 0.5))


def _add(scores: NDArray[np.float64], docs: BitMap, gain: float) -> None:
    if docs and gain:
        scores[ordinals_of(docs)] += gain


def recency(ordinals: Ordinals, snapshot: Snapshot) -> NDArray[np.float64]:
    """From `RECENCY` for the archive's newest day down towards 0."""
    days = snapshot.days[ordinals]
    newest = int(snapshot.days.max()) if len(snapshot.days) else 0
    return np.asarray(RECENCY * np.exp((days - newest) / RECENT_DAYS))


def by_date(ordinals: Ordinals, snapshot: Snapshot, *, newest: bool) -> NDArray[np.float64]:
    """A score for each of the ordinals that puts the newest, or the oldest, first."""
    days = snapshot.days[ordinals].astype(np.float64)
    return np.asarray((days if newest else -days) + snapshot.reply_ids[ordinals] * 1e-9)


def best(scores: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """Where the `count` highest scores are, in order, without sorting the rest."""
    if count >= len(scores):
        return np.argsort(-scores)
    top = np.argpartition(-scores, count)[:count]
    return top[np.argsort(-scores[top])]


def nearness(letter: str, words: Sequence[str]) -> float:
    """1 where all the words stand side by side, less the further apart they meet, 0 where one is missing."""
    if not all(word in letter for word in words):
        return 0.0
    places = sorted((place, word) for word in words for place in _places(word, letter))
    wanted = len(set(words))
    narrowest = _narrowest(places, wanted)
    beside = sum(map(len, words))
    return 1.0 / (1.0 + max(0, narrowest - beside) / 40)


def _places(word: str, letter: str) -> Iterator[int]:
    """Where the word stands, as `re.finditer` finds it, in a part of the time."""
    place = letter.find(word)
    while place >= 0:
        yield place
        place = letter.find(word, place + (len(word) or 1))


def _narrowest(places: Sequence[tuple[int, str]], wanted: int) -> int:
    """The length of the shortest stretch in which every word begins."""
    if wanted == 2:
        meetings = [b[0] - a[0] for a, b in pairwise(places) if a[1] != b[1]]
        return min(meetings) + 2
    seen: dict[str, int] = {}
    narrowest = places[-1][0] - places[0][0]
    for place, word in places:
        seen[word] = place
        if len(seen) == wanted:
            narrowest = min(narrowest, place - min(seen.values()))
    return narrowest + 2
