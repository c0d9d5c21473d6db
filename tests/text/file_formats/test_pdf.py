from __future__ import annotations

import pytest

from replies.text.file_formats import UnreadableFile, read_text
from replies.text.file_formats.pdf_layout import Glyph, Page
from replies.text.file_formats.pdf_paragraphs import lay_out
from tests.growth import grows_like_its_size
from tests.samples import file_bytes, sample_text

from .folding import folded


def test_a_printed_letter_reads_as_its_text_without_header_and_page_numbers() -> None:
    read = read_text(file_bytes("letter.pdf"), "letter.pdf")
    assert read.format == "pdf"
    assert folded(read.text) == folded(sample_text(3))


def test_broken_lines_become_paragraphs_again() -> None:
    read = read_text(file_bytes("letter.pdf"), "letter.pdf").text.split("\n")
    paragraphs = [line.strip() for line in sample_text(3).splitlines() if line.strip()]
    assert list(map(folded, read)) == list(map(folded, paragraphs))


def test_a_password_is_said() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(file_bytes("password.pdf"), "password.pdf")
    assert refusal.value.code == "password"
    assert "取消密码" in refusal.value.message


def test_columns_are_read_one_after_the_other() -> None:
    read = read_text(file_bytes("columns.pdf"), "columns.pdf")
    assert folded(read.text) == folded(sample_text(2))


def test_a_page_printed_from_a_browser_loses_its_edges_and_keeps_its_address() -> None:
    read = read_text(file_bytes("page-printed.pdf"), "page-printed.pdf")
    assert read.page == {"source_url": "https://mz.hangzhou.example/art/2022/7/4/art_1.html"}
    assert folded(read.text).startswith(
        "杭州市民政局关于市政协十二届一次会议第196号提案办理情况的答复巫海武委员"
    )
    assert read.text.split("\n")[-1] == "抄送：市政府办公厅，市政协提案委。"


def test_a_scan_is_refused_with_the_cure() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(file_bytes("scan.pdf"), "scan.pdf")
    assert refusal.value.code == "scanned"
    assert "文字识别" in refusal.value.message


def page_of(*lines: tuple[float, float, str]) -> Page:
    """An A4 page of lines (x, y, text) whose characters are 10 points wide and high."""
    glyphs = [
        Glyph(character, x + 10 * index, x + 10 * index + 10, y, y + 10)
        for x, y, text in lines
        for index, character in enumerate(text)
    ]
    return Page(tuple(glyphs), 595, 842)


def test_a_last_page_of_short_lines_keeps_its_lines_apart() -> None:
    full = "养" * 40
    first = page_of((120, 100, full[2:]), *((100, 120 + 20 * row, full) for row in range(10)))
    last = page_of((300, 100, "安平市民政局"), (290, 120, "二〇二一年六月"), (100, 140, "联系人赵文清"))
    assert lay_out([first, last])[0].split("\n")[1:] == ["安平市民政局", "二〇二一年六月", "联系人赵文清"]


def test_a_number_that_ends_a_page_is_no_page_number() -> None:
    assert lay_out([page_of((100, 100, "联系电话"), (100, 120, "3123363"))])[0] == "联系电话\n3123363"


@pytest.mark.parametrize("number", ["3", "— 3 —", "-3-", "第3页", "第 3 页 共 8 页", "3/8"])
def test_a_page_number_alone_on_its_line_goes(number: str) -> None:
    assert lay_out([page_of((100, 100, "现答复如下。"), (280, 800, number))])[0] == "现答复如下。"


def test_the_cells_of_a_table_stay_in_their_rows() -> None:
    rows = [(100, 100 + 20 * row, f"名称{row}") for row in range(6)] + [
        (300, 100 + 20 * row, f"内容{row}") for row in range(6)
    ]
    assert lay_out([page_of(*rows)])[0].split("\n") == [f"名称{row} 内容{row}" for row in range(6)]


def test_a_page_of_scattered_words_takes_time_in_proportion_to_their_number() -> None:
    def lay(words: int) -> None:
        lay_out([page_of(*((17 * n % 500, 5.3 * n % 800, "字") for n in range(words)))])

    assert grows_like_its_size(lay, 1000, 8000)


def test_a_date_at_the_right_margin_does_not_run_into_the_line_below() -> None:
    full = "我市高度重视养老服务工作并持续加大投入力度推动各项政策落地见效"
    size = 12.0
    rows = [(full, 0.0)] * 8 + [("2024年6月3日", len(full) * size - 9 * size), ("联系人：科室工作人员", 0.0)]
    glyphs = [
        Glyph(character, left + n * size, left + (n + 1) * size, 20.0 * row, 20.0 * row + size)
        for row, (text, left) in enumerate(rows)
        for n, character in enumerate(text)
    ]
    text, _ = lay_out([Page(tuple(glyphs), 600.0, 800.0)])
    assert text.splitlines()[-2:] == ["2024年6月3日", "联系人：科室工作人员"]


def test_a_character_of_which_a_font_tells_only_its_ink_does_not_stand_apart() -> None:
    whole = page_of((100, 100, "下"), (120, 100, "步工作打算"))
    stroke = Glyph("一", 110.6, 119.4, 104.4, 105.6)
    glyphs = (whole.glyphs[0], stroke, *whole.glyphs[1:])
    assert lay_out([Page(glyphs, 595, 842)])[0] == "下一步工作打算"


def test_a_paragraph_after_one_of_two_full_lines_begins_anew() -> None:
    def paragraph(top: float, second: int) -> list[tuple[float, float, str]]:
        return [(120, top, "养" * 38), (100, top + 20, "老" * second)]

    rows = [*paragraph(100, 20), *paragraph(140, 12), (120, 180, "养" * 38), (120, 200, "感谢支持。")]
    assert [len(line) for line in lay_out([page_of(*rows)])[0].split("\n")] == [58, 50, 38, 5]


def test_columns_go_on_beside_a_signature() -> None:
    full = "养" * 20
    left = [(100, 100 + 20 * row, full) for row in range(12)]
    right = [(340, 100 + 20 * row, full) for row in range(5)]
    signed = [
        (440, 200, "安平市民政局"),
        (450, 220, "2023年6月9日"),
        (340, 240, "联系人：周敏"),
        (340, 260, "抄送。"),
    ]
    signed += [(340, 280, "市政府督查室。"), (340, 300, "校对。"), (340, 320, "印发。")]
    read = lay_out([page_of(*left, *right, *signed)])[0]
    assert read.index("安平市民政局") > read.rindex(full)
    assert "2023年6月9日\n联系人：周敏\n抄送。\n" in read


def test_two_marks_whose_ink_is_far_apart_stand_together() -> None:
    whole = page_of((100, 100, "办法》，对"))
    before, _, comma, after = whole.glyphs[1], whole.glyphs[2], whole.glyphs[3], whole.glyphs[4]
    ink = Glyph("》", 120.5, 123, 101, 109)
    glyphs = (whole.glyphs[0], before, ink, comma, after)
    assert lay_out([Page(glyphs, 595, 842)])[0] == "办法》，对"
