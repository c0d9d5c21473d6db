"""Replies to proposals whose titles say nearly the same: the same question in other places and years."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from replies.models import Reply, ReplyProposal
from replies.text.title_words import likeness, title_words

from . import rank
from .find import find_replies
from .state import SearchState

MOST = 5
LOOKED_AT = 80
NEAR = 0.4
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Alike:
    """A published reply and the title of the proposal in it that is near."""

    reply: Reply
    title: str


def alike(titles: Iterable[str], apart_from: Collection[int], most: int = MOST) -> list[Alike]:
    """The nearest first, the newer first among equals; a constant number of queries, none without a title."""
    asked = [words for title in titles if (words := title_words(title))]
    if not asked:
        return []
    near: dict[int, tuple[float, str]] = {}
    for reply, title in _titles(_candidates(asked)):
        words = title_words(title)
        best = max(likeness(one, words) for one in asked)
        if reply not in apart_from and best >= NEAR:
            near[reply] = max(near.get(reply, (0.0, "")), (best, title))
    return _shown(near, most)


def _candidates(asked: list[dict[str, float]]) -> list[int]:
    """Ids of the replies that say most of the words, those in titles first; no letter is read."""
    words = sorted({word for one in asked for word in one}, key=lambda word: (-len(word), word))
    found = find_replies(SearchState(q="|".join(words[:MOST_WORDS])))
    first = found.ordinals[rank.best(found.scores, LOOKED_AT)]
    ids: list[int] = found.snapshot.reply_ids[first].tolist()
    return ids


def _titles(replies: list[int]) -> Iterable[tuple[int, str]]:
    links = ReplyProposal.objects.filter(reply__in=replies).exclude(proposal__title="")
    return links.values_list("reply_id", "proposal__title")


def _shown(near: dict[int, tuple[float, str]], most: int) -> list[Alike]:
    rows = (
        Reply.objects.published()
        .filter(pk__in=near)
        .select_related("city", "agency")
        .only("title", "reply_date", "year", "city__name", "agency__name", "city__slug")
    )
    ordered = sorted(
        rows, key=lambda row: (-near[row.pk][0], -(row.reply_date or date.min).toordinal(), row.pk)
    )
    return [Alike(row, near[row.pk][1]) for row in ordered[:most]]
