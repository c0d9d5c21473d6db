"""A changed rule is a measured change, and what people settled stays."""

import io
import json
from dataclasses import replace

import pytest
from django.core.management import call_command

from replies.ingest.draft import vocabulary
from replies.ingest.rereading import accept, reread, rereadings
from replies.ingest.review import publish, save_review
from replies.ingest.rows import values_of
from replies.models import Reply, TopicTerm
from replies.search.find import find_replies
from replies.search.state import SearchState
from tests.samples import sample_text


def printed(command, **options):
    out = io.StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def old_reading(sample_draft):
    """A published reply as an older rule might have read it: another number, another topic."""

    def make():
        reply = publish(sample_draft(3), by=None)
        Reply.objects.filter(pk=reply.pk).update(doc_number="旧〔2021〕1号")
        reply.topic_links.filter(topic="rural-elderly-care").delete()
        return Reply.objects.get(pk=reply.pk)

    return make


def test_nothing_changes_while_no_rule_changed(sample_draft):
    for number in range(5):
        sample_draft(number)
    assert list(rereadings(Reply.objects.all())) == []


def test_what_would_change_is_told_field_by_field_and_not_written(old_reading):
    reply = old_reading()
    told = printed("check_reading")
    assert "旧〔2021〕1号" in told
    assert "文号：不再读出 1" in told
    reply.refresh_from_db()
    assert reply.doc_number == "旧〔2021〕1号"


def test_accepting_writes_it_and_the_index_follows(old_reading, settings, tmp_path):
    reply = old_reading()
    call_command("check_reading", samples=tmp_path, accept=True, stdout=io.StringIO())
    reply.refresh_from_db()
    assert reply.doc_number == ""
    assert reply.is_published
    state = SearchState(topic=("rural-elderly-care",))
    assert reply.pk in find_replies(state).ids
    assert "重新读取" in reply.history.first().history_change_reason


def test_a_field_that_a_person_edited_never_changes(sample_draft, clerk_user, tmp_path):
    reply = sample_draft(3)
    values = values_of(reply)
    edited = replace(
        values, title="人工改过的标题", topics=frozenset({"other"}), measures=values.measures[:1]
    )
    save_review(reply, clerk_user, edited)
    call_command("check_reading", samples=tmp_path, accept=True, stdout=io.StringIO())
    assert values_of(Reply.objects.get()).differing(edited) == frozenset()


def test_a_published_reply_never_loses_what_it_needs(sample_draft):
    reply = publish(sample_draft(3), by=None)
    source = reply.source
    source.text = source.text.replace("2021年7月7日", "")
    source.save()
    rereading = reread(Reply.objects.get(), vocabulary())
    assert "reply_date" in rereading.kept
    assert "reply_date" not in rereading.changed


def test_a_draft_gets_the_questions_of_the_new_reading(sample_draft):
    reply = sample_draft(3)
    reply.source.text = reply.source.text.replace("濮阳市民政局", "")
    reply.source.save()
    accept(reread(Reply.objects.get(), vocabulary()), by=None)
    assert "agency" in {question["field"] for question in Reply.objects.get().open_questions}


def test_a_reply_that_was_changed_meanwhile_is_left_alone(sample_draft, clerk_user):
    reply = sample_draft(3)
    Reply.objects.update(doc_number="旧〔2021〕1号")
    rereading = reread(Reply.objects.get(), vocabulary())
    save_review(reply, clerk_user, replace(values_of(Reply.objects.get()), signer="张三"))
    accept(rereading, by=None)
    assert Reply.objects.get().doc_number == "旧〔2021〕1号"


def test_new_terms_are_shown_before_they_are_given(sample_draft):
    sample_draft(3)
    TopicTerm.objects.create(topic_id="long-term-care-insurance", term="嵌入式养老", weight=5)
    told = printed("retopic")
    assert "+ 长期护理保险（嵌入式养老）" in told
    assert not Reply.objects.filter(topics="long-term-care-insurance").exists()
    printed("retopic", apply=True)
    assert Reply.objects.filter(topics="long-term-care-insurance").exists()
    assert "将改 0 件" in printed("retopic")


def test_topics_that_a_person_gave_stay(sample_draft, clerk_user):
    reply = sample_draft(3)
    save_review(reply, clerk_user, replace(values_of(reply), topics=frozenset({"other"})))
    TopicTerm.objects.create(topic_id="long-term-care-insurance", term="嵌入式养老", weight=5)
    assert "人工确认过而保持不变 1 件" in printed("retopic", apply=True)
    assert values_of(Reply.objects.get()).topics == {"other"}


def test_samples_are_compared_with_the_reading_that_was_accepted(db, tmp_path):
    (tmp_path / "a.txt").write_text(sample_text(3))
    printed("check_reading", samples=tmp_path, accept=True)
    assert "样例：没有变化" in printed("check_reading", samples=tmp_path)
    kept = tmp_path / "readings" / "a.json"
    reading = json.loads(kept.read_text()) | {"doc_number": "旧号"}
    kept.write_text(json.dumps(reading))
    assert "旧号" in printed("check_reading", samples=tmp_path)


def test_each_topics_gains_and_losses_are_counted(sample_draft):
    sample_draft(3)
    TopicTerm.objects.create(topic_id="long-term-care-insurance", term="嵌入式养老", weight=5)
    TopicTerm.objects.filter(topic_id="facilities").delete()
    told = printed("retopic")
    assert "长期护理保险：增加 1 件，去掉 0 件" in told
    assert "养老设施：增加 0 件，去掉 1 件" in told
    assert "- 养老设施（原依据：" in told


def test_a_changed_reading_is_counted_by_its_parts(sample_draft, tmp_path):
    reply = sample_draft(3)
    measure = reply.measures.first()
    reply.measures.filter(pk=measure.pk).update(phase="planned", heading="旧的要点")
    Reply.objects.update(doc_number="旧〔2021〕1号")
    told = printed("check_reading", samples=tmp_path)
    assert f"措施与数字 › 要点 “旧的要点”：旧的要点 → {measure.heading[:30]}" in told
    assert "措施与数字 › 阶段 “旧的要点”：将做 → 已做" in told
    assert "文号：旧〔2021〕1号 → —" in told
    assert "\n    文号：不再读出 1\n" in told
    assert "\n    措施与数字 › 阶段：改 1\n" in told


def test_of_each_kind_of_change_as_many_are_listed_as_asked_for(sample_draft, tmp_path):
    for number in (3, 4):
        sample_draft(number)
    Reply.objects.update(signer="张三")
    told = printed("check_reading", samples=tmp_path, examples=1)
    assert told.count("签发人：张三 → —") == 1
    assert "\n    签发人：不再读出 2\n" in told
