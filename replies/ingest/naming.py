"""Agencies, people and topics as staff name them: what published replies say of them follows at once."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from replies.ingest.errors import StillNamed
from replies.ingest.review import PUBLISH, require
from replies.ingest.showing import show_all, tell_readers
from replies.models import Agency, Reply, Representative, Topic
from replies.models.reply import ReplyQuerySet
from replies.search import rows
from replies.search.names import forget_names, write_names_of

Named = Agency | Representative | Topic


def naming(row: Named) -> ReplyQuerySet:
    """The replies, drafts among them, that name it."""
    return Reply.objects.filter(pk__in=Reply.objects.filter(_names(row)).values("pk"))


def _names(row: Named) -> Q:
    if isinstance(row, Agency):
        return Q(agency=row) | Q(co_agencies=row)
    if isinstance(row, Representative):
        return Q(proposals__proposers=row)
    return Q(topic_links__topic=row) | Q(measures__topics=row)


@transaction.atomic
def save_named(row: Named, by: User | None) -> int:
    """Saves it, and makes every public reply that names it found by what it is called now.

    Answers with how many there are.  What is public is changed by those only who may publish.
    """
    public = naming(row).published() if row.pk else Reply.objects.none()
    if public.exists():
        require(by, PUBLISH)
    before = type(row)._default_manager.filter(pk=row.pk).values_list("name", flat=True).first()
    row.save()
    rows.lock()
    if not isinstance(row, Topic):
        write_names_of(row)
        if row.name != before:
            return show_all(public)
    tell_readers()
    return public.count()


@transaction.atomic
def remove_named(row: Named) -> None:
    """Takes away what no reply names.  Raises StillNamed."""
    type(row)._default_manager.select_for_update().get(pk=row.pk)  # waits for whoever is naming it just now
    if named := naming(row).count():
        raise StillNamed(named)
    rows.lock()
    if not isinstance(row, Topic):
        forget_names(row)
    row.delete()
    tell_readers()
