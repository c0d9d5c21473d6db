"""Finding replies: from a state to the replies, in order, and the page that shows them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from django.utils.functional import cached_property
from numpy.typing import NDArray
from pyroaring import BitMap

from replies.models import Reply
from replies.text.excerpt import excerpt
from replies.text.fold import fold
from replies.text.highlight import Piece, mark
from replies.text.search_query import Notice, Query, read_query

from . import rank
from .by_name import add_names
from .choices import Choices, choose
from .facets import Facet, counts
from .lines import Line, read_lines, read_texts
from .match import Matches, match, snapshot_for
from .nothing_found import Help, help_with
from .number_box import read_number, replies_numbered
from .ordinals import Ordinals
from .snapshot import Counting, Snapshot
from .state import SearchState

PAGE_SIZE = 20
WHICH = 0.2
"""What naming a place or a year counts beside saying something of it."""
YEAR = re.compile(r"(?:19|20)\d\d年?")
REORDERED = 60
"""So many of the first are put in order once more by how near their words stand to each other."""


@dataclass
class Found:
    """The answer to a search: every reply that fits, before any is read.

    `state` is what was asked with values in place of names.  `numbered` bear a number that was asked for,
    `own` are the replies of those whose name alone was.
    """

    state: SearchState
    query: Query
    snapshot: Snapshot
    matches: Matches
    choices: Choices
    by_words: BitMap
    numbered: BitMap
    own: BitMap

    @cached_property
    def hits(self) -> BitMap:
        return self.under(None)

    def under(self, apart_from: str | None) -> BitMap:
        """The replies under every facet's choice but that of one facet."""
        sets = [chosen for facet, chosen in self.choices.by_facet.items() if facet != apart_from]
        return BitMap.intersection(self.by_words, *sets) if sets else self.by_words

    @property
    def total(self) -> int:
        return len(self.hits)

    @cached_property
    def counting(self) -> Counting:
        return self.snapshot.counting(self.hits)

    @property
    def ordinals(self) -> Ordinals:
        """The hits as an array, not in any order to be shown."""
        return self.counting.ordinals

    @property
    def ids(self) -> list[int]:
        """The replies' ids, best first."""
        return self.page_ids(0, self.total)

    @property
    def id_set(self) -> NDArray[np.int64]:
        """The replies' ids in no order, at next to no cost."""
        return self.snapshot.reply_ids[self.ordinals]

    def page_ids(self, start: int, stop: int) -> list[int]:
        """A stretch of `ids`, without putting the rest in order."""
        near = len(self.words) > 1 and self.state.order == "relevance"
        order = rank.best(self.scores, max(stop, REORDERED) if near else stop)
        if near and start < REORDERED:
            order[:REORDERED] = self._by_nearness(order[:REORDERED])
        ids: list[int] = self.snapshot.reply_ids[self.ordinals[order[start:stop]]].tolist()
        return ids

    @cached_property
    def scores(self) -> NDArray[np.float64]:
        if self.state.order == "relevance":
            return rank.by_relevance(
                self.hits, self.ordinals, self.query, self.matches, self.numbered, self.own
            )
        return rank.by_date(self.ordinals, self.snapshot, newest=self.state.order == "newest")

    @property
    def words(self) -> list[str]:
        """Every word that was asked for, as it is marked."""
        return list(dict.fromkeys(p.text for run in self.query.runs for p in self.matches.parts[run]))

    def _by_nearness(self, order: NDArray[np.intp]) -> NDArray[np.intp]:
        """Texts are read of those alone that do not hold the one run that was typed: there its words stand together."""
        runs, ordinals = self.query.runs, self.ordinals[order]
        whole = self.matches.of_whole(runs[0]) if len(runs) == 1 else BitMap()
        apart = np.array([ordinal not in whole for ordinal in ordinals.tolist()], dtype=bool)
        near = np.ones(len(order))
        near[apart] = self._nearness(ordinals[apart])
        return order[np.argsort(-(self.scores[order] + rank.NEARNESS * near), kind="stable")]

    def _nearness(self, ordinals: Ordinals) -> list[float]:
        ids = self.snapshot.reply_ids[ordinals].tolist()
        texts = read_texts(ids) if ids else {}
        return [rank.nearness(texts.get(pk, ""), self.words) for pk in ids]

    def lines(self, start: int, stop: int) -> list[Line]:
        """That stretch of the replies, as a list shows them."""
        return read_lines(self.page_ids(start, stop))


def find_replies(state: SearchState, snapshot: Snapshot | None = None) -> Found:
    """Which of the published replies fit; a failing database raises and is never an empty answer.

    `snapshot` is the one that is in hand already, so that the generation need not be asked for again.
    """
    query = read_query(state.q)
    snapshot = snapshot or snapshot_for(query)
    matches = match(query, snapshot)
    choices = choose(state, query, snapshot)
    named = add_names(query, matches)
    choices.notices += named.notices
    bearing = _bearing(query, snapshot)
    by_words = _by_words(query, matches, choices, bearing)
    numbered = bearing | choices.numbered
    return Found(choices.state, query, snapshot, matches, choices, by_words, numbered, named.own)


def _bearing(query: Query, snapshot: Snapshot) -> BitMap:
    """The replies that bear the number which the words name; quoted ones name none but themselves."""
    asked = None if any(run.quoted for run in query.runs) else read_number(query.words)
    return snapshot.of_replies(replies_numbered(asked, snapshot.tree)) if asked else BitMap()


def _by_words(query: Query, matches: Matches, choices: Choices, bearing: BitMap) -> BitMap:
    """The living replies that fit what was typed, before any facet."""
    live = matches.snapshot.live
    groups = [_any_of([matches.of_run(run) for run in group]) for group in query.groups]
    holding = BitMap.intersection(live, *groups)
    if bearing:
        holding = holding | (bearing & live)
    found = BitMap.intersection(holding, *choices.typed) if choices.typed else holding
    leave_out = [matches.of_run(run) for run in query.excluded] + choices.excluded
    return found - BitMap.union(*leave_out) if leave_out else found


def _any_of(sets: Sequence[BitMap]) -> BitMap:
    return sets[0] if len(sets) == 1 else BitMap.union(*sets)


@dataclass(frozen=True)
class Result:
    """One line of a page of results; `marked` are the runs that its excerpt shows, by their weight, `which` those of
    them that only tell which reply it is."""

    reply: Line
    title_pieces: tuple[Piece, ...]
    marked: Mapping[str, float]
    done: int
    planned: int
    which: frozenset[str] = frozenset()

    @cached_property
    def excerpt(self) -> tuple[Piece, ...]:
        """Looked for when it is asked for: a page shows none where no words were asked."""
        return excerpt(self.reply.letter, self.marked, only_which=self.which)


@dataclass(frozen=True)
class SearchPage:
    """Everything a page of results shows."""

    state: SearchState
    total: int
    archive_total: int
    page: int
    pages: int
    results: tuple[Result, ...]
    facets: tuple[Facet, ...]
    notices: tuple[Notice, ...]
    direct_hit: Reply | None
    help: Help | None
    found: Found = field(repr=False)

    @property
    def previous(self) -> SearchState | None:
        return self.state.turned_to(self.page - 1) if self.page > 1 else None

    @property
    def next(self) -> SearchState | None:
        return self.state.turned_to(self.page + 1) if self.page < self.pages else None


def search_page(state: SearchState, size: int = PAGE_SIZE, snapshot: Snapshot | None = None) -> SearchPage:
    """One page of the answer, with its facets; a page beyond the last is the last, and that is told."""
    found = find_replies(state, snapshot)
    pages = max(1, -(-found.total // size))
    page = min(state.page, pages)
    notices = [*state.notices, *found.query.notices, *found.choices.notices]
    if page != state.page:
        notices.append(Notice("beyond-last-page", str(state.page)))
    shown = tuple(results(found, (page - 1) * size, page * size))
    return SearchPage(
        state=found.state.turned_to(page),
        total=found.total,
        archive_total=len(found.snapshot.live),
        page=page,
        pages=pages,
        results=shown,
        facets=counts(found),
        notices=tuple(dict.fromkeys(notices)),
        direct_hit=_direct_hit(found, shown),
        help=None
        if found.total
        else help_with(found, lambda other: find_replies(other, found.snapshot).total),
        found=found,
    )


def results(found: Found, start: int, stop: int) -> list[Result]:
    """A stretch of the answer as lines: marked titles, what to excerpt, how many measures are done and planned."""
    marked = marked_runs(found)
    which = frozenset(run for run in marked if _tells_which(run, found))
    return [
        Result(
            line,
            mark(line.title, marked),
            marked,
            line.phases.count("done"),
            line.phases.count("planned"),
            which,
        )
        for line in found.lines(start, stop)
    ]


def marked_runs(found: Found) -> dict[str, float]:
    """What is marked in titles and letters, whole runs first, with how much of the question it says."""
    words = {text: _saying(text, found) for text in found.words}
    several = [run for run in found.query.runs if len(found.matches.parts[run]) > 1]
    whole = {fold(run.text): sum(words[part.text] for part in found.matches.parts[run]) for run in several}
    return {**whole, **words}


def _saying(text: str, found: Found) -> float:
    """More for a rare and a long word, less for a place or a year: it tells which replies, not what they say."""
    live = found.snapshot.live
    said = rank.rarity(len(found.matches.docs[text] & live), len(live)) * (2 + 0.5 * len(text))
    return said * WHICH if _tells_which(text, found) else said


def _tells_which(text: str, found: Found) -> bool:
    return bool(YEAR.fullmatch(text)) or text in found.snapshot.tree.names


def _direct_hit(found: Found, shown: Sequence[Result]) -> Reply | None:
    """The one record that a number leads to, or that bears the title typed."""
    numbered = found.numbered & found.hits
    title = fold(found.state.q).strip()
    titled = [result.reply.pk for result in shown if title and fold(result.reply.title).strip() == title]
    if len(numbered) == 1:
        titled = [int(found.snapshot.reply_ids[numbered.min()])]
    if len(titled) != 1:
        return None
    published = Reply.objects.published().select_related("agency")
    return published.only("title", "agency__name", "reply_date", "doc_number").filter(pk=titled[0]).first()
