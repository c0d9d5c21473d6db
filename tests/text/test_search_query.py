"""What the box means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replies.text.search_query import FIELDS, FieldWord, read_query


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


@pytest.mark.parametrize("typed", ["养老 -收费", "养老 －收费"])
def test_a_minus_leaves_a_word_out(typed):
    query = read_query(typed)
    assert [run.text for run in query.excluded] == ["收费"]
    assert [run.text for run in query.runs] == ["养老"]


def test_a_hyphen_inside_a_word_leaves_nothing_out():
    assert not read_query("3-5岁 a-b").excluded


@pytest.mark.parametrize(
    "typed", ["医疗|康养 温州", "医疗 OR 康养 温州", "医疗 | 康养 AND 温州", "医疗｜康养 温州"]
)
def test_either_of_two_words(typed):
    assert groups(typed) == [["医疗", "康养"], ["温州"]]


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_read_with_either_colon(name):
    for colon in ":：":
        query = read_query(f"{name}{colon}2019")
        assert query.years == ((2019, 2019),) or query.fields == (FieldWord(FIELDS[name], "2019"),)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("2019..2022", (2019, 2022)),
        ("年份:2019..", (2019, None)),
        ("年:..2020", (None, 2020)),
        ("2022..2019", (2019, 2022)),
    ],
)
def test_ranges_of_years(typed, years):
    assert read_query(typed).years == (years,)


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
    assert not query.is_empty or query.notices or not typed.strip() or "AND" in typed


@given(
    st.lists(
        st.sampled_from(
            ["养老", "-", '"', "“", "|", " ", "OR", "AND", "城市:", "年份:", "2019..", "*", "〔"]
        ),
        max_size=12,
    )
)
def test_any_mixture_of_signs_is_read(parts):
    read_query("".join(parts))
