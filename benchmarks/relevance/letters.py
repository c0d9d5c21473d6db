"""The judged letters as published replies, under the heads that their annotations give."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from replies.models import (
    Agency,
    City,
    IndexBuild,
    Measure,
    Proposal,
    ProposalProposer,
    Reply,
    ReplyProposal,
    Representative,
    SourceDocument,
)
from replies.search import index
from replies.text.fold import MASK
from tests.samples import letters

CONFIRMED = {"seed-1": "濮阳市"}
"""Places that a letter does not state and staff would have confirmed."""
UNSTATED_PLACE = "330000"
UNSTATED_DAY = date(2020, 1, 1)


def publish_letters() -> dict[int, str]:
    """Publishes every letter at hand into an empty index; the name of each by the reply's id."""
    Reply.objects.filter(status="published").update(status="draft")
    IndexBuild.objects.update(current=False, done_upto=-1)
    names = {_published(name, text, gold).pk: name for name, text, gold in letters()}
    index.write_entries(Reply.objects.filter(pk__in=names))
    return names


def _published(name: str, text: str, gold: dict[str, Any]) -> Reply:
    city = _place(CONFIRMED.get(name) or gold.get("place"))
    agency, _ = Agency.objects.get_or_create(name=gold.get("agency") or "（未注明）", city=city)
    stated = gold.get("reply_date") or gold.get("publish_date")
    digest = hashlib.sha256(name.encode()).hexdigest()
    source = SourceDocument.objects.create(
        sha256=digest, text_sha256=digest, name=name, format="txt", content=b"", size=0, text=text
    )
    reply = Reply.objects.create(
        title=gold.get("reply_title") or gold.get("proposal_title") or name,
        doc_number=gold.get("doc_number") or "",
        city=city,
        agency=agency,
        reply_date=date.fromisoformat(stated) if stated else UNSTATED_DAY,
        letter=_masked(text, gold),
        source=source,
        status="published",
    )
    ReplyProposal.objects.create(reply=reply, proposal=_proposal(gold, city))
    for position, measure in enumerate(gold.get("measures") or []):
        Measure.objects.create(
            reply=reply,
            position=position,
            heading=measure["heading"][:200],
            phase=measure["phase"],
            text=measure["heading"],
            section=(measure.get("section") or "")[:200],
        )
    return reply


def _place(name: str | None) -> City:
    named = City.objects.filter(name=name).order_by("code") if name else City.objects.none()
    return named.first() or City.objects.get(pk=UNSTATED_PLACE)


def _proposal(gold: dict[str, Any], city: City) -> Proposal:
    """The one the letter states; where an archive holds the letter already, its own gives up the number."""
    number = gold.get("proposal_number") or ""
    stated = {
        "kind": gold.get("kind") or "",
        "city": city,
        "term": gold.get("term"),
        "session": gold.get("session"),
        "number": number if isinstance(number, str) else number[0],
    }
    Proposal.objects.filter(**stated).update(number="")
    proposal = Proposal.objects.create(
        **stated, assembly=gold.get("assembly") or "", title=gold.get("proposal_title") or ""
    )
    for position, name in enumerate(gold.get("proposers") or []):
        person, _ = Representative.objects.get_or_create(name=name, city=city)
        ProposalProposer.objects.create(proposal=proposal, representative=person, position=position)
    return proposal


def _masked(text: str, gold: dict[str, Any]) -> str:
    for found in [*(gold.get("contact_name") or []), *(gold.get("contact_phone") or [])]:
        text = text.replace(found, MASK * len(found))
    return text
