"""The outline of a letter: its headings and numbered items, each with its place, and its lines in order.

The text is read as it is.  A mark counts only where its numbers follow each other (一是 without 二是
is a figure of speech), and a paragraph that opens 下一步 ends the items before it, unless the
numbering goes on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from replies.text.letter_lines import (
    body_of,
    closing_lines,
    lines_of,
    opens_with_turn,
    plain_headings,
    run_in_heading,
    turns_in,
)
from replies.text.marks import LINE_START, Mark, Style, marks_in
from replies.text.normalize import simplified
from replies.text.parsed import Span

DIGIT = re.compile(r"[0-9０-９]")
LONG_LINE = 60  # a line longer than this holds more than a heading


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
    body: Span
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]
    turns: tuple[int, ...]  # where 下一步 and its like open a clause

    def ancestors(self, index: int) -> Iterator[int]:
        """The entries around this one, nearest first."""
        parent = self.entries[index].parent
        while parent is not None:
            yield parent
            parent = self.entries[parent].parent

    def siblings_before(self, index: int) -> list[Entry]:
        parent = self.entries[index].parent
        row = self.roots() if parent is None else self.entries[parent].children
        return [self.entries[i] for i in row if i < index]

    def roots(self) -> tuple[int, ...]:
        return tuple(i for i, entry in enumerate(self.entries) if entry.parent is None)


def read_outline(text: str, body: Span | None = None) -> Outline:
    """The outline of a letter; `body` is where its answer stands, found here where not given."""
    text = simplified(text)
    lines = lines_of(text, Span(0, len(text)))
    body = body or body_of(text, lines)
    inside = [line for line in lines if line.start >= body.start and line.end <= body.end]
    if not inside or inside[0].start > body.start:  # a body that begins in mid-line
        inside = lines_of(text, body)
    turns = tuple(turns_in(text, body))
    draft = _draw(text, inside, body, turns, dropped=frozenset())
    draft = _draw(text, inside, body, turns, dropped=draft.not_lists())
    entries = draft.entries()
    return Outline(body, tuple(_blocks(text, lines, entries)), entries, turns)


@dataclass
class _Draft:
    """An entry while the lines below it are still to come."""

    mark: Mark
    line: Span
    parent: int | None
    group: int
    end: int = -1
    closed_at: int | None = None


@dataclass
class _Drawing:
    text: str
    body: Span
    turns: Sequence[int]
    has_sections: bool
    drafts: list[_Draft] = field(default_factory=list)
    stack: list[int] = field(default_factory=list)
    groups: int = 0

    def rank(self, style: Style) -> float:
        """How deep a style stands; headings without marks stand under 一、 where there are any."""
        if style is Style.PLAIN:
            return Style.SECTION + 0.5 if self.has_sections else Style.PLAIN
        return min(style, Style.SPOKEN)

    def pop_to(self, depth: int, at: int) -> None:
        while len(self.stack) > depth:
            draft = self.drafts[self.stack.pop()]
            draft.end = at if draft.closed_at is None else draft.closed_at

    def close(self, depth: int, at: int) -> None:
        """End what is open from `depth` on, provided that its numbering does not go on later."""
        for index in self.stack[depth:]:
            if self.drafts[index].closed_at is None:
                self.drafts[index].closed_at = at

    def reopen(self, depth: int) -> None:
        for index in self.stack[: depth + 1]:
            self.drafts[index].closed_at = None

    def push(self, mark: Mark, line: Span, group: int | None) -> None:
        if group is None:
            self.groups += 1
            group = self.groups
        parent = self.stack[-1] if self.stack else None
        self.stack.append(len(self.drafts))
        self.drafts.append(_Draft(mark, line, parent, group))

    def take(self, mark: Mark, line: Span) -> None:
        """Give a mark its place, or pass over it where its number fits nowhere."""
        depth = next((d for d, i in enumerate(self.stack) if self.drafts[i].mark.style is mark.style), None)
        if depth is not None and self.continues(mark, self.drafts[self.stack[depth]].mark):
            if mark.style is not Style.PLAIN:
                self.reopen(depth)
            group = self.drafts[self.stack[depth]].group
            self.pop_to(depth, line.start if mark.opens_line else mark.span.start)
            self.push(mark, line, group)
        elif mark.number <= 1 or (mark.opens_line and mark.style in (Style.SECTION, Style.PAREN)):
            self.begin_list(mark, line, depth)

    def continues(self, mark: Mark, last: Mark) -> bool:
        if mark.style is Style.PLAIN:
            return True
        if mark.opens_line and mark.style in (Style.SECTION, Style.PAREN) and mark.number > 1:
            return True
        return last.number < mark.number <= last.number + 2

    def begin_list(self, mark: Mark, line: Span, depth: int | None) -> None:
        at = line.start if mark.opens_line else mark.span.start
        if depth is not None:  # the same marks again: a second list
            since = self.drafts[self.stack[depth]].mark.span.start
            self.close(depth, max((t for t in self.turns if since < t <= at), default=at))
            self.pop_to(depth, at)
        while self.stack and self.must_leave(self.drafts[self.stack[-1]], mark):
            self.pop_to(len(self.stack) - 1, at)
        self.push(mark, line, None)

    def must_leave(self, open_: _Draft, mark: Mark) -> bool:
        if open_.closed_at is not None or self.rank(open_.mark.style) > self.rank(mark.style):
            inside_item = open_.mark.style.is_spoken and open_.mark.opens_line and mark.style >= Style.NUMBER
            return not inside_item or open_.closed_at is not None
        return False

    def turn(self, line: Span, has_marks: bool) -> None:
        """A paragraph that opens 下一步: what it says belongs to the section, not to the last item."""
        for depth, index in enumerate(self.stack):
            draft = self.drafts[index]
            style = draft.mark.style
            if style is Style.PLAIN and not self.has_sections:
                ends = not has_marks
            else:
                ends = (depth > 0 or style.is_spoken) and self.has_text(draft, line.start)
            if ends:
                self.close(depth, line.start)
                return

    def plain_paragraph(self, line: Span) -> None:
        """A paragraph without marks ends items that all stood in the paragraph above it.

        It goes on with them where it brings figures: 截至目前，全市共建成…
        """
        for depth, index in enumerate(self.stack):
            draft = self.drafts[index]
            in_row = draft.mark.style.is_spoken and not draft.mark.opens_line
            if (
                in_row
                and draft.mark.span.start < line.start
                and not DIGIT.search(self.text, line.start, line.end)
            ):
                self.close(depth, line.start)
                return

    def has_text(self, draft: _Draft, before: int) -> bool:
        """Whether more than its heading stands under an open entry."""
        heading = run_in_heading(self.text, Span(draft.mark.span.end, draft.line.end))
        return bool(self.text[heading.end : before].strip("。；;：: 　\n\r\t"))

    def not_lists(self) -> frozenset[int]:
        """Where marks stand that have no fellow, or that are weak beside strong ones."""
        sizes: dict[int, int] = {}
        for draft in self.drafts:
            sizes[draft.group] = sizes.get(draft.group, 0) + 1
        strong = any(sizes[d.group] > 1 and not d.mark.style.is_weak for d in self.drafts)
        return frozenset(d.mark.span.start for d in self.drafts if self._fails(d, sizes[d.group], strong))

    def _fails(self, draft: _Draft, size: int, strong: bool) -> bool:
        if draft.mark.style.is_weak and strong:
            return True
        if size > 1 or draft.mark.style is Style.PLAIN:
            return False
        heads_line = draft.mark.style in (Style.SECTION, Style.PAREN) and draft.mark.opens_line
        return not (heads_line and draft.line.end - draft.line.start <= LONG_LINE)

    def entries(self) -> tuple[Entry, ...]:
        self.pop_to(0, self.body.end)
        children: dict[int, list[int]] = {}
        for index, draft in enumerate(self.drafts):
            if draft.parent is not None:
                children.setdefault(draft.parent, []).append(index)
        return tuple(self._entry(d, tuple(children.get(i, ()))) for i, d in enumerate(self.drafts))

    def _entry(self, draft: _Draft, children: tuple[int, ...]) -> Entry:
        after = draft.mark.span.end
        first_child = self.drafts[children[0]].mark.span.start if children else draft.end
        end = max(draft.end, after)
        while end > after and self.text[end - 1].isspace():
            end -= 1
        line = Span(after, max(after, min(draft.line.end, first_child, end)))
        lead = Span(after, max(after, min(first_child, end)))
        span = Span(draft.mark.span.start, end)
        marker = draft.mark.span
        return Entry(
            draft.mark.style, draft.mark.number, marker, line, lead, span, draft.parent, draft.group, children
        )


def _draw(
    text: str, lines: Sequence[Span], body: Span, turns: Sequence[int], dropped: frozenset[int]
) -> _Drawing:
    closing = closing_lines(text, lines)
    found = [_marks(text, line, dropped, line.start in closing) for line in lines]
    sections = sum(1 for row in found if row and row[0].opens_line and row[0].style is Style.SECTION)
    drawing = _Drawing(text, body, turns, has_sections=sections > 1)
    plain = plain_headings(text, lines, [bool(row and row[0].opens_line) for row in found])
    for line, row in zip(lines, found, strict=True):
        if line.start in plain:
            drawing.take(Mark(Style.PLAIN, 0, Span(line.start, line.start), True), line)
        elif not (row and row[0].opens_line):
            if line.start in closing:
                drawing.close(0, line.start)
            elif opens_with_turn(text, line):
                drawing.turn(line, bool(row))
            elif not row:
                drawing.plain_paragraph(line)
        for mark in row:
            drawing.take(mark, line)
    return drawing


def _marks(text: str, line: Span, dropped: frozenset[int], closing: bool) -> list[Mark]:
    """What may be marks in a line; 最后，感谢… is none."""
    found = (m for m in marks_in(text, line) if m.span.start not in dropped)
    return [m for m in found if not (closing and m.style.is_weak)]


def _blocks(text: str, lines: Sequence[Span], entries: Sequence[Entry]) -> Iterator[Block]:
    """Every line of the letter; those that open an entry carry its level."""
    opening: dict[int, int] = {}
    starts = {entry.span.start: i for i, entry in enumerate(entries)}
    for line in lines:
        for at in range(line.start, min(line.end, line.start + LONG_LINE)):
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
