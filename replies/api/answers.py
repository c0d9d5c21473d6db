"""What every answer of a list says besides its results: its validator, choices, notices, the next page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from replies.search.facets import Choice, Facet
from replies.text.search_query import Notice
from replies.views.notices import notice_words
from replies.views.validators import page_validator

from .schemas import ChoiceOut


class Asked(Protocol):
    """A question that an address can say."""

    def query_string(self) -> str: ...


def not_modified(request: HttpRequest, response: HttpResponse) -> HttpResponse | None:
    """304 where the program has this answer already; else `response` names the answer's state."""
    response["ETag"] = validator = page_validator(request, request.META.get("QUERY_STRING", ""))
    unchanged: HttpResponse | None = get_conditional_response(request, etag=validator)
    return unchanged


def choices_of(facets: Iterable[Facet]) -> dict[str, list[ChoiceOut]]:
    return {facet.name: [_choice(choice) for choice in _flat(facet.choices)] for facet in facets}


def _flat(choices: Iterable[Choice]) -> list[Choice]:
    """A tree of places as a list, each parent before what it holds."""
    return [node for choice in choices for node in (choice, *_flat(choice.children))]


def _choice(choice: Choice) -> ChoiceOut:
    return ChoiceOut(
        value=choice.value, label=str(choice.label), count=choice.count, selected=choice.selected
    )


def told(notices: Iterable[Notice], asked: int, pages: int) -> list[str]:
    """A page of the site shows the last one in place of one beyond it; here there is none, and that is said."""
    said = [notice_words(notice) for notice in notices if notice.code != "beyond-last-page"]
    if asked > pages:
        numbers = {"asked": asked, "pages": pages}
        said.append(_("没有第 %(asked)d 页，一共 %(pages)d 页，所以 results 是空的。") % numbers)
    return said


def address_of(here: str, state: Asked, request: HttpRequest) -> str:
    """A question in the language that was asked for."""
    language = request.GET.get("language", "")
    return f"{here}?{state.query_string()}{f'&language={language}' if language else ''}"
