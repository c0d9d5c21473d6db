from __future__ import annotations

import pytest

from replies.text.file_formats import read_text
from tests.samples import file_bytes, sample_text

from .folding import folded


@pytest.mark.parametrize("name", ["letter.rtf", "letter.doc", "letter.wps"])
def test_rich_text_is_read_under_any_name(name: str) -> None:
    read = read_text(file_bytes("letter.rtf"), name)
    assert (read.format, folded(read.text)) == ("rtf", folded(sample_text(3)))


def test_rich_text_gives_what_the_word_file_gives() -> None:
    assert (
        read_text(file_bytes("parts.rtf"), "a.rtf").text == read_text(file_bytes("parts.docx"), "a.docx").text
    )


def test_tables_boxes_notes_and_numbers_are_where_the_word_file_has_them() -> None:
    assert (
        read_text(file_bytes("tables.rtf"), "a.rtf").text
        == read_text(file_bytes("tables.docx"), "a.docx").text
    )


def test_bytes_in_the_code_page_of_chinese_windows_are_read() -> None:
    hexed = "".join(f"\\'{byte:02x}" for byte in "答复如下".encode("gb18030"))
    content = rf"{{\rtf1\ansi\ansicpg936 {hexed}\par {{\*\unknown hidden}}\u24314?\u35758?}}".encode("ascii")
    assert read_text(content, "a.rtf").text == "答复如下\n建议"


def rich_text(body: str, head: str = r"\ansi\ansicpg936") -> bytes:
    """A document whose Chinese stands in the bytes of the Chinese code page, as office programs write it."""
    coded = "".join(
        sign if sign < "\x80" else "".join(f"\\'{byte:02x}" for byte in sign.encode("gb18030"))
        for sign in body
    )
    return f"{{\\rtf1{head}\\pard {coded}}}".encode("ascii")


def lines_of(body: str) -> list[str]:
    return read_text(rich_text(body), "a.rtf").text.split("\n")


def test_a_text_box_anchored_amid_a_sentence_stands_before_it() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt 安平市民政局\par 文件\par}}{\shprslt{\*\do{\dptxbxtext 旧图\par}}}}"
    assert lines_of(rf"已建成{box}养老机构。\par 特此答复。") == [
        "安平市民政局",
        "文件",
        "已建成养老机构。",
        "特此答复。",
    ]


def test_a_text_box_of_an_older_program_is_read() -> None:
    assert lines_of(r"答复{\*\do\dobxpage\dptxbx{\dptxbxtext 文城市教育局\par}}如下\par") == [
        "文城市教育局",
        "答复如下",
    ]


def test_the_paragraphs_of_a_cell_stay_in_its_row() -> None:
    table = r"\trowd\pard\intbl 床位\par （含护理型）\cell\cell 1200\cell\row\pard 以上为全部。"
    assert lines_of(table) == ["床位 （含护理型）\t1200", "以上为全部。"]


def test_a_table_in_a_cell_stays_in_its_place() -> None:
    row = r"\pard\intbl\itap2 %s\nestcell %s\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
    inner = row % ("项目", "数量") + row % ("床位", "40")
    assert lines_of(rf"\pard\intbl 附表：\par {inner}\pard\intbl\cell 说明\cell\row\pard 完。") == [
        "附表： 项目\t数量 床位\t40\t说明",
        "完。",
    ]


def test_each_footnote_is_a_line_of_its_own() -> None:
    text = r"机构27家{\footnote 截至2020年底。}、床位{\footnote 含在建。}四千张。\par"
    assert lines_of(text) == ["机构27家、床位四千张。", "截至2020年底。", "含在建。"]


def test_without_a_font_of_its_own_text_is_in_the_font_of_the_document() -> None:
    fonts = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset134 SimSun;}}"
    assert read_text(rich_text(r"答复如下\par", fonts), "a.rtf").text == "答复如下"


@pytest.mark.parametrize("byte", [r"\{", r"\}", r"\\", r"\'7b"])
def test_a_brace_that_is_half_a_character_is_read_as_that_half(byte: str) -> None:
    second = {r"\{": 0x7B, r"\}": 0x7D, r"\\": 0x5C, r"\'7b": 0x7B}[byte]
    content = rf"{{\rtf1\ansi\ansicpg936 \'96{byte}\'b4\'f0}}".encode("ascii")
    assert read_text(content, "a.rtf").text == bytes([0x96, second]).decode("gb18030") + "答"


def test_a_byte_order_mark_before_rich_text_is_passed_over() -> None:
    assert read_text(b"\xef\xbb\xbf" + rich_text(r"答复如下\par"), "a.doc").text == "答复如下"


def test_a_file_that_was_cut_off_is_read_and_said_to_be() -> None:
    read = read_text(rich_text(r"答复如下\par 此致")[:-1], "a.rtf")
    assert read.text == "答复如下\n此致"
    assert "没有正常结束" in read.notices[0]
