"""Addresses of a facet's choices are those of the searches they lead to."""

import pytest
from django.http import QueryDict

from replies.search.filters import FACETS
from replies.search.measure_register import RegisterState
from replies.search.state import SearchState
from replies.views.addresses import VALUE, Addresses

AT = Addresses("/replies/")
ASKED = [
    "",
    "q=养老&page=3",
    "q=city%3DVALUE%26a%3Db",
    "city=wenzhou",
    "city=wenzhou&city=hangzhou&year=2019&sort=oldest&q=床位",
    "year_from=2015&year_to=2018",
    "agency=7&kind=npc&outcome=resolved&phase=done&topic=none",
    f"city={VALUE}&topic={VALUE}",
]
VALUES = ["wenzhou", "2019", "养老 & 服务", "a=b", VALUE]


@pytest.mark.parametrize("state", [SearchState, RegisterState])
@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("facet", FACETS)
def test_a_choice_leads_to_the_search_with_its_value_toggled(state, asked, facet):
    asking = state.from_query(QueryDict(asked))
    address = AT.of_choices(facet, asking)
    assert [address(value) for value in VALUES] == [AT.of(asking.toggled(facet, value)) for value in VALUES]


def test_a_choice_of_the_register_alone_is_toggled_too():
    asking = RegisterState.from_query(QueryDict("q=养老&deadline=2020&has_figure=1"))
    for facet, value in (("deadline", "2020"), ("deadline", "2021"), ("has_figure", "1")):
        assert AT.of_choices(facet, asking)(value) == AT.of(asking.toggled(facet, value))


def test_several_values_are_ticked_on_a_page_that_keeps_the_rest_of_the_search():
    asking = SearchState.from_query(QueryDict("q=养老&year=2019&page=2"))
    assert AT.of_choosing(asking)("city") == "/replies/?choose=city&q=%E5%85%BB%E8%80%81&year=2019"
    assert AT.of_choosing(SearchState())("city") == "/replies/?choose=city"
