"""How the archive says in JSON that something is wrong (the members of RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse, JsonResponse

from .schemas import ProblemOut

PROBLEM_TYPE = "application/problem+json"


def problem(status: int, detail: str, *, parameter: str | None = None) -> HttpResponse:
    said = ProblemOut(status=status, title=HTTPStatus(status).phrase, detail=detail, parameter=parameter)
    answer = JsonResponse(
        said.model_dump(exclude_none=True),
        status=status,
        content_type=PROBLEM_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    return open_to_all(answer)


def open_to_all(answer: HttpResponse) -> HttpResponse:
    """Lets scripts of any site read it."""
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Access-Control-Allow-Headers"] = "*"
    answer["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    return answer
