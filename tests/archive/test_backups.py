"""A backup is worth what its restore brings back; a restore succeeds whole or changes nothing."""

import stat

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from archive import backups
from archive.backups import BackupFailed, back_up, rehearse, restore
from replies.models import Bookmark, Reply, Shelf, SourceDocument
from replies.search.find import find_replies
from replies.search.state import SearchState
from tests.makers import make_measure, make_reply, make_source

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _backups_of_their_own(settings, monkeypatch, tmp_path):
    monkeypatch.setattr(backups, "default_folder", lambda: tmp_path / "backups")


@pytest.fixture
def reply():
    source = make_source(content=b"\x00\xff original bytes", text="联系电话：19900000126")
    made = make_reply("关于助餐的答复", "建设助餐点二十处。", source=source)
    make_measure(
        made, "建设助餐点", figures=[{"text": "二十处", "value": 20, "unit": "处", "role": "target"}]
    )
    Bookmark.objects.create(shelf=Shelf.objects.create(), reply=made, note="要追问")
    return made


def found(words):
    return find_replies(SearchState(q=words)).total


def test_a_restore_brings_back_replies_originals_shelves_and_what_search_finds(reply, tmp_path):
    file = back_up(tmp_path / "kept.dump")
    Bookmark.objects.all().delete()
    Reply.objects.update(title="改坏的标题", letter="空")
    SourceDocument.objects.update(content=b"gone")
    later = make_reply("备份以后才有的答复")
    restored = restore(file)
    assert (restored.replies, restored.originals) == (1, 1)
    back = Reply.objects.get()
    assert (back.title, back.letter) == ("关于助餐的答复", "建设助餐点二十处。")
    assert bytes(back.source.content) == b"\x00\xff original bytes"
    assert back.measures.get().figures.get().value == 20
    assert Bookmark.objects.get().note == "要追问"
    assert found("助餐点") == 1
    assert not Reply.objects.filter(pk=later.pk).exists()


def test_what_is_written_after_a_restore_follows_on(reply, tmp_path):
    restore(back_up(tmp_path / "kept.dump"))
    assert make_reply("新的答复").pk > reply.pk


def test_a_backup_is_for_its_owners_eyes_only(reply, tmp_path):
    file = back_up(tmp_path / "kept.dump")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["kept.dump"]


def test_so_many_of_the_latest_backups_stay(reply, time_machine):
    for day in (1, 2, 3):
        time_machine.move_to(f"2024-03-0{day}T08:00:00+08:00")
        latest = back_up(keep=2)
    kept = sorted(latest.parent.iterdir())
    assert len(kept) == 2
    assert kept[-1] == latest


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_cut_short_changes_nothing(reply, tmp_path, share):
    file = back_up(tmp_path / "kept.dump")
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(BackupFailed):
        restore(file)
    assert Reply.objects.get() == reply
    assert found("助餐点") == 1


def test_a_restore_that_is_interrupted_changes_nothing(reply, tmp_path, monkeypatch):
    file = back_up(tmp_path / "kept.dump")
    Reply.objects.update(title="今天的标题")

    def half_of_it(source, target):
        target.write(source.read()[:9000])
        raise KeyboardInterrupt

    monkeypatch.setattr(backups.shutil, "copyfileobj", half_of_it)
    with pytest.raises(KeyboardInterrupt):
        restore(file)
    assert Reply.objects.get().title == "今天的标题"


def test_a_file_that_is_no_backup_or_not_there_is_refused(reply, tmp_path):
    (tmp_path / "letter.txt").write_text("答复")
    for name in ("letter.txt", "nowhere.dump"):
        with pytest.raises(BackupFailed):
            restore(tmp_path / name)
    assert Reply.objects.get() == reply


def test_an_original_that_is_not_what_was_received_stops_the_restore(reply, tmp_path):
    SourceDocument.objects.update(content=b"altered")
    file = back_up(tmp_path / "kept.dump")
    SourceDocument.objects.update(content=b"\x00\xff original bytes")
    with pytest.raises(BackupFailed, match="SHA-256"):
        restore(file)
    assert bytes(SourceDocument.objects.get().content) == b"\x00\xff original bytes"


def test_a_backup_of_a_later_program_is_refused(reply, tmp_path):
    ahead = "replies", "9999_of_a_later_year"
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, now())", ahead)
        file = back_up(tmp_path / "kept.dump")
        cursor.execute("DELETE FROM django_migrations WHERE (app, name) = (%s, %s)", ahead)
    with pytest.raises(BackupFailed, match="later version"):
        restore(file)
    assert Reply.objects.get() == reply


def test_a_rehearsal_restores_beside_the_archive_and_leaves_nothing(reply, tmp_path):
    file = back_up(tmp_path / "kept.dump")
    Reply.objects.update(title="今天的标题")
    assert rehearse(file).replies == 1
    assert Reply.objects.get().title == "今天的标题"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_database WHERE datname LIKE 'rehearsal%'")
        assert cursor.fetchone() == (0,)


def test_the_command_replaces_nothing_unasked_and_keeps_what_it_replaces(reply, tmp_path):
    file = back_up(tmp_path / "kept.dump")
    Reply.objects.update(title="今天的标题")
    with pytest.raises(CommandError, match="--yes"):
        call_command("restore", str(file))
    assert Reply.objects.get().title == "今天的标题"
    call_command("restore", str(file), yes=True)
    assert Reply.objects.get().title == "关于助餐的答复"
    (replaced,) = (tmp_path / "backups").iterdir()
    restore(replaced)
    assert Reply.objects.get().title == "今天的标题"
