"""A citizen types two characters and narrows what comes back, with and without JavaScript, large and small."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.makers import make_city, make_reply, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
TITLE = "关于对市九届人大一次会议第269号建议的答复"
LETTER = (
    "鲁某中代表：\n您提出的建议收悉。现答复如下：\n我市推进智慧养老服务平台建设。下一步，建设养老驿站。\n"
)


@pytest.fixture
def archive(live_server):
    puyang, wenzhou = make_city("puyang"), make_city("wenzhou")
    make_topic("medical-care-integration")
    wanted = make_reply(
        TITLE,
        LETTER,
        city=puyang,
        reply_date=date(2023, 7, 28),
        topics=["smart-elderly-care"],
        measures=[{"heading": "推进智慧养老服务平台建设"}, {"heading": "建设养老驿站", "phase": "planned"}],
    )
    make_reply("濮阳早年的答复", "我市发展养老服务。", city=puyang, reply_date=date(2021, 7, 7))
    make_reply(
        "濮阳医养结合的答复",
        "我市发展养老服务。",
        city=puyang,
        reply_date=date(2023, 3, 1),
        topics=["medical-care-integration"],
    )
    make_reply("温州的答复", "我市发展养老服务。", city=wenzhou, reply_date=date(2023, 5, 5))
    make_reply("加装电梯的答复", "老旧小区加装电梯。", city=wenzhou, topics=["other"], proposals=[])
    return wanted


def found(page):
    return page.locator(".in-words")


def choose(page, facet, label):
    page.wait_for_load_state()
    group = page.locator(f".facet-{facet}")
    if not group.is_visible():
        page.locator(".facets > summary").click()
    group.locator("a.choice", has_text=label).first.click()


def press(page, button):
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()


def letters(page):
    """Their size in pixels."""
    return page.locator(".letter p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")


def narrow_to_one(page):
    """养老 by city, year and topic; the counts on the way are those that were promised."""
    page.goto("/")
    page.locator("[name=q]").fill("养老")
    page.get_by_role("button", name="检索").click()
    expect(found(page)).to_contain_text("找到 4 件")
    choose(page, "city", "濮阳市")
    expect(found(page)).to_contain_text("找到 3 件")
    choose(page, "year", "2023")
    expect(found(page)).to_contain_text("找到 2 件")
    choose(page, "topic", "智慧养老")
    expect(found(page)).to_contain_text("找到 1 件")


def test_a_citizen_narrows_a_search_by_place_year_and_topic(archive, page):
    narrow_to_one(page)
    expect(page.locator(".chips li")).to_have_count(5)  # the word, three conditions, and "all away"
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("heading", level=1, name=TITLE).wait_for()
    assert page.url.endswith(archive.get_absolute_url())


def test_the_same_on_a_phone_without_javascript(archive, open_browser):
    page = open_browser(viewport=PHONE, java_script_enabled=False)
    narrow_to_one(page)
    assert page.locator(".facets > summary").inner_text().strip() == "筛选（已选 3 项）"


def test_a_condition_can_be_taken_away_again(archive, page):
    page.goto("/replies/?city=puyang&q=养老&year=2023")
    page.get_by_role("link", name="年份：2023").click()
    expect(found(page)).to_contain_text("找到 3 件")
    assert "year" not in page.url


def test_no_card_is_taller_than_a_third_of_a_phone(archive, open_browser):
    page = open_browser(viewport=PHONE)
    page.goto("/replies/?q=养老")
    heights = page.locator(".card").evaluate_all("cards => cards.map(card => card.offsetHeight)")
    assert len(heights) == 4
    assert max(heights) <= PHONE["height"] / 3


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_hit_far_down_a_sentence_is_seen_on_every_screen(archive, open_browser, width):
    rest = "，同时加大财政投入并引导社会力量参与各类设施的建设和运营"
    letter = f"近年来，我市各有关单位按照统一部署认真开展了各项工作{rest}{rest}，其中开设了书法课。"
    make_reply("书法课的答复", letter)
    page = open_browser(viewport={"width": width, "height": 844})
    page.goto("/replies/?q=书法课")
    excerpt, hit = (page.locator(f".card-excerpt{part}").bounding_box() for part in ("", " mark"))
    assert hit["y"] + hit["height"] <= excerpt["y"] + excerpt["height"] + 1


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_scrolls_sideways(archive, open_browser, width):
    page = open_browser(viewport={"width": width, "height": 800})
    for address in ("/", "/replies/?q=养老", archive.get_absolute_url(), "/measures/", "/compare/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_promise_leads_to_its_sentence_in_the_letter(archive, page):
    page.goto(archive.get_absolute_url())
    page.locator(".promised").get_by_role("link", name="建设养老驿站").click()
    sentence = page.locator(".measure:target")
    expect(sentence).to_have_text("建设养老驿站")
    assert sentence.evaluate("e => e.getBoundingClientRect().top >= 0")


def test_elder_mode_enlarges_the_same_page_and_lets_go_of_it(archive, open_browser):
    page = open_browser(viewport=PHONE, java_script_enabled=False)
    page.goto(archive.get_absolute_url())
    press(page, "长辈模式")
    assert page.url.endswith(archive.get_absolute_url())
    assert letters(page) >= 24  # 18 points
    press(page, "最大")
    assert letters(page) >= 40  # 30 points
    press(page, "退出长辈模式")
    assert letters(page) == 18


def test_buttons_of_elder_mode_are_large_enough_for_any_finger(archive, page):
    page.goto("/replies/?q=养老")
    press(page, "长辈模式")
    boxes = page.locator("button:visible, .facets > summary, .chips a").evaluate_all(
        "all => all.map(e => [e.offsetWidth, e.offsetHeight])"
    )
    assert boxes
    assert all(width >= 60 and height >= 60 for width, height in boxes), boxes
