"""What differs between two readings of one letter, part by part: what a person decides by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import takewhile
from typing import Any

from django.utils.translation import gettext_lazy as _

from replies.ingest.values import LABELS
from replies.models import Figure, Measure, Proposal

NOTHING = "—"
SHOWN = 120
LEAD = 15
# Where something stands tells which measure is which; that it moved is no change of what is said.
PLACES = frozenset({"start", "end", "span", "pk"})
NAMES = ("heading", "text", "title", "number", "name", "message")
PARTS: dict[str, Any] = {
    **LABELS,
    "heading": _("要点"),
    "phase": _("阶段"),
    "text": _("原文"),
    "marker": _("序号"),
    "section": _("所在部分"),
    "deadline": _("期限"),
    "is_section": _("整段"),
    "figures": _("数字"),
    "value": _("数值"),
    "unit": _("单位"),
    "role": _("性质"),
    "indicator": _("指标"),
    "undertakings": _("句中的措施"),
    "kind": _("类别"),
    "assembly": _("会议（原文）"),
    "term": _("届"),
    "session": _("次"),
    "number": _("编号"),
    "proposers": _("提出者"),
}
VALUES = {**dict(Measure.Phase.choices), **dict(Figure.Role.choices), **dict(Proposal.Kind.choices)}


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` is the part in words (措施与数字 › 阶段), `of` the measure and figure it belongs to."""

    kind: str
    of: tuple[str, ...]
    before: str
    after: str

    @property
    def sort(self) -> str:
        """Whether the new reading gains a value (`new`), loses one (`gone`) or says another (`other`)."""
        if self.before == NOTHING:
            return "new"
        return "gone" if self.after == NOTHING else "other"

    def __str__(self) -> str:
        where = " ".join(f"“{name[:30]}”" for name in self.of)
        before, after = _from_where_they_part(self.before, self.after)
        return f"{self.kind}{' ' if where else ''}{where}：{before} → {after}"


def changes(name: str, old: Any, new: Any) -> Iterator[Change]:
    """Of a field's two values, as rows hold them or as samples keep them in JSON."""
    yield from _apart(_plain(old), _plain(new), str(PARTS.get(name, name)), ())


def _apart(old: Any, new: Any, kind: str, of: tuple[str, ...]) -> Iterator[Change]:
    if old == new:
        return
    if _holds_rows(old) or _holds_rows(new):
        for before, after in _paired(old or [], new or []):
            yield from _row_apart(before, after, kind, (*of, _name(before or after)))
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _parts_apart(old, new, kind, of)
    elif isinstance(old, list) and isinstance(new, list):
        gone, come = [item for item in old if item not in new], [item for item in new if item not in old]
        yield Change(kind, of, _said(gone), _said(come))
    else:
        yield Change(kind, of, _said(old), _said(new))


def _row_apart(old: Any, new: Any, kind: str, of: tuple[str, ...]) -> Iterator[Change]:
    if old and new:
        yield from _parts_apart(old, new, kind, of)
    else:
        yield Change(kind, of, _said(old), _said(new))


def _parts_apart(
    old: Mapping[str, Any], new: Mapping[str, Any], kind: str, of: tuple[str, ...]
) -> Iterator[Change]:
    for key in {**old, **new}:
        if key not in PLACES:
            yield from _apart(old.get(key), new.get(key), f"{kind} › {PARTS.get(key, key)}", of)


def _paired(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Each row with the one it became, the likest first; None stands where there is no other."""
    left = list(new)
    for row in old:
        other = max(left, key=lambda each: _likeness(row, each), default=None)
        if other is None or not _likeness(row, other):
            yield row, None
            continue
        left.remove(other)
        if row != other:
            yield row, other
    for row in left:
        yield None, row


def _likeness(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    same_place = _start(one) is not None and _start(one) == _start(other)
    return 4 * (one == other) + 2 * same_place + (_name(one) == _name(other))


def _start(row: Mapping[str, Any]) -> int | None:
    span = row.get("span") or [row.get("start")]
    return span[0]


def _name(row: Mapping[str, Any]) -> str:
    return next((str(row[name]) for name in NAMES if row.get(name)), "")


def _holds_rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _plain(value: Any) -> Any:
    """In the lists, mappings and texts of JSON."""
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Decimal | float):
        return f"{Decimal(str(value)).normalize():f}"
    return value


def _said(value: Any) -> str:
    """In a line; a row by what it says first."""
    if value in (None, "", [], {}):
        return NOTHING
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    if isinstance(value, dict):
        return _name(value) or "、".join(value)
    if isinstance(value, list):
        return "、".join(_said(item) for item in value)
    return str(VALUES.get(value, value))


def _from_where_they_part(before: str, after: str) -> tuple[str, str]:
    """Without a long beginning that both share, and no longer than a person reads."""
    before, after = " ".join(before.split()), " ".join(after.split())
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    if shared > 2 * LEAD:
        before, after = (f"{said[:LEAD]}…{said[shared - LEAD :]}" for said in (before, after))
    return _cut(before), _cut(after)


def _cut(said: str) -> str:
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
