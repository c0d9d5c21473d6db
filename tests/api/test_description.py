"""The description for machines is a valid one, and speaks the language that was asked for."""

import jsonschema_rs
import pytest
from django.test import Client
from django.utils.translation import override

from archive.translations import CHINESE, marked_messages
from replies.api.archive import SAID, in_words

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/openapi.json"


@pytest.fixture
def description():
    return Client().get(ADDRESS).json()


def operations(description):
    return [
        (path, said)
        for path, methods in description["paths"].items()
        for method, said in methods.items()
        if method != "parameters"
    ]


def schemas_in(node):
    """Every schema that stands in the description, wherever it is used."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "schema":
                yield value
            elif key == "schemas":
                yield from value.values()
            yield from schemas_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from schemas_in(value)


def references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def test_it_says_which_edition_it_is_and_what_it_describes(description):
    assert description["openapi"].startswith("3.1")
    assert set(description["info"]) >= {"title", "version", "description"}


def test_every_schema_in_it_is_a_schema(description):
    found = list(schemas_in(description))
    assert len(found) > 30
    for schema in found:
        jsonschema_rs.Draft202012Validator({**schema, "components": description["components"]})
        assert jsonschema_rs.meta.is_valid(
            {**schema, "$schema": "https://json-schema.org/draft/2020-12/schema"}
        )


def test_every_reference_in_it_leads_somewhere(description):
    found = set(references(description))
    assert found
    for reference in found:
        node = description
        for name in reference.removeprefix("#/").split("/"):
            node = node[name]
        assert node


def test_every_operation_has_a_name_of_its_own_and_says_what_it_answers(description):
    names = [said["operationId"] for _path, said in operations(description)]
    assert len(names) == len(set(names)) > 0
    for path, said in operations(description):
        assert said["summary"]
        assert all(answer["description"] for answer in said["responses"].values())
        in_path = {p["name"] for p in said["parameters"] if p["in"] == "path"}
        assert in_path == {part.strip("{}") for part in path.split("/") if part.startswith("{")}
        assert all(p["required"] for p in said["parameters"] if p["in"] == "path")


def said_in(node, name=""):
    if isinstance(node, dict):
        for key, value in node.items():
            yield from said_in(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from said_in(value, name)
    elif isinstance(node, str) and name in SAID:
        yield node


def test_everything_that_is_said_in_it_is_marked_for_translation(description):
    marked = {words for words, _context in marked_messages()}
    said = {words for words in said_in(description) if CHINESE.search(words)}
    assert len(said) > 30
    assert said <= marked


def test_a_member_named_like_what_is_said_stays_as_it_is():
    described = {
        "properties": {"title": {"type": "string"}, "description": {"type": "string"}},
        "enum": ["答复"],
    }
    with override("en"):
        assert in_words(described) == described


def test_what_is_said_is_english_for_whoever_asks_for_it():
    english = Client().get(f"{ADDRESS}?language=en").json()
    assert english["paths"]["/api/v1/replies"]["get"]["tags"] == ["Reply"]
    reader = Client()
    reader.post("/language/", {"language": "en"})
    assert reader.get(ADDRESS).json() == english
