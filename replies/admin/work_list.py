"""What there is to do: the first page of the staff side."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest

from replies.models import RefusedFile, Reply

SHOWN = 20


@dataclass(frozen=True)
class Pile:
    """The first of some replies, and how many there are in all."""

    name: str
    total: int
    replies: list[Reply]

    @property
    def left_out(self) -> int:
        return self.total - len(self.replies)


@dataclass(frozen=True)
class WorkList:
    with_questions: Pile
    ready: Pile
    published: Pile
    refused: list[RefusedFile]
    refused_total: int


def following(reply: Reply, may_publish: bool) -> int | None:
    """The key of the draft to take up after this one: for a reviewer one that is ready, if there is any."""
    drafts = Reply.objects.filter(status=Reply.Status.DRAFT).exclude(pk=reply.pk)
    asked, ready = drafts.exclude(open_questions=[]), drafts.filter(open_questions=[])
    piles = [ready, asked] if may_publish else [asked]
    found = (_first_after(reply.pk, pile) for pile in piles)
    return next((key for key in found if key), None)


def _first_after(key: int, replies: QuerySet[Reply]) -> int | None:
    """Or the first of all, behind the last."""
    keys = replies.order_by("pk").values_list("pk", flat=True)
    return keys.filter(pk__gt=key).first() or keys.first()


def work_list(request: HttpRequest) -> WorkList | None:
    """None for staff who may not see replies."""
    if not request.user.has_perm("replies.view_reply"):
        return None
    drafts = Reply.objects.filter(status=Reply.Status.DRAFT).order_by("-updated_at")
    refused = RefusedFile.objects.all()
    return WorkList(
        with_questions=_pile("questions", drafts.exclude(open_questions=[])),
        ready=_pile("ready", drafts.filter(open_questions=[])),
        published=_pile("published", Reply.objects.published().order_by("-published_at"), 8),
        refused=list(refused[:SHOWN]),
        refused_total=refused.count(),
    )


def _pile(name: str, replies: QuerySet[Reply], shown: int = SHOWN) -> Pile:
    first = replies.select_related("city", "agency", "source", "published_by")
    light = first.defer("letter", "findings", "source__content", "source__text")
    return Pile(name, replies.count(), list(light[:shown]))
