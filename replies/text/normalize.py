"""One spelling for reading, and the way back to what was printed.

A `Reading` folds widths, brackets and (where the whole letter is in it) traditional script, and leaves
out what no person sees: zero-width characters, editors' bookmarks, comments, the pinyin that some
mirrors put behind every character.  Each character kept knows its place in the original.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import opencc

from replies.text.parsed import Span
from replies.text.wrapping import unwrapped

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"

_WIDE = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}


class _Spelling:
    """Characters to be written otherwise, one for one; far fewer stand in a letter than `str.translate` asks for."""

    def __init__(self, table: dict[str, str]) -> None:
        self.table = table
        self.signs = re.compile(f"[{re.escape(''.join(table))}]")

    def of(self, text: str) -> str:
        for c in set(self.signs.findall(text)):
            text = text.replace(c, self.table[c])
        return text


_ONE_SPELLING = _Spelling(
    {
        **_WIDE,
        **dict.fromkeys("\u3000\xa0\t\u2002\u2003\u2009\u200a\u2007\u202f\x0b", " "),
        **dict.fromkeys("〔【［﹝[〖", "〔"),
        **dict.fromkeys("〕】］﹞]〗", "〕"),
        **dict.fromkeys("﹙", "("),
        **dict.fromkeys("﹚", ")"),
        **dict.fromkeys("—–―－‐‑−─", "-"),
        **dict.fromkeys("「『〝", "“"),
        **dict.fromkeys("」』〞", "”"),
        **dict.fromkeys("∶﹕", ":"),
        **dict.fromkeys("\r\x0c\x85\u2028\u2029", "\n"),
        "､": "、",
        "｡": "。",
        "＊": "*",
        "×": "X",
        "〈": "《",
        "〉": "》",
    }
)

_NARROW = _Spelling({c: n for c, n in _WIDE.items() if n.isalnum() or n == "%"} | {"､": "、", "｡": "。"})
# Patterns for the whole letter begin with a sign of their own, what stands before it is looked at then: the search
# leaps from one such sign to the next.
_WIDE_POINT = re.compile(r"．(?<=[0-9]．)(?=[0-9])")

_LATIN = "a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüêńňǹɡ"
_PINYIN = re.compile(rf"\((?<=[{HAN}]\()[{_LATIN}]{{1,8}}\)")
#: What a letter does not say: signs without a shape, pictures from a telephone, marks of editors and pages.
_UNSEEN = re.compile(
    "[\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f\ufe0e\ufe0f\U0001f300-\U0001faff]|\r(?=\n)"
    r"|\[bookmark: [^\]\n]{0,80}\]|<!--[^\n]{0,200}?-->|</?(?:p|br|span|div|font|strong|b)\b[^<>\n]{0,200}>"
)
#: <<关于…的建议>> and <关于…的建议>, typed where no 《 was at hand.
_ANGLED = re.compile(rf"<<? {{0,2}}(?=[{HAN}“])(?P<title>[^<>\n]{{1,120}}[{HAN}”)]) {{0,2}}>>?")
_PINYIN_ENOUGH = 5
_TRADITIONAL_SHARE = 0.03
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_WORD = re.compile(r"\S+")


class Run(NamedTuple):
    """Folded characters without any blanks, for patterns that must not care where a line breaks."""

    reading: Reading
    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        return self.reading.span(*self.bounds(start, end))

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the reading."""
        if start >= end:
            at = self.places[start] if start < len(self.places) else self._end()
            return at, at
        return self.places[start], self.places[end - 1] + 1

    def within(self, span: Span) -> str:
        """The characters that stand in this span of the original."""
        start, end = (bisect_left(self.places, self.reading.place_of(at)) for at in (span.start, span.end))
        return self.text[start:end]

    def _end(self) -> int:
        return self.places[-1] + 1 if self.places else 0

    def printed(self, start: int, end: int) -> str:
        """The characters as the letter prints them, closed up."""
        original, offsets = self.reading.original, self.reading.offsets
        return "".join(original[offsets[p]] for p in self.places[start:end])


@dataclass(frozen=True, slots=True)
class Reading:
    """`text[i]` is the folded form of `original[offsets[i]]`; all fields are read from `text`."""

    original: str
    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The original's characters from `text[start]` to `text[end - 1]`."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else len(self.original)
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def place_of(self, at: int) -> int:
        """Where the original's character `at` (or the next one kept) stands in `text`."""
        return bisect_left(self.offsets, at)

    def printed(self, start: int, end: int) -> str:
        return "".join(self.original[at] for at in self.offsets[start:end])

    def run(self, start: int, end: int) -> Run:
        start, end = max(start, 0), min(end, len(self.text))
        words = self.text[start:end].split()
        if len(words) == 1:
            first = self.text.index(words[0], start)
            return Run(self, words[0], range(first, first + len(words[0])))
        places = [at for word in _WORD.finditer(self.text, start, end) for at in range(*word.span())]
        return Run(self, "".join(words), places)


def read(original: str) -> Reading:
    """Fold a text for reading.  Linear in its length; never raises."""
    whole = unwrapped(original)
    folded = _ONE_SPELLING.of(whole)
    gone = [m.span() for m in _UNSEEN.finditer(whole)]
    pinyin = [m.span() for m in _PINYIN.finditer(folded)]
    if len(pinyin) >= _PINYIN_ENOUGH:
        gone = sorted(gone + pinyin)
    if angled := list(_ANGLED.finditer(folded)):
        folded, doubled = _with_title_marks(folded, angled)
        gone = sorted(gone + doubled)
    if not gone:
        return Reading(original, simplified(folded), range(len(folded)))
    kept: list[tuple[int, int]] = []
    at = 0
    for start, end in gone:
        kept.append((at, max(at, start)))
        at = max(at, end)
    kept.append((at, len(folded)))
    text = "".join(folded[start:end] for start, end in kept)
    return Reading(original, simplified(text), [i for start, end in kept for i in range(start, end)])


def closed_up(words: str) -> str:
    """A few words in the one spelling of signs, without blanks, as they stand in a `Run`."""
    return "".join(_ONE_SPELLING.of(words).split())


def _with_title_marks(text: str, angled: Sequence[re.Match[str]]) -> tuple[str, list[tuple[int, int]]]:
    """The same length, and where the second of two signs stands that open or close together."""
    signs = list(text)
    for m in angled:
        signs[m.start()], signs[m.end("title")] = "《", "》"
    doubled = [(m.start() + 1, m.start("title")) for m in angled] + [
        (m.end("title") + 1, m.end()) for m in angled
    ]
    return "".join(signs), [(start, end) for start, end in doubled if start < end]


@lru_cache(maxsize=32)
def simplified(text: str) -> str:
    """The same length in simplified script, where the text as a whole is traditional.

    A simplified letter keeps its few older characters: 乾县 is not 干县.  Every part of the reading asks
    this of the same letter, so the last answers are kept.
    """
    table = {c: _simpler()[c] for c in set(_older().findall(text))}
    changed = sum(text.count(c) for c in table)
    if changed <= 3 or changed <= sum(map(len, _CHINESE.findall(text))) * _TRADITIONAL_SHARE:
        return text
    whole: str = _converter().convert(text)
    return whole if len(whole) == len(text) else "".join(table.get(c, c) for c in text)


@lru_cache(maxsize=32)
def plain(text: str) -> str:
    """`simplified` and `unwrapped`, with narrow digits, letters and per cent: of the same length, for reading sentences."""
    return _WIDE_POINT.sub(".", _NARROW.of(simplified(unwrapped(text))))


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=1)
def _simpler() -> dict[str, str]:
    """Every character that has a simpler form, with it."""
    every = [chr(code) for code in range(0x4E00, 0xA000)]
    turned = _converter().convert("\n".join(every)).split("\n")
    return {c: simple for c, simple in zip(every, turned, strict=True) if simple != c and len(simple) == 1}


@lru_cache(maxsize=1)
def _older() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_simpler())}]")
