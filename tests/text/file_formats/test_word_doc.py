from __future__ import annotations

import shutil
import struct
from io import BytesIO

import olefile
import pytest

from replies.text.file_formats import UnreadableFile, read_text, word_doc
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


def with_head(name: str, form: str, at: int, *values: int) -> bytes:
    """The same file with other numbers at a place of the head of its main stream."""
    written = BytesIO(file_bytes(name))
    with olefile.OleFileIO(written, write_mode=True) as container:
        main = bytearray(container.openstream("WordDocument").read())
        struct.pack_into(form, main, at, *values)
        container.write_stream("WordDocument", bytes(main))
    return written.getvalue()


def without_lists(name: str) -> bytes:
    """Its head says that there are no list definitions; the paragraphs go on naming theirs."""
    return with_head(name, "<II", 0x9A + 73 * 8, 0, 0)


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


def test_a_password_of_an_old_file_is_said() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(with_head("letter.doc", "<H", 10, 0x0100), "letter.doc")
    assert refusal.value.code == "password"
    assert "取消密码" in refusal.value.message


def test_a_file_older_than_our_reader_needs_a_program_and_says_so(no_programs: None) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(with_head("letter.doc", "<H", 2, 0x0065), "letter.doc")
    assert refusal.value.code == "no_reader"
    assert ".docx" in refusal.value.message


def renamed(stream: str) -> bytes:
    """The container of a letter with the name of its main stream changed."""
    old, new = (name.encode("utf-16-le").ljust(64, b"\0") for name in ("WordDocument", stream))
    content = file_bytes("letter.doc").replace(old, new)
    place = content.index(new) + 64
    return content[:place] + struct.pack("<H", 2 * len(stream) + 2) + content[place + 2 :]


@pytest.mark.parametrize(
    ("stream", "kind"),
    [("Workbook", "Excel"), ("__properties_version1.0", "Outlook"), ("CONTENTS", "Works")],
)
def test_what_another_program_keeps_in_such_a_container_is_named_with_the_cure(
    stream: str, kind: str
) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(renamed(stream), "letter.wps")
    assert refusal.value.code == "unsupported"
    assert kind in refusal.value.message
    assert "另存为" in refusal.value.message
