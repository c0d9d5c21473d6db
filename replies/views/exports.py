"""What is on the screen, taken away whole: the same query string as /replies/, every page of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from replies.api import records
from replies.models import Reply
from replies.search.find import Found, find_replies
from replies.search.state import SearchState

from .errors import NotHere
from .export_rows import Row, for_rows, in_order, reply_headings, reply_row, words
from .methods import read_only
from .notices import notice_words
from .search_words import in_words
from .spreadsheets import BYTE_ORDER_MARK, csv_lines, workbook

# A workbook is made whole before its first byte leaves; beyond this the reader would give up waiting.
MOST_IN_A_WORKBOOK = 2_000
# A whole record is a hundred times the size of a line in a table.
RECORDS_AT_A_TIME = 50
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@read_only
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    if form not in FORMS:
        raise NotHere(_("导出格式有 csv、xlsx 和 jsonl。"))
    state = SearchState.from_query(request.GET)
    found = find_replies(state)
    about: list[Row] = [
        [_("检索"), in_words(found.state)],
        [_("网址"), _search_address(request, found.state)],
    ]
    return exported(request, form, found.ids, [*about, *_told(found)])


def _told(found: Found) -> list[Row]:
    """What of the search was not understood."""
    notices = [*found.state.notices, *found.query.notices, *found.choices.notices]
    return [[_("说明"), notice_words(notice)] for notice in notices]


def exported(request: HttpRequest, form: str, ids: Sequence[int], about: Sequence[Row]) -> HttpResponseBase:
    """The replies of `ids`, in that order, as a file; `about` says in the workbook what was asked."""
    response = FORMS[form](request, ids, about)
    name = f"{_('答复')}-{timezone.localdate().isoformat()}.{form}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Robots-Tag"] = "noindex"
    return response


def _csv(request: HttpRequest, ids: Sequence[int], about: Sequence[Row]) -> HttpResponseBase:
    def write(replies: Iterable[Reply]) -> str:
        named = words()
        return csv_lines(reply_row(reply, named, request.build_absolute_uri) for reply in replies)

    head = BYTE_ORDER_MARK + csv_lines([reply_headings()])
    return _streamed(head, in_order(ids, for_rows()), write, "text/csv; charset=utf-8")


def _jsonl(request: HttpRequest, ids: Sequence[int], about: Sequence[Row]) -> HttpResponseBase:
    def write(replies: Iterable[Reply]) -> str:
        found = (records.whole(reply, request.build_absolute_uri) for reply in replies)
        return "".join(json.dumps(one.model_dump(mode="json"), ensure_ascii=False) + "\n" for one in found)

    batches = in_order(ids, records.with_whole_record(), RECORDS_AT_A_TIME)
    return _streamed("", batches, write, "application/x-ndjson; charset=utf-8")


def _xlsx(request: HttpRequest, ids: Sequence[int], about: Sequence[Row]) -> HttpResponseBase:
    if len(ids) > MOST_IN_A_WORKBOOK:
        return HttpResponse(_too_many(len(ids)), status=400, content_type="text/plain; charset=utf-8")
    made: list[Row] = [
        [_("导出时间"), timezone.localtime().strftime("%Y-%m-%d %H:%M")],
        [_("件数"), len(ids)],
    ]
    batches = in_order(ids, for_rows(with_measures=True))
    file = workbook(batches, [*about, *made], request.build_absolute_uri)
    return FileResponse(file, content_type=XLSX_TYPE)


FORMS: dict[str, Callable[[HttpRequest, Sequence[int], Sequence[Row]], HttpResponseBase]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "jsonl": _jsonl,
}


def _too_many(count: int) -> str:
    return _(
        "共 %(count)d 件，一个 Excel 工作簿最多装 %(most)d 件。请缩小检索范围，或改用 CSV 格式，件数不限。"
    ) % {"count": count, "most": MOST_IN_A_WORKBOOK}


def _streamed(
    head: str, batches: Iterator[list[Reply]], write: Callable[[Iterable[Reply]], str], content_type: str
) -> StreamingHttpResponse:
    language = translation.get_language()

    def parts() -> Iterator[str]:
        yield head
        for batch in batches:
            # The language of the request is switched off again before the answer is sent.
            with translation.override(language):
                text = write(batch)
            yield text

    return StreamingHttpResponse(parts(), content_type=content_type)


def _search_address(request: HttpRequest, state: SearchState) -> str:
    query = state.query_string()
    return request.build_absolute_uri(reverse("search") + (f"?{query}" if query else ""))
