"""Every public page, asked as the stranger: what is not published is nowhere."""

from xml.etree import ElementTree

import pytest

from replies.models import Reply
from tests.makers import make_agency, make_city, make_proposal, make_reply, make_representative

pytestmark = pytest.mark.django_db
SECRET = "独角兽计划"


def rows(status):
    """A reply of which every part that could be shown says the word."""
    city = make_city("puyang")
    return make_reply(
        f"关于{SECRET}的答复",
        f"答复如下：\n我市推进{SECRET}，投入{SECRET}资金。",
        city=city,
        agency=make_agency(f"{SECRET}局", city),
        proposals=[make_proposal(city, [f"{SECRET}某"], "777", title=f"关于{SECRET}的建议")],
        measures=[{"heading": f"推进{SECRET}", "figures": [{"text": f"{SECRET}资金", "role": "result"}]}],
        doc_number=f"{SECRET}〔2020〕1号",
        status=status,
        withdrawal_reason="发布机关更正" if status == Reply.Status.WITHDRAWN else "",
    )


def addresses(reply):
    return [
        "/",
        "/replies/",
        f"/replies/?q={SECRET[:2]}",
        "/replies/?city=puyang",
        f"/replies/?agency={reply.agency_id}",
        f"/measures/?agency={reply.agency_id}",
        "/replies/feed.atom",
        f"/replies/feed.atom?agency={reply.agency_id}",
        f"/replies/?proposal={reply.proposals.get().pk}",
        reply.get_absolute_url(),
        f"/replies/{reply.pk}.json",
        f"/replies/{reply.pk}/original",
        f"/replies/{reply.pk}/cite.txt",
        "/replies/export.csv",
        "/cities/puyang/",
        "/cities/puyang/feed.atom",
        "/topics/smart-elderly-care/",
        reply.agency.get_absolute_url(),
        f"{reply.agency.get_absolute_url()}feed.atom",
        reply.proposals.get().get_absolute_url(),
        "/p/puyang/npc/13-4/777/",
        make_representative(f"{SECRET}某", reply.city).get_absolute_url(),
        "/measures/",
        f"/measures/?q={SECRET[:2]}",
        "/compare/?city=puyang&city=henan",
        "/sitemap-agencies.xml",
        "/saved/",
        "/api/v1/replies",
        f"/api/v1/replies/{reply.pk}",
    ]


@pytest.mark.parametrize("status", [Reply.Status.DRAFT, Reply.Status.WITHDRAWN])
def test_what_is_not_published_is_on_no_page(stranger, status):
    reply = rows(status)
    for address in addresses(reply):
        answer = stranger.get(address, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert SECRET not in body.decode(), address
        assert answer.status_code < 500, address


def test_what_is_published_is_on_nearly_all_of_them(stranger):
    """Proves that the test above looks where the word would be."""
    reply = rows(Reply.Status.PUBLISHED)
    shown = 0
    for address in addresses(reply):
        answer = stranger.get(address, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        shown += SECRET in body.decode()
    assert shown >= 20


def test_a_feed_of_words_with_control_characters_is_well_formed(stranger):
    answer = stranger.get("/replies/feed.atom?q=a%01%1Fb")
    assert answer.status_code == 200
    assert ElementTree.fromstring(answer.content).findtext("{*}title", "").endswith("ab")
