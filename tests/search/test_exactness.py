"""Nothing is missed and nothing found wrongly: every search is compared with a plain scan of all texts."""

import random

import pytest

from replies.search.find import find_replies
from replies.search.rebuild import rebuild
from replies.search.state import SearchState
from replies.text.fold import BREAK, fold
from replies.text.grams import words_with
from tests.makers import make_reply

from .archive_of_samples import folded_texts, make_archive

pytestmark = pytest.mark.django_db
DIFFERENT = 60


@pytest.fixture(params=["written one by one", "rebuilt"])
def texts(request, db):
    make_archive()
    if request.param == "rebuilt":
        rebuild(grace=0)
    return folded_texts()


def found(q):
    return set(find_replies(SearchState(q=q)).ids)


def holding(texts, *runs):
    return {pk for pk, text in texts.items() if all(run in text for run in runs)}


def runs_of(texts, longest, seed):
    """Real runs of every length up to `longest`, none with a sign that means something in the box."""
    chance = random.Random(seed)
    whole = [text for text in texts.values() for _ in range(3)]
    while True:
        text = chance.choice(whole)
        length = chance.randint(1, longest)
        start = chance.randrange(len(text))
        run = text[start : start + length]
        if run and BREAK not in run and '"' not in run and run.strip() == run and any(map(str.isalnum, run)):
            yield run


def test_every_quoted_run_finds_exactly_the_replies_that_hold_it(texts):
    for run, _ in zip(runs_of(texts, 30, seed=1), range(DIFFERENT)):
        assert found(f'"{run}"') == holding(texts, run), run


def test_runs_that_stand_nowhere_find_nothing(texts):
    chance = random.Random(2)
    for run, _ in zip(runs_of(texts, 12, seed=3), range(DIFFERENT)):
        scrambled = "".join(chance.sample(run, len(run)))
        if any(map(str.isalnum, scrambled)) and scrambled == fold(scrambled).strip():
            assert found(f'"{scrambled}"') == holding(texts, scrambled), scrambled


def test_one_and_two_characters_need_no_quotation_marks(texts):
    for run, _ in zip(runs_of(texts, 2, seed=4), range(DIFFERENT)):
        if run.isalpha():
            assert found(run) == holding(texts, run), run


def test_a_longer_run_is_never_missed_and_each_of_its_words_is_exact(texts):
    words = words_with(frozenset())
    for run, _ in zip((r for r in runs_of(texts, 30, seed=5) if r.isalpha()), range(DIFFERENT)):
        assert found(run) == holding(texts, *words.read(run)), run
        assert found(run) >= holding(texts, run)


def test_replies_that_hold_the_whole_run_come_first(texts):
    for run, _ in zip((r for r in runs_of(texts, 8, seed=6) if r.isalpha() and len(r) > 3), range(100)):
        ids = find_replies(SearchState(q=run)).ids
        whole = holding(texts, run)
        assert set(ids[: len(whole)]) == whole, run


def test_words_in_any_order_are_joined_by_and(texts):
    for (one, two), _ in zip(
        zip(runs_of(texts, 2, seed=7), runs_of(texts, 2, seed=8), strict=False), range(DIFFERENT)
    ):
        if one.isalpha() and two.isalpha():
            assert found(f"{one} {two}") == found(f"{two} {one}") == holding(texts, one, two)


def test_either_and_without(texts):
    for (one, two), _ in zip(
        zip(runs_of(texts, 2, seed=9), runs_of(texts, 3, seed=10), strict=False), range(100)
    ):
        if one.isalpha() and two.isalpha():
            assert found(f'"{one}"|"{two}"') == holding(texts, one) | holding(texts, two)
            assert found(f'"{one}" -"{two}"') == holding(texts, one) - holding(texts, two)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("護理床位", "护理床位"),
        ("農村養老", "农村养老"),
        ("補貼１０萬元", "补贴10万元"),
        ("“養老 服務”", "“养老服务”"),
    ],
)
def test_traditional_characters_widths_and_blanks_make_no_difference(texts, typed, plain):
    assert found(typed) == found(plain) >= holding(texts, fold(plain).strip('"')) != set()


@pytest.mark.parametrize("q", ["护理床位", "農村養老服務", '"幸福院建设，护理床位"'])
def test_a_letter_in_traditional_characters_is_found(texts, q):
    assert found("聯繫人") & found(q)


def test_a_run_across_a_line_end_is_found(texts):
    assert len(found('"老旧小区加装电梯"')) == 1


def test_a_run_at_the_end_of_a_very_long_letter_is_found(texts):
    assert len(found('"末尾提到养老驿站"')) == 1


def test_masked_characters_find_nothing(texts):
    assert not any("＊" in text for text in texts.values())
    assert not found('"电话：1"')


def test_a_draft_is_not_found(texts):
    assert not found("独角兽")


def test_texts_end_to_end_do_not_run_together():
    """The second text begins where the first ends, to the very character of a slot."""
    make_reply(title="甲", letter="乙" * 8_000)
    make_reply(title="丙丁", letter="戊己")
    length = len(folded_texts()[min(folded_texts())])
    make_reply(title="满", letter="庚" * (8_191 - (length - 8_000)) + "辛壬")
    make_reply(title="癸子", letter="丑寅")
    assert not found('"辛壬癸子"')
    assert found('"癸子"')


@pytest.mark.parametrize("rebuilt", [False, True])
@pytest.mark.parametrize("typed", ["哈哈哈", "1111", "aaaa"])
def test_a_character_repeated_is_found_as_often_as_it_was_typed(typed, rebuilt):
    thrice = make_reply(letter=f"编码{typed}，已更换。")
    make_reply(letter=f"编码{typed[:2]}，已更换。")
    if rebuilt:
        rebuild(grace=0)
    assert found(typed) == found(f'"{typed}"') == {thrice.pk}
