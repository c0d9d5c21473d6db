"""Names as people type them, and what is suggested while they type."""

from datetime import date

import pytest

from replies.models import City, Reply, SearchName
from replies.search import index
from replies.search.find import find_replies, search_page
from replies.search.rebuild import rebuild
from replies.search.state import SearchState
from replies.search.suggest import suggest
from tests.makers import make_agency, make_city, make_proposal, make_reply

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["written one by one", "rebuilt"])
def replies(request):
    wenzhou, puyang = make_city("wenzhou"), make_city("puyang")
    City.objects.filter(pk=wenzhou.pk).update(aliases=["瓯", "东瓯"])
    first = make_reply(
        city=wenzhou,
        agency=make_agency("温州市民政局", wenzhou),
        proposals=[make_proposal(wenzhou, proposers=["单小龙"])],
    )
    second = make_reply(
        city=puyang,
        agency=make_agency("濮阳市民政局", puyang),
        proposals=[make_proposal(puyang, proposers=["卢志草"])],
        reply_date=date(2021, 7, 7),
    )
    if request.param == "rebuilt":
        rebuild(grace=0)
    return {"wenzhou": first, "puyang": second}


def found(q):
    return find_replies(SearchState(q=q)).ids


def test_a_rebuild_writes_only_the_names_that_changed():
    city = make_city("wenzhou")
    kept, gone = make_agency("温州市民政局", city), make_agency("温州市老龄办", city)
    make_reply(city=city, agency=kept)
    make_reply(city=city, agency=gone)
    before = dict(SearchName.objects.filter(kind="agency", value=str(kept.pk)).values_list("key", "pk"))
    SearchName.objects.filter(key="温州市民政局").delete()
    Reply.objects.filter(agency=gone).update(status="withdrawn", withdrawal_reason="重复")
    rebuild(grace=0)
    after = dict(SearchName.objects.filter(kind="agency").values_list("key", "pk"))
    assert after.keys() == before.keys()
    assert {key for key, pk in before.items() if after[key] != pk} == {"温州市民政局"}


@pytest.mark.parametrize("again", [False, True])
def test_an_agency_that_joined_in_is_found_and_counted_like_the_one_that_led(again):
    city = make_city("wenzhou")
    joined = make_agency("温州市医疗保障局", city)
    reply = make_reply(city=city, agency=make_agency("温州市民政局", city))
    make_reply(city=city, agency=joined)
    reply.co_agencies.add(joined)
    index.write_entry(reply)
    if again:
        rebuild(grace=0)
    assert len(find_replies(SearchState(agency=(str(joined.pk),))).ids) == 2
    assert reply.pk in found("wenzhoushi yiliaobaozhangju")
    assert len(found("单位:温州市医疗保障局")) == 2
    facet = next(f for f in search_page(SearchState()).facets if f.name == "agency")
    assert {choice.label: choice.count for choice in facet.choices} == {
        "温州市医疗保障局": 2,
        "温州市民政局": 1,
    }


@pytest.mark.parametrize(
    "typed",
    ["单小龙", "單小龍", "danxiaolong", "shanxiaolong", "Shàn Xiǎolóng", "shan4 xiao3 long2", "sxl", "SXL"],
)
def test_a_representative_is_found_in_characters_pinyin_and_initials(replies, typed):
    assert found(typed) == [replies["wenzhou"].pk]


@pytest.mark.parametrize(
    "typed",
    [
        "温州市民政局",
        "wenzhou minzhengju",
        "wenzhoushi minzhengju",
        "wenzhoushiminzhengju",
        "wzsmzj",
        "wzmzj",
    ],
)
def test_an_agency_is_found_with_and_without_the_mark_of_its_place(replies, typed):
    assert found(typed) == [replies["wenzhou"].pk]


@pytest.mark.parametrize("typed", ["wang na na", "wang2 na4 na4", "Wáng Nànà", "wang nana", "wnn"])
def test_a_name_in_which_a_syllable_stands_twice(typed):
    reply = make_reply(proposals=[make_proposal(proposers=["王娜娜"])])
    make_reply(proposals=[make_proposal(proposers=["王那"])])
    assert found(typed) == [reply.pk]


def test_a_long_name_of_an_agency_syllable_by_syllable():
    reply = make_reply(agency=make_agency("温州市卫生健康委员会"))
    make_reply()
    assert found("wen zhou shi wei sheng jian kang wei yuan hui") == [reply.pk]


def test_words_that_another_condition_parts_are_no_name(replies):
    assert not found("shan “民政” xiaolong")


def test_an_agency_without_its_place_is_every_agency_of_that_name(replies):
    assert set(found("minzhengju")) == {reply.pk for reply in replies.values()}


@pytest.mark.parametrize(
    "typed",
    ["东瓯", "wenzhou", "wenzhoushi", "wen zhou", "wen1 zhou1", "Wēn zhōu", "温州", "城市:瓯", "溫州"],
)
def test_a_place_is_found_by_its_other_names(replies, typed):
    assert found(typed) == [replies["wenzhou"].pk]


def test_what_a_name_stands_for_is_told(replies):
    assert [(n.code, n.part) for n in search_page(SearchState(q="东瓯")).notices] == [
        ("also-place", "温州市")
    ]
    assert [(n.code, n.part) for n in search_page(SearchState(q="sxl")).notices] == [("also-name", "单小龙")]


def test_what_names_stand_for_is_told_once(replies):
    """Read as one name and as two: 温州市民政局 is not named again, and stands first."""
    named = [n for n in search_page(SearchState(q="wenzhou minzhengju")).notices if n.code == "also-name"]
    assert len(named) == 1
    assert named[0].part.split("、")[0] == "温州市民政局"
    assert named[0].part.count("温州市民政局") == 1


@pytest.fixture
def health():
    wenzhou = make_city("wenzhou")
    named = make_reply(
        title="关于加装电梯的答复",
        letter="电梯已安装。",
        city=wenzhou,
        agency=make_agency("温州市卫生健康委员会", wenzhou),
    )
    make_reply(title="关于加装电梯的又一答复", letter="电梯未安装。", city=wenzhou)
    return named


@pytest.mark.parametrize(
    "typed", ["温州卫健委", "温州市卫健委", "卫健委", "溫州 衛健委", "wenzhou weijianwei", "wzwjw"]
)
def test_an_agency_is_found_by_its_usual_short_name(health, typed):
    assert found(typed) == [health.pk]
    assert ("also-name", "温州市卫生健康委员会") in [
        (n.code, n.part) for n in search_page(SearchState(q=typed)).notices
    ]


def test_a_short_name_is_a_condition_too(health):
    assert found("单位:卫健委") == found("单位:温州市衛健委") == found("电梯 卫健委") == [health.pk]


def test_a_short_name_in_quotation_marks_is_only_itself(health):
    assert found("“温州市卫健委”") == []


@pytest.mark.parametrize("typed", ["民政局", "市民政局", "温州市民政局", "minzhengju", "单小龙"])
def test_whose_name_is_asked_for_comes_before_those_who_are_written_to(replies, typed):
    wenzhou = make_city("wenzhou")
    make_reply(
        title="关于民政局、市民政局、温州民政局和单小龙的意见",
        letter="温州市民政局：民政局、温州民政局来函收悉。单小龙、民政局、市民政局。" * 5,
        city=wenzhou,
        agency=make_agency("温州市住房和城乡建设局", wenzhou),
        reply_date=date(2024, 1, 1),
    )
    assert found(typed)[0] in {reply.pk for reply in replies.values()}


def test_one_character_and_quoted_words_are_only_themselves(replies):
    assert found("瓯") == []
    assert found('"sxl"') == []
    assert found('"东瓯"') == []


def suggested(typed):
    return [(s.kind, s.label) for s in suggest(typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("温", ("city", "温州市")),
        ("wenz", ("city", "温州市")),
        ("wz", ("city", "温州市")),
        ("东瓯", ("city", "温州市")),
        ("智慧", ("topic", "智慧养老")),
        ("zhyl", ("topic", "智慧养老")),
        ("温州市民", ("agency", "温州市民政局")),
        ("民政", ("agency", "濮阳市民政局")),
        ("luzhi", ("representative", "卢志草")),
        ("lzc", ("representative", "卢志草")),
        ("盧", ("representative", "卢志草")),
    ],
)
def test_what_is_suggested(replies, typed, expected):
    assert expected in suggested(typed)


@pytest.mark.parametrize(
    "typed", ["", "  ", "＊＊", "龘龘", "'; --", "\uffff", "\U0010ffff", "温州%", "温州_局", "%"]
)
def test_nothing_is_suggested_for_nothing(replies, typed):
    assert suggested(typed) == []


def test_people_of_one_name_are_suggested_with_their_places(replies):
    make_reply(proposals=[make_proposal(make_city("hangzhou"), proposers=["单小龙"])])
    named = [label for kind, label in suggested("单小") if kind == "representative"]
    assert sorted(named) == ["单小龙（杭州市）", "单小龙（温州市）"]
    assert ("representative", "卢志草") in suggested("卢志")


def test_behind_a_bar_the_field_is_still_completed_by_what_it_may_be(replies):
    assert suggested("城市:濮阳|温") == [("box", "城市:濮阳|温州市")]
    assert ("box", "濮阳|温州市民政局") in suggested("濮阳|温")


def test_a_name_goes_with_its_last_reply(replies):
    reply = replies["puyang"]
    index.remove_entry(reply)
    type(reply).objects.filter(pk=reply.pk).update(status="withdrawn", withdrawal_reason="重复")
    assert suggested("卢志草") == []
    assert ("agency", "濮阳市民政局") not in suggested("民政")
    assert suggested("濮阳") == []


def test_a_suggestion_leads_to_its_replies(replies):
    (place,) = [s for s in suggest("温州") if s.kind == "city"]
    assert find_replies(place.state()).ids == [replies["wenzhou"].pk]
    assert place.count == 1


def test_frequent_phrases_are_suggested():
    for words in (
        "推进公建民营。",
        "实行公建民营改革。",
        "公建民营好。",
        "坚持公建民营。",
        "公建民营机构。",
        "扩大公建民营。",
    ):
        make_reply(letter=words)
    rebuild(grace=0)
    assert ("phrase", "公建民营") in suggested("公建")
    assert ("phrase", "公建民营") in suggested("gjmy")
    assert suggested("建民") == []
