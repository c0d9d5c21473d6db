"""A representative finds the reply to her own proposal, keeps it, and sends others the link."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.makers import make_city, make_proposal, make_reply

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
TITLE = "关于市十三届人大四次会议第317号建议的答复函"
LETTER = "肖石龙代表：\n您提出的建议收悉。现答复如下：\n我市全面启动公建民营改革。\n"


@pytest.fixture
def hers(live_server):
    """The reply to her proposal, among others that name the number or the subject."""
    wenzhou, puyang = make_city("wenzhou"), make_city("puyang")
    make_reply("关于第170号提案的答复", "推进社区养老，惠及317户。", city=puyang, proposals=[])
    make_reply("关于第88号建议的答复", "我市全面启动公建民营改革。", city=wenzhou)
    return make_reply(TITLE, LETTER, city=wenzhou, proposals=[make_proposal(wenzhou, number="317")])


def find_her_reply(page, words="第317号"):
    page.goto("/")
    page.locator("[name=q]").fill(words)
    page.get_by_role("button", name="检索").click()
    page.get_by_role("link", name=re.compile(TITLE)).first.click()
    page.wait_for_url("**/replies/*/")


def keep(page):
    page.get_by_role("button", name="收藏", exact=True).click()
    page.get_by_text("已收藏").wait_for()


def write_note(page, note):
    page.get_by_text("写备注").click()
    page.get_by_role("textbox", name=re.compile("备注")).fill(note)
    page.get_by_role("button", name="保存备注").click()
    page.get_by_text("备注已保存").wait_for()


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desktop"])
def test_a_representative_finds_keeps_and_shares_the_reply_to_her_proposal(hers, open_browser, script, size):
    page = open_browser(viewport=size, java_script_enabled=script)
    find_her_reply(page)
    keep(page)
    page.get_by_role("link", name="打开收藏夹").click()
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    write_note(page, "下次会上追问进度")

    expect(page.get_by_role("link", name="复制链接")).to_have_count(1 if script else 0)
    others = open_browser(viewport=size, java_script_enabled=script)
    others.goto(page.get_by_label("分享链接").input_value())
    expect(others.get_by_role("heading", name="分享的收藏夹")).to_be_visible()
    expect(others.get_by_text("下次会上追问进度")).to_have_count(0)
    expect(others.get_by_role("button", name="移出")).to_have_count(0)
    others.get_by_role("link", name=TITLE).click()
    others.wait_for_url(f"**{hers.get_absolute_url()}")
    expect(others.get_by_role("button", name="收藏", exact=True)).to_be_visible()


def test_what_she_keeps_is_there_when_she_comes_back_and_in_no_other_browser(hers, open_browser):
    page = open_browser()
    find_her_reply(page, "肖石龙 317")
    keep(page)
    page.context.clear_cookies(name="csrftoken")
    page.goto("/saved/")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    stranger = open_browser()
    stranger.goto("/saved/")
    expect(stranger.get_by_text("还没有收藏")).to_be_visible()


def test_she_opens_her_shelf_on_her_phone_by_the_private_link(hers, open_browser):
    page = open_browser()
    find_her_reply(page)
    keep(page)
    page.goto("/saved/")
    page.get_by_role("link", name="取私人链接").click()
    phone = open_browser(viewport=PHONE)
    phone.goto(page.get_by_label("私人链接").input_value())
    phone.get_by_role("button", name="在这台设备上打开").click()
    expect(phone.get_by_role("link", name=TITLE)).to_be_visible()
    phone.get_by_role("button", name="移出").click()
    expect(phone.get_by_text("收藏的答复 0 件")).to_be_visible()
    page.goto("/saved/")
    expect(page.get_by_text("收藏的答复 0 件")).to_be_visible()


def test_she_follows_a_search_and_sees_that_a_reply_is_new(hers, open_browser):
    page = open_browser()
    page.goto("/replies/?q=公建民营")
    page.get_by_role("button", name="关注这次检索").click()
    expect(page.get_by_text("共 2 件")).to_be_visible()
    expect(page.get_by_text("新增")).to_have_count(0)
    make_reply("刚发布的答复", "推进公建民营。", published_at="2999-01-01T00:00:00+08:00")
    page.goto("/saved/")
    expect(page.get_by_text("新增 1 件")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desktop"])
def test_no_page_of_the_shelf_is_wider_than_the_screen(hers, open_browser, size):
    page = open_browser(viewport=size)
    find_her_reply(page)
    keep(page)
    for address in ("/saved/", "/saved/move/", "/saved/forget/", "/api/docs"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address


@pytest.mark.parametrize("elder", ["", "18"], ids=["as usual", "elder mode"])
def test_no_page_of_the_shelf_breaks_a_rule_of_accessibility(hers, open_browser, live_server, elder):
    # The checker is a script of its own, which the site's rules would keep out.
    page = open_browser(viewport=PHONE, bypass_csp=True)
    if elder:
        page.context.add_cookies([{"name": "elder", "value": elder, "url": live_server.url}])
    find_her_reply(page)
    keep(page)
    page.goto("/saved/")
    write_note(page, "要追问")
    shared = page.get_by_label("分享链接").input_value()
    for address in (
        "/saved/",
        shared,
        "/saved/move/",
        "/saved/forget/",
        "/saved/searches/?q=养老",
        "/api/docs",
    ):
        page.goto(address)
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], address


def test_the_page_to_try_the_api_works_under_the_sites_own_rules(hers, page):
    complaints = []
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.goto("/api/docs/try")
    page.get_by_text("/api/v1/replies/{reply_id}").wait_for()
    assert complaints == []
