"""Signing in to the staff side, and waiting after too many failures."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests.admin.pages import text_of

PASSWORD = "a long enough word"


def sign_in(password, name="clerk", address="192.0.2.7"):
    client = Client(REMOTE_ADDR=address)
    return client.post("/admin/login/?next=/admin/", {"username": name, "password": password})


@pytest.fixture
def failed_too_often(clerk_user):
    """A person who does not know the password has used up her attempts."""
    return [sign_in(f"guess {number}") for number in range(settings.AXES_FAILURE_LIMIT)][-1]


def test_the_right_password_lets_in(clerk_user):
    assert sign_in(PASSWORD).url == "/admin/"


def test_too_many_failures_are_told_with_the_time_to_wait(failed_too_often):
    assert failed_too_often.status_code == 429
    assert "登录失败次数过多，请等10分钟再试。" in text_of(failed_too_often)


def test_a_few_failures_are_only_told(clerk_user):
    answer = sign_in("guess")
    assert answer.status_code == 200
    assert "次数过多" not in text_of(answer)


def test_then_the_right_password_waits_too(failed_too_often):
    assert sign_in(PASSWORD).status_code == 429


def test_from_another_address_the_right_password_still_lets_in(failed_too_often):
    assert sign_in(PASSWORD, address="192.0.2.8").url == "/admin/"


def test_another_account_at_the_same_address_is_not_held(failed_too_often, reviewer_user):
    assert sign_in(PASSWORD, name="reviewer").url == "/admin/"


def test_after_the_waiting_time_the_right_password_lets_in(failed_too_often):
    later = timezone.now() + settings.AXES_COOLOFF_TIME + timedelta(seconds=1)
    with time_machine.travel(later):
        assert sign_in(PASSWORD).url == "/admin/"


def test_signing_in_forgets_earlier_failures(clerk_user):
    for _ in range(2):
        for number in range(settings.AXES_FAILURE_LIMIT - 1):
            sign_in(f"guess {number}")
        assert sign_in(PASSWORD).url == "/admin/"


def test_people_of_one_ipv6_network_and_people_without_an_address_are_counted_too(clerk_user):
    for address in ("2001:db8:1:2::7", ""):
        answers = [sign_in("guess", address=address) for _ in range(settings.AXES_FAILURE_LIMIT)]
        assert answers[-1].status_code == 429
    assert sign_in(PASSWORD, address="2001:db8:1:2::8").status_code == 429


def test_a_password_that_is_easily_guessed_is_refused(clerk):
    answer = clerk.post(
        "/admin/password_change/",
        {"old_password": PASSWORD, "new_password1": "12345678", "new_password2": "12345678"},
    )
    assert answer.status_code == 200
    clerk.user.refresh_from_db()
    assert clerk.user.check_password(PASSWORD)


def test_the_way_out_is_called_what_it_does(clerk):
    said = text_of(clerk.get("/admin/"))
    assert "退出" in said
    assert "注销" not in said
    assert "clerk" in said
