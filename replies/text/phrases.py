"""The phrases that an archive uses again and again, found by counting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .grams import is_han

SHORTEST, LONGEST = 3, 8
MOST = 3_000
LEAST_TEXTS = 5
LEAST_SHARE = 0.02

_HAN_RUN = re.compile(r"[\u3400-\u9fff]{3,}")


def frequent_runs(texts: Sequence[str]) -> dict[str, int]:
    """Runs of 3 to 8 characters that stand in at least a fiftieth of the folded texts, with in how many."""
    least = max(LEAST_TEXTS, int(len(texts) * LEAST_SHARE))
    known: dict[str, int] = {}
    for length in range(SHORTEST, LONGEST + 1):
        counted: Counter[str] = Counter()
        for text in texts:
            counted.update(_runs(text, length, known))
        found = {run: times for run, times in counted.items() if times >= least}
        if not found:
            break
        known.update(found)
    commonest = sorted(known.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return dict(commonest)


def _runs(text: str, length: int, known: dict[str, int]) -> set[str]:
    """The runs of that length; a longer one can only be frequent where both its shorter halves are."""
    found = {
        stretch[start : start + length]
        for stretch in _HAN_RUN.findall(text)
        for start in range(len(stretch) - length + 1)
    }
    return found if length == SHORTEST else {run for run in found if run[:-1] in known and run[1:] in known}


def worth_suggesting(frequent: dict[str, int], cut: Sequence[tuple[str, Sequence[str]]]) -> dict[str, int]:
    """Those a person would type: made of whole words, and not merely a part of a longer one.

    `cut` gives each run with the words it is read as.
    """
    whole = {run for run, words in cut if len(words) > 1 and all(len(word) > 1 for word in words)}
    whole |= {run for run, words in cut if len(words) == 1}
    parts = {part for run in frequent for part in (run[:-1], run[1:]) if frequent.get(part) == frequent[run]}
    return {run: times for run, times in frequent.items() if run in whole and run not in parts}


def frequent_words(texts: Sequence[Sequence[str]]) -> dict[str, int]:
    """Words of two characters that stand in as many texts; the texts come cut into words."""
    counted = Counter(word for words in texts for word in set(words) if len(word) == 2 and is_han(word))
    least = max(LEAST_TEXTS, int(len(texts) * LEAST_SHARE))
    return {word: times for word, times in counted.most_common(MOST) if times >= least}
