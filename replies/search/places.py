"""The tree of places as search needs it, in memory: a choice of a place holds all below it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import Any

from replies.models import City
from replies.text.fold import fold
from replies.text.names import latin, pinyin_keys

SAYINGS: tuple[Callable[[Place], Iterable[str]], ...] = (
    lambda place: (place.name,),
    lambda place: (place.short_name,),
    lambda place: place.aliases,
)
"""What a place is called, the fullest first: 思茅 is 思茅区 before it is the old name of 普洱市."""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    slug: str
    name: str
    short_name: str
    parent: str | None
    aliases: tuple[str, ...]


class Places:
    """All divisions by code; one query."""

    def __init__(self) -> None:
        rows = City.objects.order_by("code").values_list(
            "code", "slug", "name", "short_name", "parent_id", "aliases"
        )
        self.by_code = {row[0]: Place(*row[:5], tuple(row[5])) for row in rows}
        self.by_slug = {place.slug: place for place in self.by_code.values()}
        self._parents = {place.code: place.parent for place in self.by_code.values()}
        self._children: defaultdict[str | None, list[Place]] = defaultdict(list)
        for place in self.by_code.values():
            self._children[place.parent].append(place)

    def children(self, code: str | None) -> list[Place]:
        return self._children.get(code, [])

    def with_all_below(self, codes: Iterable[str]) -> list[str]:
        """These places and every place in them."""
        found: list[str] = []
        waiting = list(codes)
        while waiting:
            code = waiting.pop()
            found.append(code)
            waiting += [child.code for child in self.children(code)]
        return found

    def rolled_up(self, counts: dict[Any, int]) -> dict[str, int]:
        """Each place's count together with those of all places in it."""
        total: defaultdict[str, int] = defaultdict(int)
        while counts:
            above: defaultdict[str, int] = defaultdict(int)
            for code, count in counts.items():
                total[code] += count
                if holder := self._parents.get(code):
                    above[holder] += count
            counts = above
        return dict(total)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name and short name."""
        return frozenset(name for place in self.by_code.values() for name in (place.name, place.short_name))

    @cached_property
    def _bearers(self) -> Counter[str]:
        """How many places bear each name or short name."""
        return Counter(name for place in self.by_code.values() for name in {place.name, place.short_name})

    def is_told_by(self, name: str, place: Place) -> bool:
        """Whether an agency's name tells its place: 温州市民政局 does, 市民政局 does not, 鼓楼区民政局 could be of several."""
        borne = [own for own in (place.name, place.short_name) if own in name]
        above = (own for holder in self.above(place) for own in (holder.name, holder.short_name))
        return any(self._bearers[own] == 1 for own in borne) or (
            bool(borne) and any(own in name for own in above)
        )

    def telling_name(self, place: Place) -> str:
        """温州市; of one that shares its name the full one, 江苏省南京市鼓楼区."""
        return place.name if self._bearers[place.name] == 1 else self.full_name(place)

    @cached_property
    def _by_alias(self) -> dict[str, list[Place]]:
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self.by_code.values():
            for name in dict.fromkeys(place.aliases):
                found[name].append(place)
        return found

    @cached_property
    def _by_pinyin(self) -> dict[str, list[Place]]:
        """By the pinyin of name and short name, not by initials; made when something is first typed in letters."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self.by_code.values():
            spoken = (pinyin_keys(name)[0] for name in (place.name, place.short_name) if pinyin_keys(name))
            for key in dict.fromkeys([*spoken, place.slug.replace("-", "")]):
                found[key].append(place)
        return found

    @cached_property
    def _spellings(self) -> list[tuple[str, str]]:
        """Every way to type a place, initials too, in the order of code points, each with the place's code."""
        return sorted(
            (key, place.code)
            for place in self.by_code.values()
            for key in {place.name, place.short_name, place.slug, *place.aliases, *pinyin_keys(place.name)}
        )

    def beginning(self, typed: str) -> list[Place]:
        """The places of which some name begins so, by their codes."""
        first = bisect_left(self._spellings, (typed, ""))
        after = islice(self._spellings, first, None)
        codes = {code for _, code in takewhile(lambda spelling: spelling[0].startswith(typed), after)}
        return [self.by_code[code] for code in sorted(codes)]

    def also_called(self, name: str) -> list[Place]:
        """The places of that other name, or of that pinyin."""
        key = latin(name)
        return self._by_pinyin.get(key, []) if key else self._by_alias.get(name, [])

    def called(self, name: str) -> list[Place]:
        """Every place of that name at whatever level, of its other names or its pinyin; 浙江温州 is one of them."""
        typed = fold(name)
        bearing = [
            place
            for place in self.by_code.values()
            if typed in (place.name, place.short_name, place.slug) or typed in place.aliases
        ]
        return bearing or self.meant(name)

    def meant(self, name: str) -> list[Place]:
        """The place of that slug or name; several where equals share it, none where nobody bears it.

        A place keeps its name before those that lie deeper, as with slugs: 濮阳 is 濮阳市, not its county.
        """
        typed = fold(name)
        if place := self.by_slug.get(typed):
            return [place]
        for names_of in SAYINGS:
            if bearing := [place for place in self.by_code.values() if typed in names_of(place)]:
                return self._highest(bearing)
        if also := self.also_called(typed):
            return self._highest(also)
        return self._told_by_what_holds_them(typed) if len(typed) <= LONGEST_NAME else []

    def above(self, place: Place) -> Iterator[Place]:
        """What the place lies in, the nearest first."""
        while place.parent and (parent := self.by_code.get(place.parent)):
            yield parent
            place = parent

    def full_name(self, place: Place) -> str:
        """河南省濮阳市华龙区."""
        return "".join(reversed([place.name, *(holder.name for holder in self.above(place))]))

    def _highest(self, places: list[Place]) -> list[Place]:
        depths = [sum(1 for _ in self.above(place)) for place in places]
        return [place for place, depth in zip(places, depths, strict=True) if depth == min(depths)]

    def _told_by_what_holds_them(self, typed: str) -> list[Place]:
        """江苏省南京市鼓楼区 and 南京鼓楼: its own name behind the name of a place it lies in."""
        return [
            place
            for place in self.by_code.values()
            for own in dict.fromkeys((place.name, place.short_name))
            if typed.endswith(own) and set(self.meant(typed.removesuffix(own))) & set(self.above(place))
        ]
