"""Letters by whoever answers and helps, and what sites put around them; all people, offices' acts and numbers are invented."""

from __future__ import annotations

import pytest

from tests.text.test_letters import flat
from tests.text.test_letters_amid_pages import BODY, END, OPENING, read


def test_the_title_may_stand_between_what_is_answered_and_how() -> None:
    text = "林秋水委员：\n提案已收悉，感谢您的关注。现就《加快修建环村道路的建议》答复如下：\n" + BODY
    assert read(text, "proposal_title") == {"proposal_title": "加快修建环村道路的建议"}


def test_how_often_a_page_was_seen_is_no_part_of_its_source() -> None:
    text = "来源 ：平江县公安局 访问次数 ： 发布时间 ：2023-11-04\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "agency") == {"agency": "平江县公安局"}


def test_an_answer_that_addresses_nobody_may_begin_with_the_proposal() -> None:
    text = (
        "关于市政协四届二次会议第45号提案办理落实情况\n来源：市政府办公厅 发布时间：2017-12-29\n"
        "关于“修建环村道路的提案”，我市高度重视，已经安排资金，路基今年完工，路面明年完工。\n"
        + BODY
        + "此件由市公路局办理，联系人何平，电话6220000。\n"
    )
    assert read(text, "proposal_title", "agency", "contact_name") == {
        "proposal_title": "修建环村道路的提案",
        "agency": "市公路局",
        "contact_name": ["何平"],
    }


def test_a_number_may_hold_term_and_session() -> None:
    text = "林秋水代表：\n您提出的“关于修建环村道路的建议”（16-3-45号）收悉，现答复如下：\n" + BODY
    assert read(text, "proposal_number") == {"proposal_number": flat("16-3-45")}


def test_districts_whose_governments_help_lie_in_the_city_that_answers() -> None:
    text = (
        "林秋水代表：\n您提出的“关于修建环村道路的建议”收悉，结合鹿城区政府、瓯海区政府的协办意见，现答复如下：\n"
        + BODY
        + "市交通运输局\n2020年8月31日\n"
    )
    assert read(text, "co_agencies", "place", "level") == {
        "co_agencies": sorted(["鹿城区政府", "瓯海区政府"]),
        "place": "温州市",
        "level": "city",
    }


def test_districts_of_two_cities_that_help_settle_no_place() -> None:
    text = (
        "林秋水代表：\n您提出的“关于修建环村道路的建议”收悉，结合鹿城区政府、鄞州区政府的协办意见，现答复如下：\n"
        + BODY
        + "市交通运输局\n2020年8月31日\n"
    )
    assert read(text, "place") == {"place": None}


def test_a_street_that_is_asked_to_answer_proposed_nothing() -> None:
    text = (
        "平江县水利局关于县政协九届二次会议第6号提案协办意见的函\n天岳街道：\n"
        "县政协九届二次会议提出的《关于疏浚天岳河的提案》已转由我局协办，现将协办情况函复如下：\n"
        + BODY
        + END
    )
    assert read(text, "proposers", "co_agencies") == {"proposers": [], "co_agencies": ["天岳街道"]}


@pytest.mark.parametrize(
    ("addressee", "session"), [("林秋水代表：\n", 3), ("林秋水委员：\n", 2), ("平江县水利局：\n", None)]
)
def test_the_notice_an_office_answers_under_names_the_assembly(addressee: str, session: int | None) -> None:
    text = (
        addressee
        + "您提出的《关于疏浚天岳河的建议》交我局办理，现答复如下：\n按照《县政府办公室关于认真做好县十七届人大三次会议建议和"
        "县政协九届二次会议提案办理工作的通知》要求，我局逐项研究。\n" + BODY + END
    )
    assert read(text, "session") == {"session": session}


def test_the_letters_before_and_behind_on_a_site_tell_where_it_is() -> None:
    text = (
        "林秋水委员：\n" + OPENING + BODY + "感谢您对我县水利事业的关心。\n"
        "上一条:平江县水利局关于县政协九届二次会议第7号提案的答复 下一条:平江县水利局关于县政协九届二次会议第8号提案的答复\n〔关闭〕\n"
    )
    assert read(text, "place", "term", "agency") == {"place": "平江县", "term": None, "agency": None}


def test_a_help_to_the_lead_names_who_proposed_parties_and_groups_too() -> None:
    text = (
        "天岳街道关于区政协六届二次会议第4号提案答复的函\n区卫生健康局：\n农工党平江总支，第四界别活动组，林秋水、何平等委员提出的"
        "《关于推进托育工作的建议》提案收悉。现答复如下：\n" + BODY + "天岳街道办事处\n2022年8月11日\n"
    )
    assert read(text, "proposers", "co_agencies") == {
        "proposers": sorted(["农工党平江总支", "第四界别活动组", "林秋水", "何平"]),
        "co_agencies": ["区卫生健康局"],
    }


def test_an_office_without_a_colon_is_addressed_where_it_is_asked_to_answer_for_all() -> None:
    text = (
        "对市人大六届二次会议第45号建议会办工作的意见\n市教育局\n现将市人大六届二次会议第45号建议提出的《关于规范午托的建议》的办理情况函告如下，"
        "请综合后一并答复代表。\n" + BODY + "平江县教育局\n2023年6月25日\n"
    )
    assert read(text, "co_agencies", "agency") == {"co_agencies": ["市教育局"], "agency": "平江县教育局"}


def test_a_letterhead_above_the_opening_is_not_addressed() -> None:
    text = "市教育局\n现将林秋水代表提出的《关于规范午托的建议》的办理情况答复如下：\n" + BODY
    assert read(text, "co_agencies", "agency") == {"co_agencies": [], "agency": "市教育局"}


def test_labels_of_a_page_may_stand_in_brackets() -> None:
    text = (
        "[ 索引号 ] 12/2023-7 [ 发文字号 ]\n[ 发布机构 ] 市水利局\n[ 成文日期 ] 2023-04-06 [ 发布日期 ] 2023-09-15\n林秋水委员：\n"
        + OPENING
        + BODY
    )
    assert read(text, "agency", "reply_date", "publish_date") == {
        "agency": "市水利局",
        "reply_date": flat("2023-04-06"),
        "publish_date": flat("2023-09-15"),
    }


def test_the_brackets_of_a_number_may_be_lost() -> None:
    text = "林秋水委员：\n您好，提出的关于改善村道的建议0198收悉。现答复如下：\n" + BODY
    assert read(text, "proposal_title") == {"proposal_title": "关于改善村道的建议"}


def test_an_assembly_is_known_where_another_word_took_the_place_of_its_place() -> None:
    text = "某某网关于政协某某网第十三届委员会第二次会议第12号提案答复的函\n林秋水委员：\n" + OPENING + BODY
    assert read(text, "kind", "term", "session") == {"kind": "cppcc", "term": 13, "session": 2}


def test_a_page_put_up_by_the_government_s_office_does_not_say_who_replies() -> None:
    text = (
        "对县政协九届二次会议第6号提案的答复\n来源：县政府办公室  【字体：\n林秋水委员：\n" + OPENING + BODY
    )
    assert read(text, "agency") == {"agency": None}


def test_copies_are_parted_by_their_counts_and_joint_offices_stay_one() -> None:
    text = (
        "林秋水委员：\n" + OPENING + BODY + END + "平江县水利局\n2021年7月20日\n"
        "抄送：市政协提案委（2份） 市委、市政府督查局（2份）\n"
    )
    assert read(text, "cc") == {"cc": sorted(["市政协提案委", "市委、市政府督查局"])}


@pytest.mark.parametrize("number", ["A〔2019〕012", "B(2025)7"])
def test_a_number_may_say_its_list_and_the_year_of_it(number: str) -> None:
    text = f"关于市政协六届三次会议第{number}号提案的答复\n林秋水委员：\n" + OPENING + BODY
    assert read(text, "proposal_number") == {"proposal_number": flat(number)}


def test_a_letter_to_the_lead_may_have_its_title_as_a_file_alone() -> None:
    text = (
        "市公安局：\n林秋水（等）代表提出的关于修建环村道路的代表建议收悉，现将会办意见函告如下：\n"
        + BODY
        + "平江县水利局\n2024年3月8日\n附件：1.勘察照片.pdf\n2.平江县水利局对县七届人大四次会议第022号代表建议的会办意见.pdf\n"
    )
    assert read(text, "reply_title", "kind", "term", "proposal_number", "proposers") == {
        "reply_title": flat("平江县水利局对县七届人大四次会议第022号代表建议的会办意见"),
        "kind": "npc",
        "term": 7,
        "proposal_number": "022",
        "proposers": ["林秋水"],
    }


@pytest.mark.parametrize(("who", "kind"), [("代表", "npc"), ("委员", "cppcc")])
def test_a_letter_to_the_lead_tells_by_who_raised_it_which_assembly(who: str, kind: str) -> None:
    text = f"市公安局：\n林秋水{who}提出的关于修建环村道路的建议收悉，现将会办意见函告如下：\n" + BODY
    assert read(text, "kind") == {"kind": kind}


@pytest.mark.parametrize("last", ["结合社", "下一步由平江县住房和城乡", "请交通、财政、供电等部"])
def test_a_letter_that_breaks_off_is_signed_by_no_words_of_its_own(last: str) -> None:
    text = "发文机构：平江县水利局\n林秋水代表：\n" + OPENING + BODY + f"（三）以演练促防范\n{last}\n"
    assert read(text, "agency") == {"agency": "平江县水利局"}


@pytest.mark.parametrize("label", ["单位：", "单位（盖章）：", "承办单位（公章）："])
def test_whoever_signs_may_stand_behind_a_label(label: str) -> None:
    text = (
        "林秋水代表：\n"
        + OPENING
        + BODY
        + f"{label}平江县水利局\n2021年7月8日\n抄送单位：县人大代工委、县政府办\n"
    )
    assert read(text, "agency", "reply_date", "cc") == {
        "agency": "平江县水利局",
        "reply_date": flat("2021-07-08"),
        "cc": sorted(["县人大代工委", "县政府办"]),
    }


@pytest.mark.parametrize("ending", ["的复文", "的办理结果", "办理情况的答复"])
def test_a_title_may_call_its_letter_otherwise(ending: str) -> None:
    title = "关于县十七届人大二次会议第6号建议" + ending
    text = "来源：县水利局\n" + title + "\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "reply_title") == {"reply_title": title}
