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
