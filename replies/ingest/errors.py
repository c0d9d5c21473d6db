"""What can stop a document on its way to being public; each error carries what the screen needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from replies.ingest.questions import Question
    from replies.models import SourceDocument


class DuplicateDocument(Exception):
    """The same bytes are in the archive already, as `existing`."""

    def __init__(self, existing: SourceDocument) -> None:
        super().__init__(f"already kept as {existing.pk}: {existing.name}")
        self.existing = existing


class NotReady(Exception):
    """A reply cannot be published before a person has settled `problems`."""

    def __init__(self, problems: Sequence[Question]) -> None:
        super().__init__("; ".join(problem["message"] for problem in problems))
        self.problems = tuple(problems)


class StillNamed(Exception):
    """It cannot be taken away while so many replies name it, drafts among them."""

    def __init__(self, replies: int) -> None:
        super().__init__(f"named on {replies} replies")
        self.replies = replies


class UnknownPlace(Exception):
    """No division, or more than one, is called that."""


class WrongStatus(Exception):
    """The step does not exist from where the reply stands: withdrawing a draft, publishing twice."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that somebody else saved meanwhile; `what` names the fields in words."""

    who: User | None
    when: datetime
    what: str


class EditConflict(Exception):
    """Somebody else changed a field that this person changed too, since she opened the form.

    Nothing of hers was saved; the form keeps it.  `fields` are those that both changed.
    """

    def __init__(self, edits: Sequence[Edit], fields: frozenset[str]) -> None:
        super().__init__(", ".join(sorted(fields)))
        self.edits = tuple(edits)
        self.fields = fields
