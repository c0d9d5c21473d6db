"""How names are typed in Latin letters: pinyin with or without tones and blanks, or initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pypinyin import Style, pinyin

from .department_names import said_shortly
from .fold import fold

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z]+")
_HOME_MARK = re.compile(r"^[省市县区州盟旗](?!委|政|场|容|民服|直)(?=[\u3400-\u9fff]{3})")
_PLACED = re.compile(r"[\u3400-\u9fff]{2,8}[省市县区旗镇乡]")
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
    firsts = _readings(name[0]) if usual else ()
    read = [[first, *rest] for first in dict.fromkeys([usual, *firsts]) if first]
    return tuple(dict.fromkeys(["".join(r) for r in read] + ["".join(s[0] for s in r) for r in read]))


@lru_cache(maxsize=2_000)
def _readings(character: str) -> tuple[str, ...]:
    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True)[0][:_MOST_READINGS])


def _syllables(name: str) -> list[str]:
    han = "".join(_HAN.findall(name))
    return [syllables[0].replace("ü", "v") for syllables in pinyin(han, style=Style.NORMAL)]


def agency_names(name: str, *places: tuple[str, str]) -> tuple[str, ...]:
    """What an agency is called, folded; `places` are what holds it, as (name, short name), the highest first.

    Besides its full name: without 市 or 县 behind its place, at home without its place, and each for short.
    """
    full = home = fold(name)
    for place, short in places:
        marked = next((said for said in (place, short + place[-1], short) if home.startswith(said)), "")
        home = home.removeprefix(marked)
    home = _HOME_MARK.sub("", home)
    said = [full, _PLACE_MARK.sub("", full, count=1)]
    if len(home) > 2 and not _PLACED.match(home):
        said += [home, *(f"{where}{home}" for own in places[-1:] for where in (*own, own[0][-1]))]
    return tuple(dict.fromkeys([*said, *(short for each in said for short in said_shortly(each))]))


def agency_keys(names: Iterable[str]) -> tuple[str, ...]:
    """How these names of an agency are typed: in characters and in pinyin, 市民政局 in characters alone."""
    names = list(names)
    sounded = (name for name in names if not _HOME_MARK.match(name))
    return tuple(dict.fromkeys([*names, *(key for name in sounded for key in pinyin_keys(name))]))
