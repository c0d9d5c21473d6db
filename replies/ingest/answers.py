"""Answering open questions in words: a place by its name, an agency, a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.auth.models import User

from replies.ingest.errors import UnknownPlace
from replies.ingest.matching import place_named
from replies.ingest.review import save_review
from replies.ingest.rows import values_of
from replies.ingest.values import ReplyValues
from replies.models import Reply


def answer(reply: Reply, by: User | None, answers: Mapping[str, str]) -> frozenset[str]:
    """Settles fields by the words that a person gave, through the same door as the review form."""
    before = values_of(reply)
    return save_review(
        reply,
        by,
        answered(before, answers),
        shown=before.marks(),
        shown_version=reply.edit_version,
        settled=answers,
    )


def answered(values: ReplyValues, answers: Mapping[str, str]) -> ReplyValues:
    """The values with those fields as the words say.  Raises UnknownPlace and ValueError."""
    return replace(values, **{name: _value(name, words) for name, words in answers.items()})


def _value(name: str, words: str) -> Any:
    if name == "city":
        place = place_named(words)
        if place is None:
            raise UnknownPlace(words)
        return place.pk
    return date.fromisoformat(words) if name in {"reply_date", "publish_date"} else words
