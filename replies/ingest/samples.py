"""The sample replies that come with the program, taken in as a clerk and a reviewer would."""

from __future__ import annotations

import json
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction

from replies.ingest.answers import answer
from replies.ingest.draft import draft_reply
from replies.ingest.errors import DuplicateDocument
from replies.ingest.receive import receive_document
from replies.ingest.review import publish
from replies.models import Reply


def load_samples(folder: Path, by: User | None) -> list[Reply]:
    """Publishes each sample that is not in the archive yet, and answers with those.

    `answers.json` holds what a person who knows the document answered to its open questions.
    """
    answers = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    paths = sorted(folder.glob("*.txt"))
    loaded = (_load(path, answers.get(path.name, {}), by) for path in paths)
    return [reply for reply in loaded if reply]


@transaction.atomic
def _load(path: Path, answers: dict[str, str], by: User | None) -> Reply | None:
    try:
        source = receive_document(path.read_bytes(), path.name, by)
    except DuplicateDocument:
        return None
    reply = draft_reply(source, by)
    if answers:
        answer(reply, by, answers)
    return publish(reply, by=by)
