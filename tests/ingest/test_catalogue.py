"""Divisions and topics that come with the program may be loaded again at any time."""

import json

import pytest

from replies.ingest.catalogue import load_divisions, load_topics
from replies.models import City, Topic, TopicTerm

DIVISIONS = """code,name,short_name,level,parent,slug,aliases,area_code
410000,河南省,河南,province,,henan,豫,
410900,濮阳市,濮阳,prefecture,410000,puyang,,0393
"""


@pytest.fixture
def topics_file(tmp_path):
    def write(**terms):
        topics = [
            {"slug": slug, "zh": slug, "en": slug, "terms": words, "exclusions": []}
            for slug, words in terms.items()
        ]
        path = tmp_path / "topics.json"
        path.write_text(json.dumps({"context": [], "topics": topics}), encoding="utf-8")
        return path

    return write


def test_divisions_form_a_tree(db, tmp_path):
    path = tmp_path / "divisions.csv"
    path.write_text(DIVISIONS, encoding="utf-8")
    assert load_divisions(path).new == 2
    assert City.objects.get(slug="puyang").full_name == "河南省濮阳市"


def test_loading_divisions_again_corrects_names_but_never_an_address(db, tmp_path):
    path = tmp_path / "divisions.csv"
    path.write_text(DIVISIONS, encoding="utf-8")
    load_divisions(path)
    path.write_text(DIVISIONS.replace("puyang", "other").replace("濮阳市", "新濮阳市"), encoding="utf-8")
    assert load_divisions(path).new == 0
    assert City.objects.get(slug="puyang").name == "新濮阳市"


def test_a_newer_list_adds_corrects_and_drops_what_nobody_touched(db, topics_file):
    load_topics(topics_file(care={"养老": 1, "护理": 2, "旧词": 1}))
    load_topics(topics_file(care={"养老": 1, "护理": 3, "新词": 1}))
    terms = dict(TopicTerm.objects.values_list("term", "weight"))
    assert terms == {"养老": 1, "护理": 3, "新词": 1}


def test_a_newer_list_leaves_what_staff_changed_alone(db, topics_file):
    load_topics(topics_file(care={"养老": 1, "护理": 2, "床位": 1}))
    TopicTerm.objects.filter(term="护理").update(weight=9)
    TopicTerm.objects.filter(term="床位").delete()
    TopicTerm.objects.create(topic_id="care", term="自己加的", weight=1)
    Topic.objects.update(name="改过的名字")
    load_topics(topics_file(care={"养老": 1, "护理": 4, "床位": 1}))
    terms = dict(TopicTerm.objects.values_list("term", "weight"))
    assert terms == {"养老": 1, "护理": 9, "自己加的": 1}
    assert Topic.objects.get().name == "改过的名字"


def test_loading_topics_twice_changes_nothing(db, topics_file):
    path = topics_file(care={"养老": 1})
    load_topics(path)
    assert load_topics(path).new == 0
