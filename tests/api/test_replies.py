"""/api/v1/: the same answers as the pages, in a shape that programs may rely on."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from replies.models import Reply
from tests.makers import make_agency, make_city, make_proposal, make_reply

REPLIES = "/api/v1/replies"


def ask(client, query=""):
    answer = client.get(f"{REPLIES}{query}")
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def facet(answer, name):
    return {choice["value"]: choice["count"] for choice in answer["facets"][name]}


@pytest.fixture
def archive(db):
    puyang = make_city("puyang")
    wenzhou = make_reply(
        "关于市十三届人大四次会议第317号建议的答复函",
        letter="我市启动公建民营改革，盘活公办养老机构资源。",
        proposals=[make_proposal(number="317")],
        topics=["public-built-private-run", "smart-elderly-care"],
    )
    helper = make_reply(
        "关于第170号提案的答复",
        letter="推进社区嵌入式养老。",
        city=puyang,
        agency=make_agency("濮阳市民政局", puyang),
        proposals=[make_proposal(puyang, ["卢志草"], "170", kind="cppcc", title="关于社区嵌入式养老的提案")],
        topics=["community-home-care"],
        reply_date="2021-07-07",
    )
    return {"wenzhou": wenzhou, "puyang": helper}


def test_the_answer_has_exactly_the_members_promised(stranger, archive):
    answer = ask(stranger, "?q=公建民营")
    assert list(answer) == ["total", "page", "pages", "next", "results", "facets", "notices"]
    assert set(answer["facets"]) == {"city", "year", "topic", "kind", "agency", "phase", "outcome"}
    assert set(answer["facets"]["city"][0]) == {"value", "label", "count", "selected"}
    (result,) = answer["results"]
    excerpt = result.pop("excerpt")
    assert result == {
        "id": archive["wenzhou"].pk,
        "url": f"http://testserver/replies/{archive['wenzhou'].pk}/",
        "title": "关于市十三届人大四次会议第317号建议的答复函",
        "city": "温州市",
        "year": 2019,
        "kind": "npc",
        "agency": "温州市民政局",
        "reply_date": "2019-07-02",
        "proposal": {"number": "317", "title": "关于加强养老服务体系建设的建议", "proposers": ["肖石龙"]},
        "topics": ["smart-elderly-care", "public-built-private-run"],
    }
    assert {"text": "公建民营", "hit": True} in excerpt
    assert (answer["total"], answer["page"], answer["pages"], answer["next"]) == (1, 1, 1, None)


def test_a_reply_without_a_proposal_says_null(stranger, db):
    make_reply(proposals=[])
    (result,) = ask(stranger)["results"]
    assert result["proposal"] is None
    assert result["kind"] == ""


def test_facets_count_under_the_other_choices_but_not_their_own(stranger, archive):
    answer = ask(stranger, "?city=puyang")
    assert answer["total"] == 1
    assert facet(answer, "city")["wenzhou"] == 1
    assert facet(answer, "kind") == {"cppcc": 1}
    assert [c["value"] for c in answer["facets"]["city"] if c["selected"]] == ["puyang"]


def test_a_province_is_listed_before_what_it_holds_and_counts_it(stranger, archive):
    listed = [choice["value"] for choice in ask(stranger)["facets"]["city"]]
    assert listed.index("henan") < listed.index("puyang")
    assert facet(ask(stranger), "city")["henan"] == 1


def test_values_of_one_facet_are_alternatives_and_facets_add_up(stranger, archive):
    assert ask(stranger, "?city=puyang&city=wenzhou")["total"] == 2
    assert ask(stranger, "?city=puyang&city=wenzhou&kind=npc")["total"] == 1


def test_a_number_finds_its_reply_first(stranger, archive):
    assert ask(stranger, "?q=第317号")["results"][0]["id"] == archive["wenzhou"].pk


def test_following_next_reads_everything_once(stranger, db):
    made = {make_reply().pk for _ in range(45)}
    seen, address = [], f"http://testserver{REPLIES}?city=wenzhou"
    while address:
        answer = stranger.get(address).json()
        seen += [result["id"] for result in answer["results"]]
        address = answer["next"]
    assert len(seen) == 45
    assert set(seen) == made


def test_a_page_beyond_the_last_is_empty_and_says_so(stranger, archive):
    answer = ask(stranger, "?page=9")
    assert answer["results"] == []
    assert (answer["page"], answer["pages"], answer["next"]) == (9, 1, None)
    assert answer["notices"] == ["没有第 9 页，一共 1 页，所以 results 是空的。"]


def test_a_parameter_that_nothing_reads_is_named(stranger, archive):
    assert ask(stranger, "?foo=1")["notices"] == ["网址里的“foo”不是这里的检索条件，没有用它。"]
    assert ask(stranger, "?language=zh-hans&utm_source=x")["notices"] == []


def test_a_value_nobody_knows_is_told_and_not_hidden(stranger, archive):
    answer = ask(stranger, "?city=atlantis")
    assert answer["total"] == 0
    assert answer["notices"] == ["没有“atlantis”这个地区。请核对名称，或从“地区”里选。"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("page=abc", "page"),
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=1.5", "page"),
        ("year_from=去年", "year_from"),
        ("year_to=20222", "year_to"),
        ("sort=best", "sort"),
        ("language=fr", "language"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_parameter_and_the_cure(stranger, archive, query, parameter):
    answer = stranger.get(f"{REPLIES}?{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["parameter"] == parameter
    assert answer.json()["detail"].startswith(parameter)


def test_empty_parameters_as_forms_send_them_are_as_none(stranger, archive):
    assert ask(stranger, "?q=&city=&year_from=&year_to=&sort=&page=")["total"] == 2


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "city=%00",
        "agency=%00",
        "agency=99999999999999999999999",
        "topic=%ff",
        "q=%F0%28",
        "year=二〇一九",
    ],
)
def test_odd_input_is_answered(stranger, archive, query):
    assert stranger.get(f"{REPLIES}?{query}").status_code == 200


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_stranger_finds_only_what_is_published(stranger, db, status):
    hidden = make_reply("关于秘密事项的答复", status=status, withdrawal_reason="有误")
    assert ask(stranger)["total"] == 0
    assert stranger.get(f"{REPLIES}/{hidden.pk}").status_code in (404, 410)


def test_one_reply_is_the_record_of_its_page(stranger, archive):
    pk = archive["wenzhou"].pk
    assert stranger.get(f"{REPLIES}/{pk}").json() == stranger.get(f"/replies/{pk}.json").json()


def test_a_withdrawn_reply_is_gone_with_its_reason(stranger, archive):
    pk = archive["wenzhou"].pk
    Reply.objects.filter(pk=pk).update(status="withdrawn", withdrawal_reason="重复收录")
    answer = stranger.get(f"{REPLIES}/{pk}")
    assert answer.status_code == 410
    assert "重复收录" in answer.json()["detail"]


@pytest.mark.parametrize(
    "address", [f"{REPLIES}/999999", f"{REPLIES}/{'9' * 40}", "/api/v1/x", "/api/v1/x/y"]
)
def test_what_is_not_there_is_not_found_and_said_so_as_data(stranger, db, address):
    answer = stranger.get(address)
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("number", ["abc", "0", "-1", "1.5"])
def test_a_reply_is_asked_for_by_a_number(stranger, db, number):
    answer = stranger.get(f"{REPLIES}/{number}")
    assert answer.status_code == 400
    assert answer.json()["detail"] == "答复编号应为正整数。"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/api/v1/", REPLIES, f"{REPLIES}/1", "/api/v1/cities", "/api/v1/x"])
def test_nothing_can_be_written_and_that_is_said_as_data(db, address, method):
    answer = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["title"] == "Method Not Allowed"
    assert method.upper() in answer.json()["detail"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/", 200),
        (REPLIES, 200),
        ("/api/v1/topics", 200),
        (f"{REPLIES}/999999", 404),
        (f"{REPLIES}?page=x", 400),
    ],
)
def test_head_is_answered_like_get_without_the_data(stranger, archive, address, status):
    head, get = stranger.head(address), stranger.get(address)
    assert head.status_code == get.status_code == status
    assert head.content == b""
    for name in ("Content-Type", "Content-Length"):
        assert head[name] == get[name]


def test_a_browser_that_asks_first_is_told_that_a_script_may_read(stranger, db):
    answer = stranger.options(REPLIES)
    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Headers"] == "*"


def test_too_many_questions_are_refused_as_data(stranger, archive, settings, monkeypatch):
    monkeypatch.setattr("replies.crawl_budget.Budget.spend", lambda *arguments: 7.0)
    settings.CRAWL_BUDGET = 1
    answer = stranger.get(f"{REPLIES}?city=puyang&year=2021&kind=npc")
    assert answer.status_code == 429
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Retry-After"] == "7"
    assert "7 秒" in answer.json()["detail"]


def test_a_failure_is_told_as_data_and_without_its_inside(archive, monkeypatch):
    def fails(*arguments, **more):
        raise RuntimeError("the index is gone")

    monkeypatch.setattr("replies.api.archive.search_page", fails)
    answer = Client(raise_request_exception=False).get(REPLIES)
    assert answer.status_code == 500
    assert answer["Content-Type"] == "application/problem+json"
    assert "index" not in answer.content.decode()


def test_scripts_of_any_site_may_read(stranger, archive):
    for address in (REPLIES, f"{REPLIES}?page=x", f"{REPLIES}/{archive['wenzhou'].pk}", f"{REPLIES}/999999"):
        assert stranger.get(address)["Access-Control-Allow-Origin"] == "*"


def test_an_answer_already_had_is_not_sent_again(stranger, archive):
    first = stranger.get(f"{REPLIES}?q=养老")
    again = stranger.get(f"{REPLIES}?q=养老", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    make_reply()
    changed = stranger.get(f"{REPLIES}?q=养老", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_a_page_of_twenty_asks_the_database_as_often_as_one_of_ten(stranger, db):
    counted = []
    for _ in range(2):
        for _ in range(10):
            make_reply()
        with CaptureQueriesContext(connection) as queries:
            ask(stranger)
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_lists_name_places_topics_and_agencies_with_their_published_replies(stranger, archive):
    make_reply(status="draft", city=make_city("hangzhou"))
    cities = {city["slug"]: city for city in stranger.get("/api/v1/cities").json()["results"]}
    assert {slug: city["replies"] for slug, city in cities.items()} == {"wenzhou": 1, "puyang": 1}
    assert cities["wenzhou"]["parent"] == "zhejiang"
    topics = {topic["slug"]: topic["replies"] for topic in stranger.get("/api/v1/topics").json()["results"]}
    assert topics["smart-elderly-care"] == 1
    agencies = [agency["name"] for agency in stranger.get("/api/v1/agencies").json()["results"]]
    assert agencies == ["温州市民政局", "濮阳市民政局"]


def test_the_description_for_machines_lists_every_address(stranger, db):
    description = stranger.get("/api/v1/openapi.json").json()
    assert set(description["paths"]) == {
        "/api/v1/replies",
        "/api/v1/replies/{reply_id}",
        "/api/v1/measures",
        "/api/v1/cities",
        "/api/v1/topics",
        "/api/v1/agencies",
    }


def test_the_description_for_people_names_every_parameter_and_member(stranger, db):
    description = stranger.get("/api/v1/openapi.json").json()
    page = stranger.get("/api/docs").content.decode()
    for parameter in description["paths"][REPLIES]["get"]["parameters"]:
        assert f"<code>{parameter['name']}</code>" in page
    for member in description["components"]["schemas"]["ReplyOut"]["properties"]:
        assert f"<code>{member}</code>" in page


def test_the_page_to_try_it_out_loads_nothing_from_elsewhere(stranger, db):
    page = stranger.get("/api/docs/try").content.decode()
    assert "/static/ninja/swagger-ui-bundle.js" in page
    assert "http://" not in page
    assert "https://" not in page


def test_the_door_of_the_api_names_addresses_that_answer(stranger, archive):
    addresses = stranger.get("/api/v1/").json()
    assert set(addresses) == {"replies", "measures", "cities", "topics", "agencies", "openapi", "docs"}
    assert {stranger.get(address).status_code for address in addresses.values()} == {200}


def test_a_year_that_is_none_is_told_and_a_bound_that_is_none_is_refused_as_the_page_about_it_says(
    stranger, archive
):
    unknown = ask(stranger, "?year=abc")
    assert unknown["total"] == 0
    assert "不是年份" in unknown["notices"][0]
    assert stranger.get(f"{REPLIES}?year_from=abc").status_code == 400
    page = stranger.get("/api/docs").content.decode()
    assert "不认识的地区、年份、主题等不算错误：没有答复符合它" in page
    assert "year_from、year_to、sort 和 language 为 400" in page


def test_the_address_names_the_language_of_what_is_said(stranger, archive):
    in_english = ask(stranger, "?language=en")["facets"]["kind"]
    assert [choice["label"] for choice in in_english] == ["People’s congress proposal", "CPPCC proposal"]
    assert "Cookie" in stranger.get(REPLIES)["Vary"]


def test_the_next_page_is_in_the_same_language(stranger, db):
    for _ in range(21):
        make_reply()
    assert ask(stranger, "?language=en")["next"].endswith("?page=2&language=en")
