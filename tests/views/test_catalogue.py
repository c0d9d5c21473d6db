"""Pages of places, topics, agencies and representatives, and proposals."""

from datetime import date

import pytest

from replies.models import City, Proposal, Reply
from tests.makers import make_agency, make_city, make_proposal, make_reply, make_representative, make_topic

pytestmark = pytest.mark.django_db


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def test_a_place_holds_the_places_in_it(stranger):
    make_reply("市里的答复", city=make_city("puyang"))
    make_reply("县里的答复", city=make_city("puyang-county"))
    make_reply("别处的答复", city=make_city("wenzhou"))
    shown = text(stranger, "/cities/puyang/")
    assert "市里的答复" in shown
    assert "县里的答复" in shown
    assert "别处的答复" not in shown
    assert '<a href="/cities/puyang-county/">濮阳县</a>' in shown


def test_the_place_of_the_page_is_no_condition_that_could_be_taken_away(stranger):
    make_reply(city=make_city("puyang"))
    assert 'class="chips"' not in text(stranger, "/cities/puyang/")


def test_a_search_within_a_place_stays_on_its_page(stranger):
    make_reply("市里的答复", "我市推进养老服务。", city=make_city("puyang"))
    make_reply("别处的答复", "我市推进养老服务。", city=make_city("wenzhou"))
    shown = text(stranger, "/cities/puyang/?q=养老")
    assert "市里的答复" in shown
    assert "别处的答复" not in shown
    assert 'action="/cities/puyang/"' in shown


def test_a_name_that_places_share_answers_with_the_choice(stranger):
    for code, name, slug in (("320500", "苏州市", "suzhou-jiangsu"), ("341300", "宿州市", "suzhou-anhui")):
        City.objects.create(code=code, name=name, short_name=name[:2], slug=slug, level="prefecture")
    shown = text(stranger, "/cities/suzhou/", status=300)
    assert "苏州市" in shown
    assert "宿州市" in shown


def test_a_place_nobody_knows_is_said_by_its_name(stranger):
    assert "没有叫“atlantis”的地区" in text(stranger, "/cities/atlantis/", status=404)


def test_a_place_without_replies_says_so_and_offers_those_around_it(stranger):
    make_city("hualong")
    make_reply(city=make_city("puyang-county"))
    make_reply(city=make_city("puyang"))
    make_reply(city=make_city("wenzhou"))
    shown = text(stranger, "/cities/hualong/")
    assert "还没有华龙区的答复" in shown
    assert "没有同时符合" not in shown
    for slug, label, count in (
        ("puyang", "濮阳市全部", 2),
        ("henan", "河南省全部", 2),
        ("puyang-county", "濮阳县", 1),
    ):
        assert (
            f'<a class="choice" href="/cities/{slug}/"><span class="choice-label">{label}</span>'
            f'<span class="count">{count}</span></a>'
        ) in shown
    assert "/cities/wenzhou/" not in shown


def test_where_nothing_around_a_place_has_replies_the_provinces_that_have_are_offered(stranger):
    make_city("hangzhou")
    make_reply(city=make_city("puyang"))
    shown = text(stranger, "/cities/hangzhou/")
    assert "还没有杭州市的答复" in shown
    assert '<span class="choice-label">河南省</span><span class="count">1</span>' in shown


def test_words_asked_for_at_a_place_without_replies_can_be_asked_everywhere(stranger):
    make_city("hangzhou")
    make_reply(city=make_city("puyang"))
    shown = text(stranger, "/cities/hangzhou/?q=养老")
    assert 'action="/replies/"' in shown
    assert 'value="养老"' in shown


def test_a_place_with_replies_gives_advice_on_words_only_where_some_were_typed(stranger):
    make_reply(city=make_city("hangzhou"))
    assert "换短一些的词" not in text(stranger, "/cities/hangzhou/?year=2011")
    assert "换短一些的词" in text(stranger, "/cities/hangzhou/?q=量子")


def test_the_first_reply_of_a_place_that_has_none_can_be_waited_for(stranger):
    make_city("hangzhou")
    assert '<a href="/cities/hangzhou/feed.atom">' in text(stranger, "/cities/hangzhou/")


def test_a_page_of_results_names_its_feed_once(stranger):
    make_reply(city=make_city("hangzhou"))
    assert (
        text(stranger, "/cities/hangzhou/").partition("<main")[2].partition("</main>")[0].count("Atom") == 1
    )


def test_a_topic_without_replies_says_so(stranger):
    make_topic("smart-elderly-care")
    assert "还没有智慧养老的答复" in text(stranger, "/topics/smart-elderly-care/")


def test_a_topic_lists_its_replies(stranger):
    make_reply("智慧养老的答复", topics=["smart-elderly-care"])
    make_reply("别的答复", topics=["other"])
    shown = text(stranger, "/topics/smart-elderly-care/")
    assert "智慧养老的答复" in shown
    assert "别的答复" not in shown
    assert text(stranger, "/topics/no-such-topic/", status=404)


def test_an_agency_that_has_only_drafts_is_unknown(stranger):
    agency = make_agency("文城市民政局")
    make_reply(agency=agency, status=Reply.Status.DRAFT)
    assert text(stranger, f"/agencies/{agency.pk}/", status=404)
    make_reply("公开的答复", agency=agency)
    assert "公开的答复" in text(stranger, f"/agencies/{agency.pk}/")


def test_a_representative_finds_her_proposals_and_their_replies(stranger):
    make_reply("给她的答复", proposals=[make_proposal(proposers=["林某芳"], title="关于某事的建议")])
    make_reply("给别人的答复", proposals=[make_proposal(proposers=["周某明"])])
    shown = text(stranger, f"/representatives/{make_representative('林某芳').pk}/")
    assert "关于某事的建议" in shown
    assert "给她的答复" in shown
    assert "给别人的答复" not in shown


def test_a_representative_named_on_drafts_alone_is_unknown(stranger):
    make_reply(proposals=[make_proposal(proposers=["林某芳"])], status=Reply.Status.DRAFT)
    assert text(stranger, f"/representatives/{make_representative('林某芳').pk}/", status=404)


def test_a_proposals_life_line_runs_by_date_and_hides_drafts(stranger):
    proposal = make_proposal(title="关于某事的建议")
    first = make_reply("第一次答复的标题", proposals=[proposal])
    make_reply("再次答复的标题", proposals=[proposal], replaces=first, reply_date=date(2020, 1, 2))
    make_reply("未发布的标题", proposals=[proposal], status=Reply.Status.DRAFT)
    shown = text(stranger, proposal.get_absolute_url())
    assert shown.index("第一次答复的标题") < shown.index("再次答复的标题")
    assert "未发布的标题" not in shown


def test_a_life_line_does_not_betray_an_earlier_version_that_is_a_draft(stranger):
    proposal = make_proposal()
    draft = make_reply(proposals=[proposal], status=Reply.Status.DRAFT)
    make_reply(proposals=[proposal], replaces=draft)
    before = text(stranger, proposal.get_absolute_url())
    assert "再次答复" not in before
    Reply.objects.filter(pk=draft.pk).update(status=Reply.Status.PUBLISHED)
    assert "再次答复" in text(stranger, proposal.get_absolute_url())


def test_a_proposal_that_nobody_answered_in_public_is_unknown(stranger):
    proposal = make_proposal()
    make_reply(proposals=[proposal], status=Reply.Status.DRAFT)
    assert text(stranger, proposal.get_absolute_url(), status=404)


@pytest.mark.parametrize("number", ["0488", "488"])
def test_the_readable_address_leads_to_the_proposal_with_zeros_or_without(stranger, number):
    proposal = make_proposal(number="0488")
    make_reply(proposals=[proposal])
    response = stranger.get(f"/p/wenzhou/npc/13-4/{number}/")
    assert response.status_code == 302
    assert response["Location"] == proposal.get_absolute_url()


@pytest.mark.parametrize(
    "address",
    [
        "/p/wenzhou/npc/１３-４/３１７/",
        "/p/wenzhou/npc/13-4/３１７/",
        "/p/wenzhou/npc/13-4/第317号/",
        "/p/温州/人大建议/13-4/317/",
        "/p/Wenzhou/npc/13－04/0317/",
    ],
)
def test_a_readable_address_written_otherwise_leads_to_the_plain_one(stranger, address):
    proposal = make_proposal(number="317")
    make_reply(proposals=[proposal])
    first = stranger.get(address)
    assert first.status_code == 302
    assert first["Location"].removesuffix("0317/").removesuffix("317/") == "/p/wenzhou/npc/13-4/"
    assert stranger.get(address, follow=True).redirect_chain[-1][0] == proposal.get_absolute_url()


@pytest.mark.parametrize(
    "address",
    [
        "/p/wenzhou/npc/13-4/1/",
        "/p/wenzhou/cppcc/13-4/317/",
        "/p/x/y/1-1/z/",
        "/p/亚特兰蒂斯/npc/13-4/317/",
        "/p/wenzhou/别的/13-4/317/",
        "/p/wenzhou/npc/十三-四/317/",
        "/p/wenzhou/npc/13-4/３／１/",
    ],
)
def test_a_readable_address_of_nothing_is_404(stranger, address):
    make_reply(proposals=[make_proposal(number="317")])
    assert stranger.get(address, follow=True).status_code == 404


def test_a_proposal_page_names_its_readable_address(stranger):
    proposal = make_proposal(number="317")
    make_reply(proposals=[proposal])
    assert "/p/wenzhou/npc/13-4/317/" in text(stranger, proposal.get_absolute_url())


def test_a_proposal_of_which_little_is_known_is_still_a_page(stranger):
    bare = Proposal.objects.create()
    make_reply(proposals=[bare])
    shown = text(stranger, bare.get_absolute_url())
    assert "标题未写明" in shown


def test_the_life_line_costs_the_same_with_one_answer_and_with_many(stranger, count_queries):
    one, many = make_proposal(), make_proposal()
    make_reply(proposals=[one], measures=[{}])
    for _ in range(6):
        make_reply(proposals=[many], measures=[{}, {}])
    stranger.get(one.get_absolute_url())
    assert count_queries(stranger.get, one.get_absolute_url()) == count_queries(
        stranger.get, many.get_absolute_url()
    )


def test_a_proposal_whose_only_reply_was_taken_back_says_so_at_both_addresses(stranger):
    wenzhou = make_city("wenzhou")
    proposal = make_proposal(wenzhou, number="318")
    make_reply(
        city=wenzhou, proposals=[proposal], status=Reply.Status.WITHDRAWN, withdrawal_reason="发布有误"
    )
    response = stranger.get("/p/wenzhou/npc/13-4/318/", follow=True)
    assert response.status_code == 410
    assert "发布有误" in response.content.decode()
