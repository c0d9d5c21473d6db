"""What the search box means.

    养老 医养结合          both words, in any order
    "居家养老服务"         exactly these characters
    -收费                  without this (also `NOT 收费`)
    公建民营|民办公助      either (also `公建民营 OR 民办公助`)
    城市:温州 年份:2019..2022 单位:民政局 代表:… 编号:317 主题:智慧养老
    城市:温州|杭州         either place, also 城市:温州、杭州
    2019..2022             written in these years, blanks or not; `。。` is what a Chinese keyboard makes of it

Whatever is typed has a meaning: `read_query` never raises, and what it cannot use becomes a `Notice`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from .fold import BREAK, fold
from .query import Condition, Notice, Query, Run, Years

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
    "地區": "city",
    "主題": "topic",
    "單位": "agency",
    "承辦單位": "agency",
    "委員": "representative",
    "編號": "number",
    "文號": "number",
}
OPERATORS = {"or": "|", "and": "&", "not": "-"}
"""Words that join as signs do; in small letters they do so too, and that is told."""

_OPENING, _CLOSING = '"“„＂「『', '"”“＂」』'
_A_YEAR = r"(?:[1１][9９]|[2２][0０])\d\d"
_BLANK_RANGE = rf"""{_A_YEAR}(?:\s*年)?
                    (?: \s*(?:[.．]{{2,}}|。。+|[~～]|至|到)\s* | \s*[-－−–—]+\s+ )
                    {_A_YEAR}(?:\s*年)?(?=[\s|｜]|\Z)"""
_OF_A_NUMBER = rf"(?<=[\u4e00-\u9fff])[「『]{_A_YEAR}[」』](?=第?\d)"
"""The year in 温民提「2019」70号, where these are brackets and no quotation marks."""
_TOKEN = re.compile(
    rf"""
    (?P<bar>[|｜]+)
    | (?P<minus>[-－−–](?=[^\s|｜]))?
      (?: (?P<field>(?i:{"|".join(FIELDS)}))\s*[:：]
        | (?P<paired>["“„＂][^"”“＂]*["”“＂] | 「[^」]*」 | 『[^』]*』)
        | [{_OPENING}](?P<phrase>\s*[^\s{_CLOSING}][^{_CLOSING}]*)(?P<closed>[{_CLOSING}])?
        | (?P<word>{_BLANK_RANGE} | (?:[^\s{_OPENING}{_CLOSING}|｜]|{_OF_A_NUMBER})+) )
    | (?P<stray>[{_OPENING}{_CLOSING}]+)
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
_UNKNOWN_FIELD = re.compile(r"([A-Za-z]+|[\u4e00-\u9fff]{1,4})[:：](?=.)")
_VALUES = re.compile("[,，、]")
_YEAR = re.compile(r"(\d{4})年?")
_YEARS = re.compile(r"(\d{4})?年?(?:\.\.+|。。+|~)(\d{4})?年?")
_LIKE_YEARS = re.compile(r"\d[年月日]?(?:\.\.+|。。+)\d")
_YEARS_AS_WRITTEN = re.compile(r"((?:19|20)\d\d)年?(?:-+|至|到)((?:19|20)\d\d)年?")


class _Reader:
    """Gathers the parts of one query while its tokens go by.

    `between` is the operator that waits for what follows it, `naming` the field that waits for its value.
    """

    def __init__(self, typed: str) -> None:
        self.typed = typed
        self.conditions: list[Condition] = []
        self.notices: list[Notice] = []
        self.between: re.Match[str] | None = None
        self.excluding: re.Match[str] | None = None
        self.naming: re.Match[str] | None = None

    def tell(self, code: str, part: str) -> None:
        self.notices.append(Notice(code, part))

    def take(self, token: re.Match[str]) -> None:
        sign = "|" if token["bar"] else OPERATORS.get((token["word"] or "").lower(), "")
        if sign and not token["minus"]:
            self.take_operator(token, sign)
        elif token["stray"]:
            self.tell("stray-quote", "")
        elif token["field"]:
            self.end_field()
            self.naming = token
        elif self.naming and not token["minus"]:
            self.take_value(token)
        else:
            self.end_field()
            self.take_words(token)

    def take_operator(self, token: re.Match[str], sign: str) -> None:
        self.end_field()
        if token["word"] and token["word"].islower():
            self.tell("operator-word", token["word"])
        if sign == "-":
            self.excluding = self.excluding or token
        elif self.between or self.excluding or not self.conditions:
            self.tell("or-without-words", token[0])
        else:
            self.between = token

    def end_field(self) -> None:
        """A field's name without a value says nothing."""
        if self.naming:
            self.tell("nothing-to-search", self.naming[0])
            self.naming = None

    def take_value(self, token: re.Match[str]) -> None:
        assert self.naming
        named, self.naming = self.naming, None
        field = FIELDS[named["field"].lower()]
        value = self.text_of(token).strip(" \t\u3000,，。;；、")
        if not value:
            self.tell("nothing-to-search", self.typed[named.start() : token.end()])
            return
        values = tuple(filter(None, _VALUES.split(value))) if token["word"] else (value,)
        said = values if field == "year" else ()
        years = tuple(span for year in said for span in self.years_in(year, f"{named['field']}:{year}"))
        excluded = bool(named["minus"] or self.excluding)
        self.add(Condition(named.start(), token.end(), values, field=field, years=years, excluded=excluded))

    def text_of(self, token: re.Match[str]) -> str:
        if token["paired"]:
            return token["paired"][1:-1]
        if token["phrase"] is None:
            return token["word"]
        if not token["closed"]:
            self.tell("unpaired-quote", token["phrase"].strip())
        return token["phrase"]

    def years_in(self, value: str, said: str) -> tuple[Years, ...]:
        """What a value of the field says; nothing, and a notice, where it is no year."""
        if found := _years_in(value):
            return (self.in_order(found),)
        self.tell("unknown-years", said)
        return ()

    def in_order(self, span: re.Match[str]) -> Years:
        first, last = (int(year) if year else None for year in (span[1], span[span.re.groups]))
        if first and last and first > last:
            self.tell("years-turned", span[0])
            return last, first
        return first, last

    def take_words(self, token: re.Match[str]) -> None:
        value = self.text_of(token)
        read = self.read_word(value) if token["word"] else self.read_phrase(value, token[0])
        if read is None:
            return
        asked = Condition(token.start(), token.end(), (value,), excluded=bool(token["minus"]))
        self.add(
            replace(asked, runs=(read,))
            if isinstance(read, Run)
            else replace(asked, field="year", years=(read,))
        )

    def read_phrase(self, value: str, typed: str) -> Run | None:
        text = fold(value)
        if BREAK in text or not _PIECE.search(text):
            self.tell("nothing-to-search", typed)
            return None
        return Run(text, quoted=True, pieces=(text,))

    def read_word(self, word: str) -> Run | Years | None:
        folded = fold(word)
        if span := _years_in(word, alone=False):
            if span.re is _YEARS_AS_WRITTEN or "~" in span[0]:
                self.tell("read-as-years", word)
            return self.in_order(span)
        pieces = tuple(_PIECE.findall(folded))
        if not pieces:
            self.tell("nothing-to-search", word)
            return None
        if named := _UNKNOWN_FIELD.match(word):
            self.tell("unknown-field", named[1])
        self.tell_of_signs(word, folded)
        text = folded if BREAK not in folded else pieces[0]
        return Run(text.strip("".join(set(text) - set("".join(pieces)))), pieces=pieces)

    def tell_of_signs(self, word: str, folded: str) -> None:
        """What a sign in a word would say elsewhere, and does not say here."""
        if BREAK in folded:
            self.tell("no-wildcards", word)
        if _LIKE_YEARS.search(folded):
            self.tell("no-range", word)
        if folded.startswith("(") and ")" not in folded:
            self.tell("no-grouping", word)

    def add(self, new: Condition) -> None:
        if self.excluding:
            new = replace(new, start=self.excluding.start(), excluded=True)
        last = self.conditions[-1] if self.between and self.between[0].lower() != "and" else None
        joined = last and self.joined(last, new)
        if joined:
            self.conditions[-1] = joined
        else:
            if last:
                self.tell("bar-joins-nothing", self.typed[last.start : new.end])
            self.conditions.append(new)
        self.between = self.excluding = None

    def joined(self, last: Condition, new: Condition) -> Condition | None:
        """Both as one condition that either of them fulfils; None where a bar cannot join them.

        Behind a field the bar gives it another value.
        """
        if last.field and new.runs and not new.excluded:
            years = _years_in(new.values[0]) if last.field == "year" else None
            if last.field != "year" or years:
                new = replace(new, field=last.field, runs=(), excluded=last.excluded)
            if years:
                new = replace(new, years=(self.in_order(years),))
        if new.excluded != last.excluded or new.field != last.field or (new.excluded and new.runs):
            return None
        return replace(
            last,
            end=new.end,
            values=last.values + new.values,
            runs=last.runs + new.runs,
            years=last.years + new.years,
        )

    def query(self) -> Query:
        self.end_field()
        if self.between:
            self.tell("or-without-words", self.between[0])
        if self.excluding:
            self.tell("nothing-to-search", self.excluding[0])
        return Query(self.typed, tuple(self.conditions), tuple(dict.fromkeys(self.notices)))


def _years_in(value: str, *, alone: bool = True) -> re.Match[str] | None:
    """The years that the whole value says, first and last in the first and last group; `alone` a single one too."""
    folded = fold(value)
    span = _YEARS.fullmatch(folded)
    if span and (span[1] or span[2]):
        return span
    return _YEARS_AS_WRITTEN.fullmatch(folded) or (_YEAR.fullmatch(folded) if alone else None)


@lru_cache(maxsize=1_000)
def read_query(typed: str) -> Query:
    """What the typed words ask for; never raises."""
    reader = _Reader(typed[:LONGEST])
    if len(typed) > LONGEST:
        reader.tell("too-long", typed[LONGEST:])
    for token in _TOKEN.finditer(reader.typed):
        reader.take(token)
    return reader.query()
