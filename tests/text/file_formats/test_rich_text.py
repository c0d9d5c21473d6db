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


def test_bytes_in_the_code_page_of_chinese_windows_are_read() -> None:
    hexed = "".join(f"\\'{byte:02x}" for byte in "答复如下".encode("gb18030"))
    content = rf"{{\rtf1\ansi\ansicpg936 {hexed}\par {{\*\unknown hidden}}\u24314?\u35758?}}".encode("ascii")
    assert read_text(content, "a.rtf").text == "答复如下\n建议"
