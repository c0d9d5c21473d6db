"""The archive's own engine, filled straight with generated texts."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from django.db import connection

from benchmarks.corpus import Document
from replies.models import City, IndexBuild
from replies.search import rebuild
from replies.search.columns import Counts
from replies.search.entry_text import EntryFacts, EntryText
from replies.search.find import find_replies
from replies.search.state import SearchState
from replies.search.workers import workers
from replies.text.fold import BREAK, fold
from replies.text.grams import VERSION
from replies.text.phrases import frequent_runs

FACETS = ("city", "year", "topic", "agency")


class Ours:
    """Roaring bitmaps in rows of PostgreSQL."""

    name = "this archive"

    def build(self, documents: Sequence[Document]) -> None:
        codes = list(City.objects.exclude(level="province").order_by("code").values_list("pk", flat=True))
        with connection.cursor() as cursor:
            cursor.execute(
                "TRUNCATE replies_indexrow, replies_indexentry, replies_indexbuild, replies_indexstage"
            )
        sample = [fold(d.letter) for d in documents[:: max(1, len(documents) // rebuild.SAMPLED)]]
        build = IndexBuild.objects.create(version=VERSION, phrases=sorted(frequent_runs(sample)))
        read = ((document.number + 1, _text(document), _facts(document, codes)) for document in documents)
        with workers(len(documents) > rebuild.FEW_REPLIES) as hands:
            deque(rebuild.cut_all(build, read, hands), maxlen=0)
            deque(rebuild.gather_all(build, hands), maxlen=0)
        IndexBuild.objects.filter(pk=build.pk).update(current=True, generation=1)
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE replies_indexstage")
            cursor.execute("VACUUM ANALYZE replies_indexrow")

    def open(self) -> None:
        """The rows are where the database has them."""

    def size(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_total_relation_size('replies_indexrow') + pg_total_relation_size('replies_indexentry')"
            )
            return int(cursor.fetchone()[0])

    def ask(self, runs: Sequence[str]) -> tuple[int, dict[str, Counts]]:
        """How many replies hold all the runs, and the counts of four facets among them.

        A facet's counts are its values and as many numbers; a page names no more of them than it lists.
        """
        found = find_replies(SearchState(q=" ".join(f'"{run}"' for run in runs)))
        return found.total, {facet: found.counting.counts(facet) for facet in FACETS}


def _text(document: Document) -> EntryText:
    title = fold(document.title)
    return EntryText(title + BREAK + fold(document.letter), title, "", "")


def _facts(document: Document, codes: Sequence[str]) -> EntryFacts:
    return EntryFacts(
        day=document.day,
        city=codes[document.place * 7 % len(codes)],
        agencies=(document.agency,),
        outcome=document.outcome,
        kinds=(document.kind,),
        topics=document.topics,
        phases=document.phases,
    )
