"""What an agency, a person, a topic or a place is called may change: search and pages follow at once."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from replies.ingest import showing
from replies.ingest.catalogue import load_divisions
from replies.ingest.errors import StillNamed
from replies.ingest.naming import remove_named, save_named
from replies.ingest.review import publish
from replies.models import Agency, Representative, Topic
from replies.search.check import check
from replies.search.find import find_replies
from replies.search.state import SearchState
from replies.search.suggest import suggest
from tests.admin.pages import text_of
from tests.makers import make_agency, make_city, make_proposal, make_reply, make_representative, make_topic

LETTER = "答复如下：推进改革。"


def found(words):
    return sorted(find_replies(SearchState(q=words)).ids)


def suggested(typed):
    return [each.label for each in suggest(typed)]


def edit(client, row, **changes):
    """What the form of the staff side sends, with these fields changed."""
    kind = row._meta.model_name
    values = {"name": row.name}
    if kind != "topic":
        values |= {"city": row.city_id or "", "aliases": ",".join(getattr(row, "aliases", []))}
        values |= {"kind": getattr(row, "kind", ""), "role": getattr(row, "role", "")}
    else:
        values |= {"name_en": row.name_en, "position": row.position}
        values |= {"terms-TOTAL_FORMS": 0, "terms-INITIAL_FORMS": 0}
    address = f"/admin/replies/{kind}/{row.pk}/change/"
    return client.post(address, {**values, **changes}, follow=True)


def test_a_renamed_agency_is_found_by_its_new_name_and_no_more_by_the_old(admin_client):
    agency = make_agency("温州市老龄局")
    lead = make_reply(letter=LETTER, agency=agency)
    joined = make_reply(letter=LETTER)
    joined.co_agencies.add(agency)
    assert found("老龄局") == [lead.pk]
    response = edit(admin_client, agency, name="温州市康养中心")
    assert "2件" in text_of(response)
    assert found("康养中心") == [lead.pk, joined.pk]
    assert found("老龄局") == []
    assert (suggested("温州市康"), suggested("温州市老")) == (["温州市康养中心"], [])
    assert (suggested("kangyang"), suggested("laoling")) == (["温州市康养中心"], [])
    assert list(check()) == []


def test_a_renamed_person_is_found_by_her_new_name_in_characters_and_in_pinyin(admin_client):
    first = make_reply(letter=LETTER, proposals=[make_proposal(proposers=["卢志草"])])
    second = make_reply(letter=LETTER, proposals=[make_proposal(proposers=["王小明", "卢志草"])])
    edit(admin_client, Representative.objects.get(name="卢志草"), name="欧阳草")
    assert found("欧阳草") == found("ouyangcao") == [first.pk, second.pk]
    assert found("卢志草") == found("luzhicao") == []
    assert list(check()) == []


@pytest.mark.parametrize("kind", ["agency", "representative", "topic"])
def test_a_page_that_a_reader_keeps_is_drawn_anew_after_a_renaming(admin_client, stranger, kind):
    reply = make_reply(letter=LETTER)
    row = {
        "agency": reply.agency,
        "representative": Representative.objects.get(),
        "topic": Topic.objects.get(),
    }[kind]
    addresses = [row.get_absolute_url(), reply.get_absolute_url()]
    kept = {address: stranger.get(address)["ETag"] for address in addresses}
    edit(admin_client, row, name="新的叫法")
    for address, mark in kept.items():
        again = stranger.get(address, headers={"If-None-Match": mark})
        assert again.status_code == 200
        assert "新的叫法" in again.content.decode()


def test_another_name_of_an_agency_is_suggested_at_once_and_forgotten_with_it(admin_client):
    agency = make_reply(letter=LETTER).agency
    edit(admin_client, agency, aliases="老龄办")
    assert suggested("老龄办") == [agency.name]
    edit(admin_client, Agency.objects.get(pk=agency.pk), aliases="")
    assert suggested("老龄办") == []


def test_what_published_replies_name_is_renamed_only_by_those_who_publish(clerk, clerk_user, reviewer):
    agency = make_reply(letter=LETTER).agency
    before = agency.name
    assert edit(clerk, agency, name="温州市康养中心").status_code == 403
    agency.name = "温州市康养中心"
    with pytest.raises(PermissionDenied):
        save_named(agency, clerk_user)
    assert Agency.objects.get(pk=agency.pk).name == before
    assert edit(reviewer, agency, name="温州市康养中心").status_code == 200
    assert Agency.objects.get(pk=agency.pk).name == "温州市康养中心"


def test_a_clerk_may_put_right_what_drafts_alone_name(clerk):
    agency = make_reply(status="draft").agency
    edit(clerk, agency, name="温州市康养中心")
    assert Agency.objects.get(pk=agency.pk).name == "温州市康养中心"


def test_the_history_says_what_it_was_called_before(admin_client):
    agency = make_agency("温州市老龄局")
    edit(admin_client, agency, name="温州市康养中心")
    history = text_of(admin_client.get(f"/admin/replies/agency/{agency.pk}/history/"))
    assert "“温州市老龄局”改为“温州市康养中心”" in history


def test_a_name_that_another_agency_of_the_place_bears_is_refused(admin_client):
    first, second = make_agency("温州市民政局"), make_agency("温州市财政局")
    assert edit(admin_client, second, name=first.name).status_code == 200
    assert Agency.objects.get(pk=second.pk).name == "温州市财政局"


@pytest.mark.parametrize("status", ["draft", "published"])
def test_what_a_reply_names_cannot_be_taken_away(admin_client, status):
    reply = make_reply(letter=LETTER, status=status, measures=[{"topics": ["other"]}])
    joining = make_agency("温州市财政局")
    reply.co_agencies.add(joining)
    named = [reply.agency, joining, Representative.objects.get(), *Topic.objects.all()]
    assert len(named) == 5
    for row in named:
        address = f"/admin/replies/{row._meta.model_name}/{row.pk}/delete/"
        assert admin_client.post(address, {"post": "yes"}).status_code == 403
        with pytest.raises(StillNamed):
            remove_named(row)
        assert type(row).objects.filter(pk=row.pk).exists()


def test_what_no_reply_names_can_be_taken_away(admin_client):
    make_reply(letter=LETTER)
    unused = [make_agency("温州市财政局"), make_representative("赵大海"), make_topic("other")]
    for row in unused:
        address = f"/admin/replies/{row._meta.model_name}/{row.pk}/delete/"
        assert admin_client.post(address, {"post": "yes"}).status_code == 302
        assert not type(row).objects.filter(pk=row.pk).exists()


def test_several_cannot_be_taken_away_at_once(admin_client):
    agency = make_reply(letter=LETTER).agency
    chosen = {"action": "delete_selected", "_selected_action": [agency.pk], "post": "yes"}
    admin_client.post("/admin/replies/agency/", chosen)
    assert Agency.objects.filter(pk=agency.pk).exists()


def test_many_replies_are_written_in_batches(db, monkeypatch):
    monkeypatch.setattr(showing, "AT_ONCE", 2)
    agency = make_agency("温州市老龄局")
    replies = [make_reply(letter=LETTER, agency=agency) for _ in range(5)]
    agency.name = "温州市康养中心"
    assert save_named(agency, by=None) == 5
    assert found("康养中心") == [reply.pk for reply in replies]
    assert list(check()) == []


DIVISIONS = """code,name,short_name,level,parent,slug,aliases,area_code
330000,浙江省,浙江,province,,zhejiang,,
330300,{name},温州,prefecture,330000,wenzhou,,0577
"""


def test_a_renamed_place_is_found_by_its_new_name_with_all_that_lies_in_it(db, tmp_path, stranger):
    inside = make_reply(letter=LETTER, city=make_city("lucheng-district"), agency=make_agency("鹿城区民政局"))
    beside = make_reply(letter=LETTER, city=make_city("hangzhou"), agency=make_agency("杭州市民政局"))
    mark = stranger.get("/cities/lucheng-district/")["ETag"]
    path = tmp_path / "divisions.csv"
    path.write_text(DIVISIONS.format(name="瓯海府"), encoding="utf-8")
    load_divisions(path)
    assert found("瓯海府") == [inside.pk]
    assert beside.pk not in found("瓯海府")
    assert stranger.get("/cities/lucheng-district/", headers={"If-None-Match": mark}).status_code == 200
    assert list(check()) == []


def test_loading_the_same_places_again_leaves_readers_their_pages(db, tmp_path, stranger):
    make_reply(letter=LETTER)
    path = tmp_path / "divisions.csv"
    path.write_text(DIVISIONS.format(name="温州市"), encoding="utf-8")
    load_divisions(path)
    mark = stranger.get("/cities/wenzhou/")["ETag"]
    load_divisions(path)
    assert stranger.get("/cities/wenzhou/", headers={"If-None-Match": mark}).status_code == 304


@pytest.mark.django_db(transaction=True)
def test_a_reply_published_while_its_agency_is_renamed_bears_the_new_name():
    reply = make_reply(letter=LETTER, status="draft", agency=make_agency("温州市老龄局"))
    at_work = threading.Thread(target=_publish, args=[reply])
    agency = Agency.objects.get(name="温州市老龄局")
    with transaction.atomic():
        agency.name = "温州市康养中心"
        save_named(agency, by=None)
        at_work.start()
        at_work.join(timeout=1)
        assert at_work.is_alive()
    at_work.join()
    assert found("康养中心") == [reply.pk]
    assert list(check()) == []


def _publish(reply):
    try:
        publish(reply, by=None)
    finally:
        connection.close()
