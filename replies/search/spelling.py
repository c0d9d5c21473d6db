"""How a word that stands nowhere may be meant: what the archive knows that sounds the same or is one slip away."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Length
from rapidfuzz.distance import OSA

from replies.models import SearchName, Topic, TopicTerm
from replies.text.grams import is_han
from replies.text.names import latin, pinyin_keys

from .names import Kind
from .snapshot import Snapshot

MOST_SPELLINGS = 3
MOST_NAMES = 500
KINDS = frozenset({"city", "topic", "term", *Kind.values})
"""Of what a word may be a spelling; `term` are the words by which topics are known."""
SHORTEST_SLIP = 3
"""A slip in fewer characters leaves nothing to know the word by; another character of the same sound does."""
LONG_ENOUGH = (4, 8)
"""So many letters may hold one slip, and two."""


@dataclass(frozen=True, slots=True)
class Known:
    """Something that can be sought, and how often it is met, as far as that is counted."""

    words: str
    key: str
    weight: int = 0


def spellings(word: str, snapshot: Snapshot, kinds: Collection[str] = KINDS) -> list[str]:
    """The nearest first, the more frequent before others; none is the word itself."""
    near: dict[str, tuple[int, int]] = {}
    for known in _known(word, snapshot, kinds):
        slips = _slips(word, known)
        if slips is not None and known.words != word:
            near[known.words] = min(near.get(known.words, (slips, 0)), (slips, -known.weight))
    return sorted(near, key=lambda words: (*near[words], words))[:MOST_SPELLINGS]


def _slips(word: str, known: Known) -> int | None:
    """By how many slips the word misses what is known; None where it is another word."""
    if letters := latin(word):
        slips = OSA.distance(letters, known.key)
        return slips if slips <= sum(len(letters) >= long for long in LONG_ENOUGH) else None
    if is_han(word) and len(known.words) == len(word) and _sound(known.words) == _sound(word):
        return 0
    return 1 if len(word) >= SHORTEST_SLIP and OSA.distance(word, known.words) == 1 else None


def _sound(words: str) -> str:
    return (pinyin_keys(words) or ("",))[0]


def _known(word: str, snapshot: Snapshot, kinds: Collection[str]) -> Iterator[Known]:
    for words, weight in _said(snapshot, kinds):
        yield Known(words, _sound(words), weight)
    named = SearchName.objects.alias(length=Length("key")).filter(_nearly(word), kind__in=kinds)
    for row in named.order_by("-weight", "pk")[:MOST_NAMES]:
        yield Known(row.key if is_han(row.key) else row.label, row.key, row.weight)


def _said(snapshot: Snapshot, kinds: Collection[str]) -> Iterator[tuple[str, int]]:
    """Places that have replies, topics and their terms; these are few."""
    if "city" in kinds:
        for code, count in snapshot.place_counts.items():
            if place := snapshot.tree.by_code.get(code):
                yield from ((place.short_name, count), (place.name, count))
    if "topic" in kinds:
        yield from ((name, 0) for name in Topic.objects.values_list("name", flat=True))
    if "term" in kinds:
        yield from ((term, 0) for term in TopicTerm.objects.values_list("term", flat=True))


def _nearly(word: str) -> Q:
    """Names of the same sound, and those of nearly that length with the same beginning or end."""
    letters = latin(word)
    typed = letters or word
    sound = Q(key=letters or _sound(word))
    if len(typed) < SHORTEST_SLIP:
        return sound
    alike = Q(key__startswith=typed[: 2 if letters else 1])
    if not letters:
        alike |= Q(key__endswith=typed[-2:])
    return sound | (alike & Q(length__range=(len(typed) - 1, len(typed) + 1)))
