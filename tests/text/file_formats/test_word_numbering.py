from __future__ import annotations

import pytest
from lxml import etree

from replies.text.file_formats.word_numbering import Numbering, in_chinese, read_numbering

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def numbering(*levels: tuple[str, str], overrides: str = "") -> Numbering:
    """A list `1` with these (format, text) levels, and a list `2` on the same definition."""
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, text) in enumerate(levels)
    )
    return read_numbering(
        etree.fromstring(
            f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num></w:numbering>'
        )
    )


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (1010, "一千零一十"),
        (10_000, "10000"),
    ],
)
def test_counts_are_written_as_chinese_writes_them(count: int, written: str) -> None:
    assert in_chinese(count) == written


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("chineseCountingThousand", "%1、", ["一、", "二、"]),
        ("chineseCounting", "（%1）", ["（一）", "（二）"]),
        ("decimal", "%1.", ["1.", "2."]),
        ("decimalEnclosedCircleChinese", "%1", ["① ", "② "]),
        ("ideographTraditional", "%1．", ["甲．", "乙．"]),
        ("chineseCounting", "第%1条", ["第一条 ", "第二条 "]),
        ("upperRoman", "%1.", ["I.", "II."]),
        ("bullet", "\uf0d8", ["", ""]),
    ],
)
def test_each_format_is_written_as_word_prints_it(style: str, text: str, expected: list[str]) -> None:
    counted = numbering((style, text))
    assert [counted.label("1", 0), counted.label("1", 0)] == expected


def test_a_deeper_level_starts_again_under_each_higher_item() -> None:
    counted = numbering(("chineseCounting", "%1、"), ("decimal", "%1.%2"))
    labels = [counted.label("1", depth) for depth in (0, 1, 1, 0, 1)]
    assert labels == ["一、", "一.1 ", "一.2 ", "二、", "二.1 "]


def test_lists_on_one_definition_go_on_unless_one_restarts() -> None:
    going_on = numbering(("decimal", "%1."))
    assert [going_on.label("1", 0), going_on.label("2", 0)] == ["1.", "2."]
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    again = numbering(("decimal", "%1."), overrides=restart)
    assert [again.label("1", 0), again.label("2", 0), again.label("2", 0)] == ["1.", "1.", "2."]


def test_a_list_that_is_not_defined_has_no_label() -> None:
    assert numbering(("decimal", "%1.")).label("9", 0) == ""
