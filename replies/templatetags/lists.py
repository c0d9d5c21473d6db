"""The long lists of a search page, its choices and its cards.

A page writes more than a hundred of these lines and a template takes a dozen steps for each, so they are written
here: the HTML of a line is a pattern, and whatever is put into a pattern is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING

from django import template
from django.utils.formats import get_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .reading import marked

if TYPE_CHECKING:
    from replies.views.cards import Card
    from replies.views.search_links import ChoiceLink

register = template.Library()

CHOICE = """
<li>
  <a class="choice%(kind)s" href="%(url)s" rel="nofollow"><span class="box" aria-hidden="true">☐</span>\
<span class="choice-label">%(label)s</span>%(bar)s<span class="count">%(count)s</span></a>%(below)s
</li>"""
CHOSEN = """
<li>
  <a class="choice%(kind)s" href="%(url)s" rel="nofollow" aria-current="true"><span class="box" aria-hidden="true">☑</span>\
<span class="choice-label">%(label)s</span>%(bar)s<span class="count">%(count)s</span><span class="unseen">%(told)s</span></a>%(below)s
</li>"""
OF_A_YEAR = SafeString(" year")
BAR = """\
<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
<rect width="%(share)s" height="10"/></svg>"""
BELOW = """
  <ul class="children">%(choices)s</ul>"""

CARD = """
<li class="card">
  <h3 class="card-title"><a href="%(url)s">%(title)s</a></h3>%(asked)s
  <p class="card-meta">%(about)s</p>%(excerpt)s
  <p class="card-foot">
    <span class="tally"><span class="done"><i aria-hidden="true">●</i>%(done)s</span> <span aria-hidden="true">·</span> \
<span class="planned"><i aria-hidden="true">○</i>%(planned)s</span></span>
    <span class="card-topics less">%(topics)s%(of_topics)s</span>
  </p>
</li>"""
ASKED = """
  <p class="card-asked">%(words)s</p>"""
EXCERPT = """
  <p class="card-excerpt" lang="zh-CN">%(lead)s%(pieces)s</p>"""
LEAD = '<span class="lead">%(words)s</span><span class="lead-left-out" aria-hidden="true">…</span>'
TOPIC = '<a href="%(url)s">%(label)s</a>'
OF_TOPICS = '<span class="soft">%(words)s</span>'

NOTHING = SafeString()


def written(pattern: str, **values: object) -> SafeString:
    """The pattern with the values in it, each escaped that is not HTML already.

    As Django's `format_html`, which asks of each value whether it is lazy and so takes several times as long.
    """
    safe = {n: v if isinstance(v, SafeString) else escape(str(v)) for n, v in values.items()}
    return SafeString(pattern % safe)


def joined(lines: Iterable[SafeString]) -> SafeString:
    return SafeString("".join(lines))


@register.simple_tag
def choice_list(choices: Iterable[ChoiceLink], bars: bool = False) -> SafeString:
    """Lines to choose from, each with its count and what lies below it; the chosen ones say how to be rid of them.

    `bars` draw the counts of years.
    """
    return _choices(choices, digits_grouped(), bars)


def _choices(choices: Iterable[ChoiceLink], grouped: Callable[[int], str], bars: bool) -> SafeString:
    return joined(
        written(
            CHOSEN if choice.chosen else CHOICE,
            kind=OF_A_YEAR if bars else NOTHING,
            url=choice.url,
            label=choice.label,
            bar=written(BAR, share=choice.share) if bars else NOTHING,
            count=grouped(choice.count),
            told=_("（已选，点按去掉）") if choice.chosen else NOTHING,
            below=written(BELOW, choices=_choices(choice.children, grouped, bars))
            if choice.children
            else NOTHING,
        )
        for choice in choices
    )


def digits_grouped() -> Callable[[int], str]:
    """Writes a number as `intcomma` does; the reader's language is asked once for a whole list."""
    separator = str(get_format("THOUSAND_SEPARATOR"))
    return lambda number: f"{number:,}".replace(",", separator)


@register.simple_tag
def card_list(cards: Iterable[Card]) -> SafeString:
    """Results, one card each."""
    return joined(
        written(
            CARD,
            url=card.url,
            title=marked(card.title),
            asked=written(ASKED, words=marked(card.asked)) if card.asked else NOTHING,
            about=card.about,
            excerpt=_excerpt(card) if card.excerpt else NOTHING,
            done=card.done,
            planned=card.planned,
            topics=joined(written(TOPIC, url=topic.url, label=topic.label) for topic in card.topics),
            of_topics=written(OF_TOPICS, words=card.of_topics) if card.of_topics else NOTHING,
        )
        for card in cards
    )


def _excerpt(card: Card) -> SafeString:
    lead = written(LEAD, words=card.lead) if card.lead else NOTHING
    return written(EXCERPT, lead=lead, pieces=marked(card.excerpt))
