"""How a reader likes to see pages: language, colours, elder mode.

Each choice is a cookie and nothing else, so it needs no account and no JavaScript, and the address of a
page stays the same in every choice.  Chinese comes first: a browser's own language does not turn the
pages into English, only the reader's choice does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .errors import as_data

THEMES = ("light", "dark")
# Sizes of the body text in elder mode, in points; 18 is the least that the rules for it allow.
ELDER_SIZES = ("18", "24", "30")
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Display:
    """A reader's choices; an empty word means none was made."""

    language: str
    theme: str = ""
    elder: str = ""

    @property
    def validator(self) -> str:
        """What of a page depends on these choices, for its ETag."""
        return f"{self.language}.{self.theme}.{self.elder}"

    @property
    def html_language(self) -> str:
        return "en" if self.language == "en" else "zh-CN"


def _one_of(value: str | None, allowed: tuple[str, ...], otherwise: str = "") -> str:
    return value if value in allowed else otherwise


def display_of(request: HttpRequest) -> Display:
    languages = tuple(code for code, _name in settings.LANGUAGES)
    chosen = _one_of(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME), languages, settings.LANGUAGE_CODE)
    return Display(
        # A program keeps no cookies, so it names the language in the address.
        language=_one_of(request.GET.get("language"), languages, chosen) if as_data(request) else chosen,
        theme=_one_of(request.COOKIES.get("theme"), THEMES),
        elder=_one_of(request.COOKIES.get("elder"), ELDER_SIZES),
    )


class DisplayMiddleware:
    """Puts `request.display` there and speaks the language chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        display = display_of(request)
        request.display = display  # type: ignore[attr-defined]
        request.LANGUAGE_CODE = display.language
        with translation.override(display.language):
            response = self.get_response(request)
        if as_data(request) or response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
            response.setdefault("Content-Language", display.html_language)
        return response


def reading_room(request: HttpRequest) -> dict[str, Any]:
    """What every page needs around its own matter (a context processor)."""
    display = getattr(request, "display", None) or display_of(request)
    return {
        "display": display,
        "elder_sizes": ELDER_SIZES,
        "here": request.get_full_path(),
        "permanent_here": request.build_absolute_uri(request.path),
        "printed_here": request.build_absolute_uri(),
        "site_records": getattr(settings, "SITE_RECORDS", []),
    }


def way_back(request: HttpRequest) -> str:
    """The page the reader was on, when it is one of ours."""
    target = request.POST.get("next", "")
    here = {request.get_host()}
    if url_has_allowed_host_and_scheme(target, allowed_hosts=here, require_https=request.is_secure()):
        return target
    return "/"


# A forged request could at worst change how large letters are, so these forms carry no token, and
# pages without any other form stay free of it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def elder(request: HttpRequest) -> HttpResponse:
    """Elder mode: a page that says what it is, and the switch."""
    if request.method != "POST":
        return render(request, "replies/elder.html")
    return _kept(request, "elder", _one_of(request.POST.get("size"), ELDER_SIZES))


@csrf_exempt
@require_http_methods(["POST"])
def theme(request: HttpRequest) -> HttpResponse:
    return _kept(request, "theme", _one_of(request.POST.get("theme"), THEMES))


@csrf_exempt
@require_http_methods(["POST"])
def language(request: HttpRequest) -> HttpResponse:
    languages = tuple(code for code, _name in settings.LANGUAGES)
    chosen = _one_of(request.POST.get("language"), languages)
    return _kept(request, settings.LANGUAGE_COOKIE_NAME, chosen)


def _kept(request: HttpRequest, cookie: str, value: str) -> HttpResponse:
    response = HttpResponseRedirect(way_back(request))
    if value:
        response.set_cookie(
            cookie, value, max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    else:
        response.delete_cookie(cookie, samesite="Lax")
    return response
