"""The orders that are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import connection

from benchmarks.rivals import bigrams
from replies.models import Reply
from replies.search.entry_text import text_of
from replies.search.find import find_replies
from replies.search.searched import searched
from replies.search.state import SearchState
from replies.text.fold import BREAK, fold
from replies.text.search_query import read_query

Answer = Callable[[str], Sequence[str]]


def ours(names: dict[int, str]) -> Answer:
    return lambda query: [names[pk] for pk in find_replies(SearchState(q=query)).ids]


def by_date(names: dict[int, str]) -> Answer:
    return lambda query: [names[pk] for pk in find_replies(SearchState(q=query, sort="newest")).ids]


def by_ts_rank(names: dict[int, str]) -> Answer:
    """Pairs of characters as words of a tsvector, the title weighing most."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE ranked (id bigint, words tsvector) ON COMMIT DROP")
        for reply in searched(Reply.objects.values_list("pk", flat=True)):
            text = text_of(reply)
            cursor.execute(
                "INSERT INTO ranked VALUES (%s, setweight(to_tsvector('simple', %s), 'A') ||"
                " to_tsvector('simple', %s))",
                [reply.pk, _words(text.title), _words(text.whole)],
            )

    def answer(query: str) -> Sequence[str]:
        pairs = sorted({p for run in read_query(fold(query)).runs for p in _words(run.text).split()})
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT id FROM ranked, to_tsquery('simple', %s) asked WHERE words @@ asked"
                " ORDER BY ts_rank(words, asked) DESC, id DESC",
                [" & ".join(f"'{p}'" for p in pairs)],
            )
            return [names[pk] for (pk,) in cursor.fetchall()]

    return answer


def _words(text: str) -> str:
    return " ".join(word for word in bigrams(text).split() if BREAK not in word and word.isalnum())
