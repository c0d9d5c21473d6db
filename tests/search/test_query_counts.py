"""The number of queries a page needs does not grow with what it shows.

In all: 1 for the generation, 1 for the rows of the words, 1 more where a run is followed through the text,
1 for whom the words name, 1 for what only the order asks for, 1 for nearness where the words do not stand
together, 1 for the page's replies with their parts.  A worker that has not kept the generation reads its changes once more,
and what places, topics and agencies are called.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from replies.search.find import search_page
from replies.search.rebuild import rebuild
from replies.search.state import SearchState
from tests.makers import make_agency, make_city, make_proposal, make_reply

MOST = 8


def publish(count, start=0):
    places = ["wenzhou", "puyang", "hangzhou", "hualong"]
    for number in range(start, start + count):
        city = make_city(places[number % len(places)])
        make_reply(
            letter=f"推进居家养老服务中心建设，第{number}件。",
            city=city,
            agency=make_agency(f"第{number}民政局", city),
            proposals=[make_proposal(city, proposers=[f"代表{number}", f"委员{number}"])],
            topics=("smart-elderly-care", "other"),
            measures=[{"heading": "推进", "phase": "done"}],
        )
    rebuild(grace=0)


def queries(state):
    assert search_page(SearchState()).results
    with CaptureQueriesContext(connection) as captured:
        page = search_page(state)
    assert page.results
    return len(captured)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "state",
    [
        SearchState(),
        SearchState(q="养老"),
        SearchState(q="居家养老服务中心"),
        SearchState(q='"进居家养老服" 中心 -独角兽'),
        SearchState(q="养老", city=("zhejiang", "puyang"), topic=("other",), sort="oldest"),
    ],
)
def test_ten_replies_and_twenty_need_the_same_number(state):
    publish(10)
    ten = queries(state)
    publish(10, start=10)
    assert queries(state) == ten <= MOST
