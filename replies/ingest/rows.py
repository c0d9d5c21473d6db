"""Between a reply's values and its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from replies.ingest import matching
from replies.ingest.measure_rows import measures_of, write_measures
from replies.ingest.proposal_rows import Departure, proposals_of, write_proposals
from replies.ingest.values import Contact, ReplyValues
from replies.models import Reply, ReplyTopic

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
        proposals=proposals_of(reply),
        contacts=tuple(Contact(**contact) for contact in reply.contacts),
        cc=tuple(reply.cc),
        topics=frozenset(link.topic_id for link in reply.topic_links.all()),
        measures=measures_of(reply),
    )


def write_values(
    reply: Reply,
    values: ReplyValues,
    names: Iterable[str],
    evidence: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    by_person: bool = False,
) -> list[Departure]:
    """Writes the named fields and saves the reply; the caller holds the transaction.  Answers with what a
    reading says otherwise than another reply to the same proposal, which is left as it is.

    Agencies and proposals belong to places, so that a new place settles them anew.  `evidence` holds
    `weight` and `evidence` of topics by slug, where a reading found them.
    """
    wanted, departures = set(names), list[Departure]()
    if "city" in wanted:
        wanted |= BY_PLACE
    is_new = reply.pk is None
    agency_before = None if is_new else reply.agency
    _write_own_columns(reply, values, wanted)
    reply.save()
    matching.forget_if_unused(agency_before)
    if "co_agencies" in wanted and not (is_new and not values.co_agencies):
        _write_co_agencies(reply, values.co_agencies)
    if "proposals" in wanted:
        departures = write_proposals(reply, values.proposals, by_person=by_person, is_new=is_new)
    if "topics" in wanted:
        _write_topics(reply, values.topics, evidence or {}, is_new)
    if "measures" in wanted:
        write_measures(reply, values.measures, edited=by_person, is_new=is_new)
    return departures


def _write_co_agencies(reply: Reply, names: Iterable[str]) -> None:
    """Those of these names in the reply's place; what stood without a place until it was known is forgotten."""
    before = list(reply.co_agencies.all())
    agencies = (matching.agency_named(name, reply.city) for name in names)
    reply.co_agencies.set([agency for agency in agencies if agency])
    for agency in before:
        matching.forget_if_unused(agency)


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
