"""Drawing the outline: each mark in turn is given its place, or passed over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from replies.text.letter_lines import (
    opens_list,
    opens_with_turn,
    plain_headings,
    run_in_heading,
)
from replies.text.marks import Mark, Style, marks_in
from replies.text.parsed import Span

DIGIT = re.compile(r"[0-9０-９]")
IN_A_ROW = (Style.ORDINAL, Style.IN_TURN)  # 首先 … 第二 … 最后 is one list
UNNUMBERED = (Style.PLAIN, Style.DASH)
MOST_MARKS = 3_000  # no letter numbers more; a list of a whole province's roads does not become measures
#: 对于您在建议中提出的资金问题，…
TURNS_TO_WISH = re.compile(r"(?:对于?|针对|关于|就)(?:您|你|代表|委员)")
HEADING_LINE = 60  # a line longer than this holds more than a heading


@dataclass
class Draft:
    """An entry while the lines below it are still to come."""

    mark: Mark
    line: Span
    parent: int | None
    group: int
    end: int = -1
    closed_at: int | None = None


@dataclass
class Drawing:
    text: str
    body: Span
    turns: Sequence[int]
    has_sections: bool
    drafts: list[Draft] = field(default_factory=list)
    stack: list[int] = field(default_factory=list)
    groups: int = 0
    turns_inside: set[int] = field(default_factory=set)  # lists whose items each have their own 下一步

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
        """The numbering goes on, so the paragraph that seemed to end the list belongs to its last item."""
        last = self.drafts[self.stack[depth]]
        if last.closed_at is not None:
            self.turns_inside.add(last.group)
        for index in self.stack[: depth + 1]:
            self.drafts[index].closed_at = None

    def push(self, mark: Mark, line: Span, group: int | None) -> None:
        if group is None:
            self.groups += 1
            group = self.groups
        parent = self.stack[-1] if self.stack else None
        self.stack.append(len(self.drafts))
        self.drafts.append(Draft(mark, line, parent, group))

    def take(self, mark: Mark, line: Span) -> None:
        """Give a mark its place, or pass over it where its number fits nowhere."""
        row = IN_A_ROW if mark.style in IN_A_ROW and mark.number > 1 else (mark.style,)
        depth = next((d for d, i in enumerate(self.stack) if self.drafts[i].mark.style in row), None)
        if depth is not None and self.continues(mark, self.drafts[self.stack[depth]].mark):
            if mark.style not in UNNUMBERED:
                self.reopen(depth)
            group = self.drafts[self.stack[depth]].group
            self.pop_to(depth, line.start if mark.opens_line else mark.span.start)
            self.push(mark, line, group)
        elif mark.number <= 1 or (mark.opens_line and mark.style in (Style.SECTION, Style.PAREN)):
            self.begin_list(mark, line, depth)

    def continues(self, mark: Mark, last: Mark) -> bool:
        if mark.style in UNNUMBERED:
            return True
        if mark.opens_line and mark.style in (Style.SECTION, Style.PAREN) and mark.number > 1:
            return True
        return max(last.number, 2) <= mark.number <= last.number + 2  # 二是 twice is a slip of the pen

    def begin_list(self, mark: Mark, line: Span, depth: int | None) -> None:
        at = line.start if mark.opens_line else mark.span.start
        if depth is not None:  # the same marks again: a second list
            self.close(depth, self.list_opening(self.drafts[self.stack[depth]].mark.span.end, at))
            self.pop_to(depth, at)
        while self.stack and self.must_leave(self.drafts[self.stack[-1]], mark):
            self.pop_to(len(self.stack) - 1, at)
        self.push(mark, line, None)

    def list_opening(self, since: int, at: int) -> int:
        """Where the sentence begins that opens the list at `at`: 下一步，… or 但仍存在不足，…."""
        turn = bisect_left(self.turns, at) - 1
        if turn >= 0 and self.turns[turn] > since:
            return self.turns[turn]
        if self.text[max(since, at - 8) : at].rstrip()[-1:] in tuple("。；;！!"):
            return at
        return max(self.text.rfind(c, since, at - 1) + 1 for c in "。；;！!\n") or at

    def must_leave(self, open_: Draft, mark: Mark) -> bool:
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
                ends = (depth > 0 or style is not Style.SECTION) and self.has_text(draft, line.start)
                ends = ends and draft.group not in self.turns_inside
            if ends:
                self.close(depth, line.start)
                return

    def plain_paragraph(self, line: Span) -> None:
        """A paragraph without marks ends items that all stood in the paragraph above it.

        It goes on with them where it brings figures: 截至目前，全市共建成…, unless it turns to what the
        deputy asked for.
        """
        ends = bool(TURNS_TO_WISH.match(self.text, line.start, line.end))
        ends = ends or not DIGIT.search(self.text, line.start, line.end)
        for depth, index in enumerate(self.stack):
            draft = self.drafts[index]
            in_row = draft.mark.style.is_spoken and not draft.mark.opens_line
            in_row = in_row and draft.mark.span.start < line.start
            if in_row and ends:
                self.close(depth, line.start)
                return

    def has_text(self, draft: Draft, before: int) -> bool:
        """Whether more than its heading stands under an open entry."""
        heading = run_in_heading(self.text, Span(draft.mark.span.end, draft.line.end))
        return bool(self.text[heading.end : before].strip("。；;：: 　\n\r\t"))

    def not_lists(self) -> frozenset[int]:
        """Where marks stand that have no fellow, or that are weak beside strong ones."""
        sizes = Counter(draft.group for draft in self.drafts)
        strong = {d.group for d in self.drafts if not d.mark.style.is_weak and sizes[d.group] > 1}
        return frozenset(d.mark.span.start for d in self.drafts if self._fails(d, sizes[d.group], strong))

    def _fails(self, draft: Draft, size: int, strong: set[int]) -> bool:
        if strong and draft.group not in strong and draft.mark.style.is_weak:
            return True
        if size > 1 or draft.mark.style is Style.PLAIN:
            return False
        heads_line = draft.mark.style in (Style.SECTION, Style.PAREN) and draft.mark.opens_line
        return not (heads_line and draft.line.end - draft.line.start <= HEADING_LINE)

    def finished(self) -> list[Draft]:
        self.pop_to(0, self.body.end)
        return self.drafts


def draw(
    text: str, body: Span, turns: Sequence[int], closing: frozenset[int], lines: Sequence[Span]
) -> tuple[list[Draft], Span]:
    """The entries of a body in order, and the part of the body they were looked for in.

    Drawn twice, as only the end shows which marks have a fellow.
    """
    rows, cut = _marks(text, lines, closing)
    if cut is not None:
        body = Span(body.start, cut)
        lines = [Span(line.start, min(line.end, cut)) for line in lines[: len(rows)]]
    first = _draw(text, body, turns, closing, lines, rows)
    dropped = first.not_lists()
    if not dropped:
        return first.finished(), body
    kept = [[mark for mark in row if mark.span.start not in dropped] for row in rows]
    return _draw(text, body, turns, closing, lines, kept).finished(), body


def _draw(
    text: str,
    body: Span,
    turns: Sequence[int],
    closing: frozenset[int],
    lines: Sequence[Span],
    rows: Sequence[Sequence[Mark]],
) -> Drawing:
    sections = sum(1 for row in rows if row and row[0].opens_line and row[0].style is Style.SECTION)
    drawing = Drawing(text, body, turns, has_sections=sections > 1)
    plain = plain_headings(text, lines, [bool(row and row[0].opens_line) for row in rows])
    for line, row in zip(lines, rows, strict=True):
        if line.start in plain:
            drawing.take(Mark(Style.PLAIN, 0, Span(line.start, line.start), True), line)
        elif not (row and row[0].opens_line):
            if line.start in closing:
                drawing.close(0, line.start)
            elif opens_with_turn(text, line) or opens_list(text, line):
                drawing.turn(line, bool(row))
            elif not row:
                drawing.plain_paragraph(line)
        for mark in row:
            drawing.take(mark, line)
    return drawing


def _marks(text: str, lines: Sequence[Span], closing: frozenset[int]) -> tuple[list[list[Mark]], int | None]:
    """What may be marks, line by line, and where there were too many; 最后，感谢… is none."""
    rows: list[list[Mark]] = []
    left = MOST_MARKS
    for line in lines:
        found = marks_in(text, line)
        if line.start in closing:
            found = (mark for mark in found if not mark.style.is_weak)
        row = list(islice(found, left + 1))
        if len(row) > left:
            return [*rows, row[:left]], row[left].span.start
        rows.append(row)
        left -= len(row)
    return rows, None
