"""Titles that ask the same, and titles that only look alike."""

import pytest

from replies.text.title_words import likeness, title_words


def near(one, other):
    return likeness(title_words(one), title_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("关于加强养老服务体系建设的建议", "关于完善农村养老服务体系的提案"),
        ("关于老旧小区加装电梯的建议", "关于推进既有多层住宅加装电梯的提案"),
        ("关于增加城市充电桩的提案", "关于加快我市充电设施建设的建议"),
        ("關於加強垃圾分類的建議", "关于推进垃圾分类工作的提案"),
    ],
)
def test_the_same_question_is_near(one, other):
    assert near(one, other) == near(other, one) >= 0.4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("关于进一步加强学校建设的建议", "关于进一步加强养老服务体系建设的建议"),
        ("关于提高服务水平的建议", "关于推进服务业高质量发展的提案"),
        ("关于拓宽村道的建议", ""),
        ("关于建议的建议", "关于提案的提案"),
    ],
)
def test_the_frame_of_a_title_and_general_words_make_nothing_near(one, other):
    assert near(one, other) < 0.4


def test_a_title_is_nearest_to_itself():
    assert near("关于推行公建民营的建议", "关于推行公建民营的建议") == 1
