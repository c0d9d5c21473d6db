from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from replies.text.file_formats import UnreadableFile, read_text
from tests.samples import file_bytes, sample_text

from .folding import folded


def lines(name: str) -> list[str]:
    return read_text(file_bytes(name), name).text.split("\n")


def test_a_word_letter_reads_as_its_text() -> None:
    read = read_text(file_bytes("letter.docx"), "letter.docx")
    assert read.format == "docx"
    assert folded(read.text) == folded(sample_text(3))


def test_a_page_number_in_the_footer_is_no_text() -> None:
    assert lines("letter.docx")[-1].strip().startswith("抄送")


def test_the_cells_of_a_row_stand_on_one_line() -> None:
    assert "联系人：李明远\t电话：0319-5550101" in lines("parts.docx")


def test_a_text_box_is_read_once_and_before_its_paragraph() -> None:
    read = lines("parts.docx")
    assert read[:2] == ["安平市民政局文件", "安民函〔2021〕8号"]
    assert read.count("安平市民政局文件") == 1


def test_numbers_that_word_counts_come_out_as_text() -> None:
    read = lines("parts.docx")
    start = read.index("一、完善设施布局")
    assert read[start : start + 6] == [
        "一、完善设施布局",
        "（一）建设日间照料中心",
        "（二）改造敬老院",
        "1.增设护理型床位",
        "2.加装电梯",
        "二、加强队伍建设",
    ]


def test_deleted_words_are_left_out_and_inserted_ones_kept() -> None:
    text = "\n".join(lines("parts.docx"))
    assert "今年新增床位四百五十张" in text
    assert "三百" not in text


def test_a_line_break_ends_a_line() -> None:
    read = lines("parts.docx")
    assert read[read.index("床位二百张。") - 1].endswith("其中护理型")


def test_a_footnote_follows_the_letter() -> None:
    assert lines("parts.docx")[-1] == "数据截至2020年底。"


def test_a_letterhead_comes_first_copies_last_and_a_running_title_not_at_all() -> None:
    read = lines("letterhead.docx")
    assert (read[0], read[-1]) == ("温州市民政局文件", "抄送：市人大常委会代表工委。")
    assert folded("".join(read[1:-1])) == folded(sample_text(0))


def package(**parts: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return made.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_entities_are_not_expanded() -> None:
    content = package(
        document=f'<!DOCTYPE d [<!ENTITY a "答复"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&a;&f;</w:t></w:r></w:p></w:body></w:document>'
    )
    with pytest.raises(UnreadableFile) as refusal:
        read_text(content, "a.docx")
    assert refusal.value.code == "damaged"


def test_a_part_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(package(document=" " * (31 * 1024 * 1024)), "a.docx")
    assert refusal.value.code == "too_large"


def test_half_a_file_is_refused_as_damaged() -> None:
    content = file_bytes("letter.docx")
    with pytest.raises(UnreadableFile) as refusal:
        read_text(content[: len(content) // 2], "letter.docx")
    assert refusal.value.code == "damaged"


def test_a_password_is_said() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(file_bytes("password.docx"), "password.docx")
    assert refusal.value.code == "password"
