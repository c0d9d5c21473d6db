"""All that a reply says of itself, as one frozen value.

The same shape comes from a new reading of the text, from the rows of an archived reply and from the
review form, so that comparing any two of them, field by field, is one operation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS = {
    "title": _("标题"),
    "doc_number": _("文号"),
    "city": _("地区"),
    "agency": _("主办单位"),
    "co_agencies": _("协办单位"),
    "reply_date": _("成文日期"),
    "publish_date": _("发布日期"),
    "proposals": _("建议 / 提案"),
    "result_class": _("办理结果类别"),
    "outcome": _("办理结果"),
    "disclosure": _("公开属性"),
    "signer": _("签发人"),
    "contacts": _("联系人"),
    "cc": _("抄送"),
    "shows_landline": _("公开单位座机"),
    "topics": _("主题"),
    "measures": _("措施与数字"),
    "text": _("全文"),
    "versions": _("与其他答复的关系"),
}


@dataclass(frozen=True, slots=True)
class ProposalValues:
    """One proposal as the letter states it; `term` and `session` are None where it does not."""

    kind: str = ""
    assembly: str = ""
    term: int | None = None
    session: int | None = None
    number: str = ""
    title: str = ""
    proposers: tuple[str, ...] = ()

    def changed_as(self, wanted: ProposalValues, before: ProposalValues) -> ProposalValues:
        """This with every change from `before` to `wanted`, and with what is wanted where this is empty."""
        parts = {part.name: getattr(wanted, part.name) for part in fields(self)}
        kept = {name for name, value in parts.items() if value == getattr(before, name)}
        return replace(self, **{n: (getattr(self, n) or v) if n in kept else v for n, v in parts.items()})


@dataclass(frozen=True, slots=True)
class FigureValues:
    text: str
    value: Decimal | None
    unit: str
    role: str
    deadline: str = ""
    indicator: str = ""
    start: int | None = field(default=None, compare=False)
    end: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class MeasureValues:
    """`pk` names the row it stands for, None for a new one; two measures are equal by what they say."""

    heading: str
    phase: str
    text: str
    marker: str = ""
    section: str = ""
    deadline: str = ""
    is_section: bool = False
    topics: frozenset[str] = frozenset()
    figures: tuple[FigureValues, ...] = ()
    start: int | None = field(default=None, compare=False)
    end: int | None = field(default=None, compare=False)
    pk: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Contact:
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ReplyValues:
    """Agencies and proposers by name, the place by its code, topics by slug; empty means not stated."""

    title: str = ""
    doc_number: str = ""
    city: str | None = None
    agency: str = ""
    co_agencies: tuple[str, ...] = ()
    reply_date: date | None = None
    publish_date: date | None = None
    proposals: tuple[ProposalValues, ...] = ()
    result_class: str = ""
    outcome: str = "unknown"
    disclosure: str = ""
    signer: str = ""
    contacts: tuple[Contact, ...] = ()
    cc: tuple[str, ...] = ()
    shows_landline: bool = False
    topics: frozenset[str] = frozenset()
    measures: tuple[MeasureValues, ...] = ()

    def differing(self, other: ReplyValues) -> frozenset[str]:
        """The fields in which the two do not say the same."""
        return frozenset(name for name in FIELDS if getattr(self, name) != getattr(other, name))

    def taking(self, names: Iterable[str], other: ReplyValues) -> ReplyValues:
        """This, with the named fields as in the other."""
        return replace(self, **{name: getattr(other, name) for name in names})

    def marks(self) -> dict[str, str]:
        """A short mark per field that changes when its value does: what a form remembers having shown."""
        return {name: _mark(getattr(self, name)) for name in FIELDS}


FIELDS = tuple(item.name for item in fields(ReplyValues))


def _mark(value: Any) -> str:
    return hashlib.sha256(repr(_plain(value)).encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    """Without what is left out of comparisons, and in an order of its own."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return str(value.normalize())
    if hasattr(value, "__dataclass_fields__"):
        return [_plain(getattr(value, part.name)) for part in fields(value) if part.compare]
    return value
