"""Replies that look alike: the same one, a later version, or a sibling; a person says which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from replies.ingest.errors import EditConflict, WrongStatus
from replies.ingest.history import sign
from replies.ingest.questions import Question, still_open
from replies.ingest.review import CHANGE, PUBLISH, edits_since, require
from replies.ingest.rows import values_of
from replies.ingest.showing import tell_readers
from replies.ingest.values import ReplyValues
from replies.models import Proposal, Reply, Resemblance
from replies.text.similarity import Fingerprint, Relation, ReplyFacts, classify

COMPARED = 12
KEPT = 5
# Of the same text, answering the same proposal, of much the same words; no reply that came later.
#
# Each band is looked up by itself: of the overlap of two arrays the planner knows nothing, and would read the
# whole table.  A form letter may share a band with thousands; the nearest share many, and are met again under
# another.
CANDIDATES = """
    SELECT own.id, other.id
    FROM replies_reply AS own
    JOIN replies_sourcedocument AS document ON document.id = own.source_id
    CROSS JOIN LATERAL (
        (
            SELECT reply.id
            FROM replies_sourcedocument AS same
            JOIN replies_reply AS reply ON reply.source_id = same.id
            WHERE same.text_sha256 = document.text_sha256
                AND (reply.id < own.id OR reply.id <> ALL(%(new)s))
            ORDER BY reply.id
            LIMIT %(kept)s
        ) UNION (
            SELECT beside.reply_id
            FROM replies_replyproposal AS answered
            JOIN replies_replyproposal AS beside ON beside.proposal_id = answered.proposal_id
            WHERE answered.reply_id = own.id
                AND (beside.reply_id < own.id OR beside.reply_id <> ALL(%(new)s))
            ORDER BY beside.reply_id
            LIMIT %(compared)s
        ) UNION (
            SELECT reply.id
            FROM (
                SELECT near.id
                FROM unnest(document.bands) AS wanted (band)
                CROSS JOIN LATERAL (
                    SELECT id FROM replies_sourcedocument
                    WHERE bands @> ARRAY[wanted.band] AND (id < document.id OR id <> ALL(%(sources)s))
                    LIMIT 200
                ) AS near
                GROUP BY near.id
                ORDER BY count(*) DESC, near.id DESC
                LIMIT %(compared)s
            ) AS near
            JOIN replies_reply AS reply ON reply.source_id = near.id
        )
    ) AS other
    WHERE own.id = ANY(%(new)s) AND document.fingerprint IS NOT NULL
    ORDER BY own.id, other.id
"""
ASKED_ABOUT = frozenset({"same_reply", "later_version", "earlier_version", "unclear"})
Choices = Resemblance.Relation


def note_resemblances(drafts: Sequence[tuple[Reply, ReplyValues]]) -> None:
    """Records which replies new drafts resemble, and asks about those that may be the same or another version
    of one; the caller holds the transaction and saves the questions."""
    others = _candidates([reply for reply, _values in drafts])
    alike = [_nearest(reply, values, others[reply.pk]) for reply, values in drafts if reply.pk in others]
    found = [resemblance for several in alike for resemblance in several]
    Resemblance.objects.bulk_create(found)
    for resemblance in found:
        if resemblance.suggested in ASKED_ABOUT:
            reply = resemblance.reply
            reply.open_questions = [*reply.open_questions, _question(resemblance)]


def _nearest(reply: Reply, values: ReplyValues, others: Sequence[Reply]) -> list[Resemblance]:
    facts = _facts(reply, values)
    related = [(classify(facts, _facts(other, None)), other) for other in others]
    near = [(relation, other) for relation, other in related if relation.kind != "unrelated"]
    near.sort(key=lambda pair: -pair[0].similarity.jaccard)
    return [_resemblance(reply, *pair) for pair in near[:KEPT]]


def _candidates(replies: Sequence[Reply]) -> dict[int, list[Reply]]:
    """For each of these new replies, by its key, those that were there before it and may be compared with it."""
    new, sources = [reply.pk for reply in replies], [reply.source_id for reply in replies]
    with connection.cursor() as cursor:
        limits = {"kept": KEPT, "compared": COMPARED}
        cursor.execute(CANDIDATES, {"new": new, "sources": sources, **limits})
        pairs: list[tuple[int, int]] = cursor.fetchall()
    found = Reply.objects.filter(source__fingerprint__isnull=False).select_related("source", "agency")
    light = found.defer("letter", "findings", "source__content", "source__text", "source__bands")
    known = light.prefetch_related("proposals").in_bulk({other for _own, other in pairs})
    others: dict[int, list[Reply]] = defaultdict(list)
    for own, other in pairs:
        if other in known:
            others[own].append(known[other])
    return others


def _fingerprint(stored: Any) -> Fingerprint:
    return Fingerprint.from_bytes(bytes(stored))


def _facts(reply: Reply, values: ReplyValues | None) -> ReplyFacts:
    """`values` saves asking the database for what was just written."""
    proposals = values.proposals if values else list(reply.proposals.all())
    first = proposals[0] if proposals else None
    return ReplyFacts(
        text=_fingerprint(reply.source.fingerprint),
        agency=reply.agency.name if reply.agency else None,
        place=reply.city_id,
        kind=(first.kind or None) if first else None,
        term=first.term if first else None,
        session=first.session if first else None,
        numbers=tuple(proposal.number for proposal in proposals if proposal.number),
        reply_date=reply.reply_date,
        doc_number=reply.doc_number or None,
    )


def _resemblance(reply: Reply, relation: Relation, other: Reply) -> Resemblance:
    return Resemblance(
        reply=reply,
        other=other,
        suggested=relation.kind,
        reasons=list(relation.reasons),
        likeness=relation.similarity.jaccard,
    )


def question_key(other_pk: int) -> str:
    return f"resembles-{other_pk}"


def _question(resemblance: Resemblance) -> Question:
    told = {"title": resemblance.other, "file": resemblance.other.source}
    message = _("与已有的“%(title)s”（%(file)s）相近，请对照后选定两件的关系。") % told
    return {
        "field": "versions",
        "key": question_key(resemblance.other_id),
        "code": "resembles",
        "message": message,
        "choices": [],
    }


@transaction.atomic
def decide(resemblance: Resemblance, by: User | None, choice: str) -> Reply:
    """Records what a person said of two replies, and acts on it; answers with the reply that stays.

    A draft that is the same reply in another form goes, and its document points to the one that is kept.
    """
    rows = Reply.objects.select_for_update(of=("self",)).select_related("source")
    reply, other = (rows.get(pk=pk) for pk in (resemblance.reply_id, resemblance.other_id))
    require(by, CHANGE if reply.status == Reply.Status.DRAFT else PUBLISH)
    if choice == Choices.SAME_REPLY:
        return _merge(reply, other, by)
    resemblance.choice = choice
    resemblance.decided_by, resemblance.decided_at = by, timezone.now()
    resemblance.save(update_fields=["choice", "decided_by", "decided_at"])
    _link(reply, other, choice, by)
    reply.edited_fields = sorted({*reply.edited_fields, question_key(other.pk)})
    reply.open_questions = still_open(reply.open_questions, values_of(reply), reply.edited_fields)
    sign(reply, by, _("选定与“%(title)s”的关系") % {"title": other})
    reply.save()
    tell_readers()
    return reply


def _link(reply: Reply, other: Reply, choice: str, by: User | None) -> None:
    """A later version points to the one before it; a chosen relation replaces an earlier choice."""
    before = other.replaces_id
    if reply.replaces_id == other.pk:
        reply.replaces = None
    if other.replaces_id == reply.pk:
        other.replaces = None
    if choice == Choices.LATER_VERSION:
        reply.replaces = other
    elif choice == Choices.EARLIER_VERSION:
        other.replaces = reply
    if other.replaces_id != before:
        sign(other, by, _("选定与“%(title)s”的关系") % {"title": reply})
        other.save()


def _merge(reply: Reply, other: Reply, by: User | None) -> Reply:
    if reply.status != Reply.Status.DRAFT:
        raise WrongStatus(reply.status)
    source = reply.source
    source.same_as = other.source
    source.save(update_fields=["same_as"])
    source.copies.update(same_as=other.source)
    sign(reply, by, _("与“%(title)s”是同一件答复，并入") % {"title": other})
    _remove(reply, other, by)
    return other


@transaction.atomic
def discard(reply: Reply, by: User | None, shown_version: int) -> None:
    """Takes away a draft that should not have come in, and its document, which may then come in again.
    What was ever public is withdrawn, never deleted; what somebody changed meanwhile is looked at once more."""
    reply = Reply.objects.select_for_update(of=("self",)).select_related("source").get(pk=reply.pk)
    require(by, CHANGE)
    if reply.status != Reply.Status.DRAFT:
        raise WrongStatus(reply.status)
    if reply.edit_version != shown_version:
        raise EditConflict(edits_since(reply, shown_version), frozenset())
    source = reply.source
    sign(reply, by, _("删除草稿"))
    _remove(reply, None, by)
    source.copies.all().delete()
    source.delete()


def _remove(reply: Reply, kept: Reply | None, by: User | None) -> None:
    proposals = list(reply.proposals.values_list("pk", flat=True))
    _hand_over(reply, kept, by)
    reply.delete()
    Proposal.objects.filter(pk__in=proposals, reply_links__isnull=True).delete()


def _hand_over(gone: Reply, kept: Reply | None, by: User | None) -> None:
    """What resembled the draft that goes resembles the reply that is `kept` for it, if any, and what replaced it
    replaces that one: nobody is asked about, or points to, what is not there any more."""
    concerned = Q(resemblances__other=gone) | Q(replaces=gone)
    rows = Reply.objects.select_for_update(of=("self",)).select_related("source")
    touched = Reply.objects.filter(concerned)
    for third in rows.filter(pk__in=touched.exclude(pk=kept.pk) if kept else touched):
        if third.replaces_id == gone.pk:
            third.replaces = kept
        for resemblance in third.resemblances.filter(other=gone).select_related("other__source"):
            _point_to(resemblance, kept, third)
        sign(third, by, _("“%(title)s”已不在档案里") % {"title": gone})
        third.save()


def _point_to(resemblance: Resemblance, kept: Reply | None, third: Reply) -> None:
    """Where the two are compared already, the question about the one that goes simply ends."""
    old, questions = question_key(resemblance.other_id), third.open_questions
    pair = Q(reply=third, other=kept) | Q(reply=kept, other=third)
    if kept is None or Resemblance.objects.filter(pair).exists():
        third.open_questions = [each for each in questions if each["key"] != old]
        return
    resemblance.other = kept
    resemblance.save(update_fields=["other"])
    new = _question(resemblance)
    third.open_questions = [new if each["key"] == old else each for each in questions]
    third.edited_fields = sorted({new["key"] if key == old else key for key in third.edited_fields})
