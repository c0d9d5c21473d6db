"""Pages and letters that are e-mail messages in form: single-file web pages (.mht), and saved mails (.eml)."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect, MessageError
from email.message import EmailMessage
from pathlib import PurePosixPath

from .document import CUT_OFF, FORMATS, ReadDocument, UnreadableFile, damaged_on, refused
from .plain_text import decode
from .web_letter import weight_of
from .web_lines import WebLine
from .web_page import declared_encoding, read_source

_DOCUMENTS = frozenset(extension for kind in FORMATS for extension in kind.extensions) | {
    ".zip",
    ".rar",
    ".7z",
}


def read_message(content: bytes) -> ReadDocument:
    with damaged_on(
        MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError, AssertionError
    ):
        message = message_from_bytes(content, policy=policy.default)
        parts = [
            (part.get_content_type(), _payload(part), part.get_content_charset()) for part in message.walk()
        ]
        address = str(message.get("Snapshot-Content-Location", ""))
        attached = any(_is_attached(part) for part in message.walk())
    if attached:
        raise refused("attached")
    read = _letter_of(parts)
    page = {**({"source_url": address} if address.startswith("http") else {}), **read.page}
    notices = (*read.notices, CUT_OFF) if _is_cut_off(message) else read.notices
    return ReadDocument(read.text, read.format, page, notices)


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _is_attached(part: EmailMessage) -> bool:
    """A document that came with a mail; what a page is made of has no such disposition."""
    if part.get_content_disposition() != "attachment":
        return False
    return PurePosixPath(part.get_filename() or "").suffix.lower() in _DOCUMENTS


def _is_cut_off(message: EmailMessage) -> bool:
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)


def _letter_of(parts: list[tuple[str, bytes, str | None]]) -> ReadDocument:
    """Of the page and the pages in its frames the one that reads most like a letter; else the plain text."""
    read: list[ReadDocument] = []
    refusals: list[UnreadableFile] = []
    for kind, payload, charset in parts:
        try:
            if kind == "text/html" and payload.strip():
                source, notices = decode(payload, charset or declared_encoding(payload))
                read.append(read_source(source, "mht", notices))
        except UnreadableFile as refusal:
            refusals.append(refusal)
    if read:
        return max(read, key=lambda page: weight_of(map(WebLine, page.text.split("\n"))))
    for kind, payload, charset in parts:
        if kind == "text/plain" and payload.strip():
            text, notices = decode(payload, charset)
            return ReadDocument(text, "txt", notices=notices)
    raise next(iter(refusals), refused("no_text"))
