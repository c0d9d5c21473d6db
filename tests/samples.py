"""The letters that tests read: the project's samples, and a wider set where a machine has it beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "fixtures" / "samples"
FILES = ROOT / "tests" / "text" / "files"
WIDER = ROOT.parent / "shared" / "replies-dev"


def sample_text(number: int) -> str:
    return (SAMPLES / f"seed-{number}.txt").read_text(encoding="utf-8")


def file_bytes(name: str) -> bytes:
    """A file that another program made, from tests/text/files."""
    return (FILES / name).read_bytes()


def letters() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and gold of every letter at hand."""
    yield from _letters(SAMPLES, SAMPLES)
    if WIDER.is_dir():
        yield from _letters(WIDER / "docs", WIDER / "gold")


def _letters(texts: Path, golds: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in sorted(texts.glob("*.txt")):
        gold = golds / f"{path.stem}.json"
        if gold.exists():
            yield path.stem, path.read_text(encoding="utf-8"), json.loads(gold.read_text(encoding="utf-8"))
