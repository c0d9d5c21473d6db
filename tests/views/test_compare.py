"""Places side by side."""

from datetime import date
from html import unescape

import pytest

from replies.models import Measure, Reply
from tests.makers import make_city, make_reply, make_topic

pytestmark = pytest.mark.django_db
BEDS = {"text": "养老床位5万张", "value": 5, "unit": "万张", "role": "result", "indicator": "beds"}


@pytest.fixture
def two_places(db):
    make_reply(
        letter="推进公建民营改革。",
        city=make_city("wenzhou"),
        topics=["public-built-private-run"],
        measures=[{"heading": "推进公建民营改革", "figures": [BEDS]}],
    )
    make_reply(
        letter="建设智慧平台。",
        city=make_city("hangzhou"),
        topics=["smart-elderly-care", "public-built-private-run"],
        measures=[{"heading": "建设智慧平台", "phase": "planned"}],
    )


def shown(client, query):
    response = client.get(f"/compare/?{query}", follow=True)
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_two_places_stand_side_by_side(stranger, two_places):
    page = shown(stranger, "city=wenzhou&city=hangzhou")
    assert "推进公建民营改革" in page
    assert "建设智慧平台" in page
    assert "养老床位数" in page
    assert "5万张" in page


def test_the_title_names_what_is_compared(stranger, two_places):
    page = shown(stranger, "city=wenzhou&city=hangzhou&topic=public-built-private-run")
    title = page.partition("<title>")[2].partition("</title>")[0]
    assert " ".join(title.split()).startswith("温州市、杭州市：公建民营 · 比较地区")


def test_without_two_places_the_page_asks_for_them(stranger, two_places):
    assert "请至少再选一个地区" in shown(stranger, "city=wenzhou")
    assert "选 2 至 6 个地区" in shown(stranger, "")


def test_a_place_nobody_knows_is_said(stranger, two_places):
    page = shown(stranger, "city=wenzhou&city=hangzhou&city=atlantis")
    assert "没有叫“atlantis”的地区" in page
    assert "推进公建民营改革" in page


def test_more_than_six_places_are_cut_and_that_is_said(stranger):
    slugs = ["zhejiang", "wenzhou", "lucheng-district", "hangzhou", "henan", "puyang", "hualong"]
    for slug in slugs:
        make_city(slug)
    page = shown(stranger, "&".join(f"city={slug}" for slug in slugs))
    assert "只取前 6 个" in page


def test_a_topic_leaves_the_measures_that_speak_of_it(stranger, two_places):
    Measure.objects.get(heading="推进公建民营改革").topics.add(make_topic("public-built-private-run"))
    page = shown(stranger, "city=wenzhou&city=hangzhou&topic=public-built-private-run")
    assert "推进公建民营改革" in page
    assert "建设智慧平台" not in page


def test_an_unknown_topic_is_said(stranger, two_places):
    assert "没有名为“nothing”的主题" in shown(stranger, "city=wenzhou&city=hangzhou&topic=nothing")


def test_a_place_holds_the_places_in_it(stranger, two_places):
    page = shown(stranger, "city=zhejiang&city=wenzhou")
    assert page.count("推进公建民营改革") == 2


def test_the_latest_figure_of_a_place_is_shown(stranger, two_places):
    newer = {**BEDS, "text": "养老床位6万张", "value": 6}
    make_reply(
        city=make_city("wenzhou"),
        reply_date=date(2022, 1, 1),
        measures=[{"heading": "增加床位", "figures": [newer]}],
    )
    page = shown(stranger, "city=wenzhou&city=hangzhou")
    assert "6万张" in page
    assert "5万张" not in page


def test_drafts_are_not_compared(stranger, two_places):
    make_reply(city=make_city("wenzhou"), status=Reply.Status.DRAFT, measures=[{"heading": "草稿里的措施"}])
    assert "草稿里的措施" not in shown(stranger, "city=wenzhou&city=hangzhou")


def test_more_measures_cost_no_more_queries(stranger, two_places, count_queries):
    address = "/compare/?city=wenzhou&city=hangzhou"
    few = count_queries(stranger.get, address)
    for slug in ("wenzhou", "hangzhou", "lucheng-district"):
        make_reply(
            city=make_city(slug), measures=[{"heading": f"措施{n}", "figures": [BEDS]} for n in range(9)]
        )
    assert count_queries(stranger.get, address) == few


def test_a_nul_in_an_address_is_no_part_of_a_place_or_topic(stranger, two_places):
    page = shown(stranger, "city=wenzhou%00&city=hangzhou")
    assert "推进公建民营改革" in page
    assert "没有名为" not in shown(stranger, "city=wenzhou&city=hangzhou&topic=smart-elderly-care%00")


def test_it_is_said_what_is_compared(stranger, two_places):
    page = shown(stranger, "city=wenzhou&city=hangzhou")
    assert "比较的是从答复中读出的措施，和措施里写明的数字" in page


def test_where_no_measure_gives_a_total_that_is_said(stranger, two_places):
    make_city("henan")
    page = shown(stranger, "city=henan&city=hangzhou")
    assert "没有写明可以比较的总数" in page
