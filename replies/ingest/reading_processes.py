"""Reading letters in processes of their own; these know nothing of the database.

A file may end the process that reads it: by memory, by a fault in native code, or by taking too long.
Then the pool is made anew, the files that were on their way are read once more one at a time, and only the
one that does it again is given up.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from types import TracebackType

from django.utils.translation import gettext as _

from replies.text.file_formats import ReadDocument, UnreadableFile, read_text
from replies.text.parse import parse_reply
from replies.text.parsed import ParsedReply
from replies.text.personal_data import mask
from replies.text.similarity import Fingerprint, fingerprint
from replies.text.topics import Vocabulary

LONGEST_SECONDS = 120
"""What one file may take; its process is then ended by the system, wherever it hangs."""

log = logging.getLogger(__name__)

NamedBytes = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A document, what was parsed from it, its masked text and its likeness."""

    document: ReadDocument
    parsed: ParsedReply
    letter: str
    likeness: Fingerprint


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file could not be read (`refused`), or how the reading broke off."""

    code: str
    message: str
    refused: bool = False


_vocabulary: Vocabulary | None = None


def _begin(vocabulary: Vocabulary) -> None:
    global _vocabulary
    _vocabulary = vocabulary
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """An import that was killed leaves no reader behind: each holds both ends of the queue it waits at."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def read_all(files: Sequence[NamedBytes]) -> list[ReadFile | Unread]:
    """Names and bytes in, readings out, in order."""
    return [_read(name, content) for name, content in files]


def _read(name: str, content: bytes) -> ReadFile | Unread:
    signal.alarm(LONGEST_SECONDS)
    try:
        document = read_text(content, name)
        parsed = parse_reply(document.text, document.page, _vocabulary)
        return ReadFile(document, parsed, mask(document.text), fingerprint(document.text))
    except UnreadableFile as refusal:
        return Unread(refusal.code, refusal.message, refused=True)
    except Exception as error:
        # One letter that breaks a rule nobody thought of must not keep ten thousand others out.
        log.exception("could not read %s", name)
        return Unread(type(error).__name__, str(error))
    finally:
        signal.alarm(0)


class Readers:
    """As many processes as there are processors; they start fresh and so share no connection."""

    def __init__(self, vocabulary: Vocabulary, processes: int | None = None) -> None:
        self._vocabulary = vocabulary
        self._processes = processes or os.cpu_count() or 1
        self._pool = self._fresh()

    def _fresh(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._processes,
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(self._vocabulary,),
        )

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def read(self, files: Sequence[NamedBytes]) -> Reading:
        return Reading(self, files, self._begun(files))

    def _begun(self, files: Sequence[NamedBytes]) -> Future[list[ReadFile | Unread]]:
        try:
            return self._pool.submit(read_all, files)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._fresh()
            return self._pool.submit(read_all, files)

    def read_alone(self, file: NamedBytes) -> ReadFile | Unread:
        try:
            return self._begun([file]).result()[0]
        except BrokenProcessPool:
            log.error("reading %s ended its process", file[0])
            message = _("读取这个文件时，读取程序中断或超过 %(seconds)s 秒。请另存为 .txt 或 .docx 后再试。")
            return Unread("reader_ended", message % {"seconds": LONGEST_SECONDS})


@dataclass(frozen=True, slots=True)
class Reading:
    """Files on their way through the readers."""

    readers: Readers
    files: Sequence[NamedBytes]
    future: Future[list[ReadFile | Unread]]

    def result(self) -> list[ReadFile | Unread]:
        try:
            return self.future.result()
        except BrokenProcessPool:
            return [self.readers.read_alone(file) for file in self.files]
