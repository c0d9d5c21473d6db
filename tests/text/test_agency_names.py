"""What agencies are called besides their full names."""

import pytest

from replies.text.department_names import SHORT, said_shortly
from replies.text.names import agency_keys, agency_names

WENZHOU = [("浙江省", "浙江"), ("温州市", "温州")]
DISTRICT = [*WENZHOU, ("鹿城区", "鹿城")]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("温州市卫生健康委员会", "温州市卫健委"),
        ("温州市卫生健康局", "温州市卫健局"),
        ("发展和改革局", "发改局"),
        ("人力资源和社会保障局", "人社局"),
        ("住房和城乡建设局", "住建局"),
        ("教育体育局", "教体局"),
        ("医疗保障局", "医保局"),
        ("自然资源和规划局", "资规局"),
        ("鹿城区人民政府", "鹿城区政府"),
    ],
)
def test_a_department_has_its_usual_short_forms(name, short):
    assert short in said_shortly(name)


@pytest.mark.parametrize("name", ["民政局", "财政局", ""])
def test_a_name_that_is_short_already_has_none(name):
    assert said_shortly(name) == ()


def test_a_short_form_is_shorter_and_never_its_own_long_form():
    for part, shorts in SHORT.items():
        assert all(len(short) < len(part) for short in shorts), part


@pytest.mark.parametrize(
    "said", ["鹿城区民政局", "鹿城民政局", "民政局", "区民政局", "浙江省温州市鹿城区民政局"]
)
def test_an_agency_is_called_with_and_without_its_place(said):
    assert said in agency_names("浙江省温州市鹿城区民政局", *DISTRICT)


def test_an_agency_that_signs_without_its_place_is_called_by_it_too():
    assert {"温州市民政局", "温州民政局", "民政局"} <= {*agency_names("市民政局", *WENZHOU)}
    assert "温州市场监管局" in agency_names("市场监督管理局", *WENZHOU)


def test_an_agency_of_another_place_keeps_it():
    assert agency_names("西街口镇财政所", *WENZHOU) == ("西街口镇财政所",)


def test_names_are_folded_and_typed_in_pinyin_by_sound_and_initials():
    keys = agency_keys(agency_names("溫州市衛生健康委員會", *WENZHOU))
    assert {"温州卫健委", "wenzhouweijianwei", "wzwjw", "wenzhoushiweishengjiankangweiyuanhui"} <= {*keys}
