"""Figures side by side: only what may stand there, each with its sentence."""

from datetime import date
from html import unescape

import pytest

from replies.views.compare import comparison, read_question
from tests.makers import make_city, make_reply

pytestmark = pytest.mark.django_db


def figure(text, letter, value, indicator="beds", **more):
    start = letter.find(text)
    place = {"start": start, "end": start + len(text)} if start >= 0 else {}
    return {
        "text": text,
        "value": value,
        "unit": "张",
        "role": "result",
        "indicator": indicator,
        **place,
        **more,
    }


def say(slug, letter, *figures, **more):
    return make_reply(
        letter=letter, city=make_city(slug), measures=[{"heading": "床位", "figures": figures}], **more
    )


def rows(*slugs):
    return comparison(read_question(slugs, ""))["rows"]


def values(row):
    return [cell and float(cell.figure.value) for cell in row.cells]


def test_a_figure_stands_with_its_sentence(client):
    letter = "另一句。2021年，全市共有养老床位4100张，比上年增加。"
    say("wenzhou", letter, figure("全市共有养老床位4100张", letter, 4100))
    make_city("hangzhou")
    page = unescape(client.get("/compare/?city=wenzhou&city=hangzhou").content.decode())
    assert '<q class="less" lang="zh-CN">2021年，全市共有养老床位4100张</q>' in page


def test_what_a_county_has_is_no_figure_of_its_city():
    letter = "共有养老床位90张。"
    say("lucheng-district", letter, figure(letter[:-1], letter, 90))
    say("hangzhou", letter, figure(letter[:-1], letter, 70))
    (row,) = rows("wenzhou", "hangzhou")
    assert values(row) == [None, 70]


def test_the_newer_letter_and_in_it_the_last_word_count():
    say("wenzhou", "一百张", figure("x", "", 100), reply_date=date(2018, 5, 1))
    say("wenzhou", "两百张", figure("x", "", 200), figure("y", "", 220), reply_date=date(2021, 5, 1))
    make_city("hangzhou")
    (row,) = rows("wenzhou", "hangzhou")
    assert values(row) == [220, None]


def test_what_is_there_comes_before_what_is_to_be_and_a_range_is_no_figure():
    say("wenzhou", "将有", figure("x", "", 900, role="target"), reply_date=date(2022, 5, 1))
    say("wenzhou", "已有", figure("x", "", 300), reply_date=date(2019, 5, 1))
    say("hangzhou", "若干", figure("10至20张", "", None))
    (row,) = rows("wenzhou", "hangzhou")
    assert values(row) == [300, None]


def test_what_more_places_state_comes_first():
    say("wenzhou", "一", figure("x", "", 1), figure("y", "", 2, "care-homes"))
    say("hangzhou", "二", figure("y", "", 3, "care-homes"))
    assert [row.stated for row in rows("wenzhou", "hangzhou")] == [2, 1]


def test_the_queries_do_not_grow_with_the_letters(count_queries):
    def ask():
        return count_queries(rows, "wenzhou", "hangzhou")

    say("wenzhou", "一", figure("x", "", 1))
    make_city("hangzhou")
    ask()
    few = ask()
    for n in range(8):
        say("hangzhou", "二", figure("x", "", n))
    assert ask() == few
