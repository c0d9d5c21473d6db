"""Folding: what a reader takes for the same folds alike, and the way back holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replies.text.fold import BREAK, MASK, fold, fold_with_map
from replies.text.variant_characters import USUAL

CHINESE = st.text(alphabet="养老服务機構医养結合〔〕[]【】（）(),，。0１a Ａ\n\u3000＊“”", max_size=40)


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("養老機構", "养老机构"),
        ("温民提〔２０１９〕７０号", "温民提[2019]70号"),
        ("温民提【2019】70号", "温民提〔2019〕70号"),
        ("养老 服\n务　中心", "养老服务中心"),
        ("ＰＰＰ模式", "ppp模式"),
        ("30㎡", "30m2"),
        ("“智慧养老”", '"智慧养老"'),
        ("二〇一九", "二○一九"),
        ("衞生硏究、戸籍、淸潔、靑年", "卫生研究、户籍、清洁、青年"),
        ("尙未吿知，愼重塡寫，顚覆", "尚未告知，慎重填写，颠覆"),
        ("経済発展対応", "经济发展对应"),
        ("关于提案的答覆", "关于提案的答复"),
        ("答\n覆函", "答复函"),
    ],
)
def test_what_a_reader_takes_for_the_same_folds_alike(written, sought):
    assert fold(written) == fold(sought)


@pytest.mark.parametrize(("one", "other"), [("覆盖", "复盖"), ("芸", "艺"), ("浜", "滨")])
def test_what_is_a_character_of_its_own_stays_one(one, other):
    assert fold(one) != fold(other)


def test_no_usual_form_is_itself_a_variant():
    assert all(fold(usual) == usual for usual in USUAL.values())


def test_a_reply_in_old_spelling_leads_back_to_where_it_stands():
    folded = fold_with_map("関于 提案的答 覆")
    assert folded.text == "关于提案的答复"
    assert folded.original_span(5, 7) == (6, 9)


def test_a_blank_stays_between_latin_words_only():
    assert fold("Day  Care 中心 3 张 AB") == "day care中心3张ab"


def test_masked_characters_become_breaks():
    assert fold(f"电话{MASK * 3}。") == f"电话{BREAK * 3}。"


@given(CHINESE)
def test_the_map_agrees_with_plain_folding(text):
    assert fold_with_map(text).text == fold(text)


@given(CHINESE)
def test_every_folded_character_leads_back_to_where_it_came_from(text):
    folded = fold_with_map(text)
    for place, character in enumerate(folded.text):
        start, end = folded.original_span(place, place + 1)
        assert character in (fold(text[start:end]) or re.sub(r"\s", " ", text[start:end]))


@given(CHINESE, st.data())
def test_a_part_of_a_text_folds_to_a_part_of_its_folding(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold(text[start:end]).strip() in fold(text)


@given(CHINESE)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
