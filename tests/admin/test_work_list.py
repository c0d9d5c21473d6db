"""The first page of the staff side is a list of work."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from replies.ingest.review import publish
from replies.models import RefusedFile
from tests.admin.pages import text_of
from tests.makers import make_reply


def test_drafts_are_listed_by_what_they_wait_for(clerk, sample_draft):
    sample_draft(1)
    sample_draft(3)
    publish(sample_draft(0), by=None)
    RefusedFile.objects.create(sha256="0" * 64, name="扫描件.pdf", size=1, code="scanned", message="是扫描件")
    told = text_of(clerk.get("/admin/"))
    waiting, ready, published, refused = (
        told.index(words) for words in ("第269号", "第170号", "第317号", "扫描件.pdf")
    )
    assert told.index("有待解决的问题") < waiting < told.index("可以审核") < ready
    assert told.index("最近发布") < published < told.index("未能读取的文件") < refused


def test_who_publishes_sees_first_what_is_ready(reviewer):
    told = text_of(reviewer.get("/admin/"))
    assert told.index("可以审核") < told.index("有待解决的问题")


def test_a_draft_without_a_title_is_known_by_its_first_words(clerk):
    make_reply("有题目的答复", letter="王代表：您的建议收悉。", status="draft")
    make_reply("", letter="李代表：您提出的《关于加装电梯的建议》收悉。" + "正文" * 90, status="draft")
    told = text_of(clerk.get("/admin/"))
    assert "李代表：您提出的《关于加装电梯的建议》收悉。" in told
    assert "正文" * 40 not in told
    assert "王代表" not in told


def test_the_lists_speak_as_the_house_does(clerk):
    told = text_of(clerk.get("/admin/replies/reply/"))
    assert "待办›答复档案›答复" in told
    assert "选择" not in told
    assert "首页" not in told


def test_staff_without_the_right_to_see_replies_are_told_so(db):
    user = User.objects.create_user("new", password="a long enough word", is_staff=True)
    client = Client()
    client.force_login(user)
    assert "没有查看答复的权限" in text_of(client.get("/admin/"))


@pytest.mark.parametrize("page", ["/admin/", "/admin/replies/reply/"])
def test_the_number_of_queries_does_not_grow_with_the_drafts(
    clerk, page, django_assert_max_num_queries, django_assert_num_queries
):
    for _ in range(5):
        make_reply(status="draft")
    with django_assert_max_num_queries(30) as first:
        clerk.get(page)
    for _ in range(5):
        make_reply(status="draft")
    with django_assert_num_queries(len(first)):
        clerk.get(page)


@pytest.mark.parametrize(
    "page",
    ["topic", "agency", "city", "representative", "proposal", "sourcedocument", "refusedfile"],
)
def test_every_list_opens_for_those_who_may_see_it(admin_client, stranger, page):
    make_reply(status="draft")
    assert admin_client.get(f"/admin/replies/{page}/").status_code == 200
    assert stranger.get(f"/admin/replies/{page}/").status_code == 302


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("topic/add/", "保存后不能再改"),
        ("topic/add/", "这个词语里含有的主题词不算数"),
        ("agency/add/", "用英文逗号隔开"),
        ("reply/add/", "可以不填"),
    ],
)
def test_a_form_says_what_a_name_alone_does_not(admin_client, page, said):
    assert said in admin_client.get(f"/admin/replies/{page}").content.decode()


def test_places_cannot_be_changed_by_hand(admin_client):
    make_reply(status="draft")
    assert admin_client.get("/admin/replies/city/add/").status_code == 403


def test_a_file_that_was_refused_is_taken_off_the_list_once_it_is_dealt_with(clerk, stranger):
    scan = RefusedFile.objects.create(
        sha256="0" * 64, name="扫描件.pdf", size=1, code="scanned", message="是扫描件"
    )
    address = reverse("admin:replies_refusedfile_settle", args=[scan.pk])
    assert address in clerk.get("/admin/").content.decode()
    stranger.post(address)
    assert RefusedFile.objects.exists()
    assert "扫描件.pdf" not in text_of(clerk.post(address, follow=True))
    assert not RefusedFile.objects.exists()
