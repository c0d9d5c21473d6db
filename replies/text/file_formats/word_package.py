"""The parts of a Word package, zipped or flat, read with limits and a parser that fetches and expands nothing."""

from __future__ import annotations

import posixpath
from abc import ABC, abstractmethod

from lxml import etree

from .document import damaged_on, refused
from .zip_opening import BROKEN_ZIP, open_zip

_FLAT = "http://schemas.microsoft.com/office/2006/xmlPackage"
MAX_PART = 20 * 1024 * 1024
MAX_TOTAL = 80 * 1024 * 1024


def parsed_xml(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    with damaged_on(etree.XMLSyntaxError, ValueError):
        root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused("damaged")
    return root


class WordPackage(ABC):
    """Gives the parsed XML parts by name or by relationship type."""

    @abstractmethod
    def part(self, name: str) -> etree._Element | None:
        """The root of one part, or None where the package has no such part."""

    def main_part(self) -> str:
        found = self.related("", "officeDocument")
        return next(iter(found.values()), "word/document.xml")

    def related(self, part: str, kind: str) -> dict[str, str]:
        """Relationship id -> part name, for the relationships of this kind that stay inside the package."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for relation in root if root is not None else ():
            if (
                not str(relation.get("Type", "")).endswith(f"/{kind}")
                or relation.get("TargetMode") == "External"
            ):
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            found[relation.get("Id", "")] = target.lstrip("/")
        return found


class ZippedPackage(WordPackage):
    """A .docx; each part is read at most once."""

    def __init__(self, content: bytes) -> None:
        self._zip = open_zip(content)
        self._names = {name.lstrip("/"): name for name in self._zip.namelist()}
        self._left = MAX_TOTAL
        self._parts: dict[str, etree._Element | None] = {}

    def part(self, name: str) -> etree._Element | None:
        if name not in self._parts:
            self._parts[name] = parsed_xml(self._bytes(name)) if name in self._names else None
        return self._parts[name]

    def _bytes(self, name: str) -> bytes:
        info = self._zip.getinfo(self._names[name])
        if info.flag_bits & 1:
            raise refused("password")
        limit = min(MAX_PART, self._left)
        with damaged_on(*BROKEN_ZIP), self._zip.open(info) as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise refused("too_large", limit="解压后 20 MB")
        self._left -= len(content)
        return content


class FlatPackage(WordPackage):
    """The same parts written one after the other in one XML file (pkg:package)."""

    def __init__(self, root: etree._Element) -> None:
        self._parts = {
            str(part.get(f"{{{_FLAT}}}name", "")).lstrip("/"): content
            for part in root.iterchildren(f"{{{_FLAT}}}part")
            for content in part.iterfind(f"{{{_FLAT}}}xmlData/*")
        }

    def part(self, name: str) -> etree._Element | None:
        return self._parts.get(name)
