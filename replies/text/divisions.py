"""The divisions of China down to counties, by code and by every name they go or went by.

The table is `fixtures/divisions.csv`; docs/divisions.md says where it comes from.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).resolve().parents[2] / "fixtures" / "divisions.csv"
SUFFIXES = "省市县区州盟旗"
LONGEST_NAME = 16
#: 民政局会同县卫生健康局, 财政局和县民政局: words that join two offices, and no 会同县, no 和县.
_JOINED = re.compile(r"[局委厅部办府院](?:会同|[和同])")
_SUFFIX = re.compile(f"[{SUFFIXES}]")


@dataclass(frozen=True, slots=True)
class Division:
    """`level` is province, prefecture or county; `parent` a code, empty for a province."""

    code: str
    name: str
    short_name: str
    level: str
    parent: str
    slug: str
    aliases: tuple[str, ...]
    area_code: str


class Named(NamedTuple):
    """A name in a text with the divisions that bear it; start and end count in that text."""

    text: str
    start: int
    end: int
    divisions: tuple[Division, ...]


@lru_cache(maxsize=1)
def by_code() -> dict[str, Division]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [_division(row) for row in csv.DictReader(file)]
    return {division.code: division for division in rows}


def _division(row: dict[str, str]) -> Division:
    aliases = tuple(alias for alias in row["aliases"].split(";") if alias)
    return Division(
        row["code"],
        row["name"],
        row["short_name"],
        row["level"],
        row["parent"],
        row["slug"],
        aliases,
        row["area_code"],
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Division, ...]]:
    """Full names first: 朝阳市 is one, 朝阳区 two; a name of today outranks the same name of the past."""
    today: dict[str, list[Division]] = defaultdict(list)
    for division in by_code().values():
        today[division.name].append(division)
    return _by_former_name() | {name: tuple(found) for name, found in today.items()}


@lru_cache(maxsize=1)
def _by_former_name() -> dict[str, tuple[Division, ...]]:
    names: dict[str, list[Division]] = defaultdict(list)
    for division in by_code().values():
        for alias in division.aliases:
            if len(alias) > 1:
                names[alias].append(division)
    return {name: tuple(found) for name, found in names.items()}


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    """The last two characters of every name: what tells 慈溪市 from 我市 at a glance."""
    return frozenset(name[-2:] for name in _by_name())


@lru_cache(maxsize=1)
def _by_short_name() -> dict[str, tuple[Division, ...]]:
    names: dict[str, list[Division]] = defaultdict(list)
    for division in by_code().values():
        names[division.short_name].append(division)
    return {name: tuple(found) for name, found in names.items()}


@lru_cache(maxsize=1)
def _by_area_code() -> dict[str, tuple[Division, ...]]:
    codes: dict[str, list[Division]] = defaultdict(list)
    for division in by_code().values():
        if division.area_code:
            codes[division.area_code].append(division)
    return {code: tuple(found) for code, found in codes.items()}


@lru_cache(maxsize=1)
def _by_letter() -> dict[str, tuple[Division, ...]]:
    """What a document number may begin with: 温, 濮, 甬, 闽; many places share a letter."""
    letters: dict[str, list[Division]] = defaultdict(list)
    for division in by_code().values():
        for letter in {division.short_name[0], *(a for a in division.aliases if len(a) == 1)}:
            letters[letter].append(division)
    return {letter: tuple(found) for letter, found in letters.items()}


def named(name: str) -> tuple[Division, ...]:
    """Divisions of this full, former or short name (濮阳市, 绍兴县, 维西县, 慈溪)."""
    return _by_name().get(name) or _by_short_name().get(name, ())


def fully_named(name: str) -> tuple[Division, ...]:
    return _by_name().get(name, ())


def with_area_code(code: str) -> tuple[Division, ...]:
    return _by_area_code().get(code, ())


def with_letter(letter: str) -> tuple[Division, ...]:
    return _by_letter().get(letter, ())


def parent_of(division: Division) -> Division | None:
    return by_code().get(division.parent)


@lru_cache(maxsize=1)
def _by_parent() -> dict[str, tuple[Division, ...]]:
    children: dict[str, list[Division]] = defaultdict(list)
    for division in by_code().values():
        children[division.parent].append(division)
    return {code: tuple(found) for code, found in children.items()}


def all_within(division: Division) -> Iterator[Division]:
    """Everything below it, the division itself left out."""
    for child in _by_parent().get(division.code, ()):
        yield child
        yield from all_within(child)


def line_of(division: Division) -> tuple[Division, ...]:
    """The division and all above it, nearest first."""
    line = [division]
    while above := parent_of(line[-1]):
        line.append(above)
    return tuple(line)


def is_within(division: Division, other: Division) -> bool:
    """True where `other` is the division itself or stands above it."""
    return other in line_of(division)


def is_municipality(division: Division) -> bool:
    """直辖市: a province in rank, and its 市 means itself."""
    return division.level == "province" and division.name.endswith("市")


def names_in(text: str) -> Iterator[Named]:
    """Full and former names in a text, the longest at each end, in order; short names are not looked for."""
    names, endings = _by_name(), _endings()
    taken = 0
    last: tuple[Division, ...] = ()
    for suffix in _SUFFIX.finditer(text):
        end = suffix.end()
        if text[max(0, end - 2) : end] not in endings:
            continue
        for start in range(max(taken, end - LONGEST_NAME), end - 1):
            if (found := names.get(text[start:end])) and not _JOINED.match(text, max(0, start - 1), end):
                last = _lying_in(last, text[start:end], found) if start == taken else found
                yield Named(text[start:end], start, end, last)
                taken = end
                break


def _lying_in(above: tuple[Division, ...], name: str, bearers: tuple[Division, ...]) -> tuple[Division, ...]:
    """重庆市江北区: a name of the past, where it lies in what stands right before it and none of today does."""
    if any(is_within(division, over) for division in bearers for over in above):
        return bearers
    former = _by_former_name().get(name, ())
    return tuple(d for d in former if any(is_within(d, over) for over in above)) or bearers


def short_names_in(text: str) -> Iterator[Named]:
    """Short names wherever they stand: for letterheads and web headers, too loose for prose."""
    names = _by_short_name()
    at = 0
    while at < len(text) - 1:
        for length in range(min(LONGEST_NAME, len(text) - at), 1, -1):
            if found := names.get(text[at : at + length]):
                yield Named(text[at : at + length], at, at + length, found)
                at += length
                break
        else:
            at += 1


@lru_cache(maxsize=1)
def _cities_by_short_name() -> dict[str, tuple[Division, ...]]:
    """杭州, 浙江, 甬城, 襄樊: names without a rank, of provinces and prefectures; those of counties are too common words."""
    names: dict[str, list[Division]] = defaultdict(list)
    for division in by_code().values():
        if division.level != "county":
            for name in (division.short_name, *division.aliases):
                if len(name) > 1 and not (name[-1] in SUFFIXES and name in _by_name()):
                    names[name].append(division)
    return {name: tuple(found) for name, found in names.items()}


@lru_cache(maxsize=1)
def _first_of_a_city() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted({name[0] for name in _cities_by_short_name()}))}]")


def cities_in(text: str) -> Iterator[Named]:
    """Short names and nicknames of provinces and prefectures wherever they stand, the longest at each place."""
    names = _cities_by_short_name()
    longest = max(map(len, names))
    taken = 0
    for first in _first_of_a_city().finditer(text):
        at = first.start()
        for length in range(longest if at >= taken else 1, 1, -1):
            if found := names.get(text[at : at + length]):
                yield Named(text[at : at + length], at, at + length, found)
                taken = at + length
                break


def name_before(text: str, end: int) -> Named | None:
    """The longest full or former name that ends at `end`, with names above it: 重庆市铜梁区."""
    found = _name_ending_at(text, end)
    if found is None:
        return None
    above = name_before(text, found.start)
    return Named(text[above.start : end], above.start, end, found.divisions) if above else found


def _name_ending_at(text: str, end: int) -> Named | None:
    names = _by_name()
    for start in range(max(0, end - LONGEST_NAME), end - 1):
        if divisions := names.get(text[start:end]):
            return Named(text[start:end], start, end, divisions)
    return None
