"""Between a reply's values and its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from replies.ingest.history import save_new
from replies.ingest.matching import Catalogue, forget_if_unused
from replies.ingest.measure_rows import measures_of, write_measures, write_new_measures
from replies.ingest.proposal_rows import Departure, proposals_of, write_new_proposals, write_proposals
from replies.ingest.values import FIELDS, Contact, ReplyValues
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


@dataclass(frozen=True, slots=True)
class NewReply:
    """A reply that is signed and not saved yet, and what it says; `evidence` as in `write_values`."""

    reply: Reply
    values: ReplyValues
    evidence: Mapping[str, Mapping[str, Any]]


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


def write_new(drafts: Sequence[NewReply], catalogue: Catalogue) -> dict[int, list[Departure]]:
    """Saves new replies with all that they say; the caller holds the transaction.  Answers as
    `write_new_proposals` does."""
    for draft in drafts:
        _write_own_columns(draft.reply, draft.values, set(FIELDS), catalogue)
    save_new([draft.reply for draft in drafts])
    for draft in drafts:
        draft.reply.co_agencies.add(*catalogue.agencies_named(draft.values.co_agencies, draft.reply.city))
    ReplyTopic.objects.bulk_create(
        row for draft in drafts for row in _topic_rows(draft.reply, draft.values.topics, draft.evidence)
    )
    write_new_measures((draft.reply, draft.values.measures) for draft in drafts)
    return write_new_proposals([(draft.reply, draft.values.proposals) for draft in drafts])


def write_values(
    reply: Reply,
    values: ReplyValues,
    names: Iterable[str],
    evidence: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    by_person: bool = False,
) -> None:
    """Writes the named fields of a reply and saves it; the caller holds the transaction.

    Agencies and proposals belong to places, so that a new place settles them anew.  `evidence` holds
    `weight` and `evidence` of topics by slug, where a reading found them.
    """
    wanted, catalogue = set(names), Catalogue()
    if "city" in wanted:
        wanted |= BY_PLACE
    agency_before = reply.agency
    _write_own_columns(reply, values, wanted, catalogue)
    reply.save()
    forget_if_unused(agency_before)
    if "co_agencies" in wanted:
        _write_co_agencies(reply, values.co_agencies, catalogue)
    if "proposals" in wanted:
        write_proposals(reply, values.proposals, by_person=by_person)
    if "topics" in wanted:
        _write_topics(reply, values.topics, evidence or {})
    if "measures" in wanted:
        write_measures(reply, values.measures, edited=by_person)


def _write_co_agencies(reply: Reply, names: Iterable[str], catalogue: Catalogue) -> None:
    """Those of these names in the reply's place; what stood without a place until it was known is forgotten."""
    before = list(reply.co_agencies.all())
    reply.co_agencies.set(catalogue.agencies_named(names, reply.city))
    for agency in before:
        forget_if_unused(agency)


def _write_own_columns(reply: Reply, values: ReplyValues, wanted: set[str], catalogue: Catalogue) -> None:
    for name in wanted & PLAIN_FIELDS:
        setattr(reply, name, getattr(values, name))
    if "city" in wanted:
        reply.city_id = values.city
    if "agency" in wanted:
        reply.agency = catalogue.agency_named(values.agency, reply.city)
    if "contacts" in wanted:
        reply.contacts = [{"name": contact.name, "phone": contact.phone} for contact in values.contacts]
    if "cc" in wanted:
        reply.cc = list(values.cc)


def _topic_rows(
    reply: Reply, slugs: Iterable[str], evidence: Mapping[str, Mapping[str, Any]]
) -> list[ReplyTopic]:
    return [ReplyTopic(reply=reply, topic_id=slug, **evidence.get(slug, {})) for slug in sorted(slugs)]


def _write_topics(reply: Reply, slugs: Collection[str], evidence: Mapping[str, Mapping[str, Any]]) -> None:
    """Adds and removes; a topic that stays keeps its evidence unless a reading brings new."""
    reply.topic_links.exclude(topic_id__in=slugs).delete()
    ReplyTopic.objects.bulk_create(
        _topic_rows(reply, slugs, evidence),
        update_conflicts=bool(evidence),
        ignore_conflicts=not evidence,
        unique_fields=["reply", "topic"] if evidence else None,
        update_fields=["weight", "evidence"] if evidence else None,
    )
