"""What makes a review quick: where the cursor stands, what is told, where to go next."""

from __future__ import annotations

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from replies.models import Reply
from tests.admin.pages import filled_form, text_of


def address(reply):
    return reverse("admin:replies_reply_change", args=[reply.pk])


def parsed(client, reply):
    return LexborHTMLParser(client.get(address(reply)).content.decode())


def cursor(page):
    return [node.attributes.get("name") or node.attributes.get("href") for node in page.css("[autofocus]")]


def asking(reply, field, key):
    reply.open_questions = [{"field": field, "key": key, "code": "x", "message": "怎么填？", "choices": []}]
    reply.save(update_fields=["open_questions"])
    return reply


def test_the_cursor_stands_at_the_first_question(clerk, sample_draft):
    assert cursor(parsed(clerk, sample_draft(1))) == ["city"]


def test_the_cursor_stands_at_a_mistake_before_all_questions(clerk, sample_draft):
    reply = sample_draft(1)
    form = filled_form(clerk.get(address(reply)))
    answer = clerk.post(address(reply), {**form, "publish_date": "某日", "do": "save"})
    assert cursor(LexborHTMLParser(answer.content.decode())) == ["publish_date"]


def test_without_a_question_no_field_takes_the_cursor(clerk, sample_draft):
    assert cursor(parsed(clerk, sample_draft(3))) == []


@pytest.mark.parametrize(
    ("field", "key", "place"),
    [
        ("proposals", "proposal_title", "id_proposals-0-title"),
        ("proposals", "level", "proposals"),
        ("measures", "figures", "measures"),
    ],
)
def test_a_question_leads_to_where_it_is_answered(clerk, sample_draft, field, key, place):
    page = parsed(clerk, asking(sample_draft(3), field, key))
    assert cursor(page) == [f"#{place}"]
    assert page.css_first(f'[id="{place}"]') is not None


def test_saving_tells_how_many_questions_are_left(clerk, sample_draft):
    reply = sample_draft(1)
    form = filled_form(clerk.get(address(reply)))
    one_left = clerk.post(address(reply), {**form, "city": "濮阳市", "do": "save"}, follow=True)
    assert "已保存：地区。还有1个问题。" in text_of(one_left)
    form = filled_form(one_left)
    none_left = clerk.post(address(reply), {**form, "agency": "濮阳市民政局", "do": "save"}, follow=True)
    assert "已保存：主办单位。没有待解决的问题，可以审核发布。" in text_of(none_left)


def test_publishing_does_not_ask_to_publish(reviewer, sample_draft):
    reply = sample_draft(3)
    form = filled_form(reviewer.get(address(reply)))
    told = text_of(reviewer.post(address(reply), {**form, "do": "publish"}, follow=True))
    assert "已发布，公众现在就能看到和搜到" in told
    assert "可以审核发布" not in told


def following(client, reply):
    link = parsed(client, reply).css_first("#following")
    return link and link.attributes["href"]


@pytest.fixture
def drafts(sample_draft):
    """Two with questions, then two that are ready."""
    asking(sample_draft(2), "city", "place")
    return [Reply.objects.get(), sample_draft(1), sample_draft(3), sample_draft(4)]


def test_a_clerk_goes_on_to_the_next_draft_with_questions(clerk, drafts):
    first, second, *_ = drafts
    assert following(clerk, first) == address(second)
    assert following(clerk, second) == address(first)


def test_a_reviewer_goes_on_to_the_next_draft_that_is_ready(reviewer, drafts):
    *_, third, fourth = drafts
    assert following(reviewer, third) == address(fourth)
    assert following(reviewer, fourth) == address(third)


def test_after_the_last_draft_there_is_no_next(clerk, sample_draft):
    assert following(clerk, sample_draft(1)) is None


def test_the_original_is_shown_blank_for_blank(clerk, sample_draft):
    reply = sample_draft(3)
    original = parsed(clerk, reply).css_first("#original")
    assert original.text().removesuffix("\n") == reply.source.text
