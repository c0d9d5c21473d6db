"""Crawlers in the facets are held; people who click are not."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from replies.crawl_budget import Budget, CrawlBudgetMiddleware, client_address, conditions

CLICK = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-User": "?1"}
COMBINATION = "/replies/?city=wenzhou&topic=facilities"


@pytest.fixture
def gate(settings, monkeypatch):
    """The middleware with a budget of three, on a clock that stands still."""
    settings.CRAWL_BUDGET, settings.CRAWL_BUDGET_PER_SECOND = 3, 1
    settings.PROXIES_IN_FRONT = 0
    monkeypatch.setattr("replies.crawl_budget.time.monotonic", lambda: 1000.0)
    monkeypatch.setattr(
        "replies.crawl_budget.too_many",
        lambda request, seconds: HttpResponse(str(seconds), status=429),
    )
    return CrawlBudgetMiddleware(lambda request: HttpResponse("page"))


def ask(gate, address=COMBINATION, client="192.0.2.7", headers=None):
    return gate(RequestFactory().get(address, REMOTE_ADDR=client, headers=headers or {}))


def test_a_crawler_in_the_facets_is_held_when_its_budget_is_spent(gate):
    assert [ask(gate).status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    assert ask(gate).content == b"1"


def test_another_address_has_a_budget_of_its_own(gate):
    for _ in range(4):
        ask(gate)
    assert ask(gate, client="192.0.2.8").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/replies/",
        "/replies/?q=养老&page=7",
        "/replies/?city=wenzhou",
        "/replies/12/",
        "/replies/?city=&topic=",
    ],
)
def test_pages_that_combine_nothing_cost_nothing(gate, address):
    assert {ask(gate, address).status_code for _ in range(50)} == {200}


def test_a_person_clicking_through_facets_is_not_held(gate):
    assert {ask(gate, headers=CLICK).status_code for _ in range(50)} == {200}


def test_a_crawler_that_says_it_clicks_is_held_later(gate):
    assert [ask(gate, headers=CLICK).status_code for _ in range(70)][-1] == 429


@pytest.mark.parametrize(
    "headers",
    [
        CLICK,
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-User": "?1"},
        {"Sec-Fetch-Site": "same-origin", "HX-Request": "true"},
        {"Referer": "http://testserver/replies/?city=wenzhou"},
    ],
    ids=["a click here", "a click on another site", "a part of a page", "an older browser"],
)
def test_a_person_is_not_held_where_a_crawler_has_spent_the_addresss_budget(gate, headers):
    assert [ask(gate).status_code for _ in range(4)][-1] == 429
    assert {ask(gate, headers=headers).status_code for _ in range(12)} == {200}
    assert ask(gate).status_code == 429


@pytest.mark.parametrize("referer", ["http://elsewhere.example/replies/", "nonsense", "http://["])
def test_a_page_elsewhere_is_no_sign_of_a_person(gate, referer):
    assert [ask(gate, headers={"Referer": referer}).status_code for _ in range(4)][-1] == 429


def test_a_crawler_that_names_our_pages_spends_nothing_of_those_who_click(gate):
    from_here = {"Referer": "http://testserver/replies/"}
    assert [ask(gate, headers=from_here).status_code for _ in range(20)][-1] == 429
    assert ask(gate, headers=CLICK).status_code == 200


def test_who_is_held_may_go_on_by_a_click(settings, stranger):
    settings.CRAWL_BUDGET, settings.CRAWL_BUDGET_PER_SECOND = 1, 0.0001
    stranger.get(COMBINATION)
    held = stranger.get(COMBINATION)
    assert held.status_code == 429
    assert f'href="{COMBINATION.replace("&", "&amp;")}"' in held.content.decode()
    assert (
        stranger.get(COMBINATION, headers={"Referer": f"http://testserver{COMBINATION}"}).status_code == 200
    )


def test_no_budget_in_the_settings_means_no_limit(gate, settings):
    settings.CRAWL_BUDGET = 0
    assert {ask(gate).status_code for _ in range(20)} == {200}


def test_the_budget_comes_back_with_time():
    budget = Budget(size=2, per_second=0.5)
    assert [budget.spend("a", 1, now=0) for _ in range(3)] == [0, 0, 2]
    assert budget.spend("a", 1, now=2) == 0
    assert budget.spend("a", 1, now=2) > 0


def test_a_long_absence_fills_the_budget_and_no_more():
    budget = Budget(size=2, per_second=1)
    budget.spend("a", 2, now=0)
    assert [budget.spend("a", 1, now=9999) for _ in range(3)] == [0, 0, 1]


def test_the_addresses_remembered_are_limited():
    budget = Budget(size=1, per_second=1, most_addresses=3)
    for client in "abcd":
        budget.spend(client, 1, now=0)
    assert len(budget._left) == 3
    assert budget.spend("a", 1, now=0) == 0


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/replies/?q=养老", 0),
        ("/replies/?city=wenzhou", 1),
        ("/replies/?city=wenzhou&city=puyang", 2),
        ("/replies/?city=wenzhou&page=2", 2),
        ("/replies/?city=wenzhou&page=1", 1),
        ("/replies/?year_from=2019&year_to=2021&sort=newest", 2),
        ("/cities/wenzhou/", 0),
        ("/cities/wenzhou/?page=2", 0),
        ("/cities/wenzhou/?topic=facilities", 2),
        ("/topics/facilities/feed.atom?city=wenzhou", 2),
        ("/agencies/1/?year=2019&page=2", 3),
        ("/representatives/1/?year=2019", 2),
        ("/nowhere/?year=2019", 1),
    ],
)
def test_conditions_are_counted_as_they_multiply(address, count):
    assert conditions(RequestFactory().get(address)) == count


def test_behind_a_proxy_the_client_is_whom_the_proxy_names(settings):
    settings.PROXIES_IN_FRONT = 1
    request = RequestFactory().get(
        "/", REMOTE_ADDR="10.0.0.2", headers={"X-Forwarded-For": "1.1.1.1, 192.0.2.7"}
    )
    assert client_address(request) == "192.0.2.7"


def test_without_a_proxy_nobody_can_name_himself(settings):
    settings.PROXIES_IN_FRONT = 0
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", headers={"X-Forwarded-For": "1.1.1.1"})
    assert client_address(request) == "192.0.2.7"


def test_the_addresses_of_one_ipv6_network_are_one_client(settings):
    settings.PROXIES_IN_FRONT = 0
    ask = RequestFactory()
    one, other = (ask.get("/", REMOTE_ADDR=f"2001:db8:1:2::{n}") for n in (1, 2))
    assert client_address(one) == client_address(other) == "2001:db8:1:2::/64"
