"""What the archive says of its own state."""

import pytest
from django.db import OperationalError

from replies.views import operations


def test_alive_is_said_without_asking_the_database(client):
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready_is_said_when_the_database_answers_and_is_up_to_date(client):
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "migrations": "ok"}


def test_not_ready_is_said_when_the_database_is_away(client, monkeypatch):
    def away():
        raise OperationalError("connection to server at 10.1.2.3 failed")

    monkeypatch.setattr(operations, "waiting_migrations", away)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["database"] == "does not answer"
    assert "10.1.2.3" not in answer.content.decode()


def test_not_ready_is_said_while_migrations_wait(client, monkeypatch):
    monkeypatch.setattr(operations, "waiting_migrations", lambda: 2)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["migrations"] == "2 to apply"


def test_the_state_is_never_kept_by_a_cache(client):
    assert "no-store" in client.get("/healthz")["Cache-Control"]
