"""The register of measures."""

import re
from datetime import date
from html import unescape

import pytest
from django.http import QueryDict

from replies.models import Reply
from replies.search import index
from replies.search.measure_register import Register, RegisterState
from replies.search.register_page import facets
from tests.makers import make_agency, make_city, make_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(db):
    make_reply(
        letter="我市推进公建民营改革。建设智慧平台。",
        city=make_city("wenzhou"),
        measures=[
            {"heading": "推进公建民营改革", "figures": [{"text": "12家", "role": "result"}]},
            {"heading": "建设智慧平台", "phase": "planned", "deadline": "2020-12"},
        ],
    )
    make_reply(
        letter="建设养老设施。",
        city=make_city("puyang"),
        reply_date=date(2021, 7, 7),
        topics=["other"],
        measures=[{"heading": "建设养老设施", "phase": "planned", "topics": ["other"]}],
    )


def shown(client, address):
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return unescape(response.content.decode())


def _linked(row):
    """What stands in the first link of a row."""
    return row.partition("<a ")[2].partition(">")[2].partition("</a>")[0]


def headings(client, address):
    rows = re.findall(r'<li class="measure-row">.*?</h3>', shown(client, address), re.S)
    return [re.sub(r"<[^>]+>|\s", "", _linked(row)) for row in rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["建设养老设施", "推进公建民营改革", "建设智慧平台"]),
        ("phase=planned", ["建设养老设施", "建设智慧平台"]),
        ("deadline=2020", ["建设智慧平台"]),
        ("deadline=none", ["建设养老设施", "推进公建民营改革"]),
        ("deadline=%00", []),
        ("deadline=20", []),
        ("has_figure=1", ["推进公建民营改革"]),
        ("city=zhejiang", ["推进公建民营改革", "建设智慧平台"]),
        ("topic=other", ["建设养老设施"]),
        ("q=公建民营", ["推进公建民营改革"]),
        ("q=建设 -智慧", ["建设养老设施"]),
        ("sort=oldest", ["推进公建民营改革", "建设智慧平台", "建设养老设施"]),
        ("q=航天", []),
    ],
)
def test_each_condition_leaves_the_measures_it_should(stranger, register, query, expected):
    assert sorted(headings(stranger, f"/measures/?{query}")) == sorted(expected)


def test_the_newest_replies_come_first(stranger, register):
    assert headings(stranger, "/measures/")[0] == "建设养老设施"
    assert headings(stranger, "/measures/?sort=oldest")[-1] == "建设养老设施"


def test_words_must_stand_in_the_measure_itself(stranger, register):
    assert "公建民营" in shown(stranger, "/replies/?q=公建民营")
    assert headings(stranger, "/measures/?q=公建民营") == ["推进公建民营改革"]


def test_every_count_is_what_one_gets_by_following_it(stranger, register):
    page = shown(stranger, "/measures/")
    links = re.findall(
        r'<a class="choice[^"]*" href="([^"]+)".*?<span class="count">(\d+)</span>', page, re.S
    )
    assert len(links) > 8
    for address, count in links:
        assert len(headings(stranger, address)) == int(count), address


def test_the_place_with_most_measures_is_listed_first(stranger, register):
    make_reply(city=make_city("puyang"), measures=[{"heading": "修建浴室"}, {"heading": "修建食堂"}])
    places = shown(stranger, "/measures/").partition('id="facet-city"')[2].partition("</section>")[0]
    assert places.index("河南省") < places.index("浙江省")


def test_measures_of_drafts_are_not_in_it(stranger):
    make_reply(status=Reply.Status.DRAFT, measures=[{"heading": "草稿里的措施"}])
    assert headings(stranger, "/measures/") == []


def test_each_measure_leads_to_its_sentence(stranger, register):
    measure = Reply.objects.get(city__slug="puyang").measures.get()
    assert f'href="/replies/{measure.reply_id}/#m-{measure.pk}"' in shown(stranger, "/measures/")


def test_one_question_has_one_address(stranger, register):
    response = stranger.get("/measures/?phase=planned&deadline=2020&q=")
    assert response["Location"] == "/measures/?deadline=2020&phase=planned"


def test_ten_measures_and_twenty_cost_the_same_queries(stranger, count_queries):
    make_reply(measures=[{"heading": f"措施{n}"} for n in range(10)])
    stranger.get("/measures/")
    ten = count_queries(stranger.get, "/measures/")
    for _ in range(5):
        make_reply(measures=[{"heading": "又一措施", "figures": [{"text": "1家", "role": "result"}]}] * 2)
    stranger.get("/measures/")
    assert count_queries(stranger.get, "/measures/") == ten


@pytest.mark.parametrize(
    "chosen", ["", "q=建设", "phase=planned", "city=puyang", "q=建设&phase=planned&city=zhejiang"]
)
def test_every_count_is_the_total_one_gets_by_choosing_it(register, chosen):
    joint = make_reply("会办的答复", "建设养老食堂。", measures=[{"heading": "建设养老食堂"}])
    joint.co_agencies.add(make_agency("温州市财政局"))
    index.write_entry(joint)
    asked = Register(RegisterState.from_query(QueryDict(chosen)))
    counted = {
        (facet.name, choice.value): choice.count for facet in facets(asked) for choice in every(facet.choices)
    }
    assert (("agency", str(joint.co_agencies.get().pk)) in counted) == (chosen in ("", "q=建设"))
    for (facet, value), count in counted.items():
        alone = asked.state.without(facet) if getattr(asked.state.search, facet, ()) else asked.state
        assert Register(alone.toggled(facet, value)).measures().count() == count, (facet, value)


def every(choices):
    for choice in choices:
        yield choice
        yield from every(choice.children)
