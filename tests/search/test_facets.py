"""Facets: counted under every other facet's choice but not their own, so that every count holds."""

import random
from dataclasses import replace

import pytest

from replies.models import Reply
from replies.search.facets import counts
from replies.search.filters import FACETS
from replies.search.find import find_replies, search_page
from replies.search.rebuild import rebuild
from replies.search.state import SearchState
from tests.makers import make_agency, make_city, make_proposal, make_reply

from .archive_of_samples import make_archive

pytestmark = pytest.mark.django_db


def flat(choices):
    for choice in choices:
        yield choice
        yield from flat(choice.children)


def facet(state, name):
    (found,) = counts(find_replies(state), names=[name])
    return {choice.value: choice for choice in flat(found.choices)}


def total(state):
    return find_replies(state).total


@pytest.mark.parametrize("rebuilt", [False, True])
def test_every_count_is_the_total_one_gets_by_choosing_it(rebuilt):
    make_archive()
    if rebuilt:
        rebuild(grace=0)
    chance = random.Random(11)
    state = SearchState()
    for _ in range(25):
        for found in counts(find_replies(state)):
            for choice in flat(found.choices):
                alone = state.without(found.name).toggled(found.name, choice.value)
                assert choice.count == total(alone), (state, found.name, choice)
                if not getattr(state, found.name):
                    assert alone == state.toggled(found.name, choice.value)
        name = chance.choice(FACETS)
        values = [choice.value for choice in facet(state, name).values()]
        state = state.toggled(name, chance.choice(values)) if values else SearchState()
        state = replace(
            state,
            q=chance.choice(["", "养老", "公建民营", "电梯"]),
            year_from=chance.choice([None, None, 2019, 2021]),
            year_to=chance.choice([None, None, 2020, 2022]),
        )


def test_a_place_holds_the_places_in_it():
    make_archive()
    places = facet(SearchState(), "city")
    assert places["henan"].count == 3
    assert places["puyang"].count == 3
    assert {c.value for c in places["puyang"].children} == {"hualong", "puyang-county"}
    assert total(SearchState(city=("puyang",))) == 3
    assert total(SearchState(city=("hualong",))) == 1


def test_values_of_one_facet_are_joined_by_or_and_facets_by_and():
    make_archive()
    assert total(SearchState(city=("wenzhou", "hangzhou"))) == 4
    assert total(SearchState(city=("wenzhou", "hangzhou"), year=("2020",))) == 2


def test_a_chosen_value_is_listed_even_where_nothing_has_it():
    make_archive()
    chosen = facet(SearchState(q="电梯", city=("puyang",), topic=("smart-elderly-care",)), "topic")
    assert chosen["smart-elderly-care"].count == 0
    assert chosen["smart-elderly-care"].selected


def test_what_is_not_stated_is_a_value():
    make_reply(topics=(), proposals=[make_proposal(kind="", term=None)])
    make_reply()
    assert facet(SearchState(), "topic")["none"].count == 1
    assert facet(SearchState(), "kind")["none"].count == 1
    assert total(SearchState(topic=("none",))) == 1


def test_years_are_counted_without_the_range_that_is_chosen():
    make_archive()
    everything = facet(SearchState(), "year")
    assert facet(SearchState(year_from=2019, year_to=2020), "year").keys() == everything.keys()
    assert total(SearchState(year_from=2019, year_to=2020)) == sum(
        everything[y].count for y in ("2019", "2020")
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("city", "nowhere"),
        ("topic", "x"),
        ("agency", "0"),
        ("agency", "一"),
        ("kind", "z"),
        ("year", "²"),
        ("year", "123"),
        ("phase", "p"),
    ],
)
def test_an_unknown_value_is_told_and_is_nobodys(name, value):
    make_archive()
    page = search_page(replace(SearchState(q="养老"), **{name: (value,)}))
    assert (f"unknown-{name}", value) in [(notice.code, notice.part) for notice in page.notices]
    assert page.total == 0
    assert value not in facet(page.state, name)
    assert ("without", name, value) in [(way.code, way.part, way.value) for way in page.help.ways_out]


def test_an_agency_that_answered_nothing_public_is_not_named():
    make_archive()
    agency = make_agency("未答复的局")
    assert str(agency.pk) not in facet(SearchState(agency=(str(agency.pk),)), "agency")


def test_an_agency_that_only_joined_in_is_listed_when_it_is_chosen():
    make_archive()
    agency = make_agency("会办的局")
    make_reply().co_agencies.add(agency)
    chosen = facet(SearchState(agency=(str(agency.pk),)), "agency")[str(agency.pk)]
    assert (chosen.label, chosen.count, chosen.selected) == ("会办的局（温州市）", 0, True)


def test_an_unknown_value_beside_a_known_one_does_not_widen_the_search():
    make_archive()
    assert total(SearchState(city=("nowhere", "puyang"))) == total(SearchState(city=("puyang",)))


def test_the_hidden_conditions_of_presets():
    first = make_reply(proposals=[make_proposal(proposers=["卢志草"])])
    make_reply()
    proposal = first.proposals.get()
    person = proposal.proposers.get()
    assert find_replies(SearchState().preset(representative=str(person.pk))).ids == [first.pk]
    assert find_replies(SearchState().preset(proposal=str(proposal.pk))).ids == [first.pk]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("城市:濮阳", 3),
        ("地区：濮阳市", 3),
        ("city:puyang 养老", 3),
        ("-城市:濮阳", 4),
        ("年份:2019..2020", 3),
        ("2019..2020", 3),
        ("年:2022", 1),
        ("单位:温州市民政局", 3),
        ("单位:民政局", 7),
        ("代表:许均3", 1),
        ("主题:智慧养老", 3),
    ],
)
def test_conditions_typed_into_the_box(typed, expected):
    make_archive()
    page = search_page(SearchState(q=typed))
    assert page.total == expected
    assert page.notices == ()


@pytest.mark.parametrize(
    "typed",
    [
        "城市:濮陽",
        "城市: 濮阳",
        "city:Puyang",
        "城市:河南濮阳",
        "地区:河南省濮阳市",
        '城市:"pú yáng"|puyangshi',
        "单位:puyangminzhengju|pymzj",
        "单位:濮陽市民政局|华龙|濮阳县",
        "代表:xujun0|許均0",
        "主题:zhihuiyanglao|yyjh",
    ],
)
def test_a_typed_name_is_understood_as_elsewhere_in_the_box(typed):
    make_archive()
    assert total(SearchState(q=typed)) > 0


def test_several_values_of_a_typed_condition_are_joined_by_or():
    make_archive()
    assert total(SearchState(q="城市:濮阳|杭州")) == 5
    assert total(SearchState(q="-城市:濮阳|杭州")) == 2
    assert total(SearchState(q="年份:2019|2021..2022")) == 4


@pytest.mark.parametrize(
    ("typed", "code", "part"),
    [
        ("城市:亚特兰蒂斯", "unknown-city", "亚特兰蒂斯"),
        ("主题:航天", "unknown-topic", "航天"),
        ("单位:火星局", "unknown-agency", "火星局"),
        ("代表:无此人", "unknown-representative", "无此人"),
        ("年份:去年", "unknown-years", "年份:去年"),
    ],
)
def test_an_unknown_condition_is_told_and_finds_nothing(typed, code, part):
    make_archive()
    page = search_page(SearchState(q=f"{typed} 养老"))
    assert [(n.code, n.part) for n in page.notices] == [(code, part)]
    assert page.total == 0
    assert total(SearchState(q=f"-{typed} 养老")) == total(SearchState(q="养老")) > 0


def test_an_unknown_value_beside_a_known_one_leaves_the_known_one():
    make_archive()
    assert total(SearchState(q="城市:亚特兰蒂斯|濮阳")) == 3


def test_labels_are_words_of_the_reader():
    make_reply(city=make_city("wenzhou"), outcome=Reply.Outcome.PLANNED)
    found = {f.name: f for f in counts(find_replies(SearchState()))}
    assert found["city"].choices[0].label == "浙江省"
    assert found["kind"].choices[0].label == "人大代表建议"
    assert found["outcome"].choices[0].label == "列入计划"
    assert found["agency"].choices[0].label == "温州市民政局"
