"""The outline of a letter: which marks count, what stands under what, where an item ends."""

from __future__ import annotations

from replies.text.marks import Style
from replies.text.outline import Outline, blocks_of, read_outline
from tests.text.gold import SAMPLES, sample_text

OPENING = "王小明代表：\n您提出的关于改善农村供水的建议收悉。现答复如下：\n"


def names(outline: Outline, text: str) -> list[tuple[str, int]]:
    return [(e.marker.of(text), len(list(outline.ancestors(i)))) for i, e in enumerate(outline.entries)]


def test_marks_nest_as_in_official_letters():
    text = OPENING + (
        "一、加强水源保护\n（一）划定保护区。已划定保护区。\n1.立界碑。\n2.建围网。\n（二）开展巡查。每月巡查。\n"
        "二、改造管网\n一是更换老管。已更换。二是加装水表。已加装。\n"
    )
    outline = read_outline(text)
    assert names(outline, text) == [
        ("一、", 0), ("（一）", 1), ("1.", 2), ("2.", 2), ("（二）", 1), ("二、", 0), ("一是", 1), ("二是", 1),
    ]  # fmt: skip


def test_a_mark_without_a_fellow_is_no_item():
    text = OPENING + "我局高度重视，一是认真研究了您的建议，随后到现场查看。水厂已经建成。\n"
    assert read_outline(text).entries == ()


def test_a_decimal_number_is_no_item_mark():
    text = OPENING + "全县管网漏损率：1.5万户降到2.1%。2.3万户受益。\n"
    assert read_outline(text).entries == ()


def test_an_item_ends_where_the_next_one_begins():
    text = OPENING + "一是新建水厂。已投产。二是改造管网。已完工。\n感谢您的关心。\n"
    spans = [e.span.of(text) for e in read_outline(text).entries]
    assert spans == ["一是新建水厂。已投产。", "二是改造管网。已完工。"]


def test_a_paragraph_between_two_items_belongs_to_the_first():
    text = OPENING + (
        "一是新建水厂。水厂选址在东山村，占地二十亩。\n另外，我们配套建设了清水池。\n二是改造管网。管网改造覆盖全镇。\n"
    )
    first, second = read_outline(text).entries
    assert first.span.of(text).endswith("清水池。")
    assert second.span.of(text) == "二是改造管网。管网改造覆盖全镇。"


def test_a_paragraph_that_turns_to_plans_ends_the_items_before_it():
    text = OPENING + (
        "一、关于水源的建议\n（一）划定保护区。我们会同有关部门划定了保护区，埋设界碑，建立了定期巡查制度，效果良好。\n"
        "（二）开展巡查。我们组织乡镇和村组按月巡查，发现问题及时整改，水质稳定达到饮用水标准，群众满意。\n"
        "下一步，我局将继续努力。一是加密巡查。二是公开水质。\n二、关于水价的建议\n水价由县发改局核定。\n"
    )
    outline = read_outline(text)
    assert names(outline, text) == [
        ("一、", 0), ("（一）", 1), ("（二）", 1), ("一是", 1), ("二是", 1), ("二、", 0),
    ]  # fmt: skip
    assert outline.entries[2].span.of(text).endswith("群众满意。")


def test_short_lines_above_paragraphs_are_headings_when_there_are_several():
    paragraph = (
        "我们组织力量对全县水源进行了排查，建立台账，逐一整改，水质明显改善，群众用水安全得到有效保障。\n"
    )
    text = OPENING + "抓水源，保安全\n" + paragraph + "抓管网，降漏损\n" + paragraph
    assert [e.style for e in read_outline(text).entries] == [Style.PLAIN, Style.PLAIN]


def test_a_broken_line_is_no_heading():
    text = (
        OPENING
        + "我们组织力量对全县水源\n进行了排查，建立台账，逐一整改，水质明显改善，群众用水安全得到有效保障，\n今后还将继续。\n"
    )
    assert read_outline(text).entries == ()


def test_first_and_then_number_actions_only_where_nothing_else_does():
    text = OPENING + "首先，新建水厂，扩大供水能力。其次，改造管网，降低漏损。\n最后，感谢您的关心。\n"
    assert [e.marker.of(text) for e in read_outline(text).entries] == ["首先，", "其次，"]


def test_thanks_and_contact_belong_to_no_item():
    text = OPENING + "一、新建水厂\n水厂已建成。\n二、改造管网\n管网已改造。\n感谢您的支持！\n联系人：李某\n"
    assert read_outline(text).entries[-1].span.of(text).endswith("管网已改造。")


def test_blocks_give_every_line_of_the_letter_in_order():
    for name in SAMPLES:
        text = sample_text(name)
        blocks = blocks_of(text, read_outline(text))
        printed = "".join("".join(b.span.of(text).split()) for b in blocks)
        assert printed == "".join(text.split())


def test_a_section_heading_on_its_own_line_is_shown_as_a_heading():
    text = OPENING + "一、新建水厂\n水厂已建成，日供水五千吨。\n二、改造管网。管网已改造，漏损率明显下降。\n"
    kinds = [(b.kind, b.level) for b in blocks_of(text, read_outline(text))]
    assert kinds == [
        ("paragraph", 0), ("paragraph", 0), ("heading", 2), ("paragraph", 0), ("paragraph", 2),
    ]  # fmt: skip
