"""What search asks the database directly is answered as a cursor would answer it."""

import pytest
from django.db import DatabaseError, DataError, close_old_connections, connection, transaction
from django.test.utils import CaptureQueriesContext

from replies.models import SearchName
from replies.search.asking import ask
from tests.makers import make_reply

pytestmark = pytest.mark.django_db(transaction=True)

NAMED = "SELECT key, weight FROM replies_searchname WHERE key = ANY(%s) AND weight > %s ORDER BY key"


def names(*keys):
    for weight, key in enumerate(keys, 1):
        SearchName.objects.create(key=key, kind="phrase", value=key, label=key, weight=weight)


def test_an_answer_is_the_same_with_and_without_a_cursor():
    names("养老", '引"号', "反\\斜{杠},", "")
    asked = (NAMED, ["养老", '引"号', "反\\斜{杠},", "", "没有"], 1)
    straight = ask(*asked)
    with CaptureQueriesContext(connection) as captured:
        assert ask(*asked) == straight
    assert straight == [("", 4), ("反\\斜{杠},", 3), ('引"号', 2)]
    assert len(captured) == 1


def test_values_come_as_python_knows_them():
    reply = make_reply(title="关于加快养老服务的答复")
    asked = (
        "SELECT id, title, reply_date, array[kind], to_jsonb(title), content FROM (SELECT r.*, 'a' AS kind, "
    )
    asked += "'\\x00ff'::bytea AS content FROM replies_reply r) r WHERE id = %s"
    ((pk, title, day, kinds, as_json, content),) = ask(asked, reply.pk)
    assert (pk, title, day) == (reply.pk, reply.title, reply.reply_date)
    assert (kinds, as_json, content) == (["a"], reply.title, b"\x00\xff")


def test_within_a_transaction_its_own_writing_is_seen():
    with transaction.atomic():
        names("医养")
        assert ask(NAMED, ["医养"], 0) == [("医养", 1)]
        transaction.set_rollback(True)
    assert ask(NAMED, ["医养"], 0) == []


def test_plans_that_the_session_lost_are_made_again():
    names("医养")
    ask(NAMED, ["医养"], 0)
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    assert ask(NAMED, ["医养"], 0) == [("医养", 1)]


def test_a_question_that_fails_raises_as_a_cursor_would():
    with pytest.raises(DataError):
        ask("SELECT 1 / %s::int", 0)
    assert ask("SELECT 1") == [(1,)]


def test_a_lost_connection_raises_and_the_next_page_has_another():
    ((lost,),) = ask("SELECT pg_backend_pid()")
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [lost])
    other.close()
    with pytest.raises(DatabaseError):
        ask("SELECT 1")
    close_old_connections()
    assert ask("SELECT 1") == [(1,)]
