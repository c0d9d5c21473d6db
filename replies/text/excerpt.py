"""The excerpt: the sentences of a letter that matter, with the hits in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import accumulate, chain
from operator import itemgetter

from .fold import fold
from .highlight import Piece, Stretch, mark, places_of
from .letter_lines import CLOSING, answer_start

ELLIPSIS = "…"
CLAUSE = "，；、：,;:"
NEAR = 40  # so far down a reader of a small screen still sees the hit
HEADING = 14  # a sentence shorter than this says no more than a heading
ABOVE, THANKS, RETOLD = 1e-6, 0.1, 0.3
"""What a sentence counts above the answer, one of thanks or of the contact, and one that tells the proposal again."""

_SENTENCE = re.compile(r"[^。！？!?\n\r]++(?:[。！？!?]+[”’」』）)]*)?|[。！？!?]+[”’」』）)]*")
_RETELLS = re.compile(
    r"[^，,。；;：:]{0,6}?(?:您|你|代表|委员)们?[^，,。；;：:]{0,12}(?:提出|建议|反映|指出|分析|认为)"
)
_ANSWERS = re.compile(r"我[局委厅院办部处们]|[，,；;]我[省市县区州盟旗镇乡]")
_ENDS = tuple("。！？!?；;：:”’」』）)")
_BLANKS = re.compile(r"\s+")
_start, _end = itemgetter(0), itemgetter(1)


def excerpt(
    text: str,
    runs: Sequence[str] | Mapping[str, float],
    room: int = 110,
    only_which: Container[str] = (),
) -> tuple[Piece, ...]:
    """The one or two sentences that say most of what was asked for, in about `room` characters.

    Runs come with their weights, or weigh by their length.  A sentence of the answer goes before any that stands
    above it, on the page or in the letterhead.  Words that do not meet in one sentence are shown in two, but those in
    `only_which`, places and years, which tell which letter it is, not what it says.  Without a hit it is the
    beginning of the answer.
    """
    weights = runs if isinstance(runs, Mapping) else {run: 2 + 0.5 * len(run) for run in runs}
    weights = {run: weight for run, weight in weights.items() if run}
    sentences: Sequence[Stretch] = list(map(re.Match.span, _SENTENCE.finditer(text)))
    if not sentences:
        return ()
    scores = _scores(text, sentences, weights)
    span = sentences[_best(scores)] if scores else _across_lines(text, weights)
    if span is None:
        sentences = _of_the_answer(text, sentences)
        span = sentences[0]
    wanted = {run: weight for run, weight in weights.items() if run not in only_which}
    if scores and (second := _with_the_rest(text, sentences, span, wanted)):
        return _both(text, sorted([span, second]), weights, room)
    shown = _cut(text, *span, weights, room)
    if shown[1] - shown[0] < room // 2:
        shown = _widened(text, sentences, scores, shown, room)
    return _as_pieces(text, *shown, weights)


def led_up(pieces: Sequence[Piece]) -> tuple[str, Sequence[Piece]]:
    """What a small screen leaves out of an excerpt, so that its first hit stands near the beginning, and the rest."""
    first = next((at for at, piece in enumerate(pieces) if piece.hit), 0)
    before = "".join(piece.text for piece in pieces[:first])
    if len(before) + len(pieces[first].text if pieces else "") <= NEAR:
        return "", pieces
    clause = _clause_start(before, 0, len(before))
    return before[:clause], (Piece(before[clause:]), *pieces[first:])


def _with_the_rest(
    text: str, sentences: Sequence[Stretch], span: Stretch, wanted: Mapping[str, float]
) -> Stretch | None:
    """The sentence of the answer that says most of the words which `span` leaves out, if one does."""
    said = text[slice(*span)]
    if all(run in said for run in wanted):
        return None  # most are written as they are asked for; then there is nothing to fold
    said = fold(said)
    missing = {run: weight for run, weight in wanted.items() if run not in said}
    if len(missing) == len(wanted):
        return None
    scores = _scores(text, sentences, missing)
    if not scores:
        return None
    start, end = sentences[_best(scores)]
    in_the_answer = end > answer_start(text) and not CLOSING.match(text[start:end].strip())
    return (start, end) if in_the_answer else None


def _both(text: str, spans: Sequence[Stretch], weights: Mapping[str, float], room: int) -> tuple[Piece, ...]:
    """Two sentences in half the room each, one after the other where they stand side by side."""
    (start, first_end), (second_start, end) = (_cut(text, *span, weights, room // 2) for span in spans)
    if not text[first_end:second_start].strip():
        return _as_pieces(text, start, end, weights)
    first = _as_pieces(text, start, first_end, weights)
    second = _as_pieces(text, second_start, end, weights)
    dots = Piece(ELLIPSIS)
    return (*first[: -1 if first[-1] == dots else None], dots, *second[1 if second[0] == dots else 0 :])


def _scores(text: str, sentences: Sequence[Stretch], weights: Mapping[str, float]) -> dict[int, float]:
    """By the sentence's place among them; those in which no run stands are left out."""
    scores = _said(*_as_asked(text, sentences, weights), weights)
    if len(scores) < 2:
        return scores
    answer = answer_start(text)
    for at in scores:
        start, end = sentences[at]
        scores[at] *= ABOVE if end <= answer else _worth(text[start:end].strip())
    return scores


def _worth(sentence: str) -> float:
    """Of a sentence of the answer: less where it thanks, or says only what was proposed."""
    if CLOSING.match(sentence):
        return THANKS
    return RETOLD if _RETELLS.match(sentence) and not _ANSWERS.search(sentence) else 1.0


def _best(scores: Mapping[int, float]) -> int:
    """The first of those that say most."""
    most = max(scores.values())
    return min(at for at, score in scores.items() if score == most)


def _as_asked(text: str, sentences: Sequence[Stretch], runs: Iterable[str]) -> tuple[str, Sequence[Stretch]]:
    """The sentences in the spelling in which runs are asked for, one after another, and where each stands."""
    if all(run in text for run in runs):
        return text, sentences  # most letters are written so; then there is nothing to fold
    folded = [fold(text[start:end]) for start, end in sentences]
    ends = list(accumulate(map(len, folded)))
    return "".join(folded), list(zip([0, *ends], ends, strict=False))


def _said(text: str, sentences: Sequence[Stretch], weights: Mapping[str, float]) -> dict[int, float]:
    """What each sentence says of the question: more for each different run than for one run again, less for
    a mere heading.  Looks at those sentences only in which a run stands."""
    scores: dict[int, float] = {}
    for run, weight in weights.items():
        place = text.find(run)
        while place >= 0 and (at := bisect_right(sentences, place, key=_end)) < len(sentences):
            times = text.count(run, *sentences[at])
            if times and weight:
                scores[at] = scores.get(at, 0.0) + weight * (1 + 0.06 * min(times - 1, 3))
            place = text.find(run, sentences[at][1])
    for at in scores:
        start, end = sentences[at]
        scores[at] *= 0.6 if end - start < HEADING else 1.0
    return scores


def _across_lines(text: str, runs: Iterable[str]) -> Stretch | None:
    """The first hit of any run that a line end cuts in two."""
    return next(chain.from_iterable(places_of(text, list(runs))), None)


def _of_the_answer(text: str, sentences: Sequence[Stretch]) -> Sequence[Stretch]:
    """The sentences of the answer, from the first that is neither thanks nor a mere heading."""
    start = answer_start(text)
    said = [(max(a, start), b) for a, b in sentences if b > start and text[max(a, start) : b].strip()]
    told = [at for at, (a, b) in enumerate(said) if _tells(text[a:b].strip())]
    return said[told[0] :] if told else said or sentences


def _tells(sentence: str) -> bool:
    return len(sentence) >= HEADING and not CLOSING.match(sentence)


def _cut(text: str, start: int, end: int, weights: Mapping[str, float], room: int) -> Stretch:
    """The sentence, or, where it is too long, its clauses around the hits that say most."""
    if end - start <= room * 1.5:
        return start, end
    found = zip(weights, places_of(text[start:end], list(weights)), strict=True)
    places = [(*hit, run) for run, hits in found for hit in hits] or [(0, 0, "")]
    first = max((first for first, _, _ in sorted(places)), key=lambda at: _within(places, at, room, weights))
    return _clause_start(text, start, start + max(0, first - room // 4)), start + _stop(
        text[start:end], places, first, room
    )


def _stop(sentence: str, places: Sequence[tuple[int, int, str]], first: int, room: int) -> int:
    """Where the stretch ends: at the end of a clause where that is near, never within a hit."""
    last = first + room
    if last >= len(sentence):
        return len(sentence)
    held = max((stop for at, stop, _ in places if at >= first and stop <= last), default=first)
    for place in range(last, max(held, last - 20), -1):
        if sentence[place] in CLAUSE:
            return place
    return max((stop for at, stop, _ in places if at < last < stop), default=last)


def _within(
    places: Iterable[tuple[int, int, str]], first: int, room: int, weights: Mapping[str, float]
) -> float:
    """What the different runs weigh that stand in the stretch, and a little for each time they do."""
    held = [run for start, end, run in places if first <= start and end <= first + room]
    return sum(weights.get(run, 0) for run in set(held)) + 0.01 * len(held)


def _clause_start(text: str, earliest: int, start: int) -> int:
    """Back to the beginning of the sentence or of the clause where that is near."""
    if start - earliest <= 20:
        return earliest
    for place in range(start, start - 20, -1):
        if text[place - 1] in CLAUSE:
            return place
    return start


def _widened(
    text: str, sentences: Sequence[Stretch], scores: Mapping[int, float], shown: Stretch, room: int
) -> Stretch:
    """With the sentence after it, or before it, while there is room: the one with more hits first."""
    after = bisect_left(sentences, shown[1], key=_start)
    before = bisect_right(sentences, shown[0], key=_end) - 1
    beside = [at for at in (after, before) if 0 <= at < len(sentences)]
    for at in sorted(beside, key=lambda at: -scores.get(at, 0.0)):
        start, end = min(shown[0], sentences[at][0]), max(shown[1], sentences[at][1])
        if end - start <= room * 1.5 and _goes_on(text[slice(*sentences[at])], at in scores or at == before):
            return start, end
    return shown


def _goes_on(sentence: str, unfinished: bool) -> bool:
    """Whether it says more of the same: not thanks, nor, unless it may be `unfinished`, a heading or the signature."""
    said = sentence.strip()
    return not CLOSING.match(said) and (unfinished or said[-1:] in _ENDS)


def _as_pieces(text: str, start: int, end: int, runs: Iterable[str]) -> tuple[Piece, ...]:
    """The stretch marked, its blanks closed up, and dots where a sentence is cut."""
    written = text[start:end].strip()
    begins = not text[:start].strip() or text[:start].rstrip(" \t\u3000")[-1] in "。！？!?\n\r”’）"
    ends = not text[end:].strip() or written[-1:] in "。！？!?；：”’）" or text[end] in "\n\r"
    pieces = [Piece(_BLANKS.sub(" ", piece.text), piece.hit) for piece in mark(written, runs)]
    return (
        *(() if begins else (Piece(ELLIPSIS),)),
        *pieces,
        *(() if ends else (Piece(ELLIPSIS),)),
    )
