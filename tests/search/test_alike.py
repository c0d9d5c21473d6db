"""The same question in other places and years, told by the proposals' titles."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from replies.search.alike import MOST, alike
from tests.makers import make_city, make_proposal, make_reply

pytestmark = pytest.mark.django_db
TITLE = "关于推进老旧小区加装电梯的建议"


def asked(title, slug="puyang", **more):
    city = make_city(slug)
    return make_reply("答复函", "收悉。", city=city, proposals=[make_proposal(city, title=title)], **more)


def found(*titles, apart_from=()):
    return [row.reply.pk for row in alike(titles, apart_from)]


def test_the_nearest_comes_first_and_another_question_not_at_all():
    near = asked("关于既有住宅加装电梯补助的提案")
    same = asked("关于加快老旧小区加装电梯的建议", "hangzhou")
    asked("关于推进垃圾分类的建议")
    assert found(TITLE) == [same.pk, near.pk]


def test_among_equals_the_newer_comes_first():
    old = asked(TITLE, reply_date=date(2017, 3, 1))
    new = asked(TITLE, reply_date=date(2022, 3, 1))
    assert found(TITLE) == [new.pk, old.pk]


def test_a_letter_that_speaks_of_it_without_being_asked_is_left_out():
    make_reply("关于学校的答复", "老旧小区加装电梯。" * 20, proposals=[make_proposal(title="关于学校的建议")])
    assert found(TITLE) == []


def test_what_is_shown_beside_it_already_and_what_is_not_published_is_left_out():
    here = asked(TITLE)
    asked(TITLE, status="draft")
    assert found(TITLE, apart_from={here.pk}) == []


def test_no_title_asks_nothing():
    asked(TITLE)
    with CaptureQueriesContext(connection) as queries:
        assert found("", "关于建议的建议") == []
    assert len(queries) == 0


def test_few_are_shown_and_the_queries_are_the_same_for_many():
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert found(TITLE)
        return len(queries)

    asked(TITLE)
    count()
    few = count()
    for _ in range(MOST + 7):
        asked(TITLE)
    count()
    assert count() == few
    assert len(found(TITLE)) == MOST
