"""What programs read: feeds, the sitemap, robots.txt."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from replies import feeds
from replies.models import Reply
from tests.makers import make_agency, make_city, make_proposal, make_reply, make_representative

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def atom(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(client, address):
    return [title.text for title in atom(client, address).findall("a:entry/a:title", ATOM)]


def test_the_feed_begins_with_what_became_public_last(stranger):
    make_reply("先公布的旧信", published_at=datetime(2020, 1, 1, tzinfo=UTC))
    make_reply("后公布的旧信", published_at=datetime(2021, 1, 1, tzinfo=UTC))
    make_reply("草稿", status=Reply.Status.DRAFT)
    assert titles(stranger, "/replies/feed.atom") == ["后公布的旧信", "先公布的旧信"]


def test_a_search_is_a_feed(stranger):
    make_reply("温州的答复", city=make_city("wenzhou"))
    make_reply("濮阳的答复", city=make_city("puyang"))
    assert titles(stranger, "/replies/feed.atom?city=puyang") == ["濮阳的答复"]


def test_the_feed_of_a_search_is_called_by_its_conditions_and_leads_back_to_it(stranger):
    make_reply(letter="我市发展养老服务。", city=make_city("puyang"))
    feed = atom(stranger, "/replies/feed.atom?q=养老&city=puyang")
    assert feed.findtext("a:title", namespaces=ATOM) == "答复档案：养老 · 濮阳市"
    back = feed.find("a:link[@rel='alternate']", ATOM).get("href")
    assert back == "http://testserver/replies/?city=puyang&q=%E5%85%BB%E8%80%81"


def test_places_topics_agencies_and_representatives_have_feeds(stranger):
    make_reply("温州的答复", proposals=[make_proposal(proposers=["林某芳"])], topics=["smart-elderly-care"])
    puyang = make_city("puyang")
    make_reply("濮阳的答复", city=puyang, proposals=[make_proposal(puyang, ["周某明"])], topics=["other"])
    assert titles(stranger, "/cities/puyang/feed.atom") == ["濮阳的答复"]
    assert titles(stranger, "/topics/smart-elderly-care/feed.atom") == ["温州的答复"]
    assert titles(stranger, f"/agencies/{make_agency().pk}/feed.atom") == ["温州的答复"]
    person = make_representative("周某明", puyang)
    assert titles(stranger, f"/representatives/{person.pk}/feed.atom") == ["濮阳的答复"]


def test_a_long_feed_goes_back_to_the_first(stranger, monkeypatch):
    monkeypatch.setattr(feeds, "ENTRIES_ON_A_PAGE", 2)
    for number in range(5):
        make_reply(f"第{number}件", published_at=datetime(2020, 1, 1 + number, tzinfo=UTC))
    seen, address = [], "/replies/feed.atom"
    while address:
        tree = atom(stranger, address)
        seen += [title.text for title in tree.findall("a:entry/a:title", ATOM)]
        older = tree.find("a:link[@rel='next']", ATOM)
        address = older.attrib["href"].removeprefix("http://testserver") if older is not None else ""
    assert seen == ["第4件", "第3件", "第2件", "第1件", "第0件"]


def test_a_feed_that_did_not_change_is_not_sent_again(stranger):
    make_reply()
    first = stranger.get("/replies/feed.atom")
    again = stranger.get("/replies/feed.atom", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def addresses_in(client, sitemap):
    tree = ElementTree.fromstring(client.get(sitemap).content)
    places = [str(place.text) for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    return [place.removeprefix("http://testserver") for place in places]


def every_address(client):
    return [
        address for part in addresses_in(client, "/sitemap.xml") for address in addresses_in(client, part)
    ]


def test_the_sitemap_names_published_pages_only(stranger):
    public = make_reply(proposals=[make_proposal(proposers=["林某芳"])])
    puyang = make_city("puyang")
    agency = make_agency("濮阳市民政局", puyang)
    hidden = make_proposal(puyang, ["周某明"])
    draft = make_reply(proposals=[hidden], city=puyang, agency=agency, status=Reply.Status.DRAFT)
    addresses = every_address(stranger)
    assert public.get_absolute_url() in addresses
    assert public.proposals.get().get_absolute_url() in addresses
    assert "/cities/wenzhou/" in addresses
    for row in (draft, hidden, agency, puyang):
        assert row.get_absolute_url() not in addresses


def test_every_address_of_the_sitemap_answers(stranger):
    make_reply()
    addresses = every_address(stranger)
    assert len(addresses) > 6
    for address in addresses:
        assert stranger.get(address).status_code == 200, address


def test_robots_are_told_the_sitemap_and_kept_from_endless_searches(stranger):
    said = stranger.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in said
    assert "Disallow: /*sort=" in said
    assert "Disallow: /replies/\n" not in said
