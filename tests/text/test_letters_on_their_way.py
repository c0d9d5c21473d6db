"""What happens to letters on their way here: lines broken, joined or run on; all people, offices' acts and numbers are invented."""

from __future__ import annotations

import pytest

from tests.text.test_letters import flat
from tests.text.test_letters_amid_pages import BODY, END, OPENING, read

TITLE = "平江县水利局关于县十七届人大二次会议第6号建议的答复"
LETTER = "林秋水代表：\n" + OPENING + BODY + END


@pytest.mark.parametrize(
    "title",
    [
        "平江县水利局关于县十七届\n人大二次会议第6号建议的答复",
        "平江县水利局关\n于县十七届人大二次会议第6号建议的答复",
        "平江县水利局关于县十\n七届人大二次会议\n第6号建议的答复",
    ],
)
def test_a_title_may_be_broken_anywhere(title: str) -> None:
    assert read(title + "\n" + LETTER, "reply_title", "agency") == {
        "reply_title": TITLE,
        "agency": "平江县水利局",
    }


def test_another_document_above_begins_no_title() -> None:
    text = "平江县水利局关于开展防汛检查的通知\n县十七届人大二次会议第6号建议的答复\n" + LETTER
    assert read(text, "reply_title") == {"reply_title": "县十七届人大二次会议第6号建议的答复"}


def test_a_session_in_a_broken_title_is_no_office() -> None:
    text = "关于县十七届人大常委会第\n二次会\n议期间第6号建议的答复\n" + LETTER
    assert read(text, "agency") == {"agency": None}


@pytest.mark.parametrize("place", ["平江县", "北京市"])
def test_an_office_may_stand_under_its_place(place: str) -> None:
    assert read(LETTER + f"{place}\n水利局\n2021年7月8日\n", "agency") == {"agency": place + "水利局"}
    assert read(f"{place}\n水利局\n" + LETTER, "agency") == {"agency": place + "水利局"}


@pytest.mark.parametrize("gap", ["　　", "　　　　　　　　　　"])
def test_whoever_signs_may_stand_behind_the_last_sentence(gap: str) -> None:
    text = LETTER.rstrip() + f"{gap}平江县水利局{gap}2021年7月8日\n"
    assert read(text, "agency", "reply_date") == {"agency": "平江县水利局", "reply_date": flat("2021-07-08")}


@pytest.mark.parametrize(
    ("left", "right"), [("<", ">"), ("<<", ">>"), ("< ", " >")], ids=["single", "double", "padded"]
)
def test_signs_of_less_and_more_may_name_a_title(left: str, right: str) -> None:
    text = LETTER.replace("《", left).replace("》", right)
    assert read(text, "proposal_title") == {"proposal_title": "关于改善村道的建议"}


@pytest.mark.parametrize("word", ["同志", "女士", "先生"])
def test_a_letter_may_address_somebody_without_the_office(word: str) -> None:
    text = f"分享到：\n林秋水{word}：\n" + OPENING + BODY
    assert read(text, "proposers") == {"proposers": ["林秋水"]}


def test_the_form_to_return_is_no_part_of_the_letter() -> None:
    form = "建议办理情况征询意见表\n代表姓名\n联系电话\n承办单位\n对办理结果的评价：满意□ 不满意□\n注：此表请填好后寄回。\n"
    text = LETTER + "平江县水利局\n联系人：何平，电话：6220000\n附件：\n" + form
    assert read(text, "agency", "contact_name", "contact_phone") == {
        "agency": "平江县水利局",
        "contact_name": ["何平"],
        "contact_phone": ["6220000"],
    }


def test_what_is_enclosed_under_the_signature_is_no_part_of_the_letter() -> None:
    text = LETTER + "类别：B\n平江县水利局\n2021年7月8日\n附件1\n一是修建山塘。二是疏浚河道，改善灌溉条件。\n"
    assert read(text, "result_class", "agency") == {"result_class": "B", "agency": "平江县水利局"}


ON_ONE_LINE = LETTER.replace("\n", "")


@pytest.mark.parametrize(
    "between",
    [
        "",
        "尊敬的",
        "发布时间：2021-07-09 【打印】",
        "平水函〔2021〕12号",
        "来源：督查室尊敬的",
        "A类平水函〔2021〕12号",
        "【字体：大 中 小】打印",
        "平水函〔2021〕12号同意公开",
    ],
)
def test_a_letter_may_come_on_one_line(between: str) -> None:
    assert read(TITLE + between + ON_ONE_LINE, "reply_title", "proposers", "proposal_title") == {
        "reply_title": TITLE,
        "proposers": ["林秋水"],
        "proposal_title": "关于改善村道的建议",
    }


@pytest.mark.parametrize(
    "menu", ["首页 > 建议提案办理", "长者模式", "信息名称 有效性有效", "无障碍浏览", "2021年", "2021年度"]
)
def test_words_of_the_page_that_run_into_an_office_are_none_of_its_name(menu: str) -> None:
    found = read(menu + TITLE + ON_ONE_LINE, "reply_title", "agency")
    assert found["reply_title"] in (TITLE, TITLE.removeprefix("平江县水利局"))
    assert found["agency"] in (None, "平江县水利局")


@pytest.mark.parametrize(
    "after", ["", "领导签发：何平", "（联系人：何平，电话：6220000）", "单位联系电话：6220000"]
)
def test_a_date_may_stand_right_behind_the_last_sentence(after: str) -> None:
    assert read(TITLE + ON_ONE_LINE + "2021年7月8日" + after, "reply_date") == {
        "reply_date": flat("2021-07-08")
    }
    assert read(ON_ONE_LINE + "平江县水利局2021年7月8日" + after, "agency") == {"agency": "平江县水利局"}


def test_a_date_within_the_last_paragraph_signs_nothing() -> None:
    assert read(TITLE + ON_ONE_LINE + "2021年7月8日，我局已开工建设，年内完工。", "reply_date") == {
        "reply_date": None
    }


def test_a_title_in_quotes_does_not_begin_the_answers() -> None:
    title = "对县十七届人大二次会议《关于改善村道的建议》的答复"
    assert read("首页 > 公开 " + title + " 林秋水代表： " + OPENING + BODY + END, "reply_title") == {
        "reply_title": title
    }


def test_a_title_set_with_blanks_is_not_parted_within_the_offices_name() -> None:
    title = "眉山市市场监督管理局关于市五届人大二次会议第6号建议的答复"
    assert read(" ".join(title) + "\n" + LETTER, "reply_title", "agency") == {
        "reply_title": title,
        "agency": "眉山市市场监督管理局",
    }


@pytest.mark.parametrize("mark", ["（A类）", "（A）", "〔A类〕"])
def test_the_class_may_stand_behind_what_a_title_says_in_brackets(mark: str) -> None:
    title = "关于县十七届人大二次会议第6号建议的答复（关于改善村道的建议）"
    assert read(title + mark + "\n" + LETTER, "result_class") == {"result_class": "A"}


OFFICES = "市教育局\n市公安局\n市财政局\n市商务局\n"


@pytest.mark.parametrize(
    "text",
    [
        "首页\n" + OFFICES + TITLE + "\n" + LETTER,
        TITLE + "\n" + LETTER + OFFICES,
        TITLE + "\n" + LETTER + "相关链接\n市教育局\n",
        TITLE + "\n" + LETTER + "抄 报：市督查局\n市人大常委会代表工委\n",
    ],
)
def test_offices_that_a_site_links_to_do_not_answer(text: str) -> None:
    assert read(text, "agency") == {"agency": "平江县水利局"}


@pytest.mark.parametrize("above", ["欢迎来到平江县人民政府门户网站", "首页 专项交办 正文\n专项交办"])
def test_a_site_that_greets_or_lists_its_sections_answers_nothing(above: str) -> None:
    assert read(above + "\n" + LETTER, "agency") == {"agency": None}


@pytest.mark.parametrize(
    "heading", ["相关文章", "上一篇：关于市九届人大九次会议第99号建议的答复", "热门信息"]
)
def test_dates_of_other_letters_on_the_page_sign_nothing(heading: str) -> None:
    others = f"{heading}\n关于市政协九届九次会议第98号提案的答复\n2031-01-02\n"
    assert read(TITLE + "\n" + LETTER + others, "reply_date") == {"reply_date": None}
    signed = TITLE + "\n" + LETTER + "平江县水利局\n2021年7月8日\n" + others
    assert read(signed, "reply_date") == {"reply_date": flat("2021-07-08")}


@pytest.mark.parametrize("mark", ["• ", "> ", "* ", "- "])
def test_a_mark_before_every_line_is_no_part_of_it(mark: str) -> None:
    text = TITLE + "\n" + LETTER + "平江县水利局\n2021年7月8日\n"
    marked = "".join(f"{mark}{line}\n" for line in text.splitlines())
    fields = ("reply_title", "proposers", "agency", "reply_date")
    assert read(marked, *fields) == read(text, *fields)
    assert read(text, "proposers") == {"proposers": ["林秋水"]}
