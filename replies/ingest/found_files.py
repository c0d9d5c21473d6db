"""The documents in files, folders and archives, one in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from replies.text.file_formats import FORMATS, UnreadableFile, is_archive, iter_archive
from replies.text.file_formats.zip_opening import BROKEN_ZIP

EXTENSIONS = frozenset(ending for kind in FORMATS for ending in kind.extensions) | {".zip"}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """`name` says where it lies, archive included; `refusal` is why it cannot be taken at all."""

    name: str
    content: bytes = b""
    refusal: UnreadableFile | None = None


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """What is named is taken; in folders, what has the name of a document or an archive, in order."""
    for path in paths:
        if path.is_dir():
            inside = (child for child in sorted(path.rglob("*")) if child.is_file())
            yield from (child for child in inside if _is_document(child))
        else:
            yield path


def _is_document(path: Path) -> bool:
    """By its name; ~$答复.docx only says that Word has 答复.docx open."""
    return path.suffix.lower() in EXTENSIONS and not path.name.startswith("~$")


def documents_expected(paths: Iterable[Path]) -> int:
    """How many documents there will be, for the sake of progress; an archive in an archive counts as one."""
    return sum(_inside(path) if path.suffix.lower() == ".zip" else 1 for path in files_in(paths))


def _inside(archive: Path) -> int:
    try:
        with ZipFile(archive) as opened:
            return sum(not entry.is_dir() for entry in opened.infolist())
    except BROKEN_ZIP:
        return 1


def documents_in(path: Path) -> Iterator[FoundFile]:
    """The document that a file is, or those that an archive holds."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"打不开这个文件：{error.strerror}。请检查路径和权限。"
        yield FoundFile(str(path), refusal=UnreadableFile("not_found", message))
        return
    if not is_archive(content):
        yield FoundFile(str(path), content)
        return
    try:
        for member in iter_archive(content, str(path)):
            yield FoundFile(member.name, member.content, member.refusal)
    except UnreadableFile as refusal:
        yield FoundFile(str(path), content, refusal)
