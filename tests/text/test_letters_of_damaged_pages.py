"""Letters that lost figures or line ends, and pages whose labels stand apart; all people and numbers are invented."""

from __future__ import annotations

import pytest

from tests.text.test_letters import flat
from tests.text.test_letters_amid_pages import BODY, END, OPENING, read

WHOLE = "平江县交通运输局关于对平江县第十七届人民代表大会第三次会议第26号建议的答复"


@pytest.mark.parametrize(
    ("above", "own", "title"),
    [
        (WHOLE, "关于对平江县第届人民代表大会第次会议\n26号建议的答复", WHOLE),
        (f"{WHOLE}（关于改善村道的建议）", "关于对平江县第十七届人民代表大会第次会议第26\n建议的答复", f"{WHOLE}（关于改善村道的建议）"),
        (WHOLE, "关于平江县第届人民代表大会第次会议26号建议的答复", WHOLE),
        ("关于对平江县十六届人大三次会议第9号提案的答复", "对县第届人大第次会议第9号建议的答复", "对县第届人大第次会议第9号建议的答复"),
    ],
)  # fmt: skip
def test_a_title_that_lost_its_figures_is_read_from_the_page(above: str, own: str, title: str) -> None:
    text = f"{above}\n发布时间：2025-08-13\n{own}\n林秋水代表：\n" + OPENING + BODY + END
    assert read(text, "reply_title") == {"reply_title": flat(title)}


def test_a_page_may_put_a_label_and_its_value_on_bullets_of_their_own() -> None:
    page = "  • 发布机构\n  • 平江县民政局\n  • 成文日期\n  • 2023-09-26\n  • 发布日期\n  • 2023-09-28\n  • 发文字号\n  • 平民函〔2023〕18号\n  • 有效性\n"
    text = page + "林秋水委员：\n" + OPENING + BODY + END
    assert read(text, "agency", "reply_date", "publish_date", "doc_number") == {
        "agency": "平江县民政局",
        "reply_date": flat("2023-09-26"),
        "publish_date": flat("2023-09-28"),
        "doc_number": flat("平民函〔2023〕18号"),
    }


def test_a_site_that_bids_welcome_does_not_answer() -> None:
    page = "欢迎访问平江县人民政府门户网站\n当前位置：首页>>建议提案\n发布机构：平江县综合行政执法局\n"
    text = page + "林秋水委员：\n" + OPENING + BODY
    assert read(text, "agency") == {"agency": "平江县综合行政执法局"}


@pytest.mark.parametrize(
    ("source", "agency"),
    [("办公室", None), ("养老服务处", None), ("县民政局", "县民政局"), ("城关街道办事处", "城关街道办事处")],
)
def test_a_part_of_an_office_does_not_say_whose_page_it_is(source: str, agency: str | None) -> None:
    text = (
        f"时间：2018-12-15 来源：{source} 浏览次数：215\n林秋水委员：\n"
        + OPENING
        + BODY.replace("我局", "我单位")
    )
    assert read(text, "agency") == {"agency": agency}


def test_the_word_session_may_be_left_out_before_the_proposal() -> None:
    text = "政协十一届五次《关于改善村道的提案》（0074号）答复\n林秋水委员：\n" + OPENING + BODY
    assert read(text, "term", "session") == {"term": 11, "session": 5}


@pytest.mark.parametrize(
    ("addressee", "names"),
    [
        ("林秋水并何平、周和平代表：\n", ["林秋水", "何平", "周和平"]),
        ("林秋水和何平委员：\n", ["林秋水", "何平"]),
        ("苏日和图雅代表：\n", []),
    ],
)
def test_two_people_may_be_joined_by_and(addressee: str, names: list[str]) -> None:
    assert read(addressee + OPENING + BODY, "proposers") == {"proposers": sorted(names)}


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("代表林秋水提出的《规范村道养护，改善出行条件》，按照我局职责，现答复如下：\n", "规范村道养护，改善出行条件"),
        ("您在会上提出的《平江县村道养护条例》，按照我局职责，现答复如下：\n", None),
    ],
)  # fmt: skip
def test_what_was_handed_in_may_be_named_without_being_called_a_proposal(
    opening: str, title: str | None
) -> None:
    text = "林秋水代表：\n" + opening + BODY
    assert read(text, "proposal_title") == {"proposal_title": title and flat(title)}


def test_who_handled_it_and_when_may_stand_on_one_line() -> None:
    foot = "承办单位：平江县交通运输局 单位负责人： 二〇二二年八月三十日\n抄送：县政协提案委\n"
    text = "林秋水委员：\n" + OPENING + BODY + END + foot
    assert read(text, "agency", "reply_date") == {
        "agency": "平江县交通运输局",
        "reply_date": flat("2022-08-30"),
    }


def test_a_title_may_be_broken_behind_the_term() -> None:
    text = "办理情况：\n平江县交通运输局关于平江县第十七届\n人大一次会议第197号建议的答复函\n林秋水代表：\n"
    assert read(text + OPENING + BODY, "reply_title", "term") == {
        "reply_title": flat("平江县交通运输局关于平江县第十七届人大一次会议第197号建议的答复函"),
        "term": 17,
    }


def test_a_label_may_be_padded_wide() -> None:
    page = "文        号 平政提字〔2021〕9号\n来        源 平江县人民政府\n"
    assert read(page + "林秋水委员：\n" + OPENING + BODY.replace("我局", "县里"), "agency", "doc_number") == {
        "agency": "平江县人民政府",
        "doc_number": flat("平政提字〔2021〕9号"),
    }


def test_who_takes_complaints_of_a_site_stands_under_the_letter_and_not_in_it() -> None:
    foot = "主办单位：平江县人民政府办公室\n网站监督举报热线：0730-8811630 网站举报邮箱：pingjiang-zfxxb@example.com\n"
    text = "林秋水代表：\n" + OPENING + BODY + "县交通运输局\n2022年10月8日\n" + foot
    assert read(text, "agency", "place", "reply_date", "contact_phone") == {
        "agency": "县交通运输局",
        "place": "平江县",
        "reply_date": flat("2022-10-08"),
        "contact_phone": [],
    }


@pytest.mark.parametrize(
    ("foot", "agency"),
    [("平江县教育体育局  联系电话：3303606 联系人：王成\n", "平江县教育体育局"), ("办公室  联系电话：3303606\n", None)],
)  # fmt: skip
def test_who_signs_may_stand_beside_the_contact_where_the_date_is_lost(foot: str, agency: str | None) -> None:
    text = "林秋水委员：\n" + OPENING + BODY + END + "2022726\n" + foot
    assert read(text, "agency", "reply_date") == {"agency": agency, "reply_date": None}


def test_a_stroke_may_stand_before_a_number_but_no_path_ends_in_one() -> None:
    text = (
        "林秋水代表：\n"
        + OPENING
        + BODY
        + END
        + "联系人/电话：王成 /67524680 http://www.example.com/info/6752468\n"
    )
    assert read(text, "contact_name", "contact_phone") == {
        "contact_name": ["王成"],
        "contact_phone": ["67524680"],
    }


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("您提出的关于改善村道的建议》（第42号）已收悉，现答复如下：\n", "关于改善村道的建议"),
        ("您提出的改善村道照明的提案》收悉，现答复如下：\n", "改善村道照明的提案"),
    ],
)
def test_a_title_whose_first_mark_was_lost_ends_at_the_other(opening: str, title: str) -> None:
    assert read("林秋水委员：\n" + opening + BODY, "proposal_title") == {"proposal_title": flat(title)}


@pytest.mark.parametrize("behind", ["（21号）提案的答复", "的建议的答复"])
def test_a_reply_s_title_may_begin_with_the_proposal_s(behind: str) -> None:
    title = f"《我县村道照明问题》{behind}"
    text = f"{title}\n林秋水委员：\n" + OPENING + BODY
    assert read(text, "reply_title") == {"reply_title": flat(title)}


def test_a_committee_that_is_addressed_for_what_it_raised_is_the_proposer() -> None:
    text = "县政协提案与法治委：\n贵单位提出关于《改善村道》的提案收悉，现答复如下：\n" + BODY
    assert read(text, "proposers") == {"proposers": ["县政协提案与法治委"]}


@pytest.mark.parametrize(
    ("who", "read_as"),
    [("九三学社", ["九三学社"]), ("民建平江县总支", ["民建平江县总支"]), ("有关部门", [])],
)
def test_a_helper_names_the_body_that_raised_it(who: str, read_as: list[str]) -> None:
    text = f"县交通运输局：\n现对{who}提出的关于《关于改善村道的提案》提出如下协办意见：\n" + BODY
    assert read(text, "proposers") == {"proposers": read_as}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_date_may_stand_under_its_label(gap: str) -> None:
    block = ["索引号", "741792287", "成文日期", "2021年7月8日", "发布日期", "2021-07-20"]
    text = gap.join([*block, "林秋水代表：\n"]) + OPENING + BODY + END
    assert read(text, "reply_date", "publish_date") == {
        "reply_date": flat("2021-07-08"),
        "publish_date": flat("2021-07-20"),
    }


@pytest.mark.parametrize(("signed", "day"), [("202178", "2021-07-08"), ("2021720", None)])
def test_the_page_does_not_date_a_letter_that_was_signed_on_another_day(signed: str, day: str | None) -> None:
    text = "成文日期：2021-07-08\n林秋水代表：\n" + OPENING + BODY + END + f"平江县水利局\n{signed}\n"
    assert read(text, "reply_date") == {"reply_date": flat(day) if day else None}


@pytest.mark.parametrize("mark", ["”", '"'])
def test_a_title_may_lack_the_mark_it_begins_with(mark: str) -> None:
    text = f"林秋水代表：\n您提出的关于修建环村道路{mark}的提案收悉，现答复如下：\n" + BODY
    assert read(text, "proposal_title") == {"proposal_title": "关于修建环村道路"}


def test_a_year_before_an_office_in_a_title_is_no_part_of_its_name() -> None:
    text = "2021年县水利局对县人大第十八届三次会议第115号建议答复的函\n林秋水代表：\n" + OPENING + BODY
    assert read(text, "agency") == {"agency": "县水利局"}
