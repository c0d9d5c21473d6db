"""Engine work side by side: which replies, how many, the counts of four facets.

    python -m benchmarks.engine [--size 100000] [--median 2200] [--only NAME …] [--filled]

Every engine is filled with the same generated replies and asked the same 200 questions, in turns, on this
machine alone; then all of them once more, when each keeps what it keeps.  It prints a table of medians, 95th
percentiles and ratios for each round, and how many answers differ.  With `--filled` the engines are asked as
an earlier run of the same size left them.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.corpus import MEDIAN_LENGTH, documents, queries

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("ARCHIVE_VAR", str(ROOT / "var" / "bench"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
ROUNDS = ("first", "again")
AT_A_TURN = 20
"""Questions an engine is asked one after the other, as one at work is, before the next has its turn."""
SLOW_MS = 500
"""An engine that takes longer at the median gets one turn only."""


def main() -> None:
    asked = _arguments()
    _prepare()
    corpus = [] if asked.filled else list(documents(asked.size, median=asked.median))
    engines = [engine for engine in _engines() if not asked.only or engine.name in asked.only]
    report = {engine.name: _opened(engine, corpus, asked.size) for engine in engines}
    del corpus
    _ask_all(engines, queries(asked.queries), report)
    for engine in engines:
        getattr(engine, "close", lambda: None)()
    print(f"\n{asked.size} replies, {asked.queries} questions; milliseconds")
    for name in ROUNDS:
        _print(name, report)
    if asked.report:
        asked.report.write_text(json.dumps({"asked": vars(asked), "engines": report}, default=str, indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--median", type=int, default=MEDIAN_LENGTH, help="characters of the middle letter")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--filled", action="store_true", help="ask the engines as an earlier run left them")
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


def _opened(engine: Any, corpus: list[Any], size: int) -> dict[str, Any]:
    began = time.perf_counter()
    if corpus:
        engine.build(corpus)
    took = time.perf_counter() - began
    engine.open()
    print(f"{engine.name}: {engine.size() / size:.0f} bytes a reply, built in {took:.0f} s", flush=True)
    rounds: dict[str, Any] = {name: {"ms": [], "totals": []} for name in ROUNDS}
    return {"build_s": took, "bytes": engine.size() / size, **rounds}


def _ask_all(engines: list[Any], questions: list[tuple[str, ...]], report: dict[str, Any]) -> None:
    """The engines take turns, so that whatever else the machine does falls on all of them."""
    for engine in engines:
        engine.ask(questions[1])
    for name, start in product(ROUNDS, range(0, len(questions), AT_A_TURN)):
        for engine in engines:
            own = report[engine.name][name]
            if not own["ms"] or statistics.median(own["ms"]) < SLOW_MS:
                for question in questions[start : start + AT_A_TURN]:
                    _ask(engine, question, own)


def _ask(engine: Any, question: tuple[str, ...], own: dict[str, Any]) -> None:
    began = time.perf_counter()
    total, _ = engine.ask(question)
    own["ms"].append((time.perf_counter() - began) * 1000)
    own["totals"].append(total)


def _print(name: str, report: dict[str, Any]) -> None:
    ours = next(iter(report.values()))[name]
    print(f"\n{name:28} {'p50':>8} {'p95':>8} {'ratio p50':>10} {'bytes':>8} {'differ':>8}")
    for engine, whole in report.items():
        own = whole[name]
        p50, p95 = statistics.median(own["ms"]), statistics.quantiles(own["ms"], n=20)[-1]
        same = statistics.median(ours["ms"][: len(own["ms"])])
        differ = sum(a != b for a, b in zip(own["totals"], ours["totals"], strict=False))
        print(
            f"{engine:28} {p50:8.2f} {p95:8.2f} {p50 / same:10.1f} {whole['bytes']:8.0f}"
            f" {differ:4}/{len(own['totals'])}"
        )


if __name__ == "__main__":
    main()
