"""What visiting programs may read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from .methods import read_only

# Nothing secret stands here: these addresses only multiply what others show already.
NOT_FOR_CRAWLERS = (
    "/admin/",
    "/saved/",
    "/compare/?",
    "/replies/export.",
    "/replies/suggestions",
    "/elder/",
    "/theme/",
    "/language/",
)
# The same result in another order, any range of years, and three conditions or more: all without end.
WITHOUT_END = ("/*sort=", "/*year_from=", "/*year_to=", "/*choose=", "/*?*&*&")


@read_only
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_CRAWLERS + WITHOUT_END)]
    lines += ["Crawl-delay: 1", "", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
