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
