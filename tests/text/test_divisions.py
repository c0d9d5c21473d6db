"""The table of divisions and the names in it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from replies.text.divisions import by_code, is_within, line_of, name_before, named, names_in, with_area_code


def test_every_division_has_a_slug_of_its_own() -> None:
    slugs = Counter(division.slug for division in by_code().values())
    assert [slug for slug, count in slugs.items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", slug) for slug in slugs)


def test_every_division_stands_under_one_of_a_higher_level() -> None:
    ranks = {"province": 0, "prefecture": 1, "county": 2}
    for division in by_code().values():
        line = [ranks[above.level] for above in line_of(division)]
        assert line == sorted(set(line), reverse=True)
        assert line[-1] == 0


@pytest.mark.parametrize(
    ("code", "slug"),
    [
        ("330300", "wenzhou"), ("410900", "puyang"), ("410928", "puyang-county"), ("330282", "cixi"), ("320500", "suzhou-jiangsu"),
        ("341300", "suzhou-anhui"), ("500000", "chongqing"), ("350200", "xiamen"), ("430100", "changsha"), ("341500", "luan"),
        ("340300", "bengbu"), ("331000", "taizhou-zhejiang"), ("330382", "yueqing"), ("371722", "shanxian"), ("610000", "shaanxi"),
        ("411100", "luohe"), ("130981", "botou"), ("220200", "jilin-city"),
    ],
)  # fmt: skip
def test_slugs_are_the_readings_that_people_use(code: str, slug: str) -> None:
    assert by_code()[code].slug == slug


def test_a_bare_word_shared_by_equals_belongs_to_none_of_them() -> None:
    slugs = {division.slug for division in by_code().values()}
    assert not slugs & {"suzhou", "gulou", "taizhou"}


def test_a_district_is_found_by_the_name_of_the_county_it_was() -> None:
    assert [division.name for division in named("绍兴县")] == ["柯桥区"]
    assert [division.name for division in named("维西县")] == ["维西傈僳族自治县"]


def test_a_district_that_is_no_more_is_found_where_it_went() -> None:
    assert [division.name for division in named("港闸区")] == ["崇川区"]
    assert [division.name for division in named("江北区")] == ["江北区"]
    old = list(names_in("重庆市江北区民政局、宁波市江北区民政局、石家庄市桥东区、张家口市桥东区"))
    assert [found.divisions[0].code for found in old if found.text[-1] == "区"] == [
        "500157",
        "330205",
        "130102",
        "130702",
    ]


def test_a_shared_name_gives_all_that_bear_it() -> None:
    assert {division.code for division in named("鼓楼区")} == {"320106", "320302", "350102", "410204"}


def test_the_longest_name_is_found_and_not_one_inside_it() -> None:
    text = "经与内蒙古自治区和重庆市铜梁区有关部门联系"
    assert [found.text for found in names_in(text)] == ["内蒙古自治区", "重庆市", "铜梁区"]


def test_a_word_that_joins_two_offices_is_no_place() -> None:
    assert [named.text for named in names_in("县民政局会同县卫生健康局、县财政局和县医疗保障局")] == []
    assert [named.text for named in names_in("湖南省会同县民政局，安徽省和县财政局")] == [
        "湖南省",
        "会同县",
        "安徽省",
        "和县",
    ]


def test_a_name_before_a_place_takes_those_above_it_along() -> None:
    text = "对重庆市铜梁区第十八届"
    found = name_before(text, text.index("第"))
    assert found is not None
    assert found.text == "重庆市铜梁区"
    assert [division.code for division in found.divisions] == ["500151"]


def test_an_area_code_gives_its_prefectures() -> None:
    assert [division.name for division in with_area_code("0393")] == ["濮阳市"]
    assert {division.name for division in with_area_code("0371")} == {"郑州市", "开封市"}


def test_a_county_is_within_its_province() -> None:
    divisions = by_code()
    assert is_within(divisions["410928"], divisions["410000"])
    assert not is_within(divisions["410000"], divisions["410928"])
