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


@pytest.mark.parametrize("marked", ["“适老化”改造", "‘适老化’改造", "「适老化」改造", "适“老”化改造"])
def test_quotation_marks_inside_a_word_do_not_hide_it(marked):
    vocabulary = Vocabulary.of_rows([("facilities", "适老化改造", 1.0, False)], context=["老人"])
    text = f"老人家中做了{marked}，老人满意。"
    (found,) = find_topics(text, None, None, vocabulary)
    (evidence,) = found.evidence
    assert evidence.value == "适老化改造"
    assert evidence.span is not None
    assert evidence.span.of(text) == marked.lstrip("“‘「")
    in_title = find_topics("老人、老人。", None, f"关于{marked}的建议", vocabulary)
    assert [t.slug for t in in_title] == ["facilities"]


def test_a_term_that_staff_wrote_with_quotation_marks_is_the_same_term():
    rows = [("smart", "“互联网+”养老", 1.0, False), ("smart", "互联网+养老", 1.0, False)]
    (found,) = find_topics("老人用上互联网+养老，老人说好。", None, None, Vocabulary.of_rows(rows, ["老人"]))
    assert found.weight == 1.0


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("smart-elderly-care", "为独居老人家里装门磁和烟感，发放定位手环，老人求助由呼叫中心接听。"),
        ("public-built-private-run", "敬老院产权归镇里，由企业承接运营，老人入住率提高。老人满意。"),
        ("long-term-care-insurance", "失能老人参加照护保险，评估后按月领待遇，老人家庭负担减轻。"),
        (
            "medical-care-integration",
            "镇敬老院设医务室，医生每周巡诊，开展临终关怀，老人看病方便。老人满意。",
        ),
        ("workforce", "老人缺人照料，护工难招，开设老年服务与管理班，实行订单培养。老人满意。"),
        ("funding-subsidy", "百岁老人每月领长寿金，老人凭消费券购买服务。"),
        ("community-home-care", "为老人送餐、陪诊，给照料老人的家属喘息服务，推广邻里守望。"),
        ("facilities", "小区配了老年人用房，街道建成日托中心，老人白天有去处。老人满意。"),
        ("rural-elderly-care", "村里留守的老人在互助院吃饭，老人五保户优先。"),
    ],
)
def test_letters_write_of_a_topic_without_its_official_name(slug, text):
    assert slug in topics_of(text)


def test_the_staff_of_homes_and_of_home_care_are_people():
    assert topics_of("社区居家养老服务从业人员参加培训，养老护理员持证上岗，老人受益。") == {"workforce"}
    assert "facilities" not in topics_of(
        "老人盼护理员，老人缺照料。养老院护工难留。", "关于养老院护工难招的建议"
    )


def test_money_for_each_bed_is_no_building():
    text = "每张养老机构床位补贴两千元，老人少付钱，老人满意。"
    assert topics_of(text, "关于提高养老机构床位补贴的建议") == {"funding-subsidy"}


def test_a_city_that_wants_to_be_a_centre_of_care_built_none():
    assert topics_of("打造康养中心城市，吸引老人旅居，建设康养中心城市，老人来此。") == {"other"}


def test_chinese_medicine_is_no_care_though_the_letters_of_one_stand_in_it():
    text = "老人可到中医康养机构、中医康养中心和中医养生馆，老年人在中医康养机构调理。"
    assert "medical-care-integration" not in topics_of(text)


def test_one_helping_word_makes_no_topic_however_often_it_stands():
    text = "老人常来，老人说幸福院添置桌椅，幸福院开放，幸福院打扫。"
    assert "facilities" not in topics_of(text, "关于幸福院的建议")
    assert "facilities" in topics_of(text + "已安装扶手。", "关于幸福院的建议")
