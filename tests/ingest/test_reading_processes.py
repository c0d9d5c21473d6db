"""Reading in processes of their own, and what happens when one of them ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from replies.ingest import reading_processes
from replies.ingest.reading_processes import Readers, Unread, read_all
from replies.text.topics import default_vocabulary
from tests.ingest import readers_that_fail
from tests.samples import ROOT, sample_text

LETTER = sample_text(3).encode()

# A reading that never ends, in a process that is then killed.
HANGING = """
import sys

from tests.ingest.readers_that_fail import hangs
from replies.ingest import reading_processes
from replies.text.topics import default_vocabulary

if __name__ == "__main__":
    reading_processes.read_all = hangs
    with reading_processes.Readers(default_vocabulary(), processes=1) as readers:
        readers.read([(sys.argv[1], b"")]).result()
"""


def test_a_file_that_breaks_a_rule_of_reading_keeps_no_other_out(monkeypatch):
    parse = reading_processes.parse_reply

    def fails_for_one(text, page, vocabulary):
        if "第171号" in text:
            raise ValueError("a rule nobody thought of")
        return parse(text, page, vocabulary)

    monkeypatch.setattr(reading_processes, "parse_reply", fails_for_one)
    other = sample_text(3).replace("第170号", "第171号").encode()
    good, bad = read_all([("1.txt", LETTER), ("2.txt", other)])
    assert good.parsed.value("proposal_number") == "170"
    assert bad == Unread("ValueError", "a rule nobody thought of")


@pytest.mark.slow
def test_a_file_that_ends_its_process_is_given_up_alone(monkeypatch):
    monkeypatch.setattr(reading_processes, "read_all", readers_that_fail.ends_its_process_at_two)
    with Readers(default_vocabulary(), processes=1) as readers:
        first = readers.read([("1.txt", LETTER), ("2.txt", LETTER), ("3.txt", LETTER)])
        second = readers.read([("4.txt", LETTER)])
        readings = [*first.result(), *second.result()]
    assert [getattr(reading, "code", None) for reading in readings] == [
        None,
        "reader_ended",
        None,
        None,
    ]


@pytest.mark.slow
def test_a_killed_import_leaves_no_reading_process_behind(tmp_path):
    (tmp_path / "hanging.py").write_text(HANGING)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    begun = tmp_path / "begun"
    importing = subprocess.Popen([sys.executable, tmp_path / "hanging.py", str(begun)], env=environment)
    end = time.monotonic() + 60
    while not begun.exists() and time.monotonic() < end:
        time.sleep(0.05)
    readers = psutil.Process(importing.pid).children(recursive=True)
    assert len(readers) > 0
    os.kill(importing.pid, signal.SIGKILL)
    importing.wait()
    _, left = psutil.wait_procs(readers, timeout=20)
    assert left == []
