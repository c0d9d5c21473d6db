"""Web pages as saved from government sites: the letter from its title to its date, the rest as metadata."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from .document import ReadDocument, folded, refused
from .plain_text import decode
from .web_labels import carried, fields_of, is_furniture, is_trail, iso_date, labelled
from .web_letter import letter_range, weight_of
from .web_lines import WebLine, WebLines, read_lines

MAX_SOURCE = 20 * 1024 * 1024
# A page with less than this that reads like a letter, but with frames, has its letter in one of them.
_LITTLE = 100
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.IGNORECASE)
# The meta names that the national guide for government websites prescribes for every article page.
_META = {
    "articletitle": "title",
    "pubdate": "publish_date",
    "contentsource": "source",
    "url": "source_url",
    "og:url": "source_url",
}
_ABOUT = re.compile("答复|复函|回复|建议|提案|议案")
_TITLE_BREAKS = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|-(?=[^-]{2,30}$)")


def read_web_page(content: bytes) -> ReadDocument:
    source, notices = decode(content, declared_encoding(content))
    return read_source(source, "html", notices)


def declared_encoding(content: bytes) -> str | None:
    hint = _XML_ENCODING.search(content[:200]) or _CHARSET.search(content[:8192])
    return hint.group(1).decode("ascii", "replace") if hint else None


def read_source(source: str, code: str, notices: tuple[str, ...]) -> ReadDocument:
    if len(source) > MAX_SOURCE:
        raise refused("too_large", limit=f"{MAX_SOURCE // 1024 // 1024} MB")
    tree = LexborHTMLParser(source)
    declared = _declared(tree, source)
    root = tree.body or tree.root
    page = read_lines(root) if root is not None else WebLines()
    if weight_of(page.lines) < _LITTLE and tree.css_first("frame[src], iframe[src]") is not None:
        raise refused("framed")
    if not page.lines:
        raise refused("no_text")
    title = declared.get("title") or _window_title(tree, page.lines)
    start, end = letter_range(page, title)
    letter, pairs = _parted(page.lines[start:end])
    outside = [*page.lines[:start], *page.lines[end:]]
    found = fields_of([*pairs, *_pairs(outside)])
    letter = _titled(letter, title)
    facts = {**found, **declared, **({"title": title} if title else {})}
    return ReadDocument("\n".join(letter), code, facts, notices)


def _declared(tree: LexborHTMLParser, source: str) -> dict[str, str]:
    """What the page's own head says of it."""
    found: dict[str, str] = {}
    if match := _SAVED_FROM.search(source[:5000]):
        found["source_url"] = match.group(1)
    for node in tree.css("meta"):
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        key, text = _META.get(name.strip().lower()), _tidy(node.attributes.get("content") or "")
        if key == "publish_date":
            text = iso_date(text) or ""
        if key == "source_url" and not text.startswith(("http://", "https://")):
            continue
        if key is not None and text:
            found.setdefault(key, text)
    return found


def _window_title(tree: LexborHTMLParser, lines: list[WebLine]) -> str | None:
    """The heading about a reply, else the piece of the window title that the page prints as well."""
    headings = [_tidy(line.text) for line in lines if line.heading and _ABOUT.search(line.text)]
    if headings:
        return max(headings, key=len)
    node = tree.css_first("title")
    whole = _tidy(node.text()) if node is not None else ""
    printed = {folded(line.text) for line in lines}
    pieces = [whole, *_TITLE_BREAKS.split(whole)]
    pieces = [piece for piece in pieces if _ABOUT.search(piece) and len(piece) >= 6]
    shown = [piece for piece in pieces if folded(piece) in printed]
    return next(iter([*shown, *pieces[1:2], *pieces]), None)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _parted(lines: list[WebLine]) -> tuple[list[str], list[tuple[str, str]]]:
    """The letter's lines, and the (label, value) pairs of the page's own lines among them.

    Such lines are taken out only before the letter has begun to speak and after its last sentence: between
    them a label is the letter's.
    """
    texts = [line.text for line in lines]
    first, last = _spoken(texts)
    letter: list[str] = []
    pairs: list[tuple[str, str]] = []
    used = -1
    for index, text in enumerate(texts):
        if first <= index <= last or not _is_page(text) or text.startswith("主题词"):
            letter += [text] if index != used else []
            continue
        following = texts[index + 1] if index + 1 < min(first, len(texts)) else None
        own = labelled(text) or []
        found = carried(own, following)
        used = index + 1 if found != own else used
        pairs += found
        letter += _only_title(found, texts, index)
    return letter, pairs


def _spoken(texts: list[str]) -> tuple[int, int]:
    """The first and the last line that is a sentence or an address line; past the end where there is none."""
    spoken = [
        index for index, text in enumerate(texts) if re.search("[。；]|[:：]$", text) and not _is_page(text)
    ]
    return (spoken[0], spoken[-1]) if spoken else (len(texts), len(texts))


def _only_title(pairs: list[tuple[str, str]], texts: list[str], index: int) -> list[str]:
    """A title that stands nowhere but under its label stays in the letter."""
    title = fields_of(pairs).get("title")
    others = folded("".join(texts[:index] + texts[index + 1 :]))
    return [title] if title and folded(title) not in others else []


def _is_page(text: str) -> bool:
    return labelled(text) is not None or is_furniture(text)


def _pairs(lines: list[WebLine]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for index, line in enumerate(lines):
        following = lines[index + 1].text if index + 1 < len(lines) else None
        if not is_trail(line.text):
            pairs += carried(labelled(line.text) or [], following)
    return pairs


def _titled(letter: list[str], title: str | None) -> list[str]:
    """The letter with a title: the page's, unless it has one of its own, which then stands alone."""
    if not title:
        return letter
    if letter and folded(letter[0]) == folded(title) and not _lacks_title(letter[1:], title):
        return letter[1:]
    return [title, *letter] if _lacks_title(letter, title) else letter


def _lacks_title(letter: list[str], title: str) -> bool:
    """Whether nothing before the address line says what the letter is about."""
    head: list[str] = []
    for line in letter[:12]:
        if re.search(r"[:：。]\s*$", line):
            break
        head.append(line)
    said = folded("".join(head))
    return folded(title) not in said and not (len(said) >= 8 and _ABOUT.search(said))
