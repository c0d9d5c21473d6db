"""Budgets for each client address, spent on combinations of facets only.

There are more combinations of facets than replies, and a crawler that follows links without reading
robots.txt walks through them for ever.  Pages with one condition or none, replies and everything else
cost nothing.  A combination costs one, and the budget fills up again with time.

A person who clicks is not hit, also not one of many behind an address whose budget a crawler has spent:
what a browser says of a click (`Sec-Fetch-User`, `HX-Request` from our own page) and what comes from a page
of ours (`Referer`, which older browsers send too) are each paid from a budget of their own, at a part of
the price.  A crawler that says the same is still held, only later, and then those at its address who are
told from it by nothing are held too; the page that says so leads on by a click.

Each process counts for itself: with several workers an address has several times the budget, and a
restart forgets.  That is enough to keep the machine free, and needs neither database nor cache.
"""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from replies.search.filters import FACETS, HIDDEN
from replies.views.errors import too_many

CONDITIONS = (*FACETS, *HIDDEN, "year_from", "year_to", "deadline", "has_figure")
FREE_CONDITIONS = 1
PRICES = {"click": 0.05, "from here": 0.2, "": 1.0}
"""By what tells the request from a crawler's; each has a budget of its own."""
MOST_ADDRESSES = 20_000


@dataclass(slots=True)
class Budget:
    """A bucket for each address: holds `size`, gains `per_second`; the longest unused are forgotten."""

    size: float
    per_second: float
    most_addresses: int = MOST_ADDRESSES
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def spend(self, address: str, price: float, now: float) -> float:
        """Takes the price and answers 0, or takes nothing and answers how many seconds to wait."""
        with self._lock:
            left, since = self._left.get(address, (self.size, now))
            left = min(self.size, left + (now - since) * self.per_second)
            granted = left >= price
            self._left[address] = (left - price if granted else left, now)
            self._left.move_to_end(address)
            if len(self._left) > self.most_addresses:
                self._left.popitem(last=False)
        return 0.0 if granted else (price - left) / self.per_second


class CrawlBudgetMiddleware:
    """Answers 429 with a page that says why, and with the time to wait, when the budget is spent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.budget = Budget(settings.CRAWL_BUDGET, settings.CRAWL_BUDGET_PER_SECOND)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.CRAWL_BUDGET and conditions(request) > FREE_CONDITIONS:
            sign = sign_of_a_person(request)
            purse = f"{client_address(request)} {sign}"
            wait = self.budget.spend(purse, PRICES[sign], time.monotonic())
            if wait:
                return too_many(request, math.ceil(wait))
        return self.get_response(request)


def conditions(request: HttpRequest) -> int:
    """How many facet values the address combines, the one that the page itself fixes among them; a page
    further on counts as one more."""
    asked = request.GET
    chosen = sum(len([value for value in asked.getlist(name) if value]) for name in CONDITIONS)
    return chosen and chosen + _is_preset(request.path_info) + (asked.get("page", "1") != "1")


def _is_preset(path: str) -> bool:
    """Whether it is the page or the feed of a place, topic, agency or representative."""
    try:
        name = resolve(path).url_name or ""
    except Resolver404:
        return False
    return name.removesuffix("_feed") in CONDITIONS


def sign_of_a_person(request: HttpRequest) -> str:
    headers = request.headers
    from_here = headers.get("Sec-Fetch-Site") == "same-origin"
    if "Sec-Fetch-User" in headers or (from_here and "HX-Request" in headers):
        return "click"
    came_from = headers.get("Referer", "").partition("//")[2].partition("/")[0]
    return "from here" if came_from and came_from == request.get_host() else ""


def client_address(request: HttpRequest) -> str:
    """Who asks, as the proxies in front say; an IPv6 network counts as one, as one person has all of it."""
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.PROXIES_IN_FRONT and len(forwarded) >= settings.PROXIES_IN_FRONT:
        address = forwarded[-settings.PROXIES_IN_FRONT]
    return _network(address)


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False))
