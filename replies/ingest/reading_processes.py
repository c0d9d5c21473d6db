"""Reading letters in processes of their own; these know nothing of the database."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from types import TracebackType

from replies.text.file_formats import ReadDocument, UnreadableFile, read_text
from replies.text.parse import parse_reply
from replies.text.parsed import ParsedReply
from replies.text.personal_data import mask
from replies.text.similarity import Fingerprint, fingerprint
from replies.text.topics import Vocabulary


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A document, what was parsed from it, its masked text and its likeness; or why it could not be
    read (code and message)."""

    document: ReadDocument | None = None
    parsed: ParsedReply | None = None
    letter: str = ""
    likeness: Fingerprint | None = None
    refusal: tuple[str, str] | None = None


_vocabulary: Vocabulary | None = None


def _begin(vocabulary: Vocabulary) -> None:
    global _vocabulary
    _vocabulary = vocabulary


def read_all(files: Sequence[tuple[str, bytes]]) -> list[ReadFile]:
    """Names and bytes in, readings out, in order."""
    return [_read(name, content) for name, content in files]


def _read(name: str, content: bytes) -> ReadFile:
    try:
        document = read_text(content, name)
    except UnreadableFile as refusal:
        return ReadFile(refusal=(refusal.code, refusal.message))
    parsed = parse_reply(document.text, document.page, _vocabulary)
    return ReadFile(document, parsed, mask(document.text), fingerprint(document.text))


class Readers:
    """As many processes as there are processors; they start fresh and so share no connection."""

    def __init__(self, vocabulary: Vocabulary, processes: int | None = None) -> None:
        self._pool = ProcessPoolExecutor(
            processes or os.cpu_count() or 1,
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(vocabulary,),
        )

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def read(self, files: Sequence[tuple[str, bytes]]) -> Future[list[ReadFile]]:
        return self._pool.submit(read_all, files)
