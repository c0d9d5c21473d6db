"""Elder mode, colours and language: kept in cookies, without an account, at the same address."""

import pytest

from tests.makers import make_reply

pytestmark = pytest.mark.django_db


def page(client, address="/"):
    return client.get(address).content.decode()


def test_elder_mode_is_entered_kept_and_left_at_the_same_address(stranger):
    reply = make_reply()
    response = stranger.post("/elder/", {"size": "18", "next": reply.get_absolute_url()})
    assert response["Location"] == reply.get_absolute_url()
    assert 'data-elder="18"' in page(stranger, reply.get_absolute_url())
    assert "退出长辈模式" in page(stranger, "/replies/")
    stranger.post("/elder/", {"size": "", "next": "/"})
    assert "data-elder" not in page(stranger)


@pytest.mark.parametrize("size", ["18", "24", "30"])
def test_the_letters_of_elder_mode_grow_to_thirty_points(stranger, size):
    stranger.post("/elder/", {"size": size})
    assert f'data-elder="{size}"' in page(stranger)


def test_the_way_into_elder_mode_is_on_every_page(stranger):
    for address in ("/", "/replies/", "/measures/", "/compare/", "/saved/", "/no-such-page/"):
        assert "长辈模式" in page(stranger, address)


def test_colours_are_chosen_by_hand_too(stranger):
    assert "data-theme" not in page(stranger)
    stranger.post("/theme/", {"theme": "dark"})
    assert 'data-theme="dark"' in page(stranger)


def test_chinese_comes_first_whatever_the_browser_speaks(stranger):
    shown = stranger.get("/", headers={"Accept-Language": "en-US,en"}).content.decode()
    assert 'lang="zh-CN"' in shown
    assert "检索" in shown


def test_english_is_a_choice_that_is_kept(stranger):
    stranger.post("/language/", {"language": "en", "next": "/replies/"})
    shown = page(stranger)
    assert 'lang="en"' in shown
    assert "Search" in shown
    stranger.post("/language/", {"language": "zh-hans"})
    assert 'lang="zh-CN"' in page(stranger)


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""]
)
def test_no_switch_leads_out_of_the_archive(stranger, target):
    assert stranger.post("/elder/", {"size": "18", "next": target})["Location"] == "/"


@pytest.mark.parametrize(
    ("address", "field"), [("/elder/", "size"), ("/theme/", "theme"), ("/language/", "language")]
)
def test_a_choice_nobody_offers_is_no_choice(stranger, address, field):
    response = stranger.post(address, {field: '99"><script>'})
    assert response.status_code == 302
    assert all(not morsel.value for morsel in response.cookies.values())


def test_pages_say_that_they_differ_by_cookie(stranger):
    assert "Cookie" in stranger.get("/")["Vary"]


def test_no_page_carries_script_or_style_of_its_own(stranger):
    reply = make_reply(measures=[{}])
    for address in ("/", "/replies/", reply.get_absolute_url(), "/measures/", "/compare/", "/elder/"):
        shown = page(stranger, address)
        assert "style=" not in shown
        assert "<style" not in shown
        assert "<script>" not in shown
        assert " onclick" not in shown
