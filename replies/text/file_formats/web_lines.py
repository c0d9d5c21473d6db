"""An HTML tree as lines of text, and the containers that hold them as ranges of those lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from selectolax.lexbor import LexborNode

from .document import refused
from .table_lines import table_row

_UNSEEN_WORDS = """
head script style noscript template iframe object embed svg canvas select button textarea input nav
aside footer audio video map datalist dialog del
"""
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
_BLOCKS_WORDS = """
address article blockquote body center dd div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr
html li main ol p pre section table tbody td tfoot th thead tr ul caption details summary
ucapcontent
"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_CONTAINERS_WORDS = """
article body center div fieldset form main section table td ucapcontent
"""
_CONTAINERS = frozenset(_CONTAINERS_WORDS.split())
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment", re.IGNORECASE
)
# What a link to a note or a comment says: 1, [2], iv, *.
_NOTE_MARK = re.compile(
    r"\s*[\[［【(（]?\s*(?:\d{1,3}|[ivx]{1,6}|\*{1,3}|[①-⑳])\s*[\]］】)）]?\s*", re.IGNORECASE
)
_COMMENT_LINK = "#_msocom"
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
# A line end in the source between two Chinese characters is no blank on the page.
_SOURCE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u3000-\u9fff\uff00-\uffef])")
MAX_NODES = 400_000


@dataclass(slots=True)
class WebLine:
    """`linked` counts the characters that stand inside links; `heading` is true inside h1 to h6."""

    text: str
    linked: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Container:
    """The half-open range of lines an element holds."""

    start: int
    end: int


@dataclass(slots=True)
class WebLines:
    """Filled by `read_lines`; `containers` are in the order their elements close, inner before outer."""

    lines: list[WebLine] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    _text: str = ""
    _linked: int = 0
    _heading: bool = False
    _inside: Counter[str] = field(default_factory=Counter)
    _opened: list[int] = field(default_factory=list)
    _rows: list[tuple[int, list[int]]] = field(default_factory=list)

    def text(self, text: str) -> None:
        if not self._inside["pre"]:
            text = _BLANKS.sub(" ", _SOURCE_BREAK.sub("", text))
        self._text += text
        self._linked += len(text.strip()) if self._inside["a"] else 0
        self._heading |= bool(self._inside["heading"] and text.strip())

    def enter(self, tag: str) -> None:
        self._break_before(tag)
        self._inside["heading" if tag in _HEADINGS else tag] += 1
        if tag in _CONTAINERS:
            self._opened.append(len(self.lines))
        if tag == "tr":
            self._rows.append((len(self.lines), []))
        elif tag in ("td", "th") and self._rows:
            self._rows[-1][1].append(len(self.lines))

    def leave(self, tag: str) -> None:
        self._break_before(tag)
        self._inside["heading" if tag in _HEADINGS else tag] -= 1
        if tag in _CONTAINERS:
            self.containers.append(Container(self._opened.pop(), len(self.lines)))
        if tag == "tr":
            self._end_row(*self._rows.pop())

    def end_line(self) -> None:
        for text in self._text.split("\n"):
            if text.strip():
                self.lines.append(WebLine(text.strip(" \t\r\xa0"), self._linked, self._heading))
        self._text, self._linked, self._heading = "", 0, False

    def _break_before(self, tag: str) -> None:
        if tag in _BLOCKS or tag == "br":
            self.end_line()

    def _end_row(self, start: int, cells: list[int]) -> None:
        """Joins the cells written since line `start` into one line; `cells` are their first lines."""
        bounds = [*cells, len(self.lines)]
        joined = table_row([[line.text for line in self.lines[a:b]] for a, b in pairwise(bounds)])
        written = self.lines[start:]
        if len(joined) == len(written):
            return
        while self.containers and self.containers[-1].end > start:
            self.containers.pop()
        linked, heading = sum(line.linked for line in written), any(line.heading for line in written)
        self.lines[start:] = [WebLine(text, linked, heading) for text in joined]


def read_lines(root: LexborNode) -> WebLines:
    page = WebLines()
    for node, entering in _walk(root):
        tag = node.tag or ""
        if tag == "-text":
            page.text(node.text_content or "")
        elif entering:
            page.enter(tag)
        else:
            page.leave(tag)
    page.end_line()
    return page


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every seen node, on the way in and on the way out, without recursion: pages nest without limit."""
    path: list[LexborNode] = []
    node: LexborNode | None = root
    for _ in range(MAX_NODES):
        while node is None:
            if not path:
                return
            left = path.pop()
            yield left, False
            node = left.next if path else None
        is_text = node.tag == "-text"
        if not is_text and (node.tag in _UNSEEN or not node.is_element_node or _is_hidden(node)):
            node = node.next
            continue
        yield node, True
        if is_text:
            node = node.next
            continue
        path.append(node)
        node = node.child
    raise refused("too_large", limit=f"{MAX_NODES // 10_000} 万个网页元素")


def _is_hidden(node: LexborNode) -> bool:
    """Not shown on the page, the mark of a note, or the header or footer that LibreOffice keeps in a web page."""
    attributes = node.attributes
    if node.tag == "a" and _is_note_mark(node, attributes.get("href") or ""):
        return True
    margin = node.tag == "div" and attributes.get("title") in ("header", "footer")
    return margin or "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _is_note_mark(link: LexborNode, address: str) -> bool:
    """A link to another place of the page that is a number: amid a figure it would be one digit more."""
    if not address.partition("#")[2]:
        return False
    return _COMMENT_LINK in address or _NOTE_MARK.fullmatch(link.text()) is not None
