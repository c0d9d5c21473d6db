"""A result as its card says it."""

from datetime import date

from replies.search.find import Result
from replies.search.lines import Line, ProposalLine
from replies.text.highlight import Piece
from replies.views.cards import cards

TOPICS = {"one": "甲", "two": "乙", "three": "丙", "four": "丁"}


def card(letter="正文", marked=(), topics=(), proposals=()):
    line = Line(
        7, "标题", letter, date(2019, 7, 2), 2019, "濮阳市", "濮阳市民政局", tuple(topics), proposals, ()
    )
    (made,) = cards([Result(line, (Piece("标题"),), dict.fromkeys(marked, 1.0), 2, 1)], TOPICS)
    return made


def proposal(number="170", title="关于养老的提案"):
    return ProposalLine(1, "cppcc", number, title)


def test_a_card_names_the_first_proposal_and_counts_the_others():
    made = card(proposals=(proposal(), proposal("171"), proposal("172")))
    assert "".join(piece.text for piece in made.asked) == "提案第170号《关于养老的提案》"
    assert made.about == "濮阳市 · 2019 · 濮阳市民政局 · 另答 2 件"


def test_the_title_of_the_proposal_is_marked_too():
    made = card(marked=["养老", "提案"], proposals=(proposal(),))
    assert [piece.text for piece in made.asked if piece.hit] == ["养老", "提案"]
    assert made.asked[0] == Piece("提案第170号")


def test_a_card_without_a_proposal_asks_nothing():
    assert card().asked == ()
    assert card().about == "濮阳市 · 2019 · 濮阳市民政局"


def test_measures_done_and_planned_are_told_in_words():
    assert (card().done, card().planned) == ("已做 2", "将做 1")


def test_an_excerpt_without_a_hit_is_not_shown():
    assert card("养老").excerpt == ()
    assert card("养老", marked=["医疗"]).excerpt == ()
    assert card("养老", marked=["养老"]).excerpt == (Piece("养老", hit=True),)


def test_a_card_shows_three_topics_and_says_of_how_many():
    made = card(topics=TOPICS)
    assert [(link.label, link.url) for link in made.topics] == [
        ("甲", "/topics/one/"),
        ("乙", "/topics/two/"),
        ("丙", "/topics/three/"),
    ]
    assert made.of_topics == "等 4 个主题"
    assert card(topics=["one", "two", "three"]).of_topics == ""


def test_a_topic_that_was_removed_meanwhile_is_left_out():
    assert card(topics=["gone", "one"]).topics == (card(topics=["one"]).topics)
