"""Reading and writing the index's rows; nothing here knows what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection
from psycopg.pq import Format

from .postings import Posting, Space

TABLE = "replies_indexrow"
_LOCK = 4_013_721
"""The advisory lock under which the index is written."""


@contextmanager
def binary_cursor() -> Iterator[Any]:
    """A cursor whose answers come as bytes, not as hexadecimal text.

    Django's own binds parameters in the client, which rules that out; this one is wrapped like it, so
    errors, logs and counts of queries are the same.
    """
    connection.ensure_connection()
    plain = psycopg.Cursor(connection.connection)
    plain.format = Format.BINARY
    with connection._prepare_cursor(plain) as cursor:  # type: ignore[attr-defined]
        yield cursor


def lock() -> None:
    """One writer at a time, until the transaction ends, so that none waits for another in a ring."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


Key = tuple[Space, str]


def fetch(build: int, wanted: Iterable[Key]) -> dict[Key, list[tuple[int, bytes]]]:
    """The rows of each (space, gram), as (first of the segment, content), in one query."""
    keys = list(dict.fromkeys(wanted))
    found: dict[Key, list[tuple[int, bytes]]] = {key: [] for key in keys}
    if keys:
        with binary_cursor() as cursor:
            cursor.execute(
                f"SELECT r.space, r.gram, r.first, r.content FROM {TABLE} r"
                " JOIN unnest(%s::smallint[], %s::text[]) AS w(space, gram)"
                " ON r.build_id = %s AND r.space = w.space AND r.gram = w.gram",
                [[int(space) for space, _ in keys], [gram for _, gram in keys], build],
            )
            for space, gram, first, content in cursor.fetchall():
                found[Space(space), gram].append((first, content))
    return found


def fetch_segments(
    build: int, space: Space, grams: Iterable[str], segments: Iterable[int]
) -> dict[str, dict[int, bytes]]:
    """The rows of each gram in these segments only."""
    found: dict[str, dict[int, bytes]] = {gram: {} for gram in grams}
    with binary_cursor() as cursor:
        cursor.execute(
            f"SELECT gram, first, content FROM {TABLE}"
            " WHERE build_id = %s AND space = %s AND gram = ANY(%s) AND first = ANY(%s)",
            [build, int(space), list(found), list(segments)],
        )
        for gram, first, content in cursor.fetchall():
            found[gram][first] = content
    return found


def copy_in(build: int, first: int, postings: Iterable[Posting]) -> None:
    """Writes the rows of a segment, as a stream."""
    columns = "build_id, first, space, gram, content"
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {TABLE} ({columns}) FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.set_types(["int8", "int8", "int2", "varchar", "bytea"])
        for posting in postings:
            copy.write_row((build, first, int(posting.space), posting.gram, posting.content))


def drop_builds(keep: int) -> None:
    """Removes the rows and entries of every other build."""
    with connection.cursor() as cursor:
        for table in (TABLE, "replies_indexentry"):
            cursor.execute(f"DELETE FROM {table} WHERE build_id <> %s", [keep])
        cursor.execute("DELETE FROM replies_indexbuild WHERE id <> %s", [keep])
