"""Letting one account pass through a closed folder, by an access control list.

The account may then walk through the folder: it still cannot list it, and no other account gains
anything.  An access control list is kept by Linux in an extended attribute: a version, then entries of
tag, rights and id.
"""

import os
import struct
from pathlib import Path

ACL = "system.posix_acl_access"
VERSION = 2
OWNER, USER, GROUP_OWNER, MASK, OTHER = 0x01, 0x02, 0x04, 0x10, 0x20
NO_ID = 0xFFFFFFFF
PASS_THROUGH = 1

Entry = tuple[int, int, int]


def let_pass(uid: int, folder: Path) -> None:
    """Raises OSError where the file system, or the system itself, keeps no such lists."""
    if not hasattr(os, "setxattr"):
        raise OSError("no access control lists on this system")
    os.setxattr(folder, ACL, packed(with_passage(entries(folder), uid)))


def entries(folder: Path) -> list[Entry]:
    """The folder's list; without one, what its mode says in the same words."""
    try:
        found = os.getxattr(folder, ACL)
    except OSError:
        mode = folder.stat().st_mode
        return [
            (OWNER, mode >> 6 & 7, NO_ID),
            (GROUP_OWNER, mode >> 3 & 7, NO_ID),
            (OTHER, mode & 7, NO_ID),
        ]
    return [(tag, rights, who) for tag, rights, who in struct.iter_unpack("<HHI", found[4:])]


def with_passage(found: list[Entry], uid: int) -> list[Entry]:
    """The same list with the right to pass for one account, and a mask that does not take it back."""
    mine = next((rights for tag, rights, who in found if (tag, who) == (USER, uid)), 0) | PASS_THROUGH
    group = next(rights for tag, rights, _ in found if tag == GROUP_OWNER)
    mask = next((rights for tag, rights, _ in found if tag == MASK), group) | mine
    rest = [entry for entry in found if entry[0] != MASK and (entry[0], entry[2]) != (USER, uid)]
    return sorted([*rest, (USER, mine, uid), (MASK, mask, NO_ID)], key=lambda entry: (entry[0], entry[2]))


def packed(found: list[Entry]) -> bytes:
    return struct.pack("<I", VERSION) + b"".join(struct.pack("<HHI", *entry) for entry in found)
