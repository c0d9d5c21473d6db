"""/api/v1/measures: the register of measures for programs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.makers import make_city, make_reply

MEASURES = "/api/v1/measures"


def ask(client, query=""):
    answer = client.get(f"{MEASURES}{query}")
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def headings(client, query=""):
    return [result["heading"] for result in ask(client, query)["results"]]


@pytest.fixture
def register(db):
    reform = {"heading": "推进公建民营改革", "figures": [{"text": "建成12家", "value": 12, "role": "result"}]}
    return [
        make_reply(
            letter="我市推进公建民营改革。建设智慧平台。",
            measures=[reform, {"heading": "建设智慧平台", "phase": "planned", "deadline": "2020-12"}],
        ),
        make_reply(
            letter="建设养老设施。",
            city=make_city("puyang"),
            reply_date=date(2021, 7, 7),
            measures=[{"heading": "建设养老设施", "phase": "planned", "topics": ["other"]}],
        ),
    ]


def test_a_measure_comes_with_its_figures_and_its_reply(stranger, register):
    (result,) = ask(stranger, "?q=公建民营")["results"]
    reply = register[0]
    assert result["url"] == f"http://testserver/replies/{reply.pk}/#m-{reply.measures.first().pk}"
    assert (result["phase"], result["figures"][0]["value"]) == ("done", 12.0)
    assert result["reply"] == {
        "id": reply.pk,
        "url": f"http://testserver/replies/{reply.pk}/",
        "title": reply.title,
        "city": "温州市",
        "year": 2019,
        "agency": "温州市民政局",
        "reply_date": "2019-07-02",
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["建设养老设施", "推进公建民营改革", "建设智慧平台"]),
        ("?phase=planned", ["建设养老设施", "建设智慧平台"]),
        ("?deadline=2020", ["建设智慧平台"]),
        ("?has_figure=1", ["推进公建民营改革"]),
        ("?topic=other", ["建设养老设施"]),
        ("?city=zhejiang&sort=oldest", ["推进公建民营改革", "建设智慧平台"]),
        ("?q=火星", []),
    ],
)
def test_the_conditions_are_those_of_the_page(stranger, register, query, expected):
    assert headings(stranger, query) == expected


def test_each_count_is_the_total_one_gets(stranger, register):
    for name, choices in ask(stranger)["facets"].items():
        for choice in choices:
            assert ask(stranger, f"?{name}={choice['value']}")["total"] == choice["count"], (name, choice)


def test_what_cannot_be_meant_is_refused(stranger, register):
    answer = stranger.get(f"{MEASURES}?has_figure=maybe")
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "has_figure"


def test_an_unknown_place_is_told(stranger, register):
    answer = ask(stranger, "?city=nowhere")
    assert answer["total"] == 0
    assert "nowhere" in " ".join(answer["notices"])


def test_a_page_beyond_the_last_is_empty_and_told(stranger, register):
    answer = ask(stranger, "?page=7")
    assert (answer["results"], answer["next"], answer["pages"]) == ([], None, 1)
    assert answer["notices"]


def test_pages_follow_one_another(stranger, db):
    make_reply(measures=[{"heading": f"建设第{n}处设施"} for n in range(31)])
    first = ask(stranger)
    second = stranger.get(first["next"]).json()
    assert (len(first["results"]), len(second["results"]), second["next"]) == (30, 1, None)


def test_a_repeated_question_is_answered_from_its_validator(stranger, register):
    tag = stranger.get(MEASURES)["ETag"]
    assert stranger.get(MEASURES, headers={"If-None-Match": tag}).status_code == 304


def test_twice_as_many_measures_cost_no_more_queries(stranger, register):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            ask(stranger)
        return len(queries)

    ask(stranger)
    few = cost()
    make_reply(measures=[{"heading": f"建设第{n}处设施", "topics": ["other"]} for n in range(9)])
    ask(stranger)
    assert cost() == few


def test_a_draft_has_no_measures_here(stranger, register):
    make_reply(status="draft", measures=[{"heading": "尚未公开的措施"}])
    assert "尚未公开的措施" not in headings(stranger)
