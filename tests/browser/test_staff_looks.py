"""What every staff page owes those who work with it all day: rules of accessibility, by day and by night."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from replies.ingest.draft import draft_reply
from replies.ingest.receive import receive_document
from replies.models import Resemblance
from tests.browser.test_clerk_journey import sign_in, staff  # noqa: F401  # fixtures
from tests.samples import sample_text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}


@pytest.fixture
def addresses(staff):  # noqa: F811
    """One page of each kind, with questions, measures, figures and a letter alike."""
    first = draft_reply(receive_document(sample_text(3).encode(), "a.txt", None), None)
    draft_reply(receive_document(sample_text(3).replace("\n", "\n\n").encode(), "b.txt", None), None)
    asking = draft_reply(receive_document(sample_text(1).encode(), "c.txt", None), None)
    alike = Resemblance.objects.get()
    return [
        reverse("admin:index"),
        reverse("admin:replies_reply_add"),
        reverse("admin:replies_reply_changelist"),
        *(reverse("admin:replies_reply_change", args=[pk]) for pk in (asking.pk, alike.reply_id)),
        reverse("admin:replies_reply_compare", args=[alike.reply_id, alike.other_id]),
        reverse("admin:replies_reply_history", args=[first.pk]),
    ]


def faults(page):
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    return [
        (page.url, each["id"], [node["target"] for node in each["nodes"]][:4])
        for each in found.response["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_staff_pages_keep_the_rules_of_accessibility(addresses, open_browser, scheme):
    page = open_browser(viewport=DESKTOP, color_scheme=scheme)
    page.goto("/admin/")
    found = faults(page)
    sign_in(page, "reviewer")
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        found += faults(page)
    assert found == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_staff_pages_need_no_sideways_scrolling(addresses, open_browser, size):
    page = open_browser(viewport=size)
    sign_in(page, "reviewer")
    wide = []
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        width, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        if width > room:
            wide.append((address, width))
    assert wide == []
