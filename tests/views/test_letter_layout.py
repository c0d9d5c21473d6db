"""A letter as the page shows it: nothing lost, nothing added, each part in its look."""

import pytest

from replies.text.parsed import Span
from replies.views.letter_layout import Marked, lay_out
from tests.samples import sample_text

LETTER = """文民〔2020〕8号
文城市民政局

关于对市八届人大二次会议第12号建议的答复
王代表：
您提出的《关于增设老年食堂的建议》收悉。现答复如下：
一、已经开展的工作
我市已建成老年食堂12家，覆盖8个街道。
二、下一步打算
到2022年，老年食堂将达到30家。

感谢您的关心。

文城市民政局
2020年6月1日
（联系人：＊＊，电话：＊＊＊＊＊＊＊）
"""


def kinds(letter):
    return [(block.kind, block.text) for block in lay_out(letter)]


def test_the_head_the_addressee_the_signature_and_the_foot_are_told_apart():
    shown = kinds(LETTER)
    assert shown[0] == ("head", "文民〔2020〕8号")
    assert ("addressee", "王代表：") in shown
    assert ("heading", "一、已经开展的工作") in shown
    assert ("paragraph", "到2022年，老年食堂将达到30家。") in shown
    assert shown[-3:-1] == [("signature", "文城市民政局"), ("signature", "2020年6月1日")]
    assert shown[-1][0] == "foot"


def test_what_a_web_page_says_above_a_letter_is_not_its_letterhead():
    page = "索引号：\t0012/2020-7\t发布机构：\t文城市民政局\n成文日期：2020年6月1日\n首页 > 政府信息公开\n"
    shown = kinds(page + LETTER)
    assert [kind for kind, _text in shown[:3]] == ["page"] * 3
    assert [kind for kind, _text in shown[3:6]] == ["head"] * 3


def test_a_signature_is_one_too_above_copies_and_the_buttons_of_a_page():
    shown = kinds(LETTER + "抄送：市人大常委会代表工委。\n打印本页  关闭窗口\n")
    assert shown[-5:-3] == [("signature", "文城市民政局"), ("signature", "2020年6月1日")]
    assert [kind for kind, _text in shown[-3:]] == ["foot", "foot", "page"]


def test_a_row_of_a_table_keeps_its_cells_apart():
    shown = kinds(LETTER.replace("二、下一步打算", "年份\t食堂（家）\n2019\t9\n二、下一步打算"))
    assert ("row", "年份\t食堂（家）") in shown
    assert ("row", "2019\t9") in shown


@pytest.mark.parametrize("number", range(5))
def test_every_line_of_a_letter_is_shown_once_and_in_order(number):
    letter = sample_text(number)
    shown = "".join(block.text for block in lay_out(letter))
    without_remnants = letter.replace("[bookmark: _GoBack]", "")
    lines = [line.strip() for line in without_remnants.splitlines()]
    assert shown == "".join(line for line in lines if any(letter.isalnum() for letter in line))


@pytest.mark.parametrize("number", range(5))
def test_every_sample_has_an_addressee_and_a_signature(number):
    shown = [block.kind for block in lay_out(sample_text(number))]
    assert shown.count("addressee") == 1
    assert "signature" in shown


@pytest.mark.parametrize(
    "above",
    [
        "索 引 号  ab12/2018-0000035  公开方式  主动",
        "索引号000012345/2025-29292 成文日期2025-11-21",
        "发文机关平山县林业局 发布日期2025-11-21",
        "信息名称  关于垃圾分类的答复  成文日期  2018-12-14",
        "• 平山县水利局",
        "- 日期:2025-12-11",
    ],
)
def test_what_a_web_page_says_above_a_letter_is_no_letterhead(above):
    letter = f"{above}\n平山县水利局\n关于第3号建议的答复\n王代表：\n您的建议收悉，现答复如下：\n已修好。\n"
    shown = [(block.kind, block.text) for block in lay_out(letter)][:3]
    assert shown == [("page", above), ("head", "平山县水利局"), ("head", "关于第3号建议的答复")]


@pytest.mark.parametrize(
    "below",
    [
        "扫一扫在手机打开当前页",
        "【打印本页】 【关闭窗口】",
        "网站标识码：1234567890  主办单位：平山县人民政府",
        "分享到：",
    ],
)
def test_what_a_web_page_says_below_a_letter_is_no_part_of_it(below):
    assert kinds(LETTER + below + "\n")[-1] == ("page", below)


@pytest.mark.parametrize(
    "below", ["附件：关于分享经验的说明", "承办单位：市民政局  联系电话：＊＊＊＊", "抄送：市微信办。"]
)
def test_what_a_letter_says_at_its_foot_stays_its_own(below):
    assert kinds(LETTER + below + "\n")[-1] == ("foot", below)


@pytest.mark.parametrize(
    "above", ["2020-06-02 09:12  来源：县林业局  浏览量：", "【字号：大 中 小】 打印", "无障碍浏览  长者模式"]
)
def test_a_label_of_the_page_is_nobody_who_is_addressed(above):
    letter = f"关于第3号建议的答复\n{above}\n王代表：\n您的建议收悉，现答复如下：\n已修好。\n"
    assert kinds(letter)[:4] == [
        ("head", "关于第3号建议的答复"),
        ("page", above),
        ("addressee", "王代表："),
        ("paragraph", "您的建议收悉，现答复如下："),
    ]


def test_anchors_are_never_given_twice():
    anchors = [block.anchor for block in lay_out(sample_text(4))]
    assert len(anchors) == len(set(anchors))


def test_a_measure_carries_its_anchor_and_a_figure_its_look():
    at = LETTER.index("我市已建成")
    figure = LETTER.index("老年食堂12家")
    marks = [
        Marked(Span(at, at + 20), "measure", "m-7"),
        Marked(Span(figure, figure + len("老年食堂12家")), "figure"),
    ]
    block = next(block for block in lay_out(LETTER, marks) if "12家" in block.text)
    assert block.runs[0].anchor == "m-7"
    assert [(part.text, part.kind) for part in block.runs[0].parts][:2] == [
        ("我市已建成", ""),
        ("老年食堂12家", "figure"),
    ]


def test_two_measures_that_begin_together_both_keep_their_anchors():
    at = LETTER.index("到2022年")
    marks = [Marked(Span(at, at + 4), "measure", "m-1"), Marked(Span(at, at + 9), "measure", "m-2")]
    block = next(block for block in lay_out(LETTER, marks) if "到2022年" in block.text)
    assert {block.runs[0].anchor, *block.runs[0].further_anchors} == {"m-1", "m-2"}


def test_a_measure_over_two_paragraphs_begins_but_once():
    start, end = LETTER.index("我市已建成"), LETTER.index("30家。") + 4
    blocks = lay_out(LETTER, [Marked(Span(start, end), "measure", "m-1")])
    assert [run.anchor for block in blocks for run in block.runs if run.anchor] == ["m-1"]


def _leads(letter):
    return [p.text for b in lay_out(letter) for r in b.runs for p in r.parts if p.kind == "lead"]


def test_the_short_heading_of_an_item_stands_out_and_a_whole_sentence_does_not():
    letter = "王代表：\n答复如下：\n一是建好食堂。已建成12家。二是" + "办好" * 30 + "。\n"
    assert _leads(letter) == ["一是建好食堂"]


@pytest.mark.parametrize(
    ("counted", "leads"),
    [
        ("一是建食堂。已建12家。二是建浴室。年内动工。", ["一是建食堂", "二是建浴室"]),
        ("一是资金缺口较大。二是意见不统一。三是人手不足。", []),
    ],
)
def test_what_is_counted_in_one_paragraph_stands_out_where_more_is_said_of_it(counted, leads):
    assert _leads(f"王代表：\n答复如下：\n{counted}\n") == leads


def test_a_figure_in_a_heading_is_shown_as_both():
    letter = "王代表：\n答复如下：\n一是建好食堂12家。其余再建。二是配齐人手。再招两名。\n"
    at = letter.index("食堂12家")
    (block,) = (b for b in lay_out(letter, [Marked(Span(at, at + 5), "figure")]) if "12家" in b.text)
    parts = [(part.text, part.kind) for run in block.runs for part in run.parts]
    assert parts == [
        ("一是建好", "lead"),
        ("食堂12家", "figure lead"),
        ("。其余再建。", ""),
        ("二是配齐人手", "lead"),
        ("。再招两名。", ""),
    ]


@pytest.mark.parametrize("letter", ["", "\n\n", "。", "只有一行"])
def test_odd_letters_are_shown_as_far_as_they_say_something(letter):
    assert [block.text for block in lay_out(letter)] == ([letter] if letter == "只有一行" else [])
