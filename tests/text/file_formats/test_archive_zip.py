from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from replies.text.file_formats import ArchiveLimits, UnreadableFile, is_archive, iter_archive, read_text
from tests.samples import file_bytes, sample_text


def zipped(**files: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def refusals(content: bytes, limits: ArchiveLimits | None = None) -> list[str]:
    members = iter_archive(content, "a.zip", limits)
    return [member.refusal.code if member.refusal else "read" for member in members]


def test_names_in_gbk_are_read_and_the_files_come_whole() -> None:
    members = {member.name: member.content for member in iter_archive(file_bytes("names.zip"), "a.zip")}
    assert sorted(members) == ["a.zip/答复/第170号.txt", "a.zip/答复/第269号.txt"]
    assert read_text(members["a.zip/答复/第170号.txt"], "第170号.txt").text.split() == sample_text(3).split()


def test_an_archive_in_an_archive_is_opened() -> None:
    content = zipped(**{"内.zip": zipped(**{"信.txt": b"a"})})
    assert [member.name for member in iter_archive(content, "a.zip")] == ["a.zip/内.zip/信.txt"]


def test_too_deep_an_archive_is_left_out() -> None:
    content = zipped(**{"x.txt": b"a"})
    for _ in range(5):
        content = zipped(**{"内.zip": content})
    assert refusals(content) == ["archive_limit"]


def test_a_bomb_is_left_out_and_the_rest_is_read() -> None:
    content = zipped(bomb=b"\0" * 8_000_000, letter=b"a")
    assert refusals(content) == ["archive_limit", "read"]


def test_too_many_files_end_the_archive_with_a_word() -> None:
    content = zipped(**{str(number): b"a" for number in range(5)})
    assert refusals(content, ArchiveLimits(count=3)) == ["read", "read", "read", "archive_limit"]


def test_too_much_in_all_ends_the_archive_with_a_word() -> None:
    content = zipped(a=b"x" * 60, b=b"y" * 60, c=b"z")
    assert refusals(content, ArchiveLimits(total_bytes=100)) == ["read", "too_large", "archive_limit"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:/x.txt", "a/../../b"])
def test_a_path_out_of_the_archive_is_left_out(name: str) -> None:
    assert refusals(zipped(**{name: b"a"})) == ["archive_path"]


def test_a_link_is_left_out() -> None:
    made = BytesIO()
    link = ZipInfo("link")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    with ZipFile(made, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refusals(made.getvalue()) == ["archive_path"]


def test_what_macs_and_windows_leave_in_archives_is_skipped() -> None:
    assert refusals(zipped(**{"__MACOSX/._a": b"a", "Thumbs.db": b"a", "~$答复.docx": b"a"})) == []


def test_a_word_file_is_no_archive() -> None:
    assert not is_archive(file_bytes("letter.docx"))
    assert is_archive(file_bytes("names.zip"))


def test_an_archive_given_as_one_file_is_refused_with_the_cure() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(file_bytes("names.zip"), "names.zip")
    assert refusal.value.code == "archive"


def test_half_an_archive_is_refused_as_damaged() -> None:
    content = file_bytes("names.zip")
    with pytest.raises(UnreadableFile) as refusal:
        list(iter_archive(content[: len(content) // 2], "a.zip"))
    assert refusal.value.code == "damaged"
