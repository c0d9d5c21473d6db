"""Rows as the shapes of `schemas`.  `absolute` turns a path into a whole address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from django.db.models import Prefetch
from django.urls import reverse

from replies.models import (
    Agency,
    City,
    Figure,
    Measure,
    Proposal,
    ProposalProposer,
    Reply,
    Representative,
    SourceDocument,
    Topic,
)
from replies.models.reply import ReplyQuerySet
from replies.search.lines import Line, ProposalLine

from . import schemas

T = TypeVar("T")
Absolute = Callable[[str], str]
# Fields of a reply that only staff see; large, and slow to read.
FOR_STAFF = ("findings", "contacts", "cc", "open_questions", "edited_fields")
CITE_FORMATS = ("bib", "ris", "txt")


def with_whole_record() -> ReplyQuerySet:
    """Published replies with everything `whole` says, in a constant number of queries; an earlier
    version that is not public is as if there were none.

    The original's bytes and unmasked text are never fetched.
    """
    return (
        Reply.objects.published()
        .with_list_parts()
        .select_related("agency__city")
        .defer(*FOR_STAFF)
        .prefetch_related(
            Prefetch("source", SourceDocument.objects.only("sha256", "format", "source_url")),
            "co_agencies__city",
            "proposals__city",
            Prefetch("measures", Measure.objects.prefetch_related("figures", topic_names())),
            Prefetch("replaces", Reply.objects.published().only("pk")),
            Prefetch("later_versions", Reply.objects.published().only("pk", "replaces_id")),
        )
    )


def topic_names() -> Prefetch:
    """Topics without the words they are recognised by."""
    return Prefetch("topics", Topic.objects.defer("shipped_terms"))


def _held(value: T | None) -> T:
    """What every published reply has: the database keeps it from being published without."""
    assert value is not None
    return value


def brief(
    reply: Line, excerpt: Iterable[schemas.PieceOut], proposers: Mapping[int, list[str]], absolute: Absolute
) -> schemas.ReplyBriefOut:
    """A line of a list; `proposers` names those of each first proposal."""
    proposal = next(iter(reply.proposals), None)
    return schemas.ReplyBriefOut(
        id=reply.pk,
        url=absolute(reply.get_absolute_url()),
        title=reply.title,
        city=reply.city,
        year=reply.year,
        kind=proposal.kind if proposal else "",
        agency=reply.agency,
        reply_date=reply.reply_date,
        proposal=_proposal_brief(proposal, proposers) if proposal else None,
        topics=list(reply.topics),
        excerpt=list(excerpt),
    )


def proposers_of_first(replies: Iterable[Line]) -> dict[int, list[str]]:
    """The names of those who made each reply's first proposal, in the letter's order; one query."""
    first = [line.proposals[0].pk for line in replies if line.proposals]
    names: dict[int, list[str]] = {pk: [] for pk in first}
    links = ProposalProposer.objects.filter(proposal__in=first).order_by("position")
    for proposal, name in links.values_list("proposal_id", "representative__name"):
        names[proposal].append(name)
    return names


def whole(reply: Reply, absolute: Absolute) -> schemas.ReplyOut:
    """One reply; needs `with_whole_record`."""
    proposal = first_proposal(reply)
    return schemas.ReplyOut(
        id=reply.pk,
        url=absolute(reply.get_absolute_url()),
        title=reply.title,
        doc_number=reply.doc_number,
        city=city(_held(reply.city), absolute),
        year=reply.year,
        kind=proposal.kind if proposal else "",
        agency=agency(_held(reply.agency), absolute),
        co_agencies=[agency(other, absolute) for other in reply.co_handlers()],
        reply_date=_held(reply.reply_date),
        publish_date=reply.publish_date,
        published_at=reply.published_at,
        result_class=reply.result_class,
        outcome=reply.outcome,
        disclosure=reply.disclosure,
        proposals=[_proposal(each, absolute) for each in reply.proposals.all()],
        topics=[topic.slug for topic in reply.topics.all()],
        measures=[_measure(each) for each in reply.measures.all()],
        letter=reply.letter,
        replaces=absolute(reply.replaces.get_absolute_url()) if reply.replaces else None,
        later_versions=[absolute(later.get_absolute_url()) for later in reply.later_versions.all()],
        original=_original(reply, absolute),
        cite={form: absolute(reverse("reply_cite", args=[reply.pk, form])) for form in CITE_FORMATS},
    )


def first_proposal(reply: Reply) -> Proposal | None:
    """The proposal that stands for the others where one reply answers several."""
    return next(iter(reply.proposals.all()), None)


def proposers(proposal: Proposal) -> list[Representative]:
    """In the letter's order; needs `proposer_links__representative` prefetched."""
    return [link.representative for link in proposal.proposer_links.all()]


def city(place: City, absolute: Absolute) -> schemas.CityOut:
    return schemas.CityOut(
        slug=place.slug,
        code=place.code,
        name=place.name,
        full_name=place.full_name,
        level=place.level,
        url=absolute(place.get_absolute_url()),
    )


def agency(body: Agency, absolute: Absolute) -> schemas.AgencyOut:
    return schemas.AgencyOut(
        id=body.pk,
        name=body.name,
        city=body.city.name if body.city else None,
        url=absolute(body.get_absolute_url()),
    )


def topic(subject: Topic, absolute: Absolute) -> schemas.TopicOut:
    return schemas.TopicOut(
        slug=subject.slug,
        name=subject.name,
        name_en=subject.name_en,
        url=absolute(subject.get_absolute_url()),
    )


def _proposal_brief(proposal: ProposalLine, proposers: Mapping[int, list[str]]) -> schemas.ProposalBriefOut:
    return schemas.ProposalBriefOut(
        number=proposal.number, title=proposal.title, proposers=proposers[proposal.pk]
    )


def _proposal(proposal: Proposal, absolute: Absolute) -> schemas.ProposalOut:
    return schemas.ProposalOut(
        id=proposal.pk,
        url=absolute(proposal.get_absolute_url()),
        kind=proposal.kind,
        city=proposal.city.name if proposal.city else None,
        assembly=proposal.assembly,
        term=proposal.term,
        session=proposal.session,
        number=proposal.number,
        title=proposal.title,
        proposers=[
            schemas.ProposerOut(
                id=person.pk, name=person.name, kind=person.kind, url=absolute(person.get_absolute_url())
            )
            for person in proposers(proposal)
        ],
    )


def measure_line(measure: Measure, absolute: Absolute) -> schemas.MeasureLineOut:
    """A measure of the register; needs its figures, its topics and its reply's place and agency."""
    reply = measure.reply
    page = absolute(reply.get_absolute_url())
    return schemas.MeasureLineOut(
        **_measure(measure).model_dump(),
        url=f"{page}#m-{measure.pk}",
        reply=schemas.ReplyOfMeasureOut(
            id=reply.pk,
            url=page,
            title=reply.title,
            city=_held(reply.city).name,
            year=reply.year,
            agency=_held(reply.agency).name,
            reply_date=_held(reply.reply_date),
        ),
    )


def _measure(measure: Measure) -> schemas.MeasureOut:
    return schemas.MeasureOut(
        marker=measure.marker,
        heading=measure.heading,
        section=measure.section,
        phase=measure.phase,
        text=measure.text,
        deadline=measure.deadline,
        topics=[topic.slug for topic in measure.topics.all()],
        start=measure.start,
        end=measure.end,
        figures=[_figure(each) for each in measure.figures.all()],
    )


def _figure(figure: Figure) -> schemas.FigureOut:
    return schemas.FigureOut(
        text=figure.text,
        value=None if figure.value is None else float(figure.value),
        unit=figure.unit,
        role=figure.role,
        deadline=figure.deadline,
        indicator=figure.indicator,
        start=figure.start,
        end=figure.end,
    )


def _original(reply: Reply, absolute: Absolute) -> schemas.OriginalOut:
    return schemas.OriginalOut(
        sha256=reply.source.sha256,
        format=reply.source.format,
        source_url=reply.source.source_url,
        text_url=absolute(reverse("reply_original", args=[reply.pk])),
    )
