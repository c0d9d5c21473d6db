"""What a person has to settle before a reply can be published.

A question is plain JSON, kept in `Reply.open_questions`: it is about a field of `values.FIELDS`, and it is
answered by filling that field, or by saying that the letter has nothing there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from replies.ingest.proposal_rows import Departure
from replies.ingest.values import LABELS, ProposalValues, ReplyValues
from replies.text.parsed import Problem

REQUIRED = ("title", "city", "agency", "reply_date")
FIELD_OF_KEY = {
    "reply_title": "title",
    "place": "city",
    "level": "proposals",
    "kind": "proposals",
    "assembly": "proposals",
    "term": "proposals",
    "session": "proposals",
    "proposal_number": "proposals",
    "proposal_title": "proposals",
    "proposers": "proposals",
    "contact_name": "contacts",
    "contact_phone": "contacts",
    "figures": "measures",
}

PROPOSAL_PARTS = {
    "kind": "kind",
    "assembly": "assembly",
    "term": "term",
    "session": "session",
    "proposal_number": "number",
    "proposal_title": "title",
    "proposers": "proposers",
}


class Choice(TypedDict):
    """A value that may be confirmed with one click; `evidence` is the words that hint at it."""

    value: str
    label: str
    evidence: list[Evidence]


class Evidence(TypedDict):
    text: str
    span: list[int] | None


class Question(TypedDict):
    """`field` is one of `values.FIELDS`, `key` the finding it is about: `proposers` within `proposals`."""

    field: str
    key: str
    code: str
    message: str
    choices: list[Choice]


def questions_of(problems: Iterable[Problem]) -> list[Question]:
    """What the reading left open."""
    return [
        {
            "field": FIELD_OF_KEY.get(problem.field, problem.field),
            "key": problem.field,
            "code": problem.code,
            "message": problem.message,
            "choices": [
                {
                    "value": candidate.value,
                    "label": candidate.value,
                    "evidence": [
                        {
                            "text": str(hint.value),
                            "span": [hint.span.start, hint.span.end] if hint.span else None,
                        }
                        for hint in candidate.evidence
                    ],
                }
                for candidate in problem.candidates
            ],
        }
        for problem in problems
    ]


def questions_of_notices(notices: Iterable[str]) -> list[Question]:
    """What the file could not give (a scanned page, lost numbers): the text is not all that the office wrote,
    so somebody looks at the original before it is published."""
    return [
        {"field": "text", "key": f"notice-{number}", "code": NOTICE, "message": notice, "choices": []}
        for number, notice in enumerate(notices, 1)
    ]


def still_open(questions: Sequence[Question], values: ReplyValues, settled: Iterable[str]) -> list[Question]:
    """The questions that nobody has answered, and one for each field without which nothing is published.

    `settled` names the fields that a person changed and the keys that she confirmed.
    """
    settled = set(settled)
    missing = [name for name in REQUIRED if not getattr(values, name)]
    left = [question for question in questions if _is_open(question, values, settled, missing)]
    asked = {question["field"] for question in left}
    return [*left, *(missing_question(name) for name in missing if name not in asked)]


def _is_open(question: Question, values: ReplyValues, settled: set[str], missing: Sequence[str]) -> bool:
    if question["field"] in missing:
        return True
    if question["code"] == MISSING or question["key"] in settled:
        return False
    part = PROPOSAL_PARTS.get(question["key"])
    filled = part is None or all(getattr(proposal, part) for proposal in values.proposals[:1])
    return not (question["field"] in settled and filled)


MISSING = "missing"
NOTICE = "notice"
DEPARTS = "departs"


def missing_question(name: str) -> Question:
    message = _("没有读到%(field)s，请填写。") % {"field": LABELS[name]}
    return {"field": name, "key": name, "code": MISSING, "message": message, "choices": []}


def departure_question(departure: Departure) -> Question:
    """Another reply answers the proposal too: what the archive has stays unless a person takes the letter's."""
    held, read = (_in_words(value) for value in (departure.held, departure.read))
    told = {"part": _PARTS[departure.part], "held": held, "read": read}
    message = _("另有答复也答这一件，档案中的%(part)s是“%(held)s”，这件写的是“%(read)s”。") % told
    name = f"proposals-{departure.at}-{departure.part}"
    choice: Choice = {"value": read, "label": _("改用“%(read)s”") % told, "evidence": []}
    return {"field": "proposals", "key": name, "code": DEPARTS, "message": message, "choices": [choice]}


def not_known_already(
    questions: Iterable[Question], read: Sequence[ProposalValues], held: Sequence[ProposalValues]
) -> list[Question]:
    """Without those about what the letter does not state of its proposals, but another letter did."""
    supplied = {
        key
        for key, part in PROPOSAL_PARTS.items()
        if held
        and all(getattr(each, part) for each in held)
        and not any(getattr(each, part) for each in read)
    }
    return [question for question in questions if question["key"] not in supplied]


def input_named_in(question: Question) -> str:
    """The form's input that an answer goes into; for proposals in general, that of the first."""
    part = PROPOSAL_PARTS.get(question["key"])
    if part:
        return f"proposals-0-{part}"
    return question["key"] if question["code"] == DEPARTS else question["field"]


def _in_words(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else "、".join(value)


_PARTS = {"title": gettext_lazy("建议标题"), "proposers": gettext_lazy("提出者")}
