"""What a letter promises or reports outside its numbered items, sentence by sentence.

Many short letters number nothing; what they undertake stands in plain sentences.  These are kept
apart from the measures proper: they carry no marker, and only sentences count in which the agency
itself says what it will do, or what has been done with a number or a document to show for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from replies.text import normalize
from replies.text.achieving import ACHIEVED, OURSELVES, SEEN, SHOWN
from replies.text.deadlines import Calendar, deadline_of
from replies.text.figures import find_figures
from replies.text.headings import LEADS_UP, LINE_WIDTH, cut_to_line, only_announces, tidy
from replies.text.letter_lines import TURN, sentence_end
from replies.text.measures import as_printed
from replies.text.outline import Outline
from replies.text.parsed import ParsedMeasure, Span
from replies.text.phases import DONE, NEXT, PAPER, PLANNED
from replies.text.promising import WILL_SAY

SENTENCE_STOPS = "。！!？?；;\n\r"
CLAUSE_STOPS = "，,：:"
# What stands in the way; a promise behind it still holds: 目前无资金，待下达后我局将立即实施.
UNABLE = re.compile(
    r"无法|不能|难以|不具备|暂[时不无未]|没有|不再|不予|不宜|尚[无未]|待[^，,。]{1,20}(?:后|时)|(?:比较|较为|相对|十分|非常)困难"
)
PROMISED_STILL = re.compile(rf"{WILL_SAY.pattern}|立即|尽快|及时|优先|组织实施|[开动]工")
# What hangs on an if, or is asked of others.
ON_CONDITION = re.compile(r"如果|若(?!干)|建议(?:您|贵|你)|希望|恳请|届时")
WISH = re.compile(r"^(?:相信|希望|感谢|欢迎|恳请|如果|若|建议|以上|此|您|你|代表|委员)")
# 您在建议中反映：: what follows is the deputy's, up to the sentence that answers it.
RAISED = re.compile(r"(?:您|你|代表|委员)(?:们)?[^，,。；;：:]{0,12}(?:反映|提出|指出|认为)[：:]")
ANSWERED = re.compile(
    r"^(?:对此|针对|为此|经)|我[们市县区局省厅委院处镇乡]|[省市县区](?:政府|[^，,。；;]{1,8}[局厅委])"
)
# 你们打算今后开展的培育: what the deputies plan is no promise of the office, nor is what has led to a result:
# 通过多方争取项目和资金，该路已开工.
THEIRS = re.compile(
    r"(?:^|(?<=[，,]))(?:通过|经过?)(?!营)[^，,。；;]{0,20}争取[^，,。；;]{0,16}(?=[，,])|[您你](?:们)?(?:(?:正在|打算|计划)[^，,。；;]{0,40}|[^“”\"，,。；;]{0,6}(?:提出|建议|反映)[^“”\"，,。；;]{0,4}[“\"][^“”\"]{2,150}[”\"])"
)
SHORTEST = 8
MOST_UNDERTAKINGS = 1_000
# A clause that ends so only says where or on what grounds: the next one says what.
ONLY_WHERE = re.compile(
    r"(?:[中上下后时间内]|方面|要求|精神|原则|规定|契机|抓手|依据|为例|需要|部署|安排|进度|情况|实际|[0-9][年月日]|半年)$"
)
# 争取早日实施 alone names nothing: the clause before it says of what.
SAYS_NO_WHAT = re.compile(
    r"(?:并|也|将|拟|可|能|内|底|前|年|月|预计|力争|争取|20[0-9]{2}年|[0-9]{1,2}月|今年|尽快|早日|尽早|适时|立即|及时|逐步|予以|给予|加以|组织|此项|该|项|问题|工作|项目"
    r"|实施|解决|落实|完成|完工|竣工|开工|动工|启动|建设|施工|治理|改造|更新|投入使用|全部)+"
)
PART_BEGINS = re.compile("[、，,的等]")
TURN_LEAD = re.compile(TURN.pattern + r"(?:的?工作)?(?:当?中)?[，,]?")


class Undertakings(NamedTuple):
    """In document order; `is_cut` where the letter has more of them than are read."""

    found: tuple[ParsedMeasure, ...]
    is_cut: bool


def find_undertakings(
    text: str, outline: Outline, letter_date: date | None, measures: Sequence[ParsedMeasure] = ()
) -> Undertakings:
    """Promises and achievements in plain sentences, outside of `measures`.

    Beside numbered measures only those count that bring a figure or a date: the rest only leads up
    to the lists.
    """
    calendar = Calendar(letter_date)
    plain = normalize.plain(text)
    taken = sorted((m.span.start, m.span.end) for m in measures)
    free = (s for s in _sentences(plain, outline, taken) if not _inside(s, taken))
    telling = ((s, phase) for s in free if (phase := _phase(s.of(plain))))
    found = [_undertaking(plain, s, phase, calendar) for s, phase in islice(telling, MOST_UNDERTAKINGS)]
    told = (u for u in _once_each(found) if not measures or u.figures or u.deadline)
    printed = tuple(told) if plain == text else tuple(as_printed(u, text, plain) for u in told)
    return Undertakings(printed, is_cut=next(telling, None) is not None)


def _once_each(found: Sequence[ParsedMeasure]) -> Iterator[ParsedMeasure]:
    """Without what a page prints twice, as a summary above the letter."""
    seen = set()
    for undertaking in found:
        words = "".join(undertaking.text.split())
        if words not in seen:
            seen.add(words)
            yield undertaking


def _sentences(plain: str, outline: Outline, taken: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The sentences of the body, thanks and contact and what is in measures left out."""
    for line in outline.lines:
        if line.start in outline.closing:
            continue
        start = line.start
        raised = False
        while start < line.end:
            start = _past(start, taken)
            while start < line.end and plain[start].isspace():
                start += 1
            if start >= line.end:
                break
            end = sentence_end(plain, Span(start, line.end), SENTENCE_STOPS)
            raised = bool(
                RAISED.match(plain, start, end) or (raised and not ANSWERED.search(plain[start:end]))
            )
            if end - start >= SHORTEST and not raised:
                yield Span(start, end)
            start = end + 1


def _past(at: int, taken: Sequence[tuple[int, int]]) -> int:
    """The place itself, or the end of the measure that it stands in."""
    measure = bisect_right(taken, (at + 1,)) - 1
    return max(at, taken[measure][1]) if measure >= 0 else at


def _inside(sentence: Span, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (sentence.start, sentence.end))
    return (at > 0 and sentence.start < taken[at - 1][1]) or (at < len(taken) and sentence.end > taken[at][0])


def _phase(sentence: str) -> str | None:
    """Promised or done, or neither."""
    if WISH.match(sentence) or ON_CONDITION.search(sentence) or sentence.endswith(("：", ":")):
        return None
    if _is_unable(sentence):
        return None
    told = _by_us(sentence)
    if _only_announces(told):
        return None
    will = WILL_SAY.search(told) or NEXT.search(told)
    achieved = ACHIEVED.search(told)
    if achieved and will and achieved.start() <= will.start() < achieved.end():
        achieved = None  # 2022年计划建设1000个
    if will and not (achieved and SHOWN.search(sentence, achieved.start(), will.start())):
        return PLANNED
    return DONE if achieved and any(p.search(sentence) for p in (SHOWN, OURSELVES, SEEN)) else None


def _is_unable(sentence: str) -> bool:
    """Whether the sentence says what stands in the way, and behind it nothing that is promised all the same."""
    in_the_way = [found.end() for found in UNABLE.finditer(sentence)]
    if not in_the_way:
        return False
    behind = PROMISED_STILL.finditer(sentence, in_the_way[-1])
    return all(promise.group() == "争取" for promise in behind)


def _only_announces(told: str) -> bool:
    turn = TURN_LEAD.match(told)
    return only_announces(told[turn.end() :] if turn else told)


def _by_us(sentence: str) -> str:
    """The same length, without papers and what is not the office's own promise."""
    return THEIRS.sub(lambda m: "\0" * len(m.group()), _without_papers(sentence))


def _without_papers(sentence: str) -> str:
    """The same length, with the names of papers blotted out: a 建设规划 in them builds nothing."""
    if "《" not in sentence:
        return sentence
    return PAPER.sub(lambda m: "\0" * len(m.group()), sentence)


def _undertaking(plain: str, sentence: Span, phase: str, calendar: Calendar) -> ParsedMeasure:
    named = _naming(plain, sentence, WILL_SAY if phase == PLANNED else ACHIEVED)
    planned = phase == PLANNED
    return ParsedMeasure(
        marker="",
        heading=tidy(named.of(plain)),
        section=None,
        phase=phase,
        text=sentence.of(plain),
        span=sentence,
        heading_span=named,
        figures=find_figures(plain, sentence, calendar, planned=planned),
        deadline=deadline_of(sentence.of(plain), calendar, planned=planned),
    )


def _naming(plain: str, sentence: Span, telling: re.Pattern[str]) -> Span:
    """The clause that says what is done, without 下一步 before it, at most a line."""
    turn = TURN_LEAD.match(plain, sentence.start, sentence.end)
    begin = turn.end() if turn else sentence.start
    found = telling.search(_by_us(sentence.of(plain)), begin - sentence.start)
    at = sentence.start + found.start() if found else begin
    start = max(begin, *(plain.rfind(c, begin, at) + 1 for c in CLAUSE_STOPS))
    end = sentence_end(plain, Span(max(at, start), sentence.end), CLAUSE_STOPS)
    while end < sentence.end and (end - start < SHORTEST or LEADS_UP.match(plain, at, end)):
        longer = sentence_end(plain, Span(end + 1, sentence.end), CLAUSE_STOPS)
        if longer - start > LINE_WIDTH:
            if end - start >= SHORTEST and not ONLY_WHERE.search(plain, start, end):
                break
            start = end + 1
        at, end = end + 1, longer
    start = _with_what(plain, Span(start, end), begin)
    while start < end and plain[start] in "，,：: 　":
        start += 1
    return _on_a_line(plain, Span(start, end), at)


def _with_what(plain: str, named: Span, begin: int) -> int:
    """Where the heading starts when the clause before a bare 争取早日实施 is taken in, if a line holds both."""
    start = named.start
    while start > begin and SAYS_NO_WHAT.fullmatch(plain[start : named.end].strip("，,：: 　")):
        before = max(begin, *(plain.rfind(c, begin, start - 1) + 1 for c in CLAUSE_STOPS))
        if named.end - before > LINE_WIDTH:
            break
        start = before
    return start


def _on_a_line(plain: str, named: Span, verb: int) -> Span:
    """At most a line that holds the verb: a long list before it is cut from the front."""
    if verb - named.start <= LINE_WIDTH // 2 or named.end - named.start <= LINE_WIDTH:
        return cut_to_line(plain, named)
    joint = _joint(plain, max(named.start, min(verb, named.end - LINE_WIDTH)), verb)
    return cut_to_line(plain, Span(joint.end() if joint else verb, named.end))


def _joint(plain: str, start: int, end: int) -> re.Match[str] | None:
    """Where a part of the clause begins, and not inside a paper's name."""
    for joint in PART_BEGINS.finditer(plain, start, end):
        if plain.find("》", joint.end(), end) < 0 or plain.find("《", joint.end(), end) >= 0:
            return joint
    return None
