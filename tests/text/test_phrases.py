"""Phrases that an archive uses again and again, and those worth suggesting."""

from replies.text.grams import words_with
from replies.text.phrases import frequent_phrases, frequent_runs

TERMS = frozenset(["公建民营", "医养结合"])


def phrases(*texts):
    words = words_with(TERMS)
    return frequent_phrases([words.tagged(text) for text in texts])


def letters(*sentences):
    """Five letters, each with all of the sentences and one of its own."""
    return [f"{'。'.join(sentences)}。其余{number}件另复。" for number in range(5)]


def test_a_run_is_frequent_that_stands_in_enough_texts():
    runs = frequent_runs([*letters("推进公建民营"), "公建民用"])
    assert runs["公建民营"] == 5
    assert "公建民用" not in runs


def test_what_stands_in_enough_texts_is_a_phrase():
    assert phrases(*letters("推进公建民营"))["公建民营"] == 5
    assert "公建民营" not in phrases(*letters("养老")[:4], "公建民营")


def test_a_phrase_may_be_several_words():
    assert "养老服务设施" in phrases(*letters("养老服务设施，已齐"))


def test_a_phrase_neither_begins_nor_ends_inside_a_word():
    found = phrases(*letters("我市养老服务设施齐全", "政协提案的答复", "市民政局关于提案"))
    assert "案的答复" not in found
    assert not [phrase for phrase in found if phrase.startswith("老") or phrase.endswith("设")]


def test_the_frame_of_a_letter_is_no_phrase():
    found = phrases(*letters("民政局关于提案的答复", "感谢您的关心", "我们认真研究，现答复如下", "联系人"))
    assert set(found) == {"民政局"} | (set(found) & {"研究"})


def test_several_words_that_are_but_a_part_of_a_longer_phrase_are_none_of_their_own():
    found = phrases(*letters("日间照料中心"), "养老")
    assert "日间照料中心" in found
    assert "照料中心" not in found
    assert "中心" in found


def test_masked_characters_part_a_phrase():
    assert not [p for p in phrases(*letters("养老\x1e服务")) if "养老" in p and "服务" in p]
