"""The parts of a .docx package, read with limits and with a parser that fetches and expands nothing."""

from __future__ import annotations

import posixpath

from lxml import etree

from .document import damaged_on, refused
from .zip_opening import BROKEN_ZIP, open_zip

MAX_PART = 20 * 1024 * 1024
MAX_TOTAL = 80 * 1024 * 1024


class WordPackage:
    """Gives the parsed XML parts by name or by relationship type, each read at most once."""

    def __init__(self, content: bytes) -> None:
        self._zip = open_zip(content)
        self._names = {name.lstrip("/"): name for name in self._zip.namelist()}
        self._left = MAX_TOTAL
        self._parts: dict[str, etree._Element | None] = {}

    def part(self, name: str) -> etree._Element | None:
        """The root of one part, or None where the package has no such part."""
        if name not in self._parts:
            self._parts[name] = self._parsed(name) if name in self._names else None
        return self._parts[name]

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

    def _parsed(self, name: str) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        with damaged_on(etree.XMLSyntaxError, ValueError):
            root = etree.fromstring(self._bytes(name), parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise refused("damaged")
        return root

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
