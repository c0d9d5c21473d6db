"""Reading and writing the index's rows; nothing here knows what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from django.db import connection
from psycopg.pq import Format
from pyroaring import BitMap

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


@dataclass(frozen=True, slots=True)
class Docs:
    """The ordinals that one (space, gram) stands for, and the segments whose rows say so."""

    bitmap: BitMap
    segments: tuple[int, ...] = ()


def fetch_docs(build: int, wanted: Iterable[tuple[Space, str]]) -> dict[tuple[Space, str], Docs]:
    """What each (space, gram) stands for, in one query; what no row has is an empty set."""
    keys = list(dict.fromkeys(wanted))
    found: dict[tuple[Space, str], list[tuple[int, BitMap]]] = {key: [] for key in keys}
    if keys:
        with binary_cursor() as cursor:
            cursor.execute(
                f"SELECT r.space, r.gram, r.first, r.docs FROM {TABLE} r"
                " JOIN unnest(%s::smallint[], %s::text[]) AS w(space, gram)"
                " ON r.build_id = %s AND r.space = w.space AND r.gram = w.gram",
                [[int(space) for space, _ in keys], [gram for _, gram in keys], build],
            )
            for space, gram, first, docs in cursor.fetchall():
                found[Space(space), gram].append((first, BitMap.deserialize(docs)))
    return {key: _united(parts) for key, parts in found.items()}


def _united(parts: Sequence[tuple[int, BitMap]]) -> Docs:
    bitmaps = [bitmap for _, bitmap in parts]
    united = bitmaps[0] if len(bitmaps) == 1 else BitMap.union(*bitmaps) if bitmaps else BitMap()
    return Docs(united, tuple(sorted(first for first, _ in parts)))


def fetch_places(build: int, pairs: Iterable[str], segments: Iterable[int]) -> dict[str, dict[int, BitMap]]:
    """The places of each pair in each of these segments."""
    found: dict[str, dict[int, BitMap]] = {pair: {} for pair in pairs}
    with binary_cursor() as cursor:
        cursor.execute(
            f"SELECT gram, first, places FROM {TABLE}"
            " WHERE build_id = %s AND space = 0 AND gram = ANY(%s) AND first = ANY(%s)",
            [build, list(found), list(segments)],
        )
        for gram, first, places in cursor.fetchall():
            found[gram][first] = BitMap.deserialize(places)
    return found


def merge(build: int, first: int, postings: Iterable[Posting]) -> None:
    """Adds postings to a small segment whose rows may already be there."""
    new = {(int(p.space), p.gram): p for p in postings}
    rows = []
    old = _segment_rows(build, first, list(new))
    for key, posting in sorted(new.items()):
        docs, places = old.get(key, (None, None))
        rows.append(_row(posting, docs, places))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TABLE} (build_id, first, space, gram, docs, places)"
            " SELECT %s, %s, * FROM unnest(%s::smallint[], %s::text[], %s::bytea[], %s::bytea[])"
            " ON CONFLICT (build_id, space, gram, first)"
            " DO UPDATE SET docs = EXCLUDED.docs, places = EXCLUDED.places",
            [build, first, *map(list, zip(*rows, strict=True))],
        )


def _segment_rows(
    build: int, first: int, keys: Sequence[tuple[int, str]]
) -> dict[tuple[int, str], tuple[bytes, bytes | None]]:
    with binary_cursor() as cursor:
        cursor.execute(
            f"SELECT r.space, r.gram, r.docs, r.places FROM {TABLE} r"
            " JOIN unnest(%s::smallint[], %s::text[]) AS w(space, gram)"
            " ON r.build_id = %s AND r.space = w.space AND r.gram = w.gram AND r.first = %s",
            [[space for space, _ in keys], [gram for _, gram in keys], build, first],
        )
        return {(space, gram): (docs, places) for space, gram, docs, places in cursor.fetchall()}


def _row(posting: Posting, docs: bytes | None, places: bytes | None) -> tuple[int, str, bytes, bytes | None]:
    """A row's values, the old bitmaps united with the new."""
    merged = posting.docs | BitMap.deserialize(docs) if docs else posting.docs
    where = posting.places
    if where is not None and places:
        where = where | BitMap.deserialize(places)
    return (
        int(posting.space),
        posting.gram,
        merged.serialize(),
        where.serialize() if where is not None else None,
    )


def copy_in(build: int, first: int, postings: Iterable[Posting]) -> None:
    """Writes the rows of a segment that is not there yet, as a stream."""
    with (
        connection.cursor() as cursor,
        cursor.copy(
            f"COPY {TABLE} (build_id, first, space, gram, docs, places) FROM STDIN (FORMAT BINARY)"
        ) as copy,
    ):
        copy.set_types(["int8", "int8", "int2", "varchar", "bytea", "bytea"])
        for posting in postings:
            posting.docs.run_optimize()
            places = posting.places.serialize() if posting.places is not None else None
            row = (build, first, int(posting.space), posting.gram, posting.docs.serialize(), places)
            copy.write_row(row)


def drop_builds(keep: int) -> None:
    """Removes the rows and entries of every other build."""
    with connection.cursor() as cursor:
        for table in (TABLE, "replies_indexentry"):
            cursor.execute(f"DELETE FROM {table} WHERE build_id <> %s", [keep])
        cursor.execute("DELETE FROM replies_indexbuild WHERE id <> %s", [keep])
