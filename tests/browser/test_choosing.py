"""Several values of a facet ticked and applied once; a long list gets shorter while one types."""

import pytest
from playwright.sync_api import expect

from tests.makers import make_agency, make_city, make_reply

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def archive(live_server):
    make_reply(city=make_city("lucheng-district"), agency=make_agency("温州市民政局"))
    for n in range(60):
        make_reply(city=make_city("puyang"), agency=make_agency(f"濮阳市第{n}局", make_city("puyang")))


def open_agencies(page):
    page.goto("/replies/?q=公建民营")
    page.locator(".facet-agency .choose").click()
    page.get_by_role("heading", level=1, name="选择承办单位").wait_for()
    page.wait_for_load_state()


def test_a_part_of_a_name_leaves_what_fits_and_what_is_ticked(archive, page):
    open_agencies(page)
    page.get_by_label("濮阳市第7局").check()
    page.get_by_label("名称里有").fill("温州")
    expect(page.locator("[data-filter-told]")).to_have_text("列出 2 项")
    visible = page.locator(".choosing-list label:visible .tick-label").all_inner_texts()
    assert sorted(visible) == ["温州市民政局", "濮阳市第7局"]
    page.get_by_label("温州市民政局").check()
    page.get_by_role("button", name="确定").click()
    expect(page.locator(".in-words")).to_contain_text("找到 2 件")


def test_without_javascript_the_server_shortens_the_list(archive, open_browser):
    page = open_browser(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    open_agencies(page)
    page.get_by_label("名称里有").fill("温州")
    page.get_by_role("button", name="列出").click()
    expect(page.locator(".choosing-list .tick-label")).to_have_text(["温州市民政局"])
    page.get_by_label("温州市民政局").check()
    page.get_by_role("button", name="确定").click()
    expect(page.locator(".in-words")).to_contain_text("找到 1 件")


def test_nothing_that_the_keyboard_comes_to_lies_under_the_buttons(archive, open_browser):
    page = open_browser(viewport={"width": 390, "height": 600})
    page.goto("/replies/?q=公建民营&choose=agency")
    page.get_by_label("名称里有").focus()
    visited = 0
    while page.evaluate("document.activeElement.form?.className === 'choosing'"):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const at = document.activeElement, {left, right, top, bottom} = at.getBoundingClientRect();
                return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === at;
            }"""
        )
        assert seen, f"step {visited}"
        visited += 1
    assert visited > 50
