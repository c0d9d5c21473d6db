"""Taking in many letters: how many a second are parsed, how many stored as drafts, in how much memory.

    python -m benchmarks.imports [--size 1000] [--kill]

Writes generated letters as files, one in a hundred of them damaged and one twice, parses them with one
process for each processor, then imports them into an archive of their own (under var/imports, emptied
first).  With `--kill` the import is ended by SIGKILL half way and taken up again; in the end no letter may
be missing or doubled.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import psutil

from benchmarks.corpus import Document, documents

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("ARCHIVE_VAR", str(ROOT / "var" / "imports"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
A_BATCH = 40
ONE_IN = 100
MARKS = ("一是", "二是", "三是", "四是")


def letter(document: Document) -> str:
    """A letter as agencies write them, around the document's generated text."""
    number = document.number + 1
    clauses = [s for s in re.split(r"[。\n]", document.letter) if s]
    items = [f"{MARKS[i % len(MARKS)]}{clause}。" for i, clause in enumerate(clauses[:8])]
    body = "\n".join(f"{clause}。" for clause in clauses[8:])
    day = document.day
    return (
        f"温州市民政局\n关于市十三届人大四次会议第{number}号建议的答复\n\n王小{document.title[2:4]}代表：\n"
        f"您提出的《关于{document.title[2:12]}的建议》收悉，现答复如下：\n"
        f"一、工作开展情况\n{''.join(items[:4])}\n{body}\n二、下一步工作\n{''.join(items[4:])}\n"
        f"温州市民政局\n{day.year}年{day.month}月{day.day}日\n联系人：李小明 联系电话：0577-8{number:07d}\n"
    )


def files(size: int) -> Iterator[tuple[str, bytes]]:
    """Names and bytes; the first of each hundred is damaged, the second is the third under another name."""
    before = b""
    for document in documents(size):
        content = letter(document).encode()
        place = document.number % ONE_IN
        content = b"PK\x03\x04 damaged" + content[:20] if place == 0 else before if place == 2 else content
        before = content
        yield f"{document.number:06d}.{'docx' if place == 0 else 'txt'}", content


def letters_in(size: int) -> int:
    """How many of them are letters that are not there yet."""
    return sum(1 for number in range(size) if number % ONE_IN not in (0, 2))


@dataclass
class Watched:
    """The import as seen from outside: `peaks` are its megabytes by tenths of the letters stored."""

    size: int
    seconds: float = 0.0
    peaks: dict[int, float] = field(default_factory=lambda: defaultdict(float))

    def run(self, folder: Path, end_at: int | None = None) -> None:
        """Imports the folder in a process of its own; ends that when `end_at` letters are stored."""
        began, before = time.perf_counter(), stored()
        command = [sys.executable, "manage.py", "import_replies", str(folder)]
        process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
        while process.poll() is None:
            time.sleep(1)
            self._look(process.pid, (now := stored()))
            if end_at and now >= end_at:
                os.kill(process.pid, signal.SIGKILL)
        if process.returncode not in (0, -signal.SIGKILL):
            sys.exit("The import failed, as it says above.")
        self.seconds += time.perf_counter() - began
        print(f"  {stored() - before} letters in {time.perf_counter() - began:.0f} s", flush=True)

    def _look(self, pid: int, now: int) -> None:
        """Memory that the import and its readers share counts once."""
        try:
            process = psutil.Process(pid)
            used = sum(each.memory_full_info().pss for each in (process, *process.children(recursive=True)))
        except psutil.Error:
            return
        tenth = min(9, now * 10 // self.size)
        self.peaks[tenth] = max(self.peaks[tenth], used / 1024 / 1024)


def stored() -> int:
    from replies.models import Reply

    return Reply.objects.count()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000)
    parser.add_argument("--kill", action="store_true", help="end the import half way, and take it up again")
    options = parser.parse_args()
    shutil.rmtree(os.environ["ARCHIVE_VAR"], ignore_errors=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in files(options.size):
            (folder / file).write_bytes(content)
        import django

        django.setup()
        _prepare()
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
        _parse(folder)
        _import(folder, options.size, options.kill)
        print(f"load {os.getloadavg()[0]:.1f}")


def _prepare() -> None:
    from django.core.management import call_command

    for command in ("migrate", "load_divisions", "load_topics"):
        call_command(command, verbosity=0)


def _parse(folder: Path) -> None:
    """By the clock, which other work on the machine slows, and by the processors' time, which it does not."""
    from replies.ingest.reading_processes import Readers
    from replies.text.topics import default_vocabulary

    paths = sorted(folder.glob("*.txt"))
    found = ((path.name, path.read_bytes()) for path in paths)
    with Readers(default_vocabulary()) as readers:
        began = time.perf_counter()
        for reading in [readers.read(batch) for batch in iter(lambda: list(islice(found, A_BATCH)), [])]:
            reading.result()
        seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    each = (used.ru_utime + used.ru_stime) / len(paths)
    print(f"parsed {len(paths) / seconds:.0f} a second, {each * 1000:.1f} ms of a processor each", flush=True)


def _import(folder: Path, size: int, kill: bool) -> None:
    watched = Watched(size)
    if kill:
        watched.run(folder, end_at=size // 2)
    watched.run(folder)
    print(f"stored as drafts {stored() / watched.seconds:.1f} a second")
    print("at most, MB, by tenths:", *(f"{watched.peaks[tenth]:.0f}" for tenth in sorted(watched.peaks)))
    _check(size)


def _check(size: int) -> None:
    from replies.models import Proposal, SourceDocument

    numbers = Proposal.objects.values_list("number", flat=True)
    assert stored() == len(set(numbers)) == letters_in(size), "letters are missing or doubled"
    assert not SourceDocument.objects.filter(reply__isnull=True).exists(), "a document without its letter"
    print(f"{stored()} letters of {size} files, none missing, none doubled")


if __name__ == "__main__":
    main()
