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

from replies.models import Measure, ReplyProposal, ReplyTopic
from replies.models.reply import ReplyQuerySet


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


def read_lines(ids: Sequence[int], among: ReplyQuerySet) -> list[Line]:
    """The lines of these replies in their order; those that are not among the others are left out."""
    rows = among.filter(pk__in=ids).order_by().values_list(*_columns())
    lines = {row[0]: _line(row) for row in rows}
    return [lines[pk] for pk in ids if pk in lines]


@cache
def _columns() -> tuple[str | ArraySubquery, ...]:
    """The columns of a line, put together once: that costs as much as to ask for them."""
    of_reply = {"reply": OuterRef("pk")}
    topics = ReplyTopic.objects.filter(**of_reply).order_by("-weight", "topic__position", "topic")
    proposals = ReplyProposal.objects.filter(**of_reply).order_by("position")
    measures = Measure.objects.filter(**of_reply).order_by()
    named = JSONObject(
        pk="proposal_id", kind="proposal__kind", number="proposal__number", title="proposal__title"
    )
    return (
        *("pk", "title", "letter", "reply_date", "year", "city__name", "agency__name"),
        ArraySubquery(topics.values("topic")),
        ArraySubquery(proposals.values(named=named)),
        ArraySubquery(measures.values("phase")),
    )


def _line(row: Sequence[Any]) -> Line:
    """From the columns in their order."""
    pk, title, letter, reply_date, year, city, agency, topics, proposals, phases = row
    stated = tuple(ProposalLine(**named) for named in proposals)
    return Line(pk, title, letter, reply_date, year, city, agency, tuple(topics), stated, tuple(phases))
