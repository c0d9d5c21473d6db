"""From a kept document to a draft with everything filled in that could be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from replies.ingest.history import sign
from replies.ingest.matching import Catalogue
from replies.ingest.proposal_rows import Departure, proposals_of
from replies.ingest.questions import (
    PROPOSAL_PARTS,
    Question,
    departure_question,
    not_known_already,
    questions_of,
    questions_of_notices,
    still_open,
)
from replies.ingest.reading import values_read
from replies.ingest.rows import NewReply, write_new
from replies.ingest.values import ReplyValues
from replies.ingest.versions import note_resemblances
from replies.models import City, Reply, SourceDocument, TopicTerm
from replies.text.parse import parse_reply
from replies.text.parsed import Finding, ParsedReply
from replies.text.personal_data import mask
from replies.text.topics import Vocabulary


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document that is kept, what was parsed from it, and its masked text."""

    source: SourceDocument
    parsed: ParsedReply
    letter: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter as the archive would take it in: nothing is saved yet.

    `settled` names the fields that a person has declared (`city`, where an import was told the place).
    """

    values: ReplyValues
    letter: str
    findings: dict[str, dict[str, Any]]
    questions: list[Question]
    evidence: dict[str, dict[str, Any]]
    settled: tuple[str, ...] = ()
    place: City | None = None


def draft_reply(source: SourceDocument, by: User | None, city: City | None = None) -> Reply:
    """Reads a document and saves what it says as a draft.  `city` settles the place where the letter
    does not state one."""
    parsed = parse_reply(source.text, source.page, vocabulary())
    [reply] = save_drafts([ParsedDocument(source, parsed, mask(source.text))], by, city)
    return reply


def vocabulary() -> Vocabulary:
    """The topics' terms as staff have them now."""
    terms = TopicTerm.objects.order_by("topic__position", "topic_id", "excludes", "-weight", "term")
    return Vocabulary.of_rows(terms.values_list("topic_id", "term", "weight", "excludes"))


@transaction.atomic(savepoint=False)
def save_drafts(
    documents: Iterable[ParsedDocument], by: User | None, city: City | None = None
) -> list[Reply]:
    """Saves what has been read already (an import does so in other processes): with a few queries for all,
    and with what one after the other would have left."""
    catalogue = Catalogue()
    drafts = [_draft(document, by, city, catalogue) for document in documents]
    departures = write_new(drafts, catalogue)
    asked = {draft.reply.pk: draft.reply.open_questions for draft in drafts}
    for draft in drafts:
        if draft.reply.pk in departures:
            _ask_beside_others(draft, departures[draft.reply.pk])
    note_resemblances([(draft.reply, draft.values) for draft in drafts])
    replies = [draft.reply for draft in drafts]
    asking = [reply for reply in replies if reply.open_questions != asked[reply.pk]]
    Reply.objects.bulk_update(asking, ["open_questions"])
    return replies


def _draft(document: ParsedDocument, by: User | None, city: City | None, catalogue: Catalogue) -> NewReply:
    told = document.source.notices
    reading = reading_of(document.parsed, city, document.letter, catalogue, told)
    reply = Reply(source=document.source, city=reading.place, created_by=by)
    reply.letter, reply.findings = reading.letter, reading.findings
    reply.edited_fields = list(reading.settled)
    reply.open_questions = reading.questions
    sign(reply, by, _("录入"))
    return NewReply(reply, reading.values, reading.evidence)


def _ask_beside_others(draft: NewReply, departures: Iterable[Departure]) -> None:
    """Asks about what other replies to the same proposals state otherwise, and not what they state already."""
    asked = draft.reply.open_questions
    if any(question["key"] in PROPOSAL_PARTS for question in asked):
        asked = not_known_already(asked, draft.values.proposals, proposals_of(draft.reply))
    draft.reply.open_questions = [*asked, *map(departure_question, departures)]


def reading_of(
    parsed: ParsedReply,
    city: City | None = None,
    letter: str | None = None,
    catalogue: Catalogue | None = None,
    notices: Sequence[str] = (),
) -> Reading:
    """`notices` are what reading the file told of it."""
    letter = mask(parsed.text) if letter is None else letter
    catalogue = catalogue or Catalogue()
    place, questions = _place(parsed, catalogue)
    settled: tuple[str, ...] = ()
    if place is None and city is not None:
        place, settled = city, ("city",)
    values = _of_topics(catalogue.topics, values_read(parsed, letter, place.pk if place else None))
    asked = [*questions_of_notices(notices), *questions_of(parsed.problems), *questions]
    return Reading(
        values=values,
        letter=letter,
        findings={key: finding_as_json(found) for key, found in parsed.findings.items()},
        questions=still_open(asked, values, settled),
        evidence={topic.slug: _evidence(topic) for topic in parsed.topics},
        settled=settled,
        place=place,
    )


def _place(parsed: ParsedReply, catalogue: Catalogue) -> tuple[City | None, list[Question]]:
    """The place that the letter names, or why it has none.

    Where several places share the name, the parser has asked already.
    """
    name = parsed.value("place")
    found = catalogue.places_meant(name, parsed.value("place_code"))
    if len(found) == 1:
        return found[0], []
    return None, [_unknown_place(name)] if name and not found else []


def _unknown_place(name: str) -> Question:
    message = _("地区表里没有“%(name)s”，请填写。") % {"name": name}
    return {"field": "city", "key": "place", "code": "place_unknown", "message": message, "choices": []}


def _of_topics(known: frozenset[str], values: ReplyValues) -> ReplyValues:
    """Without topics that staff have removed from the archive."""
    measures = tuple(replace(measure, topics=measure.topics & known) for measure in values.measures)
    return replace(values, topics=values.topics & known, measures=measures)


def _evidence(topic: Any) -> dict[str, Any]:
    words = [finding_as_json(found) for found in topic.evidence]
    return {
        "weight": topic.weight,
        "evidence": [{"text": word["value"], "span": word["span"]} for word in words],
    }


def finding_as_json(found: Finding[Any]) -> dict[str, Any]:
    span = [found.span.start, found.span.end] if found.span else None
    value = list(found.value) if isinstance(found.value, tuple) else found.value
    return {"value": value, "span": span, "how": found.how}
