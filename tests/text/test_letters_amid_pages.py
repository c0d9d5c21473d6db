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
    ],
)
def test_the_proposal_is_named_as_the_opening_names_it(opening: str, title: str) -> None:
    assert read("林秋水代表：\n" + opening + BODY, "proposal_title") == {"proposal_title": title}


@pytest.mark.parametrize(
    ("addressee", "names"),
    [
        ("尊敬林秋水代表：\n", ["林秋水"]),
        ("致林秋水代表：\n", ["林秋水"]),
        ("致公党平江县支部：\n", ["致公党平江县支部"]),
        ("尊敬的林秋水主席：\n", ["林秋水"]),
        ("林秋水副主任、何平代表：\n", ["林秋水", "何平"]),
        ("林秋水、何平各位人大代表：\n", ["林秋水", "何平"]),
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


def test_a_co_handler_says_of_whose_proposal_it_speaks() -> None:
    text = "县交通局：\n经研究，现对林秋水代表提出的关于改善村道，方便出行的建议提出如下协办意见：\n" + BODY
    assert read(text, "proposers", "proposal_title") == {
        "proposers": ["林秋水"],
        "proposal_title": flat("关于改善村道，方便出行的建议"),
    }


def test_a_title_may_begin_with_the_proposals() -> None:
    text = "2016年\n《关于改善村道的建议》的答复\n发布时间：2016-12-31\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "reply_title") == {"reply_title": flat("《关于改善村道的建议》的答复")}


SITE = (
    "关于我们 | 网站声明 | 网站地图\n平江县人民政府\n网站标识码：4306260001\n",
    "您访问的链接即将离开“平江县人民政府”门户网站，是否继续？\n",
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


def test_the_sites_that_a_page_links_to_from_its_top_answer_nothing() -> None:
    top = "中国政府网 湖南省政府 岳阳市政府\n关于平江县人大十七届二次会议第6号建议的答复\n"
    assert read(top + "林秋水代表：\n" + OPENING + BODY + END, "agency", "place") == {
        "agency": None,
        "place": "平江县",
    }


def test_an_address_under_a_letter_is_no_part_of_it() -> None:
    site = (
        "• 主办单位：浏阳市人民政府办公室 湘ICP备05000000号\n"
        "• 地址：湖南省浏阳市大道一号 电子信箱：office@example.com 邮编：410300\n"
        "• 网站标识码：4301810001 湘公网安备 43018102000001号\n"
    )
    letter = "对市六届人大五次会议第45号建议的答复\n林秋水代表：\n" + OPENING + BODY + END
    assert read(letter + site, "place", "level") == {"place": "浏阳市", "level": "county"}


def test_a_colon_may_stand_before_the_year_of_a_number() -> None:
    text = "建议字：〔2023〕8号\n关于市九届人大三次会议第31号建议的答复\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "doc_number") == {"doc_number": flat("建议字：〔2023〕8号")}


@pytest.mark.parametrize(
    ("section", "kind"), [("人大提案", "npc"), ("政协提案", "cppcc"), ("人大提案 政协提案", None)]
)
def test_a_page_without_a_letter_is_told_by_the_section_it_stands_in(section: str, kind: str | None) -> None:
    text = f"首页 » 政务公开 » {section} » 正文\n关于提高补助标准的建议办理情况\n截至目前，我县已建成12个站点。\n"
    assert read(text, "kind") == {"kind": kind}


@pytest.mark.parametrize(
    ("contact", "names"),
    [
        ("联系单位：平江县交通运输局公路科王成\n联系电话：0730-6220001\n", ["王成"]),
        ("联系单位：平江县交通运输局公路科 王 成\n联系电话：0730-6220001\n", ["王成"]),
        ("承办科室：公路股（王成，0730-6220001）\n", ["王成"]),
        ("（承办股室及电话：公路股王成0730-6220001）\n", ["王成"]),
        ("承办科室和联系人：公路科王成，电话0730-6220001\n", ["王成"]),
        ("联系人：公路股股长王成 联系电话：0730-6220001\n", ["王成"]),
        ("联系人：公路股 王成科长 联系电话：0730-6220001\n", ["王成"]),
        ("联系人：王成 职务：股长 联系电话：0730-6220001\n", ["王成"]),
        ("联络人：王成 办公电话：0730-6220001\n", ["王成"]),
        ("承办人及手机号码：王成 0730-6220001\n", ["王成"]),
        ("填报人：王成 联系电话：0730-6220001\n", ["王成"]),
        ("承办责任人：何平 联系人：王成（0730-6220001）\n", ["何平", "王成"]),
        ("联系单位：平江县林业局 联系电话：0730-6220001\n", []),
        ("联系单位：平江县总工会\n联系电话：0730-6220001\n", []),
        ("承办单位：平江县自然资源局林业股 联系电话：0730-6220001\n", []),
    ],
)
def test_a_contact_is_named_with_the_office_or_the_post_held(contact: str, names: list[str]) -> None:
    text = "林秋水代表：\n" + OPENING + BODY + END + "平江县交通运输局\n2023年3月20日\n" + contact
    assert read(text, "contact_name", "contact_phone") == {
        "contact_name": sorted(names),
        "contact_phone": [flat("0730-6220001")],
    }


@pytest.mark.parametrize(
    ("rules", "place"),
    [
        ("根据《平江县道路建设计划》，我局今年修补村道。下一步继续推进平江县村道改造。\n", "平江县"),
        ("根据《平江县道路建设计划》，我局今年修补村道。浏阳市也有类似做法。\n", None),
        ("根据《岳阳市道路建设计划》，我局今年修补村道。下一步继续推进岳阳市村道改造。\n", None),
        ("根据《湖南省道路条例》，我局今年修补村道。湖南省已安排资金。\n", None),
        ("根据《平江县道路建设计划》，我厅支持修补村道。下一步支持平江县村道改造。\n", None),
    ],
)
def test_a_county_is_known_by_its_rules_where_nothing_else_is_named(rules: str, place: str | None) -> None:
    assert read("林秋水代表：\n" + OPENING + rules + END, "place") == {"place": place}


@pytest.mark.parametrize(
    ("title", "place", "level"),
    [
        ("关于武汉市洪山区人大代表建议第12号的答复\n", "洪山区", "county"),
        ("武汉市洪山区人民政府关于武汉市人大代表建议第12号的答复\n", "武汉市", "city"),
        ("关于平江县政协委员提案第12号的答复\n", "平江县", "county"),
    ],
)
def test_a_title_says_whose_deputies_without_term_or_session(title: str, place: str, level: str) -> None:
    assert read(title + "林秋水代表：\n" + OPENING + BODY + END, "place", "level") == {
        "place": place,
        "level": level,
    }


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("您提出的第6号建议收悉，现答复如下：\n", None),
        ("您提出的改善村道建议收悉，现答复如下：\n", "改善村道建议"),
        ("你们联名提出的“关于改善村道”等3条建议收悉，现答复如下：\n", "关于改善村道"),
    ],
)
def test_a_number_is_no_title_and_a_count_no_part_of_one(opening: str, title: str | None) -> None:
    assert read("林秋水代表：\n" + opening + BODY + END, "proposal_title") == {"proposal_title": title}


def test_whose_opinion_was_asked_for_helped() -> None:
    opening = "您提出的《关于改善村道的建议》收悉。经商县财政局，并征求县发改局意见，现答复如下：\n"
    assert read("林秋水代表：\n" + opening + BODY, "co_agencies") == {"co_agencies": ["县发改局", "县财政局"]}


def test_a_class_may_be_called_a_mark() -> None:
    text = "标记：B\n关于平江县十七届人大三次会议第6号建议的答复\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "result_class") == {"result_class": "B"}


def test_a_form_filled_in_twice_still_says_which_session() -> None:
    text = "县交通局：\n现将县第十七届届人大第三次次会议第6号建议的办理情况函告如下：\n" + BODY
    assert read(text, "term", "session", "proposal_number") == {
        "term": 17,
        "session": 3,
        "proposal_number": "6",
    }


def test_a_letter_on_a_single_line_is_parted_at_its_people_and_its_sites_owner() -> None:
    text = (
        "发布时间：2023/3/30 16:31 林秋水等12位代表： 在平江县十七届人大三次会议上，你们提出了《关于改善村道的建议》，现答复如下： "
        + BODY.strip()
        + " 平江县交通运输局 2023年3月20日 联系人：王成 联系电话：0730-6220001 抄报：县人大代表工委、县督查局 "
        "主办单位：平江县人民政府办公室 地址：天岳街道"
    )
    assert read(text, "proposers", "contact_name", "cc", "reply_date") == {
        "proposers": ["林秋水"],
        "contact_name": ["王成"],
        "cc": sorted(["县人大代表工委", "县督查局"]),
        "reply_date": flat("2023-03-20"),
    }
