"""What a person hands in at once: a file, several, or an archive of them; each is taken in by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from replies.ingest.draft import draft_reply
from replies.ingest.errors import DuplicateDocument
from replies.ingest.receive import forget_refusals, receive_document, remember_refusal, sha256_of
from replies.models import Reply, SourceDocument
from replies.text.file_formats import ArchiveLimits, UnreadableFile, is_archive, iter_archive

MOST_DOCUMENTS = 40
"""As many as are read while a person waits; more are for `import_replies`."""
LIMITS = ArchiveLimits(count=MOST_DOCUMENTS, total_bytes=200 * 1024 * 1024)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What became of one document: a draft, or the same file that was there, or why it could not be read."""

    name: str
    reply: Reply | None = None
    existing: SourceDocument | None = None
    refusal: UnreadableFile | None = None


def hand_in(
    files: Iterable[tuple[str, bytes]], by: User, received_from: str = "", source_url: str = ""
) -> list[HandedIn]:
    """Each in a transaction of its own, so that one that fails keeps no other out."""
    return [
        _refused(name, content, refusal, by)
        if refusal
        else _taken_in(name, content, by, received_from, source_url)
        for each in files
        for name, content, refusal in _documents(*each)
    ]


def _documents(name: str, content: bytes) -> Iterator[tuple[str, bytes, UnreadableFile | None]]:
    """The file, or those in it."""
    if not is_archive(content):
        yield name, content, None
        return
    found = False
    try:
        for member in iter_archive(content, name, LIMITS):
            found = True
            yield member.name, member.content, member.refusal
    except UnreadableFile as refusal:
        yield name, content, refusal
    else:
        forget_refusals([sha256_of(content)] if found else [])
        if not found:
            yield name, content, UnreadableFile("empty", _("压缩包里没有文件。请检查后重新压缩。"))


def _refused(name: str, content: bytes, refusal: UnreadableFile, by: User) -> HandedIn:
    if content:
        remember_refusal(content, name, refusal, by)
    return HandedIn(name, refusal=refusal)


def _taken_in(name: str, content: bytes, by: User, received_from: str, source_url: str) -> HandedIn:
    own_name = PurePosixPath(name).name
    try:
        with transaction.atomic():
            source = receive_document(content, own_name, by, received_from, source_url)
            return HandedIn(name, draft_reply(source, by))
    except DuplicateDocument as duplicate:
        return HandedIn(name, existing=duplicate.existing)
    except UnreadableFile as refusal:
        return _refused(name, content, refusal, by)
