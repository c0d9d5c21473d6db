"""A page stays light however much the archive holds."""

import pytest

from tests.makers import make_agency, make_city, make_proposal, make_reply

pytestmark = pytest.mark.django_db
LIGHT = 100_000  # bytes before compression
FURTHER_PLACES = ("hangzhou", "puyang", "hualong", "puyang-county", "lucheng-district")


def fill(count):
    for n in range(count):
        city = make_city(FURTHER_PLACES[n % len(FURTHER_PLACES)])
        make_reply(
            f"第{n}件答复",
            "我市推进公建民营改革。" * 20,
            city=city,
            agency=make_agency(f"{city.name}第{n}局", city),
            proposals=[make_proposal(city, title="关于加强养老服务体系建设的建议")],
            measures=[{"heading": f"措施{m}"} for m in range(4)],
        )


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/replies/",
        "/replies/?q=公建民营",
        "/topics/smart-elderly-care/",
        "/measures/",
        "{reply}",
        "{proposal}",
    ],
)
def test_queries_and_weight_do_not_grow_with_the_archive(client, count_queries, address):
    reply = make_reply(measures=[{"heading": "推进公建民营改革"}])
    address = address.format(
        reply=reply.get_absolute_url(), proposal=reply.proposals.get().get_absolute_url()
    )

    def ask():
        client.get(address)
        return count_queries(client.get, address)

    fill(25)
    few = ask()
    fill(25)
    assert ask() == few
    assert len(client.get(address).content) < LIGHT
