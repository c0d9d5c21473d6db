"""Opening a ZIP, whether it is an archive or a document inside, without letting its directory fill memory."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

from .document import UnreadableFile, damaged_on

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    RuntimeError,
    KeyError,
    IndexError,
    struct.error,
)
_END = b"PK\x05\x06"
_END_SIZE, _COMMENT_MOST = 22, 65_535
MAX_DIRECTORY = 8 * 1024 * 1024


def open_zip(content: bytes) -> zipfile.ZipFile:
    """UnreadableFile `damaged`, or `archive_limit` where the list of files alone is out of all measure."""
    with damaged_on(*BROKEN_ZIP):
        tail = content[-(_END_SIZE + _COMMENT_MOST) :]
        place = tail.rfind(_END)
        if place >= 0 and len(tail) >= place + _END_SIZE:
            size = struct.unpack_from("<I", tail, place + 12)[0]
            if size > MAX_DIRECTORY:
                raise UnreadableFile("archive_limit", "压缩包内的文件太多，没有读取。请分成几个压缩包。")
        return zipfile.ZipFile(BytesIO(content))
