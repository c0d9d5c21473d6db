"""One search, one address."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from replies.search.filters import FACETS
from replies.search.state import SearchState


def state(query=""):
    return SearchState.from_query(QueryDict(query))


def test_every_parameter_of_the_address_is_read():
    read = state(
        "q=养老&city=wenzhou&city=puyang&year=2019&kind=npc&year_from=2018&year_to=2020&sort=oldest&page=3"
    )
    assert read == SearchState(
        q="养老",
        city=("wenzhou", "puyang"),
        year=("2019",),
        kind=("npc",),
        year_from=2018,
        year_to=2020,
        sort="oldest",
        page=3,
    )
    assert read.notices == ()


def test_the_query_string_is_sorted_and_without_defaults():
    assert state("year=2019&city=b&city=a&page=1&q=&sort=newest").query_string() == "city=a&city=b&year=2019"


def test_the_same_choices_in_any_order_have_one_address():
    assert state("city=a&year=2019&city=b").query_string() == state("year=2019&city=b&city=a").query_string()


def test_the_order_in_force_is_not_written_out():
    assert state("q=养老&sort=relevance").query_string() == state("q=养老").query_string()
    assert state("sort=newest").query_string() == ""


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("page=x", "page=x"),
        ("page=0", "page=0"),
        ("page=²", "page=²"),
        ("page=99999999999999", "page=99999999999999"),
        ("sort=best", "sort=best"),
        ("year_from=last", "year_from=last"),
        ("year_to=12", "year_to=12"),
    ],
)
def test_what_is_not_understood_is_left_out_and_told(query, part):
    read = state(f"{query}&q=养老")
    assert read == SearchState(q="养老")
    assert [(n.code, n.part) for n in read.notices] == [("bad-parameter", part)]


@pytest.mark.parametrize("query", ["utm_campaign=a", "gclid=a", "spm=a", "choose=city", "find=a", "nobody="])
def test_what_was_added_on_the_way_and_what_is_empty_is_not_told(query):
    assert SearchState.from_query(QueryDict(query)).notices == ()


def test_names_that_nothing_reads_are_told_without_what_no_file_can_hold_and_only_so_many():
    query = QueryDict("&".join(["y%0Beer=1", *(f"name{n}=1" for n in range(90))]))
    told = [(notice.code, notice.part) for notice in SearchState.from_query(query).notices]
    assert told[:2] == [("unknown-parameter", "yeer"), ("unknown-parameter", "name0")]
    assert len(told) == 5


def test_years_the_wrong_way_round_are_turned_and_told():
    read = state("year_from=2022&year_to=2019")
    assert (read.year_from, read.year_to) == (2019, 2022)
    assert [n.code for n in read.notices] == ["years-turned"]


@given(st.text(max_size=60))
def test_no_address_raises(query):
    state(query)
    state(f"q={query}&city={query}&page={query}&year_from={query}&sort={query}")


def test_a_nul_is_no_part_of_a_search():
    assert state("q=养%00老").q == "养老"


def test_control_characters_are_no_part_of_a_search():
    assert state("q=%E5%85%BB%01%1F%0B%E8%80%81").q == "养老"


def test_toggling_twice_changes_nothing_and_leads_to_the_first_page():
    asked = SearchState(q="养老", city=("wenzhou",), page=4)
    assert asked.toggled("city", "puyang").city == ("wenzhou", "puyang")
    assert asked.toggled("city", "puyang").toggled("city", "puyang") == asked.turned_to(1)


def test_a_year_takes_the_place_of_the_range():
    asked = SearchState(q="养老", year_from=2019, year_to=2020, city=("wenzhou",))
    chosen = asked.toggled("year", "2022")
    assert chosen == SearchState(q="养老", year=("2022",), city=("wenzhou",))
    assert asked.without("year") == SearchState(q="养老", city=("wenzhou",))
    assert asked.toggled("city", "puyang").year_from == 2019


def test_a_facet_or_one_of_its_values_is_taken_away():
    asked = SearchState(q="养老", city=("wenzhou", "puyang"), year_from=2019)
    assert asked.without("city", "wenzhou").city == ("puyang",)
    assert asked.without("city").city == ()
    assert asked.without("q").q == ""
    assert asked.without("year_from").year_from is None


def test_a_preset_is_not_written_into_addresses_and_cannot_be_taken_away():
    asked = state("q=养老&year=2019").preset(city="wenzhou")
    assert asked.city == ("wenzhou",)
    assert "city" not in asked.toggled("topic", "other").query_string()
    assert ("city", "wenzhou") not in asked.chosen


@given(
    st.lists(st.tuples(st.sampled_from(FACETS), st.sampled_from(["a", "b", "一"])), max_size=6),
    st.text(max_size=8),
)
def test_an_address_read_again_is_the_same_address(choices, q):
    asked = SearchState(q=q)
    for facet, value in choices:
        asked = asked.toggled(facet, value)
    once = state(asked.query_string()).query_string()
    assert state(once).query_string() == once


def test_words_beyond_the_limit_are_in_no_link_and_are_told():
    asked = state("q=" + "养" * 299 + "老服务")
    assert asked.q == "养" * 299 + "老"
    (notice,) = asked.notices
    assert (notice.code, notice.part) == ("too-long", "服务")
