"""What differs between two readings, part by part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from replies.ingest.changes import changes
from replies.ingest.values import FigureValues, MeasureValues


def measure(heading, start, **others):
    return MeasureValues(heading=heading, text=heading, phase="done", start=start, end=start + 9, **others)


def figure(value, role):
    return FigureValues(text="新增床位", value=Decimal(value), unit="张", role=role, start=3, end=7)


def told(name, old, new):
    return [str(change) for change in changes(name, old, new)]


@pytest.mark.parametrize(
    ("old", "new", "said", "sort"),
    [
        ("", "张三", "签发人：— → 张三", "new"),
        ("张三", "", "签发人：张三 → —", "gone"),
        ("张三", "李四", "签发人：张三 → 李四", "other"),
    ],
)
def test_a_value_is_gained_lost_or_another(old, new, said, sort):
    [change] = changes("signer", old, new)
    assert (str(change), change.sort) == (said, sort)


def test_the_same_value_is_no_change():
    assert told("reply_date", date(2021, 7, 7), date(2021, 7, 7)) == []


def test_of_lists_only_the_difference_is_said():
    assert told("cc", ("甲", "乙"), ("乙", "丙")) == ["抄送：甲 → 丙"]
    assert told("topics", frozenset({"a"}), frozenset({"a", "b"})) == ["主题：— → b"]


def test_a_measure_that_moved_says_nothing_new():
    assert told("measures", (measure("建成中心", 10),), (measure("建成中心", 25),)) == []


def test_measures_are_followed_by_their_place_or_their_words():
    old = (measure("建成中心", 10), measure("发放补贴", 40))
    new = (measure("培训人员", 80), measure("建成新的中心", 10), measure("发放补贴", 45, deadline="2025"))
    assert told("measures", old, new) == [
        "措施与数字 › 要点 “建成中心”：建成中心 → 建成新的中心",
        "措施与数字 › 原文 “建成中心”：建成中心 → 建成新的中心",
        "措施与数字 › 期限 “发放补贴”：— → 2025",
        "措施与数字 “培训人员”：— → 培训人员",
    ]


def test_two_figures_of_one_clause_are_kept_apart():
    old = (measure("新增", 1, figures=(figure(5, "result"), figure(8, "target"))),)
    new = (measure("新增", 1, figures=(figure(5, "result"), figure(8, "threshold"))),)
    assert told("measures", old, new) == ["措施与数字 › 数字 › 性质 “新增” “新增床位”：目标 → 标准"]


def test_readings_kept_as_json_are_compared_alike():
    old = [
        {"heading": "建成中心", "phase": "done", "span": [1, 9], "figures": [{"text": "5个", "value": 5.0}]}
    ]
    new = [{"heading": "建成中心", "phase": "planned", "span": [2, 9], "figures": []}]
    assert told("measures", old, new) == [
        "措施与数字 › 阶段 “建成中心”：已做 → 将做",
        "措施与数字 › 数字 “建成中心” “5个”：5个 → —",
    ]
    assert told("topic_evidence", None, {"facilities": ["床位"]}) == ["topic_evidence：— → facilities"]


def test_long_texts_are_shown_from_where_they_part():
    same = "甲" * 200
    [said] = told("title", f"{same}旧{same}", f"{same}新{same}")
    before, after = said.removeprefix("标题：").split(" → ")
    assert before.startswith("甲" * 15 + "…" + "甲" * 15 + "旧")
    assert len(after) < 130
