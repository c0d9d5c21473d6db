"""Chinese and Arabic numerals, and the dates written with them."""

from __future__ import annotations

import re
from datetime import date

#: What stands for 〇 in dates: the sign, circles, and Latin, Greek and Cyrillic letters of its shape.
ZEROS = "零〇○Oo0◯\u039f\u03bf\u041e\u043e"
DIGITS = {**dict.fromkeys(ZEROS, 0), **{c: n for n, c in enumerate("一二三四五六七八九", 1)}, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "廿": 20, "卅": 30}
_ROUND = dict.fromkeys(map(ord, ZEROS[2:]), "0")
WIDE_DIGITS = {0xFF10 + n: str(n) for n in range(10)}
CHINESE = "零〇○一二三四五六七八九十百千廿卅两"

#: One whole number in either script; longer runs are not ordinals of terms, sessions or days.
NUMBER = rf"(?:[0-9]{{1,4}}|[{CHINESE}]{{1,6}})"

_SPELLED_YEAR = rf"[{ZEROS}九]\s?[{ZEROS}一二三四五六七八九]\s?[{ZEROS}一二三四五六七八九]"
# Spelled out by its first sign, so that a search leaps from one of these to the next.
_YEAR = rf"19[0-9Oo〇○]{{2}}|20[0-9Oo〇○]{{2}}|一{_SPELLED_YEAR}|二{_SPELLED_YEAR}"
_DAY = rf"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})"

#: A full date: 2019年7月2日, 2019-07-02, 2019.7.2, 二〇一九年七月八日, blanks allowed between
#: the parts, and its 日 lost at the text's end.
DATE = re.compile(
    rf"(?P<year>{_YEAR})\s{{0,3}}(?:年\s{{0,3}}(?P<m1>{_DAY})\s{{0,3}}月\s{{0,3}}(?P<d1>{_DAY})\s{{0,3}}(?:[日号]|\Z)"
    r"|(?P<sep>[-./])\s{0,3}(?P<m2>[0-9]{1,2})\s{0,3}(?P=sep)\s{0,3}(?P<d2>[0-9]{1,2})(?![0-9]))"
)


def whole_number(text: str) -> int | None:
    """13, 十三, 二十, 一百零五, 廿三, 二〇一九 as a number; None where it is none of them."""
    text = text.strip().translate(WIDE_DIGITS)
    return int(text) if text.isdecimal() else chinese_number(text)


def chinese_number(text: str) -> int | None:
    """十三, 一百零五, 廿三 and digit by digit 二〇一九; None where it is none of them."""
    if not text:
        return None
    if any(c in UNITS for c in text):
        return _with_units(text)
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    return None


def _with_units(text: str) -> int | None:
    total, digit = 0, None
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c == "万":
            total, digit = (total + (digit or 0)) * 10_000, None
        elif c in "廿卅":
            total += UNITS[c]
        elif c in UNITS:
            total += UNITS[c] * (1 if digit is None else digit)
            digit = None
        else:
            return None
    return total + (digit or 0)


def date_of(match: re.Match[str]) -> date | None:
    """The date that `DATE` matched; None for the 31st of February and the like."""
    year = whole_number(re.sub(r"\s", "", match["year"]).translate(_ROUND))
    month = whole_number(match["m1"] or match["m2"])
    day = whole_number(match["d1"] or match["d2"])
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None
