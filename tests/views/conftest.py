"""What tests of pages share."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def count_queries():
    """How many queries a call makes: `count_queries(client.get, "/replies/")`."""

    def counted(call, *arguments):
        with CaptureQueriesContext(connection) as captured:
            call(*arguments)
        return len(captured)

    return counted
