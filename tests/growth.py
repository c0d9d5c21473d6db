"""How the time of some work grows with its size: both sizes in one run, in time of the processor."""

from __future__ import annotations

import time
from collections.abc import Callable

SHORTEST = 0.02
"""Seconds; what takes less counts for so much, for it cannot be measured."""


def seconds(work: Callable[..., object], *given: object) -> float:
    started = time.process_time()
    work(*given)
    return time.process_time() - started


def grows_like_its_size(work: Callable[[int], object], small: int, large: int) -> bool:
    """Whether the work on the large takes at most thrice what its size would have it take.

    What goes by the square of an eightfold size takes eight times of that.
    """
    work(small)
    return seconds(work, large) < 3 * (large / small) * max(seconds(work, small), SHORTEST)
