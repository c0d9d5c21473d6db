"""gunicorn under production settings, asked over loopback as the proxy would ask it."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
HOST = "archive.example.org"
START_SECONDS = 30

pytestmark = pytest.mark.django_db  # without the mark no test database is made


@pytest.fixture(scope="module")
def served(tmp_path_factory, django_db_setup):
    """The port of a gunicorn that serves the test database, empty as it is."""
    tmp_path = tmp_path_factory.mktemp("production")
    environment = {**os.environ, **production_environment(tmp_path)}
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(collect, cwd=ROOT, env=environment, check=True)
    port = free_port()
    environment["GUNICORN_BIND"] = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "archive.wsgi"]
    with open(tmp_path / "log", "wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        wait_for(port, tmp_path / "log")
        yield port
    finally:
        server.terminate()
        server.wait(timeout=40)


def production_environment(tmp_path):
    return {
        "ARCHIVE_PRODUCTION": "1",
        "SECRET_KEY": "a-long-enough-key-that-only-this-test-uses-0123456789-abcdefgh",
        "ALLOWED_HOSTS": HOST,
        "DATABASE_URL": database_url(),
        "ARCHIVE_VAR": str(tmp_path / "var"),
        "STATIC_ROOT": str(tmp_path / "staticfiles"),
        "GUNICORN_WORKERS": "1",
        "GUNICORN_THREADS": "2",
        "DEBUG": "0",
    }


def database_url():
    """The test database as an address; a socket folder travels in the query."""
    known = connection.settings_dict
    assert known["NAME"].startswith("test_")
    login = quote(known["USER"], safe="") + (
        f":{quote(known['PASSWORD'], safe='')}" if known["PASSWORD"] else ""
    )
    if known["HOST"].startswith("/"):
        return f"postgres://{login}@/{known['NAME']}?host={quote(known['HOST'], safe='')}"
    return f"postgres://{login}@{known['HOST']}:{known['PORT'] or 5432}/{known['NAME']}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, log):
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return ask(port, "/healthz")
        except OSError:
            if time.monotonic() > deadline:
                pytest.fail(f"gunicorn does not answer:\n{log.read_text()}")
            time.sleep(0.1)


def ask(port, path, **headers):
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    asked.request("GET", path, headers={"Host": HOST, "X-Forwarded-Proto": "https", **headers})
    answer = asked.getresponse()
    return answer, answer.read()


def test_production_serves_pages_static_files_and_its_own_state(served):
    home, page = ask(served, "/")
    assert home.status == 200
    assert 'lang="zh' in page.decode()
    assert ask(served, "/replies/")[0].status == 200
    assert ask(served, "/api/v1/replies")[0].status == 200
    assert ask(served, "/admin/login/")[0].status == 200

    style = re.search(r'<link[^>]+href="(/static/[^"]+\.css)"', page.decode())
    assert style
    assert re.search(r"\.[0-9a-f]{12}\.css$", style[1])
    sheet, _ = ask(served, style[1])
    assert sheet.status == 200
    assert sheet.headers["Content-Type"].startswith("text/css")
    assert "immutable" in sheet.headers["Cache-Control"]

    assert ask(served, "/readyz")[0].status == 200
    assert ask(served, "/healthz", **{"X-Forwarded-Proto": "http"})[0].status == 200


def test_production_tells_browsers_to_be_careful_and_answers_only_to_its_name(served):
    headers = ask(served, "/")[0].headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"

    assert ask(served, "/", Host="elsewhere.example.com")[0].status == 400
    plain = ask(served, "/", **{"X-Forwarded-Proto": "http"})[0]
    assert (plain.status, plain.headers["Location"]) == (301, f"https://{HOST}/")


def test_numbers_for_the_operator_are_not_for_visitors(served):
    inside, numbers = ask(served, "/metrics")
    assert inside.status == 200
    assert b"django_http_requests_total_by_method_total" in numbers
    assert ask(served, "/metrics", **{"X-Forwarded-For": "192.0.2.7"})[0].status == 404
