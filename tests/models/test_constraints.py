"""What must never be false is held by the database, whoever writes to it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from replies.models import Agency, Proposal, Reply, SourceDocument
from tests.makers import (
    make_agency,
    make_city,
    make_measure,
    make_proposal,
    make_reply,
    make_source,
    make_topic,
)


def refused():
    return pytest.raises(IntegrityError)


@pytest.mark.parametrize(
    "missing",
    [
        {"city": None},
        {"agency": None},
        {"reply_date": None},
        {"title": ""},
        {"open_questions": [{"field": "x"}]},
    ],
)
def test_a_published_reply_has_all_it_needs_and_no_open_question(db, missing):
    reply = make_reply(status="draft")
    Reply.objects.filter(pk=reply.pk).update(**missing)
    with refused():
        Reply.objects.filter(pk=reply.pk).update(status="published")


def test_a_complete_reply_may_be_published(db):
    reply = make_reply(status="draft")
    Reply.objects.filter(pk=reply.pk).update(status="published")
    assert Reply.objects.published().get() == reply


def test_a_withdrawn_reply_says_why(db):
    reply = make_reply(status="draft")
    with refused():
        Reply.objects.filter(pk=reply.pk).update(status="withdrawn")


def test_a_fully_stated_proposal_exists_once(db):
    make_proposal(number="317")
    with refused():
        make_proposal(number="317")


@pytest.mark.parametrize("different", [{"number": "0317"}, {"kind": "cppcc"}, {"term": 14}, {"session": 5}])
def test_a_proposal_that_differs_in_one_part_is_another(db, different):
    make_proposal(number="317")
    make_proposal(**{"number": "317", **different})
    assert Proposal.objects.count() == 2


@pytest.mark.parametrize("unstated", [{"number": ""}, {"kind": ""}, {"term": None}, {"session": None}])
def test_proposals_that_are_not_fully_stated_may_look_alike(db, unstated):
    city = make_city()
    for _ in range(2):
        stated = {"kind": "npc", "term": 13, "session": 4, "number": "317", **unstated}
        Proposal.objects.create(city=city, **stated)
    assert Proposal.objects.count() == 2


def test_a_proposal_is_of_a_known_kind(db):
    with refused():
        make_proposal(kind="none")


def test_an_original_is_kept_once(db):
    make_source(content=b"the same bytes")
    with refused():
        make_source(content=b"the same bytes")


def test_an_original_has_a_sha256(db):
    source = make_source()
    with refused():
        SourceDocument.objects.filter(pk=source.pk).update(sha256="not a digest")


def test_an_original_with_a_reply_cannot_be_deleted(db):
    reply = make_reply(status="draft")
    with pytest.raises(IntegrityError), transaction.atomic():
        reply.source.delete()


@pytest.mark.parametrize("placed", [True, False])
def test_an_agency_is_named_once_in_a_place(db, placed):
    city = make_city() if placed else None
    Agency.objects.create(name="民政局", city=city)
    with refused():
        Agency.objects.create(name="民政局", city=city)


def test_a_measure_ends_after_it_begins(db):
    with refused():
        make_measure(make_reply(status="draft"), start=9, end=3)


def test_a_measure_is_done_or_planned(db):
    with refused():
        make_measure(make_reply(status="draft"), phase="perhaps")


def test_a_topic_is_given_to_a_reply_once(db):
    reply = make_reply(status="draft", topics=("smart-elderly-care",))
    with refused():
        reply.topic_links.create(topic=make_topic("smart-elderly-care"))


def test_a_term_speaks_once_for_a_topic_and_weighs_something(db):
    topic = make_topic()
    topic.terms.create(term="平台", weight=1)
    with refused(), transaction.atomic():
        topic.terms.create(term="平台", weight=2)
    with refused(), transaction.atomic():
        topic.terms.create(term="系统", weight=0)


def test_the_year_follows_the_date(db):
    reply = make_reply(status="draft", agency=make_agency(), reply_date=date(2021, 12, 31))
    Reply.objects.filter(pk=reply.pk).update(reply_date=date(2022, 1, 1))
    assert Reply.objects.get(pk=reply.pk).year == 2022
