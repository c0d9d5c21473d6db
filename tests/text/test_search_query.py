"""What the box means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replies.text.search_query import FIELDS, read_query


def groups(typed):
    return [[run.text for run in group] for group in read_query(typed).groups]


def codes(typed):
    return [notice.code for notice in read_query(typed).notices]


def test_words_are_joined_by_and():
    assert groups("养老 医养结合　补贴") == [["养老"], ["医养结合"], ["补贴"]]


@pytest.mark.parametrize("typed", ['"居家养老 服务"', "“居家养老服务”", "「居家养老服务」"])
def test_quotation_marks_keep_characters_together(typed):
    (group,) = read_query(typed).groups
    assert group[0].quoted
    assert group[0].text == "居家养老服务"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("「关于“养老”的建议」", '关于"养老"的建议'),
        ('"关于「养老」的建议"', "关于[养老]的建议"),
        ("“推进『互联网＋』养老”", "推进[互联网+]养老"),
    ],
)
def test_quotation_marks_of_another_kind_stand_inside_a_phrase(typed, text):
    query = read_query(typed)
    assert [run.text for run in query.runs] == [text]
    assert query.runs[0].quoted
    assert not query.notices


@pytest.mark.parametrize("typed", ['养老"', "养老 “", "养老 -“", '养老"」', "养老「”"])
def test_a_quotation_mark_with_nothing_behind_it_is_told_once(typed):
    assert groups(typed) == [["养老"]]
    assert codes(typed)[-1] == "stray-quote"
    assert codes(typed).count("stray-quote") == 1
    assert "unpaired-quote" not in codes(typed)


@pytest.mark.parametrize("typed", ["养老 -收费", "养老 －收费"])
def test_a_minus_leaves_a_word_out(typed):
    query = read_query(typed)
    assert [run.text for run in query.excluded] == ["收费"]
    assert [run.text for run in query.runs] == ["养老"]


@pytest.mark.parametrize("typed", ["养老 NOT 收费", "养老 not 收费", "养老 AND NOT 收费"])
def test_not_leaves_a_word_out_as_a_minus_does(typed):
    query = read_query(typed)
    assert [run.text for run in query.excluded] == ["收费"]
    assert [run.text for run in query.runs] == ["养老"]


def test_a_hyphen_inside_a_word_leaves_nothing_out():
    assert not read_query("3-5岁 a-b").excluded


@pytest.mark.parametrize(
    "typed",
    [
        "医疗|康养 温州",
        "医疗 OR 康养 温州",
        "医疗 | 康养 AND 温州",
        "医疗｜康养 温州",
        "医疗 or 康养 and 温州",
    ],
)
def test_either_of_two_words(typed):
    assert groups(typed) == [["医疗", "康养"], ["温州"]]


def test_a_word_that_joins_in_small_letters_is_told_as_such():
    assert codes("医疗 or 康养") == ["operator-word"]
    assert codes("医疗 OR 康养") == []


def fields(typed):
    return [(c.field, c.values, c.excluded) for c in read_query(typed).fields]


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("colon", [":", "：", ": ", "： ", " : "])
def test_every_field_is_read_with_either_colon_and_blanks_around_it(name, colon):
    assert fields(f"{name}{colon}2019") == [(FIELDS[name], ("2019",), False)]
    assert fields(f"养老 {name.upper()}{colon}2019 ") == [(FIELDS[name], ("2019",), False)]


def test_a_word_that_begins_like_a_field_is_a_word():
    assert groups("城市规划 年份") == [["城市规划"], ["年份"]]
    assert codes("城市规划") == []


@pytest.mark.parametrize(
    "typed", ["城市:温州|杭州", "城市:温州 OR 杭州", "城市:温州|地区:杭州", '城市:"温州"|“杭州”']
)
def test_a_bar_behind_a_field_gives_it_another_value(typed):
    assert fields(f"养老 {typed}") == [("city", ("温州", "杭州"), False)]
    assert groups(f"养老 {typed}") == [["养老"]]
    assert codes(typed) == []


def test_a_field_that_is_left_out_may_have_several_values():
    assert fields("-城市:温州|杭州") == [("city", ("温州", "杭州"), True)]
    assert fields("NOT 城市:温州") == [("city", ("温州",), True)]


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("养老 | -收费", "养老 | -收费"),
        ("-收费|养老", "-收费|养老"),
        ("养老|年份:2019", "养老|年份:2019"),
        ("养老 | 2019..2020", "养老 | 2019..2020"),
        ("2019..2020|养老", "2019..2020|养老"),
        ("城市:温州|年份:2019", "城市:温州|年份:2019"),
        ("城市:温州|-城市:杭州", "城市:温州|-城市:杭州"),
    ],
)
def test_a_bar_between_what_it_cannot_join_ends_and_is_told(typed, part):
    query = read_query(f"{typed} 医保")
    assert [(n.code, n.part) for n in query.notices] == [("bar-joins-nothing", part)]
    assert len(query.conditions) == 3


def years(typed):
    return [span for c in read_query(typed).conditions for span in c.years]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2019..2022", (2019, 2022)),
        ("2019..2022年", (2019, 2022)),
        ("2019-2022", (2019, 2022)),
        ("2019—2022年", (2019, 2022)),
        ("2019年至2022年", (2019, 2022)),
        ("年份:2019至2022", (2019, 2022)),
        ("年份:2019..", (2019, None)),
        ("年:..2020", (None, 2020)),
        ("年份: 2019年", (2019, 2019)),
        ("2022..2019", (2019, 2022)),
        ("2019。。2022", (2019, 2022)),
        ("2019 .. 2022", (2019, 2022)),
        ("２０１９．． ２０２２", (2019, 2022)),
        ("2019 - 2022", (2019, 2022)),
        ("2019 年 至 2022 年", (2019, 2022)),
        ("年份:2019 ～ 2022", (2019, 2022)),
    ],
)
def test_ranges_of_years(typed, expected):
    assert years(typed) == [expected]
    assert groups(typed) == []


@pytest.mark.parametrize("typed", ["1234-5678", "至2022", "3-5", "0393-6996169", "99999..1"])
def test_other_numbers_are_no_range_of_years(typed):
    assert years(typed) == []
    assert groups(typed) != []


@pytest.mark.parametrize("typed", ["2019 -2022", "2019 2022", "2019 至 2022号"])
def test_years_side_by_side_are_no_range(typed):
    assert years(typed) == []


@pytest.mark.parametrize("typed", ["1..2", "19。。22", "2019年6月..2020年3月", "2019-06..2020-03"])
def test_a_range_of_anything_but_years_is_told_and_its_words_are_sought(typed):
    assert codes(typed) == ["no-range"]
    assert len(read_query(typed).runs) == 1


@pytest.mark.parametrize("typed", ["(养老|医养) 补贴", "（养老 医养）", "-(养老 医养)"])
def test_brackets_that_would_hold_conditions_together_are_told(typed):
    assert codes(typed) == ["no-grouping"]


def test_brackets_within_a_word_are_its_own():
    assert codes("（试行） 养老（服务） 1) 养老") == []


def test_a_range_as_it_is_written_in_letters_is_told():
    assert codes("2019-2022") == codes("2019年至2022年") == codes("2019~2022") == ["read-as-years"]
    assert codes("年份:2019-2022") == codes("2019..2022") == []


@pytest.mark.parametrize(
    "typed", ["年份:2019|2021..2022", "年份:2019|年:2021至2022", "2019..2019|2021..2022"]
)
def test_either_of_several_ranges(typed):
    assert years(typed) == [(2019, 2019), (2021, 2022)]
    assert len(read_query(typed).conditions) == 1


@pytest.mark.parametrize("typed", ["-2019..2020", "-年份:2019..2020", "NOT 2019..2020"])
def test_years_can_be_left_out(typed):
    (condition,) = read_query(typed).conditions
    assert condition.excluded
    assert condition.years == ((2019, 2020),)
    assert codes(typed) == []


@pytest.mark.parametrize(
    ("typed", "without"),
    [
        ("养老 城市:温州|杭州 -收费", ["城市:温州|杭州 -收费", "养老 -收费", "养老 城市:温州|杭州"]),
        ("“居家 养老”|医养 NOT 收费", ["NOT 收费", "“居家 养老”|医养"]),
        ("2019..2020 编号: 317", ["编号: 317", "2019..2020"]),
    ],
)
def test_each_condition_can_be_taken_out_of_the_box(typed, without):
    query = read_query(typed)
    assert [query.instead_of(condition, "") for condition in query.conditions] == without


def test_the_words_are_what_is_neither_a_field_nor_left_out():
    assert read_query("养老 城市:温州 “公建 民营” -收费 2019..").words == "养老 “公建 民营”"


def test_a_document_number_stays_together():
    assert groups("温民提〔2019〕70号") == [["温民提[2019]70号"]]


def test_punctuation_parts_a_word():
    assert read_query("养老、医疗").runs[0].pieces == ("养老", "医疗")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("“养老", "unpaired-quote"),
        ("养老”", "stray-quote"),
        ("养老 。。", "nothing-to-search"),
        ("养老*", "no-wildcards"),
        ("| 养老", "or-without-words"),
        ("养老 OR", "or-without-words"),
        ("作者:张三", "unknown-field"),
        ("年份:去年", "unknown-years"),
        ("-年份:去年", "unknown-years"),
        ("城市:", "nothing-to-search"),
        ("城市: -收费", "nothing-to-search"),
        ('城市:""', "nothing-to-search"),
        ("养老 AND", "or-without-words"),
        ("养老 NOT", "nothing-to-search"),
        ("2022..2019", "years-turned"),
        ("养" * 400, "too-long"),
    ],
)
def test_what_cannot_be_used_is_told(typed, code):
    assert code in codes(typed)


def test_plain_words_need_no_notice():
    assert codes('养老 "公建民营" -收费 医疗|康养 2019..2022 城市:温州') == []


@given(st.text(max_size=60))
def test_nothing_that_is_typed_raises_or_is_dropped_in_silence(typed):
    query = read_query(typed)
    assert query.conditions or query.notices or not typed.strip()


@given(
    st.lists(
        st.sampled_from(
            ["养老", "-", '"', "“", "|", " ", "OR", "and", "NOT", "城市:", "年份:", "2019..", "*", "〔"]
        ),
        max_size=12,
    )
)
def test_any_mixture_of_signs_is_read(parts):
    read_query("".join(parts))


def test_corner_brackets_around_the_year_of_a_number_are_no_quotation_marks():
    (numbered,) = read_query("温民提「2019」70号").runs
    assert not numbered.quoted
    assert [run.quoted for run in read_query("关于「2019」的建议").runs] == [False, True, False]


def test_a_field_takes_several_values_as_a_list_is_written():
    places, years = read_query("城市:温州、杭州 年份:2019,2021..2022").fields
    assert places.values == ("温州", "杭州")
    assert years.years == ((2019, 2019), (2021, 2022))
    assert read_query('城市:"温州、杭州"').fields[0].values == ("温州、杭州",)
    assert [notice.code for notice in read_query("年份:2019、去年").notices] == ["unknown-years"]
