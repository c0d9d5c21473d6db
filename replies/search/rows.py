"""Reading and writing the index's rows; nothing here knows what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection

from replies.models import IndexEntry

from .asking import ask
from .postings import Posting, Space

ROWS, STAGE, ENTRIES = "replies_indexrow", "replies_indexstage", "replies_indexentry"
OF_AN_ENTRY = {
    "ordinal": "int8",
    "reply_id": "int8",
    "live": "bool",
    "changed": "int8",
    "day": "date",
    "city": "varchar",
    "agencies": "int8[]",
    "outcome": "varchar",
    "kinds": "varchar[]",
    "topics": "varchar[]",
    "phases": "varchar[]",
    "texts": "text[]",
    "fingerprint": "varchar",
}
"""The columns of an entry beside its build, and their types."""
AT_ONCE = 64
"""Keys of which the rows are read by one query."""
_STATE = "SELECT now.id, now.epoch::text, now.generation FROM replies_indexbuild now WHERE now.current"
_OF_A_KEY = f"SELECT space, gram, shelf, content FROM {ROWS} WHERE build_id = %s AND space = %s AND gram = %s"
_LOCK, _REBUILDING = 4_013_721, 4_013_722
"""The advisory locks under which the index is written, and under which it is made anew or checked."""


def lock() -> None:
    """One writer at a time, until the transaction ends, so that none waits for another in a ring."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """A second rebuild or check waits here until the first is done; a process that dies lets go."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_REBUILDING])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_REBUILDING])


State = tuple[int, str, int]
"""Which build readers use, its epoch, and its generation."""
Key = tuple[Space, str]
Contents = list[tuple[int, bytes]]
"""The rows of one key: the shelf, and the content."""


def index_state() -> State | None:
    """The index's state for this transaction; None where there is no index yet."""
    found = ask(_STATE)
    return found[0] if found else None


def fetch(build: int, wanted: Iterable[Key]) -> dict[Key, Contents]:
    """The rows of each (space, gram), in one query unless there are very many.

    One plan for each number of keys: for an array of keys PostgreSQL would plan each time anew.
    """
    keys = list(dict.fromkeys(wanted))
    found: dict[Key, Contents] = {key: [] for key in keys}
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        for space, gram, shelf, content in ask(_of_keys(len(some)), *_told(build, some)):
            found[Space(space), gram].append((shelf, content))
    return found


def fetch_with_state(build: int, keys: Sequence[Key]) -> tuple[State | None, dict[Key, Contents]]:
    """The index's state, and the rows of some keys, `AT_ONCE` at most, by the same query."""
    found: dict[Key, Contents] = {key: [] for key in keys}
    rows = ask(
        f"SELECT * FROM ({_STATE}) state LEFT JOIN ({_of_keys(len(keys))}) wanted ON true",
        *_told(build, keys),
    )
    for _, _, _, space, gram, shelf, content in rows:
        if content is not None:
            found[Space(space), gram].append((shelf, content))
    return (rows[0][:3] if rows else None), found


def _of_keys(count: int) -> str:
    return " UNION ALL ".join([_OF_A_KEY] * count)


def _told(build: int, keys: Iterable[Key]) -> list[Any]:
    return [value for space, gram in keys for value in (build, int(space), gram)]


def fetch_between(build: int, space: Space, first: str, last: str) -> dict[Key, Contents]:
    """The rows of one space from one gram to another, both included."""
    found: dict[Key, Contents] = {}
    rows = ask(
        f"SELECT gram, shelf, content FROM {ROWS} WHERE build_id = %s AND space = %s AND gram BETWEEN %s AND %s",
        build,
        int(space),
        first,
        last,
    )
    for gram, shelf, content in rows:
        found.setdefault((space, gram), []).append((shelf, content))
    return found


def all_keys(build: int) -> Iterator[tuple[int, str, int]]:
    """Space, gram and shelf of every row."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT space, gram, shelf FROM {ROWS} WHERE build_id = %s", [build])
        while part := cursor.fetchmany(10_000):
            yield from part


def write_rows(build: int, postings: Iterable[Posting]) -> None:
    with _copied_in(ROWS, space="int2", gram="varchar", shelf="int2", content="bytea") as copy:
        for posting in postings:
            copy.write_row((build, int(posting.space), posting.gram, posting.shelf, posting.content))


def write_entries(entries: Iterable[IndexEntry]) -> None:
    with _copied_in(ENTRIES, **OF_AN_ENTRY) as copy:
        for entry in entries:
            copy.write_row((entry.build_id, *(getattr(entry, column) for column in OF_AN_ENTRY)))


def write_stage(build: int, first: int, handed: Iterable[tuple[int, bytes]]) -> None:
    """Keeps what a segment hands on, until the rows are made of it."""
    with _copied_in(STAGE, part="int2", first="int8", content="bytea") as copy:
        for part, content in handed:
            copy.write_row((build, part, first, content))


@contextmanager
def _copied_in(table: str, **types: str) -> Iterator[Any]:
    """What writes rows of a build; `types` are those of the columns beside it."""
    columns = ", ".join(types)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} (build_id, {columns}) FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.set_types(["int8", *types.values()])
        yield copy


def staged(build: int, part: int) -> list[tuple[int, bytes]]:
    """What the segments handed on for a part, each with its first ordinal."""
    return ask(
        f"SELECT first, content FROM {STAGE} WHERE build_id = %s AND part = %s ORDER BY first", build, part
    )


def clear_stage() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {STAGE}")


def drop_builds(keep: int) -> None:
    """Removes the rows and entries of every other build, and all that was staged."""
    clear_stage()
    with connection.cursor() as cursor:
        for table in (ROWS, ENTRIES):
            cursor.execute(f"DELETE FROM {table} WHERE build_id <> %s", [keep])
        cursor.execute("DELETE FROM replies_indexbuild WHERE id <> %s", [keep])
