"""Addresses with a name where a slug or a number belongs: /cities/温州/ leads to /cities/wenzhou/."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from replies.models import City
from replies.search.meant import Offer, meant
from replies.search.snapshot import current_snapshot

from .errors import NotHere
from .methods import read_only

NOT_HERE = {
    "city": _("没有叫“%(name)s”的地区。"),
    "topic": _("没有叫“%(name)s”的主题。"),
    "agency": _("档案中没有叫“%(name)s”的承办单位。"),
    "representative": _("档案中没有叫“%(name)s”的代表或委员。"),
}


@read_only
def by_name(request: HttpRequest, name: str, facet: str, room: str = "") -> HttpResponse:
    """Leads on to the page in `room` (the one of the facet, or its feed) of what is called so.

    What several are called answers with the choice, 300; what nobody is called, 404.
    """
    offers = meant(facet, name, current_snapshot().tree) or _sharing(facet, name)
    room = room or facet
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    if not offers:
        raise NotHere(NOT_HERE[facet] % {"name": name})
    links = [(label, f"{reverse(room, args=[value])}{asked}") for value, label in offers]
    if len(links) == 1:
        return HttpResponseRedirect(links[0][1])
    return render(request, "replies/shared_name.html", {"name": name, "links": links}, status=300)


def _sharing(facet: str, name: str) -> list[Offer]:
    """The places whose slugs say more than this bare word, which several share."""
    if facet != "city":
        return []
    places = City.objects.select_related("parent__parent").filter(slug__startswith=f"{name}-")
    return [(place.slug, place.full_name) for place in places.order_by("code")]
