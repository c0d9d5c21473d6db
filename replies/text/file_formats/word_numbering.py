"""The numbers that Word counts itself (一、（一）1.), which stand in no paragraph's text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

_DIGITS = "零一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_PLACEHOLDER = re.compile(r"%([1-9])")


def local(element: etree._Element) -> str:
    """The tag without its namespace: transitional and strict files differ in nothing else here."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    for child in element if element is not None else ():
        if local(child) == name:
            yield child


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    for name in path:
        element = next(children(element, name), None)
    return element


def value(element: etree._Element | None, *path: str, name: str = "val") -> str | None:
    """The attribute (w:val unless told) of the element at the end of the path."""
    found = child(element, *path)
    for key, text in found.attrib.items() if found is not None else ():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return None


def number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,6}", text) else otherwise


def in_chinese(count: int, digits: str = _DIGITS, units: tuple[str, str, str] = ("十", "百", "千")) -> str:
    """1 -> 一, 12 -> 十二, 105 -> 一百零五; beyond 9999 the plain number."""
    if not 0 < count < 10_000:
        return str(count)
    text, pending = "", False
    for position in (3, 2, 1, 0):
        digit = count // 10**position % 10
        if digit:
            text += (digits[0] if pending else "") + digits[digit] + (units[position - 1] if position else "")
        pending = bool(text) and not digit
    return text[1:] if text.startswith("一十") else text


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for worth, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    ):
        text, count = text + sign * (count // worth), count % worth
    return text


def _from(first: str, size: int) -> Callable[[int], str]:
    return lambda count: chr(ord(first) + count - 1) if count <= size else str(count)


def _digit_by_digit(count: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(count))


def _legal(count: int) -> str:
    return in_chinese(count, _LEGAL_DIGITS, ("拾", "佰", "仟"))


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)]


def _full_width(count: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))


_WRITERS: dict[str, Callable[[int], str]] = {
    "chineseCounting": in_chinese,
    "chineseCountingThousand": in_chinese,
    "taiwaneseCounting": in_chinese,
    "taiwaneseCountingThousand": in_chinese,
    "japaneseCounting": in_chinese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "bullet": lambda count: "",
    "none": lambda count: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    start: int
    style: str
    text: str
    restart: int | None
    legal: bool
    suffix: str

    def written(self, count: int) -> str:
        return _WRITERS.get(self.style, str)(count) if count > 0 else "0"


@dataclass(slots=True)
class Numbering:
    """Counts paragraphs as Word does: lists built on one definition go on counting each other."""

    levels: dict[str, dict[int, Level]]
    definitions: dict[str, str]
    restarts: dict[str, dict[int, int]]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, list_id: str, depth: int) -> str:
        """What Word prints before the next paragraph of this list at this depth."""
        definition = self.definitions.get(list_id)
        levels = self.levels.get(definition or "", {})
        if definition is None or depth not in levels:
            return ""
        self._count(definition, list_id, depth, levels)
        return self._written(definition, depth, levels)

    def _count(self, definition: str, list_id: str, depth: int, levels: dict[int, Level]) -> None:
        counts = self.counters.setdefault(definition, {})
        override = self.restarts.get(list_id, {}).get(depth)
        if override is not None and (list_id, depth) not in self.started:
            counts[depth] = override
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        self.started.add((list_id, depth))
        for deeper in [other for other in counts if other > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and depth < restart):
                del counts[deeper]

    def _written(self, definition: str, depth: int, levels: dict[int, Level]) -> str:
        level, counts = levels[depth], self.counters[definition]

        def one(match: re.Match[str]) -> str:
            other = int(match.group(1)) - 1
            if other not in levels:
                return ""
            count = counts.get(other, levels[other].start)
            return str(count) if level.legal else levels[other].written(count)

        if level.style == "bullet":
            return ""
        text = _PLACEHOLDER.sub(one, level.text)
        return text + " " if text and level.suffix != "nothing" and text[-1].isalnum() else text


def read_numbering(root: etree._Element | None) -> Numbering:
    levels: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for abstract in children(root, "abstractNum"):
        key = value_of(abstract, "abstractNumId")
        levels[key] = dict(_levels(abstract))
        if (style := value(abstract, "styleLink")) is not None:
            links[style] = key
    for abstract in children(root, "abstractNum"):
        linked = links.get(value(abstract, "numStyleLink") or "")
        if linked is not None:
            levels[value_of(abstract, "abstractNumId")] = levels[linked]
    return with_lists(levels, children(root, "num"), "numId", "abstractNumId")


def with_lists(
    levels: dict[str, dict[int, Level]], lists: Iterable[etree._Element], list_id: str, definition: str
) -> Numbering:
    """The lists that are counted by these levels; `list_id` and `definition` are what a file calls them."""
    definitions: dict[str, str] = {}
    restarts: dict[str, dict[int, int]] = {}
    for entry in lists:
        key = value_of(entry, list_id)
        definitions[key] = value(entry, definition) or ""
        restarts[key] = {
            number(value_of(override, "ilvl"), 0): number(start, 1)
            for override in children(entry, "lvlOverride")
            if (start := value(override, "startOverride")) is not None
        }
    return Numbering(levels, definitions, restarts)


def value_of(element: etree._Element, name: str) -> str:
    """An attribute of the element itself, whatever its namespace."""
    return next(
        (str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )


def _levels(abstract: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in children(abstract, "lvl"):
        restart = value(element, "lvlRestart")
        yield (
            number(value_of(element, "ilvl"), 0),
            Level(
                start=number(value(element, "start"), 0 if value(element, "start") is None else 1),
                style=value(element, "numFmt") or "decimal",
                text=value(element, "lvlText") or "",
                restart=None if restart is None else number(restart, 0),
                legal=child(element, "isLgl") is not None,
                suffix=value(element, "suff") or "tab",
            ),
        )
