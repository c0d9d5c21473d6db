"""What the public must not see: contact persons, telephone numbers, addresses of homes, papers and accounts.

Deputies and members act in public and stay; so do service hotlines in the text of the letter.  A mask is
as long as what it hides, so every span into the letter stays true.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from replies.text.fold import MASK
from replies.text.lines import Line
from replies.text.parsed import Span
from replies.text.reply_fields.contact import contact_lines, phones_on
from replies.text.reply_fields.contact_people import people_on
from replies.text.reply_fields.sheet import Sheet, open_sheet

_ALONE = r"(?<![0-9A-Za-z])"
_MOBILE = re.compile(
    rf"(?:{_ALONE}|(?<=[a-z]))(?:\+?86[- ]?)?1[3-9]\d[ -]?\d{{4}}[ -]?\d{{4}}(?![0-9A-Za-z])"
)
_LANDLINE = re.compile(
    r"(?<![0-9A-Za-z-])\(?0\d{2,3}\)?[ -]{0,3}[2-9]\d{2,3}[ -]?\d{4}(?:-\d{1,4})?(?![0-9])"
)
_LOCAL = re.compile(r"(?<![0-9A-Za-z.-])[2-9]\d{2,3}[ -]?\d{4}(?:-\d{1,4})?(?![0-9A-Za-z%.年月日元万亿个])")
_PHONE_LABEL = re.compile(
    r"(?:电\s{0,4}话|手\s{0,4}机|座\s{0,4}机|传\s{0,4}真|联\s{0,2}系\s{0,2}方\s{0,2}式|联\s{0,4}[系络]\s{0,4}人|经\s{0,4}办\s{0,4}人|承\s{0,4}办\s{0,4}人|Tel|TEL|号码)"
    r"(?P<between>[^\d\n。;]{0,16})"
)
_HOTLINE = re.compile(
    r"(?:热线|专线|服务电话|咨询电话|举报电话|投诉电话|监督电话|求助电话|呼叫中心|客服)[^\d\n。;]{0,16}$"
)
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,60}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z]{2,10}){1,3}")
_MESSENGER = re.compile(
    r"(?:QQ|微信号?|微信账号)\s{0,2}[::]\s{0,2}(?P<id>[A-Za-z0-9_-]{5,20})", re.IGNORECASE
)
_IDENTITY = re.compile(
    rf"{_ALONE}\d{{6}}(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)\d{{3}}[0-9Xx](?![0-9A-Za-z])"
)
_IDENTITY_LABEL = re.compile(r"身份证(?:件)?(?:号码?)?\s{0,2}[::]?\s{0,2}(?P<id>[0-9]{14,17}[0-9Xx])")
_ACCOUNT = re.compile(rf"{_ALONE}\d{{4}}(?: ?\d{{4}}){{3}}(?: ?\d{{1,3}})?(?![0-9A-Za-z])")
_ACCOUNT_LABEL = re.compile(
    r"(?:账\s?号|帐\s?号|卡\s?号|账户|银行账号)\s{0,2}[::为]?\s{0,2}(?P<id>\d[\d -]{8,30}\d)"
)
_HOME = re.compile(
    r"(?:家庭(?:住址|地址)|(?:户籍|现)?住址|户籍地址?|现住地?址?|家住)\s{0,2}[::为在于]?\s{0,2}"
    r"(?P<home>[^\n,。;、()]{2,60})"
)
_MOST_LINE = 400


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """`kind` is name, mobile, landline, email, messenger, identity, account or address."""

    kind: str
    span: Span


def mask(text: str, keep: Collection[str] = ()) -> str:
    """The text with personal data hidden, character for character.

    `keep` holds office landlines that staff chose to show; a mobile is hidden whatever it holds.
    """
    shown = {digits for number in keep if (digits := _digits(number))}
    characters = list(text)
    for datum in find_personal_data(text):
        if datum.kind == "landline" and _digits(datum.span.of(text)) in shown:
            continue
        for at in range(datum.span.start, datum.span.end):
            if not characters[at].isspace():
                characters[at] = MASK
    return "".join(characters)


def _digits(number: str) -> str:
    return "".join(str(int(c)) for c in number if c.isdecimal())


def find_personal_data(text: str) -> tuple[PersonalDatum, ...]:
    """All of it in order of its place; findings may overlap."""
    sheet = open_sheet(text)
    spans = {(kind, start, end) for kind, start, end in _found(sheet)}
    data = [PersonalDatum(kind, sheet.reading.span(start, end)) for kind, start, end in spans]
    return tuple(sorted(data, key=lambda d: (d.span, d.kind)))


def _found(sheet: Sheet) -> Iterator[tuple[str, int, int]]:
    text = sheet.reading.text
    yield from _numbers(sheet, text)
    for kind, pattern in (("email", _EMAIL), ("messenger", _MESSENGER), ("address", _HOME)):
        for m in pattern.finditer(text):
            group = {"messenger": "id", "address": "home"}.get(kind, 0)
            if kind != "address" or _is_home(m["home"]):
                yield kind, m.start(group), m.end(group)
    yield from _papers(text)
    yield from _names(sheet)


def _numbers(sheet: Sheet, text: str) -> Iterator[tuple[str, int, int]]:
    inside = range(*sheet.layout.body)
    for m in _MOBILE.finditer(text):
        yield "mobile", m.start(), m.end()
    for m in _LANDLINE.finditer(text):
        if not (m.start() in inside and _HOTLINE.search(text[max(0, m.start() - 30) : m.start()])):
            yield "landline", m.start(), m.end()
    for label in _PHONE_LABEL.finditer(text):
        if label.start() in inside and _HOTLINE.search(text[max(0, label.start() - 20) : label.end()]):
            continue
        yield from _numbers_behind(text, label.end())
    for phone in phones_on(contact_lines(sheet)):
        yield "mobile" if _MOBILE.match(text, phone.start) else "landline", phone.start, phone.end
    for line in _tail_contacts(sheet):
        for m in _LOCAL.finditer(text, line.start, line.end):
            yield "landline", m.start(), m.end()


def _numbers_behind(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """The number a label names, and those listed with it: 6687009、6687010/6687011."""
    while m := re.compile(r"\s{0,4}").match(text, at):
        found = _LOCAL.match(text, m.end()) or _LANDLINE.match(text, m.end()) or _MOBILE.match(text, m.end())
        if not found:
            return
        kind = "mobile" if found.re is _MOBILE else "landline"
        yield kind, found.start(), found.end()
        gap = re.compile(r"\s{0,3}[、,/;或和]\s{0,3}").match(text, found.end())
        if not gap:
            return
        at = gap.end()


def _tail_contacts(sheet: Sheet) -> Iterator[Line]:
    """Lines under the letter that speak of a contact, and the number alone on the line below such a line."""
    after = False
    for line in sheet.layout.tail_lines:
        labelled = bool(_PHONE_LABEL.search(line.text[:_MOST_LINE]))
        alone = after and bool(re.fullmatch(r"[\d\s、,/()-]{7,60}", line.text))
        if len(line.text) <= _MOST_LINE and (labelled or alone):
            yield line
        after = labelled


def _papers(text: str) -> Iterator[tuple[str, int, int]]:
    for m in _IDENTITY.finditer(text):
        if _is_day(m["y"], m["m"], m["d"]):
            yield "identity", m.start(), m.end()
    for m in _IDENTITY_LABEL.finditer(text):
        yield "identity", m.start("id"), m.end("id")
    for m in _ACCOUNT.finditer(text):
        if _luhn(_digits(m.group())):
            yield "account", m.start(), m.end()
    for m in _ACCOUNT_LABEL.finditer(text):
        yield "account", m.start("id"), m.end("id")


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    """The check that bank cards carry; document and index numbers fail it nine times in ten."""
    total = 0
    for place, c in enumerate(reversed(digits)):
        n = int(c) * (1 + place % 2)
        total += n - 9 if n > 9 else n
    return total % 10 == 0 and digits[0] in "3456"


def _is_home(words: str) -> bool:
    return bool(re.search(r"\d\s{0,2}(?:号|室|户|栋|幢|单元|楼|组)|[小区村路街][^,。]{0,20}\d", words))


def _names(sheet: Sheet) -> Iterator[tuple[str, int, int]]:
    """Contact persons, wherever a line names them as such."""
    lines = contact_lines(sheet)
    names: set[str] = set()
    for found in people_on(lines):
        names.add(found.value)
        yield "name", found.start, found.end
    if not names:
        return
    pattern = re.compile(
        "|".join(r"\s{0,4}".join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True))
    )
    under = [line for line in lines if line.start >= sheet.layout.body[1]]
    for line in under:
        for m in pattern.finditer(sheet.reading.text, line.start, line.end):
            yield "name", m.start(), m.end()
