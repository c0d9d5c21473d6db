"""What a list says of replies, read in one query: their rows whole would cost a page dearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from replies.models import Measure, Reply, ReplyProposal, ReplyTopic

from .asking import ask, question_about


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """What a list says of a proposal."""

    pk: int
    kind: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """What a list says of a published reply.

    Proposals come in the order in which the letter names them, topics as slugs by their weight.
    """

    pk: int
    title: str
    letter: str
    reply_date: date
    year: int
    city: str
    agency: str
    topics: tuple[str, ...]
    proposals: tuple[ProposalLine, ...]
    phases: tuple[str, ...]

    def get_absolute_url(self) -> str:
        return reverse("reply", args=[self.pk])


def read_lines(ids: Sequence[int]) -> list[Line]:
    """The lines of these replies in their order, those left out that are not published any more."""
    question, given = _question()
    lines = {row[0]: _line(row) for row in ask(question, *given, list(ids))}
    return [lines[pk] for pk in ids if pk in lines]


def read_texts(ids: Sequence[int]) -> dict[int, str]:
    """Title and letter of each of these replies."""
    found = ask("SELECT id, title, letter FROM replies_reply WHERE id = ANY(%s)", list(ids))
    return {pk: f"{title}\n{letter}" for pk, title, letter in found}


@cache
def _question() -> tuple[str, Sequence[Any]]:
    of_reply = {"reply": OuterRef("pk")}
    topics = ReplyTopic.objects.filter(**of_reply).order_by("-weight", "topic__position", "topic")
    proposals = ReplyProposal.objects.filter(**of_reply).order_by("position")
    measures = Measure.objects.filter(**of_reply).order_by()
    line = JSONObject(
        pk="proposal_id", kind="proposal__kind", number="proposal__number", title="proposal__title"
    )
    columns = ("pk", "title", "letter", "reply_date", "year", "city__name", "agency__name")
    return question_about(
        Reply.objects.published().values_list(
            *columns,
            ArraySubquery(topics.values("topic")),
            ArraySubquery(proposals.values(line=line)),
            ArraySubquery(measures.values("phase")),
        )
    )


def _line(row: Sequence[Any]) -> Line:
    """From the columns in their order."""
    pk, title, letter, reply_date, year, city, agency, topics, proposals, phases = row
    stated = tuple(ProposalLine(**named) for named in proposals)
    return Line(pk, title, letter, reply_date, year, city, agency, tuple(topics), stated, tuple(phases))
