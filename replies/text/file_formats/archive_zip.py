"""Compressed archives: their files one by one, within limits that no bomb gets past."""

from __future__ import annotations

import posixpath
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from .document import UnreadableFile, damaged_on, refused
from .zip_opening import BROKEN_ZIP, open_zip

_CHUNK = 256 * 1024
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_OFFICE_PARTS = ("[Content_Types].xml", "word/document.xml", "mimetype", "OFD.xml")


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """`ratio` is unpacked to packed bytes of one file; small files may exceed it, since blanks pack well."""

    count: int = 20_000
    file_bytes: int = 50 * 1024 * 1024
    total_bytes: int = 2 * 1024 * 1024 * 1024
    ratio: int = 200
    ratio_from: int = 5 * 1024 * 1024
    depth: int = 3


@dataclass(frozen=True, slots=True)
class ArchiveMember:
    """One file of an archive: its bytes, or why it was left out."""

    name: str
    content: bytes = b""
    refusal: UnreadableFile | None = None


@dataclass(slots=True)
class _Budget:
    limits: ArchiveLimits
    files: int = 0
    total: int = 0
    seen: set[str] = field(default_factory=set)


def is_archive(content: bytes) -> bool:
    """Whether these are the bytes of a ZIP archive and not of a document that is a ZIP inside."""
    if content[:4] not in (b"PK\x03\x04", b"PK\x05\x06"):
        return False
    try:
        names = open_zip(content).namelist()
    except UnreadableFile:
        return True
    return not any(name in names for name in _OFFICE_PARTS)


def iter_archive(content: bytes, name: str, limits: ArchiveLimits | None = None) -> Iterator[ArchiveMember]:
    """The files inside, in the archive's order, one in memory at a time.

    Members that cannot be taken come with their refusal; an archive that cannot be opened at all raises
    UnreadableFile, and one that breaks a limit as a whole ends with a member that says so.
    """
    yield from _members(content, name, _Budget(limits or ArchiveLimits()), 1)


def _members(content: bytes, name: str, budget: _Budget, depth: int) -> Iterator[ArchiveMember]:
    archive = open_zip(content)
    for entry in archive.infolist():
        inner = decoded_name(entry)
        if entry.is_dir() or _JUNK.search(inner):
            continue
        budget.files += 1
        shown = f"{name}/{inner}"
        if budget.files > budget.limits.count:
            yield _left_out(
                shown,
                "archive_limit",
                f"压缩包内的文件超过 {budget.limits.count} 个，其余没有读取。请分成几个压缩包。",
            )
            return
        yield from _one(archive, entry, shown, budget, depth)
        if budget.total >= budget.limits.total_bytes:
            yield _left_out(shown, "archive_limit", "压缩包解压后太大，其余文件没有读取。请分成几个压缩包。")
            return


def _one(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str, budget: _Budget, depth: int
) -> Iterator[ArchiveMember]:
    try:
        _check_entry(entry)
        content = _unpacked(archive, entry, budget)
        if not is_archive(content):
            yield ArchiveMember(shown, content)
        elif depth >= budget.limits.depth:
            raise UnreadableFile(
                "archive_limit", f"压缩包套了超过 {budget.limits.depth} 层，没有读取。请解压后再上传。"
            )
        else:
            yield from _members(content, shown, budget, depth + 1)
    except UnreadableFile as refusal:
        yield ArchiveMember(shown, refusal=refusal)


def _left_out(name: str, code: str, message: str) -> ArchiveMember:
    return ArchiveMember(name, refusal=UnreadableFile(code, message))


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 1:
        raise UnreadableFile("password", "压缩包设有密码，无法读取。请去掉密码后重新压缩。")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableFile("archive_path", "压缩包里有指向别处的链接，没有读取。请放入文件本身。")
    if is_outside(decoded_name(entry)):
        raise UnreadableFile("archive_path", "压缩包里的文件路径不安全，没有读取。请重新压缩后上传。")


def is_outside(name: str) -> bool:
    """Whether a name would leave the folder it is unpacked into."""
    return (
        name.startswith("/") or bool(re.match(r"[A-Za-z]:", name)) or ".." in name.split("/") or "\0" in name
    )


def decoded_name(entry: zipfile.ZipInfo) -> str:
    """The name as its maker meant it: without the UTF-8 flag, Windows in China writes GBK."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return (
        posixpath.normpath(name.replace("\\", "/"))
        if name.strip("./\\") and ".." not in name
        else name.replace("\\", "/")
    )


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: _Budget) -> bytes:
    """The bytes of one entry; what the header claims is not believed, bytes are counted as they come."""
    limits = budget.limits
    chunks: list[bytes] = []
    size = 0
    with damaged_on(*BROKEN_ZIP), archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            budget.total += len(chunk)
            if size > limits.file_bytes or budget.total > limits.total_bytes:
                raise refused("too_large", limit=f"{limits.file_bytes // 1024 // 1024} MB")
            if size > limits.ratio_from and size > limits.ratio * max(entry.compress_size, 1):
                raise UnreadableFile("archive_limit", "这个文件的压缩比异常，可能是压缩炸弹，没有读取。")
            chunks.append(chunk)
    return b"".join(chunks)
