from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replies.text.file_formats import read_text
from replies.text.similarity import BAND, BINS, Fingerprint, ReplyFacts, classify, compare, fingerprint
from tests.samples import file_bytes, letters, sample_text

LETTER = sample_text(3)
FACTS = ReplyFacts(
    fingerprint(LETTER),
    agency="濮阳市民政局",
    place="濮阳市",
    kind="cppcc",
    term=8,
    session=5,
    numbers=("170",),
    reply_date=date(2021, 7, 7),
)


def facts_of(text: str, gold: dict[str, Any]) -> ReplyFacts:
    number = gold["proposal_number"]
    return ReplyFacts(
        fingerprint(text),
        gold["agency"],
        gold["place"],
        gold["kind"],
        gold["term"],
        gold["session"],
        tuple(number) if isinstance(number, list) else (number,) if number else (),
        date.fromisoformat(gold["reply_date"]) if gold["reply_date"] else None,
        gold["doc_number"],
    )


def test_no_two_letters_at_hand_are_taken_for_each_other() -> None:
    known = [(name, facts_of(text, gold)) for name, text, gold in letters()]
    assert len(known) >= 5
    related = [
        (a, b) for (a, one), (b, two) in combinations(known, 2) if classify(one, two).kind != "unrelated"
    ]
    assert related == []


@pytest.mark.parametrize("name", ["letter.docx", "letter.doc", "letter.pdf", "letter-office.html"])
def test_a_letter_in_another_format_is_the_same_letter(name: str) -> None:
    read = fingerprint(read_text(file_bytes(name), name).text)
    assert compare(fingerprint(LETTER), read).kind == "same"
    assert classify(ReplyFacts(read), FACTS).kind == "same_reply"


def test_a_letter_cut_at_its_end_is_near_to_the_whole() -> None:
    likeness = compare(fingerprint(LETTER), fingerprint(LETTER[: len(LETTER) // 3]))
    assert likeness.kind == "near"
    assert likeness.jaccard < 0.5


def test_a_corrected_word_on_the_same_day_is_the_same_reply() -> None:
    corrected = replace(FACTS, text=fingerprint(LETTER.replace("已取消", "己经取消")))
    assert classify(corrected, FACTS).kind == "same_reply"


def test_a_changed_letter_of_a_later_day_is_a_later_version_and_the_other_way_round() -> None:
    text = LETTER.replace("2021年7月7日", "2021年11月2日").replace("二、", "二、进一步")
    later = replace(FACTS, text=fingerprint(text), reply_date=date(2021, 11, 2))
    assert classify(later, FACTS).kind == "later_version"
    assert classify(FACTS, later).kind == "earlier_version"


def test_a_new_letter_on_the_same_proposal_by_the_same_agency_is_a_later_version() -> None:
    other = replace(FACTS, text=fingerprint(sample_text(0)), reply_date=date(2022, 3, 1))
    assert classify(other, FACTS).kind == "later_version"


def test_two_agencies_on_one_proposal_are_siblings() -> None:
    other = replace(FACTS, text=fingerprint(sample_text(0)), agency="濮阳市财政局")
    assert classify(other, FACTS).kind == "sibling"


def test_twin_proposals_with_nearly_one_answer_are_siblings() -> None:
    twin = replace(FACTS, text=fingerprint(LETTER.replace("170", "171")), numbers=("171",))
    relation = classify(twin, FACTS)
    assert (relation.kind, relation.reasons) == ("sibling", ("other_proposal",))


def test_a_near_letter_about_which_little_is_known_is_left_to_a_person() -> None:
    near = ReplyFacts(fingerprint(LETTER.replace("养老", "助老", 3)))
    assert classify(near, FACTS).kind == "unclear"


def test_near_words_of_another_agency_are_left_to_a_person() -> None:
    other = ReplyFacts(fingerprint(LETTER.replace("170", "12")), agency="安平县民政局")
    assert classify(other, FACTS).kind == "unclear"


def test_a_short_agency_name_stands_for_the_full_one() -> None:
    assert (
        classify(replace(FACTS, agency="市民政局", text=fingerprint(LETTER + "附件")), FACTS).kind
        == "same_reply"
    )


def test_near_letters_share_a_key_of_the_index() -> None:
    near = fingerprint(LETTER.replace("养老服务", "为老服务"))
    assert set(near.bands()) & set(fingerprint(LETTER).bands())
    assert not set(fingerprint(sample_text(0)).bands()) & set(fingerprint(LETTER).bands())
    assert len(near.bands()) == BINS // BAND
    assert all(-(2**63) <= key < 2**63 for key in near.bands())


def test_a_stored_fingerprint_comes_back_and_one_of_another_version_is_refused() -> None:
    taken = fingerprint(LETTER)
    assert Fingerprint.from_bytes(taken.to_bytes()) == taken
    with pytest.raises(ValueError, match="version"):
        Fingerprint.from_bytes(b"\xff" + taken.to_bytes()[1:])


def test_a_fingerprint_is_the_same_on_every_machine_and_day() -> None:
    taken = fingerprint("您提出的提案收悉，现答复如下：东沟河已列入今年清淤计划。")
    assert (taken.digest.hex(), taken.size) == ("fcbf37fa94c3b686", 21)
    assert taken.minima[:3] == (1203691459, 1203691459, 1370263685)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_symmetric_and_within_bounds(first: str, second: str) -> None:
    a, b = fingerprint(first), fingerprint(second)
    assert compare(a, b) == compare(b, a)
    assert 0 <= compare(a, b).jaccard <= 1
    assert 0 <= compare(a, b).held <= 1


def test_nothing_is_near_to_an_empty_text() -> None:
    assert compare(fingerprint(""), fingerprint("，。")).kind == "different"
