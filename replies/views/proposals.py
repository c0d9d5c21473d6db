"""A proposal's life-line, and the readable address that leads to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import condition

from replies.models import Measure, Proposal, Reply
from replies.search.alike import alike
from replies.search.meant import meant
from replies.search.snapshot import current_snapshot
from replies.text.fold import fold

from .errors import NotHere
from .methods import read_only
from .public_reply import Withdrawn
from .validators import page_validator

MEETING = re.compile(r"0*(\d{1,3})-0*(\d{1,3})")
NUMBER = re.compile(r"第?([^/]+?)号?")
NOT_HERE = _("档案中没有这一件建议或提案，或者它的答复没有公开。")


@dataclass(frozen=True, slots=True)
class Step:
    """One answer on the life-line.  `later` says that it answers anew what an earlier one answered."""

    reply: Reply
    done: int
    planned: int
    later: bool

    @property
    def day(self) -> date | None:
        return self.reply.reply_date


def _validator(request: HttpRequest, pk: int) -> str:
    return page_validator(request)


@read_only
@condition(etag_func=_validator)
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    published = Proposal.objects.published().select_related("city__parent__parent")
    found = published.prefetch_related("proposer_links__representative").filter(pk=pk).first()
    if found is None:
        return _taken_back(request, pk)
    steps = life_line(found)
    near = alike([found.title], {step.reply.pk for step in steps})
    return render(request, "replies/proposal.html", {"proposal": found, "steps": steps, "alike": near})


def _taken_back(request: HttpRequest, pk: int) -> HttpResponse:
    """410 and why, where every reply to the proposal has been withdrawn."""
    withdrawn = Reply.objects.withdrawn().filter(proposals=pk).order_by("-withdrawn_at").first()
    if withdrawn is None:
        raise NotHere(NOT_HERE)
    why = Withdrawn(withdrawn.pk, withdrawn.withdrawal_reason, withdrawn.withdrawn_at)
    return render(request, "replies/withdrawn.html", {"withdrawn": why}, status=410)


def life_line(proposal: Proposal) -> list[Step]:
    """The published replies in the order of their dates, each with what it counts; an earlier version that
    is not public is as if there were none."""
    replies = (
        Reply.objects.published()
        .filter(proposals=proposal)
        .annotate(answers_anew=Exists(Reply.objects.published().filter(pk=OuterRef("replaces"))))
        .select_related("agency", "city")
        .prefetch_related("measures", "co_agencies")
        .defer("letter", "findings")
        .order_by("reply_date", "pk")
    )
    return [
        Step(
            reply,
            _number(reply, Measure.Phase.DONE),
            _number(reply, Measure.Phase.PLANNED),
            reply.answers_anew,
        )
        for reply in replies
    ]


def _number(reply: Reply, phase: str) -> int:
    return sum(1 for measure in reply.measures.all() if measure.phase == phase)


@read_only
def proposal_lookup(
    request: HttpRequest, city: str, kind: str, term: int, session: int, number: str
) -> HttpResponse:
    """`/p/wenzhou/npc/13-4/317/`: the number as written, or without the zeros before it."""
    stated = Proposal.objects.once_published().filter(city__slug=city, kind=kind, term=term, session=session)
    numbers = dict(stated.values_list("number", "pk"))
    pk = numbers.get(number) or {key.lstrip("0"): pk for key, pk in numbers.items()}.get(number.lstrip("0"))
    if pk is None:
        return lookup_as_written(request, city, kind, f"{term}-{session}", number)
    return redirect("proposal", pk=pk)


@read_only
def lookup_as_written(request: HttpRequest, city: str, kind: str, meeting: str, number: str) -> HttpResponse:
    """`/p/温州/人大建议/１３－４/第317号/` leads to the plain address, where it is another and can be told."""
    tree = current_snapshot().tree
    places = meant("city", city, tree)
    kinds = [kind] if kind in Proposal.Kind.values else [value for value, _label in meant("kind", kind, tree)]
    held, numbered = MEETING.fullmatch(fold(meeting)), NUMBER.fullmatch(fold(number))
    if not (len(places) == len(kinds) == 1 and held and numbered):
        raise NotHere(NOT_HERE)
    meeting_held = int(held[1]), int(held[2])
    plain = reverse("proposal_lookup", args=[places[0][0], kinds[0], *meeting_held, numbered[1].upper()])
    if unquote(plain) == request.path:
        raise NotHere(NOT_HERE)
    return redirect(plain)
