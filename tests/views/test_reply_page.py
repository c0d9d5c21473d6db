"""One reply at its permanent address."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from replies.models import Reply
from tests.makers import make_agency, make_city, make_proposal, make_reply, make_source

pytestmark = pytest.mark.django_db


def page_of(client, reply):
    return client.get(reply.get_absolute_url())


def test_the_first_lines_say_who_asked_what_who_answered_and_when(stranger):
    city = make_city("wenzhou")
    proposal = make_proposal(city, ["肖石龙"], "317", title="关于加强养老服务体系建设的建议")
    reply = make_reply(city=city, proposals=[proposal], doc_number="温民提〔2019〕70号")
    reply.co_agencies.add(make_agency("温州市财政局", city))
    shown = page_of(stranger, reply).content.decode()
    for words in ("肖石龙", "关于加强养老服务体系建设的建议", "第317号", "温州市民政局", "温州市财政局"):
        assert words in shown
    assert "2019年7月2日" in shown
    assert "温民提〔2019〕70号" in shown


@pytest.mark.parametrize(
    ("outcome", "result_class", "said"),
    [
        ("unknown", "A", "原文标 A 类"),
        ("resolved", "A", "（原文标 A 类）"),
        ("resolved", "", Reply.Outcome.RESOLVED.label),
    ],
)
def test_a_result_is_what_staff_know_and_what_the_letter_prints(stranger, outcome, result_class, said):
    reply = make_reply(outcome=outcome, result_class=result_class)
    shown = page_of(stranger, reply).content.decode()
    row = shown.partition("<dt>结果</dt>")[2].partition("</dd>")[0]
    assert str(said) in row
    assert ("（" in row) == (said == "（原文标 A 类）")


def test_each_measure_leads_to_its_sentence_in_the_letter(stranger):
    letter = "答复如下：\n我市推进公建民营改革。下一步，建设智慧平台。"
    reply = make_reply(
        letter=letter,
        measures=[
            {"heading": "推进公建民营改革"},
            {"heading": "建设智慧平台", "phase": "planned", "deadline": "2020"},
        ],
    )
    shown = page_of(stranger, reply).content.decode()
    for measure in reply.measures.all():
        assert f'href="#m-{measure.pk}"' in shown
        assert f'id="m-{measure.pk}"' in shown
    assert "已做 1" in shown
    assert "将做 1" in shown
    assert "期限 2020年" in shown


def test_promises_with_a_date_or_a_figure_come_first_on_top(stranger):
    vague = [{"heading": heading, "phase": "planned"} for heading in ("提高认识", "加强领导", "形成合力")]
    due = {"heading": "建成护理院", "phase": "planned", "deadline": "2020-12"}
    counted = {"heading": "新增床位", "phase": "planned", "figures": [{"text": "床位90张", "role": "target"}]}
    reply = make_reply(letter="答复如下：\n正文。", measures=[*vague, due, counted])
    on_top = (
        page_of(stranger, reply).content.decode().partition('id="promised"')[2].partition("</section>")[0]
    )
    assert [h for h in ("提高认识", "加强领导", "建成护理院", "新增床位") if h in on_top] == [
        "提高认识",
        "建成护理院",
        "新增床位",
    ]
    assert on_top.index("新增床位") < on_top.index("提高认识")
    assert "期限 2020年12月" in on_top


def test_the_heading_of_every_marked_measure_stands_out_in_its_paragraph(stranger):
    text = "一是建好食堂，早在去年就有12家。二是出台政策扶持，每餐补助2元。"
    measures = [
        {"marker": "一是", "heading": "建好食堂", "text": "一是建好食堂，早在去年就有12家。"},
        {"marker": "二是", "heading": "出台政策扶持", "text": "二是出台政策扶持，每餐补助2元。"},
    ]
    reply = make_reply(letter=f"王代表：\n答复如下：\n{text}\n", measures=measures)
    for measure in reply.measures.all():
        at = reply.letter.index(measure.text)
        type(measure).objects.filter(pk=measure.pk).update(start=at, end=at + len(measure.text))
    shown = page_of(stranger, reply).content.decode()
    assert '<b class="lead">一是建好食堂</b>' in shown
    assert '<b class="lead">二是出台政策扶持</b>' in shown


@pytest.mark.parametrize(("topics", "heading"), [(1, "Topic"), (2, "Topics")])
def test_in_english_one_topic_is_a_topic_and_two_are_topics(stranger, topics, heading):
    stranger.cookies["django_language"] = "en"
    reply = make_reply(topics=["smart-elderly-care", "public-built-private-run"][:topics])
    shown = page_of(stranger, reply).content.decode()
    assert shown.partition('id="topics-title">')[2].partition("</h2>")[0].strip() == heading


def test_a_measure_that_staff_added_is_listed_without_a_link(stranger):
    reply = make_reply(letter="答复如下：\n正文。", measures=[{"heading": "另行补充的措施"}])
    shown = page_of(stranger, reply).content.decode()
    assert "另行补充的措施" in shown
    assert f'id="m-{reply.measures.get().pk}"' not in shown


def test_a_reply_without_measures_says_so(stranger):
    assert "没有从正文中读出具体措施" in page_of(stranger, make_reply()).content.decode()


def test_what_is_in_the_letter_is_never_taken_for_markup(stranger):
    reply = make_reply(title="<b>标题</b>", letter="答复如下：\n<script>alert(1)</script>一是<i>好</i>。")
    shown = page_of(stranger, reply).content.decode()
    assert "<script>alert" not in shown
    assert "<b>标题" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_a_stranger_cannot_see_a_draft(stranger):
    assert page_of(stranger, make_reply(status=Reply.Status.DRAFT)).status_code == 404


def test_not_even_a_clerk_sees_a_draft_at_the_public_address(clerk):
    assert page_of(clerk, make_reply(status=Reply.Status.DRAFT)).status_code == 404


def test_a_withdrawn_reply_answers_410_and_says_why(stranger):
    reply = make_reply(
        letter="不再公开的正文",
        status=Reply.Status.WITHDRAWN,
        withdrawal_reason="发布机关更正",
        withdrawn_at=datetime(2020, 3, 1, tzinfo=UTC),
    )
    response = page_of(stranger, reply)
    shown = response.content.decode()
    assert response.status_code == 410
    assert "发布机关更正" in shown
    assert "不再公开的正文" not in shown


def test_contacts_kept_for_staff_are_not_on_the_page(stranger):
    reply = make_reply(contacts=[{"name": "金某某", "phone": "0577-11112222"}], signer="陈某某")
    shown = page_of(stranger, reply).content.decode()
    assert "金某某" not in shown
    assert "11112222" not in shown


def test_later_and_earlier_answers_are_linked_and_drafts_of_them_are_not(stranger):
    proposal = make_proposal()
    first = make_reply("第一次答复的标题", proposals=[proposal])
    second = make_reply("第二次答复的标题", proposals=[proposal], replaces=first, reply_date=date(2019, 9, 1))
    make_reply("还没有发布的答复", proposals=[proposal], replaces=first, status=Reply.Status.DRAFT)
    shown = page_of(stranger, first).content.decode()
    assert "再次答复" in shown
    assert "第二次答复的标题" in shown
    assert "还没有发布的答复" not in shown
    assert "前一次答复" in page_of(stranger, second).content.decode()


def test_another_agencys_answer_to_the_same_proposal_is_beside_it(stranger):
    proposal = make_proposal()
    reply = make_reply(proposals=[proposal])
    make_reply("另一家单位的答复", proposals=[proposal])
    shown = page_of(stranger, reply).content.decode()
    assert "同一件的其他答复" in shown
    assert "另一家单位的答复" in shown


@pytest.mark.parametrize(
    ("address", "linked"), [("https://mz.example.gov.cn/art/1.html", True), ("javascript:alert(1)", False)]
)
def test_only_a_web_address_becomes_a_link_to_the_publisher(stranger, address, linked):
    reply = make_reply(source=make_source(source_url=address))
    assert (f'href="{address}"' in page_of(stranger, reply).content.decode()) is linked


def test_the_file_itself_is_never_loaded_for_a_page(stranger):
    reply = make_reply()
    with CaptureQueriesContext(connection) as asked:
        page_of(stranger, reply)
    assert not [query["sql"] for query in asked if '"content"' in query["sql"]]


def test_a_page_that_did_not_change_is_not_sent_again(stranger):
    reply = make_reply()
    first = page_of(stranger, reply)
    again = stranger.get(reply.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_a_page_that_changed_is_sent_again(stranger):
    reply = make_reply()
    first = page_of(stranger, reply)
    reply.title = "更正后的标题"
    reply.save()
    again = stranger.get(reply.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert "更正后的标题" in again.content.decode()


def test_who_reads_in_another_language_is_not_sent_the_kept_page(stranger):
    reply = make_reply()
    first = page_of(stranger, reply)
    stranger.post("/language/", {"language": "en", "next": "/"})
    again = stranger.get(reply.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200


def test_queries_do_not_grow_with_measures_and_proposals(stranger, count_queries):
    small = make_reply(
        proposals=[make_proposal(proposers=["甲一"])], measures=[{"heading": "推进公建民营改革"}] * 2
    )
    large = make_reply(
        proposals=[make_proposal(proposers=["甲一", "乙二", "丙三"]) for _ in range(4)],
        measures=[{"heading": "推进公建民营改革", "figures": [{"text": "1家", "role": "result"}]}] * 20,
    )
    page_of(stranger, small)
    assert count_queries(page_of, stranger, small) == count_queries(page_of, stranger, large)


def test_the_same_question_elsewhere_is_named_by_the_title_it_had_there(client):
    title = "关于推进老旧小区加装电梯的建议"
    city = make_city("hangzhou")
    other = make_reply("杭州的答复", city=city, proposals=[make_proposal(city, title=title)])
    here = make_reply(proposals=[make_proposal(title="关于老旧小区加装电梯的提案")])
    for address in (here.get_absolute_url(), here.proposals.get().get_absolute_url()):
        text = client.get(address).content.decode()
        assert "题目相近的答复" in text
        assert f'<a href="{other.get_absolute_url()}">{title}</a>' in text


def test_a_question_that_nobody_else_asked_has_no_such_section(client):
    reply = make_reply(proposals=[make_proposal(title="关于修建防火隔离带的建议")])
    make_reply()
    assert "题目相近的答复" not in client.get(reply.get_absolute_url()).content.decode()
