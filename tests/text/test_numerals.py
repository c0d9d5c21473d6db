"""Numerals and dates."""

from __future__ import annotations

import pytest

from replies.text.numerals import DATE, date_of, whole_number


@pytest.mark.parametrize(
    ("printed", "number"),
    [("13", 13), ("１３", 13), ("十三", 13), ("二十", 20), ("廿三", 23), ("一百零五", 105), ("二〇一九", 2019), ("一万二千", 12000),
     ("", None), ("若干", None)],
)  # fmt: skip
def test_a_numeral_is_read_in_either_script(printed: str, number: int | None) -> None:
    assert whole_number(printed) == number


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2019年7月2日", "2019-07-02"),
        ("2021年 7 月 7 日", "2021-07-07"),
        ("2021- 10- 08", "2021-10-08"),
        ("2023/6/28 15:25", "2023-06-28"),
        ("2023.06.19", "2023-06-19"),
        ("二〇一九年七月八日", "2019-07-08"),
        ("二○二○年十月二十日", "2020-10-20"),
        ("二OO七年五月十八日", "2007-05-18"),
        ("二0一六年十二月三十一日", "2016-12-31"),
        ("一九九八年十月廿三日", "1998-10-23"),
    ],
)
def test_a_date_is_read_however_it_is_written(printed: str, day: str) -> None:
    found = DATE.search(printed)
    assert found is not None
    assert str(date_of(found)) == day


def test_a_day_that_never_was_is_no_date() -> None:
    found = DATE.search("2019年2月31日")
    assert found is not None
    assert date_of(found) is None


def test_a_count_is_not_a_date() -> None:
    assert DATE.search("建成农村幸福院2016个") is None
