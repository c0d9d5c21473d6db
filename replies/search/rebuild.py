"""Making the whole index anew, in one swap.

The replies are read a segment at a time and cut (`cutting`); what the segments hand on is kept in a table
of its own; then the rows of one part of the keys after the other are made of it (`gathering`).  Each step is
one transaction, so a rebuild goes on where it was stopped, in memory that does not grow with the archive.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import uuid4

import numpy as np
from django.db import connection, transaction

from replies.models import IndexBuild, IndexEntry, Reply
from replies.text.fold import fold
from replies.text.grams import VERSION, words_with
from replies.text.phrases import frequent_phrases, frequent_runs

from . import rows
from .cutting import PARTS, Handed, cut_segment
from .entry_text import EntryFacts, EntryText, facts_of, text_of
from .gathering import gather
from .index import append, archive_terms, current_build, entry
from .names import rebuild_names
from .postings import SLOTS_ON_A_SHELF, Cut, slots_of
from .searched import searched
from .workers import Workers, workers

SEGMENT = 2_048
"""Replies in one segment: what is held in memory at once."""
SLOTS_IN_A_SEGMENT = 8_192
"""A segment ends before this, however few replies it then has."""
READ_AT_ONCE = 256
FEW_REPLIES = 4 * SEGMENT
"""An archive of no more is indexed without a second process."""
SAMPLED = 600
"""Replies in which the archive's phrases are counted."""
LONGEST_TAIL = 1_024
"""With more replies than this not yet in rows, `--if-needed` finds a rebuild worth while."""
GRACE_SECONDS = 3.0
"""How long the old build stays after the swap, for readers that are in the middle of a page."""

Progress = Callable[[int, int], None]
Read = tuple[int, EntryText, EntryFacts]
"""A reply's id, and what of it is searched and counted."""


def silent(done: int, of_all: int) -> None:
    pass


def rebuild(progress: Progress = silent, grace: float = GRACE_SECONDS) -> int:
    """Makes a new build beside the one in use, swaps them, removes the old; how many replies it holds.

    Stopped at any point and called again, it goes on after the last finished step.  `progress` is told the
    steps done, of how many: replies read, and then parts of the index.
    """
    with rows.one_at_a_time():
        build = _unfinished() or _begin()
        of_all = Reply.objects.published().count()
        with workers(of_all > FEW_REPLIES) as hands:
            for done in cut_all(build, _published_after(build.done_upto), hands):
                progress(done, of_all + PARTS)
            for part in gather_all(build, hands):
                progress(of_all + part, of_all + PARTS)
        _swap(build)
        with transaction.atomic():
            rows.lock()
            rebuild_names(_suggested())
        _analyse()
        time.sleep(grace)
        rows.drop_builds(keep=build.pk)
    return IndexEntry.objects.filter(build=build, live=True).count()


def is_needed() -> bool:
    """Whether the index in use was cut in another way than now, lacks terms, or has grown a long tail."""
    build = IndexBuild.objects.filter(current=True).first()
    if build is None:
        return Reply.objects.published().exists()
    grown = IndexEntry.objects.filter(build=build, texts__isnull=False).count()
    return build.version != VERSION or build.terms != archive_terms() or grown > LONGEST_TAIL


def _unfinished() -> IndexBuild | None:
    return IndexBuild.objects.filter(current=False, version=VERSION, done_upto__gte=0).order_by("-pk").first()


@transaction.atomic
def _begin() -> IndexBuild:
    """A new build; what earlier attempts left, made in another way, goes."""
    rows.lock()
    current = current_build()
    rows.drop_builds(keep=current.pk)
    return IndexBuild.objects.create(
        version=VERSION,
        terms=archive_terms(),
        phrases=sorted(frequent_runs(_sample())),
        started_generation=current.generation,
        epoch=uuid4(),
    )


def _sample() -> list[str]:
    """Texts from the whole archive, the same each time: every so manieth reply."""
    ids = list(Reply.objects.published().order_by("pk").values_list("pk", flat=True))
    step = max(1, len(ids) // SAMPLED)
    letters = Reply.objects.filter(pk__in=ids[::step]).values_list("letter", flat=True)
    return [fold(letter) for letter in letters]


def _suggested() -> dict[str, int]:
    """The phrases worth suggesting, with how many of the sampled letters hold each."""
    words = words_with(frozenset(archive_terms()))
    return frequent_phrases([words.tagged(text) for text in _sample()])


@dataclass
class _Segment:
    """Replies in a row, at their ordinals."""

    first: int
    cuts: list[Cut]
    entries: list[IndexEntry]
    next_ordinal: int


def cut_all(build: IndexBuild, replies: Iterable[Read], hands: Workers) -> Iterator[int]:
    """Cuts the replies segment by segment, and yields how many have been cut after each.

    Once a part is gathered it is too late for more: what is published from then on is brought in at the swap.
    """
    if build.gathered:
        return
    terms, phrases = frozenset(build.terms), frozenset(build.phrases)
    jobs = ((segment, (segment.cuts, segment.first, terms, phrases)) for segment in _segments(build, replies))
    for segment, handed in hands.in_turn(cut_segment, jobs):
        _keep(build, segment, handed)
        yield IndexEntry.objects.filter(build=build).count()


def _published_after(pk: int) -> Iterator[Read]:
    published = Reply.objects.published().order_by("pk").values_list("pk", flat=True)
    while replies := searched(published.filter(pk__gt=pk)[:READ_AT_ONCE]):
        yield from ((reply.pk, text_of(reply), facts_of(reply)) for reply in replies)
        pk = replies[-1].pk


def _segments(build: IndexBuild, replies: Iterable[Read]) -> Iterator[_Segment]:
    segment = _Segment(build.next_ordinal, [], [], build.next_ordinal)
    for pk, text, facts in replies:
        slots = slots_of(text)
        ordinal = _on_one_shelf(segment.next_ordinal, slots)
        full = len(segment.cuts) == SEGMENT or ordinal + slots - segment.first > SLOTS_IN_A_SEGMENT
        if full and segment.cuts:
            yield segment
            segment = _Segment(ordinal, [], [], ordinal)
        segment.cuts.append(Cut(ordinal, text))
        segment.entries.append(entry(build, ordinal, pk, text, facts, generation=0))
        segment.next_ordinal = ordinal + slots
    if segment.cuts:
        yield segment


def _on_one_shelf(ordinal: int, slots: int) -> int:
    """The first ordinal from here at which so many slots are on one shelf."""
    left = SLOTS_ON_A_SHELF - ordinal % SLOTS_ON_A_SHELF
    return ordinal if slots <= left else ordinal + left


@transaction.atomic
def _keep(build: IndexBuild, segment: _Segment, handed: Iterable[Handed]) -> None:
    rows.write_entries(segment.entries)
    rows.write_stage(build.pk, segment.first, handed)
    build.next_ordinal, build.done_upto = segment.next_ordinal, segment.entries[-1].reply_id
    build.save(update_fields=["next_ordinal", "done_upto"])


def gather_all(build: IndexBuild, hands: Workers) -> Iterator[int]:
    """Makes the rows part by part, and yields how many parts are made after each."""
    entries = IndexEntry.objects.filter(build=build).order_by("ordinal").values_list("ordinal", flat=True)
    starts = np.fromiter(entries.iterator(), dtype=np.int64)
    parts = range(build.gathered, PARTS)
    jobs = ((part, (part, rows.staged(build.pk, part), starts)) for part in parts)
    for part, postings in hands.in_turn(gather, jobs):
        with transaction.atomic():
            rows.write_rows(build.pk, postings)
            build.gathered = part + 1
            build.save(update_fields=["gathered"])
        yield build.gathered


@transaction.atomic
def _swap(build: IndexBuild) -> None:
    """Brings in what changed meanwhile and makes the build the one that readers use."""
    rows.lock()
    old = current_build()
    generation = old.generation + 1
    touched = IndexEntry.objects.filter(build=old, changed__gt=build.started_generation)
    changed = set(touched.values_list("reply_id", flat=True))
    IndexEntry.objects.filter(build=build, reply_id__in=changed).update(live=False, changed=generation)
    append(build, searched(changed), generation)
    IndexBuild.objects.filter(pk=old.pk).update(current=False, done_upto=-1)
    IndexBuild.objects.filter(pk=build.pk).update(
        current=True, generation=generation, next_ordinal=build.next_ordinal
    )


def _analyse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE replies_indexrow")
        cursor.execute("ANALYZE replies_indexentry")
