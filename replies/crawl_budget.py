"""A budget for each client address, spent on combinations of facets only.

There are more combinations of facets than replies, and a crawler that follows links without reading
robots.txt walks through them for ever.  Pages with one condition or none, replies and everything else
cost nothing.  A combination costs one, and the budget fills up again with time.

A person who clicks is not hit, also not one of many behind one office's address: a browser says of a
click that it was one (`Sec-Fetch-User`, `HX-Request` from our own page), and such a request costs a
twentieth.  A crawler that lies about it is still held, only later.

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

from replies.search.filters import FACETS, HIDDEN
from replies.views.errors import too_many

CONDITIONS = (*FACETS, *HIDDEN, "year_from", "year_to", "deadline", "has_figure")
FREE_CONDITIONS = 1
PRICE_OF_A_CLICK = 0.05
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
            price = PRICE_OF_A_CLICK if is_click(request) else 1.0
            wait = self.budget.spend(client_address(request), price, time.monotonic())
            if wait:
                return too_many(request, math.ceil(wait))
        return self.get_response(request)


def conditions(request: HttpRequest) -> int:
    """How many facet values the address combines; a page further on counts as one more."""
    asked = request.GET
    chosen = sum(len([value for value in asked.getlist(name) if value]) for name in CONDITIONS)
    return chosen + (chosen > 0 and asked.get("page", "1") != "1")


def is_click(request: HttpRequest) -> bool:
    from_here = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return from_here and ("Sec-Fetch-User" in request.headers or "HX-Request" in request.headers)


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
