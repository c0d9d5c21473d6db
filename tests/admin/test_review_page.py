"""The review screen."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from replies.ingest.draft import draft_reply
from replies.ingest.receive import receive_document
from replies.ingest.review import publish
from replies.ingest.rows import values_of
from replies.models import Reply
from tests.admin.pages import filled_form, text_of


def address(reply):
    return reverse("admin:replies_reply_change", args=[reply.pk])


def send(client, reply, do="save", **changes):
    """Sends the form as a browser would, with these fields changed."""
    form = filled_form(client.get(address(reply)))
    form = {name: values for name, values in form.items() if name not in {"reason"}}
    return client.post(address(reply), {**form, "do": do, **changes}, follow=True)


@pytest.mark.parametrize("number", range(5))
def test_an_untouched_form_changes_nothing(clerk, sample_draft, number):
    reply = sample_draft(number)
    before = values_of(reply)
    response = send(clerk, reply)
    reply.refresh_from_db()
    assert values_of(reply).differing(before) == frozenset()
    assert "已保存，没有改动" in text_of(response)
    assert reply.edited_fields == []


def test_each_field_stands_beside_its_place_in_the_original(clerk, sample_draft):
    page = clerk.get(address(sample_draft(3))).content.decode()
    for key in ("reply_title", "agency", "reply_date", "proposal_title"):
        assert f'href="#{key}"' in page or f"{key}" in page
        assert f'id="{key}"' in page


def test_a_clerk_corrects_a_field(clerk, sample_draft):
    reply = sample_draft(3)
    response = send(clerk, reply, doc_number="濮民〔2021〕5号", reply_date="2021年7月8日")
    assert "已保存：文号、成文日期" in text_of(response)
    reply.refresh_from_db()
    assert reply.doc_number == "濮民〔2021〕5号"
    assert reply.reply_date.isoformat() == "2021-07-08"


def test_one_click_takes_the_place_that_the_letter_hints_at(clerk, sample_draft):
    reply = sample_draft(1)
    page = clerk.get(address(reply))
    assert 'value="city=濮阳市"' in page.content.decode()
    send(clerk, reply, answer="city=濮阳市")
    reply.refresh_from_db()
    assert reply.city.slug == "puyang"
    assert [question["field"] for question in reply.open_questions] == ["agency"]


def test_a_reviewer_saves_and_publishes_in_one_step(reviewer, stranger, sample_draft):
    reply = sample_draft(3)
    response = send(reviewer, reply, do="publish")
    assert "已发布" in text_of(response)
    assert stranger.get(f"/replies/{reply.pk}/").status_code == 200


def test_publishing_with_open_questions_saves_and_says_what_is_missing(reviewer, sample_draft):
    reply = sample_draft(1)
    response = send(reviewer, reply, do="publish", doc_number="濮民〔2023〕5号")
    assert "还不能发布" in text_of(response)
    reply.refresh_from_db()
    assert reply.status == Reply.Status.DRAFT
    assert reply.doc_number == "濮民〔2023〕5号"


def test_a_clerk_is_not_offered_publishing_and_cannot_force_it(clerk, sample_draft):
    reply = sample_draft(3)
    assert "保存并发布" not in text_of(clerk.get(address(reply)))
    send(clerk, reply, do="publish")
    reply.refresh_from_db()
    assert reply.status == Reply.Status.DRAFT


def test_a_stranger_cannot_see_a_draft(stranger, sample_draft):
    reply = sample_draft(3)
    assert stranger.get(address(reply)).status_code == 302
    assert stranger.get(f"/replies/{reply.pk}/").status_code == 404


def test_what_was_typed_stays_when_something_is_wrong(clerk, sample_draft):
    reply = sample_draft(3)
    response = send(clerk, reply, reply_date="去年夏天", signer="张三")
    page = response.content.decode()
    assert "看不懂这个日期" in page
    assert 'value="去年夏天"' in page
    assert 'value="张三"' in page
    reply.refresh_from_db()
    assert reply.signer == ""


def test_a_place_with_namesakes_is_asked_for_in_full(clerk, sample_draft):
    reply = sample_draft(1)
    response = send(clerk, reply, city="乌有市")
    assert "地区表里没有“乌有市”" in text_of(response)


def test_a_measure_is_added_moved_and_removed_without_script(clerk, sample_draft):
    reply = sample_draft(3)
    before = values_of(reply).measures
    new = len(before)
    send(
        clerk,
        reply,
        **{
            "measures-0-place": "2",
            "measures-1-place": "1",
            "measures-2-DELETE": "on",
            f"measures-{new}-heading": "新增一项措施",
            f"measures-{new}-phase": "planned",
            f"measures-{new}-place": "99",
        },
    )
    after = values_of(reply).measures
    assert [measure.heading for measure in after[:2]] == [before[1].heading, before[0].heading]
    assert before[2].heading not in [measure.heading for measure in after]
    assert (after[-1].heading, after[-1].phase) == ("新增一项措施", "planned")


def test_a_figure_is_added_to_its_measure_without_script(clerk, sample_draft):
    reply = sample_draft(3)
    form = filled_form(clerk.get(address(reply)))
    empty = next(
        name.split("-")[1]
        for name, values in form.items()
        if name.startswith("figures-") and name.endswith("-measure") and values == ["1"]
        if form[name.replace("-measure", "-text")] == [""]
    )
    changes = {"text": "建成床位1200张", "value": "1200", "unit": "张", "role": "result"}
    send(clerk, reply, **{f"figures-{empty}-{name}": value for name, value in changes.items()})
    figure = values_of(reply).measures[1].figures[-1]
    assert (figure.text, figure.value, figure.unit) == ("建成床位1200张", 1200, "张")


def test_two_people_editing_the_second_is_told_and_keeps_what_she_typed(clerk, reviewer, sample_draft):
    reply = sample_draft(3)
    hers = filled_form(clerk.get(address(reply)))
    send(reviewer, reply, signer="张三", disclosure="主动公开")
    response = clerk.post(address(reply), {**hers, "signer": "李四", "cc": "市政协"}, follow=True)
    told = text_of(response)
    assert "有人同时改了这件答复" in told
    assert "reviewer：改动：公开属性、签发人" in told
    assert "对方改为：张三" in told
    again = filled_form(response)
    assert again["signer"] == ["李四"]
    assert again["cc"] == ["市政协"]
    assert again["disclosure"] == ["主动公开"]
    clerk.post(address(reply), {**again, "do": "save"})
    reply.refresh_from_db()
    assert (reply.signer, reply.disclosure, reply.cc) == ("李四", "主动公开", ["市政协"])


def test_what_was_typed_comes_back_after_the_session_ended(clerk, sample_draft, clerk_user):
    reply = sample_draft(3)
    typed = {**filled_form(clerk.get(address(reply))), "signer": "王五", "do": "save"}
    later = Client()
    response = later.post(address(reply), typed)
    assert "/admin/login/" in response["Location"]
    reply.refresh_from_db()
    assert reply.signer == ""
    later.post(response["Location"], {"username": "clerk", "password": "a long enough word"})
    page = later.get(address(reply))
    assert "您填写的内容已经恢复，尚未保存" in text_of(page)
    assert filled_form(page)["signer"] == ["王五"]


def test_what_was_typed_comes_back_when_the_forms_token_no_longer_holds(clerk, clerk_user, sample_draft):
    reply = sample_draft(3)
    form = filled_form(clerk.get(address(reply)))
    elsewhere = Client(enforce_csrf_checks=True)
    elsewhere.force_login(clerk_user)
    page = elsewhere.post(address(reply), {**form, "signer": "张三", "do": "save"}, follow=True)
    assert 'value="张三"' in page.content.decode()
    assert "您填写的内容已经恢复，尚未保存" in text_of(page)
    assert Reply.objects.get().signer == ""


def test_a_form_without_a_token_that_we_never_gave_is_refused(clerk_user, sample_draft):
    elsewhere = Client(enforce_csrf_checks=True)
    elsewhere.force_login(clerk_user)
    assert elsewhere.post(address(sample_draft(3)), {"signer": "张三"}).status_code == 403


def test_what_one_person_typed_is_not_shown_to_another(clerk, sample_draft, reviewer_user):
    reply = sample_draft(3)
    typed = {**filled_form(clerk.get(address(reply))), "signer": "王五"}
    later = Client()
    response = later.post(address(reply), typed)
    later.post(response["Location"], {"username": "reviewer", "password": "a long enough word"})
    assert filled_form(later.get(address(reply)))["signer"] == [""]


def test_a_form_that_we_never_gave_is_not_kept(stranger, sample_draft):
    reply = sample_draft(3)
    stranger.post(address(reply), {"signer": "x" * 1000, "typed_seal": "forged"})
    assert "typed:" not in str(dict(stranger.session))


def test_a_withdrawal_needs_a_reason(reviewer, sample_draft):
    reply = publish(sample_draft(3), by=None)
    withdraw = reverse("admin:replies_reply_withdraw", args=[reply.pk])
    assert "请写明原因" in text_of(reviewer.post(withdraw, {"reason": " "}, follow=True))
    reviewer.post(withdraw, {"reason": "单位要求更正"})
    reply.refresh_from_db()
    assert reply.status == Reply.Status.WITHDRAWN


def test_a_withdrawn_address_is_gone_and_says_why(reviewer, stranger, sample_draft):
    reply = publish(sample_draft(3), by=None)
    reviewer.post(reverse("admin:replies_reply_withdraw", args=[reply.pk]), {"reason": "单位要求更正"})
    response = stranger.get(f"/replies/{reply.pk}/")
    assert response.status_code == 410
    assert "单位要求更正" in response.content.decode()


def test_a_clerk_cannot_withdraw(clerk, sample_draft):
    reply = publish(sample_draft(3), by=None)
    response = clerk.post(reverse("admin:replies_reply_withdraw", args=[reply.pk]), {"reason": "…"})
    assert response.status_code == 403


def test_what_is_published_is_read_only_for_a_clerk(clerk, sample_draft):
    reply = publish(sample_draft(3), by=None)
    page = clerk.get(address(reply))
    assert "只有审核员可以修改" in text_of(page)
    assert clerk.post(address(reply), filled_form(page)).status_code == 403


def test_places_agencies_and_people_are_offered_while_typing(clerk, sample_draft):
    sample_draft(3)
    ask = reverse("admin:replies_reply_suggestions")
    assert clerk.get(ask, {"field": "city", "q": "濮"}).json()["suggestions"][0] == "河南省濮阳市"
    assert clerk.get(ask, {"field": "agency", "q": "民政"}).json()["suggestions"] == ["濮阳市民政局"]
    assert clerk.get(ask, {"field": "proposers", "q": "卢"}).json()["suggestions"] == ["卢志草"]


def test_the_history_names_people_and_changes(clerk, sample_draft):
    reply = sample_draft(3)
    send(clerk, reply, signer="张三")
    told = text_of(clerk.get(reverse("admin:replies_reply_history", args=[reply.pk])))
    assert "clerk改动：签发人" in told


def test_a_reply_that_is_not_there_is_not_found(clerk):
    assert clerk.get("/admin/replies/reply/999999/change/").status_code == 404
    assert clerk.get("/admin/replies/reply/abc/change/").status_code == 404


SIGNED_BY_THE_CITY = (
    "甬民〔2022〕5号\n关于市政协十五届三次会议第33号提案的答复\n李海燕委员：\n您提出的《关于修建步道的提案》收悉，现答复如下：\n"
    "海曙区、鄞州区的步道已经连通。\n市民政局\n2022年6月8日\n联系电话：0574-87186666\n"
)


@pytest.mark.parametrize(
    ("language", "inferred", "asked"),
    [
        ("zh-hans", "由文号、提到的区县、电话区号推定，请核对", "没有读出代表或委员的姓名"),
        ("en", "Inferredfrom:Documentnumber、Districtsmentioned、Areacode.Pleasecheck.", "Nonameofadeputyormember"),
    ],
)  # fmt: skip
def test_a_place_by_signs_names_them_and_questions_come_in_the_language_of_the_page(
    clerk, catalogue, language, inferred, asked
):
    text = SIGNED_BY_THE_CITY.replace("李海燕委员：\n", "")
    reply = draft_reply(receive_document(text.encode(), "a.txt", None), None)
    assert reply.city.name == "宁波市"
    clerk.cookies["django_language"] = language
    page = text_of(clerk.get(address(reply)))
    assert inferred in page
    assert asked in page


def headings(response):
    page = LexborHTMLParser(response.content.decode())
    return [node.attributes.get("value") for node in page.css("#cards [name$='-heading']")]


def test_measures_that_were_moved_stand_where_they_were_moved_when_something_is_wrong(clerk, sample_draft):
    reply = sample_draft(3)
    first, second, *_ = (measure.heading for measure in values_of(reply).measures)
    moved = {"measures-0-place": "2", "measures-1-place": "1"}
    assert headings(send(clerk, reply, publish_date="某日", **moved))[:2] == [second, first]


@pytest.mark.parametrize(("row", "place", "order"), [(2, "1", [2, 0, 1]), (0, "3", [1, 2, 0])])
def test_one_number_is_enough_to_move_a_measure_without_script(clerk, sample_draft, row, place, order):
    reply = sample_draft(3)
    before = values_of(reply).measures
    send(clerk, reply, **{f"measures-{row}-place": place})
    after = [measure.heading for measure in values_of(reply).measures[:3]]
    assert after == [before[number].heading for number in order]


def test_a_mistake_in_a_figure_is_open_to_see_and_has_the_cursor(clerk, sample_draft):
    reply = sample_draft(1)  # which asks for its place: a mistake comes before a question
    page = LexborHTMLParser(send(clerk, reply, **{"figures-0-value": "若干"}).content.decode())
    field = page.css_first("[name='figures-0-value']")
    assert "autofocus" in field.attributes
    assert field.attributes["value"] == "若干"
    [opened] = page.css("#cards details[open]")
    assert "请只填数字" in opened.text()
    assert len(page.css("[autofocus]")) == 1


@pytest.mark.parametrize(
    ("typed", "value"), [("1,200", 1200), ("１２．５", Decimal("12.5")), ("三十", 30), (" 1 200 ", 1200)]
)
def test_a_figure_is_taken_as_letters_write_it(clerk, sample_draft, typed, value):
    reply = sample_draft(3)
    send(clerk, reply, **{"figures-0-value": typed})
    assert values_of(reply).measures[0].figures[0].value == value


def test_a_number_without_end_is_refused_and_not_fatal(clerk, sample_draft):
    assert send(clerk, sample_draft(3), **{"figures-0-value": "0" * 6000}).status_code == 200


def test_who_saves_after_her_session_ended_is_told_that_nothing_is_lost(clerk, sample_draft):
    reply = sample_draft(3)
    form = filled_form(clerk.get(address(reply)))
    clerk.logout()
    told = text_of(clerk.post(address(reply), {**form, "signer": "张三", "do": "save"}, follow=True))
    assert "登录已过期。您填写的内容没有丢" in told


def test_measures_and_figures_are_marked_in_the_original(clerk, sample_draft):
    reply = sample_draft(3)
    page = LexborHTMLParser(clerk.get(address(reply)).content.decode())
    marked = [node.text() for node in page.css("#original .found")]
    figures = {node.text() for node in page.css("#original .found-figure")}
    measure = values_of(reply).measures[0]
    assert measure.text.startswith(tuple(marked))
    assert {figure.text for each in values_of(reply).measures for figure in each.figures} & figures


def test_of_measures_that_two_people_changed_the_second_sees_part_by_part_what_differs(
    clerk, reviewer, sample_draft
):
    reply = sample_draft(3)
    hers = filled_form(clerk.get(address(reply)))
    send(reviewer, reply, **{"measures-0-heading": "他写的要点", "topics": ["other", "funding-subsidy"]})
    typed = {**hers, "measures-1-deadline": "2031", "topics": ["workforce"], "do": "save"}
    told = text_of(clerk.post(address(reply), typed))
    assert "措施与数字›要点“他写的要点”：对方的是他写的要点" in told
    assert "您的是2031" in told
    assert "对方改为：资金补贴、其他" in told


def discard_of(reply):
    return reverse("admin:replies_reply_discard", args=[reply.pk])


def test_a_clerk_deletes_a_draft_that_came_in_by_mistake(clerk, sample_draft):
    reply = sample_draft(3)
    form = filled_form(clerk.get(address(reply)), ".discard form")
    told = text_of(clerk.post(discard_of(reply), form, follow=True))
    assert "已删除草稿" in told
    assert not Reply.objects.exists()


def test_a_draft_that_somebody_changed_meanwhile_is_not_deleted(clerk, reviewer, sample_draft):
    reply = sample_draft(3)
    form = filled_form(clerk.get(address(reply)), ".discard form")
    send(reviewer, reply, signer="张三")
    told = text_of(clerk.post(discard_of(reply), form, follow=True))
    assert "没有删除：您打开之后有人改过" in told
    assert Reply.objects.get().signer == "张三"


def test_what_is_published_offers_no_deleting(reviewer, stranger, sample_draft):
    reply = publish(sample_draft(3), by=None)
    page = reviewer.get(address(reply)).content.decode()
    assert discard_of(reply) not in page
    reviewer.post(discard_of(reply), {"shown_version": reply.edit_version})
    stranger.post(discard_of(reply), {"shown_version": reply.edit_version})
    assert Reply.objects.get().is_published


@pytest.mark.parametrize("field", ["co_agencies", "proposals-0-proposers"])
def test_a_sentence_taken_for_a_name_is_told_and_kept(clerk, sample_draft, field):
    reply = sample_draft(3)
    sentence = "会同市财政局和市住房城乡建设局以及各县区共同推进这一工作" * 6
    page = send(clerk, reply, **{field: f"市财政局、{sentence}"}).content.decode()
    assert "一个名称最多" in page
    assert sentence in page


@pytest.mark.parametrize("shown", ["[1]", '"x"', "3", "{"])
def test_a_form_that_lost_what_it_had_shown_is_not_saved_over_others(clerk, sample_draft, shown):
    reply = sample_draft(3)
    assert "尚未保存" in text_of(send(clerk, reply, shown=shown, signer="张三"))
    assert Reply.objects.get().signer == ""


def test_names_are_offered_whatever_is_typed(clerk, sample_draft):
    sample_draft(3)
    answer = clerk.get(reverse("admin:replies_reply_suggestions"), {"field": "city", "q": "濮阳\0"})
    assert answer.json()["suggestions"]
