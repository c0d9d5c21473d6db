"""What a letter is about, from a weighted vocabulary that staff can change.

A term counts up to three times in the letter and once more, doubled, in each title.  An occurrence
inside one of the topic's exclusions does not count.  A letter that never speaks of the old has none
of these topics but `other`.  Terms are sought in the folded letter without its blanks and quotation marks:
a line that breaks inside a word, a wide sign, the pinyin behind every character or the marks of
“适老化”改造 hide none.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from replies.text.normalize import Run, closed_up, read, simplified
from replies.text.parsed import Finding, ParsedMeasure, TopicFinding

OTHER = "other"
THRESHOLD = 1.0
COUNTED_TIMES = 3
TITLE_FACTOR = 2.0
HELPING = 0.3  # words of this weight make no topic by themselves, however often they stand
CONTEXT_TIMES = 2  # a single 老人 in passing does not make a letter one about the old
QUOTES = "“”‘’\"'「」『』"
_NO_QUOTES = str.maketrans("", "", QUOTES)
FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "topics.json"


@dataclass(frozen=True, slots=True)
class VocabularyTopic:
    """One topic: its terms with their weights, and longer words in which they do not count."""

    slug: str
    terms: tuple[tuple[str, float], ...]
    exclusions: tuple[str, ...] = ()
    label_zh: str = ""
    label_en: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All topics in order; `context` are the words without which none of them is given."""

    topics: tuple[VocabularyTopic, ...]
    context: tuple[str, ...] = ()

    @classmethod
    def of_rows(
        cls, rows: Iterable[tuple[str, str, float, bool]], context: Sequence[str] | None = None
    ) -> Vocabulary:
        """From rows (topic slug, term, weight, excludes), such as the archive's own table holds."""
        terms: dict[str, dict[str, float]] = {}
        exclusions: dict[str, list[str]] = {}
        for slug, term, weight, excludes in rows:
            terms.setdefault(slug, {})
            if excludes:
                exclusions.setdefault(slug, []).append(_sought(term))
            else:
                terms[slug][_sought(term)] = weight
        topics = (
            VocabularyTopic(slug, tuple(words.items()), tuple(exclusions.get(slug, ())))
            for slug, words in terms.items()
        )
        return cls(tuple(topics), tuple(default_vocabulary().context if context is None else context))


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """The vocabulary shipped with the archive, for reading without a database."""
    return vocabulary_from(json.loads(FIXTURE.read_text("utf-8")))


def vocabulary_from(shipped: Mapping[str, Any]) -> Vocabulary:
    """A vocabulary in the form of `fixtures/topics.json`."""
    topics = tuple(
        VocabularyTopic(
            topic["slug"],
            tuple((_sought(term), float(weight)) for term, weight in topic["terms"].items()),
            tuple(_sought(phrase) for phrase in topic["exclusions"]),
            topic["zh"],
            topic["en"],
        )
        for topic in shipped["topics"]
    )
    return Vocabulary(topics, tuple(shipped["context"]))


class Subject:
    """What a letter speaks of: its words are looked for once, for the letter and for each of its measures."""

    def __init__(
        self, letter: Run, title: str | None, proposal_title: str | None, vocabulary: Vocabulary
    ) -> None:
        self.letter = _unquoted(letter)
        self.plain = self.letter.text
        self.titles = [_sought_in(t) for t in (title, proposal_title) if t]
        self.in_context = _in_context(self.plain, self.titles, vocabulary.context)
        open_to_it = [t for t in vocabulary.topics if self.in_context or t.slug == OTHER]
        self.topics = _with_terms_in("\n".join((self.plain, *self.titles)), open_to_it)

    def findings(self) -> tuple[TopicFinding, ...]:
        """The topics of the letter, strongest first, each with its words; `other` where there is none."""
        found: list[TopicFinding] = []
        for topic in self.topics if self.in_context else ():
            terms = _terms_found(self.plain, self.titles, topic.terms, topic.exclusions)
            if (weight := _weight(terms)) and not _only_helps(terms):
                found.append(TopicFinding(topic.slug, weight, _evidence(self.letter, terms)))
        found.sort(key=lambda f: -f.weight)
        return tuple(found) or (TopicFinding(OTHER, 0.0, ()),)

    def of_measures(
        self, measures: Iterable[ParsedMeasure], letter: Sequence[TopicFinding]
    ) -> tuple[ParsedMeasure, ...]:
        """Each measure with those topics of its letter that its own words earn, strongest first."""
        slugs = {finding.slug for finding in letter}
        topics = _with_terms_in(self.plain, [topic for topic in self.topics if topic.slug in slugs])
        return tuple(_with_topics(measure, _own_topics(measure, self.letter, topics)) for measure in measures)


def find_topics(
    text: str, title: str | None, proposal_title: str | None, vocabulary: Vocabulary
) -> tuple[TopicFinding, ...]:
    """The topics of a letter alone."""
    reading = read(text)
    return Subject(reading.run(0, len(reading.text)), title, proposal_title, vocabulary).findings()


def _sought(words: str) -> str:
    """The words without blanks and quotation marks, as terms are sought."""
    return closed_up(words).translate(_NO_QUOTES)


def _sought_in(title: str) -> str:
    return simplified(_sought(title))


def _unquoted(letter: Run) -> Run:
    """The letter without the marks that stand inside its words: “适老化”改造, “公建”“民营”."""
    kept = [(char, at) for char, at in zip(letter.text, letter.places, strict=True) if char not in QUOTES]
    return Run(letter.reading, "".join([char for char, _ in kept]), [at for _, at in kept])


def _with_terms_in(words: str, topics: Iterable[VocabularyTopic]) -> list[VocabularyTopic]:
    """The topics without the terms that stand nowhere in these words, and so in no part of them."""
    return [replace(topic, terms=tuple([p for p in topic.terms if p[0] in words])) for topic in topics]


def _with_topics(measure: ParsedMeasure, slugs: tuple[str, ...]) -> ParsedMeasure:
    return measure if slugs == measure.topics else replace(measure, topics=slugs)


def _own_topics(measure: ParsedMeasure, letter: Run, topics: Iterable[VocabularyTopic]) -> tuple[str, ...]:
    words = letter.within(measure.span)
    titles = [letter.within(measure.heading_span), _sought_in(measure.section or "")]
    everywhere = "\n".join((words, *titles))
    weights = {}
    for topic in topics:
        if terms := [pair for pair in topic.terms if pair[0] in everywhere]:
            weights[topic.slug] = _weight(_terms_found(words, titles, terms, topic.exclusions))
    return tuple(sorted(filter(weights.get, weights), key=lambda slug: -weights[slug]))


def _in_context(plain: str, titles: Sequence[str], context: Sequence[str]) -> bool:
    if not context or any(word in title for word in context for title in titles):
        return True
    return sum(plain.count(word) for word in context) >= CONTEXT_TIMES


class _TermFound(NamedTuple):
    """A term that speaks for a topic; `at` is its first place, None where only a title has it."""

    term: str
    weight: float
    points: float
    at: int | None


def _terms_found(
    plain: str, titles: Sequence[str], terms: Iterable[tuple[str, float]], exclusions: Sequence[str]
) -> list[_TermFound]:
    found = []
    clear_titles = [title for title in titles if not any(e in title for e in exclusions)]
    for term, weight in terms:
        places = _counted(plain, term, exclusions)
        in_titles = sum([term in title for title in clear_titles])
        if points := weight * (len(places) + TITLE_FACTOR * in_titles):
            found.append(_TermFound(term, weight, points, places[0] if places else None))
    return found


def _weight(terms: Sequence[_TermFound]) -> float:
    """What the terms weigh together; 0 where that is not enough for the topic."""
    total = math.fsum(term.points for term in terms)
    return 0.0 if total < THRESHOLD else round(total, 2)


def _only_helps(terms: Sequence[_TermFound]) -> bool:
    """Whether one word alone speaks for a letter's topic, and only weakly each time."""
    return len(terms) == 1 and terms[0].weight <= HELPING


def _evidence(letter: Run, terms: Sequence[_TermFound]) -> tuple[Finding[str], ...]:
    return tuple(_as_printed(letter, found) for found in sorted(terms, key=lambda found: -found.points))


def _as_printed(letter: Run, found: _TermFound) -> Finding[str]:
    if found.at is None:
        return Finding(found.term, None, "title")
    place = found.at, found.at + len(found.term)
    return Finding(letter.printed(*place), letter.span(*place), "letter")


def _counted(plain: str, term: str, exclusions: Sequence[str]) -> list[int]:
    """The first occurrences of a term that stand in no excluded phrase."""
    around = [(phrase, phrase.find(term)) for phrase in exclusions if term in phrase]
    found: list[int] = []
    for place in _places(plain, term):
        if not any(plain.startswith(phrase, max(0, place - at)) for phrase, at in around):
            found.append(place)
            if len(found) == COUNTED_TIMES:
                break
    return found


def _places(plain: str, term: str) -> Iterator[int]:
    at = plain.find(term) if term else -1
    while at >= 0:
        yield at
        at = plain.find(term, at + len(term))
