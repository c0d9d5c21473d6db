"""What a list says of replies."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from replies.models import Reply, ReplyTopic
from replies.search.lines import read_lines
from tests.makers import make_agency, make_city, make_proposal, make_reply

pytestmark = pytest.mark.django_db


def lines(*replies):
    return read_lines([reply.pk for reply in replies])


def test_a_line_says_what_the_reply_says():
    city = make_city("puyang")
    reply = make_reply("标题", "正文", city=city, agency=make_agency("濮阳市民政局", city), topics=())
    (line,) = lines(reply)
    assert (line.title, line.letter, line.year, line.city, line.agency) == (
        "标题",
        "正文",
        2019,
        "濮阳市",
        "濮阳市民政局",
    )
    assert (line.topics, line.phases) == ((), ())


def test_proposals_stand_as_the_letter_names_them_and_topics_by_weight():
    first, second = make_proposal(number="317"), make_proposal(number="12")
    reply = make_reply(proposals=[first, second], topics=("other", "smart-elderly-care"))
    ReplyTopic.objects.filter(reply=reply, topic="smart-elderly-care").update(weight=5)
    (line,) = lines(reply)
    assert [(p.pk, p.number) for p in line.proposals] == [(first.pk, "317"), (second.pk, "12")]
    assert line.topics == ("smart-elderly-care", "other")


def test_measures_are_told_by_their_phases():
    reply = make_reply(measures=[{"phase": "done"}, {"phase": "planned"}, {"phase": "done"}])
    assert sorted(lines(reply)[0].phases) == ["done", "done", "planned"]


def test_lines_come_in_the_order_asked_for_without_what_is_not_published():
    first, second = make_reply(), make_reply()
    draft = make_reply(status=Reply.Status.DRAFT)
    assert [line.pk for line in lines(second, draft, first)] == [second.pk, first.pk]


def test_many_lines_are_read_in_one_query():
    replies = [make_reply() for _ in range(5)]
    with CaptureQueriesContext(connection) as captured:
        assert len(lines(*replies)) == 5
    assert len(captured) == 1
