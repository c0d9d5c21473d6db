"""A reply cited: BibTeX, RIS and GB/T 7714, from one frozen description of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BIBTEX_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation needs of a published reply.

    `key` is ASCII and never changes; `answers` names the proposal in words, or is empty;
    `seen_on` is the day on which the reader looked at `url`.
    """

    key: str
    author: str
    title: str
    day: date | None
    url: str
    seen_on: date
    doc_number: str = ""
    answers: str = ""
    place: str = ""


def bibtex(cited: Citation) -> str:
    """A `@misc` entry; the author in double braces, because an agency is not a first and a last name."""
    fields = [
        ("author", _braced(cited.author and f"{{{_for_bibtex(cited.author)}}}")),
        ("title", _braced(_for_bibtex(cited.title))),
        ("number", _braced(_for_bibtex(cited.doc_number))),
        ("address", _braced(_for_bibtex(cited.place))),
        *_bibtex_day(cited.day),
        ("note", _braced(_for_bibtex(cited.answers))),
        ("url", _braced(cited.url)),
        ("urldate", _braced(cited.seen_on.isoformat())),
        ("langid", "{chinese}"),
    ]
    lines = [f"  {name} = {value}," for name, value in fields if value]
    return "\n".join([f"@misc{{{cited.key},", *lines, "}", ""])


def _bibtex_day(day: date | None) -> list[tuple[str, str]]:
    """Year and month for BibTeX, which knows months by name only; the whole date for biblatex."""
    if day is None:
        return []
    year, month = _braced(f"{day.year:04}"), _BIBTEX_MONTHS[day.month - 1]
    return [("year", year), ("month", month), ("date", _braced(day.isoformat()))]


def ris(cited: Citation) -> str:
    """A government document; lines end as the format wants them, also on the reader's own system."""
    day = f"{cited.day:%Y/%m/%d}" if cited.day else ""
    fields = [
        ("TY", "GOVDOC"),
        ("ID", cited.key),
        ("AU", _one_line(cited.author)),
        ("TI", _one_line(cited.title)),
        ("PY", day[:4]),
        ("DA", day),
        ("M1", _one_line(cited.doc_number)),
        ("CY", _one_line(cited.place)),
        ("N1", _one_line(cited.answers)),
        ("LA", "zh"),
        ("UR", cited.url),
        ("Y2", f"{cited.seen_on:%Y/%m/%d}"),
    ]
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def gb7714(cited: Citation) -> str:
    """One line after GB/T 7714-2015: 责任者. 题名: 文号[EB/OL]. (日期)[引用日期]. 网址."""
    author = f"{_one_line(cited.author)}. " if cited.author else ""
    number = f": {_one_line(cited.doc_number)}" if cited.doc_number else ""
    day = f"({cited.day.isoformat()})" if cited.day else ""
    return (
        f"{author}{_one_line(cited.title)}{number}[EB/OL]. {day}[{cited.seen_on.isoformat()}]. {cited.url}."
    )


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _for_bibtex(text: str) -> str:
    return "".join(_BIBTEX_SPECIAL.get(letter, letter) for letter in _one_line(text))
