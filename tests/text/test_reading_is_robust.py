"""No text breaks the reader: not a stranger's, not a letter cut, shuffled or widened."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replies.text.normalize import read
from replies.text.parse import as_json, parse_reply
from replies.text.parsed import Finding, ParsedReply, Span
from replies.text.personal_data import mask
from tests.growth import grows_like_its_size, seconds
from tests.samples import sample_text
from tests.text.invented_letters import LETTERS, Letter

TEXTS = [sample_text(n) for n in range(5)] + [letter.text for letter in LETTERS]
WORDS = st.sampled_from(
    ["关于", "对", "市", "县十五届", "人大", "政协", "三次会议", "第12号", "建议", "提案", "答复", "代表", "委员", "：", "《", "》", "“", "”", "\n", "　",
     "收悉", "现答复如下", "民政局", "2019年7月2日", "联系人", "电话", "0577-85200000", "抄送", "、", "（", "）", "A类", "索引号", "|", "一是", "鼓楼区"]
)  # fmt: skip


#: Values that keep the print's own script; a name alone is too short to tell which script it is in.
WRITTEN_IN_SCRIPT = {"place", "agency", "proposers", "co_agencies", "contact_name"}


def spans_of(parsed: ParsedReply) -> list[Span]:
    found: list[Finding[Any]] = list(parsed.findings.values())
    found += [e for problem in parsed.problems for c in problem.candidates for e in c.evidence]
    return [finding.span for finding in found if finding.span]


def check(text: str) -> None:
    parsed = parse_reply(text)
    as_json(parsed, "letter")
    assert all(0 <= span.start <= span.end <= len(text) for span in spans_of(parsed))
    assert len(mask(text)) == len(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=60).map("".join))
def test_any_heap_of_a_letters_words_is_read_without_an_error(text: str) -> None:
    check(text)


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(TEXTS),
    st.randoms(use_true_random=False),
    st.sampled_from(["drop", "shuffle", "cut", "join", "space"]),
)
def test_a_damaged_letter_is_read_without_an_error(text: str, chance, how: str) -> None:
    lines = text.split("\n")
    if how == "drop":
        lines = [line for line in lines if chance.random() > 0.3]
    elif how == "shuffle":
        chance.shuffle(lines)
    elif how == "space":
        lines = [" ".join(line) for line in lines]
    damaged = "".join(lines) if how == "join" else "\n".join(lines)
    check(damaged[: chance.randrange(len(damaged) + 1)] if how == "cut" else damaged)


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\n".join("　　" + line + "  " for line in text.split("\n")),
        lambda text: text.replace("，", ",").replace("：", ":").replace("（", "(").replace("）", ")"),
        lambda text: "\n".join(f"| {line} |" if line.strip() else line for line in text.split("\n")),
        lambda text: "\ufeff" + text,
    ],
    ids=["blank lines", "other line ends", "indents", "narrow punctuation", "frames", "byte order mark"],
)
def test_dress_does_not_change_what_is_read(number: int, changed) -> None:
    text = sample_text(number)
    plain, dressed = parse_reply(text), parse_reply(changed(text))
    assert set(plain.findings) == set(dressed.findings)
    for key in set(plain.findings) - {"reply_title", "doc_number"}:
        assert str(dressed.value(key)).replace("(", "（") == str(plain.value(key)).replace("(", "（")


def folded(value: Any) -> Any:
    """One spelling, as `read` gives it, so that only the reading is compared and not the print."""
    return [folded(item) for item in value] if isinstance(value, list) else read(str(value)).text


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.shows)
def test_a_second_pass_over_its_own_spelling_reads_the_same(letter: Letter) -> None:
    once, twice = parse_reply(letter.text), parse_reply(read(letter.text).text)
    assert set(once.findings) == set(twice.findings)
    for key in set(once.findings) - WRITTEN_IN_SCRIPT:
        assert folded(twice.value(key)) == folded(once.value(key))


@pytest.mark.parametrize(
    "filling",
    ["《", "张三、", "民政局", "索引号: ", "1", " ", "|", "| ", "联系单位:民政局 ", "关于", "第十届", "抄送:", "“", "ab ", "0577-85200000 ", "道路\n", "（一）建设\n", "1.建设。"],
)  # fmt: skip
def test_the_time_grows_with_the_length_and_no_faster(filling: str) -> None:
    assert grows_like_its_size(lambda size: parse_reply((filling * size)[:size]), 20_000, 160_000)


@pytest.mark.parametrize(
    "filling",
    [
        "a\n",
        "一\n",
        "一、修路\n二、架桥\n",
        "1.a\n2.b\n",
        "一是修路。二是架桥。",
        "一要修路，二要架桥，",
        "已建成12个，",
        "截至目前，共建成12个。",
        "2019-07-02 ",
    ],
)
def test_a_text_of_more_lines_or_marks_than_any_letter_has_costs_hardly_more_than_its_characters(
    filling: str,
) -> None:
    opening = TEXTS[0][:400] + "现答复如下：\n"
    thousands = opening + filling * (60_000 // len(filling))
    parse_reply(opening)
    assert seconds(parse_reply, thousands * 5) < 5 * max(seconds(parse_reply, thousands), 0.05)


def test_head_and_foot_of_a_letter_are_read_across_ten_thousand_lines_between_them() -> None:
    text = sample_text(0).replace("感谢", "道路。\n" * 30_000 + "感谢", 1)
    parsed, short = parse_reply(text), parse_reply(sample_text(0))
    for key in ("agency", "proposers", "proposal_title", "reply_date", "contact_name", "doc_number"):
        assert parsed.value(key) == short.value(key)
    assert [p.code for p in parsed.problems if p.field == "measures"] == ["too-long"]


def test_numbered_lines_beyond_what_a_letter_holds_are_left_unread_and_said_to_be() -> None:
    text = sample_text(0).replace("最后", "一是修路。二是架桥。" * 4_000 + "\n最后", 1)
    parsed = parse_reply(text)
    assert [p.code for p in parsed.problems if p.field == "measures"] == ["too-long"]
    assert 2_000 < len(parsed.measures) <= 3_000


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        ("2022年，我局修建了公园3个。" * 1_000, []),
        ("2022年，我局修建了公园3个。" * 1_001, ["too-many-undertakings"]),
        ("一是修建公园3个" + "，亭子4个" * 298 + "。二是修路。", []),
        ("一是修建公园3个" + "，亭子4个" * 300 + "。二是修路。", ["too-many-figures"]),
        ("2022年，我局修建了公园3个" + "，亭子4个" * 300 + "。", ["too-many-figures"]),
    ],
)
def test_what_stands_beyond_the_bounds_of_reading_is_said_to_be_unread(answer: str, codes: list[str]) -> None:
    letter = (
        f"张三代表：\n您提出的《关于修建公园的建议》收悉，现答复如下：\n{answer}\n市园林局\n2022年6月8日\n"
    )
    parsed = parse_reply(letter)
    assert [p.code for p in parsed.problems if p.field == "measures"] == codes


@pytest.mark.parametrize("number", range(5))
def test_a_second_pass_over_its_own_spelling_finds_the_same_measures(number: int) -> None:
    text = sample_text(number)
    once, twice = parse_reply(text), parse_reply(read(text).text)
    for first, second in zip(once.measures, twice.measures, strict=True):
        assert (first.phase, first.deadline, first.is_section) == (
            second.phase,
            second.deadline,
            second.is_section,
        )
        assert folded(first.heading) == folded(second.heading)
        assert [(f.value, f.unit, f.role) for f in first.figures] == [
            (f.value, f.unit, f.role) for f in second.figures
        ]


def test_a_text_too_long_for_a_letter_is_read_as_far_as_one_reaches_and_says_so() -> None:
    text = sample_text(0).replace("感谢", "一是修路。二是架桥。\n" * 20_000 + "感谢", 1)
    parsed = parse_reply(text)
    assert [p.code for p in parsed.problems if p.field == "measures"] == ["too-long"]
    assert parsed.measures[-1].span.end < 110_000
    assert parsed.value("agency") == "温州市民政局"
