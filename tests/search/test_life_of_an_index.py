"""Whatever happens to replies and to rebuilds, a search finds what the rows of the archive hold, and nothing else.

The scan here reads the fields itself: a field that the index forgot would be missed by a comparison with
what the index was made of.
"""

import random

import pytest

from replies.models import Reply
from replies.search import index, rebuild
from replies.search.check import check
from replies.search.find import find_replies
from replies.search.state import SearchState
from replies.text.fold import BREAK, fold

from .archive_of_samples import make_archive

pytestmark = pytest.mark.django_db
DIFFERENT = 30


class Killed(BaseException):
    """Ends a rebuild where a signal might."""


def fields(reply):
    yield from (reply.title, reply.letter, reply.doc_number, reply.city.full_name, reply.agency.name)
    yield from (agency.name for agency in reply.co_agencies.all())
    for proposal in reply.proposals.all():
        yield from (proposal.title, proposal.number, proposal.assembly)
        yield from (person.name for person in proposal.proposers.all())
    for measure in reply.measures.all():
        yield from (measure.heading, measure.section, measure.text)


def plain_texts():
    return {
        reply.pk: [stretch for field in fields(reply) for stretch in fold(field).split(BREAK)]
        for reply in Reply.objects.published()
    }


def assert_search_is_a_plain_scan(chance):
    texts = plain_texts()
    assert set(find_replies(SearchState()).ids) == set(texts)
    for _ in range(DIFFERENT):
        stretch = chance.choice(texts[chance.choice(sorted(texts))])
        start = chance.randrange(len(stretch) + 1)
        run = stretch[start : start + chance.randint(1, 30)].strip()
        if '"' not in run and any(map(str.isalnum, run)):
            holding = {pk for pk, own in texts.items() if any(run in stretch for stretch in own)}
            assert set(find_replies(SearchState(q=f'"{run}"')).ids) == holding, run


def change_something(chance):
    reply = chance.choice(list(Reply.objects.exclude(status=Reply.Status.DRAFT).order_by("pk")))
    if chance.random() < 0.5:
        withdrawn = reply.status == Reply.Status.WITHDRAWN
        status = Reply.Status.PUBLISHED if withdrawn else Reply.Status.WITHDRAWN
        Reply.objects.filter(pk=reply.pk).update(status=status, withdrawal_reason="重复")
    else:
        Reply.objects.filter(pk=reply.pk).update(letter=f"改{chance.choice('甲乙丙丁')}{reply.letter[7:]}")
    index.write_entry(reply)


@pytest.mark.parametrize("seed", [1, 2])
def test_changes_killed_rebuilds_and_resumed_ones_lose_nothing(monkeypatch, seed):
    chance = random.Random(seed)
    monkeypatch.setattr(rebuild, "SEGMENT", 2)
    monkeypatch.setattr(rebuild, "READ_AT_ONCE", 2)
    make_archive()

    def killed_on_the_way(done, of_all):
        change_something(chance)
        if chance.random() < 0.5:
            raise Killed

    for _ in range(2):
        change_something(chance)
        assert_search_is_a_plain_scan(chance)
        try:
            rebuild.rebuild(killed_on_the_way, grace=0)
        except Killed:
            assert_search_is_a_plain_scan(chance)
            change_something(chance)
        rebuild.rebuild(grace=0)
        assert_search_is_a_plain_scan(chance)
    assert list(check()) == []
