"""What a proposal's title is about, and how near two titles are to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replies.text.fold import fold
from replies.text.grams import words_with

# The frame that nearly every title has, and what a proposer wants done rather than with what.
FRAME = re.compile(
    "关于|进一步|建议|提案|议案|[我全本][市县区省国]|加[强快大]|推[进动广]|促进|提[高升]|完善|健全|建立|构建|尽快|大力|实施"
    "|做好|支持|要求|请求|开展|给予|解决|规范|制定|出台|优化|[深强]化|落实|切实|积极|重视|关注|扩大|改善|增加|存在|几点|若干"
    "|力度|问题|工作|情况|以及|部分|有关|相关|设立|进行|完成|合理|继续|充分"
)
# Words of every field: alone they make no two titles alike.
GENERAL = re.compile(
    "服务业?|体系|建设|水平|高质量|发展|[事产]业|机制|制度|模式|管理|社会|质量|能力|项目|规划|城[市乡]|[农乡]村|社区|居民|群众|设施"
    "|改造|政策|保障|创新|试点|市场|行业"
)
_WORD = re.compile(r"\w\w")
_HALF = 0.5


def title_words(title: str) -> dict[str, float]:
    """The words of a title that say what it is about, each with its weight."""
    words = (word for word in _short_words(fold(title)) if _WORD.match(word) and not FRAME.fullmatch(word))
    return {word: _HALF if GENERAL.fullmatch(word) else 1.0 for word in words}


def _short_words(folded: str) -> Iterator[str]:
    """The dictionary's words, without the archive's own terms: these are long, and then only equal is near."""
    words = words_with(frozenset())
    for word in words.cut(folded):
        yield from words.parts_of(word) or (word,)


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """From 0, nothing in common that matters, to 1, the same words."""
    shared = one.keys() & other.keys()
    if not any(one[word] == 1.0 for word in shared):
        return 0.0
    return 2 * sum(one[word] for word in shared) / (sum(one.values()) + sum(other.values()))
