"""Pieces: joined again they are the text, and every hit is marked as it is written."""

from hypothesis import given
from hypothesis import strategies as st

from replies.text.fold import fold
from replies.text.highlight import mark


def hits(pieces):
    return [piece.text for piece in pieces if piece.hit]


def shown(pieces):
    return "".join(piece.text for piece in pieces)


@given(
    st.text(alphabet="养老服務机构 \n＊（）", max_size=60),
    st.lists(st.text(alphabet="养老服务机构", max_size=3), max_size=3),
)
def test_pieces_joined_are_the_text_and_hold_every_occurrence(text, runs):
    pieces = mark(text, runs)
    assert shown(pieces) == text
    for run in filter(None, runs):
        assert (run in fold(text)) <= any(run in fold(hit) for hit in hits(pieces))


def test_hits_are_marked_as_they_are_written():
    assert hits(mark("推進養老 機構", ["养老机构"])) == ["養老 機構"]


def test_a_hit_written_as_asked_does_not_hide_one_written_otherwise():
    assert hits(mark("养老服务，養老 服務，养老", ["养老服务", "养老"])) == ["养老服务", "養老 服務", "养老"]


def test_overlapping_hits_are_one():
    assert hits(mark("居家养老服务", ["居家养老", "养老服务"])) == ["居家养老服务"]
