"""What a letter is about, by a vocabulary that staff can change."""

from __future__ import annotations

import pytest

from replies.text.parse import parse_reply
from replies.text.topics import Vocabulary, default_vocabulary, find_topics
from tests.text.gold import SAMPLES, sample_gold, sample_text

ROWS = [
    ("smart", "智慧养老", 1.0, False),
    ("facilities", "养老机构", 0.4, False),
    ("facilities", "养老机构责任保险", 1.0, True),
]
VOCABULARY = Vocabulary.of_rows(ROWS, context=["养老"])


def slugs(text: str, title: str | None = None, proposal_title: str | None = None) -> list[str]:
    return [t.slug for t in find_topics(text, title, proposal_title, VOCABULARY)]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_have_nearly_the_topics_a_reader_gave_them(name):
    gold = sample_gold(name)
    found = find_topics(sample_text(name), gold["reply_title"], gold["proposal_title"], default_vocabulary())
    assert len({t.slug for t in found} ^ set(gold["topics"])) <= 1


def test_every_topic_shows_the_words_that_earned_it():
    text = "推进智慧养老，建设智慧养老平台。"
    (found,) = find_topics(text, None, None, VOCABULARY)
    assert [(f.value, f.span.of(text)) for f in found.evidence if f.span] == [("智慧养老", "智慧养老")]


def test_a_word_in_passing_is_not_enough():
    assert slugs("养老事业发展很快，养老机构不少。") == ["other"]


def test_a_word_in_a_title_weighs_more():
    assert slugs("养老事业发展很快，养老机构不少。", proposal_title="关于养老机构的建议") == ["facilities"]


def test_a_longer_word_can_take_the_shorter_one_out():
    assert slugs("养老机构责任保险、养老机构责任保险、养老机构责任保险，养老") == ["other"]


def test_a_letter_that_never_speaks_of_the_old_has_no_topic_of_theirs():
    text = "学校食堂发放补贴、补助，建设护理院，财政补助资金到位，安排专项资金和运营补贴。"
    assert [t.slug for t in find_topics(text, None, None, default_vocabulary())] == ["other"]


def test_every_topic_has_a_name_in_both_languages():
    assert all(t.label_zh and t.label_en for t in default_vocabulary().topics)
    assert [t.slug for t in default_vocabulary().topics][-1] == "other"


def test_a_measure_has_those_topics_of_its_letter_that_its_own_words_earn():
    letter = sample_text("seed-0")
    by_heading = {m.heading: m.topics for m in parse_reply(letter).measures}
    assert by_heading["推进开展长期护理保险制度试点"] == ("long-term-care-insurance",)
    assert "public-built-private-run" in by_heading["全面启动公建民营改革"]
    assert by_heading["坚持高位推进"] == ()


def test_farmers_who_lost_their_land_to_a_road_do_not_make_a_pension_a_matter_of_villages():
    def of(text: str) -> set[str]:
        return {t.slug for t in find_topics(text * 3, None, None, default_vocabulary())}

    assert "rural-elderly-care" not in of("被征地农民养老保险由市里缴纳，失地农民可以补缴养老保险。")
    assert "rural-elderly-care" in of("农民养老靠村里互助养老。")


def test_centres_where_the_old_eat_are_facilities_and_a_meal_is_none():
    def of(text: str) -> set[str]:
        return {t.slug for t in find_topics(text, None, None, default_vocabulary())}

    assert "facilities" in of("全区老人可去助餐中心，助餐中心设在街道，老年人凭卡就餐。")
    assert "facilities" not in of("全区老人可领助餐补贴，助餐由志愿者送到老年人家里。")
