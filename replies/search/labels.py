"""What topics and agencies are called.

Kept for as long as a generation lasts: whoever renames one makes a new generation (`ingest.naming`).
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from replies.models import Agency, Topic

from .places import Places


class Labels:
    """Read when they are first asked for; of agencies only those that are."""

    def __init__(self, tree: Places) -> None:
        self._tree = tree
        self._agencies: dict[int, str] = {}

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(Topic.objects.defer("shipped_terms"))

    def of_topics(self) -> dict[str, str]:
        """What every topic is called in the reader's language, in their order."""
        return {topic.pk: topic.label for topic in self.topics}

    def of_agencies(self, ids: Collection[int]) -> dict[int, str]:
        """The names of those of these agencies that there are, each with its place where the name does not tell it."""
        missing = [pk for pk in ids if pk not in self._agencies]
        if missing:
            rows = Agency.objects.filter(pk__in=missing).values_list("pk", "name", "city_id")
            self._agencies.update({pk: self._placed(name, code) for pk, name, code in rows})
        return {pk: self._agencies[pk] for pk in ids if pk in self._agencies}

    def _placed(self, name: str, code: str | None) -> str:
        place = self._tree.by_code.get(code or "")
        if place is None or self._tree.is_told_by(name, place):
            return name
        return f"{name}（{self._tree.telling_name(place)}）"
