"""How letters write of a topic, and how their words are found where pages and copies broke them."""

from __future__ import annotations

import pytest

from replies.text.topics import Vocabulary, default_vocabulary, find_topics

VOCABULARY = Vocabulary.of_rows(
    [("smart", "互联网＋养老", 1.0, False), ("facilities", "敬老院", 1.0, False)], context=["老人"]
)


def topics_of(text: str, proposal_title: str | None = None) -> set[str]:
    return {t.slug for t in find_topics(text, None, proposal_title, default_vocabulary())}


def test_a_word_is_found_behind_the_pinyin_that_a_mirror_put_into_it():
    text = "老人住敬老院(yuàn),老人(rén)在(zài)敬(jìng)老(lǎo)院(yuàn)里(lǐ)住(zhù)。"
    (found,) = find_topics(text, None, None, VOCABULARY)
    assert found.slug == "facilities"
    (evidence,) = found.evidence
    assert evidence.span is not None
    assert evidence.span.of(text) == "敬老院"


def test_the_place_of_a_broken_word_holds_all_of_it():
    text = "老人(rén)在(zài)敬(jìng)老(lǎo)院(yuàn)里(lǐ)住(zhù),老人说好。"
    (found,) = find_topics(text, None, None, VOCABULARY)
    (evidence,) = found.evidence
    assert evidence.value == "敬老院"
    assert evidence.span is not None
    assert evidence.span.of(text) == "敬(jìng)老(lǎo)院"


@pytest.mark.parametrize("text", ["老人敬老\n院，老人", "老人 敬 老 院，老人", "老人“互联网+养老”，老人"])
def test_a_word_broken_over_lines_or_in_another_width_is_the_same_word(text):
    assert [t.slug for t in find_topics(text, None, None, VOCABULARY)] != ["other"]


def test_the_formula_of_plans_says_nothing_of_medicine_and_homes():
    formula = "构建居家社区机构相协调、医养康养相结合的养老服务体系。"
    assert topics_of(formula * 3) == {"other"}
    assert "medical-care-integration" in topics_of(formula + "推进医养康养融合，建医养中心。")


@pytest.mark.parametrize(
    "meals", ["社区小饭堂", "长者餐厅", "老年餐桌", "助老食堂", "敬老食堂", "社区饭堂", "老年餐厅"]
)
def test_where_the_old_eat_is_called_by_many_names(meals):
    text = f"老年人做饭难，街道开办{meals}，老年人可以就餐。"
    assert topics_of(text, f"关于办好{meals}的建议") == {"community-home-care"}


def test_the_home_of_a_township_is_one_of_the_countryside():
    assert topics_of("乡镇敬老院改造有两种方案，乡镇敬老院改造由镇里申报，老人满意。") == {
        "facilities",
        "rural-elderly-care",
    }
    assert "rural-elderly-care" not in topics_of("城镇敬老院改造有两种方案，城镇敬老院由区里申报，老人满意。")


def test_helping_one_another_is_not_only_for_villages():
    assert topics_of("老年人时间银行互助养老，社区推广互助养老。") == {"community-home-care"}


def test_a_centre_for_all_services_is_a_facility():
    assert "facilities" in topics_of(
        "街道建有养老综合服务中心三个，老年人就近入住；年内再建养老综合服务中心一个。"
    )


def test_a_plan_to_train_people_is_about_them():
    assert "workforce" in topics_of("加强养老服务人才队伍建设，鼓励院校开展老年服务人才培养。")
