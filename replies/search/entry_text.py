"""What of a reply is searched, and what it is counted by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from replies.models import Reply
from replies.text.fold import BREAK, fold
from replies.text.grams import VERSION

NOT_STATED = "none"
"""The value of a facet that a reply does not state."""


@dataclass(frozen=True, slots=True)
class EntryText:
    """The folded fields of one reply.

    `whole` holds every field once, and is what decides whether a reply is found; the others only
    decide how high.
    """

    whole: str
    title: str
    headings: str
    names: str


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What one reply is counted, chosen and sorted by."""

    day: date
    city: str
    agencies: tuple[int, ...]
    outcome: str
    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    phases: tuple[str, ...]


def with_searched_parts(replies: Iterable[Reply]) -> list[Reply]:
    """The replies with all that `text_of` and `facts_of` read, in a constant number of queries."""
    replies = list(replies)
    prefetch_related_objects(
        replies,
        "city__parent__parent",
        "agency",
        "co_agencies",
        "proposals__proposer_links__representative",
        "topic_links",
        "measures",
    )
    return replies


def text_of(reply: Reply) -> EntryText:
    letter = fold(reply.letter)
    proposals = list(reply.proposals.all())
    titles = _fields([reply.title, *(proposal.title for proposal in proposals)])
    names = _fields(_names(reply))
    numbers = [reply.doc_number, *(part for p in proposals for part in (p.assembly, p.number))]
    measures = [part for m in reply.measures.all() for part in (m.heading, m.section, m.text)]
    added = [part for part in _folded(measures) if part not in letter]
    return EntryText(
        whole=BREAK.join(filter(None, [titles, letter, *_folded([*numbers]), names, *added])),
        title=titles,
        headings=_fields(part for m in reply.measures.all() for part in (m.heading, m.section)),
        names=names,
    )


def _names(reply: Reply) -> Iterable[str]:
    for proposal in reply.proposals.all():
        yield from (link.representative.name for link in proposal.proposer_links.all())
    if reply.agency:
        yield reply.agency.name
    yield from (agency.name for agency in reply.co_agencies.all())
    if reply.city:
        yield reply.city.full_name


def _folded(parts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(fold(part).strip() for part in parts) if text]


def _fields(parts: Iterable[str]) -> str:
    return BREAK.join(_folded(parts))


def facts_of(reply: Reply) -> EntryFacts:
    """The facts of a reply that is complete, as every published one is."""
    if not (reply.reply_date and reply.city_id and reply.agency_id):
        raise ValueError(f"reply {reply.pk} has no date, place or agency, so it cannot be published")
    return EntryFacts(
        day=reply.reply_date,
        city=reply.city_id,
        agencies=tuple(dict.fromkeys([reply.agency_id, *(a.pk for a in reply.co_agencies.all())])),
        outcome=reply.outcome,
        kinds=_stated(p.kind for p in reply.proposals.all()),
        topics=_stated(link.topic_id for link in reply.topic_links.all()),
        phases=_stated(m.phase for m in reply.measures.all()),
    )


def _stated(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value})) or (NOT_STATED,)


def fingerprint(text: EntryText, facts: EntryFacts) -> str:
    """Equal for equal contents of the index, so that `check` can tell whether an entry still holds."""
    return hashlib.sha256(repr((VERSION, text, facts)).encode()).hexdigest()
