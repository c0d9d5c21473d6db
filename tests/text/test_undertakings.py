"""What short letters promise and report in plain sentences."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replies.text.measures import find_measures
from replies.text.outline import read_outline
from replies.text.parsed import ParsedMeasure
from replies.text.undertakings import find_undertakings
from tests.text.gold import SAMPLES, sample_text

OPENING = "陈小河代表：\n您提出的关于修路的建议收悉。现答复如下：\n"


def undertakings(text: str) -> tuple[ParsedMeasure, ...]:
    outline, day = read_outline(text), date(2021, 8, 2)
    return find_undertakings(text, outline, day, find_measures(text, outline, day)).found


def told(body: str) -> list[tuple[str, str]]:
    return [(u.phase, u.heading) for u in undertakings(OPENING + body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("下一步，我局将积极争取资金，尽快动工。\n", [("planned", "我局将积极争取资金")]),
        ("我局计划投入80万元拓宽该路。\n", [("planned", "我局计划投入80万元拓宽该路")]),
        ("我局已完成该路测量设计。\n", [("done", "我局已完成该路测量设计")]),
        ("我局现已增加站点12个，延长运营时间。\n", [("done", "我局现已增加站点12个")]),
        ("2020年全县完成路面改造56公里。\n", [("done", "2020年全县完成路面改造56公里")]),
        (
            "我们已在路口增设减速带2处，并将持续关注。\n",
            [("done", "我们已在路口增设减速带2处")],
        ),
        (
            "因省级细则尚未出台，待细则印发后，我局将在一个月内拟定方案。\n",
            [("planned", "待细则印发后，我局将在一个月内拟定方案")],
        ),
        ("待图纸评审通过后再招标，预计2022年春季动工。\n", [("planned", "预计2022年春季动工")]),
        ("石桥水库加固已完成，水厂现已投入使用。\n", [("done", "石桥水库加固已完成")]),
        ("县里制定了《学校布局调整方案》。\n", [("done", "县里制定了《学校布局调整方案》")]),
        (
            "您在建议中反映：水库坝体已加固，净水器已安装。围墙没有建。对此，我局已编制方案，列入明年计划。\n",
            [("done", "我局已编制方案，列入明年计划")],
        ),
        ("我们会将该路列入储备项目。\n", [("planned", "我们会将该路列入储备项目")]),
        ("为此，区水利局在今年的堤防项目中，安排资金合计210万元。\n", [("done", "安排资金合计210万元")]),
        ("对此，区政府已经协调车站开放了东侧平台。\n", [("done", "区政府已经协调车站开放了东侧平台")]),
        ("经多次向省厅争取，项目今年已列入《水利规划》。\n", [("done", "项目今年已列入《水利规划》")]),
    ],
)
def test_sentences_that_undertake_something_are_told(body, expected):
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "按照2020年工作报告和《道路建设三年行动方案（2019-2021年）》要求，我市计划2021年改造12条道路。\n",
            [("planned", "我市计划2021年改造12条道路")],
        ),
        (
            "在东湖新区花园、东湖新区文化公园、东方广场、火车站北广场等27个商超、园区、部门单位停车场都建设了充电站。\n",
            [("done", "东方广场、火车站北广场等27个商超、园区、部门单位停车场都建设了充电站")],
        ),
        (
            "我们将继续在老小区改造、城市公园绿地建设、道路改造的相关会审会议中，着重提出方便老人的设计意见。\n",
            [("planned", "着重提出方便老人的设计意见")],
        ),
        (
            "下一步我局将依据职责持续加大质量安全监管，督促集中交易市场的开办者和各家销售者加大采购源头的质量控制。\n",
            [("planned", "我局将依据职责持续加大质量安全监管")],
        ),
        (
            "我厅将从以下方面予以支持。我们将开展培训12次。\n",
            [("planned", "我们将开展培训12次")],
        ),
        (
            "2013年，我局争取了全国农村公路建设重点县的建设资金1600万元用于全县十六条道路的改造和沿线桥梁的加固。\n",
            [("done", "我局争取了全国农村公路建设重点县的建设资金1600万元用于全县十六条道路的改造")],
        ),
        (
            "通过我局向省厅多方争取资金，东街项目于2021年5月20日开工，计划投资300万元。\n",
            [("planned", "计划投资300万元")],
        ),
        (
            "下一步将根据项目审批的进度，适时会同溪口镇、自然资源等部门开展两侧人行道的土地征收和报批工作。\n",
            [("planned", "适时会同溪口镇、自然资源等部门开展两侧人行道的土地征收和报批工作")],
        ),
        (
            "东街充电站扩建项目已做了充分论证，争取早日实施。\n",
            [("planned", "东街充电站扩建项目已做了充分论证，争取早日实施")],
        ),
        (
            "经争取，市教育局、市发改委、市财政局《关于批复2020年第一批改善学校取暖条件项目计划的通知》文件下达了改造项目。\n",
            [("done", "下达了改造项目")],
        ),
    ],
    ids=[
        "papers do not build",
        "the verb stays on the line",
        "the part that says something",
        "grounds and a deed",
        "an announcement",
        "a year alone",
        "what led to a result",
        "the pace it goes by",
        "what is to be done soon",
        "after the name of a paper",
    ],
)
def test_an_undertaking_is_named_by_what_is_done(body, expected):
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "该路暂不具备拓宽条件，目前无法实施。\n",
        "您提出的建议很好，对我们的工作很有帮助。\n",
        "希望您继续关心交通工作，我们将继续努力。\n",
        "该路全长三公里，修建于一九九八年。\n",
        "如果争取到资金，我们将给予解决。\n",
        "感谢您的关心！\n",
        "我们对你们正在进行的育苗和计划今后开展的种植深表高兴。\n",
        "山区地形复杂，站点要由上级部门按投资效益计划投资，所以增建比较困难。\n",
        "我局将认真研究，但目前不具备实施条件。\n",
        "多年来河道没有治理，县局全力争取上级资金。\n",
        "线路延长后，乘客没有增多，同时也增加了公司支出，共计30万元。\n",
        "三座水池尚未安装护栏，供3个小组饮用。\n",
        "关于您提出的“争取优惠政策，降低成本”的建议。\n",
        "建议乡里把已建成的广场用起来。\n",
        "如需实施，需安排资金合计210万元。\n",
    ],
)
def test_other_sentences_are_not(body):
    assert told(body) == []


def test_what_a_page_prints_twice_is_told_once():
    sentence = "我县已建成驿站25个，县里每年补助2万元。\n"
    assert len(told(sentence + "关于驿站的答复\n" + sentence)) == 1


def test_a_promise_carries_its_date_and_figures():
    (promise,) = undertakings(OPENING + "我局计划年底前安装路灯120盏。\n")
    assert promise.deadline == "2021"
    assert [(f.value, f.unit, f.role) for f in promise.figures] == [(120, "盏", "target")]
    assert promise.marker == ""
    assert not promise.is_section


@pytest.mark.parametrize("year", ["2022", "2025", "2030"])
def test_what_is_to_be_reached_by_a_year_is_a_promise(year):
    (promise,) = undertakings(OPENING + f"到{year}年村村有路灯，建成公园3个。\n")
    assert promise.phase == "planned"
    assert promise.deadline == year


def test_what_is_a_measure_is_not_told_again():
    body = "一是拓宽道路。我局将投入80万元。二是安装路灯。我局将安装路灯20盏。\n下一步，我们将修建公园3个。\n"
    assert [u.heading for u in undertakings(OPENING + body)] == ["我们将修建公园3个"]


@pytest.mark.parametrize("name", SAMPLES)
def test_undertakings_of_the_samples_stand_outside_their_measures(name):
    text = sample_text(name)
    outline, day = read_outline(text), date(2021, 8, 2)
    found = find_measures(text, outline, day)
    for told_once in find_undertakings(text, outline, day, found).found:
        assert all(told_once.span.end <= m.span.start or m.span.end <= told_once.span.start for m in found)


PIECES = st.sampled_from(
    [
        "下一步，",
        "我局将",
        "计划",
        "投入80万元",
        "已完成",
        "《",
        "》",
        "，",
        "。",
        "\n",
        "一是",
        "二是",
        "：",
        " ",
        "2021年底前",
    ]
)


@settings(max_examples=100, deadline=None)
@given(parts=st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40))
def test_spans_hold_what_they_say_in_any_text(parts):
    text = "".join(parts)
    for told_once in undertakings(text):
        assert told_once.span.of(text) == told_once.text
        assert told_once.span.start <= told_once.heading_span.start <= told_once.heading_span.end
        assert told_once.heading_span.end <= told_once.span.end
        assert told_once.heading
