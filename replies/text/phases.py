"""Done or promised: read from what stands around an action, then from the tense inside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from replies.text.drawing import HEADING_LINE
from replies.text.letter_lines import TURN_HEADING, TURN_WORDS, run_in_heading
from replies.text.marks import Style
from replies.text.outline import Entry, Outline
from replies.text.parsed import Span
from replies.text.promising import ACTING, WILL_SAY

DONE = "done"
PLANNED = "planned"

LEAD_LENGTH = 160  # characters before a list in which the sentence that opens it is looked for
ENOUGH = 6  # characters behind the heading to judge a tense by
BEHIND_HEADING = re.compile(r"[。\n]")

# Every branch begins with a sign of its own, see `promising`.
DONE_WORDS = re.compile(
    r"已(?!建、|建[成]?[和及])|20(?<![到至划争在入]20)[0-9]{2}年[^。；，\n前底]{0,8}[，,]?[^。；，,\n前]{0,12}(?:共|累计|完成|投入|拨付|发放|新增|争取到?|实施|改造)"
    r"|共(?=有|建|投|拨|安|完|培|开|服|发|享)|目前|截[至止]|近年来|近几年|先后|以来|累计|了(?<!为了)(?!解|望)|"
    + "|".join(rf"{verb}\S{{1,3}}了" for verb in "成完开出印建召举组发")
)
TURNS = ("下一步", "下步", "下阶段", "今后", "接下来")
WILL = re.compile(
    "|".join([WILL_SAY.pattern, *(rf"{turn}(?![，,]?[^，,。]{{0,4}}[将拟])" for turn in TURNS)])
)
# Talks on the way to a promise, and what else is told there without a result of its own.
TALKS = re.compile(
    r"已(?:经)?(?:成为|跟|与|和|向|会同|多次|高度|充分|深刻|专门|当面|现场|初步)?(?:成为|沟通|对接|交流|座谈|联系|汇报|了解|认识|组织[^，,。]{0,10}(?:研究|调研|踏勘|会商))"
    r"|已(?:经)?(?:成为|跟|与|和|向|会同|多次|高度|充分|深刻|专门)|已(?:经)?(?:被)?[纳列]入(?=[^，,。；;]{0,30}(?:计划|规划|项目库|清单|盘子|储备))|已(?:经)?(?:选址|选定|立项|上报|申报|报送|提交)|了(?:沟通|对接|汇报|调研|研究|了解|交流|协商|会商|座谈|踏勘)"
)
# 目前进度达75%: how far it has come is a result.
REACHED = r"(?![^，,。；;]{0,30}(?:[已到]?达|完成)[^，,。；;]{0,8}[0-9])"
LEADS_UP = re.compile(rf"目前{REACHED}|近年来|近几年|截[至止]|以来|{TALKS.pattern}")
# 《三年行动计划实施方案》: the name of a paper promises nothing.
PAPER = re.compile(r"《[^《》]{0,150}》")
# What stands in the way; with no result beside it only the promise behind it is an answer.
IN_THE_WAY = re.compile(r"无法|不能|难以|不具备|困难|不足|缺乏|有限|尚未|暂[时不无未]|没有|只能")
# 2020年，我局向上争取资金50万元: a time gone by opens the sentence, so that it has been tried.
TRIED = re.compile(r"争取")
THEN = re.compile(
    r"(?:^[^，,。\n]{0,4}?|(?<=[。；;\n]))\s*(?:(?P<year>20[0-9]{2})\s*年|(?P<rel>去年|今年))(?:\s*(?P<month>1[0-2]|[1-9])\s*月)?(?!底|前|之前|至今)[^。；;\n]*"
)
NEXT = re.compile(rf"(?:下一步|下步|下阶段|接下来)[，,]?(?:我们|我[市县区局省厅委])?(?:将|要|{ACTING})")
OUR_PROMISE = re.compile(rf"(?:我们|我[市县区省]|[局厅委办院处]|政府|公司|中心)也?将(?:{ACTING})")
FULFILLED = re.compile(
    r"已(?:经|于[^，,。；;]{0,10})?(?:全部|全面|如期)?(?:完成|建成|竣工|完工|整改|投入使用|投用)"
)
# The sentence that opens a list; before whole sections only one that says that a list follows.
LIST_LEAD = re.compile(
    r"(?:将|拟|计划|打算)[^。！\n]{0,60}(?:以下|如下|[几两三四五六]个?方面|[：:]$)|(?:计划|打算|目标|安排|任务)[^。\n]{0,8}[：:]$"
)
PROMISE_LEAD = re.compile(
    r"(?:计划|打算|目标|安排|任务)[^。\n]{0,8}[：:]$|^[^，,]{0,12}(?:打算|工作(?:安排|计划|思路)|努力方向)$"
    r"|^(?:明年|来年|近期)[^。]{0,30}$|力争[^。，,]{0,8}[：:]$"
    r"|(?<![主需重])(?:要|需要?)(?:着[重力]|切实|努力|继续|进一步)?[做抓]好[^。！\n]{0,20}[：:，,。]?\s*$|"
    r"(?:将|拟|计划|打算)[^。！\n]{0,60}(?:工作|方面|举措|措施|着手|入手|抓好|做好|重点)[^。！\n]{0,20}[：:，,。]?\s*$"
    r"|(?:我们|我[市县区局省厅委处镇乡院])[^。，,\n]{0,12}将"
)
LEAD_TURN = re.compile(rf"(?:^|(?<=[，,；;])){TURN_WORDS}")
DONE_LEAD = re.compile(r"(?:[做抓采取]了|开展了|采取了|主要做法|取得|近年来|目前|已经?|截[至止])")


class Phases:
    """Which entries of one letter stand under a promise, worked out list by list."""

    def __init__(self, text: str, outline: Outline, letter_date: date | None = None) -> None:
        self.text = text
        self.outline = outline
        self.letter_date = letter_date
        self.turned: dict[int, bool] = {}  # by list: whether it has turned to promises
        self.promised: list[bool] = []
        self.listed: dict[int, str] = {}  # by list: the phase of its items that tell no time
        self.led: set[int] = set()  # lists that only their opening sentence calls promises
        for index, entry in enumerate(outline.entries):  # parents come before their children
            above = entry.parent is not None and self.promised[entry.parent]
            listed = self._list_turned(index, entry)
            self.promised.append(above or listed or self._heading_promises(entry))

    def of(self, index: int, region: Span) -> str:
        """The phase of an entry, judged by the part of it in `region`."""
        passage = self._to_judge(region)
        if self.outline.entries[index].group in self.led and not WILL.search(passage):
            return DONE if DONE_WORDS.search(passage) else PLANNED
        if self.promised[index] or self._only_leads_up(region, passage):
            return PLANNED
        if _opens_with_promise(passage):
            return PLANNED
        return tense_of(passage) or self._of_its_list(index)

    def _only_leads_up(self, region: Span, passage: str) -> bool:
        """Whether 下一步 follows on talks or troubles alone, with no result beside them."""
        if not self.outline.has_turn(region.start, region.end):
            return False
        done = list(DONE_WORDS.finditer(passage))
        if not done:
            return bool(IN_THE_WAY.search(passage))
        return all(TALKS.match(passage, d.start()) for d in done)

    def _of_its_list(self, index: int) -> str:
        """The phase of an item that tells no time: its list's, where all others that do promise."""
        group = self.outline.entries[index].group
        if group not in self.listed:
            passages = [self._to_judge(self.outline.entries[i].span) for i in self.outline.lists[group]]
            told = {tense_of(passage) for passage in passages} - {None}
            self.listed[group] = PLANNED if told == {PLANNED} else DONE
        return self.listed[group]

    def _heading_promises(self, entry: Entry) -> bool:
        if entry.line.end - entry.line.start > HEADING_LINE:
            return False
        turn = TURN_HEADING.search(self.text, entry.line.start, run_in_heading(self.text, entry.line).end)
        return turn is not None and not DONE_WORDS.search(self.text, entry.line.start, turn.start())

    def _list_turned(self, index: int, entry: Entry) -> bool:
        """Whether 下一步 or a sentence such as 我们将做好以下工作 came before, in the list or above it."""
        if not self.turned.get(entry.group):
            self.turned[entry.group] = self._turns_at(index, entry)
        return self.turned[entry.group]

    def _turns_at(self, index: int, entry: Entry) -> bool:
        before = self.outline.before(index)
        if before is not None and before.group == entry.group:
            return self.outline.has_turn(before.span.end, entry.span.start)
        start = self.outline.own_start(index) if before is None else before.span.start
        if before is not None and self.turned[before.group] and entry.style is not Style.SECTION:
            return True
        if self.outline.has_turn(start, entry.span.start):
            return True
        lead = self._lead(entry, start)
        pattern = LIST_LEAD if entry.style <= Style.PAREN else PROMISE_LEAD
        if not pattern.search(lead) or DONE_LEAD.search(lead):
            return False
        if not LEAD_TURN.match(lead):
            self.led.add(entry.group)
        return True

    def _lead(self, entry: Entry, start: int) -> str:
        """The sentence that opens a list, from 接下来 on where it turns in mid-sentence."""
        lead = self.text[max(start, entry.span.start - LEAD_LENGTH) : entry.span.start].rstrip()
        sentence = re.split(r"[。！\n]", lead.rstrip("。"))[-1]
        turn = LEAD_TURN.search(sentence)
        return sentence[turn.start() :] if turn else sentence

    def _to_judge(self, region: Span) -> str:
        """The passage up to 下一步 or, in an item, up to its second paragraph, if that is enough."""
        turns = self.outline.turns
        at = bisect_left(turns, region.start)
        end = min(turns[at], region.end) if at < len(turns) else region.end
        line_end = self.text.find("\n", region.start, end)
        if line_end - region.start > HEADING_LINE:
            end = line_end
        judged = self.text[region.start : end]
        enough = len(BEHIND_HEADING.split(judged, maxsplit=1)[-1].strip()) >= ENOUGH
        return self._without_names(judged if enough else region.of(self.text))

    def _without_names(self, passage: str) -> str:
        """Papers named after plans, and 争取 where it is told of a time gone by, promise nothing."""
        told = PAPER.sub("", passage) if "《" in passage else passage
        if "争取" not in told:
            return told
        return THEN.sub(lambda m: TRIED.sub("", m.group()) if self._is_past(m) else m.group(), told)

    def _is_past(self, then: re.Match[str]) -> bool:
        written = self.letter_date
        if written is None:
            return then["rel"] == "去年"
        year = int(then["year"]) if then["year"] else written.year - (then["rel"] == "去年")
        month = int(then["month"]) if then["month"] else 12
        return (year, month) < (written.year, written.month)


def _opens_with_promise(passage: str) -> bool:
    """Whether the first sentence is the agency's own promise: what is told behind it is how far that has come."""
    opening = re.split("[。；;]", passage, maxsplit=1)[0]
    if not OUR_PROMISE.search(opening) or DONE_WORDS.search(opening):
        return False
    return not FULFILLED.search(passage, len(opening))


def tense_of(passage: str) -> str | None:
    """PLANNED where the passage speaks more of what will be than of what is; None where it tells no time.

    Where it speaks of both alike it is a promise only if it ends in one and reports no result: 已与
    街道沟通，待资金到位后实施.
    """
    will = list(WILL.finditer(passage))
    done = list(DONE_WORDS.finditer(passage))
    if not (will or done or "正在" in passage):
        return None
    if not done or len(will) != len(done):
        return PLANNED if len(will) > len(done) else DONE
    ends_in_promise = will[-1].start() > done[-1].start()
    return PLANNED if ends_in_promise and all(LEADS_UP.match(passage, d.start()) for d in done) else DONE
