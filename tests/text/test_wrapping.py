"""Paragraphs broken into lines of one width are read as the paragraphs they were."""

from __future__ import annotations

import re
import time

import pytest

from replies.text.parse import parse_reply
from replies.text.wrapping import unwrapped
from tests.text.gold import SAMPLES, sample_text


def wrapped(text: str, width: int, end: str = "\n") -> str:
    """As a printer would: numbers stay whole, Latin signs take half the place."""
    out = []
    for line in text.split("\n"):
        row, used = "", 0.0
        for word in re.findall(r"[0-9A-Za-z.%]+|.", line.strip()):
            size = len(word) / 2 if word.isascii() else len(word)
            if used + size > width:
                out.append(row)
                row, used = "", 0.0
            row, used = row + word, used + size
        out.append(row)
    return end.join(out)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", SAMPLES)
def test_measures_of_a_wrapped_letter_are_those_of_the_letter(name: str, end: str) -> None:
    whole, broken = sample_text(name), wrapped(sample_text(name), 40, end)
    told = [(m.marker, m.heading[:12], m.phase) for m in parse_reply(broken).measures]
    assert told == [(m.marker, m.heading[:12], m.phase) for m in parse_reply(whole).measures]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_letter_that_is_not_wrapped_stays_as_it_is(name: str) -> None:
    assert unwrapped(sample_text(name)) == sample_text(name)


def test_only_lines_broken_in_a_sentence_are_joined_and_no_place_is_lost() -> None:
    title = "关于政协第九届三次会议第十二号提案的答复"
    lines = ["近年来我市高度重视农村公路的建设和养护工作", "先后投入资金三百万元新建改建道路十二条在此", "基础上我局又组织人员对全市的危桥险段逐一进",
             "行了排查并且制定了整治方案明确了责任的单位", "和完成时限目前已有六座危桥完成了加固和改建", "其余的正在抓紧施工。"]  # fmt: skip
    text = "\n".join([title, "马青委员：", *lines, "一、新建道路"])
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert joined.split("\n") == [title, "马青委员：", " ".join(lines), "一、新建道路"]


SHORT = [
    "您提出的关于改善村道的建议收悉，该路段年久失修群众出",
    "行不便，我局已安排养护人员修补路面并且落实了管护的责",
    "任单位，年内完成整治任务，同时对沿线的标志标线也一并",
    "作了完善。",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n"])
def test_three_lines_of_one_width_are_enough_and_blank_lines_may_stand_between(gap: str) -> None:
    text = gap.join(["林秋水代表：", *SHORT, "平江县水利局"])
    joined = unwrapped(text)
    assert len(joined) == len(text)
    told = [" ".join(line.split()) for line in joined.split("\n") if line.strip()]
    assert told == ["林秋水代表：", " ".join(SHORT), "平江县水利局"]


def test_a_title_as_wide_as_the_lines_stays_apart() -> None:
    title = "平江县水利局关于县十七届人大二次会议第六号的办理报告"
    assert unwrapped("\n\n".join([title, *SHORT, "平江县水利局"])).split("\n")[0] == title


def test_names_may_go_on_in_the_next_line() -> None:
    names = ["林秋水、何平、周丽、陈宏、李一凡、赵小川、王石、孙知", "微代表："]
    joined = unwrapped("\n".join([*names, *SHORT]))
    assert joined.startswith(" ".join(names))


@pytest.mark.parametrize("number", ["— 2 —", "-12-", "  －3－ "])
def test_the_number_of_a_page_is_no_line(number: str) -> None:
    text = f"一是修路。\n{number}\n二是架桥。"
    assert unwrapped(text) == f"一是修路。\n{' ' * len(number)}\n二是架桥。"


FRAMES = ("| {} |", "| {}", "{} |", "|{}|")


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_letter_whose_lines_are_rows_of_a_table_is_read_as_the_letter(name: str, frame: str) -> None:
    lines = [line.strip() for line in sample_text(name).split("\n") if line.strip()]
    whole, framed = (
        parse_reply("\n".join(lines)),
        parse_reply("\n".join(frame.format(line) for line in lines)),
    )
    told = (
        "reply_title",
        "proposers",
        "proposal_title",
        "agency",
        "place",
        "reply_date",
        "contact_name",
        "cc",
    )
    assert [framed.value(field) for field in told] == [whole.value(field) for field in told]
    measured = [(m.marker, m.heading, m.phase) for m in whole.measures]
    assert [(m.marker, m.heading, m.phase) for m in framed.measures] == measured


def test_cells_beside_each_other_and_a_label_before_a_bar_stay_as_they_are() -> None:
    text = "| 发布机构 | 平江县水利局 |\n案由 |\n关于改善村道的建议 | |\n"
    assert unwrapped(text) == text


@pytest.mark.parametrize("row", ["|{}| 一", "{}|一", "联系人：{}一 |"])
def test_a_row_of_many_blanks_takes_no_longer_than_it_is_long(row: str) -> None:
    def seconds(blanks: int) -> float:
        start = time.process_time()
        unwrapped(row.format(" " * blanks))
        return time.process_time() - start

    assert seconds(160_000) < 16 * max(seconds(20_000), 0.02)
