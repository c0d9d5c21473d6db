"""Folding and the way back."""

from __future__ import annotations

from replies.text.normalize import read


def test_widths_and_brackets_fold_and_the_print_is_kept() -> None:
    reading = read("温民提﹝２０１９﹞７０号")
    assert reading.text == "温民提〔2019〕70号"
    assert reading.printed(3, 9) == "﹝２０１９﹞"


def test_what_nobody_sees_is_left_out_and_spans_still_hold() -> None:
    text = "关于\u200b市[bookmark: _GoBack]政协<!--EndFragment-->八届"
    reading = read(text)
    assert reading.text == "关于市政协八届"
    at = reading.text.index("政协")
    assert reading.span(at, at + 2).of(text) == "政协"


def test_pictures_from_a_telephone_are_left_out_and_spans_still_hold() -> None:
    text = "📢云溪县政协🙏第88号提案的答复👇"
    reading = read(text)
    assert reading.text == "云溪县政协第88号提案的答复"
    at = reading.text.index("第88号")
    assert reading.span(at, at + 4).of(text) == "第88号"


def test_the_pinyin_of_a_garbled_mirror_is_left_out() -> None:
    assert read("對(duì)于會(huì)議(yì)現(xiàn)答復(fù)號(hào)").text == "对于会议现答复号"


def test_a_traditional_letter_is_read_in_simplified_script() -> None:
    assert read("關於縣人民代表大會會議的答復").text == "关于县人民代表大会会议的答复"


def test_a_simplified_letter_keeps_its_few_older_characters() -> None:
    text = "乾县民政局关于县政协提案的答复，感谢您对我县工作的关心和支持。" * 3
    assert read(text).text.startswith("乾县民政局")


def test_a_run_without_blanks_knows_where_each_character_stood() -> None:
    text = "第317号\n\n 建议的 答复"
    run = read(text).run(0, len(text))
    assert run.text == "第317号建议的答复"
    assert run.span(5, 9).of(text) == "建议的 答"
