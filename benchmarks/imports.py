"""Taking in many letters: how many a second are parsed, how many stored as drafts, in how much memory.

    python -m benchmarks.imports [--size 1000]

Writes generated letters as files, parses them with one process for each processor, then imports them into
an archive of their own (under var/imports, emptied first).
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.corpus import Document, documents

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("ARCHIVE_VAR", str(ROOT / "var" / "imports"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
A_BATCH = 40
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000)
    size = parser.parse_args().size
    shutil.rmtree(os.environ["ARCHIVE_VAR"], ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for document in documents(size):
            (Path(folder) / f"{document.number:06d}.txt").write_text(letter(document), "utf-8")
        import django

        django.setup()
        parsing, storing = _parsed(Path(folder)), _stored(Path(folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size} letters: parsed {size / parsing:.0f} a second, stored as drafts {size / storing:.0f} a second"
    )
    print(f"storing takes {storing / parsing:.1f} times as long as parsing alone; at most {peak:.0f} MB")


def _parsed(folder: Path) -> float:
    from replies.ingest.reading_processes import Readers
    from replies.text.topics import default_vocabulary

    files = ((path.name, path.read_bytes()) for path in sorted(folder.iterdir()))
    with Readers(default_vocabulary()) as readers:
        readers.read([]).result()
        began = time.perf_counter()
        for reading in [readers.read(batch) for batch in iter(lambda: list(islice(files, A_BATCH)), [])]:
            reading.result()
    return time.perf_counter() - began


def _stored(folder: Path) -> float:
    from django.core.management import call_command

    for command in ("migrate", "load_divisions", "load_topics"):
        call_command(command, verbosity=0)
    began = time.perf_counter()
    call_command("import_replies", str(folder))
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
