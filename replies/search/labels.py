"""What topics and agencies are called.

Kept for as long as a generation lasts: whoever renames one makes a new generation (`ingest.naming`).
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from replies.models import Agency, Topic


class Labels:
    """Read when they are first asked for; of agencies only those that are."""

    def __init__(self) -> None:
        self._agencies: dict[int, str] = {}

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(Topic.objects.defer("shipped_terms"))

    def of_topics(self) -> dict[str, str]:
        """What every topic is called in the reader's language, in their order."""
        return {topic.pk: topic.label for topic in self.topics}

    def of_agencies(self, ids: Collection[int]) -> dict[int, str]:
        """The names of those of these agencies that there are."""
        missing = [pk for pk in ids if pk not in self._agencies]
        if missing:
            self._agencies.update(Agency.objects.filter(pk__in=missing).values_list("pk", "name"))
        return {pk: self._agencies[pk] for pk in ids if pk in self._agencies}
