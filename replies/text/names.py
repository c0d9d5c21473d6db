"""How names are typed in Latin letters: pinyin with or without tones and blanks, or initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pypinyin import Style, pinyin

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z]+")
_PLACE_MARK = re.compile(r"(?<=[\u3400-\u9fff]{2})[省市县区盟旗](?=[\u3400-\u9fff]{2})")
_MOST_READINGS = 4


def latin(typed: str) -> str | None:
    """The letters of a pinyin as typed: `Xiāo Shílóng`, `xiao2 shi2long2` and `xiao'shilong` are xiaoshilong.

    None where it is no pinyin at all.
    """
    plain = unicodedata.normalize("NFKD", typed.casefold()).replace("u\u0308", "v")
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    letters = re.sub(r"(?<=[a-z])[1-5](?![0-9])|[\s'’·.-]", "", letters)
    return letters if _LATIN.fullmatch(letters) else None


@lru_cache(maxsize=50_000)
def pinyin_keys(name: str) -> tuple[str, ...]:
    """How the name is typed in Latin letters: whole, and by its initials."""
    syllables = _syllables(name)
    return ("".join(syllables), "".join(s[0] for s in syllables)) if syllables else ()


def person_keys(name: str) -> tuple[str, ...]:
    """Like `pinyin_keys`, with each reading of the surname's character: 单 is Dan, Chan and Shan."""
    usual, *rest = _syllables(name) or [""]
    firsts = pinyin(name[0], style=Style.NORMAL, heteronym=True)[0][:_MOST_READINGS] if usual else []
    read = [[first, *rest] for first in dict.fromkeys([usual, *firsts]) if first]
    return tuple(dict.fromkeys(["".join(r) for r in read] + ["".join(s[0] for s in r) for r in read]))


def _syllables(name: str) -> list[str]:
    han = "".join(_HAN.findall(name))
    return [syllables[0].replace("ü", "v") for syllables in pinyin(han, style=Style.NORMAL)]


def agency_keys(name: str, place: str = "") -> tuple[str, ...]:
    """An agency is also called without 市 or 县 after its place, and at home without its place."""
    short = _PLACE_MARK.sub("", name)
    at_home = name.removeprefix(place) if place else name
    spoken = dict.fromkeys([name, short, at_home if len(at_home) > 2 else name])
    return tuple(dict.fromkeys(key for said in spoken for key in pinyin_keys(said)))
