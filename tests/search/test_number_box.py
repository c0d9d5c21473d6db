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
        ("第317号人大代表建议", "317"),
        ("建议第317号", "317"),
        ("No.317", "317"),
        ("#317", "317"),
        ("317号。", "317"),
        ("（317）", "317"),
        ("〔317〕", "317"),
        ("第三百一十七号", "317"),
        ("第〇三一七号", "317"),
        ("第三〇七号", "307"),
        ("第163-069号", "163-069"),
        ("（第317号）", "317"),
        ("【第317号】", "317"),
        ("Y-19", "Y19"),
    ],
)
def test_a_plain_number_in_any_form(typed, number):
    asked = read_number(typed)
    assert (asked.number, asked.place, asked.year) == (number, "", "")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("人大代表建议第52号", "npc"),
        ("第52号人大代表建议", "npc"),
        ("政协提案第52号", "cppcc"),
        ("第52号政协提案", "cppcc"),
        ("第52号提案", ""),
    ],
)
def test_a_number_with_its_kind_on_either_side(typed, kind):
    assert read_number(typed) == NumberAsked("52", kind=kind)


@pytest.mark.parametrize(
    "typed",
    [
        "温民提〔2019〕70号",
        "温民提[2019]70号",
        "温民提【2019】70号",
        "温民提﹝２０１９﹞７０号",
        "温民提（2019）第70号",
        "温民提《2019》70号",
        "温民提「2019」70号",
        "温民提『２０１９』第70号",
        "温民提〈２０１９〉７０号",
        "温民提｛2019｝70号",
        "（温民提2019年70号）",
        "温民提〔2019〕70号文",
        "温民提 2019 70号",
        "温民提2019-70",
        "温民提〔2019〕070",
        "文号温民提〔2019〕70号",
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
        "对市十三届人大四次会议第317号建议的答复",
        "关于在市十三届人大四次会议上提出的第317号代表建议办理情况的复函",
    ],
)
def test_a_session_and_a_number(typed):
    asked = read_number(typed)
    assert (asked.number, asked.term, asked.session, asked.kind) == ("317", 13, 4, "npc")


@pytest.mark.parametrize(
    ("typed", "place", "kind"),
    [
        ("十三届四次317号", "", ""),
        ("13届4次第317号", "", ""),
        ("温州十三届四次会议第317号", "温州", ""),
        ("中国人民政治协商会议砚山县十三届委员会第四次会议第317号", "砚山县", "cppcc"),
        ("政协砚山县第十三届委员会第四次会议317号提案", "砚山县", "cppcc"),
        ("上海市十三届人大四次会议第317号", "上海市", "npc"),
    ],
)
def test_a_session_with_its_place_in_any_order(typed, place, kind):
    assert read_number(typed) == NumberAsked("317", place=place, kind=kind, term=13, session=4)


@pytest.mark.parametrize(
    "typed", ["温州 317号", "温州市第317号建议", "第317号 温州", "317 温州", "温州　317"]
)
def test_a_number_with_its_place(typed):
    assert read_number(typed).place.removesuffix("市") == "温州"


def test_a_number_that_is_no_numeral_in_a_document():
    asked = NumberAsked("来信", document="温民提", year="2019")
    assert read_number("温民提〔2019〕来信号") == asked


@pytest.mark.parametrize(
    "typed",
    [
        "养老",
        "养老317",
        "",
        "第号",
        "2019..2022",
        "3-5",
        "0393-6996169",
        "50%",
        "第3号第4号",
        "3 17",
        "第3 17号",
        "2022年",
        "养老2022",
        "温州 2022",
    ],
)
def test_other_words_are_no_number(typed):
    assert read_number(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "十十届人大一次会议第5号",
        "1三届人大一次会议第5号",
        "三十十届人大1次会议5",
        "零零零届人大十十次会议第1号",
    ],
)
def test_odd_numerals_make_nothing_stumble(db, typed):
    assert search_page(SearchState(q=typed)).direct_hit is None


@pytest.fixture
def replies(db):
    wenzhou, puyang = make_city("wenzhou"), make_city("puyang")
    asked = {"kind": "npc", "term": 13, "session": 4, "assembly": "市十三届人大四次会议"}
    member = {"kind": "cppcc", "term": 8, "session": 5, "assembly": "市政协八届五次会议"}
    return {
        "wenzhou": make_reply(
            title="关于对市十三届人大四次会议第317号建议的答复函（养老）",
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
        "parted": make_reply(
            title="关于分段编号的答复",
            proposals=[make_proposal(puyang, number="163-069", **member)],
            city=puyang,
        ),
        "letter": make_reply(
            title="关于来信的答复",
            doc_number="温民提〔2020〕来信号",
            proposals=[make_proposal(wenzhou, number="来信", **member)],
            city=wenzhou,
        ),
    }


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("317", "wenzhou"),
        ("第317号", "wenzhou"),
        ("0317", "wenzhou"),
        ("温民提〔2019〕70号", "wenzhou"),
        ("温民提[2019]70号", "wenzhou"),
        ("温民提2019-70", "wenzhou"),
        ("〔2019〕70号", "wenzhou"),
        ("市十三届人大四次会议第317号", "wenzhou"),
        ("温州市十三届人大四次会议第317号", "wenzhou"),
        ("温州 317号", "wenzhou"),
        ("317 温州", "wenzhou"),
        ("第317号 温州市 城市:温州 -电梯", "wenzhou"),
        ("市政协八届五次会议第170号", "puyang"),
        ("编号:317", "wenzhou"),
        ("编号: 温民提〔2019〕70号", "wenzhou"),
        ("编号:市政协八届五次会议第170号", "puyang"),
        ("编号:来信", "letter"),
        ("编号:163-069", "parted"),
        ("市政协八届五次会议第163-069号提案", "parted"),
        ("濮阳第163－069号", "parted"),
        ("温民提〔2020〕来信号", "letter"),
        ("关于对市十三届人大四次会议第317号建议的答复函（养老）", "wenzhou"),
        ("关于另一件提案的答复", "henan"),
    ],
)
def test_a_number_or_a_whole_title_leads_to_its_record(replies, typed, first):
    page = search_page(SearchState(q=typed))
    assert page.results[0].reply.pk == replies[first].pk
    assert page.direct_hit == replies[first]


def test_a_condition_beside_a_number_still_holds(replies):
    assert search_page(SearchState(q="编号:317 火星人")).total == 0
    assert search_page(SearchState(q="第317号 年份:1999")).total == 0


def test_a_quoted_number_is_only_itself(replies):
    assert [r.reply.pk for r in search_page(SearchState(q="“第0317号”")).results] == []


def test_a_title_that_several_bear_opens_none(replies):
    make_reply(title="关于另一件提案的答复")
    assert search_page(SearchState(q="关于另一件提案的答复")).direct_hit is None


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
