from __future__ import annotations

import pytest

from replies.text.file_formats import UnreadableFile, read_text
from tests.samples import sample_text

LETTER = sample_text(0)
TRADITIONAL = (
    "關於建立老年食堂的建議，您提出的建議收悉，現答復如下：一、加強組織領導，完善養老服務體系。感謝您的關心。"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_a_letter_reads_the_same_in_every_encoding(encoding: str) -> None:
    content = LETTER.encode(encoding, "ignore")
    assert read_text(content, "答复.txt").text == content.decode(encoding).strip("\n\ufeff")


def test_big5_is_told_from_gb18030() -> None:
    assert read_text(TRADITIONAL.encode("big5", "ignore"), "a.txt").text == TRADITIONAL


def test_traditional_characters_in_gb18030_are_not_taken_for_big5() -> None:
    assert read_text(TRADITIONAL.encode("gb18030"), "a.txt").text == TRADITIONAL


def test_utf_16_without_mark_and_without_ascii_is_read() -> None:
    text = "您提出的关于加强养老服务的建议收悉，现答复如下。"
    assert read_text(text.encode("utf-16-le"), "a.txt").text == text


def test_line_ends_become_one_kind_and_invisible_marks_go() -> None:
    content = "标题\r\n第一行\r\u200b第二行\x0c第三行\ufeff".encode()
    assert read_text(content, "a.txt").text == "标题\n第一行\n第二行\n第三行"


def test_a_cut_last_character_is_marked_and_said() -> None:
    read = read_text(LETTER.strip().encode()[:-1], "a.txt")
    assert read.text.endswith("\ufffd")
    assert "1 处文字已损坏" in read.notices[0]


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\0\0\0\0"])
def test_an_empty_file_is_refused_as_empty(content: bytes) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(content, "a.txt")
    assert refusal.value.code == "empty"


def test_a_program_is_refused_as_no_known_format() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(b"\x7fELF" + bytes(range(256)) * 40, "a.txt")
    assert refusal.value.code == "unknown_format"


def test_an_encoding_nobody_can_tell_is_refused_with_the_cure() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text("Ответ на предложение депутата о развитии".encode("koi8-r"), "a.txt")
    assert refusal.value.code == "encoding"
    assert "UTF-8" in refusal.value.message


@pytest.mark.parametrize(
    ("copied", "read"),
    [
        ("平民提&#12308;2021&#12309;5号&nbsp;&ldquo;完&rdquo;", "平民提〔2021〕5号\xa0“完”"),
        ("## 关于第5号提案的答复\n**林秋水委员：**", "关于第5号提案的答复\n林秋水委员："),
        ("**一、修路。**今年完工。", "一、修路。今年完工。"),
        ("第一行\n  **B**", "第一行\n  B"),
        ("第一行<br/>\n<b>第二行</b><br>第三行</p>\n<p class=x>第四行", "第一行\n第二行\n第三行\n第四行"),
    ],
)
def test_signs_of_a_copied_source_are_read_as_what_they_mean(copied: str, read: str) -> None:
    assert read_text(copied.encode(), "a.txt").text == read


@pytest.mark.parametrize("text", ["**委员、林**委员：", "林**、**代表：", "第#5号", "A&B公司;", "5 & 6"])
def test_signs_that_stand_for_themselves_stay(text: str) -> None:
    assert read_text(text.encode(), "a.txt").text == text


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    assert read_text("⽼⼈之家，⺠政局⽔利⻋站".encode(), "a.txt").text == "老人之家，民政局水利车站"
