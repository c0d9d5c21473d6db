"""Header fields: of letters invented to differ, and of the real ones at hand."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from replies.text.parse import as_json, letter_parts, parse_reply
from replies.text.parsed import ParsedReply
from tests.samples import letters, sample_text
from tests.text.invented_letters import LETTERS, Letter

FIELDS = (
    "reply_title", "doc_number", "kind", "level", "term", "session", "proposal_number", "proposal_title", "agency", "place",
    "reply_date", "result_class", "proposers", "co_agencies", "contact_name", "contact_phone", "cc",
)  # fmt: skip
NARROW = str.maketrans("，：（）；！？．“”‘’【】〔〕﹝﹞［］[]", ",:();!?.\"\"''()()()()()")
REAL = {name: (text, gold) for name, text, gold in letters()}


def flat(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return sorted(flat(item) for item in value)
    if isinstance(value, str):
        return re.sub(r"\s+|[()—-]", "", value.translate(NARROW)).strip("\"'《》.。,")
    return value


def value_of(parsed: ParsedReply, field: str, like: Any) -> Any:
    if field.startswith("problem:"):
        asked = [p for p in parsed.problems if p.field == field.removeprefix("problem:")]
        return [candidate.value for candidate in asked[0].candidates] if asked else None
    return parsed.value(field, [] if like == [] else None)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.shows)
def test_a_letter_is_read_as_a_careful_clerk_would(letter: Letter) -> None:
    parsed = parse_reply(letter.text)
    read = {field: flat(value_of(parsed, field, want)) for field, want in letter.fields.items()}
    assert read == {field: flat(want) for field, want in letter.fields.items()}


@pytest.mark.parametrize("name", sorted(REAL))
def test_a_real_letter_is_read_as_its_gold_says(name: str) -> None:
    text, gold = REAL[name]
    printed = as_json(parse_reply(text), name)
    damaged = set(gold.get("damaged", ()))
    wrong = {}
    for field in FIELDS:
        if field in damaged and f"{field}_accept" not in gold:
            continue
        fair = [gold.get(field), *gold.get(f"{field}_accept", ())]
        if flat(printed[field] or None) not in [flat(value or None) for value in fair]:
            wrong[field] = printed[field]
    assert wrong == {}


def test_the_place_of_a_letter_without_one_is_asked_for_with_what_hints_at_it() -> None:
    parsed = parse_reply(sample_text(1))
    assert parsed.value("place") is None
    assert parsed.value("agency") is None
    asked = {problem.field: problem for problem in parsed.problems}
    best = asked["place"].candidates[0]
    assert best.value == "濮阳市"
    assert {finding.value for finding in best.evidence} == {"0393", "华龙区"}
    assert asked["agency"].candidates == ()


@pytest.mark.parametrize(("first", "second"), [(0, 3), (3, 4), (4, 0)])
def test_of_two_letters_in_one_text_the_first_is_read_and_the_other_is_told_of(
    first: int, second: int
) -> None:
    alone = parse_reply(sample_text(first))
    both = parse_reply(sample_text(first) + "\n\n" + sample_text(second))
    assert {key: found.value for key, found in both.findings.items()} == {
        key: found.value for key, found in alone.findings.items()
    }
    assert [m.heading for m in both.measures] == [m.heading for m in alone.measures]
    assert [p.code for p in both.problems] == [*(p.code for p in alone.problems), "another-letter"]


def test_the_letterhead_of_a_second_letter_says_nothing_of_the_first() -> None:
    alone = (
        "关于市政协十五届三次会议第33号提案的答复\n李海燕委员：\n您提出的《关于修建步道的提案》收悉，现答复如下：\n"
        "我局已建成步道30公里。\n市民政局\n2022年6月8日\n"
    )
    both = parse_reply(alone + "\n\n" + sample_text(3))
    assert sample_text(3).split()[0] == "濮阳市民政局"
    assert both.value("place") is None
    assert {k: f.value for k, f in both.findings.items()} == {
        k: f.value for k, f in parse_reply(alone).findings.items()
    }


@pytest.mark.parametrize("name", sorted(REAL))
def test_a_real_letter_is_not_taken_for_two(name: str) -> None:
    assert "another-letter" not in {problem.code for problem in parse_reply(REAL[name][0]).problems}


def test_every_finding_shows_where_it_was_read() -> None:
    text = sample_text(0)
    spans = {key: found.span.of(text) for key, found in parse_reply(text).findings.items() if found.span}
    assert spans["doc_number"] == "温民提〔2019〕70号"
    assert spans["proposal_number"] == "317"
    assert spans["proposers"].startswith("肖石龙")
    assert spans["reply_date"] == "2019年7月2日"


def test_the_parts_of_a_letter_follow_each_other_without_gaps() -> None:
    text = sample_text(4)
    parts = letter_parts(text)
    in_order = (parts.head, parts.addressee, parts.opening, parts.body, parts.tail)
    assert in_order[0].start == 0
    assert in_order[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(in_order))
    assert parts.opening.of(text).rstrip().endswith("现将办理情况答复如下：")
    assert parts.body.of(text).strip().endswith("衷心感谢您对我市养老事业的关心和支持。")
    assert str(parts.reply_date) == "2022-06-21"


def test_what_a_page_says_of_itself_fills_what_its_text_leaves_open() -> None:
    page = {
        "agency": "龙游县水利局",
        "written_date": "2021-04-06",
        "publish_date": "2021-04-09",
        "doc_number": "龙水〔2021〕9号",
    }
    parsed = parse_reply(
        "韩雪代表：\n您提出的《关于修建步道的建议》收悉，现答复如下：\n我局将抓紧实施。\n", page
    )
    assert parsed.value("agency") == "龙游县水利局"
    assert parsed.value("reply_date") == "2021-04-06"
    assert parsed.value("publish_date") == "2021-04-09"
    assert parsed.value("doc_number") == "龙水〔2021〕9号"
    assert parsed.findings["agency"].span is None
    assert parsed.value("place") == "龙游县"
    assert parsed.findings["place"].span is None


@pytest.mark.parametrize(
    ("office", "place", "code"),
    [
        ("宁波市民政局", "宁波市", "330200"),
        ("鄞州区民政局", "宁波市", "330200"),
        ("浙江省民政厅", None, None),
        ("民政局", None, None),
    ],
)
def test_a_page_says_which_city_its_letter_means(office: str, place: str | None, code: str | None) -> None:
    letter = "关于市政协十五届三次会议第33号提案的答复\n李海燕委员：\n您提出的《关于修建步道的提案》收悉，现答复如下：\n"
    parsed = parse_reply(letter + "我局将抓紧实施。\n市民政局\n2022年6月8日\n", {"agency": office})
    assert (parsed.value("place"), parsed.value("place_code")) == (place, code)
    assert [problem.field for problem in parsed.problems if problem.field == "place"] == ["place"] * (
        not place
    )


def test_what_a_page_says_never_overrides_the_signature() -> None:
    parsed = parse_reply(sample_text(2), {"agency": "温州市民政局", "written_date": "2020-01-01"})
    assert parsed.value("agency") == "慈溪市民政局"
    assert parsed.value("place") == "慈溪市"
    assert parsed.value("reply_date") == "2022-06-29"
