"""Items that say no, or cite rules: numbered like measures, and none."""

from __future__ import annotations

import pytest

from replies.text.measures import find_measures
from replies.text.outline import read_outline

OPENING = "陈小河代表：\n您提出的关于修路的建议收悉。现答复如下：\n"


def headings(body: str) -> list[str]:
    text = OPENING + body
    return [m.heading for m in find_measures(text, read_outline(text), None)]


@pytest.mark.parametrize(
    "refusal",
    [
        "柳湾村由开发区管理，目前开发区尚无改造计划",
        "结合土地清查，县里困难较多，今年的手续有5个未办完，暂不同意你镇新建水塔",
        "从石桥穿过保护区的路段，无法实施",
        "按照规定，旅游专线不列入免费乘车的范围",
        "保护区的核心区内禁止放牧",
        "因两所中学属邻市管理，建议贵校与邻市教育局协商",
        "桥头一带不具备建设停车场的条件",
    ],
)
def test_an_item_that_only_says_no_is_no_measure(refusal: str) -> None:
    assert headings(f"一是改造东街，已完工。二是{refusal}。三是西街改造已启动。\n") == [
        "改造东街，已完工",
        "西街改造已启动",
    ]


@pytest.mark.parametrize(
    "item",
    [
        "桥头无法建设停车场，已在桥南建成一座，目前东侧不具备条件",
        "及时更换灯具，对无法修复的灯杆登记",
        "下一步将申报项目，今年无法实施",
        "在审查建设方案时核对停车位是否足够，对不符合规划条件的项目不予审批",
        "加强线路巡查，对未经批准的占道施工一律不予许可",
    ],
)
def test_an_item_that_does_something_and_also_says_no_stays(item: str) -> None:
    assert len(headings(f"一是改造东街，已完工。二是{item}。\n")) == 2


def test_rules_are_no_measure_unless_the_agency_made_them() -> None:
    cited = "一、当前政策要求\n按照县里通知，人口在800人以上的村可以单独建设，其余须联合建设。\n"
    made = "一、公墓安葬范围的规定\n我县制定印发了《安葬办法》，明确了范围。\n"
    answer = "二、处理意见\n今年已建成公墓一处。\n"
    assert headings(cited + answer) == ["处理意见"]
    assert len(headings(made + answer)) == 2


def test_a_section_about_the_question_of_building_is_an_answer_and_one_about_troubles_none() -> None:
    body = "一、关于村级图书室建设的问题。全县建成图书室60家。\n二、关于存在的问题\n书少人少。\n三、扩大开放\n已延长时间。\n"
    assert headings(body) == ["关于村级图书室建设的问题", "扩大开放"]
