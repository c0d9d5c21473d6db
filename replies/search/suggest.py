"""Suggestions while somebody types: places, topics, agencies, representatives, the archive's own phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db.models import Count, Q

from replies.models import Reply, Representative, SearchName, Topic
from replies.text.fold import fold
from replies.text.names import latin, pinyin_keys

from .names import Kind
from .places import Place
from .snapshot import Snapshot, current_snapshot
from .state import SearchState

MOST = 10
MOST_OF_A_KIND = 4
LONGEST_TYPED = 40
LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line under the box.

    `kind` is city, topic, agency, representative or phrase; `value` what the facet of that name takes, for a
    phrase the words themselves; `count` in how many replies, None where it is not counted.
    """

    kind: str
    value: str
    label: str
    count: int | None

    def state(self) -> SearchState:
        """The search that choosing it leads to."""
        return (
            SearchState(q=self.value)
            if self.kind == "phrase"
            else SearchState().toggled(self.kind, self.value)
        )


def suggest(typed: str, most: int = MOST) -> tuple[Suggestion, ...]:
    """What begins as typed, in Chinese, in pinyin or by initials; only what published replies hold."""
    folded = fold(typed[:LONGEST_TYPED]).strip()
    if not folded:
        return ()
    prefix = latin(folded) or folded
    snapshot = current_snapshot()
    found = [*_places(prefix, snapshot), *_topics(prefix, snapshot), *_named(prefix, snapshot)]
    return tuple(found[:most])


def _places(prefix: str, snapshot: Snapshot) -> list[Suggestion]:
    """The higher place first, then the one with more replies."""
    matching = [place for place in snapshot.tree.by_code.values() if _begins(prefix, _keys_of(place))]
    if not matching:
        return []
    counts = snapshot.place_counts
    listed = sorted((p for p in matching if counts.get(p.code)), key=lambda p: -counts[p.code])
    return [Suggestion("city", p.slug, p.name, counts[p.code]) for p in listed[:MOST_OF_A_KIND]]


def _keys_of(place: Place) -> Iterator[str]:
    yield from (place.name, place.short_name, place.slug, *place.aliases)
    yield from pinyin_keys(place.name)


def _begins(prefix: str, keys: Iterable[str]) -> bool:
    return any(key.startswith(prefix) for key in keys)


def _topics(prefix: str, snapshot: Snapshot) -> list[Suggestion]:
    matching = [
        topic
        for topic in Topic.objects.all()
        if prefix in topic.name
        or _begins(prefix, (topic.pk, *pinyin_keys(topic.name), topic.name_en.casefold()))
    ]
    counts = {slug: len(having & snapshot.live) for slug, having in snapshot.members["topic"].items()}
    held = [Suggestion("topic", t.pk, t.label, counts.get(t.pk, 0)) for t in matching if counts.get(t.pk)]
    return held[:MOST_OF_A_KIND]


def _named(prefix: str, snapshot: Snapshot) -> Iterator[Suggestion]:
    """Agencies, representatives and phrases, each kind's commonest first."""
    rows = list(
        SearchName.objects.filter(key__gte=prefix, key__lt=_after(prefix)).order_by("-weight", "pk")[
            :LOOKED_AT
        ]
    )
    for kind in (Kind.AGENCY, Kind.REPRESENTATIVE, Kind.PHRASE):
        labels = {row.value: row.label for row in rows if row.kind == kind}
        counts = _counts(kind, list(labels), snapshot)
        held = (Suggestion(kind, v, label, counts[v]) for v, label in labels.items() if counts[v] != 0)
        yield from islice(held, MOST_OF_A_KIND)


def _after(prefix: str) -> str:
    """The first key, in the order of code points, that begins otherwise."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def _counts(kind: str, values: list[str], snapshot: Snapshot) -> dict[str, int | None]:
    """Counted now: a name may outlive the last reply that bore it."""
    if kind == Kind.AGENCY:
        return {v: len(snapshot.chosen("agency", [int(v)]) & snapshot.live) for v in values}
    if kind == Kind.REPRESENTATIVE and values:
        published = Count(
            "proposals__replies", Q(proposals__replies__status=Reply.Status.PUBLISHED), distinct=True
        )
        people = Representative.objects.filter(pk__in=values).annotate(times=published)
        times = dict(people.values_list("pk", "times"))
        return {v: times.get(int(v), 0) for v in values}
    return dict.fromkeys(values, None)
