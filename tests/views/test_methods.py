"""Methods: a page that only shows is only read, and says so whoever asks otherwise."""

import pytest
from django.test import Client

from tests.makers import make_reply

pytestmark = pytest.mark.django_db

READ_ONLY = [
    "/",
    "/replies/",
    "/replies/feed.atom",
    "/replies/export.csv",
    "/replies/suggestions",
    "/replies/1/",
    "/replies/1.json",
    "/cities/wenzhou/",
    "/topics/other/",
    "/agencies/1/",
    "/proposals/1/",
    "/p/wenzhou/npc/13-4/317/",
    "/measures/",
    "/compare/",
    "/saved/",
    "/saved/export.csv",
    "/api/docs",
    "/healthz",
    "/robots.txt",
]
WRITING = ["/theme/", "/language/", "/saved/share/", "/saved/note/1/"]


@pytest.fixture
def strict():
    """A browser as it is in life: without a token no form of it is taken."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", READ_ONLY)
def test_what_is_only_read_says_so_to_other_methods(strict, address, method):
    answer = getattr(strict, method)(address)
    assert answer.status_code == 405
    assert "GET" in answer["Allow"]
    assert "这个网址不能这样用" in answer.content.decode()


@pytest.mark.parametrize("address", WRITING)
def test_what_is_only_written_says_so_to_a_reader(strict, address):
    answer = strict.get(address)
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "POST" in answer.content.decode()


@pytest.mark.parametrize("address", WRITING)
def test_no_method_but_post_is_refused_for_lack_of_a_token(strict, address):
    assert strict.put(address).status_code == 405


def test_a_form_without_its_token_is_still_refused(strict):
    assert strict.post("/saved/note/1/", {"note": "x"}).status_code == 403


@pytest.mark.parametrize("address", ["/", "/replies/", "/measures/", "/healthz"])
def test_head_is_answered_like_get_without_the_page(stranger, address):
    make_reply()
    head, get = stranger.head(address), stranger.get(address)
    assert head.status_code == get.status_code == 200
    assert head.content == b""
    assert head["Content-Type"] == get["Content-Type"]
