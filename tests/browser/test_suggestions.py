"""The box suggests: by keyboard, by screen reader, while an input method composes, and not at all without JavaScript."""

import pytest
from playwright.sync_api import expect

from replies.search.rebuild import rebuild
from tests.makers import make_city, make_reply

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def archive(live_server):
    for words in ("推进{}。", "实行{}改革。", "{}好。", "坚持{}。", "{}机构。", "扩大{}。"):
        make_reply(letter=words.format("公建民营"), city=make_city("wenzhou"))
    make_reply("濮阳的答复", "发展养老服务。", city=make_city("puyang"))
    rebuild(grace=0)


@pytest.fixture
def box(archive, page):
    page.goto("/")
    return page.get_by_role("combobox")


def options(page):
    return page.get_by_role("option")


def chosen(page):
    """The option that a screen reader is told of."""
    named = page.get_by_role("combobox").get_attribute("aria-activedescendant")
    return page.locator(f"#{named} span").inner_text() if named else None


def test_arrows_move_through_the_list_and_back_into_the_box(box, page):
    box.fill("温州")
    options(page).first.wait_for()
    count = options(page).count()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".searchbox [role=status]")).to_have_text(f"{count} 条建议，用上下键选择。")
    box.press("ArrowDown")
    assert chosen(page) == "温州市"
    box.press("ArrowUp")
    assert chosen(page) is None
    box.press("ArrowUp")
    assert chosen(page) == options(page).last.locator("span").inner_text()
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("温州")


def test_enter_takes_what_is_chosen_and_otherwise_searches(box, page):
    box.fill("wenz")
    options(page).first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    page.get_by_role("heading", level=1, name="温州市").wait_for()
    page.goto("/")
    box.fill("温州")
    options(page).first.wait_for()
    box.press("Enter")
    page.wait_for_url("**/replies/?q=*")


def test_a_phrase_fills_the_box_and_waits(box, page):
    box.fill("公建")
    options(page).filter(has_text="常用词语").first.click()
    expect(box).to_have_value("公建民营")
    assert page.url.endswith("/")
    expect(options(page)).to_have_count(0)


def test_a_place_is_added_to_the_conditions_of_a_search(archive, page):
    page.goto("/replies/?year=2019")
    page.get_by_role("combobox").fill("濮阳")
    options(page).filter(has_text="地区").first.click()
    page.wait_for_url("**/replies/?city=puyang&year=2019")
    expect(page.locator(".in-words")).to_contain_text("找到 1 件")


def test_the_register_of_measures_is_narrowed_where_one_is(archive, page):
    page.goto("/measures/")
    page.get_by_role("combobox").fill("温州市民")
    options(page).filter(has_text="承办单位").first.click()
    page.wait_for_url("**/measures/?agency=*")


def test_nothing_is_asked_while_an_input_method_composes(box, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "suggestions?" in request.url else None)
    keyboard = page.context.new_cdp_session(page)
    box.focus()
    keyboard.send("Input.imeSetComposition", {"text": "wen", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(400)
    expect(box).to_have_value("wen")
    assert asked == []
    keyboard.send("Input.insertText", {"text": "温"})
    options(page).first.wait_for()
    assert len(asked) == 1


def test_an_answer_to_what_is_typed_no_more_is_not_shown(box, page):
    held = []
    page.route("**/suggestions?q=*", lambda route: held.append(route))
    box.fill("温州")
    page.wait_for_timeout(400)
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "min", "selectionStart": 3, "selectionEnd": 3})
    expect(box).to_have_value("温州min")
    with page.expect_response("**/suggestions?q=*"):
        held.pop().continue_()
    page.wait_for_timeout(200)
    expect(options(page)).to_have_count(0)


def test_a_list_that_was_closed_opens_again_by_arrow_down(box, page):
    box.fill("温州")
    options(page).first.wait_for()
    box.press("Escape")
    expect(options(page)).to_have_count(0)
    box.press("ArrowDown")
    options(page).first.wait_for()
    assert chosen(page) is None


def test_taking_a_suggestion_leaves_the_form_as_it_was(archive, page):
    page.goto("/replies/?year=2019")
    page.route("**/replies/?*city=*", lambda route: route.fulfill(status=204))
    page.get_by_role("combobox").fill("濮阳")
    with page.expect_request("**/replies/?*city=puyang*"):
        options(page).filter(has_text="地区").first.click()
    assert page.locator(".searchbox [name=city]").count() == 0
    expect(page.get_by_role("combobox")).to_have_value("濮阳")


def test_without_javascript_the_box_is_a_search_box(archive, open_browser):
    page = open_browser(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox").fill("公建民营")
    page.get_by_role("button", name="检索").click()
    expect(page.locator(".in-words")).to_contain_text("找到 6 件")
