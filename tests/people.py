"""The cast: everybody who comes to the archive, as fixtures.

`clerk` enters drafts, `reviewer` also publishes, `xiao` and `lu` are representatives who keep what
they find, `stranger` is anybody else.  Each is a Django test client; staff carry their `user`.
"""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client


def _staff(name: str, group: str) -> User:
    user = User.objects.create_user(name, password="a long enough word", is_staff=True)
    user.groups.add(_role(group))
    return user


def _role(name: str) -> Group:
    """As the migration made it, and makes it again where a test before this one emptied every table."""
    if not Group.objects.filter(name=name).exists():
        migration = import_module("replies.migrations.0002_clerk_and_reviewer_groups")
        migration.make_groups(apps, connection.schema_editor())
    return Group.objects.get(name=name)


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    client.user = user  # type: ignore[attr-defined]
    return client


@pytest.fixture
def clerk_user(db: None) -> User:
    return _staff("clerk", "录入员")


@pytest.fixture
def reviewer_user(db: None) -> User:
    return _staff("reviewer", "审核员")


@pytest.fixture
def clerk(clerk_user: User) -> Client:
    return _signed_in(clerk_user)


@pytest.fixture
def reviewer(reviewer_user: User) -> Client:
    return _signed_in(reviewer_user)


@pytest.fixture
def xiao(db: None) -> Client:
    return Client()


@pytest.fixture
def lu(db: None) -> Client:
    return Client()


@pytest.fixture
def stranger(db: None) -> Client:
    return Client()
