"""How often the first answer is right, and how good the first ten are.

    python -m benchmarks.relevance [--misses]

Known items are also asked for by the title of every letter's proposal.  The archive's order is set beside
plain date order of the same answers and beside PostgreSQL's own ts_rank over pairs of characters.
"""

from __future__ import annotations

import argparse
import json
import math
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("ARCHIVE_VAR", str(ROOT / "var" / "bench"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
JUDGED = Path(__file__).with_name("judged.json")

Question = dict[str, Any]
Answer = Callable[[str], Sequence[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses", action="store_true", help="list the questions whose first answer is wrong"
    )
    asked = parser.parse_args()
    import django

    django.setup()
    from django.db import transaction

    from benchmarks.places import load_places

    load_places()
    with transaction.atomic():
        _measure(asked.misses)
        transaction.set_rollback(True)


def _measure(misses: bool) -> None:
    from benchmarks.relevance.letters import publish_letters
    from benchmarks.relevance.orders import by_date, by_ts_rank, ours
    from replies.search.rebuild import rebuild

    names = publish_letters()
    rebuild(grace=0)
    orders = {"this archive": ours(names), "newest first": by_date(names), "ts_rank": by_ts_rank(names)}
    for title, questions in _questions(set(names.values())).items():
        print(f"\n{title}: {len(questions)} questions on {len(names)} letters")
        print(f"{'order':16} {'success@1':>10} {'MRR':>8} {'nDCG@10':>8}")
        for name, order in orders.items():
            _print(name, questions, order, misses and name == "this archive")


def _questions(there: set[str]) -> dict[str, list[Question]]:
    """The judged questions that letters at hand can answer, and the titles of all proposals."""
    from tests.samples import letters

    judged = json.loads(JUDGED.read_text(encoding="utf-8"))
    titles = [
        {"query": gold["proposal_title"], "relevant": {name: 3}}
        for name, _, gold in letters()
        if gold.get("proposal_title")
    ]
    groups = {"topical": judged["topical"], "known items": judged["known"], "known by title": titles}
    return {title: [q for q in group if there & set(q["relevant"])] for title, group in groups.items()}


def _print(name: str, questions: list[Question], order: Answer, misses: bool) -> None:
    found = [(question, list(order(question["query"]))) for question in questions]
    right = [bool(ids) and question["relevant"].get(ids[0], 0) >= _best(question) for question, ids in found]
    ranks = [_reciprocal(question, ids) for question, ids in found]
    gains = [_ndcg(question, ids) for question, ids in found]
    print(f"{name:16} {_mean(right):10.3f} {_mean(ranks):8.3f} {_mean(gains):8.3f}")
    if misses:
        for (question, ids), hit, gain in zip(found, right, gains, strict=True):
            if not hit or gain < 0.8:
                print(f"   {gain:.2f} {question['query']}  wanted {question['relevant']}  got {ids[:5]}")


def _best(question: Question) -> int:
    return int(max(question["relevant"].values()))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _reciprocal(question: Question, ids: Sequence[str]) -> float:
    ranks = [rank for rank, name in enumerate(ids, 1) if question["relevant"].get(name, 0) >= 2]
    return 1 / ranks[0] if ranks else 0.0


def _ndcg(question: Question, ids: Sequence[str]) -> float:
    gained = _dcg([question["relevant"].get(name, 0) for name in ids[:10]])
    return gained / _dcg(sorted(question["relevant"].values(), reverse=True)[:10])


def _dcg(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))


if __name__ == "__main__":
    main()
