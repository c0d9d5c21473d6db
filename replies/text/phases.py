"""Done or promised: read from what stands around an action, then from the tense inside it."""

from __future__ import annotations

import re
from bisect import bisect_left

from replies.text.drawing import HEADING_LINE
from replies.text.letter_lines import TURN_HEADING
from replies.text.marks import Style
from replies.text.outline import Entry, Outline
from replies.text.parsed import Span

DONE = "done"
PLANNED = "planned"

LEAD_LENGTH = 160  # characters before a list in which the sentence that opens it is looked for
ENOUGH = 6  # characters behind the heading to judge a tense by

DONE_WORDS = re.compile(
    r"已(?!建、|建[成]?[和及])|(?<![到至划争在])20[0-9]{2}年[^。；，\n前底]{0,8}[，,]?[^。；，,\n前]{0,12}(?:共|累计|完成|投入|拨付|发放|新增|争取到?|实施|改造)"
    r"|共(?=有|建|投|拨|安|完|培|开|服|发|享)|目前|截[至止]|近年来|近几年|先后|以来|累计|[成完开出印建召举组发]\S{1,3}了|(?<!为)了(?!解|望)"
)
ACTING = (
    "继续|进一步|积极|加[大快强]|结合|按|大力|会同|联合|认真|严格|持续|努力|全力|全面|在|于|对|从|根据|围绕|统筹|组织"
    "|开展|推[进动行]|完善|建[设成立]|新[建增]|启动|实施|出台|制定|争取|着[力手]|重点|充分|以|通过|逐步|尽快|适时|深入|加以|给予"
    "|予以|会|不断|进行|力争|安排|投入|陆续|及时|主动|优[化先]|一[如并]|视|依|督促|落实|采取|要求|立即|做好|与|协调|切实|定期|探索|引导|鼓励|支持|广泛|严[厉查]"
)
WILL_SAY = re.compile(
    rf"将(?:{ACTING})|拟(?=[于在对将建投新改扩用以通采安组开设从按])|预计|力争|争取|打算|准备(?=[在于对将])"
    r"|计划(?=于|在|到|至|对|用|将|再|通过|今年|明年|20[0-9]{2}|[新改扩建]建|建[设成]|完成|培训|实施|开展|投入|安排|总?投资|采[用取]|年[内底]"
    r"|推|启动|出台|[0-9])"
    r"|(?:我们|我[市县区局省厅委])要(?!求)|要(?:达到|实现|完成)|(?:^|(?<=[，,。；;.、是\n]))[到至]20[0-9]{2}年"
)
WILL = re.compile(rf"{WILL_SAY.pattern}|下一步|下步|下阶段|今后|接下来")
NEXT = re.compile(rf"(?:下一步|下步|下阶段|接下来)[，,]?(?:我们|我[市县区局省厅委])?(?:将|要|{ACTING})")
# The sentence that opens a list; before whole sections only one that says that a list follows.
LIST_LEAD = re.compile(
    r"(?:将|拟|计划|打算)[^。！\n]{0,60}(?:以下|如下|[几两三四五六]个?方面|[：:]$)|(?:计划|打算|目标|安排|任务)[^。\n]{0,8}[：:]$"
)
PROMISE_LEAD = re.compile(
    r"(?:计划|打算|目标|安排|任务)[^。\n]{0,8}[：:]$|"
    r"(?:将|拟|计划|打算)[^。！\n]{0,60}(?:工作|方面|举措|措施|着手|入手|抓好|做好|重点)[^。！\n]{0,20}[：:，,。]?\s*$"
    r"|(?:我们|我[市县区局省厅委处镇乡院])[^。，,\n]{0,12}将"
)
DONE_LEAD = re.compile(r"(?:[做抓采取]了|开展了|采取了|主要做法|取得|近年来|目前|已经?|截[至止])")


class Phases:
    """Which entries of one letter stand under a promise, worked out list by list."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.outline = outline
        self.turned: dict[int, bool] = {}  # by list: whether it has turned to promises
        self.promised: list[bool] = []
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
        return PLANNED if self.promised[index] else tense_of(passage)

    def _heading_promises(self, entry: Entry) -> bool:
        if entry.line.end - entry.line.start > HEADING_LINE:
            return False
        return bool(TURN_HEADING.search(self.text, entry.line.start, entry.line.end))

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
        if self._lead_promises(entry, start):
            self.led.add(entry.group)
        return entry.group in self.led

    def _lead_promises(self, entry: Entry, start: int) -> bool:
        lead = self.text[max(start, entry.span.start - LEAD_LENGTH) : entry.span.start].rstrip()
        sentence = re.split(r"[。！\n]", lead.rstrip("。"))[-1]
        pattern = LIST_LEAD if entry.style <= Style.PAREN else PROMISE_LEAD
        return bool(pattern.search(sentence)) and not DONE_LEAD.search(sentence)

    def _to_judge(self, region: Span) -> str:
        """The passage up to 下一步 or, in an item, up to its second paragraph, if that is enough."""
        turns = self.outline.turns
        at = bisect_left(turns, region.start)
        end = min(turns[at], region.end) if at < len(turns) else region.end
        line_end = self.text.find("\n", region.start, end)
        if line_end - region.start > HEADING_LINE:
            end = line_end
        judged = self.text[region.start : end]
        return judged if len(judged.split("。", 1)[-1].strip()) >= ENOUGH else region.of(self.text)


def tense_of(passage: str) -> str:
    """PLANNED where the passage speaks more of what will be than of what is."""
    will = len(WILL.findall(passage))
    return PLANNED if will > len(DONE_WORDS.findall(passage)) else DONE
