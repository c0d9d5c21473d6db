"""Searching in a browser: what is said, what is linked, and that one search has one address."""

import re
from datetime import date
from html import unescape
from urllib.parse import quote

import pytest

from replies.models import Reply, Representative
from tests.makers import make_agency, make_city, make_proposal, make_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_replies(db):
    wenzhou, puyang = make_city("wenzhou"), make_city("puyang")
    proposal = make_proposal(wenzhou, number="317", title="关于民营机构的建议")
    return (
        make_reply("温州的答复", "我市推进公建民营。", city=wenzhou, proposals=[proposal]),
        make_reply("濮阳的答复", "我市推进养老服务。", city=puyang, reply_date=date(2021, 7, 7)),
        make_reply("濮阳又一答复", "我市推进养老设施。", city=puyang, reply_date=date(2023, 7, 28)),
    )


def shown(client, address):
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return unescape(response.content.decode())


def part_of(page, pattern):
    found = re.search(pattern, page, re.DOTALL)
    assert found, pattern
    return found.group()


def text_of(page):
    """What a person reads of a page, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def test_the_page_says_in_words_what_was_searched_and_found(stranger, three_replies):
    assert "在 3 件答复中找到 2 件，按相关度" in text_of(shown(stranger, "/replies/?q=养老"))


def test_hits_are_marked_and_everything_else_is_escaped(stranger):
    make_reply("标题<i>", "我市推进<b>养老</b>服务。")
    page = stranger.get("/replies/?q=养老").content.decode()
    assert "<mark>养老</mark>" in page
    assert "<b>" not in page
    assert "<i>" not in page.replace('<i aria-hidden="true">', "")


def test_each_choice_is_a_chip_that_can_be_taken_away_alone(stranger, three_replies):
    page = shown(stranger, "/replies/?city=puyang&q=养老&year=2021")
    chips = part_of(page, r'<ul class="chips".*?</ul>')
    assert "词语：养老" in chips
    assert "地区：濮阳市" in chips
    assert "年份：2021" in chips
    assert 'href="/replies/?city=puyang&q=%E5%85%BB%E8%80%81"' in chips


def test_the_button_of_the_facets_says_how_many_are_chosen(stranger, three_replies):
    assert "筛选（已选 2 项）" in shown(stranger, "/replies/?city=puyang&year=2021")


def test_a_facet_with_a_choice_says_what_its_numbers_are(stranger, three_replies):
    said = "数字按只选这一项计"
    assert text_of(shown(stranger, "/replies/?city=puyang")).count(said) == 1
    assert said not in text_of(shown(stranger, "/replies/?q=养老"))


def test_following_a_facet_gives_as_many_as_it_counted(stranger, three_replies):
    page = shown(stranger, "/replies/?q=养老")
    links = re.findall(
        r'<a class="choice[^"]*" href="([^"]+)".*?<span class="count">(\d+)</span>', page, re.S
    )
    assert len(links) > 5
    for address, count in links:
        assert f"找到 {count} 件" in text_of(shown(stranger, address)), address


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("?q=养老&city=", "?q=%E5%85%BB%E8%80%81"),
        ("?year=2021&city=puyang", "?city=puyang&year=2021"),
        ("?sort=newest&page=1", ""),
        ("?unknown=", ""),
        ("?utm_source=x&fbclid=y&city=puyang&from=singlemessage&isappinstalled=0", "?city=puyang"),
    ],
)
def test_another_spelling_of_a_search_leads_to_its_one_address(stranger, three_replies, typed, canonical):
    response = stranger.get(f"/replies/{typed}")
    assert response.status_code == 302
    assert response["Location"] == f"/replies/{canonical}"


@pytest.mark.parametrize(
    "address",
    [
        "/replies/?yeer=2020",
        "/cities/puyang/?yeer=2020",
        "/measures/?yeer=2020&deadline=2025",
        "/compare/?yeer=2020",
    ],
)
def test_a_parameter_that_nothing_reads_is_named(stranger, three_replies, address):
    page = shown(stranger, address)
    assert "网址里的“yeer”不是这里的检索条件" in text_of(page)
    assert "“deadline”" not in page


def test_the_canonical_address_has_no_parameter_that_nothing_reads(stranger, three_replies):
    page = shown(stranger, "/replies/?city=puyang&yeer=2020")
    assert '<link rel="canonical" href="http://testserver/replies/?city=puyang">' in page


def test_the_one_address_leads_nowhere_else(stranger, three_replies):
    for address in ("/replies/", "/replies/?city=puyang&city=wenzhou&q=%E5%85%BB+%E8%80%81%2A~&year=2021"):
        assert stranger.get(address).status_code == 200, address


def test_an_unknown_place_is_said_and_not_hidden(stranger, three_replies):
    page = text_of(shown(stranger, "/replies/?city=atlantis&q=养老"))
    assert "没有“atlantis”这个地区" in page
    assert "找到 0 件" in page
    assert "去掉“地区：atlantis”" in page


@pytest.mark.parametrize("path", ["/replies/", "/measures/"])
def test_whatever_narrows_a_search_can_be_seen_and_taken_away(stranger, three_replies, path):
    """Also what stands in no list: a person, whom the register's box adds, and a place that nobody knows."""
    person = Representative.objects.published().first()
    page = shown(stranger, f"{path}?representative={person.pk}&city=atlantis")
    chips = part_of(page, r'<ul class="chips".*?</ul>')
    assert "代表 / 委员：肖石龙" in chips
    assert f'href="{path}?city=atlantis"' in chips
    assert "地区：atlantis" in chips
    assert f'href="{path}?representative={person.pk}"' in chips


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/replies/?q=编号:99999", "没有编号是“99999”的答复。请核对编号"),
        ("/measures/?deadline=soon", "“soon”不是期限。请写四位数字的年份"),
        ("/measures/?has_figure=maybe", "网址里的“has_figure=maybe”无法识别"),
        ("/replies/?q=foo:养老", "冒号前可以写：城市、年份、主题、单位、代表、编号。"),
    ],
)
def test_what_is_not_understood_is_told_with_what_would_be(stranger, three_replies, address, told):
    assert told in text_of(shown(stranger, address))


def test_to_leave_out_all_that_was_asked_is_called_what_it_is(stranger, three_replies):
    page = text_of(shown(stranger, "/replies/?q=独角兽"))
    assert "看全部答复" in page
    assert "去掉“词语" not in page


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=abc", "page=99999999999", "year_from=x", "sort=best"]
)
def test_odd_parameters_are_told_and_never_an_error(stranger, three_replies, query):
    assert "没有用它" in text_of(shown(stranger, f"/replies/?{query}"))


def test_a_page_beyond_the_last_is_the_last_and_says_so(stranger, three_replies):
    assert "没有第 9 页" in text_of(shown(stranger, "/replies/?page=9"))


def test_nothing_found_offers_to_drop_each_condition_that_stands_in_the_way(stranger, three_replies):
    page = shown(stranger, "/replies/?city=puyang&q=航天飞机")
    assert "没有找到" in page
    assert "没有一件答复提到“航天飞机”" in page
    assert "去掉“词语：航天飞机”" in page
    assert "去掉“地区：濮阳市”" not in page


def test_no_way_out_is_offered_twice(stranger, three_replies):
    page = shown(stranger, "/replies/?q=养老 航天飞机")
    nothing = page.partition('<div class="nothing">')[2]
    assert nothing.count('href="/replies/?q=%E5%85%BB%E8%80%81"') == 1


def test_each_word_that_stands_alone_is_a_link_and_each_condition_can_be_dropped(stranger, three_replies):
    page = shown(stranger, "/replies/?q=养老 航天飞机 年份:1999")
    assert '<a href="/replies/?q=%E5%85%BB%E8%80%81" rel="nofollow">单独提到“养老”的有 2 件</a>' in page
    assert "去掉“航天飞机”" not in page
    page = shown(stranger, "/replies/?q=养老 年份:1999")
    assert "去掉“年份:1999”" in page


def test_on_the_page_of_a_place_a_word_alone_leads_to_as_many_replies_as_are_told(stranger, three_replies):
    page = shown(stranger, "/cities/wenzhou/?q=养老+民营")
    assert '<a href="/replies/?q=%E5%85%BB%E8%80%81" rel="nofollow">单独提到“养老”的有 2 件</a>' in page


def test_where_nothing_is_found_all_filters_may_be_dropped_at_once(stranger, three_replies):
    page = shown(stranger, "/replies/?q=民营&city=puyang&year=2021")
    assert "去掉所有筛选条件（1 件）" in text_of(page)


def test_a_number_opens_on_top(stranger, three_replies):
    page = shown(stranger, "/replies/?q=第317号")
    hit = part_of(page, r'<div class="direct-hit">.*?</div>')
    assert "温州的答复" in hit


def test_a_draft_is_not_found(stranger):
    make_reply("草稿标题", "我市推进养老服务。", status=Reply.Status.DRAFT)
    assert "草稿标题" not in shown(stranger, "/replies/?q=养老")


def test_one_choice_is_open_to_crawlers_and_two_are_not(stranger, three_replies):
    assert "noindex" not in shown(stranger, "/replies/?city=puyang")
    assert 'content="noindex,nofollow"' in shown(stranger, "/replies/?city=puyang&year=2021")


@pytest.mark.parametrize(
    ("address", "same_without"),
    [
        ("/replies/?q=养老&sort=oldest", "/replies/?q=养老"),
        ("/replies/?year_from=2021", "/replies/"),
        ("/cities/puyang/?sort=oldest", "/cities/puyang/"),
        ("/measures/?sort=oldest", "/measures/"),
        ("/measures/?year_to=2021", "/measures/"),
    ],
)
def test_another_order_and_any_range_of_years_are_kept_from_crawlers(
    stranger, three_replies, address, same_without
):
    assert 'content="noindex,nofollow"' in shown(stranger, address)
    assert "noindex" not in shown(stranger, same_without)


@pytest.mark.parametrize(
    "address",
    [
        "/cities/puyang/?topic=smart-elderly-care",
        "/topics/smart-elderly-care/?year=2021",
        "/cities/puyang/?page=2&year=2021",
    ],
)
def test_the_choice_that_a_page_fixes_counts_as_one(stranger, three_replies, address):
    assert "noindex" not in shown(stranger, address.partition("?")[0])
    assert 'content="noindex,nofollow"' in shown(stranger, address)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/replies/?city=atlantis", "/replies/"),
        ("/replies/?agency=温州市龙宫局&city=puyang", "/replies/?city=puyang"),
        ("/replies/?year_from=abc", "/replies/"),
        ("/topics/smart-elderly-care/?city=atlantis", "/topics/smart-elderly-care/"),
        ("/measures/?city=atlantis&topic=smart-elderly-care", "/measures/?topic=smart-elderly-care"),
    ],
)
def test_what_means_nothing_is_kept_from_crawlers_and_out_of_the_canonical_address(
    stranger, three_replies, address, canonical
):
    page = shown(stranger, address)
    assert 'content="noindex,nofollow"' in page
    assert f'<link rel="canonical" href="http://testserver{canonical}">' in page


def test_the_canonical_link_is_the_address_of_the_search(stranger, three_replies):
    page = shown(stranger, "/replies/?city=puyang&city=atlantis")
    assert '<link rel="canonical" href="http://testserver/replies/?city=puyang">' in page


def test_a_new_question_keeps_the_choices(stranger, three_replies):
    page = shown(stranger, "/replies/?city=puyang&q=养老")
    box = part_of(page, r'<form class="searchbox".*?</form>')
    assert '<input type="hidden" name="city" value="puyang">' in box


def test_a_search_that_did_not_change_is_not_sent_again(stranger, three_replies):
    first = stranger.get("/replies/?q=养老")
    again = stranger.get("/replies/?q=养老", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_a_publication_makes_kept_searches_stale(stranger, three_replies):
    first = stranger.get("/replies/?q=养老")
    make_reply("新的答复", "我市推进养老服务。")
    again = stranger.get("/replies/?q=养老", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200


def test_pages_can_be_turned(stranger):
    for number in range(25):
        make_reply(f"第{number}件", "我市推进养老服务。")
    page = shown(stranger, "/replies/")
    assert '<a class="quiet-button" rel="next" href="/replies/?page=2">' in page
    assert "第 2 页，共 2 页" in text_of(shown(stranger, "/replies/?page=2"))


def test_ten_results_and_twenty_cost_the_same_queries(stranger, count_queries):
    for number in range(10):
        make_reply(f"第{number}件", "我市推进养老服务。", topics=["smart-elderly-care", "other"])
    stranger.get("/replies/?q=养老")
    ten = count_queries(stranger.get, "/replies/?q=养老")
    for number in range(10):
        city = make_city("puyang")
        make_reply(
            f"又第{number}件", "我市推进养老服务。", city=city, agency=make_agency(f"{number}局", city)
        )
    stranger.get("/replies/?q=养老")
    assert count_queries(stranger.get, "/replies/?q=养老") == ten


def test_a_question_that_is_too_long_is_cut_in_every_link_and_that_is_said(stranger, three_replies):
    page = shown(stranger, "/replies/?q=" + "养老" * 200)
    assert "检索词太长，从“养老养老" in text_of(page)
    assert quote("养老" * 151) not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("“养老 服务", "引号没有成对，“养老 服务”已当作引号里的词语检索"),
        ("养老”", "引号没有成对，没有用它，其余照常检索"),
    ],
)
def test_a_quotation_mark_alone_is_told_with_what_was_done(stranger, three_replies, typed, words):
    assert words in text_of(shown(stranger, f"/replies/?q={typed}"))


@pytest.mark.parametrize(
    ("address", "current"), [("/replies/?q=养老", "检索"), ("/measures/", "措施"), ("/", None)]
)
def test_the_room_a_reader_is_in_is_marked(stranger, three_replies, address, current):
    rooms = part_of(shown(stranger, address), r'<nav class="rooms".*?</nav>')
    assert re.findall(r'aria-current="page">(.*?)</a>', rooms) == [current] * bool(current)
