"""Keeping what the public finds in step with the rows that replies are made of.

A proposal, an agency, a person or a place is named on many replies.  Whoever writes such a row calls the verb
here, in the same transaction, so that none of them goes on answering to what it said before.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from replies.models import Reply, ReplyProposal
from replies.models.reply import ReplyQuerySet
from replies.search import index, rows

AT_ONCE = 500


def show(replies: Iterable[Reply]) -> None:
    """Makes these replies found by what they say now, and every public one that answers the same proposals."""
    rows.lock()  # before they are read: another's change of a shared row is then either seen, or made later
    own = {reply.pk for reply in replies}
    proposals = ReplyProposal.objects.filter(reply__in=own).values("proposal")
    index.write_entries(
        Reply.objects.published().filter(Q(pk__in=own) | Q(proposals__in=proposals)).only("pk").distinct()
    )


def show_all(replies: ReplyQuerySet) -> int:
    """Makes many replies found by what they say now, so many at once that memory holds them; how many."""
    rows.lock()
    keys = list(replies.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        index.write_entries(Reply(pk=pk) for pk in keys[start : start + AT_ONCE])
    return len(keys)


def tell_readers() -> None:
    """Something that pages show and search does not hold has changed: pages kept by readers are asked for anew."""
    index.write_entries([])
