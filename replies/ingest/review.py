"""The verbs by which people settle a reply: save, publish, withdraw.

Each is one transaction under a lock on the reply, leaves a line in its history with who and what, and
keeps the search index in step, so that what is saved is what the public finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from replies.ingest.errors import Edit, EditConflict, NotReady, WrongStatus
from replies.ingest.history import sign
from replies.ingest.proposal_rows import write_waiting_changes
from replies.ingest.questions import still_open
from replies.ingest.rows import values_of, write_values
from replies.ingest.showing import show
from replies.ingest.values import LABELS, ReplyValues
from replies.models import Reply
from replies.search import index
from replies.text.personal_data import mask

PUBLISH = "replies.publish_reply"
CHANGE = "replies.change_reply"


@transaction.atomic
def save_review(
    reply: Reply,
    by: User | None,
    values: ReplyValues,
    *,
    shown: Mapping[str, str] | None = None,
    shown_version: int | None = None,
    settled: Iterable[str] = (),
) -> frozenset[str]:
    """Writes what a person changed, and answers with the names of those fields.

    `shown` is `ReplyValues.marks()` of what she saw and `shown_version` its `edit_version`: only fields
    that she changed are written, so two people may work on different fields.  Where both changed the
    same field, raises EditConflict and saves nothing.  `settled` names fields that she confirmed as
    they are.
    """
    reply = _locked(reply)
    require(by, PUBLISH if reply.status != Reply.Status.DRAFT else CHANGE)
    current = values_of(reply)
    changed = _changed_by_her(values, current, shown)
    _refuse_conflict(reply, changed, current, shown, shown_version)
    new = current.taking(changed, values)
    _note_settled(reply, new, {*changed, *settled})
    if reply.is_published and reply.open_questions:
        raise NotReady(reply.open_questions)
    if "shows_landline" in changed:
        reply.letter = mask(reply.source.text, keep=_landlines(new))
    sign(reply, by, _what_changed(changed, settled))
    write_values(reply, new, changed, by_person=True)
    if reply.is_published:
        show([reply])
    return changed


@transaction.atomic
def publish(reply: Reply, by: User | None) -> Reply:
    """Makes a reply public at once: page, feeds, sitemap and search.  Raises NotReady with its questions."""
    reply = _made_public(_locked(reply), by)
    show([reply])
    return reply


@transaction.atomic
def publish_all(replies: Iterable[Reply], by: User | None) -> list[Reply]:
    """The same for many, with one writing of the index; all of them, or none."""
    public = [_made_public(_locked(reply), by) for reply in replies]
    if public:
        show(public)
    return public


def _made_public(reply: Reply, by: User | None) -> Reply:
    require(by, PUBLISH)
    if reply.is_published:
        raise WrongStatus(reply.status)
    problems = still_open(reply.open_questions, values_of(reply), reply.edited_fields)
    if problems:
        raise NotReady(problems)
    reply.status = Reply.Status.PUBLISHED
    reply.published_at = timezone.now()
    reply.published_by = by
    reply.withdrawn_at = None
    reply.withdrawal_reason = ""
    sign(reply, by, _("发布"))
    reply.save()
    write_waiting_changes(reply)
    return reply


@transaction.atomic
def withdraw(reply: Reply, by: User | None, reason: str) -> Reply:
    """Takes a reply back; its address then says why.  Nothing is deleted."""
    reply = _locked(reply)
    require(by, PUBLISH)
    if not reply.is_published:
        raise WrongStatus(reply.status)
    reply.status = Reply.Status.WITHDRAWN
    reply.withdrawn_at = timezone.now()
    reply.withdrawal_reason = reason
    sign(reply, by, _("撤回：%(reason)s") % {"reason": reason})
    reply.save()
    index.remove_entry(reply)
    return reply


def _locked(reply: Reply) -> Reply:
    return (
        Reply.objects.select_for_update(of=("self",))
        .select_related("source", "city", "agency")
        .get(pk=reply.pk)
    )


def require(by: User | None, permission: str) -> None:
    """`by` is None only for a command, which whoever runs the server gave."""
    if by is not None and not by.has_perm(permission):
        raise PermissionDenied


def _changed_by_her(
    values: ReplyValues, current: ReplyValues, shown: Mapping[str, str] | None
) -> frozenset[str]:
    if shown is None:
        return values.differing(current)
    mine = values.marks()
    return frozenset(name for name in values.differing(current) if mine[name] != shown.get(name))


def _refuse_conflict(
    reply: Reply,
    changed: frozenset[str],
    current: ReplyValues,
    shown: Mapping[str, str] | None,
    shown_version: int | None,
) -> None:
    if shown is None or shown_version == reply.edit_version:
        return
    now = current.marks()
    both = frozenset(name for name in changed if now[name] != shown.get(name))
    if both:
        raise EditConflict(edits_since(reply, shown_version or 0), both)


def edits_since(reply: Reply, version: int) -> list[Edit]:
    """Who saved what after that version, oldest first."""
    later = reply.history.filter(edit_version__gt=version).order_by("edit_version", "history_id")
    return [
        Edit(who=line.history_user, when=line.history_date, what=line.history_change_reason or "")
        for line in later.select_related("history_user")
    ]


def _note_settled(reply: Reply, values: ReplyValues, settled: set[str]) -> None:
    reply.edited_fields = sorted({*reply.edited_fields, *settled})
    reply.open_questions = still_open(reply.open_questions, values, reply.edited_fields)


def _landlines(values: ReplyValues) -> tuple[str, ...]:
    return tuple(contact.phone for contact in values.contacts) if values.shows_landline else ()


def _what_changed(changed: Iterable[str], settled: Iterable[str]) -> str:
    names = [str(label) for name, label in LABELS.items() if name in {*changed, *settled}]
    return _("改动：%(fields)s") % {"fields": "、".join(names)} if names else _("保存，没有改动")
