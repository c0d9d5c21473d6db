"""The original as the clerk sees it: its text in pieces, each knowing which fields were read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from replies.models import Figure, Measure, Reply


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field, a measure or a figure stands; `key` is what the form calls it (`at-12-40` for the
    latter two, so that a row of the form knows its place wherever it is moved)."""

    key: str
    start: int
    end: int
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text that the same places cover.  `anchors` are the keys that begin here."""

    text: str
    keys: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    is_figure: bool = False

    @property
    def is_field(self) -> bool:
        """Whether a field of the letter's head or foot was read here, not only a measure."""
        return any(not key.startswith("at-") for key in self.keys)


def pieces(text: str, places: Iterable[Place]) -> list[Piece]:
    """The whole text, cut wherever a place begins or ends."""
    inside = [place for place in places if 0 <= place.start < place.end <= len(text)]
    cuts = sorted({0, len(text), *(place.start for place in inside), *(place.end for place in inside)})
    inside.sort(key=lambda place: place.start)
    found: list[Piece] = []
    open_places: list[Place] = []
    waiting = iter(inside)
    following = next(waiting, None)
    for start, end in pairwise(cuts):
        open_places = [place for place in open_places if place.end > start]
        anchors: list[str] = []
        while following is not None and following.start == start:
            open_places.append(following)
            anchors.append(following.key)
            following = next(waiting, None)
        keys = tuple(place.key for place in open_places)
        is_figure = any(place.is_figure for place in open_places)
        found.append(Piece(text[start:end], keys, tuple(anchors), is_figure))
    return found


def places_of(reply: Reply) -> Iterator[Place]:
    """Everything that was found in the original of a reply."""
    for key, found in reply.findings.items():
        if found["span"]:
            yield Place(key, *found["span"])
    for measure in reply.measures.prefetch_related("figures"):
        rows: list[Measure | Figure] = [measure, *measure.figures.all()]
        for row in rows:
            if row.start is not None and row.end is not None:
                yield Place(f"at-{row.start}-{row.end}", row.start, row.end, isinstance(row, Figure))
    for number, question in enumerate(reply.open_questions):
        for hint in (hint for choice in question["choices"] for hint in choice["evidence"]):
            if hint["span"]:
                yield Place(f"hint-{number}", *hint["span"])
