"""PDF: the glyphs of each page with their places; what they say in which order is for its neighbours."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from .document import ReadDocument, as_characters, damaged_on, refused
from .pdf_layout import Glyph, Page
from .pdf_paragraphs import lay_out

MAX_PAGES = 500
MAX_GLYPHS = 1_500_000
MAX_SECONDS = 60.0
_PASSWORD_ERROR = 4
# PDFium keeps global state and is not safe to enter from two threads.
_ONE_AT_A_TIME = threading.Lock()


def read_pdf(content: bytes) -> ReadDocument:
    with (
        _ONE_AT_A_TIME,
        damaged_on(pypdfium2.PdfiumError, ValueError, OSError, ctypes.ArgumentError),
        closing(_opened(content)) as document,
    ):
        pages = list(_pages(document))
    notices = _checked(pages)
    text, address = lay_out(pages)
    return ReadDocument(text, "pdf", {"source_url": address} if address else {}, notices)


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise refused("password") from error
        raise


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    if len(document) > MAX_PAGES:
        raise refused("too_large", limit=f"{MAX_PAGES} 页")
    stop = time.monotonic() + MAX_SECONDS
    glyphs = 0
    for index in range(len(document)):
        if time.monotonic() > stop:
            raise refused("timeout")
        with closing(document[index]) as page:
            read = _page(page)
        glyphs += len(read.glyphs)
        if glyphs > MAX_GLYPHS:
            raise refused("too_large", limit=f"{MAX_GLYPHS // 10_000} 万字")
        yield read


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    turn = page.get_rotation()
    with closing(page.get_textpage()) as text:
        if text.count_chars() > MAX_GLYPHS:
            raise refused("too_large", limit=f"{MAX_GLYPHS // 10_000} 万字")
        found = [
            glyph
            for index in range(text.count_chars())
            if (glyph := _glyph(text, index, turn, width, height))
        ]
    glyphs = tuple(glyph for glyph in found if glyph.text != "\ufffd")
    pictured = _picture_share(page, width * height) if len(found) < 50 else 0.0
    return Page(glyphs, width, height, unreadable=len(found) - len(glyphs), pictured=pictured)


def _glyph(text: pypdfium2.PdfTextPage, index: int, turn: int, width: float, height: float) -> Glyph | None:
    """One drawn character, upright, with y growing downwards; None for what PDFium made up or drew aslant."""
    if pdfium.FPDFText_IsGenerated(text.raw, index):
        return None
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text.raw, index, box):
        return None
    if _is_aslant(pdfium.FPDFText_GetCharAngle(text.raw, index)):
        return None
    x0, x1, top, bottom = _upright(box, turn, width, height)
    character = _character(pdfium.FPDFText_GetUnicode(text.raw, index))
    if pdfium.FPDFText_HasUnicodeMapError(text.raw, index) == 1:
        character = "\ufffd"
    return Glyph(character, x0, x1, top, bottom)


def _is_aslant(angle: float) -> bool:
    """Watermarks run aslant over the page."""
    quarter = 1.5707963
    return angle >= 0 and 0.1 < angle % quarter < quarter - 0.1


def _upright(
    box: pdfium.FS_RECTF, turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """x0, x1, top, bottom as seen on a page that is shown turned; `width` and `height` are as shown."""
    left, right, low, high = box.left, box.right, box.bottom, box.top
    if turn == 90:
        left, right, low, high = low, high, height - right, height - left
    elif turn == 180:
        left, right, low, high = width - right, width - left, height - high, height - low
    elif turn == 270:
        left, right, low, high = width - high, width - low, left, right
    return left, right, height - high, height - low


def _character(code: int) -> str:
    if not code or code == 0xFFFD or 0xE000 <= code <= 0xF8FF or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return as_characters(chr(code))


def _picture_share(page: pypdfium2.PdfPage, area: float) -> float:
    """How much of the page its pictures cover."""
    covered = 0.0
    for index, picture in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
        if index > 2000:
            break
    return covered / area if area > 0 else 0.0


def _checked(pages: list[Page]) -> tuple[str, ...]:
    """Refuses scans and texts without encoding; tells which pages could not be read."""
    readable = sum(len(page.glyphs) for page in pages)
    unreadable = sum(page.unreadable for page in pages)
    scanned = [number for number, page in enumerate(pages, 1) if page.is_scan()]
    if pages and len(scanned) == len(pages):
        raise refused("scanned")
    if unreadable > 20 and unreadable * 10 > readable:
        raise refused("unmapped_fonts")
    notices = []
    if scanned:
        numbers = "、".join(map(str, scanned))
        notices.append(f"第 {numbers} 页是扫描图像，没有读出文字，请对照原件补上。")
    if unreadable:
        notices.append(f"有 {unreadable} 个字符没有文字编码，没有读出，请对照原件。")
    return tuple(notices)
