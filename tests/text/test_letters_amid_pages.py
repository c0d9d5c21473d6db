"""Turns of phrase and remains of web pages around a letter; all people, places' offices and numbers are invented."""

from __future__ import annotations

from typing import Any

import pytest

from replies.text.parse import LISTS, parse_reply
from tests.text.test_letters import flat, value_of

OPENING = "您提出的《关于改善村道的建议》收悉，现答复如下：\n"
BODY = "该路段年久失修，群众出行不便，我局已安排养护人员修补路面。\n"
END = "感谢您对我们工作的关心和支持。\n"


def read(text: str, *fields: str) -> dict[str, Any]:
    parsed = parse_reply(text)
    return {field: flat(value_of(parsed, field, [] if field in LISTS else None)) for field in fields}


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "你们提出了《柳树湾村环村道路硬化工程》的建议，交我局研究办理，现答复如下：\n",
            "柳树湾村环村道路硬化工程",
        ),
        (
            "你们提出了题为《关于请求修复柳树湾大桥》的议案，交我局研究办理，现答复如下：\n",
            "关于请求修复柳树湾大桥",
        ),
        ("你们提出的关于加快修建环村道路的提案”交由我局办理，现答复如下：\n", "关于加快修建环村道路的提案"),
        ("现将您提出的关于加快修建环村道路的提案办理情况答复如下：\n", "关于加快修建环村道路的提案"),
        ("现将您提出的关于加快修建环村道路的建议有关情况答复如下：\n", "关于加快修建环村道路的建议"),
        ("现就您提出的关于加快修建环村道路的提案的办理落实情况答复如下：\n", "关于加快修建环村道路的提案"),
        ("提案已收悉，感谢您的关注。现就《加快修建环村道路的建议》答复如下：\n", "加快修建环村道路的建议"),
    ],
)
def test_the_proposal_is_named_as_the_opening_names_it(opening: str, title: str) -> None:
    assert read("林秋水代表：\n" + opening + BODY, "proposal_title") == {"proposal_title": title}


@pytest.mark.parametrize(
    ("addressee", "names"),
    [
        ("尊敬林秋水代表：\n", ["林秋水"]),
        ("尊敬的林秋水主席：\n", ["林秋水"]),
        ("林秋水副主任、何平代表：\n", ["林秋水", "何平"]),
    ],
)
def test_a_courtesy_or_an_office_held_is_no_part_of_a_name(addressee: str, names: list[str]) -> None:
    assert read(addressee + OPENING + BODY + END, "proposers") == {"proposers": sorted(names)}


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("感谢您对平江县交通运输工作的关心和支持。\n", "平江县"),
        ("最后，再次感谢你们对平江县公路事业的关注！\n", "平江县"),
        ("我省的廊坊、保定等地也有类似做法。\n", "河北省"),
        ("我市鹿城区、瓯海区已先行试点。\n", "温州市"),
        ("平江县位于山区。近年来，平江县路网不断延伸，我县还将继续努力。\n", "平江县"),
        ("联系单位及电话：平江县交通运输局 6220000\n", "平江县"),
    ],
)
def test_a_place_is_known_by_what_the_letter_calls_its_own(said: str, place: str) -> None:
    assert read("林秋水代表：\n" + OPENING + BODY + said, "place") == {"place": place}


@pytest.mark.parametrize(
    "said",
    [
        "我局赴平江县学习，平江县的做法值得借鉴；又赴湘阴县学习，我县将逐步推广。\n",
        "我局赴平江县学习，平江县的做法值得借鉴，我县将逐步推广。\n",
        "慈溪市和慈溪市各镇已先行试点，我市将逐步推广。\n",
        "我市廊坊路已经修好。\n",
        "感谢您对平江县的介绍。\n",
    ],
)
def test_a_place_that_is_only_spoken_of_is_not_taken(said: str) -> None:
    assert read("林秋水代表：\n" + OPENING + BODY + said, "place") == {"place": None}


def test_a_source_glued_to_the_date_behind_it_still_names_the_office() -> None:
    text = (
        "对平江县第十七届人民代表大会第三次会议第6号建议的答复\n\n来源：平江县公安局发布时间：2023-11-04 15:22文字大小：[    ]\n\n"
        "林秋水代表：\n" + OPENING + BODY
    )
    assert read(text, "agency", "publish_date") == {
        "agency": "平江县公安局",
        "publish_date": flat("2023-11-04"),
    }


def test_how_often_a_page_was_seen_is_no_part_of_its_source() -> None:
    text = "来源 ：平江县公安局 访问次数 ： 发布时间 ：2023-11-04\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "agency") == {"agency": "平江县公安局"}


def test_a_title_broken_behind_the_assembly_names_no_office() -> None:
    text = (
        "对平江县第十七届人民代表大会\n第三次会议第6号建议的会办意见\n县文旅局：\n"
        "林秋水代表提出的“关于保护古井的建议”收悉，现提出会办意见如下：\n" + BODY + "2022年6月28日\n"
    )
    assert read(text, "agency", "co_agencies") == {"agency": None, "co_agencies": ["县文旅局"]}


def test_labels_may_sign_a_letter() -> None:
    text = "林秋水代表：\n" + OPENING + BODY + "单位名称：平江县农业农村局\n答复日期：2023年3月20日\n"
    assert read(text, "agency", "reply_date") == {
        "agency": "平江县农业农村局",
        "reply_date": flat("2023-03-20"),
    }


def test_offices_that_a_blank_parts_are_two() -> None:
    text = (
        "主办单位：平江县农业农村局 | 协办单位：县民政局 县财政局 |\n关于平江县十七届人大三次会议第6号建议的答复\n林秋水代表：\n"
        + OPENING
        + BODY
    )
    assert read(text, "co_agencies") == {"co_agencies": sorted(["县民政局", "县财政局"])}


SITE = (
    "关于我们 | 网站声明 | 网站地图\n平江县人民政府\n网站标识码：4306260001\n",
    "主办：平江县人民政府 承办：平江县人民政府办公室\n联系电话：0730-6220000 地址：平江县天岳街道\n",
)


@pytest.mark.parametrize("site", SITE)
def test_a_site_under_a_letter_neither_signs_it_nor_is_its_contact(site: str) -> None:
    text = (
        "平江县水利局关于平江县十七届人大三次会议第6号建议的答复\n林秋水代表：\n"
        + OPENING
        + BODY
        + END
        + "\n（印章）\n"
        + site
    )
    assert read(text, "agency", "contact_phone") == {"agency": "平江县水利局", "contact_phone": []}


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
