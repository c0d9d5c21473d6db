"""One published reply by its number, or why there is none."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from replies.models import Reply
from replies.models.reply import ReplyQuerySet

from .errors import NotHere


class Withdrawn(Exception):
    """The reply was published once and taken back; its address answers 410 and says why."""

    def __init__(self, reply_id: int, reason: str, withdrawn_at: datetime | None) -> None:
        self.reply_id = reply_id
        self.reason = reason
        self.withdrawn_at = withdrawn_at
        super().__init__(_("这件答复已由发布人员撤回，原因：%(reason)s") % {"reason": reason})


def public_reply(reply_id: int, among: ReplyQuerySet | None = None) -> Reply:
    """The reply, from `among` if given (published ones only, with what the caller needs joined).

    Raises `Withdrawn`, or `NotHere` for a number that means nothing to the public, drafts included.
    """
    published = Reply.objects.published() if among is None else among
    reply = published.filter(pk=reply_id).first()
    if reply is not None:
        return reply
    withdrawn = (
        Reply.objects.withdrawn().only("withdrawal_reason", "withdrawn_at").filter(pk=reply_id).first()
    )
    if withdrawn is None:
        raise NotHere(_("档案中没有编号为 %(number)s 的答复。") % {"number": reply_id})
    raise Withdrawn(reply_id, withdrawn.withdrawal_reason, withdrawn.withdrawn_at)
