"""What the box suggests while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from replies.search.suggest import Suggestion, suggest

from .methods import read_only

KINDS = {
    "city": gettext_lazy("地区"),
    "topic": gettext_lazy("主题"),
    "agency": gettext_lazy("承办单位"),
    "representative": gettext_lazy("代表 / 委员"),
    "phrase": gettext_lazy("常用词语"),
    "box": gettext_lazy("补全"),
}
FRESH_SECONDS = 60


@read_only
def suggestions(request: HttpRequest) -> JsonResponse:
    """`{"suggestions": [{"facet", "value", "label", "kind", "about", "url"}], "told": "3 条建议…"}`.

    `facet` and `value` make it a condition of a search, `url` is its own page; `told` is for those who
    listen.
    """
    found = suggest(request.GET.get("q", "").replace("\x00", ""))
    response = JsonResponse({"suggestions": [_line(line) for line in found], "told": _told(len(found))})
    response["Cache-Control"] = f"private, max-age={FRESH_SECONDS}"
    patch_vary_headers(response, ["Cookie"])  # the language is a cookie
    response["X-Robots-Tag"] = "noindex"
    return response


def _line(found: Suggestion) -> dict[str, str]:
    kind = str(KINDS[found.kind])
    counted = ngettext("%(count)d 件", "%(count)d 件", found.count or 0) % {"count": found.count or 0}
    return {
        "facet": found.kind,
        "value": found.value,
        "label": found.label,
        "kind": kind,
        "about": kind
        if found.count is None
        else _("%(kind)s，%(counted)s") % {"kind": kind, "counted": counted},
        "url": _address(found),
    }


def _told(number: int) -> str:
    if not number:
        return _("没有建议。")
    words = ngettext("%(count)d 条建议，用上下键选择。", "%(count)d 条建议，用上下键选择。", number)
    return words % {"count": number}


def _address(found: Suggestion) -> str:
    """A place, topic, agency or representative has a page of its own."""
    if found.kind in ("phrase", "box"):
        return f"{reverse('search')}?{found.state().query_string()}"
    return reverse(found.kind, args=[found.value])
