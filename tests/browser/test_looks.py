"""What every public page owes every reader: rules of accessibility, nothing cut off, keyboard, paper."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from replies.models import Reply
from tests.makers import make_city, make_proposal, make_reply, make_representative

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 640}
# What is left between the margins of a sheet of paper.
A4 = {"width": 658, "height": 970}
DESKTOP = {"width": 1280, "height": 800}
LONG_TITLE = (
    "濮阳市民政局关于对市十三届人大四次会议第三百一十七号关于进一步加强社区居家养老服务体系建设的建议的答复函"
)
PARAGRAPH = "我市推进养老服务设施建设，新增床位1000张。" * 6


@pytest.fixture
def addresses(live_server):
    """One page of each kind, most of them with something on it."""
    puyang = make_city("puyang")
    proposal = make_proposal(puyang, ["卢志草"], "170", title="关于大力推广社区嵌入式养老的提案")
    reply = make_reply(
        LONG_TITLE,
        f"卢志草代表：\n您提出的建议收悉。现答复如下：\n一、基本情况\n{PARAGRAPH}\n二、下一步打算\n{PARAGRAPH}\n",
        city=puyang,
        proposals=[proposal],
        reply_date=date(2021, 7, 7),
        result_class="A",
        measures=[
            {"heading": "推进养老服务设施建设", "figures": [{"text": "新增床位1000张", "role": "result"}]},
            {"heading": "增加养老服务床位", "phase": "planned", "deadline": "2025"},
        ],
    )
    make_reply("温州的答复", "我市发展养老服务。", proposals=[make_proposal(title=proposal.title)])
    gone = make_reply("撤回的答复", status=Reply.Status.WITHDRAWN, withdrawal_reason="发布机关更正")
    make_city("hangzhou")
    return [
        "/",
        "/replies/",
        "/replies/?q=养老&city=puyang",
        "/replies/?q=航天养老",
        "/replies/?q=“养老&city=nowhere&page=0",
        "/replies/?choose=city",
        reply.get_absolute_url(),
        gone.get_absolute_url(),
        proposal.get_absolute_url(),
        "/cities/puyang/",
        "/cities/hangzhou/",
        "/topics/smart-elderly-care/",
        reply.agency.get_absolute_url(),
        make_representative("卢志草", puyang).get_absolute_url(),
        "/measures/",
        "/compare/",
        "/compare/?city=puyang&city=wenzhou",
        "/saved/",
        "/elder/",
        "/api/docs",
        "/nowhere/",
    ]


def opened(open_browser, live_server, address="/", **options):
    """A page of a reader who made her choices before: `elder` and `language` are cookies."""
    chosen = {"elder": options.pop("elder", ""), "django_language": options.pop("language", "")}
    page = open_browser(bypass_csp=True, **options)
    page.context.add_cookies(
        [{"name": name, "value": value, "url": live_server.url} for name, value in chosen.items() if value]
    )
    page.goto(address)
    return page


MODES = {
    "as usual": {"viewport": DESKTOP},
    "dark on a phone": {"viewport": PHONE, "color_scheme": "dark"},
    "elder mode": {"viewport": PHONE, "elder": "18"},
    "a small phone": {"viewport": SMALL_PHONE},
    "largest letters, dark": {"viewport": SMALL_PHONE, "elder": "30", "color_scheme": "dark"},
    "English": {"viewport": DESKTOP, "language": "en"},
}


@pytest.mark.parametrize("mode", MODES)
def test_every_public_page_keeps_to_the_rules_and_to_the_screen(addresses, open_browser, live_server, mode):
    """In elder mode contrast is seven to one."""
    page = opened(open_browser, live_server, **MODES[mode])
    rules = {"rules": {"color-contrast-enhanced": {"enabled": "elder" in MODES[mode]}}}
    for address in addresses:
        page.goto(address)
        found = Axe().run(page, options=rules).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE], ids=["390", "320"])
def test_the_hint_in_the_box_is_not_cut_off_on_a_phone(addresses, open_browser, live_server, size):
    page = opened(open_browser, live_server, viewport=size)
    needed, room = page.locator("[name=q]").evaluate(
        """box => {
            const look = getComputedStyle(box), pen = document.createElement("canvas").getContext("2d");
            pen.font = `${getComputedStyle(box, "::placeholder").fontSize} ${look.fontFamily}`;
            const inside = box.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight);
            return [pen.measureText(box.placeholder).width, inside];
        }"""
    )
    assert 0 < needed <= room


@pytest.mark.parametrize("elder", ["18", "30"])
def test_in_elder_mode_the_hint_stands_over_the_box_in_full(addresses, open_browser, live_server, elder):
    page = opened(open_browser, live_server, viewport=SMALL_PHONE, elder=elder)
    label = page.locator("label[for=q]")
    box = label.bounding_box()
    assert box["height"] > 20
    assert box["x"] + box["width"] <= SMALL_PHONE["width"]
    assert page.locator("[name=q]").get_attribute("placeholder") is None


TOO_SMALL = """least => {
    document.querySelectorAll("details").forEach(each => each.open = true);
    const pressed = "a[href], button, input:not([type=hidden], [type=checkbox]), select, textarea, summary, label.tick";
    return [...document.querySelectorAll(pressed)]
        .filter(each => !each.closest(".skip, .unseen") && each.checkVisibility({visibilityProperty: true}))
        .map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 120)])
        .filter(([{width, height}]) => width < least - 0.5 || height < least - 0.5)
        .map(([{width, height}, html]) => `${Math.round(width)} x ${Math.round(height)}: ${html}`);
}"""


@pytest.mark.parametrize(
    ("viewport", "elder", "least"),
    [("phone", "", 44), ("small phone", "", 44), ("phone", "18", 60), ("small phone", "30", 60)],
)
def test_a_finger_finds_everything_that_can_be_pressed(
    addresses, open_browser, live_server, viewport, elder, least
):
    size = SMALL_PHONE if viewport == "small phone" else PHONE
    page = opened(open_browser, live_server, viewport=size, elder=elder, has_touch=True, is_mobile=True)
    for address in addresses:
        page.goto(address)
        assert page.evaluate(TOO_SMALL, least) == [], address


def test_elder_mode_cuts_no_title_short(addresses, open_browser, live_server):
    page = opened(open_browser, live_server, "/replies/?q=养老", viewport=PHONE, elder="24")
    heights = page.locator(".card-title").evaluate_all(
        "all => all.map(t => [t.scrollHeight, t.clientHeight])"
    )
    assert len(heights) == 2
    assert all(whole <= shown + 1 for whole, shown in heights)


def test_a_reader_with_the_keyboard_alone_skips_the_facets(addresses, open_browser, live_server):
    page = opened(open_browser, live_server, "/replies/?q=养老", viewport=DESKTOP)
    skip = page.get_by_role("link", name="跳到结果")
    for _ in range(20):
        page.keyboard.press("Tab")
        if skip.evaluate("link => link === document.activeElement"):
            break
    assert skip.evaluate("link => link.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.results') !== null")


@pytest.mark.parametrize(
    ("pressed", "then"),
    [
        (".theme-switch button:visible", "浅色"),
        (".facet-year .choice", "2021"),
        (".facet-city .choice >> nth=-1", "濮阳市"),
        (".year-range button", "确定"),
    ],
)
def test_the_focus_stays_where_a_choice_was_made_by_keyboard(
    addresses, open_browser, live_server, pressed, then
):
    page = opened(open_browser, live_server, "/replies/?year=2021", viewport=DESKTOP)
    with page.expect_navigation():
        page.locator(pressed).first.press("Enter")
    expect(page.locator(":focus")).to_contain_text(then)
    page.reload()
    expect(page.locator(":focus")).to_have_count(0)


def test_a_choice_made_by_pointer_moves_no_focus(addresses, open_browser, live_server):
    page = opened(open_browser, live_server, "/replies/", viewport=DESKTOP)
    page.locator(".facet-year .choice").first.click()
    page.wait_for_url("**/replies/?year=*")
    expect(page.locator(":focus")).to_have_count(0)


def test_what_a_page_says_later_is_said_where_screen_readers_already_listen(
    addresses, open_browser, live_server
):
    page = opened(open_browser, live_server, addresses[6], viewport=DESKTOP, permissions=["clipboard-write"])
    said = page.locator(".said[role=status]")
    expect(said).to_have_count(1)
    expect(said).to_have_text("")
    page.locator("a[data-copy]").first.click()
    said.get_by_text("已复制本段链接").wait_for()


def test_on_paper_a_reply_is_its_letter_and_where_it_is_from(addresses, open_browser, live_server):
    page = opened(open_browser, live_server, addresses[6], viewport=DESKTOP)
    page.emulate_media(media="print")
    expect(page.locator(".letter")).to_be_visible()
    expect(page.locator(".record")).to_be_visible()
    expect(page.locator(".printed")).to_be_visible()
    for away in (".rooms", ".switches", ".actions", ".alike", ".contents", ".copy-link >> nth=0"):
        expect(page.locator(away)).to_be_hidden()


def test_on_paper_a_search_says_what_was_asked_and_a_comparison_asks_nothing(
    addresses, open_browser, live_server
):
    page = opened(open_browser, live_server, "/replies/?q=养老&city=puyang", viewport=DESKTOP)
    page.emulate_media(media="print")
    expect(page.locator(".chips")).to_contain_text("养老")
    expect(page.locator(".chips")).to_contain_text("濮阳市")
    expect(page.locator(".chips .cross >> nth=0")).to_be_hidden()
    page.goto("/compare/?city=puyang&city=wenzhou")
    expect(page.locator(".compare-form")).to_be_hidden()


@pytest.mark.parametrize("elder", ["", "30"])
def test_on_paper_a_comparison_shows_every_place(addresses, open_browser, live_server, elder):
    """Paper cannot be pushed sideways; and one size of letters is enough."""
    slugs = ("puyang", "puyang-county", "hualong", "wenzhou", "lucheng-district", "hangzhou")
    beds = {"text": "养老床位5万张", "value": 5, "unit": "万张", "role": "result", "indicator": "beds"}
    for slug in slugs:
        measures = [{"heading": "增加养老床位", "figures": [beds]}]
        make_reply("养老的答复", "养老床位5万张。", city=make_city(slug), measures=measures)
    address = "/compare/?" + "&".join(f"city={slug}" for slug in slugs)
    page = opened(open_browser, live_server, address, viewport=A4, elder=elder)
    page.emulate_media(media="print")
    last = page.locator(".figures-table thead th").last.bounding_box()
    assert last["x"] + last["width"] <= A4["width"]
    sizes = page.evaluate("[document.documentElement, document.body].map(e => getComputedStyle(e).fontSize)")
    assert sizes[0] == sizes[1] or not elder
