"""A page of the register: its measures, and facets that are counted in measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from replies.models import Measure, Proposal, Topic
from replies.text.search_query import Notice, read_query

from .entry_text import NOT_STATED
from .facets import Choice, Facet
from .find import find_replies
from .measure_register import Register, RegisterState
from .names import agencies_that_answered
from .snapshot import Counting, current_snapshot

MEASURES_ON_A_PAGE = 30


@dataclass(frozen=True)
class RegisterPage:
    """Shaped like a search page, so that the same links and facets are drawn around it."""

    state: RegisterState
    total: int
    page: int
    pages: int
    measures: tuple[Measure, ...]
    facets: tuple[Facet, ...]
    runs: tuple[str, ...]
    notices: tuple[Notice, ...]


def register_page(asked: RegisterState) -> RegisterPage:
    """`state` of the page is the one asked for with values in place of names."""
    replies = find_replies(asked.search)
    state = replace(asked, search=replies.state)
    told = [*asked.search.notices, *replies.query.notices, *replies.choices.notices]
    # A name finds a reply, but only words find a measure.
    notices = tuple(dict.fromkeys(notice for notice in told if not notice.code.startswith("also-")))
    register = Register(state)
    total = register.total
    pages = max(1, -(-total // MEASURES_ON_A_PAGE))
    page = min(state.search.page, pages)
    runs = tuple(run.text for run in read_query(state.q).runs)
    shown = _shown(register, (page - 1) * MEASURES_ON_A_PAGE)
    return RegisterPage(state, total, page, pages, shown, tuple(facets(register)), runs, notices)


def _shown(register: Register, start: int) -> tuple[Measure, ...]:
    direction = "" if register.state.order == "oldest" else "-"
    rows = register.measures().select_related("reply__city", "reply__agency")
    rows = rows.order_by(f"{direction}reply__reply_date", f"{direction}reply", "position")
    rows = rows.defer("reply__letter", "reply__findings").prefetch_related("figures")
    return tuple(rows[start : start + MEASURES_ON_A_PAGE])


def facets(register: Register) -> Iterator[Facet]:
    """Each counted under every other condition but its own."""
    asked = _Asked(register, {})
    yield Facet("phase", _("阶段"), _flat(asked, "phase", register.counts("phase", "phase"), _phases()))
    yield Facet("deadline", _("期限"), _deadlines(asked))
    yield Facet("has_figure", _("数字"), _with_figures(asked))
    yield Facet("city", _("地区"), _places(asked))
    yield Facet("year", _("年份"), _years(asked))
    yield Facet("topic", _("主题"), _flat(asked, "topic", register.counts("topic", "topic"), _topics()))
    yield Facet("kind", _("类别"), _flat(asked, "kind", asked.of_replies("kind"), _kinds()))
    yield Facet("agency", _("承办单位"), _agencies(asked))


@dataclass(frozen=True)
class _Asked:
    """A register while its facets are counted; `by_reply` keeps what several of them are counted from."""

    register: Register
    by_reply: dict[str, Counting]

    @property
    def state(self) -> RegisterState:
        return self.register.state

    def of_replies(self, facet: str) -> dict[Any, int]:
        """By what is known of the replies: how many measures each has is asked of the database, once if it can be."""
        own = facet if self.chosen(facet) else ""
        if own not in self.by_reply:
            self.by_reply[own] = current_snapshot().weighing(self.register.counts("reply", own))
        return self.by_reply[own].counts(facet).by_value

    def chosen(self, facet: str) -> tuple[str, ...]:
        return self.state.deadline if facet == "deadline" else getattr(self.state.search, facet)

    def choice(self, facet: str, value: str, label: str, count: int) -> Choice:
        return Choice(value, label, count, value in self.chosen(facet), ())


def _flat(asked: _Asked, facet: str, counts: dict[Any, int], labels: dict[Any, Any]) -> tuple[Choice, ...]:
    """Values whose names are known, in the order of those names; a chosen one stays with a count of 0."""
    return tuple(
        asked.choice(facet, value, str(label), counts.get(value, 0))
        for value, label in labels.items()
        if counts.get(value) or value in asked.chosen(facet)
    )


def _phases() -> dict[Any, Any]:
    return dict(Measure.Phase.choices)


def _kinds() -> dict[Any, Any]:
    return dict(Proposal.Kind.choices)


def _topics() -> dict[str, str]:
    return {topic.slug: topic.label for topic in Topic.objects.all()}


def _years(asked: _Asked) -> tuple[Choice, ...]:
    counts = {str(year): number for year, number in asked.of_replies("year").items()}
    listed = {*counts, *(year for year in asked.chosen("year") if year.isascii() and year.isdigit())}
    return tuple(
        asked.choice("year", year, year, counts.get(year, 0))
        for year in sorted(listed, key=int, reverse=True)
    )


def _deadlines(asked: _Asked) -> tuple[Choice, ...]:
    counts = asked.register.counts("deadline", "deadline")
    years = sorted(year for year in counts if year)
    choices = [asked.choice("deadline", year, year, counts[year]) for year in years]
    unknown = [value for value in asked.state.deadline if value not in years and value != NOT_STATED]
    choices += [asked.choice("deadline", value, value, 0) for value in unknown]
    if counts.get(""):
        choices.append(asked.choice("deadline", NOT_STATED, _("未写明"), counts[""]))
    return tuple(choices)


def _with_figures(asked: _Asked) -> tuple[Choice, ...]:
    number = asked.register.counts("has_figure", "has_figure").get(True, 0)
    return (Choice("1", _("写有数字"), number, asked.state.has_figure, ()),)


def _agencies(asked: _Asked) -> tuple[Choice, ...]:
    counts = asked.of_replies("agency")
    chosen = {int(pk) for pk in asked.chosen("agency") if pk.isascii() and pk.isdigit() and len(pk) < 19}
    listed = agencies_that_answered().filter(pk__in={*counts, *chosen}).values_list("pk", flat=True)
    names = current_snapshot().labels.of_agencies(listed)
    ordered = sorted(names, key=lambda pk: (-counts.get(pk, 0), names[pk]))
    return tuple(asked.choice("agency", str(pk), names[pk], counts.get(pk, 0)) for pk in ordered)


def _places(asked: _Asked) -> tuple[Choice, ...]:
    """The tree of places down to the counties, each with what all places in it have, the most first; the chosen ones
    too."""
    tree = current_snapshot().tree
    counts = tree.rolled_up(asked.of_replies("city"))
    for slug in asked.chosen("city"):
        place = tree.by_slug.get(slug)
        while place:
            counts.setdefault(place.code, 0)
            place = tree.by_code.get(place.parent or "")

    def below(parent: str | None) -> tuple[Choice, ...]:
        listed = [p for p in tree.children(parent) if p.code in counts]
        return tuple(
            replace(
                asked.choice("city", p.slug, p.name, counts[p.code]),
                children=below(p.code),
                alone=tree.telling_name(p),
            )
            for p in sorted(listed, key=lambda place: (-counts[place.code], place.code))
        )

    return below(None)
