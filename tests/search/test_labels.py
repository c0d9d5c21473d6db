"""What topics and agencies are called is kept by a worker, and no longer than it holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from replies.ingest.naming import save_named
from replies.models import Agency, Topic
from replies.search.facets import counts
from replies.search.find import find_replies
from replies.search.labels import Labels
from replies.search.places import Places
from replies.search.snapshot import current_snapshot
from replies.search.state import SearchState
from tests.makers import make_agency, make_city, make_place, make_reply, make_topic


def labels(name):
    (facet,) = counts(find_replies(SearchState()), names=[name])
    return [choice.label for choice in facet.choices]


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_kept_a_name_shows_the_new_one_as_soon_as_it_is_changed(admin_user):
    make_reply()
    assert (labels("agency"), labels("topic")) == (["温州市民政局"], ["智慧养老"])
    agency, topic = Agency.objects.get(), Topic.objects.get()
    agency.name, topic.name = "温州市康养局", "智慧康养"
    save_named(agency, by=admin_user)
    save_named(topic, by=admin_user)
    assert (labels("agency"), labels("topic")) == (["温州市康养局"], ["智慧康养"])


@pytest.mark.django_db(transaction=True)
def test_names_are_asked_for_once():
    make_reply()
    assert labels("agency")
    assert labels("topic")
    kept = current_snapshot().labels
    with CaptureQueriesContext(connection) as captured:
        assert kept.of_agencies([Agency.objects.only("pk").get().pk])
        assert kept.of_topics()
    assert len(captured) == 1


@pytest.mark.django_db
def test_an_agency_that_is_not_there_has_no_name():
    agency = make_agency()
    assert Labels(Places()).of_agencies([agency.pk, agency.pk + 1]) == {agency.pk: "温州市民政局"}


@pytest.mark.django_db
def test_a_kept_topic_is_called_as_the_reader_speaks():
    make_topic()
    kept = Labels(Places())
    assert kept.of_topics() == {"smart-elderly-care": "智慧养老"}
    with translation.override("en"):
        assert kept.of_topics() == {"smart-elderly-care": "Smart elderly care"}


@pytest.mark.django_db
def test_an_agency_that_does_not_name_its_place_is_told_with_it():
    """Two 民政局 would look alike; 温州市民政局 says all there is to say."""
    wenzhou, puyang = make_city("wenzhou"), make_city("puyang")
    gulou = make_place("330391", "鼓楼区", "gulou-wenzhou", wenzhou)
    make_place("410991", "鼓楼区", "gulou-puyang", puyang)
    told = {
        make_agency("民政局", wenzhou).pk: "民政局（温州市）",
        make_agency("民政局", puyang).pk: "民政局（濮阳市）",
        make_agency("温州市民政局", wenzhou).pk: "温州市民政局",
        make_agency("温州民政局", wenzhou).pk: "温州民政局",
        make_agency("鼓楼区民政局", gulou).pk: "鼓楼区民政局（浙江省温州市鼓楼区）",
        make_agency("温州市鼓楼区民政局", gulou).pk: "温州市鼓楼区民政局",
    }
    assert Labels(Places()).of_agencies(told.keys()) == told
