"""Other processes that cut and gather while this one reads and writes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

import django

Label = TypeVar("Label")
Done = TypeVar("Done")


class Workers:
    """Work done elsewhere, in the order of its jobs; without an executor, here and now."""

    def __init__(self, executor: Executor | None = None, at_once: int = 1) -> None:
        self._executor = executor
        self._at_once = at_once

    def in_turn(
        self, work: Callable[..., Done], jobs: Iterable[tuple[Label, tuple[Any, ...]]]
    ) -> Iterator[tuple[Label, Done]]:
        """Each job's label with what came of it; no more than `at_once` jobs are ahead."""
        waiting: deque[tuple[Label, Future[Done]]] = deque()
        for label, arguments in jobs:
            if self._executor is None:
                yield label, work(*arguments)
                continue
            waiting.append((label, self._executor.submit(work, *arguments)))
            if len(waiting) > self._at_once:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)


def _first(waiting: deque[tuple[Label, Future[Done]]]) -> tuple[Label, Done]:
    label, future = waiting.popleft()
    return label, future.result()


@contextmanager
def workers(wanted: bool) -> Iterator[Workers]:
    """As many as there are cores, since this one mostly waits for the database.

    They share nothing with it, least of all a connection.
    """
    if not wanted:
        yield Workers()
        return
    count = os.cpu_count() or 1
    with ProcessPoolExecutor(count, get_context("spawn"), initializer=django.setup) as executor:
        yield Workers(executor, at_once=count)
