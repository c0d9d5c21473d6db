"""Taking in many documents at once.

Documents go in batches, each one transaction: whenever the import is ended, a batch is in the archive
whole or not at all, and running it again takes up what is missing.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.auth.models import User
from django.db import connection, transaction

from replies.ingest.draft import ParsedDocument, save_drafts, vocabulary
from replies.ingest.found_files import FoundFile, documents_in, files_in
from replies.ingest.reading_processes import Readers, ReadFile, Reading, Unread
from replies.ingest.receive import document_to_keep, forget_refusals, remember_refusal, sha256_of
from replies.ingest.review import publish_all
from replies.models import City, Reply, SourceDocument
from replies.text.file_formats import UnreadableFile

BATCH = 40
BATCH_BYTES = 8 * 1024 * 1024
AHEAD = 3  # batches being read while one is stored: enough to keep the readers busy, few enough to fit

log = logging.getLogger(__name__)

_Letter = tuple[FoundFile, ReadFile]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: `stored`, `published`, `here` already, `refused`, or `failed`.

    `reason` says why it was not read, or, for a draft, what it still asks.
    """

    name: str
    what: str
    code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What an import was told: who imports, where letters that do not say it come from, what to do."""

    by: User | None = None
    city: City | None = None
    publish: bool = False


@dataclass(slots=True)
class _Batch:
    """Documents on their way: those to be read, and what is known of the others already."""

    files: list[FoundFile] = field(default_factory=list)
    settled: list[Outcome] = field(default_factory=list)
    reading: Reading | None = None


def import_documents(paths: Iterable[Path], order: ImportOrder) -> Iterator[list[Outcome]]:
    """Takes in all documents under the paths and tells, batch by batch, what became of each."""
    found = (document for path in files_in(paths) for document in documents_in(path))
    seen: set[str] = set()
    waiting: deque[_Batch] = deque()
    with Readers(vocabulary()) as readers:
        for files in _in_batches(found):
            waiting.append(_begun(files, seen, readers))
            if len(waiting) >= AHEAD:
                yield _stored(waiting.popleft(), order)
        while waiting:
            yield _stored(waiting.popleft(), order)


def _in_batches(found: Iterable[FoundFile]) -> Iterator[list[FoundFile]]:
    """So many documents, or fewer where they are large: what is in memory at once has a limit."""
    files: list[FoundFile] = []
    for file in found:
        files.append(file)
        if len(files) == BATCH or sum(len(each.content) for each in files) >= BATCH_BYTES:
            yield files
            files = []
    if files:
        yield files


def _begun(files: list[FoundFile], seen: set[str], readers: Readers) -> _Batch:
    """Leaves out what is here already or came before in this import, and sends the rest to be read."""
    digests = [sha256_of(file.content) for file in files]
    here = set(SourceDocument.objects.filter(sha256__in=digests).values_list("sha256", flat=True))
    batch = _Batch()
    for file, digest in zip(files, digests, strict=True):
        if file.refusal:
            batch.settled.append(_refused(file, file.refusal))
        elif digest in here or digest in seen:
            batch.settled.append(Outcome(file.name, "here"))
        else:
            seen.add(digest)
            batch.files.append(file)
    if batch.files:
        batch.reading = readers.read([(Path(file.name).name, file.content) for file in batch.files])
    return batch


def _refused(file: FoundFile, refusal: UnreadableFile) -> Outcome:
    return Outcome(file.name, "refused", refusal.code, refusal.message)


def _stored(batch: _Batch, order: ImportOrder) -> list[Outcome]:
    """One transaction: all of the batch, or nothing."""
    readings = batch.reading.result() if batch.reading else []
    letters: list[_Letter] = []
    outcomes = list(batch.settled)
    with transaction.atomic():
        for file, reading in zip(batch.files, readings, strict=True):
            if isinstance(reading, ReadFile):
                letters.append((file, reading))
            else:
                outcomes.append(_not_read(file, reading, order))
        taken = _store(letters, order)
        outcomes += [each for each in taken if isinstance(each, Outcome)]
        stored = [
            (file, reply) for (file, _), reply in zip(letters, taken, strict=True) if isinstance(reply, Reply)
        ]
        forget_refusals(reply.source.sha256 for _, reply in stored)
        ready = [reply for _, reply in stored if order.publish and not reply.open_questions]
        publish_all(ready, by=order.by)
    public = {reply.pk for reply in ready}
    return [*outcomes, *(_told_of(file, reply, reply.pk in public) for file, reply in stored)]


def _store(letters: Sequence[_Letter], order: ImportOrder) -> Sequence[Reply | Outcome]:
    """All at once; where that fails, each half by itself, and so on.

    One letter that breaks a rule nobody thought of must not keep ten thousand others out.
    """
    if not letters:
        return []
    try:
        with transaction.atomic():
            documents = [_document(file, reading, order) for file, reading in letters]
            SourceDocument.objects.bulk_create(document.source for document in documents)
            replies = save_drafts(documents, order.by, order.city)
            connection.check_constraints()  # now, while the letter at fault can still be found
            return replies
    except Exception as error:
        if len(letters) == 1:
            return [_not_stored(letters[0][0], error)]
    half = len(letters) // 2
    return [*_store(letters[:half], order), *_store(letters[half:], order)]


def _document(file: FoundFile, reading: ReadFile, order: ImportOrder) -> ParsedDocument:
    source = document_to_keep(
        file.content,
        Path(file.name).name,
        reading.document,
        order.by,
        received_from=file.name[-255:],
        likeness=reading.likeness,
    )
    return ParsedDocument(source, reading.parsed, reading.letter)


def _not_stored(file: FoundFile, error: Exception) -> Outcome:
    if SourceDocument.objects.filter(sha256=sha256_of(file.content)).exists():
        return Outcome(file.name, "here")  # another import, or a clerk, was quicker
    log.error("could not store %s", file.name, exc_info=error)
    return _failed(file, type(error).__name__, str(error))


def _not_read(file: FoundFile, reading: Unread, order: ImportOrder) -> Outcome:
    """Why; a file that broke the reading off is tried again by the next import, a refused one as well."""
    if not reading.refused:
        return _failed(file, reading.code, reading.message)
    refusal = UnreadableFile(reading.code, reading.message)
    remember_refusal(file.content, file.name, refusal, order.by)
    return _refused(file, refusal)


def _failed(file: FoundFile, code: str, message: str) -> Outcome:
    """In one line; what databases say goes on for several."""
    return Outcome(file.name, "failed", code, message.strip().partition("\n")[0])


def _told_of(file: FoundFile, reply: Reply, public: bool) -> Outcome:
    asked = " ".join(question["message"] for question in reply.open_questions)
    return Outcome(file.name, "published" if public else "stored", "question" if asked else "", asked)
