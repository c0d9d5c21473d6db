"""Writing the index: called by publishing and withdrawing, within their transactions.

A new entry keeps its folded texts and is searched by them; the next rebuild turns them into rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple

from django.db import transaction
from django.db.models import F

from replies.models import IndexBuild, IndexEntry, Reply, TopicTerm
from replies.text.grams import LONGEST_WORD, VERSION

from . import rows
from .entry_text import EntryFacts, EntryText, facts_of, fingerprint, text_of
from .names import write_names
from .postings import slots_of
from .searched import Searched, searched


def write_entry(reply: Reply) -> None:
    """Makes the reply found by what it says now; it is so for readers when the transaction commits."""
    write_entries([reply])


def remove_entry(reply: Reply) -> None:
    """Makes the reply found no more."""
    with transaction.atomic():
        rows.lock()
        build = current_build()
        if _bury(build, [reply.pk], build.generation + 1):
            _advance(build, build.next_ordinal)


@transaction.atomic
def write_entries(replies: Iterable[Reply]) -> None:
    """Like `write_entry` for each, at a small part of the cost."""
    rows.lock()
    # Read afresh, and under the lock: the objects given may carry relations loaded before the last change.
    wanted = [reply.pk for reply in replies]
    fresh = searched(wanted)
    build = current_build()
    _bury(build, wanted, build.generation + 1)
    append(build, fresh, build.generation + 1)
    write_names(fresh)
    _advance(build, build.next_ordinal)


def append(build: IndexBuild, replies: Iterable[Searched], generation: int) -> None:
    """Adds entries that keep their texts at the end of the build; moves `build.next_ordinal` on."""
    entries = []
    for reply in replies:
        text = text_of(reply)
        new = entry(build, build.next_ordinal, reply.pk, text, facts_of(reply), generation)
        new.texts = list(astuple(text))
        entries.append(new)
        build.next_ordinal += slots_of(text)
    rows.write_entries(entries)


def entry(
    build: IndexBuild, ordinal: int, reply_id: int, text: EntryText, facts: EntryFacts, generation: int
) -> IndexEntry:
    return IndexEntry(
        build=build,
        ordinal=ordinal,
        reply_id=reply_id,
        changed=generation,
        day=facts.day,
        city=facts.city,
        agencies=list(facts.agencies),
        outcome=facts.outcome,
        kinds=list(facts.kinds),
        topics=list(facts.topics),
        phases=list(facts.phases),
        fingerprint=fingerprint(text, facts),
    )


def current_build() -> IndexBuild:
    """The build readers use; an empty one is made where there is none.  Called under the lock."""
    build = IndexBuild.objects.filter(current=True).first()
    return build or IndexBuild.objects.create(current=True, version=VERSION, terms=archive_terms())


def archive_terms() -> list[str]:
    """The archive's own words, each found by one look-up: the terms of its topics."""
    terms = TopicTerm.objects.filter(excludes=False).values_list("term", flat=True)
    return sorted({term for term in terms if 3 <= len(term) <= LONGEST_WORD})


def _bury(build: IndexBuild, reply_ids: Sequence[int], generation: int) -> int:
    """Marks the living entries of these replies dead; how many there were."""
    living = IndexEntry.objects.filter(build=build, reply_id__in=reply_ids, live=True)
    return living.update(live=False, changed=generation)


def _advance(build: IndexBuild, next_ordinal: int) -> None:
    """A new generation, by which workers learn that something changed."""
    IndexBuild.objects.filter(pk=build.pk).update(generation=F("generation") + 1, next_ordinal=next_ordinal)
