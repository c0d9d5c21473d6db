"""Done or promised, where the words that tell stand in a heading's shadow or in mid-sentence; all invented."""

from __future__ import annotations

import pytest

from replies.text.measures import find_measures
from replies.text.outline import read_outline

OPENING = "陈小河代表：\n您提出的关于改善公交服务的建议收悉。现答复如下：\n"


def phases(body: str) -> list[str]:
    text = OPENING + body
    return [m.phase for m in find_measures(text, read_outline(text), None)]


def test_a_section_is_judged_by_what_stands_under_its_heading_before_the_next_step() -> None:
    body = (
        "一、关于成立调度中心\n我市调度人员力量有限，成立调度中心对改善服务具有重要意义。"
        "下一步，我们将到已建成调度中心的县区学习，争取支持。\n"
        "二、关于增设站台\n今年已增设站台8个。下一步，我们将改造旧站台。\n"
    )
    assert phases(body) == ["planned", "done"]


@pytest.mark.parametrize("turn", ["接下来", "下一步", "今后"])
def test_a_list_is_promised_where_its_sentence_turns_after_telling_of_troubles(turn: str) -> None:
    body = (
        f"目前，我市还有10条线路班次不足，{turn}公交公司将从以下三方面做好调度工作：\n"
        "一、强化监督。针对目前正在运行的5条夜班线路，做好监督，确保准点。\n"
        "二、强化排查。结合年检掌握车辆情况，发现隐患及时处理。\n"
        "三、加强沟通。优先安排老旧车辆列入更新计划。\n"
    )
    assert phases(body) == ["planned"] * 3


def test_a_list_is_told_as_done_where_its_sentence_only_looks_back() -> None:
    body = (
        "目前，我市主要从以下两方面做好调度工作：\n"
        "一、强化监督。已与公司签订责任书，检查线路5条。\n二、强化排查。已检修车辆20台。\n"
    )
    assert phases(body) == ["done", "done"]


@pytest.mark.parametrize(
    ("so_far", "phase"),
    [
        ("目前石桥站台建设进度达75%", "done"),
        ("目前石桥站台已完成投资的80%", "done"),
        ("目前石桥站台正在选址", "planned"),
    ],
)
def test_how_far_it_has_come_is_a_result_and_a_mere_present_leads_up_to_the_promise(
    so_far: str, phase: str
) -> None:
    body = f"一、{so_far}，我镇将继续跟踪，确保工程质量。\n二、新增班次40个，已投入运营。\n"
    assert phases(body) == [phase, "done"]
