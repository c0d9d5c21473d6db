"""The phrases that an archive uses again and again, found by counting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .grams import is_han
from .title_words import FRAME

SHORTEST, LONGEST = 3, 8
MOST = 3_000
LEAST_TEXTS = 5
LEAST_SHARE = 0.02

MOST_WORDS = 4

ABOUT, DOING = "njxb", "vat"
"""Parts of speech that a phrase may end with, and those that only begin one; x are the archive's own terms."""
JOINING = "ucpyrdemqtfo"
"""Those that end a phrase: 的, 和, 在, 我们, 不断, 一个."""
LETTER = re.compile(
    "[经局厅会省市县区]|认真|衷心|[一二三四五六七八九十]次会议|发文机关|承办人|答复|回复|收悉|办理|承办|协办|会办|代表|委员|政协|人大|会议|来信|贵单位|提出|感谢您?|关心|宝贵意见|理解|希望|表示|联系|联系人|联系电话|电话|附件|抄送|签发"
    "|文号|索引|发布|公开|信息公开|日期|来源|打印|关闭|网站|下载|成为|具有|作为|存在|属于|包括|如下|认为|可能|能够|需要|应该"
    "|[该本我贵][市县区省局委]|[市县区省]委|办公室|要求|内容|方面|时间|时候|意见|文件|主要|重点|主题|主题分类|名称|次数|成文|目标|单位|部门|原则|过程|方式|作用|实际|条件|同意|请示|通知|印发|规定"
)
"""Words that every letter has, whatever it is about."""

Phrase = tuple[str, ...]
_HAN_RUN = re.compile(r"[\u3400-\u9fff]{3,}")


def frequent_runs(texts: Sequence[str]) -> dict[str, int]:
    """Runs of 3 to 8 characters that stand in at least a fiftieth of the folded texts, with in how many."""
    least = max(LEAST_TEXTS, int(len(texts) * LEAST_SHARE))
    known: dict[str, int] = {}
    for length in range(SHORTEST, LONGEST + 1):
        counted: Counter[str] = Counter()
        for text in texts:
            counted.update(_runs(text, length, known))
        found = {run: times for run, times in counted.items() if times >= least}
        if not found:
            break
        known.update(found)
    commonest = sorted(known.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return dict(commonest)


def _runs(text: str, length: int, known: dict[str, int]) -> set[str]:
    """The runs of that length; a longer one can only be frequent where both its shorter halves are."""
    found = {
        stretch[start : start + length]
        for stretch in _HAN_RUN.findall(text)
        for start in range(len(stretch) - length + 1)
    }
    return found if length == SHORTEST else {run for run in found if run[:-1] in known and run[1:] in known}


def frequent_phrases(texts: Sequence[Sequence[tuple[str, str]]]) -> dict[str, int]:
    """What a person would type, of those that stand in at least a fiftieth of the texts, with in how many.

    The texts come as words with their parts of speech.  A phrase is one word or several, begins and ends with
    one that says what it is about; several words are not merely a part of a longer phrase.
    """
    counted: Counter[Phrase] = Counter()
    for text in texts:
        counted.update({phrase for start in range(len(text)) for phrase in _phrases_from(text, start)})
    least = max(LEAST_TEXTS, int(len(texts) * LEAST_SHARE))
    frequent = {phrase: times for phrase, times in counted.items() if times >= least}
    longer = [p for p in frequent if len(p) > 2]
    parts = {part for p in longer for part in (p[:-1], p[1:]) if frequent.get(part) == frequent[p]}
    commonest = sorted(((-times, "".join(p)) for p, times in frequent.items() if p not in parts))
    return {phrase: -times for times, phrase in commonest[:MOST]}


def _phrases_from(text: Sequence[tuple[str, str]], start: int) -> Iterator[Phrase]:
    """The phrases that begin with that word: a name by itself, or a doing and what is done."""
    if not _says_something(*text[start], ABOUT + DOING):
        return
    phrase: Phrase = ()
    for word, part_of_speech in text[start : start + MOST_WORDS]:
        joins = phrase and part_of_speech[0] in JOINING
        phrase = (*phrase, word)
        length = sum(map(len, phrase))
        if joins or not is_han(word) or length > LONGEST:
            return
        if length > 1 and _says_something(word, part_of_speech, ABOUT):
            yield phrase


def _says_something(word: str, part_of_speech: str, parts_of_speech: str) -> bool:
    """Whether a phrase may begin or end with it: no word of every letter, and no loose character but a thing."""
    loose = len(word) == 1
    said = part_of_speech == "n" if loose else part_of_speech == "vn" or part_of_speech[0] in parts_of_speech
    return said and not (FRAME.fullmatch(word) or LETTER.fullmatch(word))
