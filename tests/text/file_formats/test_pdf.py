from __future__ import annotations

import pytest

from replies.text.file_formats import UnreadableFile, read_text
from tests.samples import file_bytes, sample_text

from .folding import folded


def test_a_printed_letter_reads_as_its_text_without_header_and_page_numbers() -> None:
    read = read_text(file_bytes("letter.pdf"), "letter.pdf")
    assert read.format == "pdf"
    assert folded(read.text) == folded(sample_text(3))


def test_broken_lines_become_paragraphs_again() -> None:
    read = read_text(file_bytes("letter.pdf"), "letter.pdf").text.split("\n")
    paragraphs = [line.strip() for line in sample_text(3).splitlines() if line.strip()]
    whole = [line for line in paragraphs if folded(line) in set(map(folded, read))]
    broken_title = 1
    assert len(whole) == len(paragraphs) - broken_title


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
