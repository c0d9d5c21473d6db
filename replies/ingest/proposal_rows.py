"""Between what a reply says of its proposals and their rows.

Several replies may answer one proposal (分办), and its row is what the public reads on all of them.  So a
reply that is not public never writes a row that another reply answers: what it would change there waits on
its own link and is written when it is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from replies.ingest.matching import (
    Identity,
    identities_known,
    identity,
    proposal_stated,
    representatives_named,
)
from replies.ingest.values import ProposalValues
from replies.models import Proposal, ProposalProposer, Reply, ReplyProposal, Representative
from replies.text.fold import fold

COLUMNS = ("kind", "assembly", "term", "session", "number", "title")
MAY_DIFFER = ("assembly", "title", "proposers")
"""What two letters may state otherwise of one proposal; the other parts say which one it is."""


@dataclass(frozen=True, slots=True)
class Departure:
    """What a letter says otherwise than the archive: `part` of the proposal at that place in the letter."""

    at: int
    part: str
    held: Any
    read: Any


Stated = tuple[Reply, Sequence[ProposalValues]]
"""A reply and what it says of its proposals."""


@dataclass(frozen=True, slots=True)
class _Settled:
    """A proposal a reply answers: its row, what that says now, and what it is to say by this reply."""

    proposal: Proposal
    row: ProposalValues
    values: ProposalValues
    shared: bool


def proposals_of(reply: Reply) -> tuple[ProposalValues, ...]:
    """What the reply says of its proposals, with the changes that wait until it is published."""
    return tuple(_said(link) for link in _links(reply))


def waiting_changes(reply: Reply) -> list[dict[str, Any]]:
    """For each proposal in turn, the parts that publishing the reply will change, as the archive has them now."""
    rows = [(_values(link.proposal), link.stated) for link in _links(reply)]
    return [{name: getattr(row, name) for name in MAY_DIFFER if name in stated} for row, stated in rows]


def write_new_proposals(drafts: Sequence[Stated]) -> dict[int, list[Departure]]:
    """Those of new replies, as if these came one after the other.

    Answers with what those say otherwise than the archive, by their keys, who answer a proposal that is known.
    """
    named = [_identities(*draft) for draft in drafts]
    known = identities_known({each for several in named for each in several})
    alone: list[Stated] = []
    beside: list[Stated] = []
    for draft, several in zip(drafts, named, strict=True):
        is_first = known.isdisjoint(several) and len(set(several)) == len(several)
        (alone if is_first else beside).append(draft)
        known.update(several)
    _write_unknown(alone)
    return {reply.pk: write_proposals(reply, wanted, by_person=False) for reply, wanted in beside}


def _identities(reply: Reply, wanted: Iterable[ProposalValues]) -> list[Identity]:
    return [each for values in wanted if (each := identity(values, reply.city_id))]


def _write_unknown(drafts: Iterable[Stated]) -> None:
    """Proposals that nobody answered before, all at once."""
    rows = [
        (ReplyProposal(reply=reply, proposal=Proposal(city_id=reply.city_id), position=position), values)
        for reply, wanted in drafts
        for position, values in enumerate(wanted)
    ]
    _put_right([(link.proposal, values) for link, values in rows])
    ReplyProposal.objects.bulk_create(link for link, _values in rows)


def write_proposals(reply: Reply, wanted: Sequence[ProposalValues], *, by_person: bool) -> list[Departure]:
    """Keeps the rows that are there, in place; a proposal that no reply answers any more goes."""
    links = _links(reply)
    kept: dict[int, ReplyProposal] = {}
    departures: list[Departure] = []
    for at, values in enumerate(wanted):
        settled = _settled(reply, values, links, at, by_person)
        link = _written(reply, settled, len(kept))
        kept.setdefault(link.proposal_id, link)
        if settled.shared and not by_person:
            departures += _departures(at, settled.row, values)
    _drop(reply, {link.proposal_id for link in links} - kept.keys())
    ReplyProposal.objects.bulk_create(
        kept.values(),
        update_conflicts=True,
        unique_fields=["reply", "proposal"],
        update_fields=["position", "stated"],
    )
    return departures


def read_again(reply: Reply, read: Sequence[ProposalValues]) -> tuple[ProposalValues, ...]:
    """What writing a new reading would leave the reply saying of its proposals."""
    links = _links(reply)
    return tuple(_settled(reply, values, links, at, False).values for at, values in enumerate(read))


def write_waiting_changes(reply: Reply) -> None:
    """Called when the reply becomes public."""
    for link in sorted(
        _links(reply), key=lambda link: link.proposal_id
    ):  # in one order, lest two wait in a ring
        if link.stated:
            link.proposal.city_id = reply.city_id
            _put_right([(link.proposal, _said(link))])
            link.stated = {}
            link.save(update_fields=["stated"])


def _links(reply: Reply) -> list[ReplyProposal]:
    links = reply.proposal_links.select_related("proposal")
    return list(links.prefetch_related("proposal__proposer_links__representative"))


def _said(link: ReplyProposal) -> ProposalValues:
    stated: dict[str, Any] = dict(link.stated)
    if "proposers" in stated:
        stated["proposers"] = tuple(stated["proposers"])
    return replace(_values(link.proposal), **stated)


def _values(proposal: Proposal) -> ProposalValues:
    return ProposalValues(
        **{name: getattr(proposal, name) for name in COLUMNS},
        proposers=tuple(link.representative.name for link in proposal.proposer_links.all()),
    )


def _settled(
    reply: Reply, wanted: ProposalValues, links: Sequence[ReplyProposal], at: int, by_person: bool
) -> _Settled:
    """The proposal that is stated already, else the one in this place (which no other reply answers) put
    right, else a new one."""
    beside = links[at] if at < len(links) else None
    proposal = proposal_stated(wanted, reply.city_id)
    if proposal is None and beside is not None and not _answered_by_others(beside.proposal, reply):
        proposal = beside.proposal
    if proposal is None:
        return _Settled(Proposal(), ProposalValues(), wanted, shared=False)
    row, shared = _values(proposal), _answered_by_others(proposal, reply)
    own = next((link for link in links if link.proposal_id == proposal.pk), None)
    before = _shown_before(reply, own, beside) if by_person else wanted if shared else ProposalValues()
    return _Settled(proposal, row, (_said(own) if own else row).changed_as(wanted, before), shared)


def _shown_before(reply: Reply, own: ReplyProposal | None, beside: ReplyProposal | None) -> ProposalValues:
    """What a person saw before she changed it.

    Where a number that she corrected leads to another proposal, a draft takes along all that it said, to be
    looked at before it is published; what is public takes along only what she changed just now.
    """
    if own:
        return _said(own)
    return _said(beside) if beside and reply.is_published else ProposalValues()


def _answered_by_others(proposal: Proposal, reply: Reply) -> bool:
    return proposal.reply_links.exclude(reply=reply).exists()


def _written(reply: Reply, settled: _Settled, position: int) -> ReplyProposal:
    link = ReplyProposal(reply=reply, proposal=settled.proposal, position=position)
    if settled.shared and not reply.is_published:
        wanted = {name: getattr(settled.values, name) for name in MAY_DIFFER}
        link.stated = {name: value for name, value in wanted.items() if value != getattr(settled.row, name)}
    else:
        settled.proposal.city_id = reply.city_id
        _put_right([(settled.proposal, settled.values)])
        link.proposal = settled.proposal
    return link


def _departures(at: int, row: ProposalValues, read: ProposalValues) -> Iterable[Departure]:
    """Where both state something and the letter says what the archive does not."""
    title, other = fold(read.title), fold(row.title)
    if title and other and title not in other and other not in title:
        yield Departure(at, "title", row.title, read.title)
    if row.proposers and not set(read.proposers) <= set(row.proposers):
        yield Departure(at, "proposers", row.proposers, read.proposers)


def _put_right(rows: Sequence[tuple[Proposal, ProposalValues]]) -> None:
    """Makes the rows say this; those that are new are saved together."""
    for proposal, values in rows:
        for name in COLUMNS:
            setattr(proposal, name, getattr(values, name))
        if proposal.pk:
            proposal.save()
    held = {proposal.pk: list(proposal.proposer_links.all()) for proposal, _values in rows if proposal.pk}
    Proposal.objects.bulk_create(proposal for proposal, _values in rows if not proposal.pk)
    wanted = [[(name, row.city_id) for name in dict.fromkeys(values.proposers)] for row, values in rows]
    people = representatives_named([each for names in wanted for each in names])
    new: list[ProposalProposer] = []
    for (proposal, _values), names in zip(rows, wanted, strict=True):
        new += _links_missing(proposal, [people[each] for each in names], held.get(proposal.pk, []))
    ProposalProposer.objects.bulk_create(new)


def _links_missing(
    proposal: Proposal, people: Iterable[Representative], links: Iterable[ProposalProposer]
) -> list[ProposalProposer]:
    """Puts the links in the order of the names, keeping those that are right; answers with those to be added."""
    held = {link.representative_id: link for link in links}
    missing: list[ProposalProposer] = []
    for position, person in enumerate(people):
        link = held.pop(person.pk, None)
        if link is None:
            missing.append(ProposalProposer(proposal=proposal, representative=person, position=position))
        elif link.position != position:
            link.position = position
            link.save(update_fields=["position"])
    if held:
        ProposalProposer.objects.filter(pk__in=[link.pk for link in held.values()]).delete()
    return missing


def _drop(reply: Reply, proposals: Iterable[int]) -> None:
    left = list(proposals)
    if left:
        reply.proposal_links.filter(proposal__in=left).delete()
        Proposal.objects.filter(pk__in=left, reply_links__isnull=True).delete()
