"""A question as it was understood: its conditions, each with its place in the box, and what is to be told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

Years = tuple[int | None, int | None]
"""From the first year to the last, both counted; None where the range is open."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a search that its reader should know; `code` is stable, `part` is what was typed.

    `offers` are the values that it may stand for, each with its name, where it stands for several.
    """

    code: str
    part: str = ""
    offers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Characters typed together, folded.

    A `quoted` run is sought as it stands.  Another is read word by word; `pieces` are its parts
    between punctuation.
    """

    text: str
    quoted: bool = False
    pieces: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether `text` is the pieces with the signs between them; with a sign that is never searched it is one piece."""
        return not self.pieces or self.text.endswith(self.pieces[-1])


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked for: any of its `runs`, or any of its `values` in a `field`.

    `values` are as typed, `field` is one of the values of `FIELDS` or empty; `years` are what the
    values of the field `year` say.  `start` and `end` tell where in the box it stands.
    """

    start: int
    end: int
    values: tuple[str, ...]
    runs: tuple[Run, ...] = ()
    field: str = ""
    years: tuple[Years, ...] = ()
    excluded: bool = False


@dataclass(frozen=True)
class Query:
    """All of the conditions, but none of those that are excluded."""

    typed: str = ""
    conditions: tuple[Condition, ...] = ()
    notices: tuple[Notice, ...] = ()

    @cached_property
    def asked(self) -> tuple[tuple[Run, ...], ...]:
        """The runs of each condition on words, in their order, as often as they were typed: na na is a name."""
        return tuple(c.runs for c in self.conditions if c.runs and not c.excluded)

    @cached_property
    def groups(self) -> tuple[tuple[Run, ...], ...]:
        """Of each group a reply holds at least one run."""
        return tuple(dict.fromkeys(self.asked))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Every run that a reply may be found by."""
        return tuple(run for group in self.groups for run in group)

    @cached_property
    def excluded(self) -> tuple[Run, ...]:
        return tuple(dict.fromkeys(run for c in self.conditions if c.excluded for run in c.runs))

    @cached_property
    def fields(self) -> tuple[Condition, ...]:
        """The conditions on a field, excluded ones too."""
        return tuple(condition for condition in self.conditions if condition.field)

    @cached_property
    def words(self) -> str:
        """The box without fields and what is excluded."""
        asked = (self.typed[c.start : c.end] for c in self.conditions if c.runs and not c.excluded)
        return " ".join(asked)

    def instead_of(self, condition: Condition, typed: str) -> str:
        """The box with something else in the place of one condition; with nothing, without it."""
        around = (self.typed[: condition.start], typed, self.typed[condition.end :])
        return " ".join(part.strip() for part in around if part.strip())
