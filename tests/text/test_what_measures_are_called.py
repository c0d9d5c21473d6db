"""Headings that say something: what an item is called where its own first words only lead up to it."""

from __future__ import annotations

import pytest

from replies.text.measures import find_measures
from replies.text.outline import read_outline

OPENING = "林秋水委员：\n您提出的关于改善公交服务的提案收悉。现答复如下：\n"


def headings(body: str) -> list[str]:
    text = OPENING + body
    return [m.heading for m in find_measures(text, read_outline(text), None)]


SECOND = "三、改善候车条件\n我局已新建站台8个。\n"


@pytest.mark.parametrize(
    ("heading", "below", "name"),
    [
        ("意见建议办理情况", "我局新购车辆20台，已投入运营。", "我局新购车辆20台，已投入运营"),
        ("采取措施", "市交通局已于3月9日换站牌。", "市交通局已于3月9日换站牌"),
        ("目前工作进展情况", "3月12日，市交通局调整了线路2条。", "3月12日，市交通局调整了线路2条"),
        (
            "建议办理情况",
            "针对您提出的线路少、班次少的建议，我局已增加班次40个。",
            "我局已增加班次40个",
        ),
        ("需要向您说明的是：", "柳溪车站主体工程已完工。", "柳溪车站主体工程已完工"),
    ],
)
def test_a_heading_that_something_was_handled_gives_way_to_what_was(
    heading: str, below: str, name: str
) -> None:
    line_end = "" if heading.endswith("：") else "\n"
    assert headings(f"二、{heading}{line_end}{below}\n" + SECOND)[0] == name


def test_what_the_deputy_asked_for_never_names_what_was_done() -> None:
    body = "二、建议办理情况\n针对您提出的线路少、班次少的建议，市交通局增加班次40个。\n"
    assert headings(body + SECOND)[0] == "建议办理情况"


def test_a_heading_of_plans_with_only_thanks_below_is_no_measure() -> None:
    body = (
        "二、增加班次\n我局已增加班次40个。\n三、下步工作方向\n感谢您对公交工作的关心和支持，欢迎多提意见。\n"
    )
    assert headings(body) == ["增加班次"]


def test_a_heading_of_plans_that_names_its_aim_stays() -> None:
    body = "一、增加班次\n我局已增加班次40个。\n二、下一步增加夜间班次\n感谢您对公交工作的关心和支持。\n"
    assert headings(body) == ["增加班次", "下一步增加夜间班次"]


def test_a_name_with_a_comma_inside_is_kept_whole() -> None:
    body = (
        "一、关于对增加班次建议的回复：今年新增班次40个，基本满足早晚高峰的出行需要。\n"
        "二、关于对改善候车条件，做好站台养护建议的回复：今年跟市里对接了站台养护资金，已新建站台8个。\n"
    )
    assert headings(body)[1] == "关于对改善候车条件，做好站台养护建议的回复"


def test_a_heading_does_not_end_inside_a_quotation() -> None:
    body = "一是与各乡镇开展“文明乘车，安全出行”活动，已发放手册2000册，覆盖全县所有客运线路。\n二是增加班次40个。\n"
    assert headings(body)[0] == "与各乡镇开展“文明乘车，安全出行”活动"


def test_a_clause_that_only_says_when_leads_up() -> None:
    body = "一是在安排年度公交补贴资金时，提高农村线路补助标准，全年补助线路12条，惠及乡镇9个。\n二是增加班次40个。\n"
    assert headings(body)[0] == "在安排年度公交补贴资金时，提高农村线路补助标准"


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (
            "近段时间，市公交公司已更换站牌120块，涉及线路14条，覆盖城区主要道路和居民小区",
            "近段时间，市公交公司已更换站牌120块",
        ),
        (
            "指导乡镇根据具体情况，逐站制定候车亭的养护办法，已养护站点8个，惠及乡镇9个",
            "指导乡镇根据具体情况，逐站制定候车亭的养护办法",
        ),
        (
            "我局将积极协调有关部门，加快清理占用站台的违法摊点、车辆和杂物，恢复道路畅通",
            "我局将积极协调有关部门，加快清理占用站台的违法摊点、车辆和杂物",
        ),
    ],
)
def test_who_is_called_upon_and_on_what_grounds_leads_up_to_what_is_done(item: str, name: str) -> None:
    assert headings(f"一是{item}。二是已增加班次40个。\n")[0] == name


def test_how_proposals_are_handled_is_no_measure() -> None:
    body = (
        "为切实抓好建议办理工作，局党组认真研究部署。一是成立了办理工作领导小组。二是明确责任，由运输股专人负责办理。三是按时办结。\n"
        "对于您在建议中提出的资金问题，2016年已拨付2592万元。\n"
    )
    assert headings(body) == []


def test_a_list_of_what_is_done_for_the_proposal_stays() -> None:
    body = "我局认真抓好提案办理工作，一是增加班次40个。二是更换站牌120块。\n"
    assert headings(body) == ["增加班次40个", "更换站牌120块"]


def test_troubles_found_on_the_spot_are_no_measures_and_the_answer_to_them_is() -> None:
    body = (
        "经现场查看，一是站台处于主要路段，高峰时会造成拥堵。二是乘客守法意识较弱，影响车辆通行。"
        "针对此类问题，一是增派人员疏导。二是更换站牌120块。\n"
    )
    assert headings(body) == ["增派人员疏导", "更换站牌120块"]


def test_a_paragraph_that_turns_to_the_wish_brings_its_figures_to_no_item() -> None:
    text = (
        OPENING
        + "我局一是增加班次，二是更换站牌。\n针对您提出的资金问题，市财政2016年以来已累计拨付2592万元。\n"
    )
    found = find_measures(text, read_outline(text), None)
    assert [(m.heading, m.figures) for m in found] == [("增加班次", ()), ("更换站牌", ())]


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (
            "会同市发改委等六部门联合印发了《改进和规范城乡基层居民自治组织出具证明工作实施意见》，减轻负担",
            "联合印发了《改进和规范城乡基层居民自治组织出具证明工作实施意见》",
        ),
        (
            "今年6月下达2021年第一批省级福利彩票公益金支持农村公益性公墓修缮（公益骨灰堂）建设补助资金50万元",
            "今年6月下达2021年第一批省级福利彩票公益金支持农村公益性公墓修缮",
        ),
        (
            "2021 年 3 月，县文化馆组织乡镇开展古井资源普查，发现古井103处",
            "2021年3月，县文化馆组织乡镇开展古井资源普查",
        ),
        (
            "随着我县小客车保有量不断增加，早晚高峰的交通拥堵日益突出，我局已在现有道路设施上推进信号灯联网",
            "我局已在现有道路设施上推进信号灯联网",
        ),
        (
            "在满足居民日常出行需求的基础上，为了满足更多游客的个性化出行需求，公司开通旅游专线",
            "公司开通旅游专线",
        ),
        ("经前期筹措，我镇已安排资金245万元建桥", "经前期筹措，我镇已安排资金245万元建桥"),
        (
            "我局已按照县政府的统一安排部署，在县城各街路增画车位1000个",
            "我局已按照县政府的统一安排部署，在县城各街路增画车位1000个",
        ),
    ],
)
def test_grounds_dates_and_broken_names_give_way_to_what_is_done(item: str, name: str) -> None:
    assert headings(f"一是{item}。二是已增加班次40个。\n")[0] == name


def test_a_mark_that_no_other_follows_is_no_part_of_a_name() -> None:
    body = "二、工作情况\n（一）改善候车条件。我局已新建站台8个。\n" + SECOND
    assert headings(body)[0] == "改善候车条件"


def test_what_the_agency_does_itself_names_an_item_though_a_purpose_stands_before_it() -> None:
    body = (
        "一是为加快站台建设项目落地实施，我局始终坚持简化办事程序、特事特办，近年来先后为柳溪站、石桥站、河口站等一批项目提供服务。"
        "二是为方便群众，增加班次40个。\n"
    )
    assert headings(body) == [
        "为加快站台建设项目落地实施，我局始终坚持简化办事程序、特事特办",
        "为方便群众，增加班次40个",
    ]
