"""A page of results as cards: every word and address of them, so that the template only writes them down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from replies.search.find import Result
from replies.search.lines import Line
from replies.templatetags.reading import ItemWords, room
from replies.text.excerpt import led_up
from replies.text.highlight import Piece, mark

from .search_links import Link

TOPICS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Card:
    """One result.  `excerpt` is empty where it holds no hit: then it says less than the title.  `lead` stands before
    it where there is room."""

    url: str
    title: tuple[Piece, ...]
    asked: Sequence[Piece]
    about: str
    excerpt: Sequence[Piece]
    done: str
    planned: str
    topics: tuple[Link, ...]
    of_topics: str
    lead: str = ""


class Phrases:
    """The words of all cards in the reader's language, looked up once for a whole page."""

    def __init__(self) -> None:
        self.items = ItemWords()
        self.done = _("已做 %(n)s")
        self.planned = _("将做 %(n)s")
        self.of_topics = _("等 %(n)s 个主题")
        self.also = _(" · 另答 %(n)s 件")


def cards(results: Iterable[Result], topics: Mapping[str, str]) -> list[Card]:
    """`topics` are the labels of all topics by slug."""
    results = list(results)
    used = {slug for result in results for slug in result.reply.topics[:TOPICS_SHOWN]} & topics.keys()
    links = {slug: Link(topics[slug], room("topic", slug)) for slug in used}
    phrases, address = Phrases(), addresses_of_replies()
    return [_card(result, address(result.reply.pk), links, phrases) for result in results]


def addresses_of_replies() -> Callable[[int], str]:
    """They differ by the number alone: all else is asked for once for a whole page."""
    before, after = reverse("reply", args=[0]).rsplit("0", 1)
    return lambda pk: f"{before}{pk}{after}"


def _card(result: Result, url: str, topics: Mapping[str, Link], phrases: Phrases) -> Card:
    line = result.reply
    number = len(line.topics)
    lead, excerpt = led_up(_excerpt(result))
    return Card(
        url=url,
        title=result.title_pieces,
        asked=_asked(result, phrases),
        about=_about(line, phrases),
        excerpt=excerpt,
        done=phrases.done % {"n": result.done},
        planned=phrases.planned % {"n": result.planned},
        topics=tuple(topics[slug] for slug in line.topics[:TOPICS_SHOWN] if slug in topics),
        of_topics=phrases.of_topics % {"n": number} if number > TOPICS_SHOWN else "",
        lead=lead,
    )


def _excerpt(result: Result) -> tuple[Piece, ...]:
    pieces = result.excerpt if result.marked else ()
    return pieces if any(piece.hit for piece in pieces) else ()


def _asked(result: Result, phrases: Phrases) -> Sequence[Piece]:
    """提案第170号《…》: the first proposal."""
    if not result.reply.proposals:
        return ()
    first = result.reply.proposals[0]
    numbered = Piece(phrases.items.numbered(first))
    return (numbered, *mark(f"《{first.title}》", result.marked)) if first.title else (numbered,)


def _about(line: Line, phrases: Phrases) -> str:
    """濮阳市 · 2019 · 濮阳市民政局 · 另答 2 件."""
    further = len(line.proposals) - 1
    also = phrases.also % {"n": further} if further > 0 else ""
    return f"{line.city} · {line.year} · {line.agency}{also}"
