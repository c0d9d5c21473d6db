"""Letters that name no place: signs of several kinds that agree settle it, and nothing less does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replies.text.parse import parse_reply
from replies.text.parsed import ParsedReply, Problem

PHONE = "联系电话："


def letter(word: str, *said: str, number: str = "", phone: str = "", office: str = "") -> str:
    """A letter of 市民政局 to 市政协, or of 县 or 区, that says these things and has this number and telephone."""
    return (
        f"{number}\n关于{word}政协十五届三次会议第33号提案的答复\n李海燕委员：\n您提出的《关于修建步道的提案》收悉，现答复如下：\n"
        f"我局已建成步道12公里。{''.join(said)}\n{office or word + '民政局'}\n2022年6月8日\n{PHONE + phone if phone else ''}\n"
    )


def asked(parsed: ParsedReply) -> list[Problem]:
    return [problem for problem in parsed.problems if problem.field == "place"]


TWO_DISTRICTS = "海曙区、鄞州区的步道已经连通。"
SETTLED = {
    "a nickname, two districts, an area code": (
        letter("市", "甬城的步道环城而建。", TWO_DISTRICTS, phone="0574-87186666"), "宁波市", "330200"),
    "two districts and an area code": (letter("市", TWO_DISTRICTS, phone="0574-87186666"), "宁波市", "330200"),
    "a number and an area code": (
        letter("市", number="甬民〔2022〕5号", phone="0574-87186666"), "宁波市", "330200"),
    "a number and one district": (
        letter("市", "鹿城区的步道已经连通。", number="温民〔2022〕5号"), "温州市", "330300"),
    "one district and an area code, where no city of a county's rank shares it": (
        letter("市", "荔城区的步道已经连通。", phone="0594-2299333"), "莆田市", "350300"),
    "an old name and a district": (
        letter("市", "步道沿襄樊古城墙而建。", "樊城区的一段已经连通。", "襄城区的一段正在修建。"), "襄阳市", "420600"),
    "an old county, a district since": (
        letter("市", "原绍兴县的步道与越城区连通。", phone="0575-85186666"), "绍兴市", "330600"),
    "districts that share their names, settled by the area code": (
        letter("市", "鼓楼区、玄武区的步道已经连通。", phone="025-83186666"), "南京市", "320100"),
    "a county's rank of city among the city's districts": (
        letter("市", TWO_DISTRICTS, "余姚市的一段正在修建。", phone="0574-87186666"), "宁波市", "330200"),
    "a city's district answers the city's conference": (
        letter("市", TWO_DISTRICTS, phone="0574-87186666", office="区民政局"), "宁波市", "330200"),
    "a municipality": (letter("市", "徐汇区的步道已经连通。", phone="021-63186666"), "上海市", "310000"),
    "a district that has a city's name in its own": (
        letter("市", "朝阳区、海淀区的步道已经连通。", phone="010-65186666"),
        "北京市",
        "110000",
    ),
    "a province with cities of its own": (
        letter("省", "杭州市、温州市、丽水市的步道已经连通。", phone="0571-87186666"), "浙江省", "330000"),
    "a county's number and an area code": (
        letter("县", number="桐民〔2022〕5号", phone="0851-26626666"), "桐梓县", "520322"),
    "a county's number and its name": (
        letter("县", "桐梓县的步道已经连通。", number="桐民〔2022〕5号"), "桐梓县", "520322"),
    "a city of a county's rank by its number and area code": (
        letter("市", number="临民〔2022〕5号", phone="0730-3736666"), "临湘市", "430682"),
    "an example from elsewhere does not count": (
        letter("市", TWO_DISTRICTS, "我局借鉴南京市鼓楼区的经验。", phone="0574-87186666"), "宁波市", "330200"),
}  # fmt: skip

OPEN = {
    "an area code alone": letter("市", phone="0594-2299333"),
    "a number alone": letter("市", number="榕民〔2022〕5号"),
    "districts alone": letter("市", TWO_DISTRICTS),
    "the same kind twice": letter("市", TWO_DISTRICTS, "江北区的一段正在修建。"),
    "a district of another city": letter(
        "市", TWO_DISTRICTS, "拱墅区的一段正在修建。", phone="0574-87186666"
    ),
    "an area code of another city": letter("市", TWO_DISTRICTS, phone="0571-87186666"),
    "a second telephone elsewhere": letter("市", TWO_DISTRICTS, phone="0574-87186666，0571-87186666"),
    "a number of another city": letter("市", TWO_DISTRICTS, number="温民〔2022〕5号", phone="0574-87186666"),
    "a number of a city within": letter("市", TWO_DISTRICTS, number="余民〔2022〕5号", phone="0574-87186666"),
    "the nickname of another city": letter("市", TWO_DISTRICTS, "羊城来的客人很多。", phone="0574-87186666"),
    "another city's short name": letter("市", TWO_DISTRICTS, "客人多从杭州来。", phone="0574-87186666"),
    "a city of a county's rank with its prefecture's area code": letter(
        "市", "余姚市的步道已经连通。", phone="0574-87186666"
    ),
    "two such cities, one of which may be writing": letter(
        "市", "余姚市、慈溪市的步道已经连通。", phone="0574-87186666"
    ),
    "one district, which a city of a county's rank may have for a neighbour": letter(
        "市", "鄞州区的步道已经连通。", phone="0574-87186666"
    ),
    "the prefecture's nickname, which a city within may use": letter(
        "市", "甬城的步道环城而建。", phone="0574-87186666"
    ),
    "districts to learn from, near enough to share the area code": letter(
        "市",
        "我局组织学习海曙区、鄞州区、江北区、镇海区、北仑区的经验。",
        "我局将对标海曙区、鄞州区的标准。",
        phone="0574-87186666",
    ),
    "a district's office and one district": letter("区", "海曙区的步道已经连通。", phone="0574-87186666"),
    "a district's office and several": letter("区", TWO_DISTRICTS, phone="0574-87186666"),
    "a county's number that a neighbour may have": letter(
        "区", number="北民〔2022〕5号", phone="0574-87186666"
    ),
    "a number shared by a city and one within it": letter(
        "市", number="泰民〔2022〕5号", phone="0523-86886666"
    ),
    "a number that a branch in a city within would have": letter(
        "市", number="甬余民〔2022〕5号", phone="0574-87186666"
    ),
    "a number that begins with the office's own name": letter(
        "市", number="商务函〔2022〕5号", phone="0370-3286666", office="市商务局"
    ),
    "a province that names cities of two": letter(
        "省", "杭州市、温州市、苏州市的步道已经连通。", phone="0571-87186666"
    ),
    "a number of an office that is not named": letter(
        "市", number="甬民〔2022〕5号", phone="0574-87186666"
    ).replace("\n市民政局", ""),
    "words that run together into a county's name": letter(
        "市", "我局已完成县城步道的铺设。", phone="0939-8216666"
    ),
    "cities that are districts now, and may be writing then": letter(
        "市", "即墨市、胶南市的步道已经连通。", phone="0532-85916666"
    ),
    "the same letter in two cities that share an area code": letter(
        "区", number="新民〔2022〕5号", phone="024-52416666"
    ),
    "a district's office in what is called a region": letter(
        "区", "呼玛县、塔河县的步道已经连通。", phone="0457-2126666"
    ),
    "districts only in the copies": letter("市", phone="0574-87186666")
    + "抄送：海曙区民政局，鄞州区民政局。\n",
    "an everyday word that is a district's name": letter(
        "市", "老城区、东区的步道已经连通。", phone="0379-63186666"
    ),
}


@pytest.mark.parametrize("shows", SETTLED)
def test_signs_of_two_kinds_that_agree_settle_the_place(shows: str) -> None:
    text, place, code = SETTLED[shows]
    parsed = parse_reply(text)
    assert (parsed.value("place"), parsed.value("place_code")) == (place, code)
    assert asked(parsed) == []


@pytest.mark.parametrize("shows", OPEN)
def test_the_place_stays_open_where_signs_are_few_or_disagree(shows: str) -> None:
    parsed = parse_reply(OPEN[shows])
    assert parsed.value("place") is None
    assert [problem.code for problem in asked(parsed)] == ["no-place"]


def test_a_place_by_signs_says_which_they_are_and_shows_one() -> None:
    text = letter("市", TWO_DISTRICTS, number="甬民〔2022〕5号", phone="0574-87186666")
    found = parse_reply(text).findings["place"]
    assert found.how == "doc number+districts+area code"
    assert found.span is not None
    assert found.span.of(text) == "甬"


def test_a_place_that_the_letter_states_is_not_weighed_against_signs() -> None:
    text = letter("市", TWO_DISTRICTS, phone="0574-87186666", office="温州市民政局")
    assert parse_reply(text).findings["place"].how == "agency"
    assert parse_reply(text).value("place") == "温州市"


def test_a_city_that_the_letter_names_twice_is_not_its_own_where_a_sign_points_elsewhere() -> None:
    twice = "徐州市的客人很多。徐州市的步道更长。"
    assert parse_reply(letter("市", twice)).value("place") == "徐州市"
    assert parse_reply(letter("市", twice, phone="0516-83186666")).value("place") == "徐州市"
    assert parse_reply(letter("市", twice, phone="0730-3736666")).value("place") is None


def test_a_nickname_hints_where_it_does_not_settle() -> None:
    (problem,) = asked(parse_reply(letter("市", "甬城的步道环城而建。")))
    assert [(c.value, [hint.value for hint in c.evidence]) for c in problem.candidates] == [
        ("宁波市", ["甬城"])
    ]


def test_the_office_that_a_page_names_stands_against_signs_of_another_place() -> None:
    text = letter("市", TWO_DISTRICTS, phone="0574-87186666")
    assert parse_reply(text, {"agency": "浙江省民政厅"}).value("place") == "宁波市"
    assert parse_reply(text, {"agency": "福建省民政厅"}).value("place") is None


ELSEWHERE = (
    "拱墅区的一段正在修建。", "徐州市的客人很多。", "襄樊的客人很多。", "羊城的客人很多。", "服务热线010-65186666。",
    "服务热线0755-25186666。", "翁牛特旗的客人很多。", "西藏的客人很多。",
)  # fmt: skip


@given(st.sampled_from(sorted(SETTLED)), st.lists(st.sampled_from(ELSEWHERE), min_size=1, max_size=4))
def test_a_sign_that_points_elsewhere_never_settles_another_place(shows: str, signs: list[str]) -> None:
    text, place, _ = SETTLED[shows]
    assert parse_reply(text.replace("12公里。", "12公里。" + "".join(signs))).value("place") in (None, place)


SIGNS = st.lists(
    st.sampled_from(
        ["海曙区已经连通。", "鄞州区已经连通。", "余姚市已经连通。", "慈溪市已经连通。", "宁海县已经连通。", "甬城环水。",
         "电话0574-87186666。", "拱墅区已经连通。", "杭城环水。", "电话0571-87186666。", "建德市已经连通。"]
    ),
    unique=True,
)  # fmt: skip
NUMBERS = st.sampled_from(["", "甬民〔2022〕5号", "余民〔2022〕5号", "杭民〔2022〕5号", "建民〔2022〕5号"])


@given(SIGNS, SIGNS, NUMBERS)
def test_more_signs_never_turn_one_settled_place_into_another_unless_they_agree_with_it(
    first: list[str], more: list[str], number: str
) -> None:
    before = parse_reply(letter("市", *first, number=number)).value("place")
    after = parse_reply(letter("市", *first, *more, number=number)).value("place")
    assert before is None or after in (None, before)
