"""Several replies may answer one proposal: what the public reads of it changes only with what is published."""

from dataclasses import replace

import pytest

from replies.ingest.draft import draft_reply
from replies.ingest.errors import NotReady
from replies.ingest.receive import receive_document
from replies.ingest.rereading import rereadings
from replies.ingest.review import publish, publish_all, save_review, withdraw
from replies.ingest.rows import values_of
from replies.models import Proposal, Reply
from replies.search.check import check
from replies.search.find import find_replies
from replies.search.state import SearchState
from tests.admin.pages import filled_form, text_of
from tests.drafts import BESIDE

TITLE = "关于加强护理人员培训的建议"
LEAD = """温州市民政局关于市十三届人大四次会议第{number}号建议的答复函

{proposers}代表：
    您提出的《{title}》收悉。现答复如下：
    一、我局已培训护理人员300人。

温州市民政局
2019年7月2日
"""


@pytest.fixture
def received(catalogue):
    """Drafts a letter."""

    def receive(letter, **parts):
        text = letter.format(**{"number": "88", "title": TITLE, "proposers": "王小明", **parts})
        return draft_reply(receive_document(text.encode(), "a.txt", None), None)

    return receive


def settled(reply, **changes):
    """The reply with every open question confirmed and these parts of its proposal changed."""
    values = values_of(reply)
    proposals = tuple(replace(proposal, **changes) for proposal in values.proposals)
    asked = {question["key"] for question in reply.open_questions}
    save_review(reply, None, replace(values, proposals=proposals), settled=asked)
    return Reply.objects.get(pk=reply.pk)


def public():
    """What anybody may read of the one proposal."""
    [proposal] = Proposal.objects.published()
    return proposal.title, [person.name for person in proposal.proposers.order_by("proposal_links__position")]


def found(words):
    return sorted(find_replies(SearchState(q=words)).ids)


def test_a_letter_that_states_neither_title_nor_proposer_takes_none_from_what_is_published(received):
    first = publish(received(LEAD), by=None)
    second = received(BESIDE)
    assert second.proposals.get() == first.proposals.get()
    assert public() == (TITLE, ["王小明"])
    publish(settled(second), by=None)
    assert public() == (TITLE, ["王小明"])
    assert list(check()) == []


def test_what_another_letter_states_of_the_proposal_is_not_asked_again(received):
    assert {"proposal_title", "proposers"} <= {
        question["key"] for question in received(BESIDE).open_questions
    }
    publish(received(LEAD, number="89"), by=None)
    second = received(BESIDE, number="89")
    assert not {"proposal_title", "proposers"} & {question["key"] for question in second.open_questions}
    assert Reply.objects.get(pk=second.pk).open_questions == second.open_questions


def test_a_draft_that_says_otherwise_changes_nothing_that_is_public(received):
    publish(received(LEAD), by=None)
    received(LEAD, title="关于修建护理学校的建议", proposers="赵大海")
    assert public() == (TITLE, ["王小明"])
    assert found("赵大海") == []


def test_what_a_letter_says_otherwise_is_asked_before_it_is_published(received):
    publish(received(LEAD), by=None)
    second = received(LEAD, title="关于修建护理学校的建议", proposers="赵大海")
    asked = {question["key"]: question for question in second.open_questions}
    assert {"proposals-0-title", "proposals-0-proposers"} <= asked.keys()
    assert TITLE in asked["proposals-0-title"]["message"]
    assert "修建护理学校" in asked["proposals-0-title"]["message"]
    with pytest.raises(NotReady):
        publish(second, by=None)


def test_the_same_title_without_its_frame_is_no_question(received):
    publish(received(LEAD), by=None)
    second = received(LEAD, title="加强护理人员培训")
    assert "proposals-0-title" not in {question["key"] for question in second.open_questions}
    assert values_of(second).proposals[0].title == TITLE


def test_what_a_person_changes_in_a_draft_becomes_public_with_it(received):
    first = publish(received(LEAD), by=None)
    second = settled(received(BESIDE), title="关于龘靐的建议", proposers=("王小明", "赵大海"))
    assert values_of(second).proposals[0].title == "关于龘靐的建议"
    assert public() == (TITLE, ["王小明"])
    assert found("龘靐") == []
    publish(second, by=None)
    assert public() == ("关于龘靐的建议", ["王小明", "赵大海"])
    assert found("龘靐") == found("赵大海") == sorted([first.pk, second.pk])
    assert list(check()) == []


def test_what_the_published_letter_left_open_is_filled_when_the_draft_is_published(received):
    first = publish(settled(received(BESIDE)), by=None)
    second = received(LEAD)
    assert public() == ("", [])
    assert found("王小明") == []
    publish(settled(second), by=None)
    assert public() == (TITLE, ["王小明"])
    assert found("王小明") == sorted([first.pk, second.pk])


def test_a_person_may_take_away_a_title_by_publishing_without_it(received):
    publish(received(LEAD), by=None)
    second = settled(received(BESIDE), title="")
    assert public()[0] == TITLE
    publish(second, by=None)
    assert public()[0] == ""


def test_a_new_title_is_found_in_every_reply_to_the_proposal(received):
    first, second = publish(received(LEAD), by=None), publish(settled(received(BESIDE)), by=None)
    settled(first, title="关于龘靐的建议")
    assert found("龘靐") == sorted([first.pk, second.pk])
    assert list(check()) == []


def test_replies_published_together_show_what_the_last_of_them_says(received):
    first, second = received(LEAD), settled(received(BESIDE), title="关于龘靐的建议")
    publish_all([first, second], by=None)
    assert found("龘靐") == sorted([first.pk, second.pk])
    assert list(check()) == []


def test_a_withdrawn_reply_that_is_edited_changes_nothing_that_is_public(received):
    publish(received(LEAD), by=None)
    second = publish(settled(received(BESIDE)), by=None)
    withdraw(second, by=None, reason="核对")
    settled(Reply.objects.get(pk=second.pk), title="关于龘靐的建议")
    assert public() == (TITLE, ["王小明"])


def test_a_corrected_number_leads_to_the_other_proposal_and_leaves_its_words_to_be_looked_at(received):
    publish(received(LEAD), by=None)
    second = settled(received(LEAD, number="89", title="关于龘靐的建议"), number="88")
    assert public() == (TITLE, ["王小明"])
    assert values_of(second).proposals[0].title == "关于龘靐的建议"
    assert not Proposal.objects.filter(number="89").exists()


def test_a_published_reply_with_a_corrected_number_keeps_the_other_proposals_title(received):
    publish(received(LEAD), by=None)
    second = publish(received(LEAD, number="89", title="关于龘靐的建议"), by=None)
    settled(second, number="88")
    assert public() == (TITLE, ["王小明"])
    assert found("龘靐") == [second.pk]  # in its letter


def test_two_drafts_of_one_proposal_leave_each_other_alone(received):
    first, second = received(LEAD), received(BESIDE)
    settled(second, title="关于龘靐的建议")
    assert values_of(first).proposals[0].title == TITLE


def test_reading_again_neither_erases_nor_overrules_what_another_letter_states(received):
    publish(received(LEAD), by=None)
    received(BESIDE)
    received(LEAD, title="关于修建护理学校的建议", proposers="赵大海")
    changed = {name for rereading in rereadings(Reply.objects.all()) for name in rereading.changed}
    assert "proposals" not in changed


def test_the_reviewer_sees_what_publishing_will_change_and_may_leave_it(received, reviewer):
    publish(received(LEAD), by=None)
    second = settled(received(BESIDE), title="关于龘靐的建议")
    address = f"/admin/replies/reply/{second.pk}/change/"
    page = reviewer.get(address)
    assert f"档案中的建议标题现为“{TITLE}”" in text_of(page)
    form = {name: values for name, values in filled_form(page).items() if name != "reason"}
    reviewer.post(address, {**form, "answer": f"proposals-0-title={TITLE}"})
    assert values_of(Reply.objects.get(pk=second.pk)).proposals[0].title == TITLE
    assert "现为" not in text_of(reviewer.get(address))


def test_one_click_takes_the_words_of_the_letter(received, reviewer):
    publish(received(LEAD), by=None)
    second = received(LEAD, title="关于修建护理学校的建议")
    address = f"/admin/replies/reply/{second.pk}/change/"
    page = reviewer.get(address)
    [choice] = next(q for q in second.open_questions if q["key"] == "proposals-0-title")["choices"]
    answer = f"proposals-0-title={choice['value']}"
    assert f'value="{answer}"' in page.content.decode()
    form = {name: values for name, values in filled_form(page).items() if name != "reason"}
    reviewer.post(address, {**form, "answer": answer})
    second = Reply.objects.get(pk=second.pk)
    assert "proposals-0-title" not in {question["key"] for question in second.open_questions}
    assert values_of(second).proposals[0].title == choice["value"]
    assert public()[0] == TITLE
