"""The index keeps step with the replies."""

import threading
import time

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from replies.models import IndexBuild, IndexEntry, IndexRow, IndexStage, Reply, SearchName
from replies.search import index, rebuild
from replies.search.check import check
from replies.search.cutting import PARTS
from replies.search.find import find_replies
from replies.search.postings import SLOTS_ON_A_SHELF, Space
from replies.search.rows import index_state
from replies.search.searched import searched
from replies.search.snapshot import current_snapshot
from replies.search.state import SearchState
from tests.makers import make_city, make_proposal, make_reply

from .archive_of_samples import make_archive


def found(q):
    return set(find_replies(SearchState(q=q)).ids)


@pytest.mark.django_db
def test_an_empty_archive_answers_nothing():
    assert find_replies(SearchState(q="养老")).total == 0
    assert find_replies(SearchState()).total == 0
    rebuild.rebuild(grace=0)
    assert find_replies(SearchState(q="养老")).total == 0


@pytest.mark.django_db
def test_a_reply_is_found_by_what_it_says_now():
    reply = make_reply(letter="关于独角兽的说明")
    Reply.objects.filter(pk=reply.pk).update(letter="关于麒麟的说明")
    index.write_entry(reply)
    assert found("麒麟") == {reply.pk}
    assert not found("独角兽")


@pytest.mark.django_db
def test_a_withdrawn_reply_is_found_no_more_and_can_come_back():
    reply = make_reply(letter="关于独角兽的说明")
    rebuild.rebuild(grace=0)
    index.remove_entry(reply)
    assert not found("独角兽")
    index.write_entry(reply)
    assert found("独角兽") == {reply.pk}
    assert len(find_replies(SearchState()).ids) == 1


@pytest.mark.django_db
def test_writing_a_draft_shows_nothing():
    draft = make_reply(letter="关于独角兽的说明", status=Reply.Status.DRAFT)
    index.write_entry(draft)
    assert not found("独角兽")


@pytest.mark.django_db
def test_a_transaction_finds_what_it_wrote_and_a_rollback_leaves_nothing():
    make_reply(letter="麒麟")
    before = found("麒麟")
    with transaction.atomic():
        make_reply(letter="独角兽")
        assert len(found("独角兽")) == 1
        transaction.set_rollback(True)
    assert not found("独角兽")
    assert found("麒麟") == before


@pytest.mark.django_db
def test_index_and_replies_agree_after_all_that_can_happen():
    replies = make_archive()
    assert list(check()) == []
    rebuild.rebuild(grace=0)
    index.remove_entry(replies[0])
    Reply.objects.filter(pk=replies[0].pk).update(status="withdrawn", withdrawal_reason="重复")
    index.write_entry(replies[1])
    make_reply(letter="后来的答复", city=make_city("puyang"))
    assert list(check()) == []


@pytest.mark.django_db
def test_the_check_tells_each_kind_of_disagreement():
    outdated, left_over, missing, torn = (make_reply(letter=f"第{n}件答复的正文") for n in "甲乙丙丁")
    rebuild.rebuild(grace=0)
    Reply.objects.filter(pk=outdated.pk).update(letter="改过了")
    Reply.objects.filter(pk=left_over.pk).update(status="withdrawn", withdrawal_reason="重复")
    IndexEntry.objects.filter(reply_id=missing.pk).delete()
    IndexRow.objects.filter(gram="丁").delete()
    told = {(d.reply_id, d.reason) for d in check()}
    assert (outdated.pk, "outdated") in told
    assert (left_over.pk, "left over") in told
    assert (missing.pk, "missing") in told
    assert (torn.pk, "words differ") in told
    with pytest.raises(CommandError):
        call_command("reindex", check=True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("space", "change"),
    [
        (Space.PLACES, lambda rows: rows.delete()),
        (Space.PLACES, lambda rows: rows.update(content=b"")),
        (Space.RARE, lambda rows: rows.delete()),
        (Space.TITLE, lambda rows: rows.delete()),
        (Space.OFTEN, lambda rows: rows.delete()),
        (Space.WHOLE, lambda rows: rows.filter(gram="养老").delete()),
        (Space.WHOLE, lambda rows: rows.filter(gram="养老").update(gram="火星")),
        (Space.PLACES, lambda rows: rows.filter(gram="养老").update(gram="火星")),
    ],
)
def test_the_check_tells_of_every_row_that_is_wrong(space, change):
    make_archive()
    rebuild.rebuild(grace=0)
    rows = IndexRow.objects.filter(space=space)
    assert rows.exists()
    change(rows)
    assert "words differ" in {d.reason for d in check()}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"city": "110000"},
        {"agencies": [0]},
        {"outcome": "planned"},
        {"topics": ["other"]},
        {"phases": ["done"]},
        {"kinds": ["other"]},
        {"day": "1999-09-09"},
    ],
)
def test_the_check_tells_of_a_column_that_is_wrong(change):
    reply = make_reply()
    IndexEntry.objects.filter(reply_id=reply.pk).update(**change)
    assert [(d.reply_id, d.reason) for d in check()] == [(reply.pk, "outdated")]


@pytest.mark.django_db
def test_all_that_is_searched_of_replies_is_read_by_one_query(django_assert_num_queries):
    city = make_city("puyang")
    for number in range(3):
        proposals = [make_proposal(city, proposers=[f"代表{number}"]), make_proposal(city)]
        make_reply(city=city, proposals=proposals, measures=[{"heading": "推进", "phase": "done"}])
    ids = list(Reply.objects.values_list("pk", flat=True))
    with django_assert_num_queries(1):
        read = searched(ids)
    assert [reply.proposals[0].proposers[0].name for reply in read] == ["代表0", "代表1", "代表2"]
    assert {reply.place for reply in read} == {"河南省濮阳市"}


@pytest.mark.django_db
def test_the_check_tells_of_names_that_are_not_there():
    make_reply()
    SearchName.objects.all().delete()
    assert [d.reply_id for d in check()] == [0]


@pytest.mark.django_db
def test_reindex_mends_whatever_was_wrong(capsys):
    reply = make_reply(letter="独角兽")
    IndexEntry.objects.all().delete()
    call_command("reindex")
    assert found("独角兽") == {reply.pk}
    call_command("reindex", check=True)


@pytest.mark.django_db
def test_reindex_if_needed_acts_when_the_way_of_cutting_has_changed():
    make_reply()
    rebuild.rebuild(grace=0)
    assert not rebuild.is_needed()
    IndexBuild.objects.update(version="an older way")
    assert rebuild.is_needed()
    call_command("reindex", if_needed=True)
    assert not rebuild.is_needed()


@pytest.mark.django_db
def test_reindex_if_needed_acts_when_replies_were_published_without_an_index():
    make_reply()
    IndexEntry.objects.all().delete()
    IndexBuild.objects.all().delete()
    assert rebuild.is_needed()


@pytest.mark.django_db
def test_a_stopped_rebuild_goes_on_and_readers_see_none_of_it(monkeypatch):
    replies = make_archive()
    monkeypatch.setattr(rebuild, "SEGMENT", 2)
    monkeypatch.setattr(rebuild, "READ_AT_ONCE", 1)
    before = found("养老")

    def stop(done, of_all):
        assert found("养老") == before
        if done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild.rebuild(stop, grace=0)
    late = make_reply(letter="后来的养老答复")
    index.remove_entry(replies[0])
    Reply.objects.filter(pk=replies[0].pk).update(status="withdrawn", withdrawal_reason="重复")
    seen = []
    rebuild.rebuild(lambda done, of_all: seen.append(done), grace=0)
    assert min(seen) > 4
    assert found("养老") == (before | {late.pk}) - {replies[0].pk}
    assert IndexBuild.objects.count() == 1
    assert list(check()) == []


@pytest.mark.django_db
def test_a_rebuild_stopped_among_its_parts_goes_on_and_brings_in_what_came_meanwhile():
    make_archive()
    before, steps = found("养老"), []

    def stop(done, of_all):
        steps.append(done)
        if done > of_all - PARTS + 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild.rebuild(stop, grace=0)
    late = make_reply(letter="后来的养老答复")
    again = []
    rebuild.rebuild(lambda done, of_all: again.append(done), grace=0)
    assert len(again) == PARTS - 6
    assert found("养老") == before | {late.pk}
    assert list(check()) == []
    assert not IndexStage.objects.exists()


@pytest.mark.django_db
def test_an_archive_that_outgrows_a_shelf_is_searched_on_all(monkeypatch):
    replies = make_archive()
    begin = rebuild._begin

    def begin_near_the_end():
        build = begin()
        build.next_ordinal = SLOTS_ON_A_SHELF - 3
        build.save()
        return build

    expected = {q: found(q) for q in ("养老", '"社区居家养老"', "公建民营", '"养老服务体系建设"')}
    monkeypatch.setattr(rebuild, "_begin", begin_near_the_end)
    monkeypatch.setattr(rebuild, "SEGMENT", 2)
    rebuild.rebuild(grace=0)
    shelves = IndexEntry.objects.filter(ordinal__gte=SLOTS_ON_A_SHELF).count()
    assert 0 < shelves < len(replies)
    assert {q: found(q) for q in expected} == expected
    assert all(expected.values())
    assert list(check()) == []


@pytest.mark.django_db
def test_a_rebuild_with_more_processes_makes_the_same_rows(monkeypatch):
    make_archive()
    rebuild.rebuild(grace=0)
    alone = list(IndexRow.objects.order_by("space", "gram", "shelf").values_list("space", "gram", "content"))
    monkeypatch.setattr(rebuild, "FEW_REPLIES", 0)
    rebuild.rebuild(grace=0)
    rows = IndexRow.objects.order_by("space", "gram", "shelf").values_list("space", "gram", "content")
    assert list(rows) == alone


@pytest.mark.django_db(transaction=True)
def test_two_reviewers_publishing_at_once_lose_nothing():
    """Each thread publishes its own replies, one transaction each, while another rebuilds and others read."""
    drafts = [make_reply(letter=f"第{n}件独角兽", status=Reply.Status.DRAFT) for n in range(24)]
    failures: list[BaseException] = []

    def work(task):
        try:
            task()
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    def publish(own):
        for draft in own:
            with transaction.atomic():
                Reply.objects.filter(pk=draft.pk).update(status=Reply.Status.PUBLISHED)
                index.write_entry(draft)
            assert draft.pk in found("独角兽")

    def read():
        last = 0
        for _ in range(30):
            now = len(found("独角兽"))
            assert now >= last
            last = now
            time.sleep(0.005)

    tasks = [
        lambda: publish(drafts[::2]),
        lambda: publish(drafts[1::2]),
        lambda: rebuild.rebuild(grace=0.3),
        read,
    ]
    threads = [threading.Thread(target=work, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not failures
    assert found("独角兽") == {draft.pk for draft in drafts}
    assert list(check()) == []


@pytest.mark.django_db(transaction=True)
def test_a_worker_keeps_what_it_knows_until_something_changes():
    make_reply(letter="独角兽")
    first = current_snapshot()
    assert current_snapshot() is first
    make_reply(letter="麒麟")
    assert current_snapshot() is not first
    assert len(current_snapshot().live) == 2


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_was_overtaken_keeps_what_the_database_has_now():
    make_reply()
    before = index_state()
    make_reply()
    assert current_snapshot(before).generation == index_state()[2]
    assert find_replies(SearchState()).total == 2


@pytest.mark.django_db(transaction=True)
def test_new_words_are_read_together_with_the_state_of_the_index(django_assert_num_queries):
    make_reply(letter="独角兽与麒麟")
    rebuild.rebuild(grace=0)
    assert find_replies(SearchState(q="独")).total == 1
    with django_assert_num_queries(1):
        assert find_replies(SearchState(q='"麒"')).total == 1


@pytest.mark.django_db(transaction=True)
def test_rows_read_for_an_index_that_has_gone_are_not_kept():
    make_reply(letter="独角兽")
    rebuild.rebuild(grace=0)
    assert find_replies(SearchState(q="独")).total == 1
    make_reply(letter="麒麟")
    rebuild.rebuild(grace=0)
    assert find_replies(SearchState(q='"麒"')).total == 1
