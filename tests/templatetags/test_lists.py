"""Choices and cards as they are written: nothing in them is taken for HTML, and nothing is left out."""

import re
from dataclasses import replace

import pytest
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils import translation
from django.utils.safestring import SafeString

from replies.templatetags import lists
from replies.text.highlight import Piece
from replies.views.cards import Card
from replies.views.search_links import ChoiceLink, Link

HTML = '<b a="\'">&'
ESCAPED = "&lt;b a=&quot;&#x27;&quot;&gt;&amp;"
CHOICE = ChoiceLink("x", "养老", 12, False, "/replies/?q=a&topic=x", 40)
CARD = Card(
    "/replies/7/", (Piece("标题"),), (Piece("提案第1号"),), "某市 · 2019", (), "已做 2", "将做 1", (), ""
)


def words(html):
    return re.sub(r"<[^>]*>|\s+", "", html)


def test_whatever_is_written_into_a_pattern_is_escaped_but_html():
    assert (
        lists.written("<i>%(a)s%(b)s%(c)s</i>", a=HTML, b=7, c=SafeString("<u>")) == f"<i>{ESCAPED}7<u></i>"
    )


def test_a_choice_is_escaped_in_its_label_and_its_address():
    html = lists.choice_list([replace(CHOICE, label=HTML, url=f"/?{HTML}")])
    assert html.count(ESCAPED) == 2
    assert "<b" not in html
    assert isinstance(html, SafeString)


def test_a_chosen_one_says_that_it_is_and_how_to_be_rid_of_it():
    chosen, other = (lists.choice_list([replace(CHOICE, chosen=is_chosen)]) for is_chosen in (True, False))
    assert words(chosen) == "☑养老12（已选，点按去掉）"
    assert 'aria-current="true"' in chosen
    assert words(other) == "☐养老12"
    assert "aria-current" not in other


def test_what_lies_in_a_place_stands_below_it():
    inner = replace(CHOICE, label="鹿城区", count=3)
    html = lists.choice_list([replace(CHOICE, label="温州市", children=(inner,))])
    assert words(html) == "☐温州市12☐鹿城区3"
    assert html.index('<ul class="children">') < html.index("鹿城区")


def test_bars_are_drawn_for_years_only():
    assert '<rect width="40"' in lists.choice_list([CHOICE], bars=True)
    assert "<rect" not in lists.choice_list([CHOICE])


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_digits_are_grouped_as_everywhere_else(language):
    with translation.override(language):
        grouped = lists.digits_grouped()
        for number in (0, 999, 1000, 12345, 1234567):
            assert grouped(number) == intcomma(number)


def test_every_part_of_a_card_is_escaped():
    card = Card(
        f"/{HTML}",
        (Piece(HTML),),
        (Piece(HTML),),
        HTML,
        (Piece(HTML, hit=True),),
        HTML,
        HTML,
        (Link(HTML, HTML),),
        HTML,
    )
    html = lists.card_list([card])
    assert html.count(ESCAPED) == 10
    assert "<b" not in html


def test_a_card_leaves_out_what_it_does_not_have():
    assert words(lists.card_list([CARD])) == "标题提案第1号某市·2019●已做2·○将做1"
    bare = lists.card_list([replace(CARD, asked=())])
    assert "card-asked" not in bare
    assert "card-excerpt" not in bare
