"""A reader keeps replies without an account, and only what she means to share is seen by others."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from replies.models import Bookmark, Reply, SavedSearch, Shelf
from replies.views import keeping
from tests.makers import make_city, make_reply

OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}
ANOTHER_SITE = {"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"}


def keep(client, reply, **headers):
    return client.post(f"/saved/keep/{reply.pk}/", headers=headers or OUR_PAGE)


def write_note(client, reply, note):
    return client.post(f"/saved/note/{reply.pk}/", {"note": note})


def shelf_of(client):
    return Shelf.objects.get(key=client.cookies["shelf"].value)


def text_of(client, address):
    return client.get(address).content.decode()


def share_address(client):
    return f"/saved/s/{shelf_of(client).share_key}/"


# Keeping


def test_a_mere_reader_gets_no_cookie_and_leaves_no_row(stranger):
    reply = make_reply()
    for address in ("/saved/", "/", "/replies/", reply.get_absolute_url()):
        stranger.get(address)
    assert not stranger.cookies
    assert not Shelf.objects.exists()


def test_the_first_bookmark_makes_a_shelf_and_leads_back_to_the_reply(xiao):
    reply = make_reply()
    answer = keep(xiao, reply)
    assert answer["Location"] == f"{reply.get_absolute_url()}#keep"
    assert [bookmark.reply for bookmark in shelf_of(xiao).bookmarks.all()] == [reply]


def test_the_key_to_a_shelf_is_out_of_reach_of_scripts_and_other_sites(xiao):
    cookie = keep(xiao, make_reply()).cookies["shelf"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] > 4 * 365 * 24 * 3600
    assert not cookie["secure"]


def test_the_key_travels_over_tls_only_where_there_is_tls(xiao):
    reply = make_reply()
    answer = xiao.post(f"/saved/keep/{reply.pk}/", headers=OUR_PAGE, secure=True)
    assert answer.cookies["shelf"]["secure"]


def test_a_kept_reply_stands_on_the_shelf_with_place_agency_and_number(xiao):
    reply = make_reply("关于第88号建议的答复")
    keep(xiao, reply)
    page = text_of(xiao, "/saved/")
    assert "关于第88号建议的答复" in page
    assert "温州市民政局" in page
    assert f"建议第{reply.proposals.get().number}号" in page


def test_the_reply_page_says_that_it_is_kept(xiao):
    reply = make_reply()
    assert "已收藏" not in text_of(xiao, reply.get_absolute_url())
    keep(xiao, reply)
    assert "已收藏" in text_of(xiao, reply.get_absolute_url())


def test_two_readers_have_two_shelves(xiao, lu):
    first, second = make_reply("甲答复"), make_reply("乙答复")
    keep(xiao, first)
    keep(lu, second)
    assert "乙答复" not in text_of(xiao, "/saved/")
    assert "甲答复" not in text_of(lu, "/saved/")


def test_keeping_twice_keeps_one_and_never_wipes_the_note(xiao):
    reply = make_reply()
    keep(xiao, reply)
    write_note(xiao, reply, "下次会上要问")
    keep(xiao, reply)
    assert [bookmark.note for bookmark in Bookmark.objects.all()] == ["下次会上要问"]


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_public_cannot_be_kept(xiao, status):
    reply = make_reply(status=status, withdrawal_reason="重复")
    assert keep(xiao, reply).status_code == 404
    assert not Shelf.objects.exists()


def test_a_full_shelf_says_so_and_keeps_what_it_has(xiao, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_REPLIES", 1)
    kept, refused = make_reply(), make_reply()
    keep(xiao, kept)
    answer = keep(xiao, refused)
    assert answer.status_code == 400
    assert "收藏夹已满 1 件" in answer.content.decode()
    assert shelf_of(xiao).bookmarks.count() == 1


# Forged and old-fashioned requests


def test_another_site_cannot_put_anything_on_a_shelf(db):
    reply = make_reply()
    victim = Client(enforce_csrf_checks=True)
    answer = keep(victim, reply, **ANOTHER_SITE)
    assert answer.status_code == 200
    assert "收藏这件答复" in answer.content.decode()
    assert not Bookmark.objects.exists()


def test_another_site_cannot_take_anything_off_a_shelf(db):
    reply = make_reply()
    victim = Client(enforce_csrf_checks=True)
    keep(victim, reply)
    victim.post(f"/saved/drop/{reply.pk}/", {"with_note": "1"}, headers=ANOTHER_SITE)
    assert Bookmark.objects.count() == 1


def test_a_wrong_token_is_refused(db):
    reply = make_reply()
    client = Client(enforce_csrf_checks=True)
    answer = client.post(f"/saved/keep/{reply.pk}/", {"csrfmiddlewaretoken": "a" * 64}, headers=ANOTHER_SITE)
    assert answer.status_code == 403
    assert not Bookmark.objects.exists()


def test_a_browser_that_says_nothing_of_itself_is_asked_once_more_and_then_keeps(db):
    reply = make_reply()
    client = Client(enforce_csrf_checks=True)
    asked = client.post(f"/saved/keep/{reply.pk}/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', asked.content.decode())[1]
    client.post(f"/saved/keep/{reply.pk}/", {"csrfmiddlewaretoken": token})
    assert Bookmark.objects.get().reply == reply


def test_a_browser_that_names_only_the_origin_keeps_at_once(db):
    reply = make_reply()
    client = Client(enforce_csrf_checks=True)
    client.post(f"/saved/keep/{reply.pk}/", headers={"Origin": "http://testserver"})
    assert Bookmark.objects.get().reply == reply


def test_following_a_link_to_keep_changes_nothing(xiao):
    reply = make_reply()
    assert "收藏这件答复" in text_of(xiao, f"/saved/keep/{reply.pk}/")
    assert not Bookmark.objects.exists()


def test_a_note_from_another_site_is_refused(db):
    reply = make_reply()
    victim = Client(enforce_csrf_checks=True)
    keep(victim, reply)
    assert write_note(victim, reply, "假").status_code == 403
    assert Bookmark.objects.get().note == ""


# Notes and dropping


def test_a_note_is_kept_and_shown_as_it_was_written(xiao):
    reply = make_reply()
    keep(xiao, reply)
    answer = write_note(xiao, reply, "问<b>王局长</b>\r\n第二行")
    page = text_of(xiao, answer["Location"])
    assert "问&lt;b&gt;王局长&lt;/b&gt;<br>第二行" in page
    assert "备注已保存" in page
    assert "备注已保存" not in text_of(xiao, "/saved/")


def test_a_note_too_long_is_not_saved_and_not_lost(xiao):
    reply = make_reply()
    keep(xiao, reply)
    write_note(xiao, reply, "先前的")
    long_note = "长" * 2001
    answer = write_note(xiao, reply, long_note)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert long_note in page
    assert "最长 2000 字，现在是 2001 字" in page
    assert Bookmark.objects.get().note == "先前的"


def test_a_note_can_be_written_only_on_ones_own_shelf(xiao, lu):
    first, second = make_reply(), make_reply()
    keep(xiao, first)
    keep(lu, second)
    assert write_note(lu, first, "不是我的").status_code == 404
    assert {bookmark.note for bookmark in Bookmark.objects.all()} == {""}


def test_a_reply_without_a_note_is_dropped_at_once(xiao):
    reply = make_reply()
    keep(xiao, reply)
    answer = xiao.post(f"/saved/drop/{reply.pk}/", headers=OUR_PAGE)
    assert answer["Location"] == "/saved/"
    assert not Bookmark.objects.exists()


def test_dropping_leads_back_to_the_reply_it_came_from(xiao):
    reply = make_reply()
    keep(xiao, reply)
    back = {"next": reply.get_absolute_url()}
    answer = xiao.post(f"/saved/drop/{reply.pk}/", back, headers=OUR_PAGE)
    assert answer["Location"] == reply.get_absolute_url()


def test_dropping_never_leads_to_another_site(xiao):
    reply = make_reply()
    keep(xiao, reply)
    answer = xiao.post(f"/saved/drop/{reply.pk}/", {"next": "https://elsewhere.example/"}, headers=OUR_PAGE)
    assert answer["Location"] == "/"


def test_a_note_is_not_lost_with_its_reply_before_the_reader_says_so(xiao):
    reply = make_reply()
    keep(xiao, reply)
    write_note(xiao, reply, "要紧")
    asked = xiao.post(f"/saved/drop/{reply.pk}/", headers=OUR_PAGE)
    assert "要紧" in asked.content.decode()
    assert Bookmark.objects.exists()
    xiao.post(f"/saved/drop/{reply.pk}/", {"with_note": "1"}, headers=OUR_PAGE)
    assert not Bookmark.objects.exists()


# What is no longer public


def test_a_withdrawn_reply_stays_on_the_shelf_as_withdrawn_with_its_reason_and_the_note(xiao):
    reply = make_reply("涉及隐私的标题")
    keep(xiao, reply)
    write_note(xiao, reply, "我的想法")
    Reply.objects.filter(pk=reply.pk).update(status="withdrawn", withdrawal_reason="内容有误")
    page = text_of(xiao, "/saved/")
    assert "已撤回：内容有误" in page
    assert "我的想法" in page
    assert "涉及隐私的标题" not in page


def test_a_reply_back_in_draft_shows_nothing_of_itself(xiao):
    reply = make_reply("还要改的标题")
    keep(xiao, reply)
    Reply.objects.filter(pk=reply.pk).update(status="draft")
    page = text_of(xiao, "/saved/")
    assert "目前不公开" in page
    assert "还要改的标题" not in page
    assert "还要改的标题" not in text_of(xiao, f"/saved/drop/{reply.pk}/")


# Sharing


def test_whoever_has_the_share_link_reads_the_shelf(xiao, stranger):
    keep(xiao, make_reply("分享的答复"))
    answer = stranger.get(share_address(xiao))
    assert "分享的答复" in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not stranger.cookies


def test_the_shared_page_gives_away_neither_the_key_nor_a_form_to_change_the_shelf(xiao, stranger):
    keep(xiao, make_reply())
    page = text_of(stranger, share_address(xiao))
    assert shelf_of(xiao).key not in page
    assert "/saved/note/" not in page
    assert "/saved/drop/" not in page


def test_notes_are_private_until_their_writer_shares_them(xiao, stranger):
    reply = make_reply()
    keep(xiao, reply)
    write_note(xiao, reply, "悄悄话")
    assert "悄悄话" not in text_of(stranger, share_address(xiao))
    assert "悄悄话" not in text_of(stranger, f"{share_address(xiao)}export.csv")
    xiao.post("/saved/share/", {"notes": "on"})
    assert "悄悄话" in text_of(stranger, share_address(xiao))
    assert "悄悄话" in text_of(stranger, f"{share_address(xiao)}export.csv")
    xiao.post("/saved/share/", {})
    assert "悄悄话" not in text_of(stranger, share_address(xiao))


def test_a_new_share_link_closes_the_old_one(xiao, stranger):
    keep(xiao, make_reply())
    old = share_address(xiao)
    xiao.post("/saved/share/", {"new_link": ""})
    assert stranger.get(old).status_code == 404
    assert stranger.get(share_address(xiao)).status_code == 200


def test_the_share_link_does_not_open_the_shelf_itself(xiao, stranger):
    keep(xiao, make_reply())
    assert stranger.get(f"/saved/open/{shelf_of(xiao).share_key}/").status_code == 404
    assert stranger.get(f"/saved/s/{shelf_of(xiao).key}/").status_code == 404


def test_the_shared_page_shows_withdrawn_replies_as_withdrawn(xiao, stranger):
    reply = make_reply("不该再看到的")
    keep(xiao, reply)
    Reply.objects.filter(pk=reply.pk).update(status="withdrawn", withdrawal_reason="重复收录")
    page = text_of(stranger, share_address(xiao))
    assert "已撤回：重复收录" in page
    assert "不该再看到的" not in page


# Another device


def private_link(client):
    page = text_of(client, "/saved/move/")
    return re.search(r'value="http://testserver(/saved/open/[^"]+)"', page)[1]


def test_a_private_link_opens_the_shelf_on_another_device_after_asking(xiao):
    keep(xiao, make_reply("随身的答复"))
    phone = Client()
    asked = phone.get(private_link(xiao))
    assert "收藏了 1 件" in asked.content.decode()
    assert not phone.cookies.get("shelf")
    phone.post(private_link(xiao))
    assert "随身的答复" in text_of(phone, "/saved/")


def test_the_page_of_a_private_link_does_not_print_its_address(xiao):
    keep(xiao, make_reply())
    page = text_of(Client(), private_link(xiao))
    assert shelf_of(xiao).key not in page


def test_what_the_device_kept_before_goes_along_with_its_notes(xiao, lu):
    both, only_here = make_reply("两边都有"), make_reply("只在这里")
    keep(xiao, both)
    write_note(xiao, both, "电脑上写的")
    keep(lu, both)
    write_note(lu, both, "手机上写的")
    keep(lu, only_here)
    assert "已经收藏的 2 件会一并放进去" in text_of(lu, private_link(xiao))
    lu.post(private_link(xiao))
    assert shelf_of(lu) == shelf_of(xiao)
    notes = {bookmark.reply: bookmark.note for bookmark in shelf_of(xiao).bookmarks.all()}
    assert notes == {both: "电脑上写的\n手机上写的", only_here: ""}


def test_opening_ones_own_private_link_changes_nothing(xiao):
    reply = make_reply()
    keep(xiao, reply)
    write_note(xiao, reply, "一次")
    xiao.post(private_link(xiao))
    assert Bookmark.objects.get().note == "一次"


def test_a_shelf_is_deleted_only_after_asking(xiao, stranger):
    keep(xiao, make_reply())
    shared = share_address(xiao)
    assert "删除以后不能恢复" in text_of(xiao, "/saved/forget/")
    assert Shelf.objects.exists()
    answer = xiao.post("/saved/forget/")
    assert answer.cookies["shelf"].value == ""
    assert not Bookmark.objects.exists()
    assert stranger.get(shared).status_code == 404


def test_a_stranger_at_the_forms_of_a_shelf_finds_an_empty_one(stranger):
    for address in ("/saved/move/", "/saved/forget/"):
        assert stranger.get(address)["Location"] == "/saved/"
    for address in ("/saved/share/", "/saved/searches/1/drop/"):
        assert stranger.post(address)["Location"] == "/saved/"
    assert "还没有收藏" in text_of(stranger, "/saved/")
    assert not Shelf.objects.exists()


def test_a_key_that_opens_nothing_is_as_none(stranger):
    stranger.cookies["shelf"] = "nothing"
    assert "还没有收藏" in text_of(stranger, "/saved/")


def test_no_cache_keeps_a_shelf(xiao):
    keep(xiao, make_reply())
    assert "no-store" in xiao.get("/saved/")["Cache-Control"]


# Files


def test_a_shelf_is_taken_away_as_a_table_with_its_notes(xiao):
    kept, gone = make_reply("留下的答复"), make_reply("撤回的答复")
    for reply in (kept, gone):
        keep(xiao, reply)
        write_note(xiao, reply, f"备注{reply.pk}")
    Reply.objects.filter(pk=gone.pk).update(status="withdrawn", withdrawal_reason="有误")
    answer = xiao.get("/saved/export.csv")
    table = answer.content.decode("utf-8-sig")
    assert "留下的答复" in table
    assert "撤回的答复" not in table
    assert "已撤回：有误" in table
    assert f"备注{kept.pk}" in table
    assert f"备注{gone.pk}" in table
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(("form", "entry"), [("bib", "@misc{"), ("ris", "TY  - "), ("txt", "[EB/OL]")])
def test_a_shelf_is_taken_away_as_references(xiao, form, entry):
    for title in ("甲答复", "乙答复"):
        keep(xiao, make_reply(title))
    assert text_of(xiao, f"/saved/export.{form}").count(entry) == 2


def test_a_shelf_has_no_other_files(xiao):
    keep(xiao, make_reply())
    assert xiao.get("/saved/export.exe").status_code == 404
    assert Client().get("/saved/export.csv").status_code == 404


# Searches followed


def follow(client, query_string):
    return client.post("/saved/searches/", {"search": query_string}, headers=OUR_PAGE)


def test_a_search_is_followed_under_its_words_and_once_only(xiao):
    make_reply()
    follow(xiao, "city=wenzhou&q=养老&page=3")
    follow(xiao, "q=养老&city=wenzhou")
    search = SavedSearch.objects.get()
    assert search.name == "养老 · 温州市"
    assert "page" not in search.query_string


def test_a_followed_search_says_how_many_are_new_since_the_last_look(xiao, time_machine):
    time_machine.move_to("2024-03-01T08:00:00+08:00")
    make_reply(letter="养老机构建设", published_at="2024-02-01T00:00:00+08:00")
    follow(xiao, "q=养老")
    assert "新增" not in text_of(xiao, "/saved/")
    time_machine.move_to("2024-03-09T08:00:00+08:00")
    make_reply(letter="养老床位补贴", published_at="2024-03-05T00:00:00+08:00")
    make_reply(letter="道路维修", proposals=(), published_at="2024-03-06T00:00:00+08:00")
    page = text_of(xiao, "/saved/")
    assert "新增 1 件" in page
    assert "共 2 件" in page
    answer = xiao.get(f"/saved/searches/{SavedSearch.objects.get().pk}/")
    assert answer["Location"].startswith("/replies/?q=")
    assert "新增" not in text_of(xiao, "/saved/")


def test_twenty_followed_searches_cost_as_many_queries_as_two_once_they_are_counted(xiao, count_queries):
    make_reply(letter="我市推进养老服务和医养结合。")
    follow(xiao, "q=养老")
    follow(xiao, "q=医养")
    xiao.get("/saved/")
    two = count_queries(xiao.get, "/saved/")
    for number in range(18):
        follow(xiao, f"q=养老服务{number}")
    xiao.get("/saved/")
    assert count_queries(xiao.get, "/saved/") == two


def test_what_was_counted_is_counted_anew_when_the_archive_changes(xiao):
    make_reply(letter="我市推进养老服务。")
    follow(xiao, "q=养老服务")
    assert "共 1 件" in text_of(xiao, "/saved/")
    make_reply(letter="我市推进养老服务。")
    assert "共 2 件" in text_of(xiao, "/saved/")


def test_a_shelf_that_takes_long_to_count_is_shown_all_the_same(xiao, monkeypatch):
    make_reply(letter="我市推进养老服务。")
    follow(xiao, "q=养老服务")
    monkeypatch.setattr("replies.views.saved_searches.COUNTING_SECONDS", 0)
    page = text_of(xiao, "/saved/")
    assert "养老服务" in page
    assert "还没有数完，刷新本页再看件数" in page


def test_a_followed_search_names_its_feed(xiao):
    make_city("wenzhou")
    follow(xiao, "city=wenzhou")
    assert "/replies/feed.atom?city=wenzhou" in text_of(xiao, "/saved/")


def test_another_readers_search_cannot_be_opened_or_dropped(xiao, lu):
    follow(xiao, "q=养老")
    follow(lu, "q=助餐")
    search = shelf_of(xiao).searches.get()
    assert lu.get(f"/saved/searches/{search.pk}/").status_code == 404
    lu.post(f"/saved/searches/{search.pk}/drop/")
    assert shelf_of(xiao).searches.exists()
    xiao.post(f"/saved/searches/{search.pk}/drop/")
    assert not shelf_of(xiao).searches.exists()


def test_following_from_another_site_only_asks(db):
    victim = Client(enforce_csrf_checks=True)
    answer = victim.post("/saved/searches/", {"search": "q=养老"}, headers=ANOTHER_SITE)
    assert "检索条件：养老" in answer.content.decode()
    assert not SavedSearch.objects.exists()


def test_a_search_too_long_to_follow_is_refused_with_the_cure(xiao):
    answer = follow(xiao, "&".join(f"city=place-{n}" for n in range(200)))
    assert answer.status_code == 400
    assert "请去掉几个条件" in answer.content.decode()


def test_the_shelf_asks_the_database_as_often_for_twenty_replies_as_for_ten(xiao):
    counted = []
    for _ in range(2):
        for _ in range(10):
            keep(xiao, make_reply())
        with CaptureQueriesContext(connection) as queries:
            xiao.get("/saved/")
        counted.append(len(queries))
    assert counted[0] == counted[1] < 20


@pytest.mark.parametrize("address", ["/saved/s/%00/", "/saved/open/%00/", "/saved/s/%00/export.csv"])
def test_an_address_that_is_no_key_is_told_to_be_none(stranger, address):
    assert stranger.get(address).status_code == 404


def test_a_nul_in_a_note_is_left_out(xiao):
    reply = make_reply()
    keep(xiao, reply)
    write_note(xiao, reply, "先问\x00再看")
    assert shelf_of(xiao).bookmarks.get().note == "先问再看"
