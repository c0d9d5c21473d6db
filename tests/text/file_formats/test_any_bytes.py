"""Whatever the bytes are, reading gives a document or UnreadableFile and never another exception."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replies.text.file_formats import FORMATS, UnreadableFile, iter_archive, read_text, word_doc
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
FILES = ["letter.docx", "parts.docx", "parts.doc", "letter.rtf", "columns.pdf", "page-table.html", "page.mht"]


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


LONG = 1_000_000
HARD = {
    "blanks": f"<html><body><p>索引号{'　' * LONG}x</p></body></html>",
    "dashes": f"<html><body><p>{'-' * LONG}字</p></body></html>",
    "one word": f"<html><body><p>{'字' * LONG} 来源：某局</p></body></html>",
    "dots": f"<html><body><p>{'a.' * (LONG // 2)} 来源：某局</p></body></html>",
    "labels": f"<html><body><p>{'来源：' * (LONG // 3)}</p></body></html>",
    "comments": f"{'<!---->' * 4000}<html><body><p>字</p></body></html>",
    "open tags": "<html><body>" + "<table><tr><td>" * 20_000 + "字",
    "lines": "<html><body>" + "<p>一是，</p>" * 50_000,
    "rows": "<html><body><table>" + "<tr><td>一</td><td>二</td></tr>" * 30_000,
    "groups": "{\\rtf1" + "{" * 1500 + "\\'d1\\'f8" * 100_000,
    "text": "，" * LONG,
}


@pytest.mark.parametrize("kind", HARD)
def test_a_hard_file_of_a_megabyte_takes_seconds_at_most(kind: str) -> None:
    started = time.perf_counter()
    read_or_refuse(HARD[kind].encode(), "a.html" if "<html" in HARD[kind] else "a.txt")
    assert time.perf_counter() - started < 10
