"""Names in addresses: they lead to the one address, or to the choice where several bear the name."""

from html import unescape
from urllib.parse import unquote

import pytest

from replies.models import City
from tests.makers import make_agency, make_city, make_proposal, make_reply, make_representative

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(db):
    wenzhou = make_city("wenzhou")
    proposal = make_proposal(wenzhou, ["肖石龙"], "317")
    make_reply("温州的答复", "我市推进养老服务。", city=wenzhou, proposals=[proposal])
    for code, slug, above in (("330391", "gulou-wenzhou", "wenzhou"), ("410991", "gulou-puyang", "puyang")):
        City.objects.create(
            code=code, name="鼓楼区", short_name="鼓楼", slug=slug, parent=make_city(above), level="county"
        )
    gulou = City.objects.get(slug="gulou-puyang")
    make_reply(
        "鼓楼的答复",
        "我区推进养老服务。",
        city=gulou,
        agency=make_agency("鼓楼区民政局", gulou),
        proposals=[],
    )


def led(client, address):
    answer = client.get(address)
    assert answer.status_code == 302, address
    return unquote(answer["Location"])


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/cities/温州/", "/cities/wenzhou/"),
        ("/cities/温州市/?q=养老", "/cities/wenzhou/?q=养老"),
        ("/cities/Wenzhou/", "/cities/wenzhou/"),
        ("/cities/温州/feed.atom", "/cities/wenzhou/feed.atom"),
        ("/topics/智慧养老/", "/topics/smart-elderly-care/"),
        ("/topics/智慧养老/feed.atom", "/topics/smart-elderly-care/feed.atom"),
        ("/replies/?city=温州", "/replies/?city=wenzhou"),
        (
            "/replies/?kind=人大建议&q=养老&topic=智慧养老",
            "/replies/?kind=npc&q=养老&topic=smart-elderly-care",
        ),
        ("/measures/?city=温州", "/measures/?city=wenzhou"),
        (
            "/compare/?city=温州&city=濮阳市&topic=智慧养老",
            "/compare/?city=wenzhou&city=puyang&topic=smart-elderly-care",
        ),
    ],
)
def test_a_name_leads_to_the_one_address(stranger, archive, address, canonical):
    assert led(stranger, address) == canonical


def test_agencies_and_representatives_are_found_by_name(stranger, archive):
    assert led(stranger, "/agencies/温州市民政局/") == make_agency("温州市民政局").get_absolute_url()
    assert led(stranger, "/representatives/肖石龙/") == make_representative("肖石龙").get_absolute_url()


def test_a_name_that_several_bear_answers_with_the_choice(stranger, archive):
    shown = page(stranger, "/cities/鼓楼区/?q=养老", status=300)
    assert "浙江省温州市鼓楼区" in shown
    assert '<a href="/cities/gulou-puyang/?q=%E5%85%BB%E8%80%81">河南省濮阳市鼓楼区</a>' in shown


@pytest.mark.parametrize(
    "address",
    ["/cities/亚特兰蒂斯/", "/topics/航天/", "/agencies/无此局/", "/representatives/无此人/", "/cities/a.b/"],
)
def test_a_name_that_nobody_bears_is_not_found_and_said(stranger, archive, address):
    name = address.split("/")[2]
    assert f"叫“{name}”的" in page(stranger, address, status=404)


@pytest.mark.parametrize("path", ["/replies/", "/measures/"])
def test_a_shared_name_in_a_search_is_told_with_links_to_each(stranger, archive, path):
    shown = page(stranger, f"{path}?city=鼓楼区&q=养老")
    assert "叫“鼓楼区”的地区有 2 个，都算在内。" in shown
    assert f'href="{path}?city=gulou-puyang&q=%E5%85%BB%E8%80%81"' in shown


def test_a_shared_name_in_a_comparison_is_told_with_links_to_each(stranger, archive):
    shown = page(stranger, "/compare/?city=温州&city=鼓楼区")
    assert "叫“鼓楼区”的地区有 2 个" in shown
    assert 'href="/compare/?city=%E6%B8%A9%E5%B7%9E&city=gulou-puyang"' in shown


def test_the_register_says_which_place_it_does_not_know(stranger, archive):
    assert "没有“atlantis”这个地区" in page(stranger, "/measures/?city=atlantis")


def test_programs_are_answered_as_if_they_had_asked_by_value(stranger, archive):
    by_value = stranger.get("/api/v1/replies?city=wenzhou").json()
    assert stranger.get("/api/v1/replies?city=温州").json() == by_value
    assert by_value["total"] == 1


def test_programs_are_told_the_values_that_may_be_meant(stranger, archive):
    (notice,) = stranger.get("/api/v1/replies?city=鼓楼区").json()["notices"]
    assert "河南省濮阳市鼓楼区（gulou-puyang）" in notice


def test_a_notice_about_something_else_is_not_lost_on_the_way(stranger, archive):
    shown = page(stranger, "/replies/?city=温州&sort=best")
    assert "sort=best" in shown
    assert "温州的答复" in shown
    assert "鼓楼的答复" not in shown
    assert '<link rel="canonical" href="http://testserver/replies/?city=wenzhou">' in shown
