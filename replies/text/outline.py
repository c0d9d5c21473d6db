"""The outline of a letter: its headings and numbered items, each with its place, and its lines in order.

The text is read as it is.  A mark counts only where its numbers follow each other (一是 without 二是
is a figure of speech), and a paragraph that opens 下一步 ends the items before it, unless the
numbering goes on behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from replies.text import normalize
from replies.text.drawing import HEADING_LINE, Draft, draw
from replies.text.letter_lines import body_of, closing_lines, lines_of, run_in_heading, turns_in
from replies.text.marks import LINE_START, Style
from replies.text.parsed import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or an item with all that stands under it.

    `marker` is empty for a heading without a mark; `line` is what follows the marker up to the end of
    the line or the first child; `lead` is what stands before the first child; `group` numbers the
    lists, so that 一是 二是 … 一是 二是 are two groups under one parent.
    """

    style: Style
    number: int
    marker: Span
    line: Span
    lead: Span
    span: Span
    parent: int | None
    group: int
    children: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the letter for showing it: a heading or a paragraph.

    `level` is 1 to 6 under which the line opens an entry, 0 elsewhere; `entry` is its index in
    `Outline.entries`; `heading` is the part that names it, where a paragraph runs on behind it.
    """

    kind: str  # heading | paragraph
    level: int
    span: Span
    entry: int | None = None
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """`body` is the answer, as far as it was looked through: a text with thousands of marks is no letter."""

    body: Span
    lines: tuple[Span, ...]  # those of the body
    closing: frozenset[int]  # where lines of thanks and contact start
    entries: tuple[Entry, ...]
    turns: tuple[int, ...]  # where 下一步 and its like open a clause
    lists: Mapping[int, tuple[int, ...]]  # the entries of each group
    roots: tuple[int, ...]

    def ancestors(self, index: int) -> Iterator[int]:
        """The entries around this one, nearest first."""
        parent = self.entries[index].parent
        while parent is not None:
            yield parent
            parent = self.entries[parent].parent

    def before(self, index: int) -> Entry | None:
        """The entry before this one under the same parent."""
        parent = self.entries[index].parent
        row = self.roots if parent is None else self.entries[parent].children
        at = bisect_left(row, index)
        return self.entries[row[at - 1]] if at else None

    def own_start(self, index: int) -> int:
        """Where the words around an entry begin: behind its parent's mark, or with the body."""
        parent = self.entries[index].parent
        return self.body.start if parent is None else self.entries[parent].marker.end

    def has_turn(self, start: int, end: int) -> bool:
        """Whether 下一步 stands between two places."""
        at = bisect_left(self.turns, start)
        return at < len(self.turns) and self.turns[at] < end


def read_outline(text: str, body: Span | None = None) -> Outline:
    """The outline of a letter; `body` is where its answer stands, found here where not given."""
    plain = normalize.plain(text)
    body = body or body_of(plain, lines_of(plain, Span(0, len(plain))))
    turns = tuple(turns_in(plain, body))
    lines = lines_of(plain, body)
    closing = closing_lines(plain, lines)
    drafts, drawn = draw(plain, body, turns, closing, lines)
    if drawn != body:
        lines = lines_of(plain, drawn)
        closing = closing_lines(plain, lines)
    entries = _entries(plain, drafts)
    lists: dict[int, list[int]] = {}
    for index, entry in enumerate(entries):
        lists.setdefault(entry.group, []).append(index)
    groups = {group: tuple(members) for group, members in lists.items()}
    roots = tuple(index for index, entry in enumerate(entries) if entry.parent is None)
    return Outline(drawn, tuple(lines), closing, entries, turns, groups, roots)


def blocks_of(text: str, outline: Outline) -> tuple[Block, ...]:
    """Every line of the letter; those that open an entry carry its level."""
    plain = normalize.plain(text)
    lines = lines_of(plain, Span(0, len(plain)))
    return tuple(_blocks(plain, lines, outline.entries))


def _entries(text: str, drafts: Sequence[Draft]) -> tuple[Entry, ...]:
    children: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        if draft.parent is not None:
            children.setdefault(draft.parent, []).append(index)
    return tuple(_entry(text, drafts, d, tuple(children.get(i, ()))) for i, d in enumerate(drafts))


def _entry(text: str, drafts: Sequence[Draft], draft: Draft, children: tuple[int, ...]) -> Entry:
    mark, after = draft.mark, draft.mark.span.end
    first_child = drafts[children[0]].mark.span.start if children else draft.end
    end = max(draft.end, after)
    while end > after and text[end - 1].isspace():
        end -= 1
    line = Span(after, max(after, min(draft.line.end, first_child, end)))
    lead = Span(after, max(after, min(first_child, end)))
    span = Span(mark.span.start, end)
    return Entry(mark.style, mark.number, mark.span, line, lead, span, draft.parent, draft.group, children)


def _blocks(text: str, lines: Sequence[Span], entries: Sequence[Entry]) -> Iterator[Block]:
    opening: dict[int, int] = {}
    starts = {entry.span.start: i for i, entry in enumerate(entries)}
    for line in lines:
        for at in range(line.start, min(line.end, line.start + HEADING_LINE)):
            if at in starts:
                opening[line.start] = starts[at]
                break
    for line in lines:
        index = opening.get(line.start)
        if index is None or not _opens(text, line, entries[index]):
            yield Block("paragraph", 0, line)
            continue
        entry = entries[index]
        heading = run_in_heading(text, entry.line)
        alone = heading.end >= entry.line.end and line.end <= entry.line.end
        kind = "heading" if alone and not entry.style.is_spoken else "paragraph"
        yield Block(kind, min(int(entry.style), 6), line, index, Span(entry.span.start, heading.end))


def _opens(text: str, line: Span, entry: Entry) -> bool:
    opening = LINE_START.match(text, line.start, line.end)
    return opening is not None and opening.end() >= entry.span.start
