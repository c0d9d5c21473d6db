"""What of a reply is searched, and what it is counted by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from replies.text.fold import BREAK, fold
from replies.text.grams import VERSION

from .searched import Searched

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


def text_of(reply: Searched) -> EntryText:
    letter = fold(reply.letter)
    titles = _fields([reply.title, *(proposal.title for proposal in reply.proposals)])
    names = _fields(_names(reply))
    numbers = [reply.doc_number, *(part for p in reply.proposals for part in (p.assembly, p.number))]
    measures = (part for m in reply.measures for part in (m.heading, m.section, m.text))
    # Most stand in the letter as they are, and need not be folded to be found there.
    added = [part for part in _folded(m for m in measures if m not in reply.letter) if part not in letter]
    return EntryText(
        whole=BREAK.join(filter(None, [titles, letter, *_folded(numbers), names, *added])),
        title=titles,
        headings=_fields(part for m in reply.measures for part in (m.heading, m.section)),
        names=names,
    )


def _names(reply: Searched) -> Iterator[str]:
    for proposal in reply.proposals:
        yield from (person.name for person in proposal.proposers)
    yield from (agency.name for agency in reply.agencies)
    yield reply.place


def _folded(parts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(fold(part).strip() for part in parts) if text]


def _fields(parts: Iterable[str]) -> str:
    return BREAK.join(_folded(parts))


def facts_of(reply: Searched) -> EntryFacts:
    """The facts of a reply that is complete, as every published one is."""
    if not (reply.reply_date and reply.city and reply.agencies):
        raise ValueError(f"reply {reply.pk} has no date, place or agency, so it cannot be published")
    return EntryFacts(
        day=reply.reply_date,
        city=reply.city,
        agencies=tuple(dict.fromkeys(agency.pk for agency in reply.agencies)),
        outcome=reply.outcome,
        kinds=_stated(proposal.kind for proposal in reply.proposals),
        topics=_stated(reply.topics),
        phases=_stated(measure.phase for measure in reply.measures),
    )


def _stated(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value})) or (NOT_STATED,)


def fingerprint(text: EntryText, facts: EntryFacts) -> str:
    """Equal for equal contents of the index, so that `check` can tell whether an entry still holds."""
    return hashlib.sha256(repr((VERSION, text, facts)).encode()).hexdigest()
