"""A letter cut into what a page shows: headings, paragraphs, and inside them measures and figures.

Pure functions over `Reply.letter` (already masked) and spans in it.  Every line of the letter comes out
once and in order, and nothing is added to it; only what a word processor left behind is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from replies.text import lines, outline
from replies.text.file_formats.web_labels import is_furniture, labelled
from replies.text.letter import LetterParts
from replies.text.letter_lines import DATE_LINE, run_in_heading
from replies.text.normalize import read
from replies.text.parse import letter_parts
from replies.text.parsed import Span

SHORT_LINE = 40  # a signature, a line of the letterhead and what stands out as a heading are shorter
_CONTACT = re.compile(r"[：:（(]")
# What a web page says above the letter: 索引号：…, 成文日期：…, 首页 > 信息公开, the entries of a list, and the
# labels that no letterhead opens with, colon or not.
_OF_THE_PAGE = re.compile(
    r"(?:[^\W\d_]\s{0,4}){2,8}[：:]\s{0,80}\S|(?:当前位置|首页)\W|[•·◆■\-]\s"
    r"|索\s{0,4}引\s{0,4}号|(?:信息|文件)名称|(?:发布|发文|公开|成文|生成)(?:机构|机关|单位|日期|时间|字号|方式)|主题(?:词|分类)"
)
# What stands under a letter in words that a site may use too: 附件：关于分享…, 承办单位：…  联系电话：….
_OF_THE_FOOT = re.compile("|".join(kind.pattern for kind in (lines.ATTACHMENT, lines.CONTACT, lines.COPIES)))
_LEFT_BEHIND = re.compile(r"\[bookmark:[^\]\n]{0,40}\]|<!--[^>\n]{0,40}-->")


@dataclass(frozen=True, slots=True)
class Marked:
    """A span that gets a look or an anchor: kind is `measure`, `figure` or `lead`."""

    span: Span
    kind: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text with one look: kind is `figure`, `lead`, both with a blank between, or empty."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one measure, or of none; `anchors` are those of the measures that begin here."""

    parts: tuple[Part, ...]
    anchors: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        return self.anchors[0] if self.anchors else ""

    @property
    def further_anchors(self) -> tuple[str, ...]:
        return self.anchors[1:]


@dataclass(frozen=True, slots=True)
class Block:
    """One line: kind is `page` (what a site says around the letter), `head`, `addressee`, `heading`, `paragraph`, `row`
    (of a table, its cells parted by tabs), `signature` or `foot`."""

    kind: str
    level: int
    anchor: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for run in self.runs for part in run.parts)


def lay_out(letter: str, marks: Iterable[Marked] = ()) -> list[Block]:
    drawn = outline.read_outline(letter)
    drawn_blocks = outline.blocks_of(letter, drawn)
    kinds = _kinds(letter, letter_parts(letter), drawn_blocks)
    leads = [Marked(lead, "lead") for lead in _leads(letter, drawn.entries, drawn_blocks)]
    ordered = sorted([*marks, *leads], key=lambda mark: (mark.span.start, -mark.span.end))
    numbers = {"s": 0, "p": 0}
    blocks = []
    for line, kind in zip(drawn_blocks, kinds, strict=True):
        if not re.search(r"\w", _LEFT_BEHIND.sub("", line.span.of(letter))):
            continue
        series = "s" if kind == "heading" else "p"
        numbers[series] += 1
        anchor = f"{series}-{numbers[series]}"
        blocks.append(Block(kind, line.level, anchor, _runs(letter, line.span, ordered)))
    return blocks


def _leads(letter: str, entries: Sequence[outline.Entry], blocks: Sequence[outline.Block]) -> Iterator[Span]:
    """The short headings with which a paragraph, or one of 一是, 二是 inside it, opens before it goes on."""
    for block in blocks:
        spoken = block.entry is not None and entries[block.entry].style.is_spoken
        if block.kind == "paragraph" and block.heading and block.heading.end < block.span.end and not spoken:
            yield from _if_short(block.heading)
    for entry in entries:
        heading = Span(entry.span.start, run_in_heading(letter, entry.line).end)
        if entry.style.is_spoken and not entry.style.is_weak and heading.end + 1 < entry.span.end:
            yield from _if_short(heading)


def _if_short(heading: Span) -> Iterator[Span]:
    if heading.end - heading.start <= SHORT_LINE:
        yield heading


def _kinds(letter: str, parts: LetterParts, blocks: Sequence[outline.Block]) -> list[str]:
    kinds = [_kind(letter, block, parts) for block in blocks]
    _name_the_signature(letter, blocks, kinds)
    return [
        "page" if _is_of_the_page(kind, block.span.of(letter).strip()) else kind
        for kind, block in zip(kinds, blocks, strict=True)
    ]


def _kind(letter: str, block: outline.Block, parts: LetterParts) -> str:
    if block.span.end <= parts.head.end:
        return "head"
    if block.span.end <= parts.addressee.end:
        return "addressee"
    if block.span.start >= parts.tail.start:
        return "foot"
    if block.kind == "paragraph" and block.entry is None and "\t" in block.span.of(letter):
        return "row"
    return block.kind


def _is_of_the_page(kind: str, line: str) -> bool:
    """Said by the site: under the letter in words, above it only in labels and buttons, for a title may hold any word."""
    if kind == "head":
        return bool(_OF_THE_PAGE.match(line)) or is_furniture(line) or labelled(line) is not None
    if kind == "foot":
        one_spelling = read(line).text
        said = lines.is_furniture(lines.Line(one_spelling, 0, len(line)))
        return is_furniture(line) or (said and not _OF_THE_FOOT.search(one_spelling))
    return False


def _name_the_signature(letter: str, blocks: Sequence[outline.Block], kinds: list[str]) -> None:
    """The last date on a line of its own, and the short line above it that names who signs."""
    said = [block.span.of(letter) for block in blocks]
    dated = [n for n in range(len(said) - 1, 0, -1) if kinds[n] == "foot" and DATE_LINE.fullmatch(said[n])]
    if not dated:
        return
    kinds[dated[0]] = "signature"
    above = dated[0] - 1
    if kinds[above] == "foot" and len(said[above]) <= SHORT_LINE and not _CONTACT.search(said[above]):
        kinds[above] = "signature"


def _runs(letter: str, span: Span, marks: Sequence[Marked]) -> tuple[Run, ...]:
    """`marks` are ordered by start, the longer first; where measures overlap, the later start rules."""
    inside = [mark for mark in marks if mark.span.start < span.end and span.start < mark.span.end]
    measures = [mark for mark in inside if mark.kind == "measure"]
    looks = [mark for mark in inside if mark.kind != "measure"]
    return tuple(
        Run(
            _parts(letter, piece, looks),
            tuple(mark.anchor for mark in measures if mark.span.start == piece.start),
        )
        for piece in _pieces(span, measures)
    )


def _parts(letter: str, span: Span, looks: Sequence[Marked]) -> tuple[Part, ...]:
    inside = [mark for mark in looks if mark.span.start < span.end and span.start < mark.span.end]
    parts = []
    for piece in _pieces(span, inside):
        kinds = {mark.kind for mark in inside if _covers(mark.span, piece)}
        parts.append(Part(_LEFT_BEHIND.sub("", piece.of(letter)), " ".join(sorted(kinds))))
    return tuple(parts)


def _pieces(span: Span, marks: Sequence[Marked]) -> list[Span]:
    """`span` cut wherever a mark begins or ends inside it."""
    edges = {span.start, span.end}
    for mark in marks:
        edges.update(edge for edge in (mark.span.start, mark.span.end) if span.start < edge < span.end)
    points = sorted(edges)
    return [Span(start, end) for start, end in pairwise(points)]


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
