"""What there is to do: the first page of the staff side."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import HttpRequest
from django.utils.translation import gettext as _

from replies.ingest.review import PUBLISH
from replies.models import RefusedFile, Reply

SHOWN = 20
# So much of a letter tells it from others where it has no title.
OPENING = 60


@dataclass(frozen=True)
class Pile:
    """The first of some replies, and how many there are in all; `empty` is what is said where there are none."""

    name: str
    heading: str
    empty: str
    total: int
    replies: list[Reply]

    @property
    def left_out(self) -> int:
        return self.total - len(self.replies)


@dataclass(frozen=True)
class WorkList:
    to_do: list[Pile]
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
    published = Reply.objects.published().order_by("-published_at")
    refused = RefusedFile.objects.all()
    asked = _pile(
        "questions", _("有待解决的问题"), _("没有待解决问题的草稿。"), drafts.exclude(open_questions=[])
    )
    ready = _pile("ready", _("可以审核"), _("没有等待审核的草稿。"), drafts.filter(open_questions=[]))
    return WorkList(
        to_do=[ready, asked] if request.user.has_perm(PUBLISH) else [asked, ready],
        published=_pile("published", _("最近发布"), _("还没有发布过答复。"), published, 8),
        refused=list(refused[:SHOWN]),
        refused_total=refused.count(),
    )


def _pile(name: str, heading: str, empty: str, replies: QuerySet[Reply], shown: int = SHOWN) -> Pile:
    first = replies.select_related("city", "agency", "source", "published_by")
    light = first.defer("letter", "findings", "source__content", "source__text")
    return Pile(
        name, heading, empty, replies.count(), list(light.annotate(opening=Left("letter", OPENING))[:shown])
    )
