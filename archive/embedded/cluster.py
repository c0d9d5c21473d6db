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
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from archive.embedded.accounts import Account, OutOfReach, open_the_way, server_account
from archive.embedded.programs import folder as programs_folder
from archive.embedded.programs import program

ROLE = "archive"
PORT = 5432
START_SECONDS = 60
STOP_SECONDS = 60

# The whole address of a Unix socket fits into 104 bytes on macOS and 108 on Linux.
LONGEST_SOCKET_PATH = 100
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")

# Never the machine's own locale: the same order and the same letters everywhere.
LOCALE = ("UTF8", "b", "C.UTF-8")
DATABASE_LOCALE = (
    "ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C'"
)

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


class ServerFailed(Exception):
    """PostgreSQL could not be made, started or stopped; the message holds what it said."""


class Cluster:
    """A cluster under `folder`; making the object touches nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.data = self.folder / "data"
        self.log = self.folder.with_name(f"{self.folder.name}.log")
        self.lock = self.folder.with_name(f"{self.folder.name}.lock")
        self.socket_folder = socket_folder(self.folder)

    def connection_parameters(self, database: str) -> dict[str, str | int]:
        return {"host": str(self.socket_folder), "port": PORT, "user": ROLE, "dbname": database}

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        host, user = str(self.socket_folder), ROLE
        return psycopg.connect(host=host, port=PORT, user=user, dbname=database, autocommit=True)

    def answers(self) -> bool:
        """Whether someone listens on the socket; microseconds, no process, no login."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.socket_folder / f".s.PGSQL.{PORT}"))
            except OSError:
                return False
        return True

    def ensure_running(self) -> None:
        """Returns when the server takes connections; makes and starts it where needed."""
        if self.ready():
            return
        with self.locked():
            if not self.ready():
                self._start()

    def ready(self) -> bool:
        if not self.answers():
            return False
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def ensure_database(self, name: str) -> None:
        """Makes the database, with its locale spelled out, unless it is there."""
        with self.locked(), self.connect() as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if not found:
                create = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ").format(sql.Identifier(name))
                connection.execute(create + sql.SQL(DATABASE_LOCALE))

    def stop(self, only_if_idle: bool = False) -> bool:
        """Stops the server cleanly; False when it was not running, or is in use and was to be left."""
        if not self.data.exists():
            return False
        with self.locked():
            pid = self.server_pid()
            if pid is None or (only_if_idle and self.in_use()):
                return False
            os.kill(pid, signal.SIGINT)  # PostgreSQL's "fast": ends sessions, writes everything, leaves
            wait_until(lambda: self.server_pid() is None, STOP_SECONDS, "The database server does not stop.")
        return True

    def in_use(self) -> bool:
        """Whether anyone but this very question is connected."""
        with self.connect() as connection:
            others = "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend'"
            found = connection.execute(f"{others} AND pid <> pg_backend_pid() LIMIT 1").fetchone()
        return found is not None

    def server_pid(self) -> int | None:
        """The running server of this folder, known by its working folder and not by its number alone:
        after a restart of the machine the number in the file may be anybody's."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
            process = psutil.Process(pid)
            is_ours = process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == self.data
        except (FileNotFoundError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
            return None
        return pid if is_ours else None

    @contextmanager
    def locked(self) -> Iterator[None]:
        self.lock.parent.mkdir(parents=True, exist_ok=True)
        with open(self.lock, "a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _start(self) -> None:
        account = server_account()
        self._prepare_folders(account)
        if not (self.data / "PG_VERSION").exists():
            self._make(account)
        if self.server_pid() is None:
            self._forget_a_stranger()
            self._launch(account)
        wait_until(self.ready, START_SECONDS, "The database server does not answer.", self._complaint)

    def _prepare_folders(self, account: Account) -> None:
        account.own(self.folder)
        account.own(self.socket_folder)
        for folder in (self.folder, self.socket_folder, programs_folder()):
            open_the_way(account, folder)
        open_programs(account)

    def _make(self, account: Account) -> None:
        """initdb into a folder beside, then one rename: a cut-off start never leaves half a cluster."""
        with tempfile.TemporaryDirectory(prefix="making-", dir=self.folder) as making:
            account.own(Path(making))
            target = Path(making) / "data"
            run(
                [
                    program("initdb"),
                    f"--pgdata={target}",
                    f"--username={ROLE}",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions",
                ],
                account,
            )
            target.rename(self.data)

    def _forget_a_stranger(self) -> None:
        """Removes a left-over postmaster.pid whose number now belongs to some other program.

        Where the number belongs to no one the file stays: PostgreSQL itself then makes sure that no
        child of the dead server is still writing.
        """
        file = self.data / "postmaster.pid"
        if file.exists() and psutil.pid_exists(int(file.read_text().split("\n", 1)[0])):
            file.unlink()

    def _launch(self, account: Account) -> None:
        """Starts the server as a process of its own, away from this terminal and its signals."""
        settings = SERVER_SETTINGS | {"unix_socket_directories": f'"{self.socket_folder}"'}
        options = [f"--{name}={value}" for name, value in settings.items()]
        with open(self.log, "wb") as log:
            subprocess.Popen(
                [program("postgres"), "-D", str(self.data), *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=clean_environment(),
                start_new_session=True,
                **account.popen_arguments(),
            )

    def _complaint(self) -> str:
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""


def socket_folder(folder: Path) -> Path:
    """Beside the data where the path is short and plain, else in the temporary folder under a name made
    from the path."""
    own = folder / "socket"
    if len(str(own)) + len(f"/.s.PGSQL.{PORT}.lock") <= LONGEST_SOCKET_PATH and PLAIN_PATH.fullmatch(
        str(own)
    ):
        return own
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    return Path("/tmp") / f"reply-archive-{name}"


def open_programs(account: Account) -> None:
    """Programs that were installed for root's eyes only are opened for reading: they are public software."""
    top = programs_folder().parent
    if account.reaches(top / "bin" / "postgres") and account.reaches(top / "share"):
        return
    for path in [top, *top.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o044 | (0o011 if mode & 0o100 else 0))


def clean_environment() -> dict[str, str]:
    """What the server may know of where it was started: nothing that steers PostgreSQL or the locale."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def run(command: list[str], account: Account) -> None:
    done = subprocess.run(
        command,
        cwd="/",
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        **account.popen_arguments(),
    )
    if done.returncode:
        raise ServerFailed(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def wait_until(condition, seconds, otherwise, complaint=lambda: ""):  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise ServerFailed(f"{otherwise} (waited {seconds} s)\n{complaint()}")
        time.sleep(0.05)


__all__ = ["Cluster", "OutOfReach", "ServerFailed"]
