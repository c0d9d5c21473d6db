"""Numbers in a letter: which are figures, what they are of, what they are there for."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from replies.text.deadlines import Calendar, deadline_of
from replies.text.figures import find_figures
from replies.text.measures import find_measures
from replies.text.outline import read_outline
from replies.text.parse import parse_reply
from replies.text.parsed import Span
from tests.text.gold import SAMPLES, sample_gold, sample_text

SPRING_2021 = Calendar(date(2021, 4, 12))


def figures(passage: str, planned: bool = False):
    return find_figures(passage, Span(0, len(passage)), SPRING_2021, planned=planned)


def counted(passage: str) -> list[tuple[float | None, str]]:
    return [(f.value, f.unit) for f in figures(passage)]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_give_the_figures_a_reader_found(name):
    gold, text = sample_gold(name), sample_text(name)
    found = find_measures(text, read_outline(text), date.fromisoformat(gold["reply_date"]))
    got = Counter((f.value, f.unit) for m in found for f in m.figures)
    assert got == Counter((f["value"], f["unit"]) for m in gold["measures"] for f in m.get("figures") or [])


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("建成农村幸福院2016个", [(2016, "个")]),
        ("入网老年人66.7万人", [(66.7, "万人")]),
        ("服务10万余人次", [(10, "万人次")]),
        ("惠及群众1300余名", [(1300, "名")]),
        ("共有机构6 家", [(6, "家")]),
        ("投入资金1,200万元", [(1200, "万元")]),
        ("财政资金达6000万以上", [(6000, "万元")]),
        ("覆盖3.3万余老年人", [(3.3, "万")]),
        ("补贴标准为600元/月", [(600, "元/月")]),
        ("每年安排5-10万元", [(None, "万元")]),
        ("覆盖率达到百分之八十五", [(85, "%")]),
        ("建成二十余个驿站", [(20, "个")]),
        ("每个镇至少建有一家养老院", [(1, "家")]),
        ("到2022年实现乡镇全覆盖", [(None, "全覆盖")]),
        ("建设12个体育公园、5个人才公寓", [(12, "个"), (5, "个")]),
        ("召开3次会议，开办30家长者食堂", [(3, "次"), (30, "家")]),
        ("抽检12000批次，栽树15000余株", [(12000, "批次"), (15000, "株")]),
        ("完成12项目标任务，服务5类人群", [(12, "项"), (5, "类")]),
        ("总投资约3.2个亿，已到位2千多万元", [(3.2, "亿元"), (2, "千万元")]),
        ("全县有30万人口", [(30, "万人")]),
        ("浓度降到35微克/立方米，水价2.8元/吨", [(35, "微克/立方米"), (2.8, "元/吨")]),
        ("管线长68.5km，装机50MW", [(68.5, "km"), (50, "MW")]),
        ("三年分别拨付120、150和300万元", [(120, "万元"), (150, "万元"), (300, "万元")]),
        ("八成以上的村有六十周岁以上老人", [(8, "成"), (60, "周岁")]),
        ("三分之二的村已通水，资金到位一半", [(None, "三分之二"), (None, "一半")]),
        ("力争到2025年床位翻一番，产值翻了两倍", [(None, "翻一番"), (None, "翻了两倍")]),
        ("按1:3的比例配备护理员，师生比达到1：15", [(None, "1:3"), (None, "1：15")]),
        ("新增学位4500，惠及3000余老年人", [(4500, ""), (3000, "")]),
        ("增设公交站点一处，开通专线八条，建成双墓122穴", [(1, "处"), (8, "条"), (122, "穴")]),
        ("目前已建成一座村级公墓", [(1, "座")]),
        ("涉及8镇2街道、120个村，得98.5分", [(8, "镇"), (2, "街道"), (120, "个"), (98.5, "分")]),
    ],
)
def test_figures_keep_their_unit_as_printed(passage, expected):
    assert counted(passage) == expected


@pytest.mark.parametrize(
    "passage",
    [
        "2019年10月底前印发《三年行动方案（2019-2021年）》",
        "根据民发〔2018〕45号文件和第12条规定",
        "联系电话0393-6996169，也可拨打12345热线",
        "住建等13部门联合印发通知",
        "提供24小时服务，15个工作日内办结",
        "形成“1+6”格局，建成5A级中心",
        "由五个领导牵头，组建一支队伍，形成一系列制度，实现全覆盖",
        "结成1对1帮扶，提供“12349”服务",
        "县十届3次会议和第1、2批名单，由12路公交到S304线",
        "从3个方面着手，上午8时30分，在大河村3组实施“十项工程”",
        "四五百人、二三十家的规模，每天100分钟，十分感谢",
        "自2021年1月1起施行",
        "发现隐患一处，改造中一处院落保持原样",
        "另一半由上半年开工，8:30上班，比分2:1，《按1:5的比例配备办法》",
    ],
)
def test_years_numbers_phones_and_names_are_no_figures(passage):
    assert counted(passage) == []


def test_figures_in_wide_digits_are_read_and_shown_as_printed():
    body = "李大海委员：\n您提出的提案收悉。现答复如下：\n一是铺设管网１２．５公里。二是覆盖率达９５％。\n"
    found = [f for m in find_measures(body, read_outline(body), None) for f in m.figures]
    assert [(f.value, f.unit, f.text) for f in found] == [
        (12.5, "公里", "铺设管网１２．５公里"),
        (95, "%", "覆盖率达９５％"),
    ]


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        ("全市120个居（村）委会已挂牌", ["全市120个居（村）委会已挂牌"]),
        ("现有河畔（山前）新区养老院12家", ["现有河畔（山前）新区养老院12家"]),
        ("投入12万元（含镇级5万元）", ["投入12万元", "含镇级5万元"]),
        ("8个以茶叶、蔬菜等为主的园区，另有果园", ["8个以茶叶、蔬菜等为主的园区"]),
        (
            "沿河新区内由本地企业先后在老城南片分批建起并且已经投入使用多年的各类各式为邻里服务的小型站点12个",
            1,
        ),
    ],
)
def test_a_figure_is_shown_with_the_whole_clause_that_says_what_is_counted(passage, shown):
    found = [f.text for f in figures(passage)]
    if shown == 1:  # too long for a line: it begins where a part of the clause does
        assert found == ["老城南片分批建起并且已经投入使用多年的各类各式为邻里服务的小型站点12个"]
    else:
        assert found == shown


@pytest.mark.parametrize(
    ("passage", "planned", "role", "deadline"),
    [
        ("目前已建成驿站46家", False, "result", None),
        ("到2025年底建成驿站100个", False, "target", "2025"),
        ("今年计划新增床位300张", False, "target", "2021"),
        ("力争10月底前培训护理员200名", True, "target", "2021-10"),
        ("“十四五”期间新建学校12所", True, "target", "2025"),
        ("为80周岁以上老人上门服务", True, "threshold", None),
        ("按每百户不低于30平方米的标准配建", True, "threshold", None),
        ("每人每月发放补贴200元", False, "threshold", None),
        ("2019年完成改造120户", True, "result", None),
        ("完成年度目标任务的105%", False, "result", None),
        ("将资金300万元全部拨付到位", False, "result", None),
        ("已达到每千人拥有床位35张的目标", False, "result", None),
        ("按计划完成改造120户", False, "result", None),
        ("模拟演练12次", False, "result", None),
        ("一次性给予20万元补助", False, "threshold", None),
        ("按每平方公里新建5座的要求布点", False, "threshold", None),
        ("平均浓度为35微克/立方米", False, "result", None),
        ("每村须有1处水池", False, "threshold", None),
        ("2019年至2020年，完成了9家市场改造", False, "result", None),
        ("建桥需投入资金100多万元", False, "context", None),
        ("全县短缺图书4万余册", False, "context", None),
        ("争取外省企业和基金会捐赠等资金400余万元", False, "result", None),
        ("现已选址，计划可停放大车130辆", False, "target", None),
        ("已争取省里造林任务8900亩", False, "result", None),
        ("省财政厅等9个部门联合检查", False, "context", None),
        ("拟对2005年底前建成使用的84个小区进行改造", True, "target", None),
        ("今年我局改造2000年以前建成的老小区7个", True, "target", "2021"),
        ("按照《助餐三年行动方案（2021—2023年）》，年内建成助餐点64个", True, "target", "2021"),
    ],
)
def test_a_figure_says_what_it_is_there_for(passage, planned, role, deadline):
    (figure,) = figures(passage, planned)
    assert (figure.role, figure.deadline) == (role, deadline)


@pytest.mark.parametrize(
    ("passage", "slug"),
    [
        ("现有养老机构17家", "care-homes"),
        ("养老机构床位共计4089张", "beds"),
        ("其中护理型床位1200张", "nursing-beds"),
        ("已建成社区日间照料中心68个", "day-care-centres"),
        ("77家养老机构实现公建民营", "public-built-private-run"),
        ("全市共有持证养老护理员886人", "certified-carers"),
        ("建成农村幸福院2016个", "rural-happy-homes"),
        ("60岁以上老年人总数为151.1万人", "over-60"),
        ("新建农村公路137公里", None),
    ],
)
def test_figures_that_can_be_compared_carry_an_indicator(passage, slug):
    assert [f.indicator for f in figures(passage) if f.unit != "岁"] == [slug]


def test_this_year_of_an_undated_letter_is_not_read_as_an_earlier_year_in_the_sentence():
    passage = "根据2019年的方案，今年计划新建驿站12个，到2026年建成驿站40个"
    found = find_figures(passage, Span(0, len(passage)), Calendar(None))
    assert [(f.value, f.deadline) for f in found] == [(12, None), (40, "2026")]


def test_this_year_of_a_letter_without_a_date_is_its_numbers_year():
    letter = "柳民函〔2019〕37号\n陈小河代表：\n您提出的关于助餐的建议收悉。现答复如下：\n一是今年建成助餐点64个。二是将新建驿站，年底前投用12个。\n"
    assert [(f.value, f.deadline) for m in parse_reply(letter).measures for f in m.figures] == [
        (64, "2019"),
        (12, "2019"),
    ]


def test_when_something_was_done_is_no_deadline_of_what_is_promised_beside_it():
    promise = "另外两段已于2021年6月30日完成设计，计划明年竣工。"
    assert deadline_of(promise, SPRING_2021, planned=True) == "2022"
    assert deadline_of("现已于2021年6月完成设计，计划尽快开工。", SPRING_2021, planned=True) is None
    assert deadline_of("工程于2021年3月20日开工，计划投资300万元。", SPRING_2021, planned=True) is None
