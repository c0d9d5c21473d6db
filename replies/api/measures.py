"""/api/v1/measures: the register of measures as data."""

from __future__ import annotations

from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_noop
from ninja import Query, Router

from replies.search.measure_register import RegisterState
from replies.search.register_page import RegisterPage, register_page

from . import records, schemas
from .answers import address_of, choices_of, not_modified, told
from .parameters import MeasuresIn

router = Router()


@router.get(
    "/measures",
    response={200: schemas.MeasuresOut, 400: schemas.ProblemOut},
    tags=[gettext_noop("措施")],
    summary=gettext_noop("检索措施"),
    description=gettext_noop(
        "答复里已做的事和说要做的事，逐项列出，每页 30 项；topic 和 phase 是措施自己的。"
    ),
    url_name="measures",
    operation_id="list_measures",
)
def measures(request: HttpRequest, response: HttpResponse, wanted: Query[MeasuresIn]) -> Any:
    state = RegisterState.from_query(request.GET, also=("language",))
    return not_modified(request, response) or _answer(register_page(state), state.search.page, request)


def _answer(page: RegisterPage, asked: int, request: HttpRequest) -> schemas.MeasuresOut:
    """A page beyond the last is empty, so that a program counting pages up comes to an end."""
    here = request.build_absolute_uri(reverse("api:measures"))
    shown = page.measures if asked == page.page else ()
    prefetch_related_objects(shown, records.topic_names())
    following = address_of(here, page.state.turned_to(asked + 1), request) if asked < page.pages else None
    return schemas.MeasuresOut(
        total=page.total,
        page=asked,
        pages=page.pages,
        next=following,
        results=[records.measure_line(measure, request.build_absolute_uri) for measure in shown],
        facets=choices_of(page.facets),
        notices=told(page.notices, asked, page.pages),
    )
