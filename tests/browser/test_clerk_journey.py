"""A clerk pastes a letter, checks it beside its original, and a reviewer publishes it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from replies.ingest.catalogue import load_divisions, load_topics
from replies.models import Reply
from tests.drafts import FIXTURES
from tests.samples import sample_text

PASSWORD = "a long enough word"


@pytest.fixture
def staff(transactional_db, clerk_user, reviewer_user):
    """Divisions, topics, a clerk and a reviewer, as other connections see them."""
    load_divisions(FIXTURES / "divisions.csv")
    load_topics(FIXTURES / "topics.json")


def shows(page: Page, words: str) -> None:
    """The page says so, and its scripts listen."""
    expect(page.get_by_text(words)).to_be_visible()
    page.wait_for_load_state()


def stands_in(page: Page, field: str) -> None:
    expect(page.get_by_label(field, exact=True)).to_be_focused()
    page.wait_for_load_state()


def sign_in(page: Page, name: str) -> None:
    page.goto("/admin/")
    page.get_by_label(re.compile("用户名")).fill(name)
    page.get_by_label(re.compile("密码")).fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="有待解决的问题")).to_be_visible()


def paste(page: Page, text: str) -> None:
    page.get_by_role("link", name="录入答复").click()
    page.get_by_label("或粘贴全文").fill(text)
    page.get_by_role("button", name="收下并读取").click()
    shows(page, "已收下并读完")


@pytest.fixture
def clerks_page(staff, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    sign_in(page, "clerk")
    return page


def test_a_clerk_hands_in_a_letter_and_a_reviewer_publishes_it(clerks_page, open_browser):
    paste(clerks_page, sample_text(3))
    expect(clerks_page.get_by_label("主办单位")).to_have_value("濮阳市民政局")
    clerks_page.get_by_role("textbox", name="文号").fill("濮民〔2021〕5号")
    clerks_page.keyboard.press("Control+s")
    shows(clerks_page, "已保存：文号")

    reviewer = open_browser()
    sign_in(reviewer, "reviewer")
    reviewer.get_by_role("link", name=re.compile("第170号提案的答复")).click()
    reviewer.get_by_role("button", name="保存并发布").click()
    reviewer.get_by_role("link", name="查看公开页面").click()
    expect(reviewer.get_by_role("heading", level=1)).to_contain_text("第170号提案")

    stranger = open_browser()
    stranger.goto("/replies/?q=嵌入式养老")
    expect(stranger.get_by_role("link", name=re.compile("第170号提案的答复")).first).to_be_visible()
    expect(stranger.get_by_text("陈修斌")).to_have_count(0)


def test_a_field_lights_its_place_in_the_original(clerks_page):
    paste(clerks_page, sample_text(3))
    clerks_page.get_by_label("主办单位").focus()
    lit = clerks_page.locator("#original .lit")
    assert "".join(lit.all_inner_texts()) == "濮阳市民政局"
    expect(lit.first).to_be_in_viewport()


def test_by_keyboard_one_goes_from_field_to_field_and_a_closed_measure_lights_its_place(clerks_page):
    paste(clerks_page, sample_text(3))
    clerks_page.locator("#id_doc_number").focus()
    clerks_page.keyboard.press("Tab")
    expect(clerks_page.locator("#id_reply_date")).to_be_focused()
    clerks_page.locator("#cards summary").nth(1).focus()
    heading = clerks_page.locator("#cards .card-heading").nth(1).inner_text()
    expect(clerks_page.locator("#original .lit").first).to_contain_text(heading[:6])
    clerks_page.keyboard.press("Tab")
    expect(clerks_page.locator("#cards summary").nth(2)).to_be_focused()


def test_words_selected_in_the_original_fill_the_field_one_was_in(clerks_page):
    paste(clerks_page, sample_text(3))
    field = clerks_page.get_by_role("textbox", name="签发人")
    field.focus()
    place = clerks_page.locator("#original [data-keys~=proposers]").first
    place.scroll_into_view_if_needed()
    place.dblclick()
    expect(field).not_to_have_value("")
    chosen = field.input_value()
    assert chosen in sample_text(3)
    clerks_page.keyboard.press("Control+z")
    expect(field).to_have_value("")


def select(page, place, to_x):
    """Draws over a finding in the original, from its first character to there."""
    box = place.bounding_box()
    level = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 1, level)
    page.mouse.down()
    page.mouse.move(to_x, level, steps=5)
    page.mouse.up()


def test_a_selection_may_end_beside_the_original_and_fills_no_field_one_has_left(clerks_page):
    paste(clerks_page, sample_text(3))
    place = clerks_page.locator("#original [data-keys~=agency]").first
    place.scroll_into_view_if_needed()
    field = clerks_page.get_by_role("textbox", name="签发人")
    field.fill("张三")
    select(clerks_page, place, 900)
    expect(field).to_have_value(re.compile("濮阳市民政局"))
    field.fill("李四")
    clerks_page.get_by_label("办理结果", exact=True).focus()
    select(clerks_page, place, place.bounding_box()["x"] + 60)
    assert clerks_page.evaluate("String(getSelection())")
    expect(field).to_have_value("李四")


def test_a_place_is_taken_with_one_click_and_an_agency_typed(clerks_page):
    paste(clerks_page, sample_text(1))
    questions = clerks_page.get_by_role("region", name="待解决的问题")
    expect(questions.get_by_label("地区")).to_be_visible()
    questions.get_by_role("button", name="濮阳市").click()
    shows(clerks_page, "已保存：地区")
    clerks_page.get_by_label("主办单位").fill("濮阳市民政局")
    clerks_page.keyboard.press("Enter")
    shows(clerks_page, "已保存：主办单位")
    expect(questions).to_have_count(0)


def test_places_are_offered_while_typing_and_taken_by_keyboard(clerks_page):
    paste(clerks_page, sample_text(1))
    field = clerks_page.locator("#id_city")
    field.press_sequentially("puyang")  # which no name of a place contains
    offers = clerks_page.get_by_role("listbox", name="地区").get_by_role("option")
    expect(offers.first).to_have_text("河南省濮阳市")
    expect(offers.first).to_be_visible()
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "offers-id_city-0")
    field.press("Enter")
    expect(field).to_have_value("河南省濮阳市")
    expect(offers).to_have_count(0)


def test_a_second_name_is_offered_and_the_first_stays(clerks_page):
    paste(clerks_page, sample_text(3))
    field = clerks_page.locator("#id_co_agencies")
    field.fill("")
    field.press_sequentially("市财政局、阳市民政")
    clerks_page.get_by_role("option", name="濮阳市民政局").click()
    expect(field).to_have_value("市财政局、濮阳市民政局")


def test_measures_are_moved_and_added_in_place(clerks_page):
    paste(clerks_page, sample_text(3))
    cards = clerks_page.locator("#cards .card")
    second = cards.nth(1).locator(".card-heading").inner_text()
    cards.nth(1).locator("summary").click()
    cards.nth(1).get_by_role("button", name="上移").click()
    expect(cards.nth(0).locator(".card-heading")).to_have_text(second)
    clerks_page.get_by_role("button", name="添加措施").click()
    cards.last.get_by_label("要点").fill("新增一项措施")
    cards.last.get_by_role("button", name="添加数字").click()
    cards.last.get_by_label("前后文字").fill("建成床位1200张")
    clerks_page.keyboard.press("Control+s")
    shows(clerks_page, "已保存：措施与数字")
    measures = list(Reply.objects.get().measures.all())
    assert measures[0].heading == second
    assert measures[-1].heading == "新增一项措施"
    assert measures[-1].figures.get().text == "建成床位1200张"


def test_what_was_typed_survives_a_reload(clerks_page):
    paste(clerks_page, sample_text(3))
    clerks_page.get_by_role("textbox", name="签发人").fill("张三")
    shows(clerks_page, "已暂存在本机")
    clerks_page.reload()
    expect(clerks_page.get_by_role("textbox", name="签发人")).to_have_value("张三")
    shows(clerks_page, "恢复了您上次没有保存的内容")


def test_measures_that_were_moved_stand_there_after_a_reload(clerks_page):
    paste(clerks_page, sample_text(3))
    cards = clerks_page.locator("#cards .card")
    second = cards.nth(1).locator(".card-heading").inner_text()
    cards.nth(1).locator("summary").click()
    cards.nth(1).get_by_role("button", name="上移").click()
    cards.nth(0).get_by_label("要点").fill("改过的要点")
    expect(clerks_page.get_by_text("已暂存在本机")).to_be_visible()
    clerks_page.reload()
    expect(clerks_page.get_by_text("恢复了您上次没有保存的内容")).to_be_visible()
    expect(cards.nth(0).locator(".card-heading")).to_have_text("改过的要点")
    clerks_page.get_by_role("button", name="添加措施").click()
    cards.last.get_by_label("要点").fill("新增一项措施")
    clerks_page.keyboard.press("Control+s")
    shows(clerks_page, "已保存：措施与数字")
    headings = [measure.heading for measure in Reply.objects.get().measures.all()]
    assert (headings[0], headings[-1]) == ("改过的要点", "新增一项措施")
    assert second not in headings


def test_what_was_typed_survives_the_end_of_the_session(clerks_page):
    paste(clerks_page, sample_text(3))
    clerks_page.get_by_role("textbox", name="签发人").fill("张三")
    clerks_page.context.clear_cookies(name="sessionid")
    clerks_page.get_by_role("button", name="保存", exact=True).last.click()
    clerks_page.get_by_label(re.compile("用户名")).fill("clerk")
    clerks_page.get_by_label(re.compile("密码")).fill(PASSWORD)
    clerks_page.get_by_role("button", name="登录").click()
    expect(clerks_page.get_by_role("textbox", name="签发人")).to_have_value("张三")


def test_two_people_editing_the_second_saves_knowingly(clerks_page, open_browser):
    paste(clerks_page, sample_text(3))
    other = open_browser()
    sign_in(other, "reviewer")
    other.goto(clerks_page.url)
    clerks_page.get_by_role("textbox", name="文号").fill("濮民〔2021〕5号")
    clerks_page.get_by_role("textbox", name="签发人").fill("张三")
    clerks_page.keyboard.press("Control+s")
    shows(clerks_page, "已保存：文号、签发人")
    other.get_by_role("textbox", name="文号").fill("濮民〔2021〕6号")
    other.get_by_role("textbox", name="公开属性").fill("主动公开")
    other.keyboard.press("Control+s")
    shows(other, "对方改为：濮民〔2021〕5号")
    expect(other.get_by_role("textbox", name="文号")).to_have_value("濮民〔2021〕6号")
    expect(other.get_by_role("textbox", name="签发人")).to_have_value("张三")
    other.keyboard.press("Control+s")
    shows(other, "已保存：文号、公开属性")
    assert Reply.objects.get().signer == "张三"


def test_a_letter_is_taken_in_and_published_by_keyboard_alone(staff, open_browser):
    page = open_browser(viewport={"width": 1280, "height": 800})
    sign_in(page, "reviewer")
    page.get_by_role("link", name="录入答复").focus()
    page.keyboard.press("Enter")
    stands_in(page, "文件")
    page.keyboard.press("Tab")
    page.keyboard.insert_text(sample_text(1))
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    stands_in(page, "地区")
    page.keyboard.insert_text("濮阳市")
    page.keyboard.press("Enter")
    stands_in(page, "主办单位")
    page.keyboard.insert_text("濮阳市民政局")
    page.keyboard.press("Control+Enter")
    shows(page, "已发布，公众现在就能看到和搜到")
    assert Reply.objects.published().count() == 1


def test_a_question_without_a_field_of_its_own_leads_to_one(clerks_page):
    text = sample_text(3)
    paste(clerks_page, text.replace(text[text.index("“关于") : text.index("”已收悉") + 1], "意见"))
    clerks_page.get_by_role("link", name="去填写").click()
    expect(clerks_page.get_by_label("建议标题").first).to_be_focused()


def test_a_file_may_be_dropped_on_the_page(clerks_page):
    clerks_page.get_by_role("link", name="录入答复").click()
    stands_in(clerks_page, "文件")
    dropped = clerks_page.evaluate_handle(
        """text => {
            const files = new DataTransfer();
            files.items.add(new File([text], "来件.txt", { type: "text/plain" }));
            return files;
        }""",
        sample_text(3),
    )
    clerks_page.dispatch_event("body", "drop", {"dataTransfer": dropped})
    clerks_page.get_by_role("button", name="收下并读取").press("Enter")
    shows(clerks_page, "已收下并读完")
    assert Reply.objects.get().source.name == "来件.txt"


def test_the_next_draft_is_one_key_away(clerks_page):
    for number in (1, 2):
        paste(clerks_page, sample_text(1).replace("第269号", f"第{number}号"))
    second = clerks_page.url
    clerks_page.keyboard.press("Alt+n")
    expect(clerks_page).not_to_have_url(second)
    expect(clerks_page.get_by_label("地区")).to_be_focused()


def test_the_review_screen_needs_no_sideways_scrolling(clerks_page):
    paste(clerks_page, sample_text(4))
    widths = clerks_page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
    over = clerks_page.evaluate(
        "[...document.querySelectorAll('.review-side *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert over == 0
