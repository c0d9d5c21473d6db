"""What the index reads of replies, in one query: their rows whole would cost a rebuild most of its time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from replies.models import Agency, Measure, Proposal, ProposalProposer, Reply, ReplyTopic

from .asking import ask, question_about

_COLUMNS = (
    "pk",
    "title",
    "letter",
    "doc_number",
    "reply_date",
    "outcome",
    "city",
    "city__parent__parent__name",
    "city__parent__name",
    "city__name",
    "agency",
    "agency__name",
)


class Party(NamedTuple):
    """One who answers or proposes: an agency, a representative or an organisation."""

    pk: int
    name: str


class SearchedMeasure(NamedTuple):
    """The words of a measure."""

    heading: str
    section: str
    text: str
    phase: str


@dataclass(frozen=True, slots=True)
class SearchedProposal:
    """The words of a proposal, and who proposed it in the order in which the letter names them."""

    kind: str
    title: str
    assembly: str
    number: str
    proposers: Sequence[Party]


@dataclass(frozen=True, slots=True)
class Searched:
    """What of one reply is searched and counted.

    `agencies` begin with the one that leads; `place` is the full name of the place, 河南省濮阳市华龙区.
    """

    pk: int
    title: str
    letter: str
    doc_number: str
    reply_date: date | None
    outcome: str
    city: str | None
    place: str
    agencies: Sequence[Party]
    proposals: Sequence[SearchedProposal]
    topics: Sequence[str]
    measures: Sequence[SearchedMeasure]


def searched(ids: Iterable[int]) -> list[Searched]:
    """What is searched of those of these replies that are published, by their ids; one query."""
    question, given = _question()
    return sorted(map(_searched, ask(question, *given, list(ids))), key=attrgetter("pk"))


@cache
def _question() -> tuple[str, Sequence[Any]]:
    replies = Reply.objects.published()
    return question_about(replies.values_list(*_COLUMNS, *map(ArraySubquery, _parts())))


def _parts() -> tuple[QuerySet[Any, Any], ...]:
    """What a reply has several of, each as a question of its own, in the order in which it is indexed."""
    of_reply = {"reply": OuterRef("pk")}
    joining = Agency.objects.filter(co_handled=OuterRef("pk")).order_by("name")
    proposers = ProposalProposer.objects.filter(proposal=OuterRef("pk")).order_by("position")
    person = JSONObject(pk="representative", name="representative__name")
    proposal = JSONObject(
        kind="kind",
        title="title",
        assembly="assembly",
        number="number",
        proposers=ArraySubquery(proposers.values(said=person)),
    )
    proposals = Proposal.objects.filter(replies=OuterRef("pk"))
    measures = Measure.objects.filter(**of_reply).order_by("position")
    return (
        joining.values(said=JSONObject(pk="pk", name="name")),
        proposals.order_by(*(Proposal._meta.ordering or ())).values(said=proposal),
        ReplyTopic.objects.filter(**of_reply).order_by().values("topic"),
        measures.values(said=JSONObject(**{name: name for name in SearchedMeasure._fields})),
    )


def _searched(row: Sequence[Any]) -> Searched:
    """From the columns and parts in their order."""
    pk, title, letter, doc_number, reply_date, outcome, city, *above, agency, name = row[: len(_COLUMNS)]
    joining, proposals, topics, measures = row[len(_COLUMNS) :]
    leading = [Party(agency, name)] if agency else []
    return Searched(
        pk=pk,
        title=title,
        letter=letter,
        doc_number=doc_number,
        reply_date=reply_date,
        outcome=outcome,
        city=city,
        place="".join(filter(None, above)),
        agencies=[*leading, *(Party(**said) for said in joining)],
        proposals=[_proposal(**said) for said in proposals],
        topics=topics,
        measures=[SearchedMeasure(**said) for said in measures],
    )


def _proposal(proposers: Sequence[dict[str, Any]], **words: str) -> SearchedProposal:
    return SearchedProposal(**words, proposers=[Party(**said) for said in proposers])
