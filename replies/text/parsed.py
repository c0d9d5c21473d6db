"""What reading a reply yields: frozen values, each with its place in the text as read.

Every span is in characters of the text handed to `parse_reply`, so that `text[span.start:span.end]`
is always what a person sees in the original.  Values may be tidied (blanks closed up, dates as ISO,
numerals as numbers); spans never are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open run of characters, 0 <= start <= end <= len(text).  A tuple: a letter has thousands of them."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """One value read from the text.

    `how` names the place it was read from (`title`, `opening`, `signature`, `letterhead`, `page`,
    `contact`, `footer` ...); staff see it in words.  `span` is None only where the value comes from
    the page's metadata and not from the text.
    """

    value: T
    span: Span | None
    how: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person has to settle before the reply can be published.

    `field` is a key of `ParsedReply.findings` (or `measures`, `text`); `code` is stable and is what
    the admin translates; `message` is Chinese for the clerk; `candidates` are values that the text
    hints at and a person may confirm with one click, best first.
    """

    field: str
    code: str
    message: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value the text only hints at, with the words that hint at it."""

    value: str
    evidence: tuple[Finding[str], ...]


@dataclass(frozen=True, slots=True)
class ParsedFigure:
    """A number in a measure.

    `text` is the words around it as printed; `value` as printed before 万 or 亿 (66.7 of 66.7万人),
    None for 全覆盖; `unit` with them (万人); `role` is result, target, threshold or context;
    `deadline` is `2020`, `2019-10` or a full ISO date; `indicator` is a slug of
    `indicators.INDICATORS` or None.
    """

    text: str
    value: float | None
    unit: str
    role: str
    deadline: str | None
    span: Span
    indicator: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedMeasure:
    """One action named in the reply: the deepest enumerated item, or a section without items.

    `phase` is `done` or `planned`; `section` is the heading it stands under as printed, or None;
    `text` runs from the marker to the end of the item; `heading_span` is the clause that names it.
    """

    marker: str
    heading: str
    section: str | None
    phase: str
    text: str
    span: Span
    heading_span: Span
    figures: tuple[ParsedFigure, ...] = ()
    is_section: bool = False
    deadline: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicFinding:
    """A topic and the words that earned it, strongest first."""

    slug: str
    weight: float
    evidence: tuple[Finding[str], ...]


@dataclass(frozen=True, slots=True)
class ParsedReply:
    """A whole letter as read.  `findings` is keyed as in docs/parsed-reply.md; absent means unknown."""

    text: str
    findings: dict[str, Finding[Any]] = field(default_factory=dict)
    measures: tuple[ParsedMeasure, ...] = ()
    topics: tuple[TopicFinding, ...] = ()
    problems: tuple[Problem, ...] = ()
    undertakings: tuple[ParsedMeasure, ...] = ()  # said in plain sentences, outside of numbered items

    def value(self, key: str, default: Any = None) -> Any:
        found = self.findings.get(key)
        return default if found is None else found.value
