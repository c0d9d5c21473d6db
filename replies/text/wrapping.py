"""What a letter's lines got on their way: breaks at one width, as PDF viewers and old mail programs copy them,
and the frame of a table that a page set each paragraph in."""

from __future__ import annotations

import re
from functools import lru_cache

NARROWEST, WIDEST = 20, 64  # characters, of Chinese, that such lines hold
RAGGED = 4  # what a full line may lack, where a mark may not begin or end a line
ENOUGH = 5  # broken lines that are no accident
MOST_LINES = 10_000
#: | a paragraph |, its frame whole or open at one side; a short word before a bar is the label of what follows.
_ROW_OF_ONE_CELL = re.compile(
    r"^[^\S\n]*+(?:\|[^|\n]*+\|?|[^|\n]{10,}+\||[^|\n]{1,9}[:：][^\S\n]*+\|)[^\S\n]*+$", re.MULTILINE
)
_ENDS = re.compile(r"(?:[。！!？?；;：:]['\"”’）)]?|答复|回复|函)\s*$")
_BEGINS_ANEW = re.compile(
    r"\s|$|[一二三四五六七八九十]{1,3}[、.．是]|第[一二三四五六七八九十]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[、.．)）](?![0-9])|[①-⑳●■◆—]|.{2,24}(?:代表|委员)们?[：:]"
)


@lru_cache(maxsize=32)
def unwrapped(text: str) -> str:
    """The same length, with a blank where a line was broken in the middle of a sentence or had a frame around it."""
    text = _ROW_OF_ONE_CELL.sub(lambda row: row.group().replace("|", " "), text) if "|" in text else text
    if not ENOUGH <= text.count("\n") + 1 <= MOST_LINES:
        return text
    lines = text.split("\n")
    if not NARROWEST <= max(map(len, lines)) <= 2 * WIDEST:
        return text
    widths = [_width(line) for line in lines]
    widest = max(widths)
    if not NARROWEST <= widest <= WIDEST:
        return text
    broken = [
        width >= widest - RAGGED and not _ENDS.search(line) and not _BEGINS_ANEW.match(following)
        for line, width, following in zip(lines, widths, [*lines[1:], ""], strict=True)
    ]
    long = sum(width >= NARROWEST for width in widths)
    if sum(broken) < max(ENOUGH, long / 3):
        return text
    ends = (_blank(line) if goes_on else line + "\n" for line, goes_on in zip(lines, broken, strict=True))
    return "".join(ends)[: len(text)]


def unbroken(printed: str, whole: str) -> str:
    """A passage as printed, without the line ends that the same passage of the unwrapped text does not have."""
    return "".join(" " if sign == " " else c for c, sign in zip(printed, whole, strict=True))


def _width(line: str) -> float:
    """In Chinese characters; two Latin ones fill the place of one."""
    line = line.rstrip()
    return len(line) - len(line.encode("ascii", "ignore")) / 2


def _blank(line: str) -> str:
    return line[:-1] + "  " if line.endswith("\r") else line + " "
