"""Taking a document in: the original is kept byte for byte, and never twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from replies.ingest.errors import DuplicateDocument
from replies.models import RefusedFile, SourceDocument
from replies.text.file_formats import ReadDocument, UnreadableFile, read_text
from replies.text.similarity import Fingerprint, fingerprint


def receive_document(
    content: bytes, name: str, by: User | None, received_from: str = "", source_url: str = ""
) -> SourceDocument:
    """Keeps a file or pasted text.

    Raises DuplicateDocument with the one that is there, or UnreadableFile; then nothing is kept, and
    the caller says what was refused (`remember_refusal`, outside a transaction that is given up).
    """
    refuse_duplicate(content)
    document = read_text(content, name)
    try:
        with transaction.atomic():
            source = document_to_keep(content, name, document, by, received_from, source_url)
            source.save(force_insert=True)
    except IntegrityError:
        # Somebody else handed in the same file at the same time.
        raise DuplicateDocument(SourceDocument.objects.get(sha256=sha256_of(content))) from None
    forget_refusals([source.sha256])
    return source


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def refuse_duplicate(content: bytes) -> None:
    existing = SourceDocument.objects.filter(sha256=sha256_of(content)).first()
    if existing:
        raise DuplicateDocument(existing)


def document_to_keep(
    content: bytes,
    name: str,
    document: ReadDocument,
    by: User | None,
    received_from: str = "",
    source_url: str = "",
    likeness: Fingerprint | None = None,
) -> SourceDocument:
    """What has been read already, to be saved; that raises IntegrityError where the same bytes are there."""
    likeness = likeness or fingerprint(document.text)
    return SourceDocument(
        sha256=sha256_of(content),
        name=name[-255:],
        format=document.format,
        content=content,
        size=len(content),
        text=document.text,
        text_sha256=sha256_of("".join(document.text.split()).encode()),
        fingerprint=likeness.to_bytes(),
        bands=sorted(set(likeness.bands())),
        page=document.page,
        notices=list(document.notices),
        source_url=(source_url or document.page.get("source_url", ""))[:500],
        received_from=received_from,
        received_by=by,
    )


def forget_refusals(digests: Iterable[str]) -> None:
    """What has come in after all was not refused."""
    RefusedFile.objects.filter(sha256__in=list(digests)).delete()


def remember_refusal(content: bytes, name: str, refusal: UnreadableFile, by: User | None) -> None:
    """So that the work list can say what did not come in; the file itself is not kept."""
    RefusedFile.objects.update_or_create(
        sha256=sha256_of(content),
        defaults={
            "name": name[-500:],
            "size": len(content),
            "code": refusal.code,
            "message": refusal.message,
            "received_by": by,
        },
    )
