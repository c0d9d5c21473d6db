"""A facet in full: several values ticked, applied once, without JavaScript."""

import pytest

from replies.search.facets import Choice
from replies.views.choosing import LISTED, number_of, shortened, with_name
from tests.makers import make_agency, make_city, make_reply

pytestmark = pytest.mark.django_db


def boxes(page):
    """The values offered, in order; a tree is read from above."""

    def flat(choices):
        for choice in choices:
            yield choice
            yield from flat(choice.children)

    return list(flat(page.context["choices"]))


@pytest.fixture
def many_agencies():
    return [make_reply(agency=make_agency(f"温州市第{n}养老院")) for n in range(130)]


def test_every_agency_is_on_its_page_however_many_there_are(client, many_agencies):
    page = client.get("/replies/?choose=agency&q=公建民营")
    assert len(boxes(page)) == 130
    assert page.content.decode().count('type="checkbox"') == 130
    assert '<input type="hidden" name="q" value="公建民营">' in page.content.decode()


def test_the_search_page_leads_to_what_it_leaves_out(client, many_agencies):
    page = client.get("/replies/?q=公建民营")
    (facet,) = [facet for facet in page.context["facets"] if facet.name == "agency"]
    assert facet.unlisted == 130 - 8 - 30
    assert facet.choose_url.replace("&", "&amp;") in page.content.decode()
    assert len(boxes(client.get(facet.choose_url))) == 130


def test_several_are_applied_at_once_and_the_address_is_the_usual_one(client, many_agencies):
    first, second = (str(reply.agency_id) for reply in many_agencies[:2])
    sent = {"q": "公建民营", "find": "", "agency": [second, first], "sort": ""}
    page = client.get("/replies/", sent, follow=True)
    assert page.context["found"].total == 2
    assert "find" not in page.redirect_chain[-1][0]


def test_a_part_of_the_name_shortens_the_list_and_what_is_ticked_stays(client, many_agencies):
    ticked = many_agencies[7].agency_id
    page = client.get(f"/replies/?choose=agency&find=第12&agency={ticked}")
    names = [choice.label for choice in boxes(page)]
    assert "温州市第7养老院" in names
    assert len(names) == 1 + 11  # 12, and 120 to 129
    assert "第7养老院" in page.content.decode().split("checked")[1][:80]


def test_counts_are_those_of_the_whole_search_without_its_own_facet(client):
    make_reply(city=make_city("wenzhou"))
    make_reply(city=make_city("puyang"))
    make_reply(city=make_city("puyang"), letter="加装电梯。")
    page = client.get("/replies/?choose=city&city=wenzhou&q=公建民营")
    counts = {choice.label: choice.count for choice in boxes(page)}
    assert counts == {"浙江省": 1, "温州市": 1, "河南省": 1, "濮阳市": 1}


def test_places_are_a_tree_and_a_part_of_a_name_keeps_what_lies_above(client):
    make_reply(city=make_city("lucheng-district"))
    make_reply(city=make_city("puyang"))
    page = client.get("/replies/?choose=city&find=鹿城")
    assert [choice.label for choice in boxes(page)] == ["浙江省", "温州市", "鹿城区"]


def test_what_is_not_stated_can_be_ticked(client):
    make_reply(topics=())
    make_reply()
    assert "none" in [choice.value for choice in boxes(client.get("/replies/?choose=topic"))]


@pytest.mark.parametrize("path", ["/cities/wenzhou/", "/measures/", "/agencies/{agency}/"])
def test_pages_of_one_subject_and_the_register_have_it_too(client, path):
    reply = make_reply(measures=[{"heading": "推进公建民营", "topics": ["smart-elderly-care"]}])
    page = client.get(path.format(agency=reply.agency_id) + "?choose=topic")
    assert [choice.value for choice in boxes(page)] == ["smart-elderly-care"]
    assert f'action="{path.format(agency=reply.agency_id)}"' in page.content.decode()


@pytest.mark.parametrize(
    "query", ["choose=nonsense", "choose=", "choose=representative", "choose=city&q=%00"]
)
def test_an_odd_question_is_an_ordinary_search_or_list(client, query):
    make_reply()
    assert client.get(f"/replies/?{query}", follow=True).status_code == 200


def test_a_page_cannot_be_asked_to_choose_what_it_is_about(client):
    make_reply()
    page = client.get("/cities/wenzhou/?choose=city", follow=True)
    assert page.context["found"].total == 1


def test_no_crawler_follows(client):
    make_reply()
    assert 'content="noindex,nofollow"' in client.get("/replies/?choose=year").content.decode()
    assert "Disallow: /*choose=" in client.get("/robots.txt").content.decode()


def test_the_same_number_of_queries_for_few_and_many(client, count_queries):
    def ask():
        client.get("/replies/?choose=agency")
        return count_queries(client.get, "/replies/?choose=agency")

    make_reply(agency=make_agency("温州市甲局"))
    few = ask()
    for n in range(10):
        make_reply(agency=make_agency(f"温州市第{n}局"))
    assert ask() == few


def a_tree(provinces, chosen=""):
    return tuple(
        Choice(
            f"p{p}",
            f"省{p}",
            9,
            children=tuple(
                Choice(
                    f"c{p}-{c}",
                    "市",
                    3,
                    children=tuple(
                        Choice(f"d{p}-{c}-{d}", "县", 1, f"d{p}-{c}-{d}" == chosen) for d in range(8)
                    ),
                )
                for c in range(8)
            ),
        )
        for p in range(provinces)
    )


def test_a_tree_too_large_loses_its_lowest_level_but_not_what_is_chosen():
    small = shortened(a_tree(20, chosen="d3-3-3"))
    assert number_of(small) == 20 + 20 * 8 + 1
    assert number_of(small) <= LISTED
    assert number_of(shortened(a_tree(3))) == number_of(a_tree(3))


def test_a_name_finds_what_lies_in_a_place_of_that_name():
    (province,) = with_name(a_tree(3), "省1")
    assert len(province.children) == 8
