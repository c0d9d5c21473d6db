"""Whose shelf it is: a secret in a cookie, and nothing else.

A mere reader has neither cookie nor row; both come with the first thing kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from replies.models import Bookmark, Shelf

COOKIE = "shelf"
# Browsers keep a cookie 400 days at most, whatever is asked; every visit to the shelf renews it.
FIVE_YEARS = 5 * 365 * 24 * 3600

View = Callable[..., HttpResponse]


def shelf_of(request: HttpRequest) -> Shelf | None:
    """The reader's shelf, or None; asks the database only for those who bring a cookie."""
    key = request.COOKIES.get(COOKIE, "")
    return Shelf.objects.filter(key=key).first() if key else None


def shelf_for_keeping(request: HttpRequest) -> Shelf:
    """The reader's shelf, made now if there is none."""
    return shelf_of(request) or Shelf.objects.create()


def remember(response: HttpResponse, shelf: Shelf, request: HttpRequest) -> HttpResponse:
    """Gives the reader the key to her shelf."""
    response.set_cookie(
        COOKIE, shelf.key, max_age=FIVE_YEARS, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    patch_vary_headers(response, ["Cookie"])
    return response


def forget(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def is_kept(request: HttpRequest, reply_id: int) -> bool:
    """Whether this reader keeps the reply; part of what a reply page's validator depends on."""
    key = request.COOKIES.get(COOKIE, "")
    return bool(key) and Bookmark.objects.filter(shelf__key=key, reply_id=reply_id).exists()


def private_page(view: View) -> View:
    """No cache keeps the answer and no crawler lists it."""

    @never_cache
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answered


def sent_by_our_page(request: HttpRequest) -> bool:
    """Whether the browser itself says that a page of this site sent the form.

    Every current browser sends one of the two headers with a form, and no page can forge them.
    """
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site:
        return fetch_site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def form_without_token(view: View) -> View:
    """Lets a public page carry a form for `view` without a token in it.

    A token would give every reader a cookie and every page a different text each time, so that none
    could answer 304.  Instead the browser's own word is taken; where it has none, and no token came
    either, `view` is told so by `sure=False` and asks with a page that carries the token.
    """

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST" or sent_by_our_page(request):
            return view(request, *args, sure=request.method == "POST", **kwargs)
        if "csrfmiddlewaretoken" not in request.POST:
            return view(request, *args, sure=False, **kwargs)
        return csrf_protect(view)(request, *args, sure=True, **kwargs)

    return checked
