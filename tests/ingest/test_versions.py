"""Replies that look alike: the same one, a later version, or a sibling; a person says which."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from replies.ingest import versions
from replies.ingest.draft import draft_reply
from replies.ingest.errors import EditConflict, NotReady, WrongStatus
from replies.ingest.receive import receive_document
from replies.ingest.review import publish, save_review
from replies.ingest.rows import values_of
from replies.ingest.versions import decide, discard
from replies.models import Proposal, Reply, ReplyProposal, Resemblance, SourceDocument
from tests.samples import letters, sample_text

TABLES = [model._meta.db_table for model in (Reply, ReplyProposal, SourceDocument)]


@pytest.fixture
def handed_in(catalogue):
    def make(text, name="b.txt"):
        return draft_reply(receive_document(text.encode(), name, None), None)

    return make


@pytest.fixture
def first(handed_in):
    return handed_in(sample_text(3), "a.txt")


def resembling(reply):
    return Resemblance.objects.get(reply=reply)


def test_the_same_text_in_another_form_is_the_same_reply(first, handed_in):
    again = handed_in(sample_text(3).replace("\n", "\n\n"))
    assert resembling(again).suggested == "same_reply"
    assert resembling(again).other == first
    assert [question["code"] for question in again.open_questions] == ["resembles"]


def test_a_reply_to_the_same_proposal_at_a_later_date_is_a_later_version(first, handed_in):
    text = sample_text(3).replace("2021年7月7日", "2021年11月30日").replace("6个", "9个")
    assert resembling(handed_in(text)).suggested == "later_version"


def test_another_agency_answering_the_same_proposal_is_a_sibling_and_asks_nothing(first, handed_in):
    reply = handed_in(sample_text(3).replace("濮阳市民政局", "濮阳市财政局"))
    assert resembling(reply).suggested == "sibling"
    assert reply.open_questions == []


def test_a_twin_proposal_answered_in_the_same_words_is_a_sibling(first, handed_in):
    reply = handed_in(sample_text(3).replace("第170号", "第171号"))
    assert resembling(reply).suggested == "sibling"


def test_the_very_same_text_is_found_among_more_letters_alike_than_are_compared(
    first, handed_in, monkeypatch
):
    monkeypatch.setattr(versions, "COMPARED", 2)
    for number in range(3):
        handed_in(sample_text(3).replace("第170号", f"第{number + 180}号"), f"{number}.txt")
    again = handed_in(sample_text(3).replace("\n", "\n\n"))
    assert Resemblance.objects.get(reply=again, suggested="same_reply").other == first


def test_looking_for_letters_alike_asks_no_more_of_a_larger_archive(handed_in, django_assert_num_queries):
    def of_number(number):
        return sample_text(3).replace("第170号", f"第{number}号")

    for number in range(201, 204):
        handed_in(of_number(number))
    with CaptureQueriesContext(connection) as among_three:
        handed_in(of_number(204))
    for number in range(205, 211):
        handed_in(of_number(number))
    with django_assert_num_queries(len(among_three)):
        handed_in(of_number(211))


def test_letters_alike_are_looked_up_and_never_searched_through(first, handed_in):
    """Whatever the planner thinks of arrays: with thousands of letters a walk through all is what it chose."""
    with CaptureQueriesContext(connection) as asked:
        handed_in(sample_text(3).replace("第170号", "第171号"))
    [query] = [each["sql"] for each in asked if "unnest(" in each["sql"] and "near.id" in each["sql"]]
    with connection.cursor() as cursor:
        # So that the planner takes the tables for large ones: it goes by rows to a page.
        cursor.execute(
            "UPDATE pg_class SET reltuples = 10000, relpages = 1 WHERE relname = ANY(%s)", [TABLES]
        )
        cursor.execute(f"EXPLAIN {query}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "source_by_band" in plan
    assert "Seq Scan" not in plan


def test_an_undecided_resemblance_blocks_publishing(first, handed_in, reviewer_user):
    reply = handed_in(sample_text(3).replace("\n", "\n\n"))
    with pytest.raises(NotReady):
        publish(reply, by=reviewer_user)


def test_a_later_version_points_to_the_one_before(first, handed_in, clerk_user):
    text = sample_text(3).replace("2021年7月7日", "2021年11月30日").replace("6个", "9个")
    reply = decide(resembling(handed_in(text)), clerk_user, "later_version")
    assert reply.replaces == first
    assert reply.open_questions == []
    choice = resembling(reply)
    assert (choice.choice, choice.decided_by) == ("later_version", clerk_user)


def test_a_choice_may_be_changed(first, handed_in, clerk_user):
    text = sample_text(3).replace("2021年7月7日", "2021年11月30日").replace("6个", "9个")
    reply = decide(resembling(handed_in(text)), clerk_user, "later_version")
    reply = decide(resembling(reply), clerk_user, "earlier_version")
    first.refresh_from_db()
    assert (reply.replaces, first.replaces) == (None, reply)
    reply = decide(resembling(reply), clerk_user, "unrelated")
    first.refresh_from_db()
    assert (reply.replaces, first.replaces) == (None, None)


def test_the_same_reply_in_another_form_goes_and_its_document_stays(first, handed_in, clerk_user):
    again = handed_in(sample_text(3).replace("\n", "\n\n"))
    kept = decide(resembling(again), clerk_user, "same_reply")
    assert kept == first
    assert list(Reply.objects.all()) == [first]
    assert SourceDocument.objects.get(name="b.txt").same_as == first.source
    assert Proposal.objects.count() == 1


def test_what_is_published_is_never_merged_away(first, handed_in, clerk_user, reviewer_user):
    again = handed_in(sample_text(3).replace("\n", "\n\n"))
    resemblance = resembling(again)
    decide(resemblance, clerk_user, "unrelated")
    publish(again, by=reviewer_user)
    with pytest.raises(WrongStatus):
        decide(resemblance, reviewer_user, "same_reply")
    assert Reply.objects.published().get() == again


def test_no_letter_at_hand_is_taken_for_another(handed_in):
    """Every pair of different letters stays apart; none is asked about as if it might be the same."""
    for name, text, _gold in letters():
        handed_in(text, f"{name}.txt")
    asked = Resemblance.objects.filter(suggested__in=["same_reply", "unclear"])
    assert [(str(each.reply.source), str(each.other.source)) for each in asked] == []


def test_a_clerk_does_not_change_how_a_published_reply_stands_to_others(first, handed_in, clerk_user):
    later = handed_in(sample_text(3).replace("2021年7月7日", "2021年11月30日").replace("6个", "9个"))
    decide(resembling(later), None, "later_version")
    publish(Reply.objects.get(pk=later.pk), by=None)
    with pytest.raises(PermissionDenied):
        decide(resembling(later), clerk_user, "unrelated")
    assert Reply.objects.get(pk=later.pk).replaces == first


def test_pages_kept_by_readers_are_drawn_anew_once_a_reply_is_called_another_version(
    first, handed_in, stranger
):
    publish(first, by=None)
    later = handed_in(sample_text(3).replace("2021年7月7日", "2021年11月30日").replace("6个", "9个"))
    decide(resembling(later), None, "sibling")
    publish(Reply.objects.get(pk=later.pk), by=None)
    page = stranger.get(first.get_absolute_url())
    assert "再次答复" not in page.content.decode()
    decide(resembling(later), None, "later_version")
    again = stranger.get(first.get_absolute_url(), headers={"If-None-Match": page["ETag"]})
    assert again.status_code == 200
    assert "再次答复" in again.content.decode()


def test_an_earlier_version_leaves_its_line_in_the_history_of_the_later(first, handed_in, clerk_user):
    earlier = handed_in(sample_text(3).replace("2021年7月7日", "2021年3月30日").replace("6个", "9个"))
    decide(resembling(earlier), clerk_user, "earlier_version")
    first.refresh_from_db()
    assert first.replaces == earlier
    assert "选定" in first.history.first().history_change_reason


def test_a_third_like_a_draft_that_was_merged_is_asked_about_the_one_that_stays(first, handed_in, clerk_user):
    again = handed_in(sample_text(3).replace("\n", "\n\n"))
    third = handed_in(sample_text(3).replace("6个", "9个"), "c.txt")
    Resemblance.objects.filter(reply=third, other=first).delete()
    third.open_questions = [
        question for question in third.open_questions if "a.txt" not in question["message"]
    ]
    third.save()
    decide(Resemblance.objects.get(reply=again), clerk_user, "same_reply")
    third.refresh_from_db()
    assert [q["key"] for q in third.open_questions] == [f"resembles-{first.pk}"]
    assert resembling(third).other == first


def test_a_third_that_was_asked_about_both_is_asked_about_the_one_that_stays_alone(
    first, handed_in, clerk_user
):
    again = handed_in(sample_text(3).replace("\n", "\n\n"))
    third = handed_in(sample_text(3).replace("6个", "9个"), "c.txt")
    assert len(third.open_questions) == 2
    decide(Resemblance.objects.get(reply=again), clerk_user, "same_reply")
    third.refresh_from_db()
    assert [question["key"] for question in third.open_questions] == [f"resembles-{first.pk}"]


def test_what_replaces_a_draft_that_was_merged_replaces_the_one_that_stays(first, handed_in, clerk_user):
    again = handed_in(sample_text(3).replace("\n", "\n\n"))
    later = handed_in(sample_text(3).replace("2021年7月7日", "2021年11月30日"), "c.txt")
    decide(Resemblance.objects.get(reply=later, other=again), clerk_user, "later_version")
    decide(Resemblance.objects.get(reply=again), clerk_user, "same_reply")
    later.refresh_from_db()
    assert later.replaces == first


def test_a_question_about_a_likeness_names_the_file_too(first, handed_in):
    """Several drafts of one reply have one title."""
    [question] = handed_in(sample_text(3).replace("\n", "\n\n")).open_questions
    assert "（a.txt）" in question["message"]


def test_a_draft_that_should_not_have_come_in_goes_and_may_come_in_again(first, handed_in, clerk_user):
    discard(first, clerk_user, first.edit_version)
    assert not Reply.objects.exists()
    assert not SourceDocument.objects.exists()
    assert not Proposal.objects.exists()
    assert handed_in(sample_text(3), "a.txt").proposals.count() == 1


def test_nobody_is_asked_about_a_draft_that_was_discarded(first, handed_in, clerk_user):
    again = handed_in(sample_text(3).replace("\n", "\n\n"))
    discard(first, clerk_user, first.edit_version)
    again.refresh_from_db()
    assert again.open_questions == []


def test_what_was_public_or_changed_meanwhile_is_not_discarded(first, handed_in, clerk_user, reviewer_user):
    save_review(first, clerk_user, replace(values_of(first), signer="张三"))
    with pytest.raises(EditConflict):
        discard(first, clerk_user, first.edit_version)
    publish(first, by=reviewer_user)
    with pytest.raises(WrongStatus):
        discard(first, clerk_user, Reply.objects.get().edit_version)
    assert Reply.objects.get().is_published
