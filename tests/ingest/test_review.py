"""Saving, publishing and withdrawing: the verbs by which people settle a reply."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from replies.ingest.answers import answer
from replies.ingest.errors import EditConflict, NotReady, UnknownPlace, WrongStatus
from replies.ingest.review import publish, save_review, withdraw
from replies.ingest.rows import values_of
from replies.models import Agency, Proposal, Reply
from replies.search.find import find_replies
from replies.search.state import SearchState


def found(words):
    state = SearchState(q=words)
    return list(find_replies(state).ids)


def test_a_reviewer_publishes_and_the_reply_is_found_at_once(sample_draft, reviewer_user):
    reply = sample_draft(3)
    assert found("嵌入式养老") == []
    publish(reply, by=reviewer_user)
    reply.refresh_from_db()
    assert reply.is_published
    assert reply.published_by == reviewer_user
    assert found("嵌入式养老") == [reply.pk]


def test_a_clerk_cannot_publish(sample_draft, clerk_user):
    with pytest.raises(PermissionDenied):
        publish(sample_draft(3), by=clerk_user)
    assert not Reply.objects.published().exists()


def test_open_questions_block_publishing_and_say_what_is_missing(sample_draft, reviewer_user):
    with pytest.raises(NotReady) as refusal:
        publish(sample_draft(1), by=reviewer_user)
    assert {problem["field"] for problem in refusal.value.problems} == {"city", "agency"}
    assert all(problem["message"] for problem in refusal.value.problems)


def test_answers_settle_the_questions(sample_draft, reviewer_user):
    reply = sample_draft(1)
    answer(reply, reviewer_user, {"city": "濮阳市", "agency": "濮阳市民政局"})
    reply.refresh_from_db()
    assert reply.open_questions == []
    assert reply.agency.city.slug == "puyang"
    assert publish(reply, by=reviewer_user).is_published


def test_a_place_that_nobody_knows_settles_nothing(sample_draft, reviewer_user):
    reply = sample_draft(1)
    with pytest.raises(UnknownPlace):
        answer(reply, reviewer_user, {"city": "乌有市"})
    reply.refresh_from_db()
    assert reply.edit_version == 1


def test_a_withdrawn_reply_is_found_no_more_and_keeps_its_reason(sample_draft, reviewer_user):
    reply = publish(sample_draft(3), by=reviewer_user)
    withdraw(reply, by=reviewer_user, reason="单位要求更正")
    reply.refresh_from_db()
    assert reply.status == Reply.Status.WITHDRAWN
    assert reply.withdrawal_reason == "单位要求更正"
    assert found("嵌入式养老") == []


def test_a_withdrawn_reply_may_be_published_again(sample_draft, reviewer_user):
    reply = publish(sample_draft(3), by=reviewer_user)
    withdraw(reply, by=reviewer_user, reason="单位要求更正")
    reply = publish(reply, by=reviewer_user)
    assert reply.withdrawal_reason == ""
    assert found("嵌入式养老") == [reply.pk]


def test_only_what_is_published_can_be_withdrawn(sample_draft, reviewer_user):
    with pytest.raises(WrongStatus):
        withdraw(sample_draft(3), by=reviewer_user, reason="…")


def test_publishing_that_fails_half_way_changes_nothing(sample_draft, reviewer_user, monkeypatch):
    reply = sample_draft(3)
    monkeypatch.setattr("replies.ingest.review.show", lambda replies: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish(reply, by=reviewer_user)
    reply.refresh_from_db()
    assert reply.status == Reply.Status.DRAFT


def test_a_clerk_may_not_change_what_is_published(sample_draft, reviewer_user, clerk_user):
    reply = publish(sample_draft(3), by=reviewer_user)
    with pytest.raises(PermissionDenied):
        save_review(reply, clerk_user, replace(values_of(reply), title="改过的标题"))


def test_a_change_to_a_published_reply_is_found_at_once(sample_draft, reviewer_user):
    reply = publish(sample_draft(3), by=reviewer_user)
    save_review(reply, reviewer_user, replace(values_of(reply), title="关于嵌入式设施的答复"))
    assert found("嵌入式设施的答复") == [reply.pk]


def test_a_published_reply_cannot_lose_what_it_needs(sample_draft, reviewer_user):
    reply = publish(sample_draft(3), by=reviewer_user)
    with pytest.raises(NotReady), transaction.atomic():
        save_review(reply, reviewer_user, replace(values_of(reply), agency=""))
    reply.refresh_from_db()
    assert reply.agency is not None


def test_history_says_who_changed_what(sample_draft, clerk_user):
    reply = sample_draft(3)
    save_review(reply, clerk_user, replace(values_of(reply), doc_number="濮民〔2021〕5号"))
    line = reply.history.first()
    assert line.history_user == clerk_user
    assert "文号" in line.history_change_reason
    assert "标题" not in line.history_change_reason


def test_changed_fields_are_remembered_as_settled_by_a_person(sample_draft, clerk_user):
    reply = sample_draft(3)
    changed = save_review(reply, clerk_user, replace(values_of(reply), reply_date=date(2021, 7, 8)))
    reply.refresh_from_db()
    assert changed == {"reply_date"}
    assert reply.edited_fields == ["reply_date"]


def test_two_people_may_work_on_different_fields(sample_draft, clerk_user, reviewer_user):
    reply = sample_draft(3)
    shown, version = values_of(reply).marks(), reply.edit_version
    theirs = replace(values_of(reply), signer="张三")
    hers = replace(values_of(reply), disclosure="主动公开")
    save_review(reply, reviewer_user, theirs, shown=shown, shown_version=version)
    save_review(reply, clerk_user, hers, shown=shown, shown_version=version)
    reply.refresh_from_db()
    assert (reply.signer, reply.disclosure) == ("张三", "主动公开")


def test_the_second_to_change_a_field_is_told_by_whom_and_saves_nothing(
    sample_draft, clerk_user, reviewer_user
):
    reply = sample_draft(3)
    before = values_of(reply)
    shown, version = before.marks(), reply.edit_version
    save_review(reply, reviewer_user, replace(before, signer="张三"), shown=shown, shown_version=version)
    with pytest.raises(EditConflict) as conflict:
        save_review(reply, clerk_user, replace(before, signer="李四"), shown=shown, shown_version=version)
    assert conflict.value.fields == {"signer"}
    assert [edit.who for edit in conflict.value.edits] == [reviewer_user]
    assert "签发人" in conflict.value.edits[0].what
    reply.refresh_from_db()
    assert reply.signer == "张三"


def test_a_measure_that_stays_keeps_its_row(sample_draft, clerk_user):
    reply = sample_draft(3)
    before = list(reply.measures.values_list("pk", flat=True))
    values = values_of(reply)
    first, second, *rest = values.measures
    renamed = replace(second, heading="换一个说法")
    save_review(reply, clerk_user, replace(values, measures=(renamed, first, *rest)))
    after = list(reply.measures.order_by("position").values_list("pk", flat=True))
    assert after == [before[1], before[0], *before[2:]]
    assert reply.measures.get(pk=before[1]).edited
    assert not reply.measures.get(pk=before[0]).edited


def test_a_removed_measure_goes_with_its_figures(sample_draft, clerk_user):
    reply = sample_draft(0)
    values = values_of(reply)
    left = tuple(measure for measure in values.measures if not measure.figures)
    save_review(reply, clerk_user, replace(values, measures=left))
    assert values_of(reply).measures == left


def test_a_new_place_takes_agency_and_proposals_along(sample_draft, clerk_user):
    reply = sample_draft(1)
    save_review(reply, clerk_user, replace(values_of(reply), agency="市民政局"))
    answer(reply, clerk_user, {"city": "濮阳市"})
    reply.refresh_from_db()
    assert reply.agency.city == reply.city
    assert reply.proposals.get().city == reply.city


def test_a_proposal_that_no_reply_answers_any_more_is_gone(sample_draft, clerk_user):
    reply = sample_draft(3)
    assert Proposal.objects.count() == 1
    save_review(reply, clerk_user, replace(values_of(reply), proposals=()))
    assert Proposal.objects.count() == 0


def test_an_agency_is_not_made_twice(sample_draft, clerk_user):
    sample_draft(3)
    reply = sample_draft(1)
    answer(reply, clerk_user, {"city": "濮阳市", "agency": "濮阳市民政局"})
    assert Agency.objects.filter(name="濮阳市民政局").count() == 1


def test_switching_the_landline_on_shows_it_and_nothing_else(sample_draft, clerk_user):
    reply = sample_draft(1)
    assert "0393-6687009" not in reply.letter
    save_review(reply, clerk_user, replace(values_of(reply), shows_landline=True))
    reply.refresh_from_db()
    assert "0393-6687009" in reply.letter
    assert "郭振波" not in reply.letter
