"""What a reader does with her shelf: keep, note, drop, copy; and the shelf as she sees it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from replies.models import Bookmark, Reply, SavedSearch, Shelf
from replies.models.reader import new_key
from replies.models.reply import ReplyQuerySet

NOTE_LENGTH = 2000
NAME_LENGTH = 100
# A shelf is one page, read whole; these keep it one that a phone can show.
MOST_REPLIES = 500
MOST_SEARCHES = 50
LONGEST_SEARCH = 1000


@dataclass(frozen=True, slots=True)
class KeptReply:
    """A bookmark with what of its reply is public today.

    `reply` is None for one that was withdrawn, with the reason, or that is not public for now.
    """

    bookmark: Bookmark
    reply: Reply | None
    withdrawal_reason: str = ""

    @property
    def state(self) -> str:
        """Why there is no reply to show, in words."""
        if self.withdrawal_reason:
            return _("已撤回：%(reason)s") % {"reason": self.withdrawal_reason}
        return "" if self.reply else _("目前不公开")


def keep_reply(shelf: Shelf, reply: Reply) -> Bookmark:
    """Keeping again changes nothing, and never wipes a note."""
    bookmark, _made = Bookmark.objects.get_or_create(shelf=shelf, reply=reply)
    return bookmark


def write_note(bookmark: Bookmark, note: str) -> None:
    bookmark.note = note
    bookmark.save(update_fields=["note"])


def drop_reply(shelf: Shelf, reply_id: int) -> None:
    Bookmark.objects.filter(shelf=shelf, reply_id=reply_id).delete()


def keep_search(shelf: Shelf, query_string: str, *, name: str = "") -> SavedSearch:
    """`query_string` is the canonical one; keeping again changes the name at most."""
    search, _made = SavedSearch.objects.get_or_create(shelf=shelf, query_string=query_string)
    if name and name != search.name:
        search.name = name
        search.save(update_fields=["name"])
    return search


def look_at(search: SavedSearch) -> None:
    """From now on only what is published later is new."""
    search.looked_at = timezone.now()
    search.save(update_fields=["looked_at"])


def share_notes(shelf: Shelf, *, shown: bool) -> None:
    shelf.shares_notes = shown
    shelf.save(update_fields=["shares_notes", "used_at"])


def change_share_link(shelf: Shelf) -> None:
    """Whoever has the old link sees nothing any more."""
    shelf.share_key = new_key()
    shelf.save(update_fields=["share_key", "used_at"])


@transaction.atomic
def copy_shelf(source: Shelf, target: Shelf) -> None:
    """Puts on `target` what only `source` has; notes of both are kept, one under the other."""
    kept = {bookmark.reply_id: bookmark for bookmark in target.bookmarks.select_for_update()}
    for bookmark in source.bookmarks.order_by("created_at"):
        same = kept.get(bookmark.reply_id)
        if same is None:
            Bookmark.objects.create(shelf=target, reply_id=bookmark.reply_id, note=bookmark.note)
        elif bookmark.note and bookmark.note not in same.note:
            write_note(same, "\n".join(filter(None, [same.note, bookmark.note])))
    for search in source.searches.order_by("created_at"):
        keep_search(target, search.query_string, name=search.name)


def kept_replies(shelf: Shelf, among: ReplyQuerySet | None = None) -> list[KeptReply]:
    """The shelf as it reads today, newest bookmark first, in a constant number of queries.

    `among` are published replies with what the caller shows joined.
    """
    bookmarks = list(shelf.bookmarks.all())
    replies = among if among is not None else _for_a_list()
    published = replies.in_bulk([bookmark.reply_id for bookmark in bookmarks])
    missing = [bookmark.reply_id for bookmark in bookmarks if bookmark.reply_id not in published]
    withdrawn = Reply.objects.withdrawn().filter(pk__in=missing)
    reasons = dict(withdrawn.values_list("pk", "withdrawal_reason"))
    return [
        KeptReply(bookmark, published.get(bookmark.reply_id), reasons.get(bookmark.reply_id, ""))
        for bookmark in bookmarks
    ]


def _for_a_list() -> ReplyQuerySet:
    return Reply.objects.published().with_list_parts().defer("letter", "findings")
