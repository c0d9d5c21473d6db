"""Drafts saved together are what they would be saved one after the other, for the queries of one."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from replies.ingest.draft import ParsedDocument, save_drafts, vocabulary
from replies.ingest.receive import receive_document
from replies.ingest.rows import values_of
from replies.models import Agency, Proposal, Reply, Representative, Resemblance
from replies.text.parse import parse_reply
from replies.text.personal_data import mask
from tests.drafts import BESIDE
from tests.samples import sample_text

A_BATCH_COSTS = 24
"""Queries, however many letters are in it."""

LEAD = """温州市{agency}关于市十三届人大四次会议第{number}号建议的答复函

{proposers}代表：
    您提出的《关于加强护理人员培训的建议》收悉。经会同市财政局、市住建局研究，现答复如下：
    一、我局已培训护理人员300人。
    二、推进公建民营，2030年底前建成养老院3个。

温州市{agency}
2019年7月{day}日
"""


def lead(**parts: Any) -> str:
    return LEAD.format(**{"agency": "民政局", "number": "88", "proposers": "王小明", "day": "2", **parts})


LETTERS = [
    lead(),
    lead(number="89", proposers="李一二、王小明"),
    lead(number="88、90"),
    lead(number="90", agency="教育局"),
    BESIDE.format(number="88"),
    lead(day="22"),
    lead(proposers="张三四"),
    lead().replace("\n", "\n\n"),
    lead(number="91、91"),
]


def documents(texts: Sequence[str]) -> list[ParsedDocument]:
    sources = [receive_document(text.encode(), f"{at}.txt", None) for at, text in enumerate(texts)]
    terms = vocabulary()
    return [
        ParsedDocument(source, parse_reply(source.text, source.page, terms), mask(source.text))
        for source in sources
    ]


def stored() -> dict[str, Any]:
    """All that is kept of the replies, by the names of their files."""
    return {
        "replies": {reply.source.name: said_by(reply) for reply in Reply.objects.all()},
        "alike": sorted(
            Resemblance.objects.values_list("reply__source__name", "other__source__name", "suggested")
        ),
        "agencies": sorted(Agency.objects.values_list("name", "city_id")),
        "people": sorted(Representative.objects.values_list("name", "city_id", "kind")),
        "proposals": sorted(Proposal.objects.values_list("number", "title", "proposers__name")),
    }


def said_by(reply: Reply) -> tuple[Any, ...]:
    return (
        values_of(reply),
        [question["message"] for question in reply.open_questions],
        [link.stated for link in reply.proposal_links.all()],
        sorted((link.topic_id, link.weight, str(link.evidence)) for link in reply.topic_links.all()),
        [line.open_questions for line in reply.history.all()],
    )


def test_letters_that_come_together_are_kept_as_if_one_came_after_the_other(catalogue):
    with transaction.atomic():
        for document in documents(LETTERS):
            save_drafts([document], by=None)
        one_by_one = stored()
        transaction.set_rollback(True)
    save_drafts(documents(LETTERS), by=None)
    assert stored() == one_by_one
    assert {suggested for _reply, _other, suggested in one_by_one["alike"]} > {"same_reply", "later_version"}


def test_a_batch_of_letters_costs_the_queries_of_one(catalogue, django_assert_num_queries):
    def of(numbers):
        return documents([sample_text(3).replace("第170号", f"第{number}号") for number in numbers])

    save_drafts(of([200]), by=None)
    few = of(range(201, 203))
    with CaptureQueriesContext(connection) as asked:
        save_drafts(few, by=None)
    assert len(asked) <= A_BATCH_COSTS
    many = of(range(203, 223))
    with django_assert_num_queries(len(asked)):
        save_drafts(many, by=None)


@pytest.mark.parametrize("count", [1, 3])
def test_each_draft_begins_its_history(catalogue, clerk_user, count):
    texts = [lead(number=str(100 + number)) for number in range(count)]
    for reply in save_drafts(documents(texts), by=clerk_user):
        [line] = reply.history.all()
        assert (line.history_type, line.history_user, line.edit_version) == ("+", clerk_user, 1)
        assert (line.history_change_reason, line.title, line.letter) == ("录入", reply.title, reply.letter)
