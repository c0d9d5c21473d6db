"""Whatever the bytes are, reading gives a document or UnreadableFile and never another exception."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replies.text.file_formats import FORMATS, UnreadableFile, iter_archive, read_text, word_doc
from tests.growth import grows_like_its_size
from tests.samples import file_bytes

STARTS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"{\\rtf1",
    b"<html>",
    b"\xff\xfe",
]
NAMES = [f"a{extension}" for kind in FORMATS for extension in kind.extensions] + ["a", "a.zip"]
FILES = [
    "letter.docx",
    "parts.docx",
    "parts.doc",
    "tables.doc",
    "tables.rtf",
    "tables-2003.xml",
    "columns.pdf",
    "page-table.html",
    "page.mht",
]


@pytest.fixture(autouse=True)
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_doc.shutil, "which", lambda program: None)


def read_or_refuse(content: bytes, name: str) -> None:
    with suppress(UnreadableFile):
        read = read_text(content, name)
        assert read.text.strip()
        assert "\0" not in read.text


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(STARTS), st.binary(max_size=2000), st.sampled_from(NAMES))
def test_random_bytes_are_read_or_refused(start: bytes, rest: bytes, name: str) -> None:
    read_or_refuse(start + rest, name)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_real_file_with_broken_bytes_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray(file_bytes(name))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    read_or_refuse(bytes(content[: data.draw(st.integers(1, len(content)))]), name)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_broken_archive_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(file_bytes("names.zip"))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + 2] = data.draw(st.binary(max_size=4))
    with suppress(UnreadableFile):
        list(iter_archive(bytes(content), "a.zip"))


def html(body: str) -> str:
    return f"<html><body>{body}</body></html>"


HARD: dict[str, Callable[[int], str]] = {
    "blanks": lambda size: html(f"<p>索引号{'　' * size}x</p>"),
    "dashes": lambda size: html(f"<p>{'-' * size}字</p>"),
    "one word": lambda size: html(f"<p>{'字' * size} 来源：某局</p>"),
    "dots": lambda size: html(f"<p>{'a.' * (size // 2)} 来源：某局</p>"),
    "labels": lambda size: html(f"<p>{'来源：' * (size // 3)}</p>"),
    "comments": lambda size: f"{'<!---->' * (size // 250)}" + html("<p>字</p>"),
    "open tags": lambda size: "<html><body>" + "<table><tr><td>" * (size // 50) + "字",
    "lines": lambda size: html("<p>一是，</p>" * (size // 20)),
    "rows": lambda size: html("<table>" + "<tr><td>一</td><td>二</td></tr>" * (size // 33)),
    "groups": lambda size: "{\\rtf1" + "{" * (size // 660) + "\\'d1\\'f8" * (size // 10),
    "text": lambda size: "，" * size,
}


@pytest.mark.parametrize("kind", HARD)
def test_a_hard_file_takes_time_in_proportion_to_its_length(kind: str) -> None:
    def read(size: int) -> None:
        content = HARD[kind](size)
        read_or_refuse(content.encode(), "a.html" if "<html" in content else "a.txt")

    assert grows_like_its_size(read, 125_000, 1_000_000)
