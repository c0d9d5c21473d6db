"""Every change to a reply is a line in its history, with who made it and what it was."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User
from simple_history.utils import bulk_create_with_history

from replies.models import Reply

REASON_LENGTH = 100


def sign(reply: Reply, by: User | None, what: str) -> None:
    """Gives the next save of the reply its version, its author and its reason."""
    reply.edit_version += 1
    reply._history_user = by  # type: ignore[attr-defined]  # read by simple_history when it saves
    reply._change_reason = what[:REASON_LENGTH]  # type: ignore[attr-defined]


def save_new(replies: Sequence[Reply]) -> None:
    """Saves new replies that are signed, each with the first line of its history."""
    bulk_create_with_history(replies, Reply)
