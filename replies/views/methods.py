"""Which methods an address takes, and what the others are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from replies.api.problems import open_to_all

from .errors import as_data, wrong_method

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def read_only(view: View) -> View:
    """For a view that changes nothing: another method is wrong whatever token it brings, so none is asked for."""
    return csrf_exempt(require_safe(view))


READING = "GET, HEAD"


class MethodsMiddleware:
    """A wrong method is told which are right, in words.

    The API takes HEAD wherever it takes GET, and OPTIONS, by which a browser asks first whether a script
    of another site may read.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not as_data(request):
            response = self.get_response(request)
            return wrong_method(request, response["Allow"]) if response.status_code == 405 else response
        if request.method == "OPTIONS":
            return open_to_all(HttpResponse(status=204, headers={"Allow": f"{READING}, OPTIONS"}))
        if request.method in {"GET", "HEAD"}:
            return self._read(request)
        return wrong_method(request, f"{READING}, OPTIONS")

    def _read(self, request: HttpRequest) -> HttpResponse:
        """To HEAD what GET would answer, its length too, without the answer itself."""
        method, request.method = request.method, "GET"
        response = self.get_response(request)
        request.method = method
        if method == "HEAD":
            response.content = b""
        return response
