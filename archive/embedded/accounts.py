"""Who the server runs as.

PostgreSQL refuses to run as root.  Started by root, it therefore runs as an account without rights, and
that account must be able to walk down to the data and to the programs, wherever the project lies.
"""

import os
import pwd
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.embedded.errors import OutOfReach
from archive.embedded.passage import let_pass


@dataclass(frozen=True, slots=True)
class Account:
    """The account the server runs as; `name` is None when that is whoever started it."""

    name: str | None
    uid: int
    gid: int

    def popen_arguments(self) -> dict[str, Any]:
        if self.name is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, folder: Path) -> None:
        """Makes a private folder of this account, or takes over an empty-handed one of root's.

        Whatever else stands under that name (a link, somebody's folder) is refused, never changed: the
        folder may lie in /tmp, where everyone may put things.
        """
        folder.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        found = folder.lstat()
        if folder.is_symlink() or found.st_uid not in (self.uid, os.geteuid()):
            raise OutOfReach(
                f"{folder} belongs to user number {found.st_uid}, but the database server runs as number "
                f"{self.uid}. Start it as the account that made it, or set ARCHIVE_VAR to another folder."
            )
        if found.st_uid != self.uid:
            os.chown(folder, self.uid, self.gid, follow_symlinks=False)
        folder.chmod(0o700)

    def can(self, test: str, path: Path) -> bool:
        """What the system itself answers to this account: `test` is a line of shell about "$1"."""
        command = ["/bin/sh", "-c", test, "sh", str(path)]
        asked = subprocess.run(command, cwd="/", stderr=subprocess.DEVNULL, **self.popen_arguments())
        return asked.returncode == 0

    def passes(self, folder: Path) -> bool:
        return self.can('cd -- "$1"', folder)


def server_account() -> Account:
    if os.geteuid() != 0:
        return Account(None, os.geteuid(), os.getegid())
    name = os.environ.get("ARCHIVE_SERVER_USER", "nobody")
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise OutOfReach(
            f"PostgreSQL does not run as root, and this machine has no account {name!r} to run it as. "
            "Set ARCHIVE_SERVER_USER to an account without rights, or start as an ordinary user."
        ) from None
    return Account(name, entry.pw_uid, entry.pw_gid)


def open_the_way(account: Account, folder: Path) -> None:
    """Lets the account pass through every folder above and including `folder` where it cannot yet."""
    if account.name is None or account.passes(folder):
        return
    for step in [*reversed(folder.parents), folder]:
        if not account.passes(step):
            open_step(account, step)


def open_step(account: Account, folder: Path) -> None:
    reason = "the access control list has no effect here"
    try:
        let_pass(account.uid, folder)
    except OSError as error:
        reason = str(error)
    if not account.passes(folder):
        raise OutOfReach(
            f"PostgreSQL does not run as root, and the account it runs as, {account.name}, cannot pass "
            f"through {folder} ({reason}). Start as an ordinary user, move the project, or run: "
            f"chmod o+x '{folder}'"
        )


def open_programs(account: Account, folder: Path) -> None:
    """Programs installed for root's eyes only are opened for reading: they are public software."""
    open_the_way(account, folder.parent)
    all_readable = 'test -z "$(find "$1" ! -readable -print -quit 2>&1)"'
    if account.name is None or account.can(all_readable, folder):
        return
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o044 | (0o011 if mode & 0o100 else 0))
