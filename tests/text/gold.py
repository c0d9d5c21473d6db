"""The five sample letters and what a careful reader found in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[2] / "fixtures" / "samples"
SAMPLES = tuple(sorted(path.stem for path in HERE.glob("seed-*.txt")))


def sample_text(name: str) -> str:
    return (HERE / f"{name}.txt").read_text("utf-8")


def sample_gold(name: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return gold
