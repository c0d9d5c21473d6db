"""Keeping what the public finds in step with the rows that replies are made of.

A proposal, an agency, a person or a place is named on many replies.  Whoever writes such a row calls the verb
here, in the same transaction, so that none of them goes on answering to what it said before.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from replies.models import Reply, ReplyProposal
from replies.search import index, rows


def show(replies: Iterable[Reply]) -> None:
    """Makes these replies found by what they say now, and every public one that answers the same proposals."""
    rows.lock()  # before they are read: another's change of a shared row is then either seen, or made later
    own = {reply.pk for reply in replies}
    proposals = ReplyProposal.objects.filter(reply__in=own).values("proposal")
    index.write_entries(
        Reply.objects.published().filter(Q(pk__in=own) | Q(proposals__in=proposals)).only("pk").distinct()
    )


def tell_readers() -> None:
    """Something that pages show and search does not hold has changed: pages kept by readers are asked for anew."""
    index.write_entries([])
