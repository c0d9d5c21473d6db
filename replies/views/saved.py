"""/saved/: what a reader keeps.  No account; pages and forms work without JavaScript."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from replies.models import Bookmark, Reply, Shelf

from . import keeping
from .display import way_back
from .methods import read_only
from .saved_searches import searches_with_news
from .shelf_cookie import form_without_token, private_page, remember, shelf_for_keeping, shelf_of
from .shelf_files import file_addresses


@private_page
@read_only
def saved(request: HttpRequest) -> HttpResponse:
    noted = request.GET.get("noted", "")
    return shelf_page(request, shelf_of(request), noted=int(noted) if noted.isdecimal() else None)


def shelf_page(request: HttpRequest, shelf: Shelf | None, status: int = 200, **more: Any) -> HttpResponse:
    """The reader's own shelf; without one, what a shelf is and how to begin."""
    if shelf is None:
        return render(request, "saved/empty.html")
    context = {
        "shelf": shelf,
        "kept": keeping.kept_replies(shelf),
        "searches": searches_with_news(shelf),
        "note_length": keeping.NOTE_LENGTH,
        "files": file_addresses("saved_export"),
        "share_url": request.build_absolute_uri(reverse("shared_shelf", args=[shelf.share_key])),
        **more,
    }
    return remember(render(request, "saved/shelf.html", context, status=status), shelf, request)


@private_page
@form_without_token
def keep(request: HttpRequest, pk: int, *, sure: bool) -> HttpResponse:
    """Puts a published reply on the reader's shelf, which is made now if this is her first."""
    reply = get_object_or_404(Reply.objects.published().with_list_parts().defer("letter", "findings"), pk=pk)
    if not sure:
        return render(request, "saved/keep.html", {"reply": reply})
    shelf = shelf_for_keeping(request)
    if shelf.bookmarks.count() >= keeping.MOST_REPLIES:
        reason = _("收藏夹已满 %(most)d 件。请先移出几件，再收藏这一件。") % {"most": keeping.MOST_REPLIES}
        return render(request, "saved/full.html", {"reason": reason}, status=400)
    keeping.keep_reply(shelf, reply)
    return remember(HttpResponseRedirect(f"{reply.get_absolute_url()}#keep"), shelf, request)


@private_page
@form_without_token
def drop(request: HttpRequest, pk: int, *, sure: bool) -> HttpResponse:
    """Takes a reply off the shelf; asks first where a note would go with it."""
    shelf = shelf_of(request)
    bookmark = shelf and shelf.bookmarks.filter(reply_id=pk).first()
    if not shelf or not bookmark:
        return redirect("saved")
    if not sure or (bookmark.note and "with_note" not in request.POST):
        reply = Reply.objects.published().only("title").filter(pk=pk).first()
        title = reply.title if reply else _("答复 %(number)s") % {"number": pk}
        context = {"title": title, "bookmark": bookmark, "next": request.POST.get("next", "")}
        return render(request, "saved/drop.html", context)
    keeping.drop_reply(shelf, pk)
    return HttpResponseRedirect(way_back(request) if request.POST.get("next") else reverse("saved"))


@private_page
@require_POST
def write_note(request: HttpRequest, pk: int) -> HttpResponse:
    shelf = shelf_of(request)
    bookmark = get_object_or_404(Bookmark, shelf=shelf, reply_id=pk)
    note = request.POST.get("note", "").replace("\x00", "").replace("\r\n", "\n").strip()
    if len(note) > keeping.NOTE_LENGTH:
        error = _("备注最长 %(most)d 字，现在是 %(length)d 字。没有保存，写的内容仍在下面。")
        said = error % {"most": keeping.NOTE_LENGTH, "length": len(note)}
        return shelf_page(request, shelf, 400, unsaved={"reply": pk, "note": note, "error": said})
    keeping.write_note(bookmark, note)
    return HttpResponseRedirect(f"{reverse('saved')}?noted={pk}#reply-{pk}")
