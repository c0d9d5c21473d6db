"""Making the archive ready on one's own machine: an account that can sign in, and nothing done twice."""

import stat
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command

from archive.setup import LOCAL_ACCOUNT, local_account_words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.ARCHIVE_VAR = tmp_path
    return tmp_path


def test_the_password_that_is_printed_signs_in(client, var):
    password = local_account_words().split()[-1]
    client.post("/admin/login/", {"username": LOCAL_ACCOUNT, "password": password})
    assert client.get("/admin/").status_code == 200
    assert stat.S_IMODE((var / "staff-password").stat().st_mode) == 0o600


def test_a_second_start_prints_the_same_password():
    assert local_account_words() == local_account_words()
    assert User.objects.filter(username=LOCAL_ACCOUNT).count() == 1


def test_a_password_that_was_changed_is_not_contradicted():
    printed = local_account_words().split()[-1]
    user = User.objects.get(username=LOCAL_ACCOUNT)
    user.set_password("chosen by a person")
    user.save()
    assert printed not in local_account_words()
    user.refresh_from_db()
    assert user.check_password("chosen by a person")


def test_the_night_forgets_sessions_that_ended(client):
    client.session.save()
    kept = client.session.session_key
    ended = SessionStore()
    ended.set_expiry(-1)
    ended.create()
    call_command("nightly", stdout=StringIO())
    assert list(Session.objects.values_list("pk", flat=True)) == [kept]
