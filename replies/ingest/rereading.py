"""Reading again what is in the archive, after a rule or a topic's terms changed.

What a person settled stays: only fields that nobody touched take the new reading, and only when the
command that shows the changes is told to write them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from replies.ingest.draft import Reading, reading_of, vocabulary
from replies.ingest.history import sign
from replies.ingest.proposal_rows import read_again
from replies.ingest.questions import DEPARTS, REQUIRED, not_known_already, still_open
from replies.ingest.rows import values_of, write_values
from replies.ingest.showing import show
from replies.ingest.values import FIELDS, LABELS, ReplyValues
from replies.models import Reply
from replies.text.parse import parse_reply
from replies.text.personal_data import mask
from replies.text.topics import Vocabulary

ONLY_BY_PEOPLE = frozenset({"outcome", "shows_landline"})
READ_FIELDS = frozenset(FIELDS) - ONLY_BY_PEOPLE
LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Rereading:
    """What one reply says now and how it would be read today.

    `changed` are the fields that would take the new value (`letter` where masking changed); `kept`
    those that read differently but were settled by a person, or that a published reply cannot lose.
    """

    reply: Reply
    now: ReplyValues
    reading: Reading
    changed: frozenset[str]
    kept: frozenset[str]


def rereadings(replies: QuerySet[Reply], among: Collection[str] = READ_FIELDS) -> Iterator[Rereading]:
    """Every reply that would change, or would if a person had not settled it, one in memory at a time."""
    terms = vocabulary()
    found = replies.select_related("source", "agency", "city").defer("source__content").order_by("pk")
    for reply in found.iterator(chunk_size=100):
        rereading = reread(reply, terms, among)
        if rereading.changed or rereading.kept:
            yield rereading


def reread(reply: Reply, terms: Vocabulary, among: Collection[str] = READ_FIELDS) -> Rereading:
    parsed = parse_reply(reply.source.text, reply.source.page, terms)
    reading = reading_of(parsed, letter=_masked(reply), notices=reply.source.notices)
    if "proposals" in among:
        reading = _completed(reading, reply)
    now = values_of(reply)
    differing = now.differing(reading.values) & set(among)
    settled = differing & set(reply.edited_fields)
    lost = {name for name in REQUIRED if not getattr(reading.values, name)} if reply.is_published else set()
    changed = differing - settled - lost
    if LETTER in among and reading.letter != reply.letter:
        changed |= {LETTER}
    return Rereading(reply, now, reading, frozenset(changed), frozenset(settled | (differing & lost)))


def _completed(reading: Reading, reply: Reply) -> Reading:
    """With what the archive knows of the proposals and the letter does not state: a reading never erases."""
    read = reading.values.proposals
    proposals = read_again(reply, read)
    questions = not_known_already(reading.questions, read, proposals)
    return replace(reading, values=replace(reading.values, proposals=proposals), questions=questions)


def _masked(reply: Reply) -> str:
    """The text masked by today's rules, with the landlines that staff have switched on."""
    phones = [contact["phone"] for contact in reply.contacts] if reply.shows_landline else []
    return mask(reply.source.text, keep=phones)


@transaction.atomic
def accept(rereading: Rereading, by: User | None) -> None:
    """Writes what would change.  A reply that somebody changed meanwhile is left as it is."""
    reply = Reply.objects.select_for_update(of=("self",)).select_related("source").get(pk=rereading.reply.pk)
    if reply.edit_version != rereading.reply.edit_version:
        return
    new = rereading.now.taking(rereading.changed - {LETTER}, rereading.reading.values)
    reply.letter = rereading.reading.letter if LETTER in rereading.changed else reply.letter
    reply.findings = rereading.reading.findings
    if not reply.is_published:
        reply.open_questions = _questions(reply, rereading.reading, new)
    sign(reply, by, _("重新读取：%(fields)s") % {"fields": words_for(rereading.changed)})
    write_values(reply, new, rereading.changed - {LETTER}, rereading.reading.evidence)
    if reply.is_published:
        show([reply])


def _questions(reply: Reply, reading: Reading, values: ReplyValues) -> list[Any]:
    """Those of the new reading, and those about other replies, which reading does not ask."""
    about_others = [q for q in reply.open_questions if q["field"] == "versions" or q["code"] == DEPARTS]
    return list(still_open([*reading.questions, *about_others], values, reply.edited_fields))


def words_for(names: Collection[str]) -> str:
    labels = {**LABELS, LETTER: _("正文的遮盖")}
    return "、".join(str(label) for name, label in labels.items() if name in names)
