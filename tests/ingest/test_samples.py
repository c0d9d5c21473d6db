"""The samples that come with the program go the way of every reply."""

from replies.ingest.samples import load_samples
from replies.models import Reply
from tests.samples import SAMPLES


def test_all_five_are_published_by_the_person_who_loads_them(catalogue, reviewer_user):
    loaded = load_samples(SAMPLES, reviewer_user)
    assert len(loaded) == 5
    assert Reply.objects.published().filter(published_by=reviewer_user).count() == 5


def test_loading_them_again_adds_nothing(catalogue):
    load_samples(SAMPLES, None)
    assert load_samples(SAMPLES, None) == []
    assert Reply.objects.count() == 5


def test_what_the_letter_does_not_say_is_marked_as_given_by_a_person(catalogue):
    load_samples(SAMPLES, None)
    reply = Reply.objects.get(source__name="seed-1.txt")
    assert reply.edited_fields == ["agency", "city"]
    assert "place" not in reply.findings
