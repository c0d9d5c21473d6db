"""The parts of a letter, from the page around it to the copies under it.

Fields look for themselves in the part where they belong, and the outline of the measures is drawn
over the body alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from replies.text.layout import Layout
from replies.text.parsed import Span


@dataclass(frozen=True, slots=True)
class LetterParts:
    """Where each part stands, as spans into the text handed to `parse_reply`.

    The parts follow each other without gaps: head, addressee, opening, body, tail.  A part that the
    letter lacks is an empty span at its place, never None.

    `head` is all above the addressee: web furniture, letterhead, number, title.
    `opening` is the paragraph or sentences that name the proposal, up to and with 收悉 / 现答复如下.
    `body` runs from there to before the closing: thanks may still be inside it, signature, date,
    contact, copies are not.
    `reply_date` is the date of the signature (or what stands for it), against which 今年, 下一步 and
    deadlines are read.
    """

    head: Span
    addressee: Span
    opening: Span
    body: Span
    tail: Span
    reply_date: date | None = None


def parts_of(layout: Layout, reply_date: date | None) -> LetterParts:
    reading = layout.reading
    head_end, (opening_start, opening_end) = layout.addressee[0], layout.opening
    end = len(reading.original)
    at = [
        reading.span(place, place).start for place in (head_end, opening_start, opening_end, layout.body[1])
    ]
    return LetterParts(
        head=Span(0, at[0]),
        addressee=Span(at[0], at[1]),
        opening=Span(at[1], at[2]),
        body=Span(at[2], at[3]),
        tail=Span(at[3], end),
        reply_date=reply_date,
    )
