"""Taking in many documents at once."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from replies.ingest import importing, matching
from replies.ingest.found_files import documents_expected, documents_in, files_in
from replies.ingest.importing import ImportOrder, import_documents
from replies.ingest.receive import receive_document
from replies.models import Agency, City, RefusedFile, Reply, SourceDocument
from tests.samples import ROOT, SAMPLES, sample_text

# The import in a process of its own, on the database of the tests.
IMPORT = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
django.setup()
from django.core.management import call_command
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
call_command("import_replies", sys.argv[2])
"""


def letter(number: int) -> str:
    return sample_text(3).replace("第170号", f"第{number}号")


@pytest.fixture
def folder(tmp_path):
    """Three letters, one of them twice, one empty file, an archive with a fourth, and what is no document."""
    place = tmp_path / "来件"
    (place / "下级").mkdir(parents=True)
    (place / "1.txt").write_text(letter(1001))
    (place / "2.txt").write_bytes(letter(1002).encode("gb18030"))
    (place / "下级" / "1的副本.txt").write_text(letter(1001))
    (place / "空.txt").write_bytes(b"")
    (place / "notes.json").write_text("{}")
    with zipfile.ZipFile(place / "更多.zip", "w") as archive:
        archive.writestr("3.txt", letter(1003))
    return place


def outcomes(folder, **order):
    batches = import_documents([folder], ImportOrder(**order))
    return {Path(outcome.name).name: outcome for batch in batches for outcome in batch}


def test_folders_are_walked_and_archives_opened(folder):
    names = [Path(found.name).name for path in files_in([folder]) for found in documents_in(path)]
    assert sorted(names) == sorted(["1.txt", "2.txt", "1的副本.txt", "空.txt", "3.txt"])


def test_the_mark_of_an_open_document_is_no_document(tmp_path):
    (tmp_path / "~$答复.docx").write_bytes(b"\x05clerk")
    (tmp_path / "答复.docx").write_bytes(b"PK")
    assert [path.name for path in files_in([tmp_path])] == ["答复.docx"]


def test_documents_in_archives_are_expected_one_by_one(folder):
    (folder / "坏.zip").write_bytes(b"PK\x03\x04 and no more")
    assert documents_expected([folder]) == 6


def test_large_documents_go_in_smaller_batches(catalogue, folder, monkeypatch):
    monkeypatch.setattr(importing, "BATCH_BYTES", 1)
    begun = []
    begin = importing._begun
    monkeypatch.setattr(importing, "_begun", lambda files, *rest: begun.append(files) or begin(files, *rest))
    outcomes(folder)
    assert [len(files) for files in begun] == [1, 1, 1, 1, 1]


def test_each_document_is_taken_in_once_and_each_outcome_told(catalogue, folder):
    told = outcomes(folder)
    assert {name: outcome.what for name, outcome in told.items()} == {
        "1.txt": "stored",
        "2.txt": "stored",
        "3.txt": "stored",
        "1的副本.txt": "here",
        "空.txt": "refused",
    }
    numbers = Reply.objects.values_list("proposals__number", flat=True)
    assert sorted(numbers) == ["1001", "1002", "1003"]
    assert RefusedFile.objects.get().code == told["空.txt"].code == "empty"


def test_importing_again_adds_nothing(catalogue, folder):
    outcomes(folder)
    again = outcomes(folder)
    assert {outcome.what for outcome in again.values()} == {"here", "refused"}
    assert Reply.objects.count() == 3


def test_publishing_takes_what_has_no_question_and_tells_the_others(catalogue):
    told = outcomes(SAMPLES, publish=True)
    assert told["seed-3.txt"].what == "published"
    assert told["seed-1.txt"].what == "stored"
    assert "承办单位" in told["seed-1.txt"].reason
    assert Reply.objects.published().count() == 4


def test_a_declared_place_settles_letters_that_do_not_state_theirs(catalogue, tmp_path):
    (tmp_path / "seed-1.txt").write_text(sample_text(1))
    outcomes(tmp_path, city=City.objects.get(slug="puyang"))
    assert Reply.objects.get().city_id == "410900"


def test_one_letter_that_cannot_be_stored_keeps_no_other_out(catalogue, folder, monkeypatch):
    save = importing.save_drafts

    def fails_for_one(documents, *args):
        saved = save(documents, *args)
        if any(document.source.name == "2.txt" for document in documents):
            raise ValueError("a rule nobody thought of")
        return saved

    monkeypatch.setattr(importing, "save_drafts", fails_for_one)
    told = outcomes(folder)
    assert (told["2.txt"].what, told["2.txt"].reason) == ("failed", "a rule nobody thought of")
    assert Reply.objects.count() == SourceDocument.objects.count() == 2


def test_an_agency_that_is_removed_while_letters_are_stored_is_made_again(catalogue, folder, monkeypatch):
    find, removed = matching.agency_named, []

    def found_and_removed(name, city):
        agency = find(name, city)
        if not removed:
            removed.append(agency.name)
            Agency.objects.filter(pk=agency.pk).delete()
        return agency

    monkeypatch.setattr(matching, "agency_named", found_and_removed)
    told = outcomes(folder)
    assert [told[name].what for name in ("1.txt", "2.txt", "3.txt")] == ["stored"] * 3
    assert {reply.agency.name for reply in Reply.objects.all()} == set(removed)


def test_what_a_clerk_handed_in_meanwhile_is_here_already(catalogue, folder, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 1)
    batches = import_documents([folder], ImportOrder())
    [first] = next(batches)
    assert (Path(first.name).name, first.what) == ("1.txt", "stored")
    receive_document((folder / "2.txt").read_bytes(), "来件.txt", None)
    [second] = next(batches)
    assert (Path(second.name).name, second.what) == ("2.txt", "here")


def test_the_report_says_what_was_not_read_and_why(catalogue, folder, tmp_path):
    report, out = tmp_path / "report.csv", io.StringIO()
    call_command("import_replies", str(folder), report=report, stdout=out, stderr=io.StringIO())
    lines = list(csv.DictReader(report.read_text(encoding="utf-8-sig").splitlines()))
    assert [(Path(line["文件"]).name, line["代码"]) for line in lines] == [("空.txt", "empty")]
    assert "存为草稿 3 件" in out.getvalue()
    assert "不能读取 1 件" in out.getvalue()


@pytest.mark.parametrize("arguments", [["/no/such/folder"], ["{folder}", "--city", "nowhere"]])
def test_a_wrong_order_is_refused_before_anything_is_read(catalogue, folder, arguments):
    with pytest.raises(CommandError):
        call_command("import_replies", *(argument.format(folder=folder) for argument in arguments))
    assert not SourceDocument.objects.exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_at_any_moment_and_run_again_nothing_is_lost_or_doubled(catalogue, tmp_path):
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(letter(2000 + number))
    command = [sys.executable, "-c", IMPORT, connection.settings_dict["NAME"], str(tmp_path)]
    quiet: dict[str, Any] = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    first = subprocess.Popen(command, start_new_session=True, **quiet)
    end = time.monotonic() + 120
    while Reply.objects.count() == 0 and time.monotonic() < end and first.poll() is None:
        time.sleep(0.05)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    assert 0 < Reply.objects.count() < 200
    subprocess.run(command, check=True, **quiet)
    numbers = Reply.objects.values_list("proposals__number", flat=True)
    assert sorted(numbers) == [str(2000 + number) for number in range(200)]
    assert SourceDocument.objects.filter(reply__isnull=True).count() == 0
