"""Names in place of the values that addresses take."""

import pytest
from django.utils.translation import override

from replies.models import City, Reply
from replies.search.find import find_replies
from replies.search.meant import meant
from replies.search.places import Places
from replies.search.state import SearchState
from tests.makers import make_agency, make_city, make_place, make_proposal, make_reply, make_representative

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    """Two districts of one name, an old name, and a district that bears another's old name."""
    make_city("puyang-county")
    wenzhou, puyang = make_city("wenzhou"), make_city("puyang")
    make_place("330391", "鼓楼区", "gulou-wenzhou", wenzhou)
    make_place("410991", "鼓楼区", "gulou-puyang", puyang)
    make_place("330392", "柳市区", "liushi", wenzhou, aliases=["乐成"])
    make_place("330393", "乐成区", "yuecheng", wenzhou)
    return Places()


def slugs(places, name):
    return [place.slug for place in places.meant(name)]


@pytest.mark.parametrize(
    "name", ["wenzhou", "温州", "温州市", "溫州", "Wenzhou", "wēnzhōu", "浙江省温州市", "浙江温州"]
)
def test_a_place_is_meant_by_its_slug_and_by_every_name(places, name):
    assert slugs(places, name) == ["wenzhou"]


def test_a_shared_name_is_the_higher_places(places):
    assert slugs(places, "濮阳") == ["puyang"]
    assert slugs(places, "濮阳县") == ["puyang-county"]


def test_equals_that_share_a_name_are_all_meant(places):
    assert slugs(places, "鼓楼区") == ["gulou-wenzhou", "gulou-puyang"]


@pytest.mark.parametrize("name", ["河南省濮阳市鼓楼区", "濮阳鼓楼", "河南鼓楼区"])
def test_what_holds_a_place_tells_it_from_its_equals(places, name):
    assert slugs(places, name) == ["gulou-puyang"]


def test_a_name_of_today_goes_before_an_old_one(places):
    assert slugs(places, "乐成") == ["yuecheng"]


@pytest.mark.parametrize("name", ["", "亚特兰蒂斯", "河南温州", "温州" * 5000])
def test_a_name_that_nobody_bears_means_nothing(places, name):
    assert slugs(places, name) == []


@pytest.mark.parametrize(
    ("facet", "name", "value"),
    [
        ("kind", "人大代表建议", "npc"),
        ("kind", "人大建议", "npc"),
        ("kind", "提案", "cppcc"),
        ("phase", "将做", "planned"),
        ("year", "２０２１年", "2021"),
    ],
)
def test_fixed_values_are_meant_by_their_labels(places, facet, name, value):
    assert [offered for offered, _label in meant(facet, name, places)] == [value]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_an_outcome_is_meant_by_its_label_in_either_language(places, language):
    with override(language):
        label = str(Reply.Outcome.RESOLVED.label)
    assert [value for value, _label in meant("outcome", label, places)] == ["resolved"]


def test_a_search_by_names_is_the_search_by_values():
    wenzhou = make_city("wenzhou")
    agency = make_agency("温州市民政局", wenzhou)
    asked_by = make_proposal(wenzhou, ["肖石龙"], kind="npc")
    make_reply(city=wenzhou, agency=agency, proposals=[asked_by], topics=["smart-elderly-care"])
    puyang = make_city("puyang")
    make_reply(city=puyang, agency=make_agency("濮阳市民政局", puyang), proposals=[], topics=["other"])
    named = SearchState(
        city=("温州",),
        topic=("智慧养老",),
        kind=("人大建议",),
        agency=("温州市民政局",),
        representative=("肖石龙",),
        year=("2019年",),
    )
    found = find_replies(named)
    assert found.total == 1
    assert found.choices.notices == []
    assert found.state == SearchState(
        city=("wenzhou",),
        topic=("smart-elderly-care",),
        kind=("npc",),
        agency=(str(agency.pk),),
        representative=(str(make_representative("肖石龙", wenzhou).pk),),
        year=("2019",),
    )


def test_a_name_beside_its_own_value_is_chosen_once():
    make_reply(city=make_city("wenzhou"))
    assert find_replies(SearchState(city=("温州", "wenzhou"))).state.city == ("wenzhou",)


def test_a_shared_name_is_each_of_those_it_may_be_and_they_are_told(places):
    for slug in ("gulou-puyang", "gulou-wenzhou"):
        make_reply(city=City.objects.get(slug=slug))
    make_reply(city=make_city("hangzhou"))
    found = find_replies(SearchState(city=("鼓楼区",)))
    assert found.total == 2
    (notice,) = found.choices.notices
    assert (notice.code, notice.part) == ("shared-city", "鼓楼区")
    assert notice.offers == (
        ("gulou-wenzhou", "浙江省温州市鼓楼区"),
        ("gulou-puyang", "河南省濮阳市鼓楼区"),
    )
