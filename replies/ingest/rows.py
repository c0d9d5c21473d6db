"""Between a reply's values and its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from replies.ingest import matching
from replies.ingest.measure_rows import measures_of, write_measures
from replies.ingest.values import Contact, ProposalValues, ReplyValues
from replies.models import Proposal, Reply, ReplyProposal, ReplyTopic

PLAIN_FIELDS = frozenset(
    {
        "title",
        "doc_number",
        "reply_date",
        "publish_date",
        "result_class",
        "outcome",
        "disclosure",
        "signer",
        "shows_landline",
    }
)
BY_PLACE = frozenset({"city", "agency", "co_agencies", "proposals"})


def values_of(reply: Reply) -> ReplyValues:
    """What the archive holds of a reply now."""
    plain = {name: getattr(reply, name) for name in PLAIN_FIELDS}
    return ReplyValues(
        **plain,
        city=reply.city_id,
        agency=reply.agency.name if reply.agency else "",
        co_agencies=tuple(sorted(reply.co_agencies.values_list("name", flat=True))),
        proposals=tuple(proposal_values(link.proposal) for link in _proposal_links(reply)),
        contacts=tuple(Contact(**contact) for contact in reply.contacts),
        cc=tuple(reply.cc),
        topics=frozenset(link.topic_id for link in reply.topic_links.all()),
        measures=measures_of(reply),
    )


def proposal_values(proposal: Proposal) -> ProposalValues:
    return ProposalValues(
        kind=proposal.kind,
        assembly=proposal.assembly,
        term=proposal.term,
        session=proposal.session,
        number=proposal.number,
        title=proposal.title,
        proposers=tuple(link.representative.name for link in proposal.proposer_links.all()),
    )


def _proposal_links(reply: Reply) -> Iterable[ReplyProposal]:
    return reply.proposal_links.select_related("proposal").prefetch_related(
        "proposal__proposer_links__representative"
    )


def write_values(
    reply: Reply,
    values: ReplyValues,
    names: Iterable[str],
    evidence: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    by_person: bool = False,
) -> None:
    """Writes the named fields and saves the reply; the caller holds the transaction.

    Agencies and proposals belong to places, so that a new place settles them anew.  `evidence` holds
    `weight` and `evidence` of topics by slug, where a reading found them.
    """
    wanted = set(names)
    if "city" in wanted:
        wanted |= BY_PLACE
    is_new = reply.pk is None
    agency_before = None if is_new else reply.agency
    _write_own_columns(reply, values, wanted)
    reply.save()
    matching.forget_if_unused(agency_before)
    if "co_agencies" in wanted and not (is_new and not values.co_agencies):
        agencies = (matching.agency_named(name, reply.city) for name in values.co_agencies)
        reply.co_agencies.set([agency for agency in agencies if agency])
    if "proposals" in wanted:
        _write_proposals(reply, values.proposals, is_new)
    if "topics" in wanted:
        _write_topics(reply, values.topics, evidence or {}, is_new)
    if "measures" in wanted:
        write_measures(reply, values.measures, edited=by_person, is_new=is_new)


def _write_own_columns(reply: Reply, values: ReplyValues, wanted: set[str]) -> None:
    for name in wanted & PLAIN_FIELDS:
        setattr(reply, name, getattr(values, name))
    if "city" in wanted:
        reply.city_id = values.city
    if "agency" in wanted:
        reply.agency = matching.agency_named(values.agency, reply.city)
    if "contacts" in wanted:
        reply.contacts = [{"name": contact.name, "phone": contact.phone} for contact in values.contacts]
    if "cc" in wanted:
        reply.cc = list(values.cc)


def _write_proposals(reply: Reply, wanted: Iterable[ProposalValues], is_new: bool) -> None:
    """Keeps the rows that are there, in place; a proposal that no reply answers any more goes."""
    links = [] if is_new else list(reply.proposal_links.select_related("proposal"))
    settled: list[Proposal] = []
    for position, values in enumerate(wanted):
        mine = links[position].proposal if position < len(links) else None
        proposal = matching.proposal_for(values, reply.city, mine)
        if proposal not in settled:
            settled.append(proposal)
    left = {link.proposal_id for link in links} - {proposal.pk for proposal in settled}
    if left:
        reply.proposal_links.filter(proposal__in=left).delete()
        Proposal.objects.filter(pk__in=left, reply_links__isnull=True).delete()
    ReplyProposal.objects.bulk_create(
        [ReplyProposal(reply=reply, proposal=each, position=at) for at, each in enumerate(settled)],
        update_conflicts=True,
        unique_fields=["reply", "proposal"],
        update_fields=["position"],
    )


def _write_topics(
    reply: Reply, slugs: Iterable[str], evidence: Mapping[str, Mapping[str, Any]], is_new: bool
) -> None:
    """Adds and removes; a topic that stays keeps its evidence unless a reading brings new."""
    slugs = set(slugs)
    if not is_new:
        reply.topic_links.exclude(topic_id__in=slugs).delete()
    ReplyTopic.objects.bulk_create(
        [ReplyTopic(reply=reply, topic_id=slug, **evidence.get(slug, {})) for slug in sorted(slugs)],
        update_conflicts=bool(evidence),
        ignore_conflicts=not evidence,
        unique_fields=["reply", "topic"] if evidence else None,
        update_fields=["weight", "evidence"] if evidence else None,
    )
