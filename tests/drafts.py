"""Sample letters as drafts, as fixtures: `sample_draft(3)` is the draft of seed-3.txt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from replies.ingest.catalogue import load_divisions, load_topics
from replies.ingest.draft import draft_reply
from replies.ingest.receive import receive_document
from replies.models import Reply

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
BESIDE = """关于市十三届人大四次会议第{number}号建议的会办意见

温州市民政局：
    市十三届人大四次会议第{number}号建议收悉。现提出会办意见如下：
    一、我局将支持护理人员培训，2020年起每年培训300人。

温州市财政局
2019年6月20日
"""
"""From an office that works beside the one that leads: it names neither title nor proposers."""


@pytest.fixture
def catalogue(db: None, tmp_path: Path) -> None:
    """The topics, and the divisions of the two provinces that the samples come from."""
    head, *lines = (FIXTURES / "divisions.csv").read_text(encoding="utf-8").splitlines()
    some = tmp_path / "divisions.csv"
    some.write_text(
        "\n".join([head, *(line for line in lines if line[:2] in {"33", "41"})]), encoding="utf-8"
    )
    load_divisions(some)
    load_topics(FIXTURES / "topics.json")


@pytest.fixture
def sample_draft(catalogue: None) -> Callable[[int], Reply]:
    def make(number: int) -> Reply:
        path = FIXTURES / "samples" / f"seed-{number}.txt"
        return draft_reply(receive_document(path.read_bytes(), path.name, None), None)

    return make
