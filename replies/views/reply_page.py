"""One reply at its permanent address: who asked what, who answered, what was done and is promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import condition

from replies.models import Figure, Measure, Reply, ReplyProposal
from replies.search.alike import alike
from replies.text.parsed import Span

from .letter_layout import SHORT_LINE, Marked, lay_out
from .methods import read_only
from .public_reply import Withdrawn, public_reply
from .shelf_cookie import is_kept
from .validators import page_validator

# The first screen names so many promises; all of them stand beside the letter.
PROMISES_ON_TOP = 3


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure as listed beside the letter; `anchor` is empty where the letter does not hold it."""

    measure: Measure
    figures: Sequence[Figure]
    anchor: str

    @property
    def figures_that_tell(self) -> list[Figure]:
        return [figure for figure in self.figures if figure.role != Figure.Role.CONTEXT]


def _validator(request: HttpRequest, pk: int) -> str | None:
    """The version of the row alone decides, and whether this reader keeps it; None for what is no page."""
    version = Reply.objects.published().filter(pk=pk).values_list("updated_at", "edit_version").first()
    return page_validator(request, *version, is_kept(request, pk)) if version else None


@read_only
@condition(etag_func=_validator)
def reply_page(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        reply = public_reply(pk, _with_everything())
    except Withdrawn as withdrawn:
        return render(request, "replies/withdrawn.html", {"withdrawn": withdrawn}, status=410)
    return render(request, "replies/reply.html", reply_context(request, reply))


def _with_everything() -> Any:
    measures = Measure.objects.prefetch_related("figures").order_by("position")
    return (
        Reply.objects.published()
        .with_list_parts()
        .defer("findings", "contacts")
        .annotate(source_url=F("source__source_url"))
        .prefetch_related("co_agencies__city", "proposals__city", Prefetch("measures", queryset=measures))
    )


def reply_context(request: HttpRequest, reply: Any) -> dict[str, Any]:
    lines = measure_lines(reply)
    blocks = lay_out(reply.letter, _marks(reply.letter, lines))
    done = [line for line in lines if line.measure.phase == Measure.Phase.DONE]
    planned = [line for line in lines if line.measure.phase == Measure.Phase.PLANNED]
    proposals = reply.proposals.all()
    related = related_replies(reply)
    return {
        "reply": reply,
        "proposals": proposals,
        "blocks": blocks,
        "contents": [block for block in blocks if block.kind == "heading"],
        "done": done,
        "planned": planned,
        "promises": sorted(planned, key=_says_little)[:PROMISES_ON_TOP],
        "measure_total": len(lines),
        "kept": is_kept(request, reply.pk),
        "related": related,
        "alike": alike((proposal.title for proposal in proposals), {reply.pk, *related.ids}),
        "source_url": followable(reply.source_url),
    }


def _says_little(line: MeasureLine) -> bool:
    """Behind the promises that can be held to a date or a figure, each kind in the order of the letter."""
    return not (line.measure.deadline or line.figures_that_tell)


def followable(address: str) -> str:
    """An address from a web page's own data becomes a link only where it leads to a web page."""
    return address if address.startswith(("http://", "https://")) else ""


def measure_lines(reply: Reply) -> list[MeasureLine]:
    length = len(reply.letter)
    return [
        MeasureLine(measure, list(measure.figures.all()), f"m-{measure.pk}" if _held(measure, length) else "")
        for measure in reply.measures.all()
    ]


def _held(row: Measure | Figure, length: int) -> bool:
    return row.start is not None and row.end is not None and row.start < row.end <= length


def _marks(letter: str, lines: Sequence[MeasureLine]) -> list[Marked]:
    marks = []
    for line in lines:
        if line.anchor:
            marks.append(Marked(_span(line.measure), "measure", line.anchor))
            marks.extend(Marked(lead, "lead") for lead in _opening(letter, line.measure))
            marks.extend(
                Marked(_span(figure), "figure") for figure in line.figures if figure.start and figure.end
            )
    return marks


def _opening(letter: str, measure: Measure) -> Iterator[Span]:
    """The mark and the heading with which a marked measure opens in the letter, where it goes on behind them."""
    start, end = measure.start or 0, measure.end or 0
    after = start + len(measure.marker)
    at = letter.find(measure.heading, after, min(end, after + 2 + len(measure.heading)))
    opened = at + len(measure.heading)
    if measure.marker and at >= 0 and opened + 1 < end and opened - start <= SHORT_LINE:
        yield Span(start, opened)


def _span(row: Measure | Figure) -> Span:
    return Span(row.start or 0, row.end or 0)


@dataclass(frozen=True, slots=True)
class Related:
    """Other published replies that belong to this one."""

    earlier: list[Reply]
    later: list[Reply]
    beside: list[Reply]

    def __bool__(self) -> bool:
        return bool(self.earlier or self.later or self.beside)

    @property
    def ids(self) -> set[int]:
        return {row.pk for row in (*self.earlier, *self.later, *self.beside)}


def related_replies(reply: Reply) -> Related:
    """Versions before and after, and other answers to the same proposals, in one query."""
    proposals = [proposal.pk for proposal in reply.proposals.all()]
    same_proposal = ReplyProposal.objects.filter(proposal__in=proposals).order_by().values("reply")
    before, after = Reply.objects.filter(pk=reply.replaces_id or 0), Reply.objects.filter(replaces=reply.pk)
    ids = same_proposal.union(before.order_by().values("pk"), after.order_by().values("pk"))
    found = (
        Reply.objects.published()
        .filter(pk__in=ids)
        .exclude(pk=reply.pk)
        .select_related("agency", "city")
        .only("title", "reply_date", "replaces", "agency__name", "city__name")
        .order_by("reply_date", "pk")
    )
    rows = list(found)
    earlier = [row for row in rows if row.pk == reply.replaces_id]
    later = [row for row in rows if row.replaces_id == reply.pk]
    return Related(earlier, later, [row for row in rows if row not in earlier and row not in later])
