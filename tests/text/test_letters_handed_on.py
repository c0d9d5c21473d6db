"""Letters of ministries on other sites' pages, of helpers to whoever leads, and letters that break off; all invented."""

from __future__ import annotations

import pytest

from tests.text.test_letters import flat
from tests.text.test_letters_amid_pages import BODY, OPENING, read


@pytest.mark.parametrize("ministry", ["民政部", "国家医疗保障局", "住房城乡建设部", "国务院国资委"])
def test_a_letter_of_a_ministry_is_of_no_place_though_a_county_puts_it_on_its_page(ministry: str) -> None:
    text = (
        f"{ministry}对“关于修建环村道路的提案”的答复\n来源：平江县民政局 发布时间：2023-11-04\n林秋水委员：\n"
        + OPENING
    )
    assert read(text + BODY, "agency", "place", "level") == {
        "agency": ministry,
        "place": None,
        "level": "national",
    }


def test_a_branch_of_a_ministry_is_of_its_place() -> None:
    text = "国家税务总局平江县税务局对县十七届人大二次会议第5号建议的答复\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "place", "level") == {"place": "平江县", "level": "county"}


def test_an_opinion_may_be_handed_over_for_whoever_answers() -> None:
    text = (
        "平江县交通运输局关于县政协九届二次会议第9号提案的协 办 意 见\n日期：2023-05-19\n县农业农村委：\n"
        "现将《关于修建环村道路的提案》（第9号）的协办意见送上，供你们答复委员时参考：\n" + BODY
    )
    assert read(text, "co_agencies", "proposal_title", "reply_date", "publish_date") == {
        "co_agencies": ["县农业农村委"],
        "proposal_title": "关于修建环村道路的提案",
        "reply_date": None,
        "publish_date": flat("2023-05-19"),
    }


@pytest.mark.parametrize("body", ["民进界别组", "民建平江县支部", "县工商联"])
def test_a_body_whose_proposal_a_helper_speaks_of_raised_it(body: str) -> None:
    text = f"县发展和改革局：\n{body}提出的关于修建环村道路的提案收悉，现将会办意见函告如下：\n" + BODY
    assert read(text, "proposers") == {"proposers": [body]}


def test_an_office_in_the_name_of_a_paper_does_not_sign_where_the_text_breaks_off() -> None:
    text = (
        "林秋水代表：\n"
        + OPENING
        + BODY
        + "截至目前，全县已经完成路基四公里，今年四月又会同省里有关部门联合出台了实施办法，路面工程明年开工，后年完工，四月十八日还印发了《湖南省交通运输厅 湖南省财政厅"
    )
    assert read(text, "agency") == {"agency": None}
    signed = (
        "林秋水代表：\n"
        + OPENING
        + BODY
        + "《办法》已经出台，全县已经完成路基四公里，明年完成路面，再次感谢您的关心和支持。 平江县交通运输局 2020年8月31日"
    )
    assert read(signed, "agency") == {"agency": flat("平江县交通运输局")}


def test_a_person_s_party_is_no_part_of_the_name() -> None:
    text = "民革林秋水、中共何平、九三学社陈静等代表：\n" + OPENING + BODY
    assert read(text, "proposers") == {"proposers": sorted(["林秋水", "何平", "陈静"])}


def test_a_party_s_branch_is_a_name() -> None:
    assert read("民建平江县支部：\n" + OPENING + BODY, "proposers") == {"proposers": ["民建平江县支部"]}


def test_a_number_with_letters_in_it_is_no_title() -> None:
    text = "林秋水代表：\n你们提出的第9D092号建议已收悉，现将办理情况答复如下：\n" + BODY
    assert read(text, "proposal_number", "proposal_title") == {
        "proposal_number": "9D092",
        "proposal_title": None,
    }


def test_a_form_s_cell_holds_the_letter_behind_its_label() -> None:
    text = (
        "| 人大代表： | 届次： |\n| 标题：市交通运输局关于市政协四届二次会议第45号提案的答复 | |\n| 摘要内容： | |\n"
        "| 办理答复： 林秋水： 您提出的《关于修建环村道路的提案》收悉，现答复如下： " + BODY.strip() + " |\n"
    )
    assert read(text, "proposers", "proposal_title") == {
        "proposers": ["林秋水"],
        "proposal_title": "关于修建环村道路的提案",
    }


@pytest.mark.parametrize(
    "said",
    [
        "林秋水委员《关于修建环村道路的提案》（第9号）收悉。",
        "县政协发来政协平江县委员会九届会议林秋水委员提出的《关于修建环村道路的提案》收悉。",
        "县政协九届二次会议上,林秋水委员提出的《关于修建环村道路的提案》收悉。",
    ],
)
def test_a_helper_names_who_raised_it_with_or_without_a_verb(said: str) -> None:
    text = f"关于县政协九届二次会议第9号提案的会办意见\n县农业农村局：\n{said}现提出如下意见：\n" + BODY
    assert read(text, "proposers") == {"proposers": ["林秋水"]}


def test_members_of_no_name_raised_it_for_nobody() -> None:
    said = "县政协九届二次会议政协委员提出的《关于修建环村道路的提案》收悉。现提出如下意见：\n"
    text = "关于县政协九届二次会议第9号提案的会办意见\n县农业农村局：\n" + said + BODY
    assert read(text, "proposers") == {"proposers": []}


def test_the_number_that_a_page_sets_before_a_title_is_no_part_of_it() -> None:
    text = "平交函〔2023〕59号 关于对平江县十七届人大二次会议第5号建议的答复\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "reply_title", "doc_number") == {
        "reply_title": "关于对平江县十七届人大二次会议第5号建议的答复",
        "doc_number": flat("平交函〔2023〕59号"),
    }


def test_a_part_of_an_office_stays_with_it_among_the_copies_and_their_counts_go() -> None:
    text = "关于平江县十七届人大二次会议第5号建议的答复\n林秋水代表：\n" + OPENING + BODY
    copies = "抄送：县人大人事委（2份）、县政府办公室（督查室）、县财政局（2），（县档案馆）\n"
    assert read(text + copies, "cc") == {
        "cc": sorted(flat(["县人大人事委", "县政府办公室（督查室）", "县财政局", "县档案馆"]))
    }


def test_a_helper_may_call_a_member_by_what_she_is() -> None:
    said = "现就县人大代表林秋水关于修建环村道路的建议,提出如下会办意见：\n"
    text = "关于县十七届人大二次会议第9号建议的会办函\n县农业农村局：\n" + said + BODY
    assert read(text, "proposers") == {"proposers": ["林秋水"]}


def test_the_first_of_a_page_s_letters_has_its_own_title() -> None:
    text = (
        "平江县交通运输局2022年度人大建议答复内容公开\n发布日期：2023-01-05  浏览次数：-\n"
        "1.第20220135号建议答复的函\n林秋水代表：\n" + OPENING + BODY
    )
    assert read(text, "reply_title", "proposal_number") == {
        "reply_title": "第20220135号建议答复的函",
        "proposal_number": "20220135",
    }


@pytest.mark.parametrize("helper", ["县妇联", "瓮江镇人民政府", "农业银行平江支行"])
def test_what_offices_carried_out_is_no_part_of_the_last_one_s_name(helper: str) -> None:
    said = f"您提出的《关于修建环村道路的建议》收悉,我局会同县财政局、{helper}进行认真研究,现答复如下：\n"
    text = "关于平江县十七届人大二次会议第5号建议的答复\n林秋水代表：\n" + said + BODY
    assert read(text, "co_agencies") == {"co_agencies": sorted(["县财政局", helper])}


def test_an_opinion_may_name_whoever_leads_without_a_colon_and_begin_with_the_deputies() -> None:
    text = (
        "关于对县七届人大四次会议第T014号代表建议的会办意见\n县交通运输局\n"
        "林秋水等代表提出的关于修建环村道路的建议收悉，经研究，现将会办意见函告如下\n"
        + BODY
        + "以上意见供你单位统一答复代表时参考。\n平江县柳溪镇人民政府\n2024年3月22日\n"
    )
    assert read(text, "co_agencies", "proposers", "agency") == {
        "co_agencies": ["县交通运输局"],
        "proposers": ["林秋水"],
        "agency": "平江县柳溪镇人民政府",
    }


@pytest.mark.parametrize("label", ["办理情况", "答复内容", "回复意见"])
def test_a_register_may_put_its_label_before_the_salutation_and_leave_a_role_empty(label: str) -> None:
    text = (
        "案  由： 关于修建环村道路的建议\n承办单位： 交通运输局\n2016-06-13 08:56:04\n承 办 人：\n"
        f"{label}： 林秋水代表：\n" + OPENING + BODY
    )
    assert read(text, "proposers") == {"proposers": ["林秋水"]}


def test_a_summary_in_a_page_s_block_is_not_the_title() -> None:
    title = "平江县交通运输局关于县十四届人大一次会议第137号建议的答复"
    text = (
        f"- 索 引 号： PJ00123-2023-00070\n- 标题： {title}\n"
        "- 内容概述： 县十四届人大一次会议第137号建议的答复\n- 有效性：有效\n林秋水代表：\n" + OPENING + BODY
    )
    assert read(text, "reply_title") == {"reply_title": title}


def test_a_title_that_lost_its_opening_mark_and_its_about_is_still_one() -> None:
    text = "林秋水委员：\n你提出的以修路促发展，建设平安村道的建议”，现答复如下：\n" + BODY
    assert read(text, "proposal_title") == {"proposal_title": flat("以修路促发展，建设平安村道的建议")}
