"""One PostgreSQL cluster in a folder: made, started, found running, stopped.

The server outlives the process that started it, so `kill -9` of a web process costs nothing, and two
commands at once share one server: whoever comes first starts it under a file lock, the other waits.
It listens on a Unix socket in a folder that only its own account (and root) may enter, and nowhere else;
that is what makes connections without a password safe.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import LiteralString

import psutil
import psycopg
from psycopg import sql

from archive.embedded.accounts import Account, open_programs, open_the_way, server_account
from archive.embedded.errors import OutOfReach, ServerFailed
from archive.embedded.programs import launch, program, public_folders, run

ROLE = "archive"
PORT = 5432
START_SECONDS = 60
STOP_SECONDS = 60
LAUNCHES = 5

# The whole address of a Unix socket fits into 104 bytes on macOS and 108 on Linux.
LONGEST_SOCKET_PATH = 100
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")

# Order and case come from PostgreSQL itself, the same on every machine.  The C library is left one
# thing, which characters are letters, and there only a UTF-8 locale knows Chinese ones (pg_trgm asks).
EXPECTED_LOCALE = ("UTF8", "b", "C.UTF-8")
LETTERS: LiteralString = "C" if sys.platform == "darwin" else "C.UTF-8"
DATABASE_LOCALE: LiteralString = (
    "ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE '"
    + LETTERS
    + "'"
)

# For an archive of some ten thousand replies on a machine that does other things too.
SERVER_SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "max_connections": "60",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_min_messages": "warning",
}


class Cluster:
    """A cluster under `folder`; making the object touches nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.data = self.folder / "data"
        self.log = self.folder.with_name(f"{self.folder.name}.log")
        self.lock = self.folder.with_name(f"{self.folder.name}.lock")
        self.socket_folder = socket_folder(self.folder)
        self.socket = self.socket_folder / f".s.PGSQL.{PORT}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        host = str(self.socket_folder)
        return psycopg.connect(host=host, port=PORT, user=ROLE, dbname=database, autocommit=True)

    def listens(self) -> bool:
        """Whether someone listens on the socket: microseconds, no process, no login."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.socket))
            except OSError:
                return False
        return True

    def ready(self) -> bool:
        """Whether the server lets us in; not yet while it starts or recovers, no more while it stops."""
        if not self.listens():
            return False
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def ensure_running(self) -> None:
        """Returns when the server takes connections; makes and starts it where needed."""
        if self.ready():
            return
        with self._locked():
            if not self.ready():
                self._start()

    def ensure_database(self, name: str) -> None:
        """Makes the database, with its locale spelled out, unless it is there."""
        with self._locked(), self.connect() as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if not found:
                create = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ").format(sql.Identifier(name))
                connection.execute(create + sql.SQL(DATABASE_LOCALE))

    def stop(self, only_if_idle: bool = False) -> bool:
        """Stops the server cleanly; False when it was not running, or is in use and was to be left."""
        if not self.folder.exists():
            return False
        with self._locked():
            if self.server_pid() is None or (only_if_idle and self.in_use()):
                return False
            self._stop()
        return True

    def in_use(self) -> bool:
        """Whether anyone but this very question is connected."""
        others = (
            "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        with self.connect() as connection:
            return connection.execute(others).fetchone() is not None

    def server_pid(self) -> int | None:
        """The running server of this folder, known by its working folder and not by its number alone:
        after a restart of the machine the number in the file may be anybody's."""
        try:
            process = psutil.Process(self._noted_pid())
            ours = process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == self.data
        except (FileNotFoundError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
            return None
        return process.pid if ours else None

    def _noted_pid(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One at a time may start, stop or add to this cluster, over all processes and threads."""
        self.lock.parent.mkdir(parents=True, exist_ok=True)
        try:
            file = open(self.lock, "a")  # noqa: SIM115 -- closed below, where the lock ends
        except PermissionError as error:
            raise OutOfReach(
                f"{self.folder} was made by another account ({error}). Use that account, "
                "or set ARCHIVE_VAR to a folder of your own."
            ) from error
        with file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _start(self) -> None:
        account = server_account()
        self._prepare(account)
        deadline = time.monotonic() + START_SECONDS
        launches = 0
        while not self.ready():
            if time.monotonic() > deadline or launches > LAUNCHES:
                raise ServerFailed(f"The database server does not start. It said:\n{self._last_words()}")
            if self.server_pid() is None:
                self._launch(account)
                launches += 1
            elif not self.socket.exists():
                self._stop()  # somebody swept the socket away: nobody could ever connect again
            time.sleep(0.1)
            wait_until(lambda: self.ready() or self.server_pid() is None, seconds=2)

    def _prepare(self, account: Account) -> None:
        account.own(self.folder)
        open_the_way(account, self.folder)
        for programs in public_folders():
            open_programs(account, programs)
        if not (self.data / "PG_VERSION").exists():
            self._make(account)

    def _make(self, account: Account) -> None:
        """Into a folder beside, then one rename: a start that is cut off never leaves half a cluster."""
        with tempfile.TemporaryDirectory(prefix="making-", dir=self.folder) as making:
            account.own(Path(making))
            target = Path(making) / "data"
            run(
                account,
                program("initdb"),
                f"--pgdata={target}",
                f"--username={ROLE}",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                f"--lc-ctype={LETTERS}",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
            )
            target.rename(self.data)

    def _launch(self, account: Account) -> None:
        account.own(self.socket_folder)
        self._clear_up_after_a_crash()
        settings = SERVER_SETTINGS | {"unix_socket_directories": f'"{self.socket_folder}"'}
        options = [f"--{name}={value}" for name, value in settings.items()]
        launch(account, self.log, program("postgres"), "-D", str(self.data), *options)

    def _clear_up_after_a_crash(self) -> None:
        """Removes the notes of a server that is gone: their number may by now be anybody's, or still count
        as alive because nobody has asked how that server ended.

        Its children may outlive it for a moment and still write, so they are waited for first.
        """
        if not wait_until(lambda: not self._somebody_at_work(), STOP_SECONDS):
            raise ServerFailed(f"Processes of a database server that is gone still work in {self.data}.")
        for note in (self.data / "postmaster.pid", self.socket.with_name(f"{self.socket.name}.lock")):
            note.unlink(missing_ok=True)

    def _somebody_at_work(self) -> bool:
        """Every process of a server, and no other, has the data for its working folder."""
        processes = psutil.process_iter(["cwd", "status"])
        here = (process.info for process in processes if process.info["cwd"] == str(self.data))
        return any(info["status"] != psutil.STATUS_ZOMBIE for info in here)

    def _stop(self) -> None:
        """PostgreSQL's "fast" way: it ends all sessions, writes everything down and leaves."""
        pid = self.server_pid()
        if pid is not None:
            os.kill(pid, signal.SIGINT)
        if not wait_until(lambda: self.server_pid() is None, STOP_SECONDS):
            raise ServerFailed(f"The database server, process {pid}, does not stop.")
        if self.socket_folder.parent != self.folder:
            with suppress(OSError):
                self.socket_folder.rmdir()

    def _last_words(self) -> str:
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""


def socket_folder(folder: Path) -> Path:
    """Inside the cluster's folder where that path is short and plain, else one in /tmp named after it.

    Not the TMPDIR of the moment: two commands with different ones must still meet.
    """
    own = folder / "socket"
    if len(f"{own}/.s.PGSQL.{PORT}.lock") <= LONGEST_SOCKET_PATH and PLAIN_PATH.fullmatch(str(own)):
        return own
    return Path("/tmp") / f"reply-archive-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]}"


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether the condition came true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
