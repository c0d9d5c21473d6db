"""Cutting: blind to context, so that what is asked is exactly what is held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replies.text.fold import BREAK, fold
from replies.text.grams import cover, grams, words_with
from tests.samples import sample_text

TERMS = frozenset({"公建民营", "康养联合体"})
RUNS = st.text(alphabet="养老服务中心", min_size=2, max_size=30)


def test_grams_are_the_characters_and_pairs():
    assert grams("养老院") == {"养", "老", "院", "养老", "老院"}


def test_no_gram_reaches_across_a_break():
    assert grams(f"养{BREAK}老") == {"养", "老"}


@given(RUNS)
def test_a_cover_spells_the_run(run):
    spelt = [""] * len(run)
    for distance, pair in cover(run):
        spelt[distance], spelt[distance + 1] = pair
    assert "".join(spelt) == run


def test_terms_of_the_archive_are_words():
    assert not words_with(frozenset()).knows("康养联合体")
    assert words_with(TERMS).knows("康养联合体")


@pytest.mark.parametrize("number", range(5))
def test_a_known_word_is_found_wherever_its_characters_stand(number):
    text, words = fold(sample_text(number)), words_with(TERMS)
    found = words.found_in(text)
    for length in range(3, 7):
        for start in range(0, len(text) - length):
            run = text[start : start + length]
            assert (run in found) == words.knows(run)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("养老", ("养老",)),
        ("养老院", ("养老院",)),
        ("公建民营养老院", ("公建民营", "养老院")),
        ("许均飞", ("许均飞",)),
        ("康养联合体", ("康养联合体",)),
    ],
)
def test_a_run_is_read_as_words_and_an_unknown_name_stays_whole(run, words):
    assert words_with(TERMS).read(run) == words


@given(st.text(alphabet="养老服务中心许均飞ab12", min_size=1, max_size=20))
def test_the_words_of_a_run_are_the_run(run):
    assert "".join(words_with(TERMS).read(run)) == run


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("补贴3.5万元", ("补贴", "3.5", "万元")),
        ("2019-2020学年", ("2019-2020", "学年")),
        ("覆盖率达30%", ("覆盖率", "达", "30%")),
        ("gb/t35796标准", ("gb/t35796", "标准")),
        ("xiāo", ("xiāo",)),
        ("україна", ("україна",)),
        ("阿依·艾力", ("阿依", "艾力")),
        ("文字[2019]70号", ("文字", "[2019]70", "号")),
    ],
)
def test_what_stands_between_chinese_characters_is_one_word_and_no_sign_is_one(run, words):
    assert words_with(frozenset()).read(run) == words
