"""The human pages about the API: read, and tried out.

What is said of parameters and answers is taken from the machine-readable description, so it cannot
fall behind the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from ninja.openapi.docs import Swagger

from replies.views.methods import read_only

from .archive import api
from .parameters import MeasuresIn, SearchIn


@dataclass(frozen=True, slots=True)
class Line:
    """A parameter, or a member of an answer."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class Address:
    path: str
    summary: str
    description: str
    parameters: tuple[Line, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    members: tuple[Line, ...]


@read_only
def docs(request: HttpRequest) -> HttpResponse:
    description = api.get_openapi_schema()
    context = {
        "addresses": list(_addresses(description)),
        "shapes": list(_shapes(description)),
        "root": request.build_absolute_uri(reverse("api:replies")),
    }
    return render(request, "api/docs.html", context)


@read_only
def try_out(request: HttpRequest) -> HttpResponse:
    """Swagger's page from the static files that come with the library: nothing from another host."""
    return Swagger({"validatorUrl": None, "defaultModelsExpandDepth": 0}).render_page(request, api)


def _addresses(description: dict[str, Any]) -> Iterator[Address]:
    for path, methods in description["paths"].items():
        said = methods["get"]
        answer = said["responses"][200]["content"]["application/json"]["schema"]
        yield Address(
            path=path,
            summary=said["summary"],
            description=said.get("description", ""),
            parameters=tuple(_parameter(one) for one in said["parameters"]),
            answer=_kind(answer),
        )


def _parameter(said: dict[str, Any]) -> Line:
    described = said.get("description") or said["schema"].get("description", "")
    return Line(said["name"], _kind(said["schema"]), described)


def _shapes(description: dict[str, Any]) -> Iterator[Shape]:
    for name, shape in description["components"]["schemas"].items():
        if name in (SearchIn.__name__, MeasuresIn.__name__):
            continue
        members = shape.get("properties", {}).items()
        yield Shape(name, tuple(Line(key, _kind(m), m.get("description", "")) for key, m in members))


def _kind(schema: dict[str, Any]) -> str:
    """A type in a few words: `string`, `ReplyOut`, `[string]`, `integer | null`."""
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[-1])
    if "anyOf" in schema:
        return " | ".join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{_kind(schema['items'])}]"
    if "additionalProperties" in schema and schema["additionalProperties"] is not True:
        return f"{{…: {_kind(schema['additionalProperties'])}}}"
    return str(schema.get("format") or " | ".join(map(str, schema.get("enum", ()))) or schema.get("type", ""))
