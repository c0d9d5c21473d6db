"""One reply taken away: cited, as data, as text; and what of it never leaves the archive."""

from datetime import date

import pytest

from replies.models import Reply
from tests.makers import make_agency, make_measure, make_proposal, make_reply, make_source

FILES = (".json", "/cite.bib", "/cite.ris", "/cite.txt", "/original")


def address(reply, ending):
    return reply.get_absolute_url().rstrip("/") + ending


@pytest.fixture(autouse=True)
def _on_a_spring_day(time_machine):
    time_machine.move_to("2024-03-09T08:00:00+08:00")


def test_a_reply_is_cited_after_the_national_standard(stranger):
    reply = make_reply("关于第317号建议的答复函", doc_number="温民提〔2019〕70号")
    answer = stranger.get(address(reply, "/cite.txt"))
    assert answer.content.decode() == (
        "温州市民政局. 关于第317号建议的答复函: 温民提〔2019〕70号[EB/OL]. (2019-07-02)[2024-03-09]. "
        f"http://testserver/replies/{reply.pk}/.\n"
    )
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


def test_bibtex_names_the_proposal_answered_and_the_whole_place(stranger):
    proposal = make_proposal(title="关于增设助餐点的建议")
    entry = stranger.get(address(make_reply(proposals=[proposal]), "/cite.bib")).content.decode()
    assert "note = {答复：关于增设助餐点的建议}" in entry
    assert "address = {浙江省温州市}" in entry


def test_reference_programs_are_given_their_own_types(stranger):
    reply = make_reply()
    bib, ris = stranger.get(address(reply, "/cite.bib")), stranger.get(address(reply, "/cite.ris"))
    assert bib["Content-Type"].startswith("application/x-bibtex")
    assert ris["Content-Type"].startswith("application/x-research-info-systems")
    assert ris["Content-Disposition"] == f'attachment; filename="reply-{reply.pk}.ris"'


def test_a_form_of_citation_nobody_knows_is_not_there(stranger):
    assert stranger.get(address(make_reply(), "/cite.docx")).status_code == 404


@pytest.mark.parametrize("ending", FILES)
def test_a_stranger_cannot_see_a_draft_in_any_form(stranger, ending):
    assert stranger.get(address(make_reply(status="draft"), ending)).status_code == 404


@pytest.mark.parametrize("ending", FILES)
def test_a_withdrawn_reply_says_why_in_every_form_and_nothing_else(stranger, ending):
    reply = make_reply("不再公开的标题", status="withdrawn", withdrawal_reason="重复收录")
    answer = stranger.get(address(reply, ending))
    assert answer.status_code == 410
    assert "重复收录" in answer.content.decode()
    assert "不再公开" not in answer.content.decode()


@pytest.mark.parametrize("ending", FILES)
def test_a_number_beyond_all_numbers_is_simply_not_there(stranger, ending):
    assert stranger.get(f"/replies/{'9' * 40}{ending}").status_code == 404


@pytest.mark.parametrize("ending", FILES)
def test_nothing_can_be_written_there(stranger, ending):
    assert stranger.post(address(make_reply(), ending)).status_code == 405


def test_the_text_is_the_masked_one_with_the_fingerprint_of_the_file_it_came_from(stranger):
    source = make_source("联系人：王某，电话：19900000126。")
    reply = make_reply(letter="联系人：＊＊，电话：＊＊＊＊＊＊＊＊＊＊＊。", source=source)
    answer = stranger.get(address(reply, "/original"))
    assert answer.content.decode() == reply.letter
    assert answer["X-Original-SHA256"] == source.sha256
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("ending", FILES)
def test_contacts_and_the_unmasked_text_leave_in_no_form(stranger, ending):
    source = make_source("联系人：王某，电话：19900000126。")
    reply = make_reply(
        source=source,
        contacts=[{"name": "王某", "phone": "19900000126"}],
        findings={"contact_phone": {"value": "19900000126"}},
        cc=["王某"],
        signer="王某",
    )
    text = stranger.get(address(reply, ending)).content.decode()
    assert "19900000126" not in text
    assert "王某" not in text


def test_the_record_holds_what_the_page_says(stranger):
    first, second = make_proposal(number="88"), make_proposal(number="7", kind="cppcc")
    reply = make_reply(proposals=[first, second], letter="我市推进公建民营。新增床位500张。")
    helper = make_agency("温州市卫生健康委员会")
    reply.co_agencies.add(helper)
    figure = {"text": "床位500张", "value": 500, "unit": "张", "role": "result"}
    make_measure(reply, "推进公建民营", figures=[figure])
    record = stranger.get(address(reply, ".json")).json()
    assert record["id"] == reply.pk
    assert record["url"] == f"http://testserver/replies/{reply.pk}/"
    assert record["city"]["slug"] == "wenzhou"
    assert record["city"]["full_name"] == "浙江省温州市"
    assert record["agency"]["name"] == "温州市民政局"
    assert [agency["name"] for agency in record["co_agencies"]] == ["温州市卫生健康委员会"]
    assert record["reply_date"] == "2019-07-02"
    assert [proposal["number"] for proposal in record["proposals"]] == ["88", "7"]
    assert record["proposals"][0]["proposers"][0]["name"] == "肖石龙"
    assert record["topics"] == ["smart-elderly-care"]
    measure = record["measures"][0]
    assert record["letter"][measure["start"] : measure["end"]] == "推进公建民营"
    assert measure["figures"][0]["value"] == 500
    assert record["original"]["sha256"] == reply.source.sha256
    assert record["cite"]["bib"] == f"http://testserver/replies/{reply.pk}/cite.bib"


def test_versions_name_each_other_only_while_they_are_public(stranger):
    earlier = make_reply("初次答复")
    later = make_reply("再次答复", replaces=earlier)
    assert stranger.get(address(later, ".json")).json()["replaces"].endswith(earlier.get_absolute_url())
    (named,) = stranger.get(address(earlier, ".json")).json()["later_versions"]
    assert named.endswith(later.get_absolute_url())
    Reply.objects.filter(pk=later.pk).update(status="draft")
    assert stranger.get(address(earlier, ".json")).json()["later_versions"] == []
    Reply.objects.filter(pk=later.pk).update(status="published")
    Reply.objects.filter(pk=earlier.pk).update(status="withdrawn", withdrawal_reason="有误")
    assert stranger.get(address(later, ".json")).json()["replaces"] is None


def test_proposals_come_in_the_order_of_each_reply_that_answers_them(stranger):
    one, other = make_proposal(number="1"), make_proposal(number="2")
    replies = [make_reply(proposals=[one, other]), make_reply(proposals=[other, one])]
    listed = Reply.objects.published().with_list_parts().in_bulk([reply.pk for reply in replies])
    assert [[p.number for p in listed[reply.pk].proposals.all()] for reply in replies] == [
        ["1", "2"],
        ["2", "1"],
    ]


def test_a_reply_about_nothing_known_is_cited_and_recorded_all_the_same(stranger):
    reply = make_reply(proposals=[], topics=[], reply_date=date(2021, 1, 5))
    assert stranger.get(address(reply, "/cite.bib")).status_code == 200
    record = stranger.get(address(reply, ".json")).json()
    assert (record["proposals"], record["topics"], record["kind"]) == ([], [], "")
