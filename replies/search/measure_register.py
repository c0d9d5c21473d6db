"""The register of measures: the same search, counted in measures instead of replies.

A measure is in it when its reply is found and, where words were asked for, when the measure itself says
them.  Topics are the measure's own; `deadline` (a year, or `none`) and `has_figure` too are conditions
on the measure alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left
from django.http import QueryDict
from django.utils.translation import gettext as _

from replies.models import Figure, Measure, Proposal, Topic
from replies.text.search_query import Notice, Run, read_query

from .entry_text import NOT_STATED
from .facets import Choice, Facet
from .find import find_replies
from .names import agencies_that_answered
from .snapshot import current_snapshot
from .state import SearchState

MEASURES_ON_A_PAGE = 30
OF_THE_REPLY = ("city", "year", "kind", "agency", "outcome")


@dataclass(frozen=True)
class RegisterState:
    """One question to the register, as its address says it."""

    search: SearchState
    deadline: tuple[str, ...] = ()
    has_figure: bool = False

    @classmethod
    def from_query(cls, query: QueryDict, also: Iterable[str] = ()) -> RegisterState:
        """Never raises; a deadline that is no year finds nothing and is told by its chip.

        `also` are parameters that something else reads.
        """
        deadlines = tuple(
            dict.fromkeys(value.strip() for value in query.getlist("deadline") if value.strip())
        )
        search = SearchState.from_query(query, also=("deadline", "has_figure", *also))
        return cls(search, deadlines, query.get("has_figure") == "1")

    def toggled(self, facet: str, value: str) -> RegisterState:
        if facet == "deadline":
            kept = tuple(v for v in self.deadline if v != value)
            chosen = kept if value in self.deadline else (*self.deadline, value)
            return replace(self, deadline=chosen, search=self.search.turned_to(1))
        if facet == "has_figure":
            return replace(self, has_figure=not self.has_figure, search=self.search.turned_to(1))
        return replace(self, search=self.search.toggled(facet, value))

    def without(self, facet: str, value: str | None = None) -> RegisterState:
        if facet in ("deadline", "has_figure"):
            return self.toggled(facet, value or "1")
        return replace(self, search=self.search.without(facet, value))

    def with_(self, **changes: Any) -> RegisterState:
        return replace(self, search=self.search.with_(**changes))

    def turned_to(self, page: int) -> RegisterState:
        return replace(self, search=self.search.turned_to(page))

    def sorted_by(self, sort: str) -> RegisterState:
        return replace(self, search=self.search.sorted_by(sort))

    def query_string(self) -> str:
        pairs = QueryDict(self.search.query_string()).lists()
        flat = [(name, value) for name, values in pairs for value in values]
        flat += [("deadline", value) for value in self.deadline]
        flat += [("has_figure", "1")] if self.has_figure else []
        return urlencode(sorted(flat))

    @property
    def q(self) -> str:
        return self.search.q

    @property
    def order(self) -> str:
        return "oldest" if self.search.sort == "oldest" else "newest"

    @property
    def year_from(self) -> int | None:
        return self.search.year_from

    @property
    def year_to(self) -> int | None:
        return self.search.year_to


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
    found = matching(state)
    total = found.count()
    pages = max(1, -(-total // MEASURES_ON_A_PAGE))
    page = min(state.search.page, pages)
    start = (page - 1) * MEASURES_ON_A_PAGE
    direction = "" if state.order == "oldest" else "-"
    rows = found.order_by(f"{direction}reply__reply_date", f"{direction}reply", "position").select_related(
        "reply__city", "reply__agency"
    )
    rows = rows.defer("reply__letter", "reply__findings").prefetch_related("figures")
    runs = tuple(run.text for run in read_query(state.q).runs)
    shown = tuple(rows[start : start + MEASURES_ON_A_PAGE])
    return RegisterPage(state, total, page, pages, shown, tuple(facets(state)), runs, notices)


def matching(state: RegisterState, skip: str = "") -> QuerySet[Measure]:
    """The measures under every condition but the facet `skip`."""
    found = Measure.objects.published()
    search = state.search.without("phase").without("topic")
    if skip in OF_THE_REPLY:
        search = search.without(skip)
    if search.is_narrowed:
        found = found.filter(reply__in=find_replies(search).ids)
    found = found.filter(*_word_conditions(state.q))
    if state.search.phase and skip != "phase":
        found = found.filter(phase__in=state.search.phase)
    if state.search.topic and skip != "topic":
        of_topic = Measure.topics.through.objects.filter(topic__in=state.search.topic)
        found = found.filter(Exists(of_topic.filter(measure=OuterRef("pk"))))
    if state.deadline and skip != "deadline":
        found = found.filter(_due(state.deadline))
    if state.has_figure and skip != "has_figure":
        found = found.filter(Exists(Figure.objects.filter(measure=OuterRef("pk"))))
    return found


def _word_conditions(typed: str) -> Iterator[Q]:
    query = read_query(typed)
    for group in query.groups:
        either = Q()
        for run in group:
            either |= _says(run)
        yield either
    for run in query.excluded:
        yield ~_says(run)


def _says(run: Run) -> Q:
    """Every piece of the run stands in the measure; a quoted run is one piece."""
    says = Q()
    for piece in run.pieces:
        says &= Q(text__icontains=piece) | Q(heading__icontains=piece)
    return says


def _due(years: Iterable[str]) -> Q:
    due = Q()
    for year in years:
        due |= Q(deadline="") if year == NOT_STATED else Q(deadline__startswith=year)
    return due


def facets(state: RegisterState) -> Iterator[Facet]:
    """Each counted under every other condition but its own."""
    yield Facet("phase", _("阶段"), _flat(state, "phase", "phase", dict(Measure.Phase.choices)))
    yield Facet("deadline", _("期限"), _deadlines(state))
    yield Facet("has_figure", _("数字"), _with_figures(state))
    yield Facet("city", _("地区"), _places(state))
    yield Facet("year", _("年份"), _years(state))
    yield Facet("topic", _("主题"), _flat(state, "topic", "topics", _topic_names()))
    yield Facet(
        "kind", _("类别"), _flat(state, "kind", "reply__proposals__kind", dict(Proposal.Kind.choices))
    )
    yield Facet("agency", _("承办单位"), _agencies(state))


def _counts(state: RegisterState, facet: str, column: str) -> dict[Any, int]:
    rows = matching(state, skip=facet).values_list(column).annotate(number=Count("pk", distinct=True))
    return dict(rows.order_by())


def _chosen(state: RegisterState, facet: str) -> tuple[str, ...]:
    return state.deadline if facet == "deadline" else getattr(state.search, facet)


def _choice(state: RegisterState, facet: str, value: str, label: str, count: int) -> Choice:
    return Choice(value, label, count, value in _chosen(state, facet), ())


def _flat(state: RegisterState, facet: str, column: str, labels: dict[Any, Any]) -> tuple[Choice, ...]:
    """Values whose names are known, in the order of those names; a chosen one stays with a count of 0."""
    counts = _counts(state, facet, column)
    return tuple(
        _choice(state, facet, value, str(label), counts.get(value, 0))
        for value, label in labels.items()
        if counts.get(value) or value in _chosen(state, facet)
    )


def _topic_names() -> dict[str, str]:
    return {topic.slug: topic.label for topic in Topic.objects.all()}


def _years(state: RegisterState) -> tuple[Choice, ...]:
    counts = {str(year): n for year, n in _counts(state, "year", "reply__year").items() if year}
    listed = {*counts, *(year for year in state.search.year if year.isascii() and year.isdigit())}
    return tuple(
        _choice(state, "year", year, year, counts.get(year, 0))
        for year in sorted(listed, key=int, reverse=True)
    )


def _deadlines(state: RegisterState) -> tuple[Choice, ...]:
    rows = matching(state, skip="deadline").annotate(due=Left("deadline", 4)).values_list("due")
    counts = dict(rows.annotate(number=Count("pk")).order_by())
    years = sorted(year for year in counts if year)
    choices = [_choice(state, "deadline", year, year, counts[year]) for year in years]
    unknown = [value for value in state.deadline if value not in years and value != NOT_STATED]
    choices += [_choice(state, "deadline", value, value, 0) for value in unknown]
    if counts.get(""):
        choices.append(_choice(state, "deadline", NOT_STATED, _("未写明"), counts[""]))
    return tuple(choices)


def _with_figures(state: RegisterState) -> tuple[Choice, ...]:
    number = matching(replace(state, has_figure=True)).count()
    return (Choice("1", _("写有数字"), number, state.has_figure, ()),)


def _agencies(state: RegisterState) -> tuple[Choice, ...]:
    counts = {pk: number for pk, number in _counts(state, "agency", "reply__agency").items() if pk}
    chosen = {int(pk) for pk in state.search.agency if pk.isascii() and pk.isdigit() and len(pk) < 19}
    listed = agencies_that_answered().filter(pk__in={*counts, *chosen})
    names = dict(listed.values_list("pk", "name"))
    ordered = sorted(names, key=lambda pk: (-counts.get(pk, 0), names[pk]))
    return tuple(_choice(state, "agency", str(pk), names[pk], counts.get(pk, 0)) for pk in ordered)


def _places(state: RegisterState) -> tuple[Choice, ...]:
    """The tree of places down to the counties, each with what all places in it have, the most first; the chosen ones
    too."""
    tree = current_snapshot().tree
    counts = tree.rolled_up({code: n for code, n in _counts(state, "city", "reply__city").items() if code})
    for slug in state.search.city:
        place = tree.by_slug.get(slug)
        while place:
            counts.setdefault(place.code, 0)
            place = tree.by_code.get(place.parent or "")

    def below(parent: str | None) -> tuple[Choice, ...]:
        listed = [p for p in tree.children(parent) if p.code in counts]
        return tuple(
            Choice(p.slug, p.name, counts[p.code], p.slug in state.search.city, below(p.code))
            for p in sorted(listed, key=lambda place: (-counts[place.code], place.code))
        )

    return below(None)
