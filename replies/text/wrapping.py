"""What a letter's lines got on their way: breaks at one width, as PDF viewers and old mail programs copy them,
the numbers of pages, and the frame of a table that a page set each paragraph in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

NARROWEST, WIDEST = 20, 64  # characters, of Chinese, that such lines hold
RAGGED = 4  # what a full line may lack, where a mark may not begin or end a line
MARKED = 0.8  # of the lines that hold anything
ENOUGH = 3  # broken lines that are no accident
SPACED = 1.5  # lines for each that holds anything, where a blank one stands behind nearly all
MOST_LINES = 10_000
_MARK = re.compile(r"^[^\S\n]*+[•>*·-](?=[^\S\n]|$)", re.MULTILINE)
_FILLED = re.compile(r"^[^\S\n]*+\S", re.MULTILINE)
#: — 2 —, alone on its line.
_PAGE_NUMBER = re.compile(r"^[^\S\n]*+[—–―－─-]{1,2} ?+\d{1,3} ?+[—–―－─-]{1,2}[^\S\n]*+$", re.MULTILINE)
#: | a paragraph |, its frame whole or open at one side; a short word before a bar is the label of what follows.
_ROW_OF_ONE_CELL = re.compile(
    r"^[^\S\n]*+(?:\|[^|\n]*+\|?|[^|\n]{10,}+\||[^|\n]{1,9}[:：][^\S\n]*+\|)[^\S\n]*+$", re.MULTILINE
)
_ENDS = re.compile(
    r"(?:[。！!？?；;：:]['\"”’）)]?|答复|回复|函|[答回]复(?:意见|摘要)|办理?(?:意见|报告|情况))\s*$"
)
_BEGINS_ANEW = re.compile(
    r"\s|$|[一二三四五六七八九十]{1,3}[、.．是]|第[一二三四五六七八九十]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[、.．)）](?![0-9])|[①-⑳●■◆—]|.{2,24}(?:代表|委员)们?[：:]"
)
#: …、周丽、陈 / 宏代表：, a list of names that goes on
_NAMES = re.compile(r"、[^、，。；：:]{1,4}、[^、，。；：:\s]{0,4}\s*$")


@lru_cache(maxsize=32)
def unwrapped(text: str) -> str:
    """The same length, with a blank where a line was broken in the middle of a sentence, had a frame around it or only a page's number in it."""
    text = _PAGE_NUMBER.sub(lambda number: " " * len(number.group()), text)
    text = _without_marks(text)
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
        (n, following)
        for n, following in _followed(lines)
        if widths[n] >= widest - RAGGED
        and not _ENDS.search(lines[n])
        and (_NAMES.search(lines[n]) or not _BEGINS_ANEW.match(lines[following]))
    ]
    long = sum(width >= NARROWEST for width in widths)
    if len(broken) < max(ENOUGH, long / 3):
        return text
    joined = {n for start, end in broken for n in range(start, end)}
    ends = (_blank(line) if n in joined else line + "\n" for n, line in enumerate(lines))
    return "".join(ends)[: len(text)]


def _without_marks(text: str) -> str:
    """The same length, without the bullet or the sign of a quotation that stands before every line."""
    marked = _MARK.findall(text)
    if len(marked) < MARKED * len(_FILLED.findall(text)) or len(marked) < ENOUGH:
        return text
    return _MARK.sub(lambda mark: " " * len(mark.group()), text)


def _followed(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each line and the next; where blank lines stand between them all, the next that holds anything."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    return pairwise(filled if len(lines) >= SPACED * len(filled) else range(len(lines)))


def unbroken(printed: str, whole: str) -> str:
    """A passage as printed, without the line ends that the same passage of the unwrapped text does not have."""
    return "".join(" " if sign == " " else c for c, sign in zip(printed, whole, strict=True))


def _width(line: str) -> float:
    """In Chinese characters; two Latin ones fill the place of one."""
    line = line.rstrip()
    return len(line) - len(line.encode("ascii", "ignore")) / 2


def _blank(line: str) -> str:
    return line[:-1] + "  " if line.endswith("\r") else line + " "
