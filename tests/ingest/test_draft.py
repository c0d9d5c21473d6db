"""A document becomes a draft with everything filled in that could be read."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from replies.ingest.draft import draft_reply, reading_of, vocabulary
from replies.ingest.errors import NotReady
from replies.ingest.reading import values_read
from replies.ingest.receive import receive_document
from replies.ingest.rereading import accept, reread
from replies.ingest.review import publish, save_review
from replies.ingest.rows import values_of
from replies.models import Agency, City, Proposal, Reply
from replies.text.parse import parse_reply
from replies.text.parsed import Finding, ParsedReply
from tests.makers import make_source
from tests.samples import SAMPLES, sample_text


def test_a_letter_is_matched_to_rows(sample_draft):
    reply = sample_draft(3)
    assert reply.status == Reply.Status.DRAFT
    assert reply.city == City.objects.get(slug="puyang")
    assert reply.agency.name == "濮阳市民政局"
    assert reply.agency.city == reply.city
    assert reply.reply_date == date(2021, 7, 7)
    proposal = reply.proposals.get()
    assert (proposal.kind, proposal.term, proposal.session, proposal.number) == ("cppcc", 8, 5, "170")
    assert [person.name for person in proposal.proposers.all()] == ["卢志草"]
    assert reply.open_questions == []


def test_measures_are_kept_in_order_with_their_places_in_the_letter(sample_draft):
    reply = sample_draft(0)
    measures = list(reply.measures.prefetch_related("figures"))
    assert [measure.position for measure in measures] == list(range(len(measures)))
    assert len(measures) > 10
    for measure in measures:
        assert reply.letter[measure.start : measure.end] == measure.text
    assert any(measure.figures.all() for measure in measures)


def test_a_letter_without_place_and_agency_asks_for_them_and_offers_what_it_hints_at(sample_draft):
    reply = sample_draft(1)
    asked = {question["field"]: question for question in reply.open_questions}
    assert set(asked) == {"city", "agency"}
    offered = [choice["value"] for choice in asked["city"]["choices"]]
    assert offered == ["濮阳市"]
    evidence = {hint["text"] for hint in asked["city"]["choices"][0]["evidence"]}
    assert "0393" in evidence
    assert reply.city is None


def test_an_import_may_settle_the_place_that_a_letter_does_not_state(catalogue):
    city = City.objects.get(slug="puyang")
    text = "关于对市九届人大二次会议第12号建议的答复\n\n鲁法中代表：\n您提出的建议收悉。现答复如下：\n一、加强管理。\n2023年7月28日\n"
    reply = draft_reply(receive_document(text.encode(), "a.txt", None), None, city=city)
    assert reply.city == city
    assert "city" in reply.edited_fields
    assert "city" not in {question["field"] for question in reply.open_questions}


def test_an_import_never_overrules_the_place_that_a_letter_states(catalogue):
    path = SAMPLES / "seed-3.txt"
    source = receive_document(path.read_bytes(), path.name, None)
    assert draft_reply(source, None, city=City.objects.get(slug="wenzhou")).city_id == "410900"


def test_a_contact_person_and_her_numbers_are_in_no_public_part(sample_draft):
    reply = sample_draft(3)
    assert [(contact["name"], contact["phone"]) for contact in reply.contacts] == [("陈修斌", "6687009")]
    assert "陈修斌" in reply.source.text
    for hidden in ("陈修斌", "6687009"):
        assert hidden not in reply.letter
        assert not reply.measures.filter(text__contains=hidden).exists()
    assert len(reply.letter) == len(reply.source.text)


def test_two_letters_about_one_proposal_share_it(sample_draft, catalogue):
    first = sample_draft(3)
    text = first.source.text.replace("濮阳市民政局", "濮阳市卫生健康委员会")
    second = draft_reply(receive_document(text.encode(), "b.txt", None), None)
    assert list(first.proposals.all()) == list(second.proposals.all())
    assert Proposal.objects.count() == 1
    assert Agency.objects.filter(city__slug="puyang").count() == 2


CO_HANDLED = (
    "关于对市九届人大二次会议第12号建议的答复\n鲁法中代表：\n您提出的《关于修路的建议》收悉。"
    "经会同市财政局、市住建局、市民政局研究，现答复如下：\n我局将抓紧实施。\n市交通运输局\n2023年7月28日\n"
)


def test_co_handling_agencies_belong_to_the_letters_place_and_stand_in_its_order(catalogue):
    city = City.objects.get(slug="puyang")
    reply = draft_reply(make_source(CO_HANDLED), by=None, city=city)
    assert [agency.name for agency in reply.co_handlers()] == ["市财政局", "市住建局", "市民政局"]
    assert {agency.city for agency in reply.co_handlers()} == {city}


def test_co_handling_agencies_move_with_the_place_once_it_is_known(catalogue, clerk_user):
    reply = draft_reply(make_source(CO_HANDLED), by=None)
    assert {agency.city for agency in reply.co_handlers()} == {None}
    save_review(reply, clerk_user, replace(values_of(reply), city="410900"))
    assert {agency.city_id for agency in reply.co_handlers()} == {"410900"}
    assert not Agency.objects.filter(city=None).exists()


def test_several_numbers_are_several_proposals(db):
    found: dict[str, Finding[Any]] = {
        "proposal_number": Finding(["317", "318"], None, "title"),
        "proposal_title": Finding("关于加强养老服务的建议", None, "opening"),
        "kind": Finding("npc", None, "title"),
        "proposers": Finding(("甲", "乙"), None, "addressee"),
    }
    values = values_read(ParsedReply("", found), "", None)
    assert [proposal.number for proposal in values.proposals] == ["317", "318"]
    assert [proposal.kind for proposal in values.proposals] == ["npc", "npc"]
    assert values.proposals[0].proposers == ("甲", "乙")


def test_what_is_written_is_what_is_read_back(sample_draft):
    """Otherwise an unchanged form would look changed, and a second reading would look new."""
    for number in range(5):
        reply = sample_draft(number)
        reading = reading_of(parse_reply(reply.source.text, reply.source.page, vocabulary()))
        assert values_of(reply).differing(reading.values) == frozenset()


def test_what_a_letter_undertakes_in_plain_sentences_becomes_a_measure_without_a_mark(catalogue):
    text = "王小明代表：\n您提出的关于修路的建议收悉，现答复如下：\n我局将于2026年底前完成村道硬化3公里。\n感谢您的关心。\n"
    reply = draft_reply(make_source(text), by=None)
    [measure] = reply.measures.all()
    assert (measure.marker, measure.phase, measure.deadline) == ("", "planned", "2026")
    assert [figure.unit for figure in measure.figures.all()] == ["公里"]


def test_a_measure_is_given_topics_that_the_archive_knows(sample_draft):
    given = {topic.slug for measure in sample_draft(0).measures.all() for topic in measure.topics.all()}
    assert {"public-built-private-run", "facilities"} <= given


def test_what_a_file_could_not_give_is_asked_about_until_somebody_looked(catalogue, clerk_user):
    cut = f"{sample_text(3)}\n附".encode()[:-1]
    reply = draft_reply(receive_document(cut, "a.txt", None), None)
    [question] = reply.open_questions
    assert "1 处文字已损坏" in question["message"]
    with pytest.raises(NotReady):
        publish(reply, by=None)
    save_review(reply, clerk_user, values_of(reply), settled=[question["key"]])
    assert publish(reply, by=None).is_published


def test_reading_again_asks_about_the_file_as_the_first_reading_did(catalogue, clerk_user):
    cut = f"{sample_text(3)}\n附".encode()[:-1]
    draft_reply(receive_document(cut, "a.txt", None), None)
    Reply.objects.update(doc_number="旧〔2021〕1号")
    accept(reread(Reply.objects.get(), vocabulary()), None)
    assert [question["code"] for question in Reply.objects.get().open_questions] == ["notice"]
