"""The letter laid out, the page's own labels, and what has been found so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from replies.text.layout import Layout, lay_out
from replies.text.normalize import Reading, Run, read
from replies.text.parsed import Candidate, Finding, Problem
from replies.text.reply_fields.page_header import Labelled, labelled_values


@dataclass(slots=True)
class Sheet:
    """`page` is what a web page said of itself outside the text; `labels` what the text's page block says."""

    reading: Reading
    layout: Layout
    labels: Mapping[str, tuple[Labelled, ...]]
    page: Mapping[str, str]
    findings: dict[str, Finding[Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def put(self, key: str, finding: Finding[Any] | None) -> None:
        if finding is not None and finding.value not in (None, "", [], ()):
            self.findings[key] = finding

    def value(self, key: str, default: Any = None) -> Any:
        found = self.findings.get(key)
        return default if found is None else found.value

    def ask(self, field: str, code: str, message: str, *candidates: Candidate) -> None:
        self.problems.append(Problem(field, code, message, candidates))

    def found_in(self, run: Run, start: int, end: int, how: str) -> Finding[str]:
        """The printed characters of a run, closed up, as a finding."""
        return Finding(run.printed(start, end), run.span(start, end), how)

    def title_run(self) -> Run:
        """The title's characters without blanks; empty where there is no title in the text."""
        found = self.findings.get("reply_title")
        if found is None or found.span is None:
            return self.reading.run(0, 0)
        return self.reading.run(
            self.reading.place_of(found.span.start), self.reading.place_of(found.span.end)
        )


def open_sheet(text: str, page: Mapping[str, str] | None = None) -> Sheet:
    reading = read(text)
    layout = lay_out(reading)
    return Sheet(reading, layout, labelled_values(reading, layout), page or {})
