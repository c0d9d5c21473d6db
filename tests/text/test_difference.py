from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from replies.text.difference import differences
from tests.growth import grows_like_its_size
from tests.samples import sample_text


def shown(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.new_text or piece.old_text) for piece in differences(old, new)]


def test_a_changed_number_is_shown_alone() -> None:
    assert shown("全市建成养老机构375家，床位51086张。", "全市建成养老机构402家，床位51086张。") == [
        ("same", "全市建成养老机构"),
        ("removed", "375"),
        ("added", "402"),
        ("same", "家，床位51086张。"),
    ]


def test_a_new_sentence_is_shown_whole() -> None:
    assert shown("一是加大投入。二是加强监管。", "一是加大投入。下一步新建护理院。二是加强监管。") == [
        ("same", "一是加大投入。"),
        ("added", "下一步新建护理院。"),
        ("same", "二是加强监管。"),
    ]


def test_a_sentence_written_anew_is_not_cut_into_crumbs() -> None:
    assert shown("我局将积极向上争取资金。", "该项目已于去年六月完工。") == [
        ("removed", "我局将积极向上争取资金。"),
        ("added", "该项目已于去年六月完工。"),
    ]


def test_blanks_and_widths_are_no_difference() -> None:
    pieces = differences("一、加大投入,\n建设。", "一、加大投入，\n\n　建设。")
    assert [piece.kind for piece in pieces] == ["same"]


def test_equal_texts_are_one_piece_and_empty_ones_none() -> None:
    letter = sample_text(0)
    assert [piece.kind for piece in differences(letter, letter)] == ["same"]
    assert differences("", "") == ()
    assert shown("", "新。") == [("added", "新。")]


CLAUSES = st.lists(
    st.sampled_from(["一是", "，", "。", "\n", "养老", "机构", "375", "家", " "]), max_size=40
).map("".join)


@settings(deadline=None)
@given(CLAUSES, CLAUSES)
def test_the_pieces_join_to_both_texts_and_kinds_alternate(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.old_text for piece in pieces) == old
    assert "".join(piece.new_text for piece in pieces) == new
    assert all(a.kind != b.kind for a, b in pairwise(pieces))
    assert all(piece.old_text or piece.new_text for piece in pieces)
    assert all((piece.kind == "added") == (not piece.old_text) for piece in pieces)


def test_long_texts_take_no_more_than_their_length_asks() -> None:
    def compare(letters: int) -> None:
        old = "".join(sample_text(0).replace("我市", f"第{number}市") for number in range(letters))
        differences(old, old.replace("养老", "为老", 400))
        differences("甲，" * (1_250 * letters), "乙，" * (1_250 * letters))

    assert grows_like_its_size(compare, 15, 120)
