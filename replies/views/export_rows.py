"""Replies, measures and figures as rows of a table, and text made safe for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext as _

from replies.api import records
from replies.api.records import FOR_STAFF, first_proposal, proposers
from replies.models import Figure, Measure, Proposal, Reply
from replies.models.reply import ReplyQuerySet

Cell = str | int | float | Decimal | date | None
Row = Sequence[Cell]
Absolute = Callable[[str], str]

# A spreadsheet takes a cell that begins with one of these for a formula (or drops the blank before one).
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
BATCH = 500


def safe_cell(value: Cell) -> Cell:
    """For CSV, which cannot say that a cell is text: an apostrophe before what looks like a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


@dataclass(frozen=True, slots=True)
class Words:
    """Coded values in the reader's language, looked up once for many rows."""

    kinds: dict[str, str]
    outcomes: dict[str, str]
    phases: dict[str, str]
    roles: dict[str, str]


def words() -> Words:
    coded = (Proposal.Kind, Reply.Outcome, Measure.Phase, Figure.Role)
    return Words(*({value: str(label) for value, label in choices.choices} for choices in coded))


def reply_headings() -> list[str]:
    return [
        _("答复编号"), _("网址"), _("标题"), _("地区"), _("地区全称"), _("年份"), _("类别"),
        _("主办单位"), _("协办单位"), _("成文日期"), _("发布日期"), _("文号"), _("会议"),
        _("建议、提案编号"), _("建议、提案标题"), _("提出者"), _("主题"), _("办理结果"),
        _("办理结果类别（原文）"), _("已做措施"), _("将做措施"),
    ]  # fmt: skip


def measure_headings() -> list[str]:
    return [
        _("答复编号"), _("标题"), _("地区"), _("年份"), _("主办单位"), _("措施次序"), _("序号"),
        _("要点"), _("所在部分"), _("阶段"), _("期限"), _("主题"), _("原文"),
    ]  # fmt: skip


def figure_headings() -> list[str]:
    return [
        _("答复编号"), _("地区"), _("年份"), _("措施次序"), _("数值"), _("单位"), _("性质"),
        _("期限"), _("指标"), _("前后文字"),
    ]  # fmt: skip


def for_rows(*, with_measures: bool = False) -> ReplyQuerySet:
    """Published replies with what the rows show; the letters stay in the database."""
    done, planned = Q(measures__phase=Measure.Phase.DONE), Q(measures__phase=Measure.Phase.PLANNED)
    replies = (
        Reply.objects.published()
        .with_list_parts()
        .defer("letter", *FOR_STAFF)
        .prefetch_related("co_agencies")
        .annotate(done=Count("measures", filter=done), planned=Count("measures", filter=planned))
    )
    if with_measures:
        measures = Measure.objects.prefetch_related("figures", records.topic_names()).order_by("position")
        replies = replies.prefetch_related(Prefetch("measures", measures))
    return replies


def in_order(ids: Sequence[int], replies: ReplyQuerySet, batch: int = BATCH) -> Iterator[list[Reply]]:
    """The replies in the order of `ids`, so many at a time; what was taken back meanwhile is left out."""
    for start in range(0, len(ids), batch):
        wanted = ids[start : start + batch]
        found = replies.in_bulk(wanted)
        yield [found[pk] for pk in wanted if pk in found]


def reply_row(reply: Reply, named: Words, absolute: Absolute) -> Row:
    """Needs `for_rows`; where a reply answers several proposals, their parts stand one after the other."""
    proposals = list(reply.proposals.all())
    first = first_proposal(reply)
    people = dict.fromkeys(person.name for each in proposals for person in proposers(each))
    return [
        reply.pk,
        absolute(reply.get_absolute_url()),
        reply.title,
        reply.city.name if reply.city else "",
        reply.city.full_name if reply.city else "",
        reply.year,
        named.kinds.get(first.kind, "") if first else "",
        reply.agency.name if reply.agency else "",
        _joined(other.name for other in reply.co_agencies.all()),
        reply.reply_date,
        reply.publish_date,
        reply.doc_number,
        first.assembly if first else "",
        _joined(each.number for each in proposals),
        _joined(each.title for each in proposals),
        _joined(people),
        _joined(topic.label for topic in reply.topics.all()),
        named.outcomes[reply.outcome],
        reply.result_class,
        reply.done,  # type: ignore[attr-defined]
        reply.planned,  # type: ignore[attr-defined]
    ]


def measure_row(reply: Reply, measure: Measure, named: Words) -> Row:
    return [
        reply.pk,
        reply.title,
        reply.city.name if reply.city else "",
        reply.year,
        reply.agency.name if reply.agency else "",
        measure.position + 1,
        measure.marker,
        measure.heading,
        measure.section,
        named.phases[measure.phase],
        measure.deadline,
        _joined(topic.label for topic in measure.topics.all()),
        measure.text,
    ]


def figure_row(reply: Reply, measure: Measure, figure: Figure, named: Words) -> Row:
    return [
        reply.pk,
        reply.city.name if reply.city else "",
        reply.year,
        measure.position + 1,
        figure.value,
        figure.unit,
        named.roles[figure.role],
        figure.deadline,
        figure.indicator,
        figure.text,
    ]


def _joined(parts: Iterable[str]) -> str:
    return "；".join(filter(None, parts))
