"""A generated archive: replies of realistic length, words by their frequency in Chinese, places by size.

Words come from the frequency list that the package jieba carries; a third of the replies are mixed with
sentences of the sample letters, so that the field's own phrases are as common as they are in life.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

SAMPLES = Path(__file__).resolve().parent.parent / "fixtures" / "samples"
MEDIAN_LENGTH = 2_200
PLACES, AGENCIES_IN_A_PLACE, FIRST_YEAR, YEARS = 300, 3, 2011, 14
TOPICS = (
    "smart-elderly-care",
    "medical-care-integration",
    "public-built-private-run",
    "community-home-care",
    "facilities",
    "workforce",
    "funding-subsidy",
    "long-term-care-insurance",
    "rural-elderly-care",
    "other",
)
KINDS = ("npc", "cppcc", "other")
OUTCOMES = ("resolved", "in-progress", "planned", "for-reference", "unknown")
_PUNCTUATION = (("，", 0.11), ("。", 0.045), ("。\n", 0.006), ("、", 0.02))


@dataclass(frozen=True, slots=True)
class Document:
    """One generated reply; `place` and `agency` are numbers from 0."""

    number: int
    title: str
    letter: str
    place: int
    agency: int
    day: date
    kind: str
    topics: tuple[str, ...]
    phases: tuple[str, ...]
    outcome: str


@cache
def vocabulary() -> tuple[list[str], np.ndarray]:
    """Words with their cumulative share, the commonest first."""
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    pairs = [(word, int(times)) for word, times, *_ in map(str.split, lines) if int(times) >= 3]
    pairs.sort(key=lambda pair: -pair[1])
    shares = np.array([times for _, times in pairs], dtype=np.float64)
    shares *= (1 - sum(share for _, share in _PUNCTUATION)) / shares.sum()
    words = [word for word, _ in pairs] + [sign for sign, _ in _PUNCTUATION]
    return words, np.cumsum(np.append(shares, [share for _, share in _PUNCTUATION]))


@cache
def sample_sentences() -> list[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    return [s.strip() for s in re.findall(r"[^。！？\n]{6,}[。！？]?", text) if s.strip()]


def documents(count: int, *, median: int = MEDIAN_LENGTH, start: int = 0) -> Iterator[Document]:
    """The same documents each time, whichever stretch of them is asked for."""
    words, shares = vocabulary()
    sentences = sample_sentences()
    places = _skewed(PLACES)
    for number in range(start, start + count):
        chance = np.random.default_rng([20_260, number])
        yield _document(number, chance, words, shares, sentences, places, median)


def _skewed(count: int) -> np.ndarray:
    """Cumulative shares: the second is half as frequent as the first, and so on."""
    shares = 1 / np.arange(1, count + 1) ** 0.8
    return np.asarray(np.cumsum(shares / shares.sum()))


def _document(
    number: int,
    chance: np.random.Generator,
    words: Sequence[str],
    shares: np.ndarray,
    sentences: Sequence[str],
    places: np.ndarray,
    median: int,
) -> Document:
    length = int(np.clip(chance.lognormal(np.log(median), 0.55), 120, 20_000))
    drawn = np.searchsorted(shares, chance.random(int(length / 1.75)), "right").clip(0, len(words) - 1)
    text = "".join([words[i] for i in drawn])
    if number % 3 == 0:
        mixed = [sentences[i] for i in chance.integers(0, len(sentences), max(2, length // 90))]
        text = text[: length // 2] + "。" + "\n".join(mixed)
    place = int(np.searchsorted(places, chance.random()))
    topics = tuple(t for t, odd in zip(TOPICS, chance.random(len(TOPICS)), strict=True) if odd < 0.2)
    return Document(
        number,
        "关于" + "".join(words[i] for i in drawn[:6]).replace("\n", "") + "建议的答复",
        text,
        place,
        place * AGENCIES_IN_A_PLACE + int(chance.integers(AGENCIES_IN_A_PLACE)),
        date(FIRST_YEAR, 1, 1) + timedelta(days=int(chance.random() ** 0.7 * YEARS * 365)),
        KINDS[int(chance.choice(3, p=(0.6, 0.38, 0.02)))],
        topics or ("other",),
        ("done", "planned")[: int(chance.integers(1, 3))],
        OUTCOMES[int(chance.integers(len(OUTCOMES)))],
    )


def queries(count: int = 200) -> list[tuple[str, ...]]:
    """A mix as people type it, each a tuple of runs that must all be held; the same each time.

    A tenth single characters, two fifths words of two, a fifth words of three and four, a fifth
    phrases of the field of five characters and more, a tenth two words.
    """
    chance = np.random.default_rng(417)
    words, shares = vocabulary()
    sentences = sample_sentences()

    def word(*lengths: int) -> str:
        while True:
            found = words[int(np.searchsorted(shares, chance.random()))]
            if len(found) in lengths and found.isalpha():
                return found

    def phrase(shortest: int, longest: int) -> str:
        while True:
            sentence = sentences[int(chance.integers(len(sentences)))]
            at, length = int(chance.integers(len(sentence))), int(chance.integers(shortest, longest + 1))
            found = sentence[at : at + length]
            if len(found) == length and re.fullmatch(r"[\u4e00-\u9fff]+", found):
                return found

    mix: list[tuple[str, ...]] = [("的",), ("养老",), ("养老服务",), ("公建民营",), ("居家养老服务中心",)]
    mix += [(word(1),) for _ in range(count // 10)]
    mix += [(word(2),) for _ in range(count // 5)] + [(phrase(2, 2),) for _ in range(count // 5)]
    mix += [(word(3, 4),) for _ in range(count // 10)] + [(phrase(3, 4),) for _ in range(count // 10)]
    mix += [(phrase(5, 10),) for _ in range(count // 5)]
    mix += [(word(2), phrase(2, 4)) for _ in range(count // 10)]
    return mix[:count]
