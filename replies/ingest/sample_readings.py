"""The accepted reading of each sample, kept beside it, so that a changed rule shows as a changed line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from replies.text.file_formats import read_text
from replies.text.parse import as_json, parse_reply

LEFT_OUT = frozenset({"file", "spans"})


@dataclass(frozen=True, slots=True)
class SampleReading:
    """`old` is the reading that was accepted last, empty for a sample that is new."""

    path: Path
    old: dict[str, Any]
    new: dict[str, Any]

    @property
    def changed(self) -> list[str]:
        return [key for key in self.new if self.old.get(key) != self.new[key]]


def sample_readings(folder: Path) -> Iterator[SampleReading]:
    for path in sorted(folder.glob("*.txt")):
        document = read_text(path.read_bytes(), path.name)
        read = as_json(parse_reply(document.text, document.page), path.name)
        kept = _kept(path)
        old = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
        yield SampleReading(path, old, {key: read[key] for key in read if key not in LEFT_OUT})


def accept_sample(reading: SampleReading) -> None:
    kept = _kept(reading.path)
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(json.dumps(reading.new, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _kept(path: Path) -> Path:
    return path.parent / "readings" / f"{path.stem}.json"
