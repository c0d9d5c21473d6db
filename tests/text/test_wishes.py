"""Letters that answer wish by wish, and what in them is the deputy's and what the agency's."""

from __future__ import annotations

from datetime import date

import pytest

from replies.text.measures import find_measures
from replies.text.outline import read_outline
from replies.text.parsed import ParsedMeasure

OPENING = "林秋水代表：\n您提出的《关于方便群众乘车的建议》收悉。现答复如下：\n"
CLOSING = "感谢您对我们工作的关心和支持。\n"


def measures(body: str) -> tuple[ParsedMeasure, ...]:
    text = OPENING + body + CLOSING
    return find_measures(text, read_outline(text), date(2022, 5, 6))


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ("建议一：", "答复："),
        ("建议1：", "办理情况："),
        ("问题一、", "答："),
        ("第一条建议：", "回复："),
        ("诉求1.", "办理意见："),
    ],
)
def test_question_and_answer_give_one_measure_for_each_wish(wish: str, answer: str) -> None:
    second = wish.replace("一", "二").replace("1", "2")
    body = (
        f"{wish}增加公交班次。\n{answer}我局已增加班次12趟。\n"
        f"{second}降低老年人票价。\n{answer}我局将研究优惠办法。\n"
    )
    assert [(m.heading, m.phase) for m in measures(body)] == [
        ("增加公交班次", "done"),
        ("降低老年人票价", "planned"),
    ]


def test_a_wish_that_is_only_repeated_is_no_measure() -> None:
    body = "建议一：增加公交班次。\n建议二：降低老年人票价。\n我局认为有道理，已转请公司研究。\n"
    assert "增加公交班次" not in [m.heading for m in measures(body)]


def test_paragraphs_that_each_quote_a_wish_are_measures_where_nothing_is_numbered() -> None:
    body = (
        "关于“增加公交班次”的建议。我局已增加班次12趟。\n"
        "关于“降低老年人票价”的建议。我局将研究优惠办法，方便老人出行。\n"
    )
    assert [(m.heading, m.phase) for m in measures(body)] == [
        ("关于“增加公交班次”的建议", "done"),
        ("关于“降低老年人票价”的建议", "planned"),
    ]


def test_one_quoted_wish_makes_no_list() -> None:
    assert measures("关于“增加公交班次”的建议，我局已增加班次12趟。\n票价由市里统一制定。\n") == ()


def test_numbers_inside_a_quoted_wish_are_not_the_agencys() -> None:
    body = (
        "一、关于“增加站台30个”的建议\n今年已新建站台8个，方便群众候车。\n"
        "二、“新购车辆50台”的建议\n您提出“新购车辆50台”，我局已购置车辆20台，投入使用。\n"
    )
    assert [(f.value, f.unit) for m in measures(body) for f in m.figures] == [(8, "个"), (20, "台")]


def test_numbers_of_a_wish_answered_below_are_not_the_agencys() -> None:
    body = "建议一：增加站台30个。\n答复：已新建站台8个。\n建议二：新购车辆50台。\n答复：已购置车辆20台。\n"
    assert [(f.value, f.unit) for m in measures(body) for f in m.figures] == [(8, "个"), (20, "台")]


@pytest.mark.parametrize(
    "heading",
    [
        "调查情况",
        "关于建议中反映的问题",
        "提案所提到的主要问题",
        "项目实施的必要性",
        "您的建议非常好，表明您对我市公交事业的关心",
    ],
)
def test_a_section_that_repeats_examines_or_praises_is_no_measure(heading: str) -> None:
    body = f"一、{heading}\n沿线居民较多，候车时间长，出行不便。\n二、增加班次\n今年已增加班次12趟，缩短候车时间。\n"
    assert [m.heading for m in measures(body)] == ["增加班次"]


def test_a_section_headed_by_the_wishes_that_answers_them_is_kept() -> None:
    body = (
        "一、办理工作开展情况\n我局高度重视，明确专人办理。\n"
        "二、关于建议中反映的问题\n我市公交起步较晚。一是纳入规划，编制了公交规划。二是加大投入，购置车辆20台。\n"
        "三、关于建议中反映的困难\n我市已安排补助资金300万元。\n"
    )
    assert [m.heading for m in measures(body)] == [
        "纳入规划，编制了公交规划",
        "加大投入，购置车辆20台",
        "关于建议中反映的困难",
    ]


def test_a_year_alone_is_no_heading() -> None:
    title = "关于进一步做好城区公共汽车运营管理和服务质量监督考核工作的指导意见"
    body = f"1.2017年，省厅印发了《{title}》，明确了要求。\n2.我局已制定考核办法。\n"
    assert measures(body)[0].heading == f"印发了《{title}》"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("累计争取和下达资金300万元", "result"),
        ("先后争取资金300万元", "result"),
        ("争取到补助资金300万元", "result"),
        ("积极争取资金300万元", "target"),
    ],
)
def test_what_has_been_got_is_a_result_and_what_is_sought_a_target(said: str, role: str) -> None:
    found = measures(f"一是强化保障，{said}。二是其他工作由公交公司负责。\n")
    assert [f.role for f in found[0].figures] == [role]


def test_praise_that_goes_on_to_an_action_stays_a_measure() -> None:
    body = "一、您的建议非常好，我局已采纳并增加班次12趟。\n二、票价问题，我局将会同物价部门研究。\n"
    assert len(measures(body)) == 2


def test_items_that_name_a_trouble_and_its_cure_are_measures() -> None:
    body = (
        "（一）驾驶人员不足，下一步将招聘驾驶员20名。\n（二）车辆老旧，不能满足需要，今年已更新车辆8台。\n"
        "（三）场站用地紧张，我局将积极协调用地。\n"
    )
    assert [(m.marker, m.phase) for m in measures(body)] == [
        ("（一）", "planned"),
        ("（二）", "done"),
        ("（三）", "planned"),
    ]


def test_items_that_only_name_troubles_stay_out() -> None:
    body = "（一）驾驶人员不足，难以加开班次。\n（二）车辆老旧，不能满足需要。\n（三）场站用地紧张。\n"
    assert measures(body) == ()


@pytest.mark.parametrize(
    ("item", "phase"),
    [
        ("目前正与街道协商，待资金到位后，我局将立即实施", "planned"),
        ("我局已与街道进行了沟通，待手续完善后，将尽快开工", "planned"),
        ("要充分利用现有场站，要不断改善候车条件", "planned"),
        ("计划逐步对沿线站台进行改造", "planned"),
        ("已新建站台8个，今后将继续增加", "done"),
        ("将沿线站台纳入改造范围，已完成8个", "done"),
        ("为方便群众，重要路口均设了站台", "done"),
    ],
)
def test_an_item_is_a_promise_where_it_ends_in_one_and_reports_no_result(item: str, phase: str) -> None:
    found = measures(f"1.{item}。\n2.其他站台由公交公司负责养护。\n")
    assert found[0].phase == phase


def test_a_section_headed_by_what_is_to_be_handled_is_planned() -> None:
    body = "一、已办理情况\n新建站台8个，更换站牌。\n二、拟办理情况\n更换车辆20台，改善候车条件。\n"
    assert [m.phase for m in measures(body)] == ["done", "planned"]


def test_wishes_listed_under_the_name_of_who_raised_them_are_answers_where_each_is_answered() -> None:
    answered = (
        "一、对于林秋水委员提出的建议\n（一）关于“增加班次”的建议。公交公司已在早晚高峰增加班次12个。\n"
        "（二）关于“更换站牌”的建议。公交公司逐条线路更换老旧站牌120块。\n二、其他\n已印发手册。\n"
    )
    assert [m.marker for m in measures(answered)] == ["（一）", "（二）", "二、"]
    repeated = "一、对于林秋水委员提出的建议\n（一）关于增加班次的建议。\n（二）关于更换站牌的建议。\n二、办理结果\n已印发手册。\n"
    assert [m.marker for m in measures(repeated)] == ["二、"]
