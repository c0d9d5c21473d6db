"""What every test gets: translations as they are written, quick passwords and plain static files."""

import pytest

pytest_plugins = ["tests.people", "tests.drafts"]


def pytest_configure(config):
    """Compiles before anything is translated: a process reads a catalogue once and keeps it."""
    from archive.translations import compile_catalogues

    compile_catalogues()


@pytest.fixture(autouse=True)
def _quick_and_plain(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
