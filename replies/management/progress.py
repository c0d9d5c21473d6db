"""A line on the terminal that is written over; into a file, a line now and then."""

from __future__ import annotations

import time
from collections import deque
from typing import NamedTuple, TextIO

LOOKED_BACK = 60.0
"""Seconds that the rate is taken over: what was quick or slow long ago says nothing of what is left."""


class _Seen(NamedTuple):
    at: float
    worked: int


class Progress:
    """How far a long work is.

    The rate counts only documents that were work: an import that is taken up again walks past what is
    here already in no time, and that says nothing about the rest.
    """

    def __init__(self, expected: int, out: TextIO) -> None:
        self.expected, self.done, self.worked = expected, 0, 0
        self.out = out
        self.told = time.monotonic()
        self.every = 0.2 if out.isatty() else 10.0
        self._seen = deque([_Seen(self.told, 0)])

    def documents_done(self, done: int, worked: int) -> None:
        now = time.monotonic()
        self.done += done
        self.worked += worked
        if not self.worked:
            self._seen[0] = _Seen(now, 0)
        if now - self.told >= self.every:
            self.told = now
            self._write(now)

    def _write(self, now: float, end: str = "") -> None:
        line = " · ".join([f"{self.done}/{max(self.expected, self.done)} 件", *self._pace(now)])
        self.out.write(f"\r{line}\x1b[K{end}" if self.out.isatty() else f"{line}\n")
        self.out.flush()

    def _pace(self, now: float) -> list[str]:
        """The rate and the time left; nothing before there was work to take them from."""
        if not self.worked:
            return []
        self._seen.append(_Seen(now, self.worked))
        while len(self._seen) > 2 and now - self._seen[1].at >= LOOKED_BACK:
            self._seen.popleft()
        rate = (self.worked - self._seen[0].worked) / max(now - self._seen[0].at, 0.001)
        left = max(self.expected - self.done, 0)
        return [f"每秒 {rate:.1f} 件", *([f"还需 {_clock(left / rate)}"] if rate else [])]

    def end(self) -> None:
        if self.done:
            self._write(time.monotonic(), end="\n")


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
