"""Actions named in a letter: which count, what they are called, done or promised."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replies.text.measures import find_measures
from replies.text.outline import read_outline
from replies.text.parsed import ParsedMeasure
from tests.growth import grows_like_its_size
from tests.text.gold import SAMPLES, sample_gold, sample_text

OPENING = "李大海委员：\n您提出的关于方便群众看病的提案收悉。现答复如下：\n"


def measures(text: str, on: date | None = date(2022, 5, 6)) -> tuple[ParsedMeasure, ...]:
    return find_measures(text, read_outline(text), on)


def headings(body: str) -> list[str]:
    return [m.heading for m in measures(OPENING + body)]


def phases(body: str) -> list[str]:
    return [m.phase for m in measures(OPENING + body)]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_give_the_measures_a_reader_found(name):
    gold = sample_gold(name)
    found = measures(sample_text(name), date.fromisoformat(gold["reply_date"]))
    assert [(m.marker, m.phase) for m in found] == [
        (w["marker"] if w.get("marker") else "", w["phase"]) for w in gold["measures"]
    ]
    for got, want in zip(found, gold["measures"], strict=True):
        names = [want["heading"], want.get("heading_full") or want["heading"]]
        assert any(got.heading.startswith(n[:12]) for n in names)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_heading_fits_on_a_line_and_stands_in_the_letter(name):
    text = sample_text(name)
    for measure in measures(text):
        assert 4 <= len(measure.heading) <= 40
        assert measure.heading == "".join(measure.heading_span.of(text).split())
        assert measure.text == measure.span.of(text)


def test_reasons_are_not_measures():
    assert headings("目前暂时无法建设，原因主要有：一是资金困难。二是用地紧张。\n") == []


def test_difficulties_told_without_the_word_are_not_measures():
    assert headings("新院区建设一是缺乏用地指标；二是财政资金难以保障；三是人员编制不足。\n") == []


def test_what_the_deputy_asked_for_is_not_a_measure():
    assert headings("您在提案中建议：一是增设门诊；二是延长时间。对此我们完全赞同。\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "一是针对医生不足，招聘医生20人。二是针对资金紧张，争取资金300万元。\n",
        "一是对没有门诊的乡镇，逐一新建门诊。二是帮助困难群众，发放补助300万元。\n",
        "一、门诊不足的问题\n已增设门诊3个，配齐医生。\n二、药价偏高的问题\n药价已降低两成。\n",
    ],
)
def test_troubles_that_are_being_met_are_measures(body):
    assert len(headings(body)) == 2


def test_answers_to_problems_are_measures():
    body = "针对您反映的问题，我们采取以下措施：一是增设门诊。已增设三个门诊。二是延长时间。门诊延长到晚上八点。\n"
    assert headings(body) == ["增设门诊", "延长时间"]


def test_background_sections_are_not_measures():
    body = "一、基本情况\n全县共有医院三家，群众看病较远。\n二、加快医院建设\n我局已启动建设。\n三、存在问题\n资金不足。\n"
    assert headings(body) == ["加快医院建设"]


def test_a_section_without_items_counts_once_by_its_heading():
    body = "一、关于增设门诊的建议\n已增设门诊。\n二、关于延长时间的建议\n我局将继续协调医院延长时间。\n"
    found = measures(OPENING + body)
    assert [(m.heading, m.phase, m.is_section) for m in found] == [
        ("关于增设门诊的建议", "done", True),
        ("关于延长时间的建议", "planned", True),
    ]


def test_a_section_with_items_counts_by_its_items():
    body = "一、加强门诊建设\n（一）增设门诊。已增设。\n（二）延长时间。已延长。\n"
    assert headings(body) == ["增设门诊", "延长时间"]


def test_a_lead_paragraph_with_actions_of_its_own_counts_before_the_items():
    body = (
        "一、加强门诊建设\n我局印发了《门诊建设方案》，累计投入资金300万元，已建成门诊部6个。\n"
        "1.增设门诊。已增设。\n2.延长时间。已延长。\n"
    )
    assert headings(body) == ["加强门诊建设", "增设门诊", "延长时间"]


def test_next_step_turns_all_that_follows_in_its_section_into_promises():
    body = (
        "一、关于门诊\n（一）增设门诊。我们在东区、西区各增设了一个门诊，配齐医生护士，添置了设备，方便群众就近看病。\n"
        "（二）延长时间。各门诊的时间延长到晚上八点，周末不休，群众下班以后也能看病，得到大家一致好评。\n"
        "下一步，我们将继续努力。一是增加医生。二是添置设备。\n"
        "二、关于药品\n（一）配齐药品。各门诊的药品已经配齐。\n（二）降低药价。药价已经降低。\n"
    )
    assert phases(body) == ["done", "done", "planned", "planned", "done", "done"]


def test_a_heading_of_plans_makes_what_is_under_it_planned():
    body = "一、工作开展情况\n（一）增设门诊。\n（二）延长时间。\n二、下一步工作打算\n（一）增加医生。\n（二）添置设备。\n"
    assert phases(body) == ["done", "done", "planned", "planned"]


def test_a_sentence_that_announces_the_list_makes_it_planned():
    body = "我局将重点做好以下几个方面的工作：一是增加医生。二是添置设备。\n"
    assert phases(body) == ["planned", "planned"]


def test_a_heading_that_only_leads_up_takes_in_the_next_clause():
    body = "一是对于偏远乡村，安排巡回医疗车每月下乡。二是增加医生。\n"
    assert headings(body)[0] == "对于偏远乡村，安排巡回医疗车每月下乡"


def test_an_unmarked_letter_has_no_enumerated_measures():
    assert headings("我局已在东区增设门诊。下一步，我们将争取资金，增加医生。\n") == []


def test_a_letter_in_traditional_script_is_read_alike_and_printed_as_it_stands():
    body = "下一步，我局將重點做好以下工作：一是增設門診，方便群眾。二是延長門診時間，擴大服務範圍。\n"
    found = measures("李大海委員：\n您提出的關於方便群眾看病的提案收悉。現答覆如下：\n" + body)
    assert [(m.heading, m.phase) for m in found] == [
        ("增設門診，方便群眾", "planned"),
        ("延長門診時間，擴大服務範圍", "planned"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "申请救助应当符合以下条件：（一）具有本市户籍；（二）家庭人均收入较低；（三）遭遇突发变故。\n",
        "您提出三条建议：1.增加班次；2.延长时间；3.降低票价。\n",
        "小学一、二年级不留作业，三、四年级少留作业。\n",
        "新院区尚未开工，理由如下：（一）该地块规划未调整；（二）资金尚未到位。\n",
    ],
)
def test_rules_wishes_and_counting_are_not_measures(body):
    assert headings(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "三年来，一是抓规划。编制了规划。二是抓建设。建成门诊六个。但仍有不足，一是医生不足，二是管理粗放。"
            "下一步，一是增加医生。二是加强管理。\n",
            [("抓规划", "done"), ("抓建设", "done"), ("增加医生", "planned"), ("加强管理", "planned")],
        ),
        (
            "一是举办义诊86场。\n二是发放药品。\n2024年工作打算：\n一是新建门诊三个。\n二是培训医生。\n",
            [
                ("举办义诊86场", "done"),
                ("发放药品", "done"),
                ("新建门诊三个", "planned"),
                ("培训医生", "planned"),
            ],
        ),
        (
            "——实施安居工程。改造危房520户。\n——实施饮水工程。铺设管网三十公里。\n",
            [("实施安居工程", "done"), ("实施饮水工程", "done")],
        ),
        (
            "我们重点抓了以下工作：一、加强领导，成立专班；二、加大投入，购置设备。\n",
            [("加强领导，成立专班", "done"), ("加大投入，购置设备", "done")],
        ),
        (
            "今后我们一要加大投入，添置设备；二要健全网络，方便群众。\n",
            [("加大投入，添置设备", "planned"), ("健全网络，方便群众", "planned")],
        ),
        (
            "（一）资金保障方面：安排专项资金2亿元。\n（二）人才培养方面：培养医生200人。\n",
            [("资金保障方面：安排专项资金2亿元", "done"), ("人才培养方面：培养医生200人", "done")],
        ),
    ],
)
def test_lists_of_many_kinds_are_read(body, expected):
    assert [(m.heading, m.phase) for m in measures(OPENING + body)] == expected


@pytest.mark.parametrize(
    "marks",
    ["㈠ ㈡ ㈢", "⑴ ⑵ ⑶", "⒈ ⒉ ⒊", "１． ２． ３．", "1， 2， 3，", "一丶 二丶 三丶", "一） 二） 三）", "❶ ❷ ❸", "★ ★ ★", "措施一： 措施二： 措施三：",
     "首先， 其次， 第三，", "1、 2、 2、", "一则 二则 三则"],
)  # fmt: skip
def test_marks_of_many_kinds_number_a_list(marks):
    first, second, third = marks.split()
    body = f"{first}增设门诊。已增设门诊三个。\n{second}延长时间。延长到晚上八点。\n{third}降低药价。已降低药价。\n"
    assert headings(body) == ["增设门诊", "延长时间", "降低药价"]


@pytest.mark.parametrize(
    ("lead", "phase"),
    [
        ("以后的工作中，我局重点：", "planned"),
        ("明年，我们重点做好：", "planned"),
        ("我们要做好以下几项工作：", "planned"),
        ("力争年内：", "planned"),
        ("近期工作安排\n", "planned"),
        ("近年来，我局采取了以下措施：", "done"),
        ("对此，我局高度重视，", "done"),
    ],
)
def test_the_words_before_a_list_tell_its_phase(lead, phase):
    body = f"{lead}一是加强门诊建设，优化布局。二是加强宣传，方便群众。\n"
    assert phases(body) == [phase, phase]


def test_an_item_that_tells_no_time_goes_with_the_promises_beside_it():
    body = "一是我局将积极争取资金三百万元。二是配合镇里做好群众工作。\n"
    assert phases(body) == ["planned", "planned"]


def test_a_heading_that_names_a_plan_is_no_promise():
    body = "一、加强资金安排\n已安排资金300万元。\n二、制定三年行动计划\n印发了行动计划。\n"
    assert phases(body) == ["done", "done"]


def test_items_that_each_end_with_their_own_next_step_stay_whole():
    body = (
        "1.关于门诊。我们已增设门诊三个，配齐了医生。\n下一步，我们将增加护士。\n"
        "2.关于药品。我们已配齐药品，降低了药价。\n下一步，我们将公开药价。\n"
    )
    assert [(m.phase, m.text[-7:]) for m in measures(OPENING + body)] == [
        ("done", "们将增加护士。"),
        ("done", "们将公开药价。"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一是在网页公开《城乡绿化行动计划实施办法》。二是公布《绿道建设规划》。\n", ["done", "done"]),
        ("一是2020年向上争取资金50万元。二是今年2月向省里争取项目3个。\n", ["done", "done"]),
        ("一是今年9月向上争取资金50万元。二是年底前争取项目3个。\n", ["planned", "planned"]),
        ("一是改造东街老校舍，规划能容纳学生150名。二是在西街规划新建校舍一处。\n", ["planned", "planned"]),
    ],
    ids=["names of papers", "tried in a time gone by", "to be tried", "laid out"],
)
def test_names_of_plans_and_what_was_tried_are_no_promises(body, expected):
    assert phases(body) == expected


@pytest.mark.parametrize(
    ("section", "phase"),
    [
        ("资金难以安排，只能靠上级补助。下步我局将继续争取资金。", "planned"),
        ("我局已与公司当面交流一次。下一步，将按标准审核。", "planned"),
        ("我局已建成驿站两处。下一步，将继续增加。", "done"),
        ("我局加强巡查，保持整洁。垃圾做到每日清运。下一步，将继续巡查。", "done"),
    ],
    ids=["only troubles", "only talks", "a result", "what is always done"],
)
def test_a_section_that_turns_to_plans_is_a_promise_where_nothing_was_reached_before(section, phase):
    assert phases(f"一、关于设施的建议。{section}\n二、关于宣传的建议。已印发手册。\n") == [phase, "done"]


@pytest.mark.parametrize(
    "announcing",
    [
        "我厅将从以下方面予以支持",
        "我局高度重视",
        "我们主要做了以下三个方面工作",
        "下一步，我局将采取以下措施",
    ],
)
def test_a_heading_that_only_says_that_something_follows_gives_way_to_what_follows(announcing):
    body = f"一、{announcing}。加大资金投入，修好道路。\n二、{announcing}。开展巡查，保持整洁。\n"
    assert headings(body) == ["加大资金投入", "开展巡查"]


def test_numbered_steps_in_one_paragraph_are_items():
    assert headings("举措一：开展普查。摸清底数。举措二：建立台账。举措三：定期走访。\n") == [
        "开展普查",
        "建立台账",
        "定期走访",
    ]


def test_what_is_to_be_entered_in_a_plan_is_promised_and_a_drill_is_not():
    body = "一是安装护栏，拟列入2023年计划。二是开展模拟演练，已完成两次。\n"
    assert phases(body) == ["planned", "done"]


def test_a_section_on_why_the_matter_is_important_is_no_measure():
    body = "一、绿道是宜居城市的重要组成部分\n绿道方便群众，意义深远。\n二、推进绿道建设\n建成绿道12公里。\n"
    assert headings(body) == ["推进绿道建设"]


def test_a_section_on_why_the_matter_is_important_counts_where_it_tells_what_is_done():
    body = "一、绿道是宜居城市的重要组成部分\n我局已建成绿道12公里。\n二、推进绿道管护\n落实了专人。\n"
    assert headings(body) == ["绿道是宜居城市的重要组成部分", "推进绿道管护"]


LETTER_PARTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["一、", "二、", "（一）", "(二)", "1.", "2、", "（1）", "①", "一是", "二是", "首先，", "其次，", "下一步，", "\n", "。", "；",
             "，", "建成养老机构12家", "5-10万元", "到2025年底全覆盖", "《", "》", "“", "目前", "现答复如下：", "感谢您", "原因是", "　", "\x00", "\u2028"]
        ),
        st.text(max_size=8),
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(parts=LETTER_PARTS)
def test_no_text_breaks_the_reading_and_every_span_holds_what_it_says(parts):
    text = "".join(parts)
    outline = read_outline(text)
    assert all(0 <= e.span.start <= e.span.end <= len(text) for e in outline.entries)
    for measure in find_measures(text, outline, date(2020, 1, 1)):
        assert measure.span.of(text) == measure.text
        assert (
            measure.span.start <= measure.heading_span.start <= measure.heading_span.end <= measure.span.end
        )
        assert measure.heading
        assert all(f.span.of(text) == f.text for f in measure.figures)


@pytest.mark.parametrize("glue", ["\n", ""])
def test_reading_takes_time_in_proportion_to_the_length(glue):
    def measures_of(times: int) -> None:
        text = glue.join(sample_text(name) for name in SAMPLES * times)
        find_measures(text, read_outline(text), date(2020, 1, 1))

    assert grows_like_its_size(measures_of, 2, 15)


@pytest.mark.parametrize(
    ("item", "phase"),
    [
        ("东街改造已纳入“十四五”改造计划，力争2023年启动", "planned"),
        ("东街改造已纳入“十四五”改造计划，已完工两段，力争年底收尾", "done"),
        ("现已选址河西，待上级同意后列入2022年计划", "planned"),
        ("县水利局将继续加大投入，整治渠道。目前一段已开工，一段已签合同", "planned"),
        ("县水利局将继续加大投入，整治渠道。两段已全部完成", "done"),
        ("积极将园艺融入全县规划，争取中央资金4.6亿元，支持12家企业", "done"),
    ],
)
def test_what_is_on_paper_only_is_promised_and_what_was_given_is_done(item, phase):
    assert phases(f"一是印发手册。二是{item}。\n")[1] == phase
