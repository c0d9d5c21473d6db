"""What the box suggests, and what an empty answer offers."""

import pytest
from django.urls import reverse

from replies.search.rebuild import rebuild
from tests.makers import make_agency, make_city, make_reply

pytestmark = pytest.mark.django_db


def suggested(client, typed):
    return client.get(reverse("suggestions"), {"q": typed}).json()["suggestions"]


def test_a_stranger_is_led_to_the_page_of_a_place(client):
    make_reply(city=make_city("wenzhou"))
    (place,) = [line for line in suggested(client, "wenz") if line["kind"] == "地区"]
    assert place["label"] == "温州市"
    assert "1" in place["about"]
    assert client.get(place["url"]).status_code == 200


def test_a_representative_and_an_agency_have_their_pages(client):
    make_reply()
    for typed, label in (("肖石", "肖石龙"), ("温州市民", "温州市民政局")):
        (line,) = [line for line in suggested(client, typed) if line["label"] == label]
        assert client.get(line["url"]).status_code == 200


def test_a_completed_box_is_a_search_for_all_of_it(client):
    make_reply(city=make_city("wenzhou"))
    (line,) = [line for line in suggested(client, "答复 城市:温") if line["label"] == "答复 城市:温州市"]
    assert (line["facet"], line["about"]) == ("box", "补全")
    assert client.get(line["url"]).context["state"].q == "答复 城市:温州市"


@pytest.mark.parametrize("typed", ["", "\x00", "' OR 1=1", "＊", "x" * 500])
def test_whatever_is_typed_is_answered(client, typed):
    make_reply()
    assert suggested(client, typed) == []


def test_the_name_on_a_draft_is_not_suggested(client):
    make_reply(status="draft")
    assert suggested(client, "肖石") == []


def test_an_empty_answer_offers_searches_that_find_something(client):
    for _ in range(6):
        make_reply(letter="拓宽村里的道路，养老补贴。")
    rebuild(grace=0)
    page = client.get(reverse("search"), {"q": "拓宽道路"})
    assert page.status_code == 200
    way, *_ = page.context["ways_out"]
    assert way.count == 6
    assert way.url in page.content.decode().replace("&amp;", "&")
    assert len(client.get(way.url).context["found"].results) == 6


def test_an_empty_answer_names_the_condition_to_leave_out(client):
    make_reply(city=make_city("wenzhou"))
    make_reply(letter="电梯", city=make_city("puyang"))
    page = client.get(reverse("search"), {"city": "wenzhou", "q": "电梯"})
    labels = [way.label for way in page.context["ways_out"]]
    assert labels == ["去掉“词语：电梯”", "去掉“地区：温州市”"]


def test_what_is_heard_says_how_many_there_are(client):
    make_reply()
    assert client.get(reverse("suggestions"), {"q": "温州"}).json()["told"] == "2 条建议，用上下键选择。"
    assert client.get(reverse("suggestions"), {"q": "龘"}).json()["told"] == "没有建议。"


def test_suggestions_are_kept_by_the_browser_in_each_language_and_by_no_crawler(client):
    answer = client.get(reverse("suggestions"), {"q": "温"})
    assert "max-age" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]
    assert "Disallow: /replies/suggestions" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize(
    ("address", "facets"),
    [
        ("/", ""),
        ("/replies/?q=养老", ""),
        ("/replies/?year=2019", "city topic"),
        ("/cities/wenzhou/", "topic"),
        ("/measures/", "agency city representative topic"),
    ],
)
def test_a_suggestion_narrows_only_what_is_narrowed_already(client, address, facets):
    make_reply()
    assert f'data-suggest-adds="{facets}"' in client.get(address).content.decode()


def test_suggestions_cost_the_same_however_many_names_begin_so(client, count_queries):
    def ask():
        return count_queries(client.get, reverse("suggestions"), {"q": "温州"})

    make_reply()
    ask()
    few = ask()
    for number in range(12):
        make_reply(agency=make_agency(f"温州市第{number}局"))
    ask()
    assert ask() == few


def test_words_that_never_meet_are_counted_one_by_one(client):
    for letter in ("发展养老服务。", "加装电梯。", "电梯维护。"):
        make_reply(letter=letter, proposals=[])
    text = client.get(reverse("search"), {"q": "养老 电梯"}).content.decode()
    assert "单独提到“养老”的有 1 件" in text
    assert "单独提到“电梯”的有 2 件" in text


def test_an_empty_register_says_which_condition_to_leave_out(client):
    make_reply(city=make_city("wenzhou"), measures=[{"heading": "推进公建民营"}])
    make_reply(city=make_city("puyang"), measures=[{"heading": "加装电梯", "phase": "planned"}])
    page = client.get("/measures/", {"city": "wenzhou", "phase": "planned"})
    ways = [(way.label, way.count) for way in page.context["ways_out"]]
    assert sorted(ways) == [("去掉“地区：温州市”", 1), ("去掉“阶段：将做”", 1)]
    for way in page.context["ways_out"]:
        assert client.get(way.url).context["found"].total == way.count
