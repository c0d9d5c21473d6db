"""Nothing found is a help."""

import pytest

from replies.search.find import search_page
from replies.search.rebuild import rebuild
from replies.search.state import SearchState
from tests.makers import make_city, make_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    for number in range(6):
        make_reply(
            letter=f"第{number}件：拓宽麻庄村的道路，推进公建民营改革，养老补贴。", city=make_city("wenzhou")
        )
    make_reply(letter="加装电梯，方便老人。", city=make_city("puyang"))
    rebuild(grace=0)


def ways(**asked):
    page = search_page(SearchState(**asked))
    assert page.total == 0
    return {(way.code, way.part, way.value): way.count for way in page.help.ways_out}


def test_there_is_no_help_where_something_is_found(archive):
    assert search_page(SearchState(q="养老")).help is None


def test_it_says_which_word_fails_alone(archive):
    page = search_page(SearchState(q="养老 独角兽"))
    assert [(word.text, word.count) for word in page.help.words] == [("养老", 7), ("独角兽", 0)]


def test_of_words_typed_as_one_run_it_says_which_fails_alone(archive):
    page = search_page(SearchState(q="航天养老"))
    assert [(word.text, word.count) for word in page.help.words] == [("航天", 0), ("养老", 7)]


@pytest.mark.parametrize(
    ("typed", "left", "count"),
    [("航天养老", "养老", 7), ("养老 独角兽 道路", "养老 道路", 6), ("“独角兽” 电梯", "电梯", 1)],
)
def test_it_offers_the_words_without_those_that_stand_nowhere(archive, typed, left, count):
    assert ways(q=typed)["left", left, ""] == count


def test_words_that_all_stand_somewhere_leave_no_word_to_drop(archive):
    assert not [way for way in ways(q="道路 电梯") if way[0] == "left"]


def test_it_offers_the_parts_of_a_word(archive):
    assert ways(q="拓宽道路")["split", "拓宽 道路", ""] == 6


@pytest.mark.parametrize("q", ["养劳", "扬老"])
def test_it_offers_what_sounds_the_same(archive, q):
    assert ways(q=q)["spelling", "养老", ""] == 7


def test_it_offers_what_differs_in_one_character(archive):
    assert ways(q='"推进公建民营改良"')["spelling", "推进公建民营改革", ""] == 6


def test_it_drops_one_condition_at_a_time(archive):
    found = ways(q="电梯", city=("wenzhou",), year_from=2018, year_to=2020)
    assert found == {("without", "q", ""): 6, ("without", "city", "wenzhou"): 1}


def test_every_way_out_leads_to_what_it_promises(archive):
    page = search_page(SearchState(q="养劳", city=("wenzhou",)))
    assert page.help.ways_out
    for way in page.help.ways_out:
        assert search_page(way.state).total == way.count > 0
