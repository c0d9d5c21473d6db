"""Rows for tests, each complete enough to be published, every part of it overridable.

`make_reply` puts a published reply into the index as publishing does, so that search finds it.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from replies.models import (
    Agency,
    City,
    Figure,
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
from replies.search import index

PLACES = {
    "zhejiang": ("330000", "浙江省", "浙江", "province", None, ""),
    "wenzhou": ("330300", "温州市", "温州", "prefecture", "zhejiang", "0577"),
    "lucheng-district": ("330302", "鹿城区", "鹿城", "county", "wenzhou", ""),
    "hangzhou": ("330100", "杭州市", "杭州", "prefecture", "zhejiang", "0571"),
    "henan": ("410000", "河南省", "河南", "province", None, ""),
    "puyang": ("410900", "濮阳市", "濮阳", "prefecture", "henan", "0393"),
    "puyang-county": ("410928", "濮阳县", "濮阳", "county", "puyang", ""),
    "hualong": ("410902", "华龙区", "华龙", "county", "puyang", ""),
}
TOPICS = {
    "smart-elderly-care": ("智慧养老", "Smart elderly care"),
    "medical-care-integration": ("医养结合", "Medical and elderly care"),
    "public-built-private-run": ("公建民营", "Publicly built, privately run"),
    "community-home-care": ("社区居家养老", "Community and home care"),
    "other": ("其他", "Other"),
}
_numbers = itertools.count(1)


def make_city(slug: str = "wenzhou") -> City:
    code, name, short_name, level, parent, area_code = PLACES[slug]
    city, _ = City.objects.get_or_create(
        code=code,
        defaults={
            "name": name,
            "short_name": short_name,
            "slug": slug,
            "level": level,
            "area_code": area_code,
            "parent": make_city(parent) if parent else None,
        },
    )
    return city


def make_place(
    code: str, name: str, slug: str, parent: City | None = None, level: str = "county", **more: Any
) -> City:
    """A division that is not in the list."""
    return City.objects.create(
        code=code, name=name, short_name=name[:-1], slug=slug, parent=parent, level=level, **more
    )


def make_agency(name: str = "温州市民政局", city: City | None = None) -> Agency:
    agency, _ = Agency.objects.get_or_create(name=name, city=city or make_city())
    return agency


def make_topic(slug: str = "smart-elderly-care") -> Topic:
    name, name_en = TOPICS[slug]
    position = list(TOPICS).index(slug)
    topic, _ = Topic.objects.get_or_create(
        slug=slug, defaults={"name": name, "name_en": name_en, "position": position}
    )
    return topic


def make_representative(name: str = "肖石龙", city: City | None = None, **more: Any) -> Representative:
    return Representative.objects.get_or_create(name=name, city=city or make_city(), defaults=more)[0]


def make_proposal(
    city: City | None = None, proposers: Sequence[str] = ("肖石龙",), number: str | None = None, **more: Any
) -> Proposal:
    city = city or make_city()
    fields = {
        "kind": "npc",
        "assembly": "市十三届人大四次会议",
        "term": 13,
        "session": 4,
        "title": "关于加强养老服务体系建设的建议",
        **more,
    }
    proposal = Proposal.objects.create(city=city, number=number or str(900 + next(_numbers)), **fields)
    for position, name in enumerate(proposers):
        ProposalProposer.objects.create(
            proposal=proposal, representative=make_representative(name, city), position=position
        )
    return proposal


def make_source(text: str = "答复如下：", content: bytes | None = None, **more: Any) -> SourceDocument:
    content = content if content is not None else f"{next(_numbers)}\n{text}".encode()
    return SourceDocument.objects.create(
        sha256=hashlib.sha256(content).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        content=content,
        size=len(content),
        text=text,
        **{"name": f"reply-{next(_numbers)}.txt", "format": "txt", **more},
    )


def make_measure(reply: Reply, heading: str = "推进公建民营", phase: str = "done", **more: Any) -> Measure:
    figures, topics = more.pop("figures", ()), more.pop("topics", ())
    position = more.pop("position", reply.measures.count())
    start = reply.letter.find(heading)
    span = (start, start + len(heading)) if start >= 0 else (None, None)
    fields = {"text": heading, "start": span[0], "end": span[1], **more}
    measure = Measure.objects.create(reply=reply, heading=heading, phase=phase, position=position, **fields)
    measure.topics.set(make_topic(slug) for slug in topics)
    for at, figure in enumerate(figures):
        Figure.objects.create(measure=measure, position=at, **figure)
    return measure


def make_reply(
    title: str = "关于市十三届人大四次会议第317号建议的答复函",
    letter: str = "我市推进公建民营改革，养老机构床位增加。",
    *,
    city: City | None = None,
    agency: Agency | None = None,
    proposals: Sequence[Proposal] | None = None,
    topics: Sequence[str] = ("smart-elderly-care",),
    measures: Sequence[dict[str, Any]] = (),
    status: str = Reply.Status.PUBLISHED,
    **more: Any,
) -> Reply:
    city = city or make_city()
    published = status == Reply.Status.PUBLISHED
    fields = {
        "reply_date": date(2019, 7, 2),
        "published_at": datetime(2019, 8, 1, tzinfo=UTC) if published else None,
        "source": more.pop("source", None) or make_source(letter),
        **more,
    }
    reply = Reply.objects.create(
        title=title,
        letter=letter,
        city=city,
        agency=agency or make_agency(city=city),
        status=status,
        **fields,
    )
    for position, proposal in enumerate(proposals if proposals is not None else [make_proposal(city)]):
        ReplyProposal.objects.create(reply=reply, proposal=proposal, position=position)
    for slug in topics:
        ReplyTopic.objects.create(reply=reply, topic=make_topic(slug), weight=1)
    for measure in measures:
        make_measure(reply, **measure)
    if published:
        index.write_entry(reply)
    return reply
