"""A figure stands beside those of other places only where it is the whole of what it counts."""

from datetime import date

import pytest

from replies.text.deadlines import Calendar
from replies.text.figures import find_figures
from replies.text.indicators import BY_SLUG, INDICATORS
from replies.text.parsed import Span


def indicators(passage, planned=False):
    found = find_figures(passage, Span(0, len(passage)), Calendar(date(2022, 5, 9)), planned=planned)
    return [figure.indicator for figure in found if figure.unit not in ("岁", "周岁")]


@pytest.mark.parametrize(
    ("passage", "slugs"),
    [
        ("目前我市已建成街道养老服务中心11个，社区日间照料中心52个。", ["town-centres", "day-care-centres"]),
        ("截至2021年底，全县有养老机构31家，养老床位4200张。", ["care-homes", "beds"]),
        ("全市养老床位2.4万张，其中护理型床位9000张。", ["beds", "nursing-beds"]),
        ("我区建有老年食堂43个。", ["canteens"]),
        ("全市60周岁以上老年人口48.2万人，占总人口的21.3%。", ["over-60", "over-60-share"]),
        ("截至目前，入网老年人达12.5万人。", ["on-platform"]),
        ("全市公建民营养老机构35家。", ["public-built-private-run"]),
        ("目前已有41家养老机构实现医养结合。", ["integrated"]),
        ("2021年，市财政安排养老服务补助资金3200万元。", ["public-spending"]),
        ("到2025年，养老床位总数达到6万张。", ["beds"]),
        ("2020年全市60岁以上人口8万人，占总人口的12%。", ["over-60", "over-60-share"]),
    ],
)
def test_a_total_is_mapped(passage, slugs):
    assert indicators(passage) == slugs


@pytest.mark.parametrize(
    ("why", "passage"),
    [
        (
            "a predicate after the list holds for all of it",
            "目前，我市45家养老机构、230家日间照料中心已接入平台。",
        ),
        ("only those that do something", "全市有28家养老机构与医院签约。"),
        ("a kind of them", "全市现有示范型养老机构12家。"),
        ("a grade of them", "目前有5A级居家养老服务中心4家。"),
        ("each one's", "每个社区建设1个日间照料中心。"),
        ("each one's, with another word", "各乡镇至少建有一家养老机构。"),
        ("each one's, said before a list", "每个县城区、街道办建设1个街道养老服务中心。"),
        ("a standard", "200张床位以上的养老机构须内设医务室。"),
        ("what was added", "去年新增养老床位300张。"),
        ("what was added, in a list", "新建街道养老服务中心6个、日间照料中心19个。"),
        ("what one year built", "2021年建成日间照料中心15个。"),
        ("what is being built", "目前在建养老机构7家，约有养老床位900张。"),
        ("one house's", "该院占地30亩，有养老床位150张。"),
        ("another place's", "截至目前，全国共有养老机构3.9万个。"),
        ("a county's within the city", "清河县现有养老机构14家。"),
        ("a street's within the city", "东湖街道现有养老机构3家。"),
        ("a town's", "我镇共有养老机构2家，养老床位120张。"),
        ("a whole town's", "全镇现有农村幸福院12个。"),
        ("a town's within the county", "我县石桥镇60岁以上老年人口3200人。"),
        ("a part of the city's", "主城区养老床位达到5200张。"),
        ("a region's", "长三角地区共有养老床位120万张。"),
        ("wanted", "全市需要养老床位8000张。"),
        ("drawn up", "全市规划养老床位8000张。"),
        ("those with a certificate", "全市持有证书的养老护理员共300人。"),
        ("the province's money", "2021年，省财政下达我市养老服务补助资金2300万元。"),
        ("money for others too", "2021年全市财政投入养老、托育和残疾人服务资金共3.2亿元。"),
        ("the city's without one district", "除清河区外，全市共有养老机构14家。"),
        ("long ago", "2012年全市60岁以上人口8万人，占总人口的12%。"),
        ("a part of a year", "2022年1至4月培训养老护理员300人。"),
        ("per ten thousand", "每万名老年人拥有持证护理员22人。"),
        ("trained, not there", "今年培训持证养老护理员180名以上。"),
        ("on a platform, not alive", "注册平台的60岁以上老年人服务对象5万人。"),
        ("older than sixty", "全市65岁以上老年人口12万人。"),
        ("several years' money", "2018年以来市财政投入养老资金5000万元。"),
        ("a part of the money", "市财政养老资金中，其中2021年护理补贴预算300万元。"),
        ("a share of something else", "推动70%的社区居家养老服务照料中心实现医养结合。"),
        ("no sign that it is the whole", "组织养老机构18家参加演练。"),
    ],
)
def test_what_is_no_total_stays_unmapped(why, passage):
    assert set(indicators(passage)) == {None}, why


def test_homes_in_a_list_are_counted_by_what_is_said_of_them_and_centres_are_not_homes():
    passage = "目前，我市已推动52家养老机构、610家居家养老服务中心实现公建民营。"
    assert indicators(passage) == ["public-built-private-run", None]


def test_a_promise_to_build_so_many_is_no_promise_of_a_total():
    assert indicators("计划到2025年建成社区日间照料中心80个。", planned=True) == [None]
    assert indicators("到2025年，日间照料中心达到80个。", planned=True) == ["day-care-centres"]


def test_every_indicator_has_a_name_in_both_languages_and_a_slug_of_its_own():
    assert len(BY_SLUG) == len(INDICATORS)
    assert all(indicator.label_zh and indicator.label_en for indicator in INDICATORS)
