"""What an item is called: the clause after its mark, no longer than a line, saying something."""

from __future__ import annotations

import re

from replies.text.letter_lines import sentence_end
from replies.text.outline import Entry
from replies.text.parsed import Span

LINE_WIDTH = 40  # characters; a heading longer than a line is no heading
SHORT_SENTENCE = 32
CLAUSE_STOPS = "。！!？?；;，,：:\n\r"

# Clauses that only lead up to what is done.
LEADS_UP = re.compile(
    r"""(?:对于?|针对|根据|按照|为了?|以(?!旧换新)|通过|依托|结合|围绕|围着|立足|鉴于|关于.{0,30}方面|在.{1,30}(?:方面|上|中|下|后|前|基础上)
        |[0-9]{4}年|近年来|目前|截至|今年|去年|同时|此外|另外|首先|其中|即|我[市县区局省厅委]|自.{2,20}(?:以来|起)
        |.{0,20}(?:方面|之前|以前|期间|以来)$)""",
    re.VERBOSE,
)
LINE_READING = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）]")


def heading_of(text: str, entry: Entry) -> Span:
    """The words that name the entry: a short first sentence, else its first clause or clauses."""
    region = _first_words(text, entry)
    sentence = Span(region.start, sentence_end(text, region))
    if _width(text, sentence) <= SHORT_SENTENCE:
        colon = sentence_end(text, sentence, "：:")
        return sentence if colon - region.start < 4 else _trimmed(text, Span(region.start, colon))
    return _clauses(text, sentence)


def tidy(printed: str) -> str:
    """A heading as a value: blanks closed up, readings in brackets such as (huì) left out."""
    return re.sub(r"\s+", "", LINE_READING.sub("", printed))


def _width(text: str, span: Span) -> int:
    return len(tidy(span.of(text)))


def _first_words(text: str, entry: Entry) -> Span:
    """From the first word after the mark; on the next line where the mark stands alone."""
    start, end = entry.marker.end, max(entry.line.end, entry.marker.end)
    if not text[start:end].strip("、.．，,：: 　\t"):
        end = entry.span.end
    while start < end and (text[start].isspace() or text[start] in "、.．，,：:；;"):
        start += 1
    return Span(start, end)


def _clauses(text: str, sentence: Span) -> Span:
    """The first clause that says something, with those that lead up to it."""
    end = start = sentence.start
    while end < sentence.end:
        stop = sentence_end(text, Span(end, sentence.end), CLAUSE_STOPS)
        if end > start and _width(text, Span(start, stop)) > LINE_WIDTH:
            break
        clause = text[end:stop].lstrip(CLAUSE_STOPS)
        end = stop
        if len(clause) >= 4 and not LEADS_UP.match(clause):
            break
        if end < sentence.end:
            end += 1
    return _trimmed(text, _cut(text, Span(start, min(end, sentence.end))))


def _cut(text: str, span: Span) -> Span:
    """At most a line: cut where a part ends, if there is such a place in its second half."""
    if _width(text, span) <= LINE_WIDTH:
        return span
    limit = span.start + LINE_WIDTH
    at = max(text.rfind(c, span.start + LINE_WIDTH // 3, limit) for c in "、，,；;")
    return Span(span.start, at if at > 0 else limit)


def _trimmed(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and (text[end - 1].isspace() or text[end - 1] in CLAUSE_STOPS + "、"):
        end -= 1
    return Span(span.start, end)
