"""What the review screen shows of a reply: each field with its place and its questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from replies.admin.review_form import OWN_FIELDS, ReviewForms
from replies.ingest.questions import DEPARTS, PROPOSAL_PARTS, REQUIRED, Question, input_named_in
from replies.models import Reply, ReplyTopic

FINDING_KEYS = {
    "title": ("reply_title",),
    "city": ("place",),
    "agency": ("agency",),
    "contacts": ("contact_name", "contact_phone"),
}
HOW = {
    "title": gettext_lazy("标题"),
    "opening": gettext_lazy("开头"),
    "signature": gettext_lazy("落款"),
    "letterhead": gettext_lazy("版头"),
    "page": gettext_lazy("网页信息"),
    "contact": gettext_lazy("联系人一栏"),
    "footer": gettext_lazy("页脚"),
    "cc": gettext_lazy("抄送一栏"),
    "body": gettext_lazy("正文"),
    "addressee": gettext_lazy("抬头"),
    "agency": gettext_lazy("单位名称"),
    "doc number": gettext_lazy("文号"),
    "area code": gettext_lazy("电话区号"),
    "districts": gettext_lazy("提到的区县"),
    "name": gettext_lazy("地名"),
}


@dataclass(frozen=True)
class Row:
    """One field as the page shows it: its input, where it was read, what is open about it."""

    input: BoundField
    keys: str
    anchor: str
    how: str
    questions: list[dict[str, Any]] = field(default_factory=list)


def rows_of(reply: Reply, forms: ReviewForms) -> list[Row]:
    shown = [name for name in OWN_FIELDS if name not in {"topics", "shows_landline"}]
    return [_row(reply, forms.form[name], name) for name in shown]


def _row(reply: Reply, bound: BoundField, name: str) -> Row:
    keys = FINDING_KEYS.get(name, (name,))
    found = [(key, reply.findings[key]) for key in keys if key in reply.findings]
    questions = _numbered(reply, lambda question: question["field"] == name)
    hints = [f"hint-{question['number']}" for question in questions if _has_place(question)]
    placed = [key for key, finding in found if finding["span"]]
    how = "、".join(dict.fromkeys(words for _key, f in found if (words := _how_in_words(f["how"]))))
    return Row(bound, " ".join([*placed, *hints]), [*placed, *hints, ""][0], how, questions)


def _how_in_words(how: str) -> str:
    """Where a value was read; of a place that no words state, what it was inferred from."""
    sources = [str(HOW[source]) for source in how.split("+") if source in HOW]
    if len(sources) < 2:
        return "".join(sources)
    return _("由%(signs)s推定，请核对") % {"signs": "、".join(sources)}


def _has_place(question: dict[str, Any]) -> bool:
    return any(hint["span"] for choice in question["choices"] for hint in choice["evidence"])


def topic_choices(reply: Reply, forms: ReviewForms) -> list[dict[str, Any]]:
    """Each topic's tick, with the words in the letter that earned it."""
    links = {link.topic_id: link for link in reply.topic_links.all()}
    return [
        {
            "tick": choice.tag(),
            "name": choice.choice_label,
            "words": "、".join(_first_words(links.get(str(choice.data["value"])))),
        }
        for choice in forms.form["topics"]
    ]


def _first_words(link: ReplyTopic | None, most: int = 3) -> list[str]:
    words = [word["text"] for word in link.evidence] if link else []
    return list(dict.fromkeys(words))[:most]


def _numbered(reply: Reply, wanted: Callable[[Question], bool]) -> list[dict[str, Any]]:
    return [
        {
            **question,
            "number": number,
            "required": question["field"] in REQUIRED,
            "input": input_named_in(question),
            "target": _target(question),
            "other": question["key"].removeprefix("resembles-") if question["code"] == "resembles" else "",
        }
        for number, question in enumerate(reply.open_questions)
        if wanted(question)
    ]


def _target(question: Question) -> str:
    """Where on the page it is answered, for one that is not asked beside its input."""
    if question["field"] not in {"proposals", "measures"}:
        return ""
    has_input = question["key"] in PROPOSAL_PARTS or question["code"] == DEPARTS
    return f"id_{input_named_in(question)}" if has_input else question["field"]


def other_questions(reply: Reply) -> list[dict[str, Any]]:
    """Those about the proposals, the measures or the whole text, which have no input of their own."""
    shown = set(OWN_FIELDS) - {"topics", "shows_landline"}
    return _numbered(reply, lambda question: question["field"] not in shown)


def begin(forms: ReviewForms, rows: Sequence[Row], others: Sequence[dict[str, Any]]) -> None:
    """Puts the cursor where the work is: at the first mistake, else at the first question."""
    mistaken = [bound for bound in [*(row.input for row in rows), *forms.inputs_of_parts()] if bound.errors]
    asked = [row.input for row in rows if row.questions]
    for bound in [*mistaken, *asked][:1]:
        bound.field.widget.attrs["autofocus"] = True
        return
    for question in others[:1]:
        question["begins"] = True
