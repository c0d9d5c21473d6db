"""Who the server runs as.

PostgreSQL refuses to run as root.  Started by root, it therefore runs as an account without rights, and
that account must be able to walk down to the data and to the programs.  Where a folder on the way is
closed (a project under /root, say) the account, and nobody else, is given the right to pass through it
by an access control list: never to list it, and no other account gains anything.
"""

import os
import pwd
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ACL = "system.posix_acl_access"
ACL_VERSION = 2
OWNER, USER, GROUP_OWNER, GROUP, MASK, OTHER = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
NO_ID = 0xFFFFFFFF
PASS_THROUGH = 1

Entry = tuple[int, int, int]


class OutOfReach(Exception):
    """The server's account cannot get to a folder it needs; the message says the cure."""


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
        """Makes a private folder of this account, or checks that an existing one is."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.name is not None:
            os.chown(folder, self.uid, self.gid)
        found = folder.lstat()
        if found.st_uid != self.uid or folder.is_symlink():
            raise OutOfReach(
                f"{folder} belongs to user number {found.st_uid}, but the database server runs as number "
                f"{self.uid}. Start it as the account that made it, or set ARCHIVE_VAR to another folder."
            )
        folder.chmod(0o700)

    def reaches(self, path: Path) -> bool:
        """Whether the account can read `path` (walk into it, if it is a folder)."""
        if self.name is None:
            return True
        test = 'test -r "$1" && { test ! -d "$1" || test -x "$1"; }'
        asked = subprocess.run(["/bin/sh", "-c", test, "sh", str(path)], cwd="/", **self.popen_arguments())
        return asked.returncode == 0

    def passes(self, folder: Path) -> bool:
        asked = subprocess.run(
            ["/bin/sh", "-c", 'cd -- "$1"', "sh", str(folder)],
            cwd="/",
            stderr=subprocess.DEVNULL,
            **self.popen_arguments(),
        )
        return asked.returncode == 0


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
    """Lets the account pass through every folder above and including `folder`, where it cannot yet."""
    if account.name is None or account.passes(folder):
        return
    for step in [*reversed(folder.parents), folder]:
        if not account.passes(step):
            let_pass(account, step)


def let_pass(account: Account, folder: Path) -> None:
    try:
        os.setxattr(folder, ACL, packed(with_passage(entries(folder), account.uid)))
    except (OSError, AttributeError) as error:
        reason = str(error)
    else:
        if account.passes(folder):
            return
        reason = "the access control list has no effect here"
    raise OutOfReach(
        f"PostgreSQL does not run as root, and the account it runs as, {account.name}, cannot pass through "
        f"{folder} ({reason}). Start as an ordinary user, move the project, or run: chmod o+x '{folder}'"
    )


def entries(folder: Path) -> list[Entry]:
    """The folder's access control list; without one, what its mode says in the same words."""
    try:
        found = os.getxattr(folder, ACL)
    except OSError:
        mode = folder.stat().st_mode
        return [
            (OWNER, mode >> 6 & 7, NO_ID),
            (GROUP_OWNER, mode >> 3 & 7, NO_ID),
            (OTHER, mode & 7, NO_ID),
        ]
    return [entry for entry in struct.iter_unpack("<HHI", found[4:])]


def with_passage(found: list[Entry], uid: int) -> list[Entry]:
    """The same list with the right to pass for one account, and a mask that lets it through."""
    mine = next((rights for tag, rights, who in found if (tag, who) == (USER, uid)), 0) | PASS_THROUGH
    rest = [entry for entry in found if entry[0] != MASK and (entry[0], entry[2]) != (USER, uid)]
    old_mask = next((rights for tag, rights, _ in found if tag == MASK), None)
    group = next(rights for tag, rights, _ in found if tag == GROUP_OWNER)
    mask = (group if old_mask is None else old_mask) | mine
    return sorted([*rest, (USER, mine, uid), (MASK, mask, NO_ID)], key=lambda entry: (entry[0], entry[2]))


def packed(found: list[Entry]) -> bytes:
    return struct.pack("<I", ACL_VERSION) + b"".join(struct.pack("<HHI", *entry) for entry in found)
