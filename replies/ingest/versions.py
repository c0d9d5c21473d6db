"""Replies that look alike: the same one, a later version, or a sibling; a person says which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from replies.ingest.errors import WrongStatus
from replies.ingest.history import sign
from replies.ingest.questions import Question, still_open
from replies.ingest.review import CHANGE, PUBLISH, require
from replies.ingest.rows import values_of
from replies.ingest.showing import tell_readers
from replies.ingest.values import ReplyValues
from replies.models import Proposal, Reply, ReplyProposal, Resemblance, SourceDocument
from replies.text.similarity import Fingerprint, Relation, ReplyFacts, classify

COMPARED = 12
KEPT = 5
# A form letter may share a band with thousands; the nearest share many, and are met again under another.
SHARING_BANDS = """
    SELECT near.id, count(*) AS shared
    FROM unnest(%(bands)s::bigint[]) AS wanted (band)
    CROSS JOIN LATERAL (
        SELECT id FROM replies_sourcedocument
        WHERE bands @> ARRAY[wanted.band] AND id <> %(own)s
        LIMIT 200
    ) AS near
    GROUP BY near.id
    ORDER BY shared DESC, near.id DESC
    LIMIT %(most)s
"""
ASKED_ABOUT = frozenset({"same_reply", "later_version", "earlier_version", "unclear"})
Choices = Resemblance.Relation


def note_resemblances(reply: Reply, values: ReplyValues) -> list[Resemblance]:
    """Records which replies a new draft resembles, and asks about those that may be the same or another
    version of it.  The caller holds the transaction."""
    if not reply.source.fingerprint:
        return []
    facts = _facts(reply, values)
    related = [(classify(facts, _facts(other, None)), other) for other in _candidates(reply)]
    near = [(relation, other) for relation, other in related if relation.kind != "unrelated"]
    near.sort(key=lambda pair: -pair[0].similarity.jaccard)
    found = Resemblance.objects.bulk_create(_resemblance(reply, *pair) for pair in near[:KEPT])
    asked = [resemblance for resemblance in found if resemblance.suggested in ASKED_ABOUT]
    if asked:
        reply.open_questions = [*reply.open_questions, *(_question(each) for each in asked)]
        Reply.objects.filter(pk=reply.pk).update(open_questions=reply.open_questions)
    return found


def _candidates(reply: Reply) -> Iterable[Reply]:
    """The replies of the same text, those whose text is nearest, and those that answer one of its proposals."""
    others = Reply.objects.exclude(pk=reply.pk)
    same = others.filter(source__text_sha256=reply.source.text_sha256).order_by("pk")
    links = ReplyProposal.objects.filter(proposal__reply_links__reply=reply).exclude(reply=reply)
    answering = links.order_by("reply_id").values_list("reply_id", flat=True)[:COMPARED]
    keys = list(same.values_list("pk", flat=True)[:KEPT].union(answering))
    sources = _sharing_bands(reply.source)
    if not (keys or sources):
        return []
    found = others.filter(Q(pk__in=keys) | Q(source__in=sources), source__fingerprint__isnull=False)
    light = found.order_by().select_related("source", "agency").prefetch_related("proposals")
    return light.defer("letter", "findings", "source__content", "source__text", "source__bands")


def _sharing_bands(source: SourceDocument) -> list[int]:
    """The documents that share most bands with it, by their keys.

    Each band is looked up by itself: of the overlap of two arrays the planner knows nothing, and would read
    the whole table.
    """
    with connection.cursor() as cursor:
        cursor.execute(SHARING_BANDS, {"bands": source.bands, "own": source.pk, "most": COMPARED})
        return [key for key, _shared in cursor.fetchall()]


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
    message = _("与已有的“%(title)s”相近，请对照后选定两件的关系。") % {"title": resemblance.other}
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
    proposals = list(reply.proposals.values_list("pk", flat=True))
    source = reply.source
    source.same_as = other.source
    source.save(update_fields=["same_as"])
    sign(reply, by, _("与“%(title)s”是同一件答复，并入") % {"title": other})
    reply.delete()
    Proposal.objects.filter(pk__in=proposals, reply_links__isnull=True).delete()
    return other
