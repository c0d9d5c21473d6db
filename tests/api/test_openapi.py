"""Whatever the description allows, and much that it forbids, is answered as it says: never with a crash."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from archive.wsgi import application
from tests.makers import make_measure, make_reply

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
THOROUGHLY = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def one_connection(db):
    """A server closes its connections between requests; the test's data are in a transaction of this one."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def description(one_connection):
    figures = [{"text": "500张", "value": 500, "unit": "张", "role": "result"}]
    make_measure(make_reply(), "推进公建民营", figures=figures)
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.mark.slow
@pytest.mark.parametrize(
    "mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["allowed", "forbidden"]
)
def test_every_address_answers_as_it_is_described(description, mode):
    asked = []
    for found in description.get_all_operations():
        address = found.ok()

        @THOROUGHLY
        @given(case=address.as_strategy(generation_mode=mode))
        def asks_and_compares(case):
            asked.append(case.call_and_validate(checks=CHECKS).status_code)

        if mode is GenerationMode.POSITIVE or address.query:
            asks_and_compares()
    assert 200 in asked
