"""Suggestions while somebody types: places, topics, agencies, representatives, the archive's own phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Left

from replies.models import Reply, Representative, SearchName, Topic
from replies.text.fold import fold
from replies.text.names import latin, pinyin_keys
from replies.text.search_query import FIELDS, LONGEST

from .names import Kind
from .snapshot import Snapshot, current_snapshot
from .state import SearchState

MOST = 10
MOST_OF_A_KIND = 4
LONGEST_TYPED = 40
LOOKED_AT = 60
SHORT_BEGINNING = 2
MOST_COUNTED = 3 * MOST_OF_A_KIND
CLOSING = {'"': '"', "“": "”", "＂": "＂", "「": "」", "『": "』"}


_LAST_WORD = re.compile(
    rf"""(?P<kept>(?:.*[\s|｜])?)
         (?P<opening>[-－−–]?(?:(?P<field>(?i:{"|".join(FIELDS)}))\s*[:：]\s*)?(?P<quote>[{"".join(CLOSING)}])?)
         (?P<word>[^\s|｜:：{"".join(CLOSING)}{"".join(CLOSING.values())}]+)""",
    re.VERBOSE | re.DOTALL,
)


_FIELD_WITH_VALUES = re.compile(rf"""(?i:({"|".join(FIELDS)}))\s*[:：]\s*[^\s:：]*[|｜]\s*$""")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line under the box.

    `kind` is city, topic, agency, representative, phrase, or box for the whole box completed; `value` what the
    facet of that name takes, for a phrase or the box the words themselves; `words` are how it is typed; `count` in how many replies, None where it is not
    counted.
    """

    kind: str
    value: str
    label: str
    count: int | None
    words: str

    def state(self) -> SearchState:
        """The search that choosing it leads to."""
        return (
            SearchState(q=self.value)
            if self.kind in ("phrase", "box")
            else SearchState().toggled(self.kind, self.value)
        )


def suggest(typed: str, most: int = MOST) -> tuple[Suggestion, ...]:
    """What begins as typed, in Chinese, in pinyin or by initials; only what published replies hold.

    Where nothing does, the last word is completed and what stands before it is kept.
    """
    snapshot = current_snapshot()
    found = _begun(typed, snapshot) if len(typed) <= LONGEST_TYPED else []
    return tuple((found or _completed(typed, snapshot))[:most])


def _begun(typed: str, snapshot: Snapshot) -> list[Suggestion]:
    folded = fold(typed).strip()
    if not folded:
        return []
    prefix = latin(folded) or folded
    return [*_places(prefix, snapshot), *_topics(prefix, snapshot), *_named(prefix, snapshot)]


def _completed(typed: str, snapshot: Snapshot) -> list[Suggestion]:
    """The whole box with its last word completed; behind a field by what the field may be."""
    last = _LAST_WORD.fullmatch(typed) if len(typed) <= LONGEST else None
    if last is None or last["word"] == typed or len(last["word"]) > LONGEST_TYPED:
        return []
    held = _FIELD_WITH_VALUES.search(last["kept"])
    field = FIELDS.get((last["field"] or (held[1] if held else "")).lower())
    fitting = [each for each in _begun(last["word"], snapshot) if field in (None, each.kind)]
    before, behind = last["kept"] + last["opening"], CLOSING.get(last["quote"] or "", "")
    texts = dict.fromkeys(f"{before}{each.words}{behind}" for each in fitting)
    return [Suggestion("box", text, text, None, text) for text in texts]


def _places(prefix: str, snapshot: Snapshot) -> list[Suggestion]:
    """The higher place first, then the one with more replies."""
    counts = snapshot.place_counts
    held = [place for place in snapshot.tree.beginning(prefix) if counts.get(place.code)]
    listed = sorted(held, key=lambda place: -counts[place.code])
    return [Suggestion("city", p.slug, p.name, counts[p.code], p.name) for p in listed[:MOST_OF_A_KIND]]


def _topics(prefix: str, snapshot: Snapshot) -> list[Suggestion]:
    matching = [topic for topic in snapshot.labels.topics if _is_meant(topic, prefix)]
    counts = {slug: len(having & snapshot.live) for slug, having in snapshot.members["topic"].items()}
    held = [Suggestion("topic", t.pk, t.label, counts[t.pk], t.name) for t in matching if counts.get(t.pk)]
    return held[:MOST_OF_A_KIND]


def _is_meant(topic: Topic, prefix: str) -> bool:
    """By a part of its name, or the beginning of its slug, its pinyin or its English name."""
    keys = (topic.pk, *pinyin_keys(topic.name), topic.name_en.casefold())
    return prefix in topic.name or any(key.startswith(prefix) for key in keys)


def _named(prefix: str, snapshot: Snapshot) -> Iterator[Suggestion]:
    """Agencies, representatives and phrases, each kind's commonest first."""
    # Which are the heaviest an index alone tells; then only they are read.
    heaviest = _beginning(prefix).order_by("-weight", "pk").values("pk")[:LOOKED_AT]
    rows = list(SearchName.objects.filter(pk__in=heaviest).order_by("-weight", "pk"))
    for kind in (Kind.AGENCY, Kind.REPRESENTATIVE, Kind.PHRASE):
        borne = {row.value: row.label for row in rows if row.kind == kind}
        words = dict(islice(borne.items(), MOST_COUNTED))
        counts = _counts(kind, list(words), snapshot)
        labels = _labels(kind, words, snapshot)
        held = (
            Suggestion(kind, v, labels.get(v, said), counts[v], said)
            for v, said in words.items()
            if counts[v] != 0
        )
        yield from islice(held, MOST_OF_A_KIND)


def _beginning(prefix: str) -> QuerySet[SearchName]:
    """The names that begin so; very many do where it is short, and then an index has the heaviest first."""
    if len(prefix) <= SHORT_BEGINNING:
        return SearchName.objects.alias(begins=Left("key", len(prefix))).filter(begins=prefix)
    return SearchName.objects.filter(key__startswith=prefix)


def _counts(kind: str, values: list[str], snapshot: Snapshot) -> Mapping[str, int | None]:
    """Counted now: a name may outlive the last reply that bore it."""
    if kind == Kind.PHRASE or not values:
        return dict.fromkeys(values)
    times = _of_agencies(snapshot) if kind == Kind.AGENCY else _of_representatives(values)
    return {value: times.get(int(value), 0) for value in values}


def _labels(kind: str, words: Mapping[str, str], snapshot: Snapshot) -> Mapping[str, str]:
    """Agencies are named with their places, and so are people of one name, so that they can be told apart."""
    if kind == Kind.AGENCY:
        labels = snapshot.labels.of_agencies([int(value) for value in words])
        return {str(pk): label for pk, label in labels.items()}
    borne = Counter(words.values())
    shared = [value for value, name in words.items() if kind == Kind.REPRESENTATIVE and borne[name] > 1]
    people = Representative.objects.filter(pk__in=shared).values_list("pk", "city") if shared else ()
    by_code, telling = snapshot.tree.by_code, snapshot.tree.telling_name
    return {
        str(pk): f"{words[str(pk)]}（{telling(by_code[code])}）" for pk, code in people if code in by_code
    }


def _of_agencies(snapshot: Snapshot) -> dict[int, int]:
    return snapshot.counting(snapshot.live).counts("agency").by_value


def _of_representatives(values: list[str]) -> dict[int, int]:
    published = Count(
        "proposals__replies", Q(proposals__replies__status=Reply.Status.PUBLISHED), distinct=True
    )
    people = Representative.objects.filter(pk__in=values).annotate(times=published)
    return dict(people.values_list("pk", "times"))
