"""A shelf taken away: as a table with its notes, or as references for a paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from replies.models import Shelf

from .citations import CITE_TYPES, as_file, cited
from .errors import NotHere
from .export_rows import Cell, Row, for_rows, reply_headings, reply_row, words
from .keeping import KeptReply, kept_replies
from .methods import read_only
from .shelf_cookie import private_page, shelf_of
from .spreadsheets import BYTE_ORDER_MARK, csv_lines

FORMS = ("csv", *CITE_TYPES)


def file_addresses(name: str, *key: str) -> dict[str, str]:
    """Where each file of a shelf is, by its form."""
    return {form: reverse(name, args=[*key, form]) for form in FORMS}


@private_page
@read_only
def saved_export(request: HttpRequest, form: str) -> HttpResponse:
    shelf = shelf_of(request)
    if shelf is None:
        raise NotHere(_("这台设备上还没有收藏夹。"))
    return _file(request, shelf, form, with_notes=True)


@private_page
@read_only
def shared_export(request: HttpRequest, share_key: str, form: str) -> HttpResponse:
    shelf = get_object_or_404(Shelf, share_key=share_key)
    return _file(request, shelf, form, with_notes=shelf.shares_notes)


def _file(request: HttpRequest, shelf: Shelf, form: str, *, with_notes: bool) -> HttpResponse:
    if form not in FORMS:
        raise NotHere(_("收藏夹可以导出为 csv、bib、ris 和 txt。"))
    kept = kept_replies(shelf, for_rows())
    name = f"{_('收藏')}-{timezone.localdate().isoformat()}.{form}"
    if form == "csv":
        return as_file(_table(request, kept, with_notes=with_notes), name, "text/csv", attached=True)
    write, content_type = CITE_TYPES[form]
    references = [write(cited(line.reply, request)) for line in kept if line.reply]
    text = "".join(one if one.endswith("\n") else f"{one}\n" for one in references)
    return as_file(text, name, content_type, attached=True)


def _table(request: HttpRequest, kept: Sequence[KeptReply], *, with_notes: bool) -> str:
    """All that is on the shelf, what was withdrawn too, so that no note is lost."""
    ours: dict[str, Callable[[KeptReply], Cell]] = {
        _("收藏日期"): lambda line: timezone.localdate(line.bookmark.created_at),
        _("状态"): lambda line: "" if line.reply else line.state,
    }
    if with_notes:
        ours[_("备注")] = lambda line: line.bookmark.note
    headings = reply_headings()
    rows = [
        [*_public_part(request, line, len(headings)), *(of(line) for of in ours.values())] for line in kept
    ]
    return BYTE_ORDER_MARK + csv_lines([[*headings, *ours], *rows])


def _public_part(request: HttpRequest, line: KeptReply, width: int) -> Row:
    if line.reply is not None:
        return reply_row(line.reply, words(), request.build_absolute_uri)
    address = request.build_absolute_uri(reverse("reply", args=[line.bookmark.reply_id]))
    return [line.bookmark.reply_id, address, *[""] * (width - 2)]
