"""Handing in a reply, by pasting or by giving the file."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from replies.ingest import handing_in
from replies.ingest.receive import remember_refusal
from replies.models import RefusedFile, Reply, SourceDocument
from replies.text.file_formats import ArchiveLimits, UnreadableFile
from tests.admin.pages import text_of
from tests.samples import sample_text

INTAKE = "/admin/replies/reply/add/"


def upload(name, content):
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def word_file(text):
    document, file = docx.Document(), BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def web_page(text):
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return f'<html><head><meta charset="utf-8"></head><body><div id="content">{lines}</div></body></html>'.encode()


def test_a_clerk_pastes_a_letter_and_comes_to_its_review(clerk, catalogue):
    response = clerk.post(INTAKE, {"text": sample_text(3)})
    reply = Reply.objects.get()
    assert response["Location"] == reverse("admin:replies_reply_change", args=[reply.pk])
    assert reply.created_by == clerk.user
    assert reply.title == "关于对市政协八届五次会议第170号提案的答复"


@pytest.mark.parametrize(
    ("name", "make"),
    [("答复.docx", word_file), ("答复.html", web_page), ("答复.txt", lambda text: text.encode("gb18030"))],
)
def test_a_clerk_uploads_a_file_and_it_is_kept_as_it_came(clerk, catalogue, name, make):
    content = make(sample_text(3))
    clerk.post(INTAKE, {"file": upload(name, content)})
    source = SourceDocument.objects.get()
    assert bytes(source.content) == content
    assert source.name == name
    assert str(source.reply.agency) == "濮阳市民政局"


def test_pasting_what_was_uploaded_before_leads_to_what_is_there(clerk, catalogue):
    text = sample_text(3)
    clerk.post(INTAKE, {"file": upload("答复.txt", text.encode())})
    response = clerk.post(INTAKE, {"text": text.replace("\n", "\r\n")})
    reply = Reply.objects.get()
    assert reverse("admin:replies_reply_change", args=[reply.pk]) in response.content.decode()
    assert "已经在档案里" in text_of(response)


def test_an_unreadable_file_is_refused_beside_its_field_and_what_was_typed_stays(clerk, catalogue):
    response = clerk.post(
        INTAKE, {"file": upload("空.pdf", b"%PDF-1.4 broken"), "received_from": "市政协来件"}
    )
    assert not SourceDocument.objects.exists()
    assert "市政协来件" in response.content.decode()
    refusal = RefusedFile.objects.get()
    assert refusal.message in response.content.decode()


def test_nothing_handed_in_is_told_so(clerk):
    assert "请选择文件，或在下面粘贴全文" in text_of(clerk.post(INTAKE, {"text": "  \n"}))


def test_a_file_and_a_text_at_once_are_not_guessed_between(clerk, catalogue):
    response = clerk.post(INTAKE, {"text": "第一行", "file": upload("答复.txt", b"x")})
    assert "只能交一样" in text_of(response)
    assert "第一行" in response.content.decode()
    assert not Reply.objects.exists()


def test_a_stranger_is_asked_to_sign_in(stranger):
    response = stranger.get(INTAKE)
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_uploaded_text_is_never_run(clerk, catalogue):
    evil = "<script>alert(1)</script>\n关于对市政协八届五次会议第9号提案的答复\n"
    response = clerk.post(INTAKE, {"text": evil}, follow=True)
    assert "<script>alert(1)" not in response.content.decode()
    assert "&lt;script&gt;alert(1)" in response.content.decode()


def test_an_original_is_downloaded_by_staff_alone(clerk, stranger, catalogue):
    clerk.post(INTAKE, {"file": upload("答复.html", web_page(sample_text(3)))})
    source = SourceDocument.objects.get()
    address = reverse("admin:replies_sourcedocument_original", args=[source.pk])
    response = clerk.get(address)
    assert response.content == bytes(source.content)
    assert response["Content-Disposition"].startswith("attachment")
    assert stranger.get(address).status_code == 302


def zipped(**files):
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()


def test_several_files_at_once_are_each_taken_in_and_what_failed_is_named(clerk, catalogue):
    files = [
        upload("甲.txt", sample_text(3).encode()),
        upload("乙.docx", word_file(sample_text(4))),
        upload("丙.pdf", b"%PDF-1.4 broken"),
    ]
    told = text_of(clerk.post(INTAKE, {"file": files, "received_from": "市政协来件"}, follow=True))
    assert "共3件，收下2件" in told
    assert "“丙.pdf”：文件已损坏" in told
    kept = SourceDocument.objects.values_list("name", "received_from")
    assert set(kept) == {("甲.txt", "市政协来件"), ("乙.docx", "市政协来件")}
    assert RefusedFile.objects.get().name == "丙.pdf"


def test_an_archive_is_opened_and_one_letter_in_it_leads_to_its_review(clerk, catalogue):
    packed = zipped(答复_txt=sample_text(3).encode())
    response = clerk.post(INTAKE, {"file": upload("来件.zip", packed)})
    reply = Reply.objects.get()
    assert response["Location"] == reverse("admin:replies_reply_change", args=[reply.pk])
    assert reply.source.name == "答复.txt"


def test_of_an_archive_that_came_before_each_file_leads_to_what_is_there(clerk, catalogue):
    packed = zipped(甲_txt=sample_text(3).encode(), 乙_txt=sample_text(4).encode())
    clerk.post(INTAKE, {"file": upload("来件.zip", packed)})
    again = clerk.post(INTAKE, {"file": upload("来件.zip", packed)}, follow=True)
    assert "共2件，收下0件" in text_of(again)
    for reply in Reply.objects.all():
        assert (
            again.content.decode().count(
                f'<a href="{reverse("admin:replies_reply_change", args=[reply.pk])}">'
            )
            >= 1
        )
    assert Reply.objects.count() == 2


@pytest.mark.parametrize(
    ("packed", "told"), [(zipped(), "压缩包里没有文件"), (b"PK\x03\x04" + b"x" * 200, "文件已损坏")]
)
def test_an_archive_without_letters_is_refused_beside_its_field(clerk, packed, told):
    assert told in text_of(clerk.post(INTAKE, {"file": upload("来件.zip", packed)}))
    assert RefusedFile.objects.get().name == "来件.zip"


def test_an_archive_of_more_than_is_read_at_once_says_what_was_left(clerk, catalogue, monkeypatch):
    monkeypatch.setattr(handing_in, "LIMITS", ArchiveLimits(count=1))
    packed = zipped(甲_txt=sample_text(3).encode(), 乙_txt=sample_text(4).encode())
    told = text_of(clerk.post(INTAKE, {"file": upload("来件.zip", packed)}, follow=True))
    assert "收下1件" in told
    assert "超过1个，其余没有读取" in told


def test_an_empty_file_says_what_to_do(clerk):
    told = text_of(clerk.post(INTAKE, {"file": upload("空.docx", b"")}))
    assert "请检查原文件后重新上传" in told


def test_an_archive_that_was_refused_once_and_is_opened_now_is_off_the_list(clerk, catalogue):
    packed = zipped(甲_txt=sample_text(3).encode())
    refusal = UnreadableFile("archive", "这是压缩包。")
    remember_refusal(packed, "来件.zip", refusal, clerk.user)
    clerk.post(INTAKE, {"file": upload("来件.zip", packed)})
    assert not RefusedFile.objects.exists()
