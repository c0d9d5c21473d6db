"""Bytes and a name in, the text of a reply out; or UnreadableFile, which says why and what to do.

Content decides before the name does: a page saved as .doc is read as the page it is.
"""

from .archive_zip import ArchiveLimits, ArchiveMember, is_archive, iter_archive
from .document import FORMATS, Format, ReadDocument, UnreadableFile
from .reading import read_text

__all__ = [
    "FORMATS",
    "ArchiveLimits",
    "ArchiveMember",
    "Format",
    "ReadDocument",
    "UnreadableFile",
    "is_archive",
    "iter_archive",
    "read_text",
]
