"""Which reader a file goes to: its first bytes decide, then its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from .document import MAX_BYTES, ReadDocument, finished, refused
from .pdf import read_pdf
from .plain_text import looks_binary, read_plain_text
from .rich_text import read_rich_text
from .web_message import read_message
from .web_page import read_web_page
from .word_doc import read_word_doc
from .word_docx import read_word_docx
from .word_xml import read_word_xml
from .zip_opening import open_zip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
# XML whose first element says that it is an office document.
_XML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:(?:<[?!]|\])[^>]*>\s*)*<(?:[\w.-]+:(?:wordDocument|package|document)|(?:\S+:)?UOF)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"<(?:p|div|span|table|br|font|h[1-6])\b[^>]*>", re.IGNORECASE)
_MESSAGE = re.compile(
    rb"\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,80}?content-type:\s*(?:multipart|text)/", re.IGNORECASE
)
_HTML_NAMES = (".html", ".htm", ".shtml", ".xhtml", ".jsp", ".asp", ".aspx", ".php")

# Formats people do send, told apart so that the message can name the cure.
_UNSUPPORTED: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "图片", "带文字层的 PDF 或 Word 文件"),
    (b"\xff\xd8\xff", "图片", "带文字层的 PDF 或 Word 文件"),
    (b"GIF8", "图片", "带文字层的 PDF 或 Word 文件"),
    (b"BM", "图片", "带文字层的 PDF 或 Word 文件"),
    (b"II*\x00", "图片", "带文字层的 PDF 或 Word 文件"),
    (b"MM\x00*", "图片", "带文字层的 PDF 或 Word 文件"),
    (b"Rar!\x1a\x07", "RAR 压缩包", " ZIP 压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包", " ZIP 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包", " ZIP 压缩包"),
)
_UNSUPPORTED_PACKAGES: tuple[tuple[str, str, str], ...] = (
    ("OFD.xml", "OFD 版式文件", " PDF 或 Word 文件"),
    ("xl/workbook.xml", "Excel 表格", " Word 或 PDF 文件"),
    ("ppt/presentation.xml", "PPT 演示文稿", " Word 或 PDF 文件"),
    ("content.xml", "ODF 文档", " Word（.docx）"),
)


def read_text(content: bytes, name: str) -> ReadDocument:
    """The text of one file. Raises UnreadableFile, and nothing else, whatever the bytes are."""
    if len(content) > MAX_BYTES:
        raise refused("too_large", limit=f"{MAX_BYTES // 1024 // 1024} MB")
    if not content.strip(b"\0 \t\r\n"):
        raise refused("empty")
    return finished(_reader_for(content, PurePosixPath(name).suffix.lower())(content))


def _reader_for(content: bytes, suffix: str) -> Callable[[bytes], ReadDocument]:
    if content.startswith(b"PK\x03\x04"):
        return _package_reader(content)
    if b"%PDF-" in content[:1024]:
        return read_pdf
    if content.startswith(_OLE):
        return read_word_doc
    if content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rt"):
        return read_rich_text
    for start, kind, cure in _UNSUPPORTED:
        if content.startswith(start) and looks_binary(content):
            raise refused("unsupported", kind=kind, cure=cure)
    if _MESSAGE.match(content[:16_384]):
        return read_message
    if _XML.match(content[:4096].replace(b"\0", b"")):
        return read_word_xml
    if _is_web_page(content, suffix):
        return read_web_page
    if suffix in (".docx", ".pdf", ".doc", ".wps") and looks_binary(content):
        raise refused("damaged")
    return read_plain_text


def _is_web_page(content: bytes, suffix: str) -> bool:
    start = content[:4096].replace(b"\0", b"")
    if _HTML.match(start):
        return True
    return bool(_MARKUP.search(start)) and (suffix in _HTML_NAMES or start.lstrip().startswith(b"<"))


def _package_reader(content: bytes) -> Callable[[bytes], ReadDocument]:
    names = frozenset(open_zip(content).namelist())
    if any(name.lstrip("/").startswith("word/") for name in names):
        return read_word_docx
    for part, kind, cure in _UNSUPPORTED_PACKAGES:
        if part in names:
            raise refused("unsupported", kind=kind, cure=cure)
    raise refused("archive")
