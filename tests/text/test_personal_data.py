"""What the public must not see; all names and numbers are invented or from the samples."""

from __future__ import annotations

import pytest

from replies.text.fold import MASK
from replies.text.personal_data import find_personal_data, mask
from tests.samples import sample_text

HEAD = (
    "关于市政协九届一次会议第81号提案的答复\n叶青委员：\n您提出的《关于提升服务的提案》收悉，现答复如下：\n"
)


def test_the_samples_lose_their_contacts_and_nothing_else() -> None:
    hidden = {}
    for number in range(5):
        text = sample_text(number)
        shown = mask(text)
        assert len(shown) == len(text)
        hidden[number] = sorted({datum.span.of(text) for datum in find_personal_data(text)})
        assert all(a == b for a, b in zip(text, shown, strict=True) if b != MASK)
    assert hidden == {
        0: ["19900000126", "89985185", "金谧"],
        1: ["0393-6687009", "郭振波"],
        2: [],
        3: ["6687009", "陈修斌"],
        4: ["89586332", "徐媛媛"],
    }


def test_a_hotline_in_the_letter_stays() -> None:
    text = (
        HEAD + "我市开通养老服务专线0393-6996169和12345热线，受理来电2000余次。\n黄山市民政局\n2022年6月2日\n"
    )
    assert mask(text) == text


@pytest.mark.parametrize(
    "contact",
    [
        "联系人：袁方，联系电话：13900000001",
        "联 系 人：袁 方　电话：（0559）2500000",
        "联系人及电话：养老服务科 袁方 2500000",
        "联系人：袁方 0559 - 2500000、139 0000 0001",
        "联系人：袁方\n电话：2500000/2500001",
        "| 联系人 | 袁方 | 联系电话 | ２５０００００ |",
        "联系人：袁方；邮箱：yuan@example.org",
        "联系单位：黄山市民政局养老服务科袁方 2500000",
        "联系人：养老服务科科长袁方 2500000",
        "联系人：袁方科长 电话：2500000",
    ],
)
def test_a_contact_is_hidden_however_it_is_written(contact: str) -> None:
    shown = mask(HEAD + "我局已办理。\n黄山市民政局\n2022年6月2日\n" + contact + "\n")
    for secret in (
        "袁方",
        "袁 方",
        "2500000",
        "2500001",
        "13900000001",
        "139 0000 0001",
        "yuan@",
        "２５０００００",
    ):
        assert secret not in shown
    assert "联系" in shown or "联 系" in shown


def test_a_mobile_in_the_text_is_hidden_wherever_it_stands() -> None:
    assert "13900000001" not in mask("村民可拨打13900000001咨询。")
    assert "13900000001" not in mask(HEAD + "养老服务热线13900000001已开通。\n")


def test_papers_accounts_and_homes_are_hidden() -> None:
    text = HEAD + "身份证号11010119900307721X，账号：6222 0000 1111 2222 333，家住幸福小区3栋2单元501室。\n"
    shown = mask(text)
    assert "11010119900307721X" not in shown
    assert "6222" not in shown
    assert "501室" not in shown


@pytest.mark.parametrize(
    "kept",
    [
        "索引号：11341703003249426F/202003-00055",
        "温民提〔2019〕70号",
        "公安备案号 52012202006106",
        "ICP备06000634号-1",
        "投入资金66700000元，建成床位51086张",
        "截至2018年底，60岁以上151.1万人，占18.23%",
        "（第18070123号）",
        "2013-2020年规划，2016-2030年纲要",
        "办公地址：府前路27号",
    ],
)
def test_figures_and_numbers_of_documents_are_not_personal(kept: str) -> None:
    assert mask(HEAD + kept + "。\n") == HEAD + kept + "。\n"


def test_a_deputy_stays_even_where_the_contact_bears_her_name() -> None:
    text = HEAD + "我局已办理。\n黄山市民政局\n2022年6月2日\n联系人：叶青 电话：2500000\n"
    shown = mask(text)
    assert shown.startswith(HEAD)
    assert "叶青" not in shown[len(HEAD) :]


def test_an_office_landline_can_be_shown_but_never_a_mobile() -> None:
    text = sample_text(0)
    shown = mask(text, keep=("89985185", "19900000126"))
    assert "89985185" in shown
    assert "19900000126" not in shown


def test_what_is_masked_once_has_nothing_left_to_mask() -> None:
    once = mask(sample_text(3))
    assert mask(once) == once
