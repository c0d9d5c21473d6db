"""The reply that is about the question comes first."""

from datetime import date

import pytest

from replies.search import find
from replies.search.find import find_replies, search_page
from replies.search.rebuild import rebuild
from replies.search.state import SearchState
from tests.makers import make_city, make_proposal, make_reply

pytestmark = pytest.mark.django_db
FILLER = "其他工作按计划推进，各项任务落实到位，群众满意度提高。" * 12


@pytest.fixture(params=["written one by one", "rebuilt"])
def settled(request):
    return (lambda: rebuild(grace=0)) if request.param == "rebuilt" else (lambda: None)


def plain(title="关于其他事项的答复", letter=FILLER, **more):
    return make_reply(
        title=title, letter=letter, proposals=[make_proposal(title="关于其他事项的建议")], **more
    )


def order(q, **more):
    return find_replies(SearchState(q=q, **more)).ids


def test_title_before_heading_before_often_before_in_passing(settled):
    passing = plain(letter=FILLER + "另外提到充电桩。")
    often = plain(letter=FILLER + "充电桩建设。充电桩管理。充电桩补贴。充电桩规划。充电桩检查。" * 2)
    heading = plain(letter=FILLER + "另外提到充电桩。", measures=[{"heading": "加快充电桩建设"}])
    title = plain(title="关于增加充电桩的答复", letter=FILLER + "另外提到充电桩。")
    settled()
    assert order("充电桩") == [title.pk, heading.pk, often.pk, passing.pk]


def test_the_whole_run_before_its_scattered_words(settled):
    scattered = plain(title="关于农村道路和养老设施服务的答复")
    whole = plain(letter=FILLER + "推进农村养老服务。")
    settled()
    assert order("农村养老服务") == [whole.pk, scattered.pk]


@pytest.mark.parametrize("run", ["防汛、抗旱", "3~5部电梯", "互联网+行动"])
def test_the_whole_run_with_its_signs_before_its_scattered_words(settled, run):
    scattered = plain(
        title="关于防汛抗旱、3部和5部电梯、互联网行动的答复", letter=FILLER + "电梯和行动。" * 3
    )
    whole = plain(letter=FILLER + f"推进{run}。")
    settled()
    assert order(run) == [whole.pk, scattered.pk]


def test_near_words_before_far_ones(settled):
    far = plain(letter="电梯工程完成。" + FILLER + "发放补贴。", reply_date=date(2021, 1, 1))
    near = plain(letter=FILLER + "每部电梯给予补贴。", reply_date=date(2019, 1, 1))
    settled()
    assert order("电梯 补贴") == [near.pk, far.pk]


def test_letters_are_read_again_only_where_the_run_does_not_stand_whole(monkeypatch, settled):
    read = []
    monkeypatch.setattr(find, "read_texts", lambda ids: read.append(list(ids)) or {})
    plain(letter=FILLER + "推进农村养老服务。")
    scattered = plain(title="关于农村道路和养老设施服务的答复")
    settled()
    order("农村养老服务")
    assert read == [[scattered.pk]]


def test_a_rare_word_counts_more_than_a_common_one(settled):
    for _ in range(6):
        plain(letter=FILLER + "养老工作。")
    common = plain(title="关于养老的答复", letter=FILLER + "窨井盖。")
    rare = plain(title="关于窨井盖的答复", letter=FILLER + "养老工作。")
    settled()
    assert order("养老 窨井盖")[:2] == [rare.pk, common.pk]


def test_of_equals_the_recent_one_first(settled):
    old = plain(letter=FILLER + "无障碍坡道。", reply_date=date(2012, 5, 1))
    new = plain(letter=FILLER + "无障碍坡道。", reply_date=date(2022, 5, 1))
    settled()
    assert order("无障碍坡道") == [new.pk, old.pk]


def test_a_recent_mention_does_not_push_back_an_old_title(settled):
    plain(letter=FILLER + "无障碍坡道。", reply_date=date(2022, 5, 1))
    old = plain(title="关于无障碍坡道的答复", reply_date=date(2012, 5, 1))
    settled()
    assert order("无障碍坡道")[0] == old.pk


def test_by_date_either_way(settled):
    replies = [plain(reply_date=date(2015 + n, 1, 1)) for n in (2, 0, 1)]
    settled()
    newest = [replies[0].pk, replies[2].pk, replies[1].pk]
    assert order("", sort="newest") == order("") == newest
    assert order("落实", sort="oldest") == newest[::-1]


@pytest.mark.parametrize("q", ["", "落实 推进", "落实"])
def test_pages_together_are_the_whole_in_order(settled, q):
    replies = [plain(letter=f"{FILLER}第{n}件。", reply_date=date(2010, 1, 1 + n % 9)) for n in range(23)]
    settled()
    pages = [search_page(SearchState(q=q, page=n), size=5) for n in range(1, 6)]
    shown = [result.reply.pk for page in pages for result in page.results]
    assert shown == order(q)
    assert sorted(shown) == sorted(reply.pk for reply in replies)
    assert pages[0].pages == 5
    assert pages[0].next.page == 2
    assert pages[4].next is None
    assert pages[0].previous is None


def test_a_page_beyond_the_last_is_the_last_and_that_is_told():
    plain()
    page = search_page(SearchState(page=9))
    assert (page.page, page.pages, len(page.results)) == (1, 1, 1)
    assert [(n.code, n.part) for n in page.notices] == [("beyond-last-page", "9")]


def test_an_excerpt_says_what_was_asked_rather_than_where_and_when():
    plain(
        letter="李明代表：\n"
        + "浙江省温州市印发了2022年的方案（温州〔2022〕3号）。\n"
        + FILLER
        + "\n全市推进窨井盖整治。",
        city=make_city("wenzhou"),
        reply_date=date(2022, 3, 4),
    )
    (result,) = search_page(SearchState(q="温州 2022 窨井盖")).results
    assert "窨井盖" in [p.text for p in result.excerpt if p.hit]


def test_a_result_shows_what_matters():
    plain(
        title="关于養老服務的答复",
        letter="开头。\n" + FILLER + "\n每部电梯给予养老补贴20万元。",
        measures=[{"heading": "一", "phase": "done"}, {"heading": "二", "phase": "planned"}],
    )
    (result,) = search_page(SearchState(q="养老补贴")).results
    assert [p.text for p in result.title_pieces if p.hit] == ["養老"]
    assert [p.text for p in result.excerpt if p.hit] == ["养老补贴"]
    assert (result.done, result.planned) == (1, 1)
