"""The two links of a shelf: one for others, to read it; one for the reader herself, on another device."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from replies.models import Shelf

from . import keeping
from .methods import read_only
from .shelf_cookie import forget, private_page, remember, shelf_of
from .shelf_files import file_addresses


@private_page
@read_only
def shared_shelf(request: HttpRequest, share_key: str) -> HttpResponse:
    """The shelf for whoever has the link: to read, never to change; notes only where its owner said so."""
    shelf = get_object_or_404(Shelf, share_key=share_key)
    context = {
        "shelf": shelf,
        "kept": keeping.kept_replies(shelf),
        "shows_notes": shelf.shares_notes,
        "files": file_addresses("shared_export", share_key),
        "is_own": shelf_of(request) == shelf,
    }
    return render(request, "saved/shared.html", context)


@private_page
@require_POST
def share(request: HttpRequest) -> HttpResponse:
    """What the share link shows, and whether it is a new one."""
    shelf = shelf_of(request)
    if shelf is None:
        return redirect("saved")
    if "new_link" in request.POST:
        keeping.change_share_link(shelf)
        messages.success(request, _("已换成新的分享链接，原来的链接从现在起打不开。"))
    else:
        keeping.share_notes(shelf, shown="notes" in request.POST)
        messages.success(
            request, _("分享页面现在显示备注。") if shelf.shares_notes else _("分享页面现在不显示备注。")
        )
    return redirect(f"{reverse('saved')}#share")


@private_page
@read_only
def move(request: HttpRequest) -> HttpResponse:
    """Shows the link that opens this shelf, to change it too, on another device."""
    shelf = shelf_of(request)
    if shelf is None:
        return redirect("saved")
    link = request.build_absolute_uri(reverse("saved_open", args=[shelf.key]))
    return render(request, "saved/move.html", {"link": link})


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def open_shelf(request: HttpRequest, key: str) -> HttpResponse:
    """Asks, then makes the shelf of `key` this device's; what was kept here before is copied onto it."""
    shelf = get_object_or_404(Shelf, key=key)
    here = shelf_of(request)
    if request.method != "POST":
        # The address holds the key, so it is neither printed nor named as the page's own.
        shelf_address = request.build_absolute_uri(reverse("saved"))
        named = {"here": reverse("saved"), "permanent_here": shelf_address, "printed_here": shelf_address}
        context = {"count": shelf.bookmarks.count(), "kept_here": _kept_elsewhere(here, shelf)}
        return render(request, "saved/open.html", {**named, **context})
    if here is not None and here != shelf:
        keeping.copy_shelf(here, shelf)
    messages.success(request, _("这台设备现在打开的是这个收藏夹。"))
    return remember(redirect("saved"), shelf, request)


def _kept_elsewhere(here: Shelf | None, shelf: Shelf) -> int:
    return here.bookmarks.count() if here is not None and here != shelf else 0


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def forget_shelf(request: HttpRequest) -> HttpResponse:
    """Deletes the shelf with all that is on it, after asking."""
    shelf = shelf_of(request)
    if shelf is None:
        return forget(redirect("saved"))
    if request.method != "POST":
        return render(request, "saved/forget.html", {"count": shelf.bookmarks.count()})
    shelf.delete()
    messages.success(request, _("收藏夹已删除，这台设备上也不再记着它。"))
    return forget(redirect("saved"))
