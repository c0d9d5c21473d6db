"""`manage.py parse_replies` prints what was read and touches no database."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.samples import SAMPLES


def test_each_file_gives_one_line_in_the_order_of_the_files() -> None:
    names = [str(SAMPLES / f"seed-{n}.txt") for n in (3, 0)]
    out = StringIO()
    call_command("parse_replies", *names, stdout=out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["file"] for line in lines] == names
    assert [line["proposal_number"] for line in lines] == ["170", "317"]
    assert lines[1]["measures"]
    assert lines[1]["spans"]["agency"]


def test_a_file_that_cannot_be_read_says_why_and_the_others_are_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError):
        call_command("parse_replies", str(empty), str(SAMPLES / "seed-2.txt"), stdout=out, stderr=err)
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    assert first["problems"][0]["field"] == "text"
    assert first["agency"] is None
    assert second["agency"] == "慈溪市民政局"
    assert "empty.txt" in err.getvalue()
