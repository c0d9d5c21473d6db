"""Error pages: in the look of the house, with what happened and what to do."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, RequestFactory

from replies.views import errors

pytestmark = pytest.mark.django_db


def request():
    return RequestFactory().get("/somewhere/")


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (lambda: errors.bad_request(request(), SuspiciousOperation("bad host")), 400, "无法读懂"),
        (lambda: errors.forbidden(request(), PermissionDenied()), 403, "没有权限"),
        (lambda: errors.form_too_old(RequestFactory().post("/"), "no cookie"), 403, "表单已过期"),
        (lambda: errors.not_found(request(), Exception()), 404, "没有这个页面"),
        (lambda: errors.too_many(request(), seconds=30), 429, "请等 30 秒"),
        (lambda: errors.wrong_method(request(), "POST"), 405, "可以用的方法：POST"),
        (lambda: errors.server_error(request()), 500, "系统出错了"),
    ],
)
def test_each_says_what_happened_and_what_to_do(view, status, words):
    response = view()
    shown = response.content.decode()
    assert response.status_code == status
    assert words in shown
    assert 'action="/replies/"' in shown
    assert 'content="noindex"' in shown


def test_too_many_says_when_to_come_back():
    assert errors.too_many(request(), seconds=30)["Retry-After"] == "30"


def test_the_words_of_an_exception_are_shown_only_when_they_are_for_readers():
    assert (
        "没有编号为 7 的答复"
        in errors.not_found(request(), errors.NotHere("没有编号为 7 的答复")).content.decode()
    )
    assert "psycopg" not in errors.not_found(request(), Exception("psycopg: line 1")).content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh-hans", "没有这一件建议或提案"), ("en", "is not in the archive")],
)
def test_what_is_not_here_is_said_in_the_readers_language(stranger, language, words):
    stranger.cookies["django_language"] = language
    assert words in stranger.get("/p/wenzhou/npc/13-4/999/").content.decode()


def test_an_unknown_address_is_404_in_the_look_of_the_house(stranger):
    response = stranger.get("/no-such-page/")
    assert response.status_code == 404
    assert "没有这个页面" in response.content.decode()


def test_a_failure_is_said_and_never_shown_as_nothing_found(monkeypatch):
    def fails(*arguments, **more):
        raise RuntimeError("the index is gone")

    monkeypatch.setattr("replies.views.browse.search_page", fails)
    client = Client(raise_request_exception=False)
    response = client.get("/replies/?q=养老")
    assert response.status_code == 500
    assert "系统出错了" in response.content.decode()
    assert "没有找到" not in response.content.decode()
