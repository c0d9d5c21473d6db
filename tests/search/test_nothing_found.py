"""Nothing found is a help."""

from datetime import date

import pytest

from replies.models import TopicTerm
from replies.search.find import find_replies, search_page
from replies.search.rebuild import rebuild
from replies.search.state import SearchState
from tests.makers import make_city, make_proposal, make_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    for number in range(6):
        make_reply(
            letter=f"第{number}件：拓宽麻庄村的道路，推进公建民营改革，养老补贴。",
            city=make_city("wenzhou"),
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


def test_each_word_leads_to_the_search_for_it_alone(archive):
    for word in search_page(SearchState(q="养老 独角兽 “推进公建民营”")).help.words:
        assert find_replies(word.state).total == word.count


@pytest.mark.parametrize(
    ("typed", "left", "count"),
    [
        ("航天养老", "养老", 7),
        ("独角兽养老航天道路", "养老 道路", 6),
        ("养老 独角兽 道路 火星人", "养老 道路", 6),
        ("养老补贴电梯", "养老 补贴", 6),
        ("养老 电梯 补贴 城市:温州", "养老 补贴 城市:温州", 6),
    ],
)
def test_it_offers_as_many_of_the_words_as_stand_together(archive, typed, left, count):
    found = ways(q=typed)
    assert found.get(("left", left, "")) == count or found.get(("without", "typed", "电梯")) == count


def test_what_is_left_of_a_run_is_read_as_it_was_within_it(archive):
    """2019-2020 alone would be years."""
    make_reply(letter="2019—2020学年。", reply_date=date(2030, 1, 1))
    assert ways(q="2019—2020火星人")["left", '"2019-2020"', ""] == 1


@pytest.mark.parametrize(
    ("typed", "part", "count"),
    [
        ("养老 独角兽", "独角兽", 7),
        ("“独角兽” 电梯", "“独角兽”", 1),
        ("养老 年份:1999", "年份:1999", 7),
        ("养老 城市:杭州", "城市:杭州", 7),
        ("养老 城市:亚特兰蒂斯", "城市:亚特兰蒂斯", 7),
        ("养老 -养老", "-养老", 7),
        ("道路 电梯", "道路", 1),
    ],
)
def test_it_drops_each_condition_of_the_box(archive, typed, part, count):
    assert ways(q=typed)["without", "typed", part] == count


def test_to_leave_out_all_that_was_typed_is_offered_last(archive):
    typed = search_page(SearchState(q="独角兽养老 火星人")).help.ways_out
    assert [(way.code, way.part) for way in typed] == [("left", "养老"), ("without", "q")]


def test_one_condition_is_dropped_as_a_whole(archive):
    assert ways(q="独角兽") == {("without", "q", ""): 7}


def test_it_offers_the_parts_of_a_word(archive):
    assert ways(q="拓宽道路")["split", "拓宽 道路", ""] == 6


@pytest.mark.parametrize("q", ["养劳", "扬老"])
def test_it_offers_what_sounds_the_same(archive, q):
    assert ways(q=q)["spelling", "养老", ""] == 7


def test_it_offers_what_differs_in_one_character(archive):
    assert ways(q='"公建民营改良"')["spelling", '"公建民营改革"', ""] == 6


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [
        ("温洲", "温州", 7),
        ("温洲 养老", "温州 养老", 7),
        ("濮洋", "濮阳", 1),
        ("城市:温洲 养老", "城市:温州 养老", 6),
        ("城市：温洲|濮洋", "城市：温州|濮洋", 6),
        ("wenzhuo", "温州", 7),
        ("代表:肖世龙", "代表:肖石龙", 7),
        ("xioashilong", "肖石龙", 7),
        ("yanglaobutie", "养老补贴", 6),
        ("yanglao", "养老", 7),
        ("电梯 yanglao", "电梯 养老", 1),
        ("yang lao", "养老", 7),
        ("養劳", "养老", 7),
        ("补帖。养老", "补贴。养老", 6),
        ("公建民营改哥", "公建民营改革", 6),
    ],
)
def test_it_offers_places_people_and_phrases_that_sound_the_same(archive, typed, meant, count):
    assert ways(q=typed)["spelling", meant, ""] == count


def test_it_offers_the_words_of_a_quoted_phrase_that_stands_nowhere(archive):
    assert ways(q="“道路拓宽”")["split", "道路 拓宽", ""] == 6


def test_no_word_is_offered_for_itself_or_for_what_is_far_from_it(archive):
    assert not [way for way in ways(q="独角兽 qqqq wxyzabcd") if way[0] == "spelling"]


def test_a_number_is_no_spelling_of_another(archive):
    reply = make_reply(letter="拨打12349，入住3号楼。")
    TopicTerm.objects.create(topic=reply.topics.get(), term="12349")
    assert not [way for way in ways(q="54321") if way[0] == "spelling"]


def test_it_drops_one_condition_at_a_time(archive):
    found = ways(q="电梯", city=("wenzhou",), year_from=2018, year_to=2020)
    assert found == {
        ("without", "q", ""): 6,
        ("without", "city", "wenzhou"): 1,
        ("without", "facets", ""): 1,
    }


def test_where_each_of_several_choices_fails_all_are_dropped_at_once(archive):
    assert ways(year_from=1990, topic=("other",), kind=("cppcc",)) == {("without", "facets", ""): 7}
    make_reply(letter="火星人。", reply_date=date(2030, 1, 1), topics=())
    assert ways(q="火星人", year_to=2020, city=("puyang",))["without", "facets", ""] == 1


def test_where_words_and_choices_fail_all_the_same_the_whole_archive_is_left(archive):
    assert ways(q="火星人", year_from=1990, year_to=1991) == {("without", "all", ""): 7}


def test_of_several_conditions_on_fields_the_words_alone_are_kept(archive):
    assert ways(q="电梯 年份:1999 城市:杭州")["left", "电梯", ""] == 1


@pytest.mark.parametrize(
    "typed", ["补贴第3号独角兽", "「改革“公建民营”」 317", "独角兽 2019", "独角兽 wenzhou"]
)
@pytest.mark.parametrize("again", [False, True])
def test_each_word_leads_to_as_many_replies_as_are_told(archive, typed, again):
    make_reply(letter="第3号。", proposals=[make_proposal(number="317"), make_proposal(number="3")])
    if again:
        rebuild(grace=0)
    words = search_page(SearchState(q=typed)).help.words
    assert [find_replies(word.state).total for word in words] == [word.count for word in words]


def test_every_way_out_leads_to_what_it_promises(archive):
    page = search_page(SearchState(q="养劳", city=("wenzhou",)))
    assert page.help.ways_out
    for way in page.help.ways_out:
        assert search_page(way.state).total == way.count > 0
