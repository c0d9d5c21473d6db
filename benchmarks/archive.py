"""Generated replies as rows of a real archive, so that whole pages can be asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice

from benchmarks.corpus import AGENCIES_IN_A_PLACE, PLACES, TOPICS, Document, documents
from replies.models import (
    Agency,
    City,
    Measure,
    Proposal,
    ProposalProposer,
    Reply,
    ReplyProposal,
    ReplyTopic,
    Representative,
    SourceDocument,
    Topic,
)

AT_ONCE = 2_000
MEASURES = 3
SURNAMES, GIVEN = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许",
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华",
)
PUBLISHED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def fill(count: int) -> None:
    """Makes the archive hold `count` published replies; what is there already stays."""
    agencies = _agencies()
    for position, slug in enumerate(TOPICS):
        Topic.objects.get_or_create(slug=slug, defaults={"name": slug, "name_en": slug, "position": position})
    there = Reply.objects.count()
    waiting = documents(max(0, count - there), start=there)
    while part := list(islice(waiting, AT_ONCE)):
        _publish(part, agencies)


def _agencies() -> list[Agency]:
    codes = list(City.objects.exclude(level="province").order_by("code").values_list("pk", "name"))
    names = ("民政局", "卫生健康委员会", "医疗保障局")
    wanted = [codes[place * 7 % len(codes)] for place in range(PLACES)]
    if not Agency.objects.exists():
        Agency.objects.bulk_create(
            Agency(name=name + names[n], city_id=code)
            for code, name in wanted
            for n in range(AGENCIES_IN_A_PLACE)
        )
    return list(Agency.objects.order_by("pk")[: PLACES * AGENCIES_IN_A_PLACE])


def _publish(part: Sequence[Document], agencies: Sequence[Agency]) -> None:
    sources = SourceDocument.objects.bulk_create(_source(document) for document in part)
    replies = Reply.objects.bulk_create(
        _reply(document, source, agencies[document.agency])
        for document, source in zip(part, sources, strict=True)
    )
    people = Representative.objects.bulk_create(
        Representative(name=_name(document.number), city_id=reply.city_id)
        for document, reply in zip(part, replies, strict=True)
    )
    proposals = Proposal.objects.bulk_create(
        Proposal(
            kind=document.kind, city_id=reply.city_id, number=str(document.number), title=document.title[:300]
        )
        for document, reply in zip(part, replies, strict=True)
    )
    ProposalProposer.objects.bulk_create(
        ProposalProposer(proposal=proposal, representative=person)
        for proposal, person in zip(proposals, people, strict=True)
    )
    ReplyProposal.objects.bulk_create(
        ReplyProposal(reply=reply, proposal=proposal)
        for reply, proposal in zip(replies, proposals, strict=True)
    )
    ReplyTopic.objects.bulk_create(
        ReplyTopic(reply=reply, topic_id=topic)
        for document, reply in zip(part, replies, strict=True)
        for topic in document.topics
    )
    Measure.objects.bulk_create(
        Measure(reply=reply, position=n, heading=document.letter[n * 30 : n * 30 + 20], phase=phase, text="—")
        for document, reply in zip(part, replies, strict=True)
        for phase in document.phases
        for n in range(MEASURES)
    )


def _source(document: Document) -> SourceDocument:
    digest = hashlib.sha256(str(document.number).encode()).hexdigest()
    return SourceDocument(
        sha256=digest,
        text_sha256=digest,
        name=f"{document.number}.txt",
        format="txt",
        content=b"",
        size=0,
        text="",
    )


def _reply(document: Document, source: SourceDocument, agency: Agency) -> Reply:
    return Reply(
        title=document.title,
        letter=document.letter,
        city_id=agency.city_id,
        agency=agency,
        reply_date=document.day,
        outcome=document.outcome,
        status=Reply.Status.PUBLISHED,
        published_at=PUBLISHED_AT,
        source=source,
    )


def _name(number: int) -> str:
    at, rest = divmod(number, len(SURNAMES))
    second, first = divmod(at, len(GIVEN))
    return SURNAMES[rest] + GIVEN[first] + GIVEN[second % len(GIVEN)]
