from __future__ import annotations

import shutil
import struct
from io import BytesIO

import olefile
import pytest

from replies.text.file_formats import UnreadableFile, read_text, word_doc
from replies.text.file_formats.word_binary import BinaryText, OlderWord
from tests.samples import file_bytes, sample_text

from .folding import folded


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_doc.shutil, "which", lambda program: None)


def test_an_old_word_letter_reads_as_its_text_without_any_program(no_programs: None) -> None:
    read = read_text(file_bytes("letter.doc"), "letter.doc")
    assert read.format == "doc"
    assert folded(read.text) == folded(sample_text(3))
    assert read.notices == ()


def test_text_box_table_footnote_and_changes_of_an_old_file_are_read(no_programs: None) -> None:
    text = read_text(file_bytes("parts.doc"), "parts.doc").text
    assert "安平市民政局文件" in text
    assert "联系人：李明远\t电话：0319-5550101" in text
    assert "数据截至2020年底。" in text
    assert "今年新增床位四百五十张" in text


@pytest.mark.parametrize("name", ["parts", "tables"])
def test_tables_boxes_notes_and_numbers_are_where_the_newer_file_has_them(
    name: str, no_programs: None
) -> None:
    read = read_text(file_bytes(f"{name}.doc"), "a.doc")
    assert read.text == read_text(file_bytes(f"{name}.docx"), "a.docx").text
    assert read.notices == ()


def without_lists(name: str) -> bytes:
    """The same file, its head saying that it has no list definitions; the paragraphs go on naming theirs."""
    written = BytesIO(file_bytes(name))
    with olefile.OleFileIO(written, write_mode=True) as container:
        main = bytearray(container.openstream("WordDocument").read())
        struct.pack_into("<II", main, 0x9A + 73 * 8, 0, 0)
        container.write_stream("WordDocument", bytes(main))
    return written.getvalue()


def test_automatic_numbers_that_cannot_be_made_out_are_said(no_programs: None) -> None:
    read = read_text(without_lists("parts.doc"), "parts.doc")
    assert "完善设施布局" in read.text
    assert "自动编号" in read.notices[0]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_with_libreoffice_a_list_that_cannot_be_made_out_is_read_by_it() -> None:
    read = read_text(without_lists("parts.doc"), "parts.doc")
    assert "完善设施布局" in read.text
    assert (read.format, read.notices) == ("doc", ())


def test_a_password_is_said() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(file_bytes("password.docx"), "password.doc")
    assert refusal.value.code == "password"


def test_a_file_older_than_our_reader_needs_a_program_and_says_so(
    no_programs: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def older(content: bytes) -> BinaryText:
        raise OlderWord

    monkeypatch.setattr(word_doc, "read_binary", older)
    with pytest.raises(UnreadableFile) as refusal:
        read_text(file_bytes("letter.doc"), "letter.doc")
    assert refusal.value.code == "no_reader"
    assert ".docx" in refusal.value.message
