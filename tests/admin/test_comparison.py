"""Two replies that look alike, side by side."""

import pytest
from django.urls import reverse

from replies.ingest.draft import draft_reply
from replies.ingest.receive import receive_document
from replies.models import Reply
from tests.admin.pages import text_of
from tests.samples import sample_text


@pytest.fixture
def pair(sample_draft):
    first = sample_draft(3)
    text = sample_text(3).replace("2021年7月7日", "2021年11月30日").replace("68个", "93个")
    return first, draft_reply(receive_document(text.encode(), "b.txt", None), None)


def address(first, second):
    return reverse("admin:replies_reply_compare", args=[second.pk, first.pk])


def test_the_review_screen_leads_to_the_comparison(clerk, pair):
    page = clerk.get(reverse("admin:replies_reply_change", args=[pair[1].pk]))
    assert address(*pair) in page.content.decode()


def test_what_differs_is_marked_on_both_sides(clerk, pair):
    page = clerk.get(address(*pair)).content.decode()
    assert "<del>68</del>" in page
    assert "<ins>93</ins>" in page


def test_the_choice_is_recorded(clerk, pair):
    first, second = pair
    response = clerk.post(address(first, second), {"choice": "later_version"}, follow=True)
    assert "已记下两件答复的关系" in text_of(response)
    second.refresh_from_db()
    assert second.replaces == first


def test_the_same_reply_leads_to_the_one_that_is_kept(clerk, pair):
    first, second = pair
    response = clerk.post(address(first, second), {"choice": "same_reply"})
    assert response["Location"] == reverse("admin:replies_reply_change", args=[first.pk])
    assert list(Reply.objects.all()) == [first]


def test_no_choice_is_asked_for_again(clerk, pair):
    assert "请先选定" in text_of(clerk.post(address(*pair), {"choice": "riddle"}))


def test_a_stranger_sees_no_comparison(stranger, pair):
    assert stranger.get(address(*pair)).status_code == 302


def test_a_hundred_in_a_hundred_is_said_of_the_very_same_text_alone(clerk, sample_draft):
    first = sample_draft(3)
    for name, text, percent in [
        ("b.txt", sample_text(3).replace("68个", "69个"), 99),
        ("c.txt", sample_text(3).replace("\n", "\n\n"), 100),
    ]:
        second = draft_reply(receive_document(text.encode(), name, None), None)
        assert f"有{percent}%相同" in text_of(clerk.get(address(first, second)))


def test_each_side_says_which_document_it_is(clerk, pair):
    page = text_of(clerk.get(address(*pair)))
    assert "草稿·seed-3.txt·濮阳市民政局" in page
    assert "b.txt·濮阳市民政局" in page


def test_what_was_merged_and_comes_again_leads_to_the_reply_that_was_kept(clerk, pair):
    first, second = pair
    text = bytes(second.source.content).decode()
    clerk.post(address(first, second), {"choice": "same_reply"})
    answer = clerk.post(reverse("admin:replies_reply_add"), {"text": text})
    assert reverse("admin:replies_reply_change", args=[first.pk]) in answer.content.decode()
