"""An empty answer's help as words and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from replies.search.nothing_found import Help, WayOut

from .addresses import Addresses
from .search_links import Chip


@dataclass(frozen=True, slots=True)
class WayOutLink:
    """Another search that does find something."""

    label: str
    url: str
    count: int


def ways_out(help_given: Help | None, chips: Sequence[Chip], at: Addresses) -> list[WayOutLink]:
    """Every way out, those that leave out a condition named like its chip; not twice where a word alone leads."""
    if help_given is None:
        return []
    named = {chip.url: chip.label for chip in chips}
    words = words_alone(help_given)
    offered = {word.url for word in words} if len(words) > 1 else set()
    links = [_link(way, at.of(way.state), named) for way in help_given.ways_out]
    return [link for link in links if link.url not in offered]


def _link(way: WayOut, url: str, named: dict[str, str]) -> WayOutLink:
    if not way.state.is_narrowed:
        return WayOutLink(_("看全部答复"), url, way.count)
    if way.part == "facets":
        return WayOutLink(_("去掉所有筛选条件"), url, way.count)
    if way.code == "without":
        return WayOutLink(without_condition(named.get(url, way.value)), url, way.count)
    return WayOutLink(_("改为检索“%(words)s”") % {"words": way.part}, url, way.count)


def words_alone(help_given: Help | None) -> list[WayOutLink]:
    """Every word with the search for it alone, in the whole archive: it was counted there."""
    words = help_given.words if help_given else ()
    at = Addresses(reverse("search"))
    return [WayOutLink(word.text, at.of(word.state), word.count) for word in words]


def without_condition(label: str) -> str:
    return _("去掉“%(condition)s”") % {"condition": label}
