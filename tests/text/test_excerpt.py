"""The excerpt shows the sentences that matter, and in them the words that were asked for."""

from hypothesis import given
from hypothesis import strategies as st

from replies.text.excerpt import excerpt, led_up
from replies.text.highlight import Piece

LETTER = (
    "关于养老工作的答复\n您好：\n　　一、我市老年人口多。二、推进公建民营改革，吸引社会力量，已有17家。"
    "三、护理员培训每年1500人次。\n　　感谢关心。"
)


def hits(pieces):
    return [piece.text for piece in pieces if piece.hit]


def shown(pieces):
    return "".join(piece.text for piece in pieces)


def test_the_excerpt_is_the_sentence_that_matters():
    assert "护理员培训每年1500人次。" in shown(excerpt(LETTER, ["护理员", "1500"], room=20))
    assert hits(excerpt(LETTER, ["护理员", "1500"])) == ["护理员", "1500"]


def test_the_sentence_with_more_of_the_words_wins():
    letter = "养老很重要。\n资金补贴有了。\n养老补贴已发放。\n"
    assert shown(excerpt(letter, ["养老", "补贴"], room=8)) == "养老补贴已发放。"


def test_without_a_hit_the_beginning_of_the_answer_is_shown():
    assert shown(excerpt(LETTER, ["机器人"])).startswith("二、推进公建民营改革，")


def test_a_hit_across_a_line_end_is_shown():
    pieces = excerpt("第一段。\n推进公建\n民营改革\n", ["公建民营"])
    assert [hit.replace(" ", "") for hit in hits(pieces)] == ["公建民营"]


def test_a_long_sentence_is_cut_at_a_clause_with_dots():
    letter = (
        "，".join(f"第{i}项工作按计划推进" for i in range(40))
        + "，其中公建民营占一半，"
        + "其余照旧" * 60
        + "。"
    )
    pieces = excerpt(letter, ["公建民营"])
    assert hits(pieces) == ["公建民营"]
    assert len(shown(pieces)) < 200
    assert shown(pieces).startswith("…")
    assert shown(pieces).endswith("…")


def test_an_empty_letter_has_no_excerpt():
    assert excerpt("", ["养老"]) == ()
    assert excerpt(" \n ", ["养老"]) == ()


PAGE_AND_LETTER = (
    "索引号：11330000-2021-00012\n发布机构：某市民政局\n成文日期：2021-07-07\n"
    "某市民政局文件\n某民提〔2021〕7号\n关于第7号建议的答复\n李明代表：\n"
    "您提出的《关于增设助餐点的建议》收悉。现答复如下：\n"
    "　　感谢您对民政工作的关心。\n　　一、基本情况\n　　我市已建成助餐点120个，覆盖全部街道和七成的村。今年再建30个。\n"
)


def test_without_words_it_begins_with_the_answer_itself():
    assert shown(excerpt(PAGE_AND_LETTER, [])).startswith("我市已建成助餐点120个，")


def test_words_that_stand_elsewhere_leave_the_answer_to_be_shown():
    assert shown(excerpt(PAGE_AND_LETTER, ["无此词"])) == shown(excerpt(PAGE_AND_LETTER, []))


def test_a_line_of_the_page_loses_to_any_sentence_of_the_letter():
    page = "索 引 号: | 11330000/助餐点-全部街道-村 | 发布机构：助餐点办公室\n"
    for runs in (["助餐点"], ["助餐点", "全部街道", "发布机构"]):
        assert "我市已建成助餐点120个" in shown(excerpt(page + PAGE_AND_LETTER, runs))


def test_the_title_loses_to_any_sentence_of_the_letter():
    assert "已建成助餐点" in shown(excerpt(PAGE_AND_LETTER, ["助餐点", "增设助餐点"]))


def test_thanks_lose_to_what_was_done():
    letter = "李明代表：\n感谢您对养老服务工作、养老事业的关心和支持。\n我市已新增养老床位三百张。\n"
    assert shown(excerpt(letter, ["养老"], room=20)) == "我市已新增养老床位三百张。"


def test_what_was_proposed_loses_to_what_is_answered():
    told = "您在建议中提出推广养老驿站、养老食堂、养老床位。"
    letter = f"李明代表：\n您的来信收悉。\n{told}\n我市已建成养老驿站三家。\n"
    assert shown(excerpt(letter, ["养老"], room=10)) == "我市已建成养老驿站三家。"
    taken_up = "您提出的养老驿站和养老食堂，我局今年都在建。"
    assert shown(excerpt(letter.replace(told, taken_up), ["养老"], room=15)) == taken_up


def test_the_sentence_that_says_more_of_the_question_wins():
    letter = "李明代表：\n杭州市印发了2022年至2024年的计划。\n今年推进医养结合机构建设的工作已经完成。\n"
    weights = {"杭州": 0.5, "2022": 0.6, "医养结合": 3.0}
    assert "医养结合" in shown(excerpt(letter, weights, room=15))
    assert "杭州" in shown(excerpt(letter, {**weights, "医养结合": 0.3}, room=15))


def test_a_long_sentence_is_cut_where_it_says_most():
    filler = "其余各项工作按照计划推进，" * 20
    letter = f"{filler}补贴补贴补贴已发，{filler}公建民营机构床位补贴已落实，{filler}"
    assert "公建民营机构床位补贴" in shown(excerpt(letter, ["补贴", "公建民营"]))


def test_words_of_the_letterhead_are_still_shown_where_they_stand():
    assert "发布机构" in shown(excerpt(PAGE_AND_LETTER, ["发布机构"]))


def test_a_letter_of_thanks_alone_is_shown_all_the_same():
    assert shown(excerpt("李明代表：\n感谢您的关心。", [])) == "感谢您的关心。"


APART = (
    "李明代表：\n您提出的《关于老人乘车的建议》收悉，现答复如下：\n"
    "全市现有养老机构三十七家，其中公建民营十二家。\n" + "其余各项工作按计划推进。" * 20 + "\n"
    "对新招的护理员每人补助三千元，由县财政列支。\n感谢您对乘车和康养事业的关心。\n"
)


def test_words_that_stand_apart_are_shown_in_two_sentences():
    pieces = excerpt(APART, ["公建民营", "护理员"])
    assert hits(pieces) == ["公建民营", "护理员"]
    assert shown(pieces) == (
        "全市现有养老机构三十七家，其中公建民营十二家。…对新招的护理员每人补助三千元，由县财政列支。"
    )


def test_sentences_side_by_side_are_joined_without_dots():
    letter = "李明代表：\n新增养老床位三百张。\n发放补贴二百万元。\n" + "其余各项工作按计划推进。" * 9
    assert shown(excerpt(letter, ["补贴", "床位"])) == "新增养老床位三百张。 发放补贴二百万元。"


def test_a_word_of_the_title_or_the_thanks_alone_takes_no_room_from_the_answer():
    assert hits(excerpt(APART, ["护理员", "乘车"])) == ["护理员"]
    assert hits(excerpt(APART, ["护理员", "康养"])) == ["护理员"]


def test_what_only_tells_which_letter_it_is_takes_no_room_from_the_answer():
    pieces = excerpt(APART, {"护理员": 3.0, "三十七": 0.5}, only_which={"三十七"})
    assert hits(pieces) == ["护理员"]


def test_the_heading_of_the_next_part_and_the_signature_are_no_part_of_a_sentence():
    letter = "李明代表：\n今年改造敬老院两家。\n二、关于全面推进医养结合工作的情况\n全县已签约。\n"
    assert "关于全面推进" not in shown(excerpt(letter, ["敬老院"], room=40))
    assert "关于全面推进" in shown(excerpt(letter, ["签约"], room=40))


@given(st.integers(20, 80), st.integers(1, 40))
def test_no_hit_is_cut_in_two(before, between):
    letter = "，" + "各" * before + "农村养老" + "项" * between + "农村养老" + "等" * 300 + "。"
    text = shown(excerpt(letter, ["农村养老"], room=60)).strip("…")
    assert text.count("农村养老") == text.count("农")


def test_a_long_sentence_ends_at_the_end_of_a_clause():
    letter = "一、" + "推进农村养老服务，" * 60 + "。"
    assert shown(excerpt(letter, ["农村养老"])).endswith("服务…")


def test_a_small_screen_leaves_out_what_leads_up_to_a_late_hit():
    late = (
        Piece("近年来，我市各有关单位按照省里的统一部署认真地开展了各个方面的工作，其中落实了"),
        Piece("补贴", True),
    )
    lead, rest = led_up((*late, Piece("。")))
    assert (lead, shown(rest)) == (
        "近年来，我市各有关单位按照省里的统一部署认真地开展了各个方面的工作，",
        "其中落实了补贴。",
    )
    assert led_up((Piece("发放"), Piece("补贴", True))) == ("", (Piece("发放"), Piece("补贴", True)))
    assert led_up(()) == ("", ())


@given(st.text(alphabet="代表答复如下：。\n 感谢 一二、", max_size=80))
def test_without_words_there_is_always_something_where_there_is_anything(text):
    assert bool(shown(excerpt(text, [])).strip()) == bool(text.strip())
