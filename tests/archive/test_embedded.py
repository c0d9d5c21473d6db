"""The PostgreSQL that comes along: made once, shared, found again after accidents, stopped cleanly."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from archive.embedded import passage
from archive.embedded.accounts import open_programs, open_the_way, server_account
from archive.embedded.base import DatabaseWrapper
from archive.embedded.cluster import EXPECTED_LOCALE, LONGEST_SOCKET_PATH, Cluster, socket_folder, wait_until
from archive.embedded.errors import OutOfReach, ServerFailed
from archive.embedded.programs import program

LOCALE_OF = """
    SELECT pg_encoding_to_char(encoding), datlocprovider::text, datlocale FROM pg_database WHERE datname = %s
"""


@contextmanager
def closed_folder():
    """A folder that only its owner may enter, with a blank in its name, as a project on a desktop has.

    Not pytest's own: every pytest that starts closes that one again, under a server that runs in it.
    """
    with tempfile.TemporaryDirectory(prefix="reply archive ") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def var():
    with closed_folder() as folder:
        yield folder / "var"


@pytest.fixture
def other_cluster():
    """Another cluster, not made yet; stopped at the end."""
    with closed_folder() as folder:
        cluster = Cluster(folder / "postgres")
        yield cluster
        cluster.stop()


@pytest.fixture(scope="module")
def cluster(var):
    cluster = Cluster(var / "postgres")
    cluster.ensure_running()
    yield cluster
    cluster.stop()


@pytest.fixture
def engine(cluster, var, settings, django_db_blocker):
    """Django's engine over that cluster, with connections closed at the end."""
    settings.ARCHIVE_VAR = var
    opened = []

    def open_engine(name):
        options = {
            "NAME": name,
            "OPTIONS": {},
            "TIME_ZONE": None,
            "CONN_HEALTH_CHECKS": False,
            "CONN_MAX_AGE": 0,
        }
        wrapper = DatabaseWrapper(
            {
                **options,
                "AUTOCOMMIT": True,
                "ATOMIC_REQUESTS": False,
                "TEST": {"CHARSET": None},
                "PASSWORD": "",
            }
        )
        opened.append(wrapper)
        return wrapper

    with django_db_blocker.unblock():
        yield open_engine
    for wrapper in opened:
        if wrapper.connection is not None:
            wrapper.connection.close()


def start_command(var):
    command = [sys.executable, "-m", "archive.embedded", "start"]
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(command, cwd=root, env={**os.environ, "ARCHIVE_VAR": str(var)})


def said(cluster):
    return cluster.log.read_text()


def test_the_first_connection_makes_a_database_with_the_locale_spelled_out(engine, cluster):
    wrapper = engine("first_time")
    wrapper.ensure_connection()
    with cluster.connect() as connection:
        assert connection.execute(LOCALE_OF, ["first_time"]).fetchone() == EXPECTED_LOCALE


def test_a_database_with_another_locale_is_refused(engine, cluster):
    with cluster.connect() as connection:
        connection.execute(
            "CREATE DATABASE foreign_letters TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"
            " LOCALE_PROVIDER libc"
        )
    with pytest.raises(ImproperlyConfigured, match="foreign_letters"):
        engine("foreign_letters").ensure_connection()


def test_a_test_database_has_the_same_locale_as_the_real_one(engine, cluster):
    suffix = engine("x").creation.sql_table_creation_suffix()
    with cluster.connect() as connection:
        connection.execute(f"CREATE DATABASE for_a_test {suffix}")
        assert connection.execute(LOCALE_OF, ["for_a_test"]).fetchone() == EXPECTED_LOCALE


def test_chinese_characters_are_letters_and_case_is_folded(engine):
    wrapper = engine("letters")
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT lower('ÀＡ'), '养老' ~ '^\\w+$', '乙' > '一'")
        assert cursor.fetchone() == ("àａ", True, True)


def test_nothing_listens_on_the_network(cluster):
    process = psutil.Process(cluster.server_pid())
    assert not process.net_connections(kind="inet")
    with cluster.connect() as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_only_the_servers_account_may_enter_the_socket_folder(cluster):
    assert cluster.socket_folder.stat().st_mode & 0o777 == 0o700


def test_two_commands_at_once_share_one_server(other_cluster):
    commands = [start_command(other_cluster.folder.parent) for _ in range(2)]
    assert [command.wait(timeout=60) for command in commands] == [0, 0]
    assert said(other_cluster).count("ready to accept connections") == 1


def test_a_clean_stop_needs_no_recovery_and_keeps_the_data(cluster):
    with cluster.connect() as connection:
        connection.execute("CREATE TABLE kept AS SELECT '公建民营' AS word")
    assert cluster.stop()
    assert cluster.server_pid() is None
    assert not cluster.socket_folder.exists()
    assert not cluster.stop()
    cluster.ensure_running()
    assert "was shut down at" in said(cluster)
    with cluster.connect() as connection:
        assert connection.execute("SELECT word FROM kept").fetchone() == ("公建民营",)


def test_a_killed_server_comes_back_with_what_was_committed(cluster):
    with cluster.connect() as connection:
        connection.execute("CREATE TABLE committed AS SELECT 317 AS number")
    killed = cluster.server_pid()
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: not cluster.listens(), 10)
    cluster.ensure_running()
    assert cluster.server_pid() != killed
    with cluster.connect() as connection:
        assert connection.execute("SELECT number FROM committed").fetchone() == (317,)


def test_a_connection_lost_with_the_server_is_made_anew(engine, cluster):
    wrapper = engine("lost")
    wrapper.ensure_connection()
    cluster.stop()
    wrapper.close()
    wrapper.ensure_connection()
    assert wrapper.is_usable()


def test_a_server_outlives_the_kill_of_who_started_it(cluster, var):
    cluster.stop()
    code = "import time; from archive.embedded.__main__ import cluster_folder, Cluster;"
    code += "Cluster(cluster_folder()).ensure_running(); print('up', flush=True); time.sleep(60)"
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "ARCHIVE_VAR": str(var)},
        stdout=subprocess.PIPE,
    ) as starter:
        assert starter.stdout.readline() == b"up\n"
        os.killpg(os.getpgid(starter.pid), 0)
        starter.send_signal(signal.SIGKILL)
    assert cluster.ready()


def test_a_number_left_behind_that_is_now_another_program_does_not_stop_the_start(cluster):
    cluster.stop()
    note = cluster.data / "postmaster.pid"
    note.write_text(f"{os.getpid()}\n{cluster.data}\n0\n5432\n\n\n\n")
    shutil.chown(note, cluster.data.owner(), cluster.data.group())
    assert cluster.server_pid() is None
    cluster.ensure_running()
    assert cluster.server_pid() not in (None, os.getpid())


def test_a_socket_that_was_swept_away_is_made_anew(cluster):
    cluster.socket.unlink()
    cluster.ensure_running()
    assert cluster.ready()


def test_a_server_in_use_is_left_running_where_only_an_idle_one_is_to_stop(cluster):
    with cluster.connect():
        assert not cluster.stop(only_if_idle=True)
    assert wait_until(lambda: not cluster.in_use(), 10)
    assert cluster.stop(only_if_idle=True)
    cluster.ensure_running()


def test_a_start_cut_off_half_way_is_begun_anew(other_cluster, monkeypatch):
    def cut_off(account, *command):
        half = Path(next(word for word in command if word.startswith("--pgdata=")).removeprefix("--pgdata="))
        half.mkdir()
        (half / "PG_VERSION").write_text("18")
        raise ServerFailed("the power went")

    with monkeypatch.context() as patch:
        patch.setattr("archive.embedded.cluster.run", cut_off)
        with pytest.raises(ServerFailed, match="the power went"):
            other_cluster.ensure_running()
    other_cluster.ensure_running()
    assert other_cluster.ready()


@pytest.mark.parametrize(
    "folder", ["/home/a person/var/postgres", "/项目/var/postgres", f"/{'long/' * 30}var", "/a,b"]
)
def test_a_socket_goes_elsewhere_when_the_path_is_long_or_not_plain(folder):
    place = socket_folder(Path(folder))
    assert place.parent == Path("/tmp")
    assert len(str(place / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH
    assert place == socket_folder(Path(folder))


def test_a_short_plain_path_keeps_its_socket_beside_the_data():
    assert socket_folder(Path("/srv/archive/var/postgres")) == Path("/srv/archive/var/postgres/socket")


def test_a_link_planted_where_a_folder_should_be_is_refused(tmp_path):
    target = tmp_path / "somebody's"
    target.mkdir()
    (tmp_path / "planted").symlink_to(target)
    before = target.stat()
    with pytest.raises(OutOfReach, match="ARCHIVE_VAR"):
        server_account().own(tmp_path / "planted")
    assert (target.stat().st_uid, target.stat().st_mode) == (before.st_uid, before.st_mode)


def test_the_programs_are_the_ones_of_the_wheel():
    version = subprocess.run([program("postgres"), "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("postgres (PostgreSQL) 18.")


def test_a_failure_to_connect_is_the_drivers_own_kind_of_error():
    assert issubclass(OutOfReach, psycopg.OperationalError)


def test_the_right_to_pass_is_added_to_what_a_folder_allows_already():
    closed = [(passage.OWNER, 7, passage.NO_ID), (passage.GROUP_OWNER, 0, passage.NO_ID)]
    closed.append((passage.OTHER, 0, passage.NO_ID))
    opened = passage.with_passage(closed, 65534)
    assert set(closed) < set(opened)
    assert (passage.USER, passage.PASS_THROUGH, 65534) in opened
    assert passage.with_passage(opened, 65534) == opened


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another account")
def test_a_closed_folder_opens_for_the_server_alone_and_only_to_pass(tmp_path):
    closed = tmp_path / "closed"
    inner = closed / "inner"
    inner.mkdir(parents=True)
    closed.chmod(0o700)
    account = server_account()
    assert not account.passes(inner)
    open_the_way(account, inner)
    assert account.passes(inner)
    assert not account.can('ls "$1"', closed)
    others = subprocess.run(
        ["/bin/sh", "-c", 'cd "$1"', "sh", str(inner)], cwd="/", user=1, group=1, extra_groups=[]
    )
    assert others.returncode != 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another account")
def test_programs_that_root_installed_for_itself_are_opened_for_the_server(tmp_path):
    programs = tmp_path / "programs"
    (programs / "bin").mkdir(parents=True)
    for name, mode in (("bin/postgres", 0o700), ("bin/notes", 0o600)):
        (programs / name).touch()
        (programs / name).chmod(mode)
    programs.chmod(0o700)
    account = server_account()
    open_programs(account, programs)
    assert account.can('test -x "$1"', programs / "bin" / "postgres")
    assert account.can('test -r "$1" && test ! -x "$1"', programs / "bin" / "notes")
