"""The number box: one clear answer opens on top."""

import pytest

from replies.search.find import search_page
from replies.search.number_box import NumberAsked, read_number
from replies.search.state import SearchState
from tests.makers import make_city, make_proposal, make_reply


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("317", "317"),
        ("第317号", "317"),
        ("317号", "317"),
        ("第３１７号建议", "317"),
        ("第 317 号", "317"),
        ("第0488号提案", "488"),
        ("y19号", "Y19"),
        ("18070123", "18070123"),
    ],
)
def test_a_plain_number_in_any_form(typed, number):
    assert read_number(typed) == NumberAsked(number)


@pytest.mark.parametrize(
    "typed",
    [
        "温民提〔2019〕70号",
        "温民提[2019]70号",
        "温民提【2019】70号",
        "温民提﹝２０１９﹞７０号",
        "温民提（2019）第70号",
    ],
)
def test_a_document_number_in_any_brackets(typed):
    assert read_number(typed) == NumberAsked("70", document="温民提", year="2019")


@pytest.mark.parametrize(
    "typed",
    [
        "市十三届人大四次会议第317号",
        "温州市第十三届人民代表大会第四次会议第317号建议",
        "人大十三届四次会议317号",
        "市人大13届4次会议第317号",
    ],
)
def test_a_session_and_a_number(typed):
    asked = read_number(typed)
    assert (asked.number, asked.term, asked.session, asked.kind) == ("317", 13, 4, "npc")


@pytest.mark.parametrize("typed", ["养老", "养老317", "", "第号", "2019..2022", "居家养老 第317号"])
def test_other_words_are_no_number(typed):
    assert read_number(typed) is None


@pytest.fixture
def replies(db):
    wenzhou, puyang = make_city("wenzhou"), make_city("puyang")
    asked = {"kind": "npc", "term": 13, "session": 4, "assembly": "市十三届人大四次会议"}
    member = {"kind": "cppcc", "term": 8, "session": 5, "assembly": "市政协八届五次会议"}
    return {
        "wenzhou": make_reply(
            title="关于建议的答复函",
            doc_number="温民提〔2019〕70号",
            proposals=[make_proposal(wenzhou, number="317", **asked)],
            city=wenzhou,
        ),
        "puyang": make_reply(
            title="关于提案的答复",
            letter="本件提到第317号，投资317万元。",
            proposals=[make_proposal(puyang, number="0170", **member)],
            city=puyang,
        ),
        "henan": make_reply(
            title="关于另一件提案的答复",
            proposals=[make_proposal(puyang, number="170", **asked)],
            city=puyang,
        ),
    }


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("317", "wenzhou"),
        ("第317号", "wenzhou"),
        ("温民提〔2019〕70号", "wenzhou"),
        ("温民提[2019]70号", "wenzhou"),
        ("市十三届人大四次会议第317号", "wenzhou"),
        ("温州市十三届人大四次会议第317号", "wenzhou"),
        ("市政协八届五次会议第170号", "puyang"),
        ("编号:317", "wenzhou"),
    ],
)
def test_a_number_leads_to_its_record(replies, typed, first):
    page = search_page(SearchState(q=typed))
    assert page.results[0].reply.pk == replies[first].pk
    assert page.direct_hit == replies[first] or typed.startswith("编号")


def test_a_number_that_several_bear_opens_none_but_lists_them_first(replies):
    page = search_page(SearchState(q="170"))
    assert page.direct_hit is None
    first = {result.reply.pk for result in page.results[:2]}
    assert first == {replies["puyang"].pk, replies["henan"].pk}


def test_a_number_of_another_place_is_no_direct_hit(replies):
    assert search_page(SearchState(q="杭州市十三届人大四次会议第317号")).direct_hit is None


def test_a_chosen_facet_holds_for_a_direct_hit_too(replies):
    assert search_page(SearchState(q="第317号", city=("puyang",))).direct_hit is None


def test_no_number_makes_the_database_stumble(db):
    for typed in ("编号:养老", "编号:(((", "9" * 200, "第" + "0" * 80 + "号"):
        search_page(SearchState(q=typed))
