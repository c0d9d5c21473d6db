"""The line that tells how far a long work is."""

from __future__ import annotations

import io

import pytest

from replies.management import progress
from replies.management.progress import Progress


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 1000.0

        def pass_by(self, seconds):
            self.now += seconds

    clock = Clock()
    monkeypatch.setattr(progress.time, "monotonic", lambda: clock.now)
    return clock


def told(of, clock, documents, seconds_each, work=True):
    """The line that stands there when so many more are done."""
    for _ in range(documents):
        clock.pass_by(seconds_each)
        of.documents_done(1, worked=int(work))
    of.end()
    return of.out.getvalue().splitlines()[-1]


def test_it_tells_the_rate_and_the_time_left(clock):
    of = Progress(expected=300, out=io.StringIO())
    assert told(of, clock, 100, 0.5) == "100/300 件 · 每秒 2.0 件 · 还需 0:01:40"


def test_walking_past_what_is_here_promises_nothing(clock):
    of = Progress(expected=20_000, out=io.StringIO())
    line = told(of, clock, 10_000, 0.002, work=False)
    assert line.endswith("/20000 件")
    assert told(of, clock, 50, 0.5) == "10050/20000 件 · 每秒 2.0 件 · 还需 1:22:55"


def test_the_rate_is_that_of_the_last_minute(clock):
    of = Progress(expected=10_000, out=io.StringIO())
    told(of, clock, 1000, 0.1)
    assert "每秒 1.0 件" in told(of, clock, 80, 1.0)


def test_more_documents_than_expected_leave_no_time_below_none(clock):
    of = Progress(expected=1, out=io.StringIO())
    assert told(of, clock, 20, 1.0) == "20/20 件 · 每秒 1.0 件 · 还需 0:00:00"
