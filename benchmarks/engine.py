"""Engine work side by side: which replies, how many, the counts of four facets.

    python -m benchmarks.engine [--size 100000] [--short] [--only NAME …]

Every engine is filled with the same generated replies and asked the same 200 questions, in turns, on this
machine alone.  It prints a table of medians, 95th percentiles and ratios, and how many answers differ.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("ARCHIVE_VAR", str(ROOT / "var" / "bench"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
SLOW_QUESTIONS = 20
"""An engine that takes seconds is asked only so many."""


def main() -> None:
    asked = _arguments()
    _prepare()
    from benchmarks.corpus import MEDIAN_LENGTH, SHORT_LENGTH, documents, queries

    median = SHORT_LENGTH if asked.short else MEDIAN_LENGTH
    corpus = list(documents(asked.size, median=median))
    engines = [engine for engine in _engines() if not asked.only or engine.name in asked.only]
    report = {engine.name: _filled(engine, corpus) for engine in engines}
    del corpus
    _ask_all(engines, queries(asked.queries), report)
    for engine in engines:
        getattr(engine, "close", lambda: None)()
    _print(report, asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--short", action="store_true", help="letters of some 300 characters")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--report", type=Path, help="also write the figures there, as JSON")
    return parser.parse_args()


def _prepare() -> None:
    import django

    django.setup()
    from benchmarks.places import load_places

    load_places()


def _engines() -> list[Any]:
    from benchmarks.ours import Ours
    from benchmarks.rivals import Groonga, Icontains, Postgres, Sqlite, Tantivy

    folder = Path(os.environ["ARCHIVE_VAR"]) / "engines"
    folder.mkdir(parents=True, exist_ok=True)
    return [Ours(), Tantivy(folder), Groonga(folder), Sqlite(folder), Postgres(), Icontains()]


def _filled(engine: Any, corpus: list[Any]) -> dict[str, Any]:
    began = time.perf_counter()
    engine.build(corpus)
    took = time.perf_counter() - began
    print(
        f"{engine.name}: built in {took:.0f} s, {engine.size() / len(corpus):.0f} bytes a reply", flush=True
    )
    return {"build_s": took, "bytes": engine.size() / len(corpus), "ms": [], "totals": []}


def _ask_all(engines: list[Any], questions: list[tuple[str, ...]], report: dict[str, Any]) -> None:
    """The engines take turns, so that whatever else the machine does falls on all of them."""
    for engine in engines:
        engine.ask(questions[1])
    for number, question in enumerate(questions):
        for engine in engines:
            own = report[engine.name]
            if number >= SLOW_QUESTIONS and statistics.median(own["ms"]) > 500:
                continue
            began = time.perf_counter()
            total, _ = engine.ask(question)
            own["ms"].append((time.perf_counter() - began) * 1000)
            own["totals"].append(total)


def _print(report: dict[str, Any], asked: argparse.Namespace) -> None:
    ours = next(iter(report.values()))
    print(f"\n{asked.size} replies, {asked.queries} questions; milliseconds")
    print(f"{'engine':28} {'p50':>8} {'p95':>8} {'ratio p50':>10} {'build s':>8} {'bytes':>8} {'differ':>7}")
    for name, own in report.items():
        p50, p95 = statistics.median(own["ms"]), statistics.quantiles(own["ms"], n=20)[-1]
        same = statistics.median(ours["ms"][: len(own["ms"])])
        differ = sum(a != b for a, b in zip(own["totals"], ours["totals"], strict=False))
        print(
            f"{name:28} {p50:8.2f} {p95:8.2f} {p50 / same:10.1f} {own['build_s']:8.0f} {own['bytes']:8.0f}"
            f" {differ:4}/{len(own['totals'])}"
        )
    if asked.report:
        asked.report.write_text(json.dumps({"asked": vars(asked), "engines": report}, default=str, indent=1))


if __name__ == "__main__":
    main()
