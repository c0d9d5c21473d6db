"""The questions that every search puts to the database: planned once, answered in bytes.

A search asks little and often, and the layers of a cursor take several times what PostgreSQL takes to answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import InvalidSqlStatementName, error_from_result
from psycopg.pq import ExecStatus, Format

Row = tuple[Any, ...]

_plans: WeakKeyDictionary[psycopg.Connection[Any], dict[str, bytes]] = WeakKeyDictionary()
"""What each connection has prepared: the name of each question's plan."""


def ask(question: str, *values: Any) -> list[Row]:
    """The rows of the answer to a question, whose parameters are written `%s`.

    Within a transaction, and where queries are logged or watched, it is put through a cursor like any other.
    Raises what Django raises.
    """
    database: Any = connections[DEFAULT_DB_ALIAS]
    database.close_if_health_check_failed()
    database.ensure_connection()
    if database.in_atomic_block or database.queries_logged or database.execute_wrappers:
        return _by_cursor(database, question, values)
    with database.wrap_database_errors:
        return _at_once(database.connection, question, values)


def question_about(rows: QuerySet[Any, Any]) -> tuple[str, Sequence[Any]]:
    """What asks for these of some rows whose ids are given last, in no order, and what is given before the ids.

    To put a question of many parts into words costs more than to answer it, so whoever asks keeps it.
    """
    own = f"{rows.model._meta.db_table}.id = ANY(%s)"
    question, (*given, _ids) = rows.order_by().extra(where=[own], params=[None]).query.sql_with_params()
    return question, given


def _by_cursor(database: Any, question: str, values: Sequence[Any]) -> list[Row]:
    """Django's own cursor binds in the client and reads text; this one is wrapped like it, and reads bytes."""
    cursor = psycopg.Cursor(database.connection)
    cursor.format = Format.BINARY
    with database._prepare_cursor(cursor) as watched:
        watched.execute(question, values)
        found: list[Row] = watched.fetchall()
        return found


def _at_once(own: psycopg.Connection[Any], question: str, values: Sequence[Any]) -> list[Row]:
    try:
        return _answer(own, question, values)
    except InvalidSqlStatementName:  # a pooler or a rollback has cleared the session
        del _plans[own]
        return _answer(own, question, values)


def _answer(own: psycopg.Connection[Any], question: str, values: Sequence[Any]) -> list[Row]:
    form = Transformer.from_context(own)
    given: Any = form.dump_sequence(values, [PyFormat.TEXT] * len(values))
    result = own.pgconn.exec_prepared(_plan(own, question), given, result_format=Format.BINARY)
    if result.status != ExecStatus.TUPLES_OK:
        raise error_from_result(result, own.info.encoding)
    form.set_pgresult(result)
    return form.load_rows(0, result.ntuples, tuple)


def _plan(own: psycopg.Connection[Any], question: str) -> bytes:
    """The name of the question's plan on this connection."""
    plans = _plans.setdefault(own, {})
    if question not in plans:
        name, number = b"search_%d" % len(plans), count(1)
        numbered = re.sub("%s", lambda _: f"${next(number)}", question)
        result = own.pgconn.prepare(name, numbered.encode())
        if result.status != ExecStatus.COMMAND_OK:
            raise error_from_result(result, own.info.encoding)
        plans[question] = name
    return plans[question]
