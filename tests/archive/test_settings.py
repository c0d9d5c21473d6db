"""What the environment decides, and what happens where it says too little."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "ARCHIVE_PRODUCTION": "1",
    "SECRET_KEY": "a-long-enough-key-that-only-this-test-uses-0123456789-abcdefgh",
    "ALLOWED_HOSTS": "archive.example.org",
    "DATABASE_URL": "postgres://archive:secret@db.example.org:5433/replies",
}


def python(code, **environment):
    """Runs code with the settings of a bare environment and these words."""
    bare = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "archive.settings", **environment}
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=bare, capture_output=True, text=True)


def setting(code, **environment):
    done = python(f"from django.conf import settings; print({code})", **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"])
def test_a_missing_production_setting_stops_the_start_with_its_name(name, tmp_path):
    environment = {key: value for key, value in PRODUCTION.items() if key != name}
    done = python(
        "from django.conf import settings; settings.DEBUG", ARCHIVE_VAR=str(tmp_path), **environment
    )
    assert done.returncode != 0
    assert f"Set the {name} environment variable" in done.stderr


def test_without_a_database_url_the_archive_brings_its_own_database(tmp_path):
    engine = setting("settings.DATABASES['default']['ENGINE']", ARCHIVE_VAR=str(tmp_path))
    assert engine == "archive.embedded"


def test_a_database_url_alone_switches_to_another_server(tmp_path):
    code = "[settings.DATABASES['default'][key] for key in ('ENGINE', 'HOST', 'PORT', 'NAME')]"
    found = setting(code, ARCHIVE_VAR=str(tmp_path), DATABASE_URL=PRODUCTION["DATABASE_URL"])
    assert found == "['django.db.backends.postgresql', 'db.example.org', 5433, 'replies']"


def test_the_key_of_a_persons_own_machine_is_kept_and_private(tmp_path):
    first = setting("settings.SECRET_KEY", ARCHIVE_VAR=str(tmp_path))
    assert len(first) >= 50
    assert setting("settings.SECRET_KEY", ARCHIVE_VAR=str(tmp_path)) == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_a_persons_own_machine_answers_to_loopback_names_only(tmp_path):
    assert (
        setting("settings.ALLOWED_HOSTS", ARCHIVE_VAR=str(tmp_path)) == "['localhost', '127.0.0.1', '[::1]']"
    )


def test_production_makes_no_key_and_starts_no_database(tmp_path):
    assert setting("settings.SECRET_KEY", ARCHIVE_VAR=str(tmp_path), **PRODUCTION) == PRODUCTION["SECRET_KEY"]
    assert list(tmp_path.iterdir()) == []


def test_production_settings_pass_djangos_own_check_for_deployment(tmp_path):
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    environment = {"PATH": os.environ["PATH"], "ARCHIVE_VAR": str(tmp_path), **PRODUCTION}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
