"""Dates, numbers and names in both languages."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from replies.models import Figure
from replies.templatetags import reading
from replies.text.highlight import Piece
from tests.makers import make_proposal


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "2019年7月2日"), ("en", "2 July 2019")])
def test_a_day_is_written_as_its_language_writes_it(language, words):
    with translation.override(language):
        assert reading.day(date(2019, 7, 2)) == words


def test_a_moment_is_the_day_it_was_in_the_archives_own_time_zone():
    assert reading.day(datetime(2019, 7, 1, 17, 0, tzinfo=UTC)) == "2019年7月2日"


def test_no_day_is_written_as_nothing():
    assert reading.day(None) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [("2020", "2020年"), ("2020-12", "2020年12月"), ("2020-12-31", "2020年12月31日"), ("年底", "年底")],
)
def test_a_deadline_is_as_exact_as_the_letter(value, words):
    assert reading.until(value) == words


@pytest.mark.django_db
def test_many_proposers_are_named_first_and_counted_then():
    proposal = make_proposal(proposers=["甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七", "辛八"])
    assert reading.proposer_names(proposal) == "甲一、乙二、丙三 等 8 人"
    assert reading.proposer_names(make_proposal(proposers=["甲一", "乙二"])) == "甲一、乙二"


@pytest.mark.django_db
def test_a_proposal_is_numbered_as_far_as_it_is_stated():
    assert reading.numbered(make_proposal(number="0488")) == "市十三届人大四次会议第0488号"
    assert reading.numbered(make_proposal(number="Y19", assembly="")) == "第Y19号"
    assert (
        reading.numbered(make_proposal(number="来信", assembly="县政协十届三次会议"))
        == "县政协十届三次会议来信"
    )


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(Decimal("66.7000"), "万人", "66.7万人"), (Decimal("2016.0000"), "个", "2,016个"), (None, "", "全覆盖")],
)
def test_a_figure_is_printed_without_idle_noughts(value, unit, words):
    assert reading.amount(Figure(text="全覆盖", value=value, unit=unit)) == words


def test_each_piece_is_escaped_and_hits_are_marked():
    pieces = [Piece("<b>我市"), Piece("养老&", hit=True), Piece("服务")]
    assert reading.marked(pieces) == "&lt;b&gt;我市<mark>养老&amp;</mark>服务"
    assert reading.marked([]) == ""
