from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from quopri import encodestring

import pytest

from replies.text.file_formats import UnreadableFile, read_text
from tests.samples import file_bytes

LETTER = [
    "李文华委员：",
    "您提出的关于疏通东沟河的提案收悉，现答复如下：",
    "已列入今年清淤计划，年底前完工。",
    "2020年9月8日",
]


def page(lines: list[str], around: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f'<html><head><meta charset="gb2312"></head><body>{around}<div>{body}</div></body></html>'


def part(source: str) -> MIMENonMultipart:
    made = MIMENonMultipart("text", "html", charset="gb2312")
    made["Content-Transfer-Encoding"] = "quoted-printable"
    made.set_payload(encodestring(source.encode("gb18030")).decode("ascii"))
    return made


def of_parts(*sources: str) -> bytes:
    message = MIMEMultipart("related")
    for source in sources:
        message.attach(part(source))
    return message.as_bytes()


def mail(text: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "mzj@example.org", "提案答复"
    message.set_content(text, charset="gb18030")
    return message


@pytest.mark.parametrize("name", ["答复.mht", "答复.html", "答复.eml"])
def test_a_page_without_pictures_is_one_part_and_read_like_the_page(name: str) -> None:
    head = 'From: "由浏览器保存"\r\nSubject: 答复\r\n'.encode("gb18030")
    read = read_text(head + part(page(LETTER)).as_bytes(), name)
    assert (read.format, read.text.split("\n")) == ("mht", LETTER)


def test_a_letter_in_a_frame_of_the_page_is_found() -> None:
    outer = page(["首页", "政务公开，互动交流"], '<iframe src="letter.html"></iframe>')
    assert read_text(of_parts(outer, page(LETTER)), "a.mhtml").text.split("\n") == LETTER


def test_of_a_page_and_its_small_frames_the_page_is_read() -> None:
    assert read_text(of_parts(page(LETTER), page(["分享到微信，微博。"])), "a.mht").text.split("\n") == LETTER


def test_a_letter_that_is_a_mail_is_read() -> None:
    read = read_text(mail("\n".join(LETTER)).as_bytes(), "答复.eml")
    assert (read.format, read.text.split("\n")) == ("txt", LETTER)


def test_of_a_mail_that_is_there_twice_the_letter_is_read_once() -> None:
    message = mail("\n".join(LETTER))
    message.add_alternative(page(LETTER).replace("gb2312", "utf-8"), subtype="html")
    assert read_text(message.as_bytes(), "答复.eml").text.split("\n") == LETTER


def test_a_mail_with_the_letter_attached_is_refused_with_the_cure() -> None:
    message = mail("答复见附件。")
    message.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="答复.docx")
    with pytest.raises(UnreadableFile) as refusal:
        read_text(message.as_bytes(), "来信.eml")
    assert refusal.value.code == "attached"
    assert "附件另存" in refusal.value.message


def test_a_page_that_was_cut_off_is_read_and_said_to_be() -> None:
    content = file_bytes("page.mht")
    read = read_text(content[: len(content) // 2], "page.mht")
    assert read.text.startswith("杭州市民政局")
    assert "没有正常结束" in read.notices[0]
    assert read_text(content, "page.mht").notices == ()
