"""A headless Chromium in front of the archive, as a visitor has it.

Playwright drives the machine's own Chromium; CHROMIUM names another. Without one these tests fail, and
say so: leaving them out quietly would call unseen pages seen.
"""

import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")

# Quiet towards the outside: no updates, no look-ups, nothing but the page under test.
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]

# What a page may take to answer in a test; a slow machine is no failure, a dead page is.
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)


def chromium():
    found = (shutil.which(name) for name in (os.environ.get("CHROMIUM", ""), *PROGRAMS) if name)
    path = next((path for path in found if path), None)
    if path is None:
        pytest.fail("No Chromium here: run make test, or install it, or name it in CHROMIUM.", pytrace=False)
    return path


@pytest.fixture(scope="session")
def browser():
    # Playwright's event loop makes Django take this thread for an asynchronous one; it is not.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_browser(browser, live_server):
    """Opens fresh browsers, each with no memory of the others; addresses are relative to the archive."""
    contexts = []

    def fresh(**options):
        context = browser.new_context(base_url=live_server.url, locale="zh-CN", **options)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return context.new_page()

    yield fresh
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_browser):
    return open_browser()
