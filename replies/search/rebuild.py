"""Making the whole index anew, in one swap."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import uuid4

from django.db import connection, transaction

from replies.models import IndexBuild, IndexEntry, Reply
from replies.text.fold import fold
from replies.text.grams import VERSION, words_with
from replies.text.phrases import frequent_runs, frequent_words, worth_suggesting

from . import rows
from .entry_text import EntryFacts, EntryText, facts_of, text_of, with_searched_parts
from .index import append, archive_terms, current_build, entry
from .names import rebuild_names
from .postings import Cut, postings, slots_of

SEGMENT = 8_192
"""Replies in one segment of a rebuilt index: what is held in memory at once."""
READ_AT_ONCE = 256
SAMPLED = 600
"""Replies in which the archive's phrases are counted."""
LONGEST_TAIL = 1_024
"""With more replies than this not yet in rows, `--if-needed` finds a rebuild worth while."""
GRACE_SECONDS = 3.0
"""How long the old build stays after the swap, for readers that are in the middle of a page."""

Progress = Callable[[int, int], None]


def _silent(done: int, of_all: int) -> None:
    pass


def rebuild(progress: Progress = _silent, grace: float = GRACE_SECONDS) -> int:
    """Makes a new build beside the one in use, swaps them, removes the old; how many replies it holds.

    Stopped at any point and called again, it goes on after the last finished segment.
    """
    build = _unfinished() or _begin()
    of_all = Reply.objects.published().count()
    done = IndexEntry.objects.filter(build=build).count()
    while segment := _next_segment(build):
        write_segment(build, segment)
        done += len(segment)
        progress(done, of_all)
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


Read = tuple[Reply, EntryText, EntryFacts]


def _suggested() -> dict[str, int]:
    """The phrases worth suggesting, with how many of the sampled letters hold each."""
    words, sample = words_with(frozenset(archive_terms())), _sample()
    counted = frequent_runs(sample)
    phrases = worth_suggesting(counted, [(phrase, words.read(phrase)) for phrase in counted])
    return {**phrases, **frequent_words([words.cut(text) for text in sample])}


def _next_segment(build: IndexBuild) -> list[Read]:
    segment: list[Read] = []
    upto = build.done_upto
    while len(segment) < SEGMENT:
        page = Reply.objects.published().filter(pk__gt=upto).order_by("pk")[:READ_AT_ONCE]
        replies = with_searched_parts(page)
        if not replies:
            break
        segment += ((_light(reply), text_of(reply), facts_of(reply)) for reply in replies)
        upto = replies[-1].pk
    return segment


def _light(reply: Reply) -> Reply:
    """Only what an entry needs: thousands are held at once, and their letters are read already."""
    return Reply(pk=reply.pk)


@transaction.atomic
def write_segment(build: IndexBuild, segment: list[Read]) -> None:
    first = build.next_ordinal
    cuts, entries = [], []
    for reply, text, facts in segment:
        ordinal = build.next_ordinal
        build.next_ordinal += slots_of(text)
        cuts.append(Cut(ordinal, text))
        entries.append(entry(build, ordinal, reply, text, facts, generation=0))
    IndexEntry.objects.bulk_create(entries, batch_size=1000)
    rows.copy_in(
        build.pk, first, postings(cuts, first, words_with(frozenset(build.terms), frozenset(build.phrases)))
    )
    build.done_upto = segment[-1][0].pk
    build.save(update_fields=["next_ordinal", "done_upto"])


@transaction.atomic
def _swap(build: IndexBuild) -> None:
    """Brings in what changed meanwhile and makes the build the one that readers use."""
    rows.lock()
    old = current_build()
    generation = old.generation + 1
    touched = IndexEntry.objects.filter(build=old, changed__gt=build.started_generation)
    changed = set(touched.values_list("reply_id", flat=True))
    IndexEntry.objects.filter(build=build, reply_id__in=changed).update(live=False, changed=generation)
    replies = with_searched_parts(Reply.objects.published().filter(pk__in=changed).order_by("pk"))
    append(build, [(reply, text_of(reply), facts_of(reply)) for reply in replies], generation)
    IndexBuild.objects.filter(pk=old.pk).update(current=False, done_upto=-1)
    IndexBuild.objects.filter(pk=build.pk).update(
        current=True, generation=generation, next_ordinal=build.next_ordinal
    )


def _analyse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE replies_indexrow")
        cursor.execute("ANALYZE replies_indexentry")
