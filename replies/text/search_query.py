"""What the search box means.

    养老 医养结合          both words, in any order
    "居家养老服务"         exactly these characters
    -收费                  without this
    公建民营|民办公助      either (also `公建民营 OR 民办公助`)
    城市:温州 年份:2019..2022 单位:民政局 代表:… 编号:317 主题:智慧养老
    2019..2022             written in these years

Whatever is typed has a meaning: `read_query` never raises, and what it cannot use becomes a `Notice`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .fold import BREAK, fold

LONGEST = 300
"""More characters than this in the box are cut off, with a notice."""

FIELDS = {
    "城市": "city",
    "地区": "city",
    "city": "city",
    "place": "city",
    "年份": "year",
    "年": "year",
    "year": "year",
    "主题": "topic",
    "topic": "topic",
    "单位": "agency",
    "承办单位": "agency",
    "agency": "agency",
    "代表": "representative",
    "委员": "representative",
    "representative": "representative",
    "proposer": "representative",
    "编号": "number",
    "文号": "number",
    "number": "number",
}
_OPENING, _CLOSING = '"“„＂「『', '"”“＂」』'
_TOKEN = re.compile(
    rf"""
    (?P<or>[|｜]+ | OR(?=\s|$))
    | (?P<minus>[-－−–](?=[^\s|｜]))?
      (?: (?P<field>[A-Za-z]+|[\u4e00-\u9fff]{{1,4}}) [:：] (?=[^\s|｜]) )?
      (?: [{_OPENING}](?P<phrase>[^{_CLOSING}]*)(?P<closed>[{_CLOSING}])?
        | (?P<word>[^\s{_OPENING}{_CLOSING}|｜]+) )
    | (?P<stray>[{_CLOSING}]+)
    """,
    re.VERBOSE,
)
_PIECE = re.compile(
    r"""(?: [^\W_]
          | \[\d{4}\]
          | (?<=[a-z0-9])[./-](?=[a-z0-9])
          | (?<=\d)%
          | (?<=\w)·(?=\w) )+""",
    re.VERBOSE,
)
_YEARS = re.compile(r"(\d{4})?(?:\.\.+|…|~|至)(\d{4})?年?")
_YEAR = re.compile(r"(\d{4})年?")


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


@dataclass(frozen=True, slots=True)
class FieldWord:
    """A condition typed as 城市:温州; `field` is one of the values of `FIELDS`, `value` as typed."""

    field: str
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of `groups` (in each, any of its runs), none of `excluded`, all of `fields` and `years`."""

    groups: tuple[tuple[Run, ...], ...] = ()
    excluded: tuple[Run, ...] = ()
    fields: tuple[FieldWord, ...] = ()
    years: tuple[tuple[int | None, int | None], ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every run that a reply may be found by."""
        return tuple(run for group in self.groups for run in group)

    @property
    def is_empty(self) -> bool:
        return not (self.groups or self.excluded or self.fields or self.years)


class _Reader:
    """Gathers the parts of one query while its tokens go by."""

    def __init__(self) -> None:
        self.groups: list[tuple[Run, ...]] = []
        self.excluded: list[Run] = []
        self.fields: list[FieldWord] = []
        self.years: list[tuple[int | None, int | None]] = []
        self.notices: list[Notice] = []
        self.joins_next = False

    def take(self, token: re.Match[str]) -> None:
        if token["or"]:
            self.take_or(token["or"])
        elif token["stray"]:
            self.notices.append(Notice("stray-quote", token["stray"]))
        elif token["field"]:
            self.take_field(token)
        elif token["phrase"] is not None:
            self.take_phrase(token)
        elif token["word"] != "AND":
            self.take_word(token["word"], excluded=bool(token["minus"]))

    def take_or(self, typed: str) -> None:
        if not self.groups or self.joins_next:
            self.notices.append(Notice("or-without-words", typed))
        else:
            self.joins_next = True

    def take_field(self, token: re.Match[str]) -> None:
        name = FIELDS.get(token["field"].lower())
        value = token["word"] if token["phrase"] is None else token["phrase"]
        excluded = bool(token["minus"])
        if name == "year":
            self.take_years(token["field"], value, excluded)
        elif name and value.strip():
            self.fields.append(FieldWord(name, value.strip(), excluded))
        else:
            self.notices.append(Notice("unknown-field", token["field"]))
            self.take_word(f"{token['field']}:{value}", excluded)

    def take_years(self, field: str, value: str, excluded: bool) -> None:
        single, span = _YEAR.fullmatch(value), _YEARS.fullmatch(value)
        if excluded or not (single or (span and (span[1] or span[2]))):
            self.notices.append(Notice("unknown-years", f"{field}:{value}"))
        elif single:
            self.years.append((int(single[1]), int(single[1])))
        elif span:
            self.add_years(span)

    def add_years(self, span: re.Match[str]) -> None:
        first, last = (int(year) if year else None for year in span.groups())
        if first and last and first > last:
            self.notices.append(Notice("years-turned", span[0]))
            first, last = last, first
        self.years.append((first, last))

    def take_phrase(self, token: re.Match[str]) -> None:
        if not token["closed"]:
            self.notices.append(Notice("unpaired-quote", token["phrase"].strip()))
        text = fold(token["phrase"])
        if BREAK in text or not _PIECE.search(text):
            self.notices.append(Notice("nothing-to-search", token[0]))
            return
        self.add(Run(text, quoted=True, pieces=(text,)), bool(token["minus"]))

    def take_word(self, word: str, excluded: bool) -> None:
        folded = fold(word)
        span = _YEARS.fullmatch(folded)
        if span and (span[1] or span[2]) and not excluded:
            self.add_years(span)
            return
        pieces = tuple(_PIECE.findall(folded))
        if not pieces:
            self.notices.append(Notice("nothing-to-search", word))
            return
        if BREAK in folded:
            self.notices.append(Notice("no-wildcards", word))
        text = folded if BREAK not in folded else pieces[0]
        self.add(Run(text.strip("".join(set(text) - set("".join(pieces)))), pieces=pieces), excluded)

    def add(self, run: Run, excluded: bool) -> None:
        if excluded:
            self.excluded.append(run)
        elif self.joins_next:
            self.groups[-1] = (*self.groups[-1], run)
        else:
            self.groups.append((run,))
        self.joins_next = False

    def query(self) -> Query:
        if self.joins_next:
            self.notices.append(Notice("or-without-words", "|"))
        return Query(
            tuple(dict.fromkeys(self.groups)),
            tuple(dict.fromkeys(self.excluded)),
            tuple(dict.fromkeys(self.fields)),
            tuple(dict.fromkeys(self.years)),
            tuple(dict.fromkeys(self.notices)),
        )


def read_query(typed: str) -> Query:
    """What the typed words ask for; never raises."""
    reader = _Reader()
    if len(typed) > LONGEST:
        reader.notices.append(Notice("too-long", typed[LONGEST:]))
        typed = typed[:LONGEST]
    for token in _TOKEN.finditer(typed):
        reader.take(token)
    return reader.query()
