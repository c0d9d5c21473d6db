"""The register of measures, counted."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from replies.search.measure_register import RegisterState
from replies.search.register_page import register_page
from tests.makers import make_reply


def page(query=""):
    return register_page(RegisterState.from_query(QueryDict(query)))


def counted(query=""):
    with CaptureQueriesContext(connection) as captured:
        page(query)
    return sum("GROUP BY" in query["sql"] for query in captured)


@pytest.mark.django_db(transaction=True)
def test_the_whole_register_is_counted_once_in_each_generation():
    make_reply(measures=[{"heading": "建设养老设施"}])
    assert page().total == 1
    assert counted() == 0
    make_reply(measures=[{"heading": "推进公建民营"}, {"heading": "建设智慧平台"}])
    assert page().total == 3
    assert counted() == 0
    assert counted("phase=planned") > 0
