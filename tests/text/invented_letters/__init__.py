"""Letters as offices write them, with what a careful clerk would enter; all people and numbers are invented."""

from tests.text.invented_letters import layouts, numbers, offices, pages, people, places
from tests.text.invented_letters.letter import BODY, Letter

LETTERS = (
    *people.LETTERS,
    *offices.LETTERS,
    *places.LETTERS,
    *pages.LETTERS,
    *numbers.LETTERS,
    *layouts.LETTERS,
)

__all__ = ["BODY", "LETTERS", "Letter"]
