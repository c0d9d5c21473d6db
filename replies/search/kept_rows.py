"""Rows that a worker has read and decoded, kept while there is room: rows are never changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

LARGEST = 96 * 1024 * 1024
"""Bytes of rows, as they lie in the database, that one worker keeps at most."""
OVERHEAD = 300
"""Counted for each row besides its content."""


class KeptRows:
    """The most recently used values, up to a total size; safe to use from several threads."""

    def __init__(self, largest: int = LARGEST) -> None:
        self._values: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = threading.Lock()
        self._largest = largest
        self._size = 0

    def get(self, key: Hashable) -> Any | None:
        with self._lock:
            found = self._values.get(key)
            if found is None:
                return None
            self._values.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, value: Any, size: int) -> None:
        with self._lock:
            _, before = self._values.pop(key, (None, 0))
            self._values[key] = (value, size + OVERHEAD)
            self._size += size + OVERHEAD - before
            while self._size > self._largest:
                _, (_, dropped) = self._values.popitem(last=False)
                self._size -= dropped
