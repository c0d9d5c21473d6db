"""Folding: the form in which text is compared, and the way back to the text as written.

Two texts that a reader takes for the same fold alike: full and half width, capitals, traditional and
simplified characters, the many brackets, quotation marks and dashes, blanks and line ends between
Chinese characters.  Each character but the 覆 of 答覆 folds by itself, so `fold(a)` is part of `fold(b)` wherever `a` is
part of `b` and neither end lies in a blank.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import opencc

from .variant_characters import USUAL

MASK = "＊"
"""What stands for each masked character in a public letter."""

BREAK = "\x1e"
"""Stands in folded text for what is never searched: masked characters, the seam between two fields."""

_SAME = {
    "[": "【〔﹝〖〘［「『｢",
    "]": "】〕﹞〗〙］」』｣",
    '"': "“”„‟〝〞＂",
    "'": "‘’‚‛＇",
    "-": "‐‑‒–—―−－─",
    "<": "《〈",
    ">": "》〉",
    "·": "•‧・･",
    "0": "〇○",
}
_SAME_CHARACTER = {variant: kept for kept, variants in _SAME.items() for variant in variants}

_LOOSE_BLANK = re.compile(r"(?<![a-z0-9]) +| +(?![a-z0-9])")
_BLANKS = re.compile(r" {2,}")
_REPLY = re.compile("(?<=[答批回函])覆|覆(?=函)")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `origins[i]` is the place in the original of folded character i."""

    text: str
    origins: Sequence[int]
    length: int

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that folded to `text[start:end]`, a non-empty run."""
        first, last = self.origins[start], self.origins[end - 1]
        return first, min(last + 1, self.length)

    def index_at(self, original: int) -> int:
        """The first folded character that comes from `original` or after it."""
        return bisect_left(self.origins, original)


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


class _Characters(dict[int, str]):
    """Each character's folded form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in (MASK, BREAK, "*"):
        return BREAK
    if character in _SAME_CHARACTER:
        return _SAME_CHARACTER[character]
    wide = unicodedata.normalize("NFKC", character).casefold()
    if len(wide) > 1 or wide != character:
        return "".join(_plain(part) for part in wide)
    return _plain(character)


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in ("Cf", "Cc", "Cs", "Mn"):
        return ""
    character = _SAME_CHARACTER.get(character, character)
    if "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff":
        return USUAL.get(character) or str(_simplifier().convert(character))
    return character


_CHARACTERS = _Characters()


def fold(text: str) -> str:
    """The text as it is compared.  A blank is kept, as one, only between two Latin words or numbers."""
    wide = text.translate(_CHARACTERS)
    return _replied(_LOOSE_BLANK.sub("", _BLANKS.sub(" ", wide)) if " " in wide else wide)


def _replied(folded: str) -> str:
    """答覆 is 答复, while 覆盖 stays what it is: the one character that folds by those beside it."""
    return _REPLY.sub("复", folded) if "覆" in folded else folded


def fold_with_map(text: str) -> Folded:
    """Like `fold`, some times slower, with the way back to the original."""
    parts = [_CHARACTERS[ord(character)] for character in text]
    if " " not in parts and {1}.issuperset(map(len, parts)):
        return Folded(_replied("".join(parts)), range(len(text)), len(text))
    return _mapped(parts)


def _mapped(parts: Sequence[str]) -> Folded:
    """What each character folded to, put together: some to nothing, some to several, blanks to one or none."""
    characters: list[str] = []
    origins: list[int] = []
    for place, folded in enumerate(parts):
        for part in folded:
            if part == " " and characters and characters[-1] == " ":
                continue
            characters.append(part)
            origins.append(place)
    dropped = {
        place for blank in _LOOSE_BLANK.finditer("".join(characters)) for place in range(*blank.span())
    }
    kept = [place for place in range(len(characters)) if place not in dropped]
    return Folded(_replied("".join(characters[i] for i in kept)), tuple(origins[i] for i in kept), len(parts))
