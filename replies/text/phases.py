"""Done or promised: read from what stands around an action, then from the tense inside it."""

from __future__ import annotations

import re
from bisect import bisect_left

from replies.text.drawing import HEADING_LINE
from replies.text.figure_roles import TRIED
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
    "|研究|考虑|协[助同]|配合|指导|坚持|牵头|提请|报请|跟踪|关注|发挥|聚焦|强化|深化|编制|谋划|招[聘引录]|更换|依托|抓[好住紧]|密切|稳步|有序|抢抓|健全"
    "|压实|扩大|提[高升]|增[加强设]|多|针对|再|招标|搭建|打造|构建|筹[措集建]|落[地细]|用好|拓[展宽]"
)
ACTING_SOON = "继续|进一步|积极|充分|加[大快强]|不断|努力|切实|大力|认真|持续"
WILL_SAY = re.compile(
    rf"将(?:{ACTING})|拟(?=[于在对将建投新改扩用以通采安组开设从按])|预计|力争|{TRIED}|打算|准备(?=[在于对将])"
    r"|计划(?=于|在|到|至|对|用|将|再|通过|逐步|分[批期步]|今年|明年|20[0-9]{2}|[新改扩建]建|建[设成]|完成|培训|实施|开展|投入|安排|总?投资|采[用取]|年[内底]"
    r"|推|启动|出台|增[设加配购]|购[置买]|引进|招[聘录]|举办|组织|修[建缮]|铺设|更换|安装|配[备置套]|打造|申[请报]|争取|升级|开[通设工]|整治|[0-9])"
    rf"|待[^，,。；;\n]{{2,30}}(?:后|时|之日)[，,]|(?:我们|我[市县区局省厅委])要(?!求)|要(?:达到|实现|完成)|(?<![需重主必只就想])要(?:{ACTING_SOON})|(?:^|(?<=[，,。；;.、是\n]))[到至]20[0-9]{2}年"
)
WILL = re.compile(rf"{WILL_SAY.pattern}|(?:下一步|下步|下阶段|今后|接下来)(?![，,]?[^，,。]{{0,4}}[将拟])")
# What is told on the way to a promise, without a result of its own.
LEADS_UP = re.compile(
    r"目前|近年来|近几年|截[至止]|以来|已(?:经)?(?:成为|跟|与|和|向|会同|多次|高度|充分|深刻|专门|对接|沟通|联系|汇报|了解|认识|组织[^，,。]{0,10}(?:研究|调研|踏勘|会商))"
    r"|了(?:沟通|对接|汇报|调研|研究|了解|协商|会商|座谈|踏勘)"
)
NEXT = re.compile(rf"(?:下一步|下步|下阶段|接下来)[，,]?(?:我们|我[市县区局省厅委])?(?:将|要|{ACTING})")
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
DONE_LEAD = re.compile(r"(?:[做抓采取]了|开展了|采取了|主要做法|取得|近年来|目前|已经?|截[至止])")


class Phases:
    """Which entries of one letter stand under a promise, worked out list by list."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.outline = outline
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
        if self.promised[index]:
            return PLANNED
        return self._of_its_list(index) if is_timeless(passage) else tense_of(passage)

    def _of_its_list(self, index: int) -> str:
        """The phase of an item that tells no time: its list's, where all others that do promise."""
        group = self.outline.entries[index].group
        if group not in self.listed:
            passages = [self._to_judge(self.outline.entries[i].span) for i in self.outline.lists[group]]
            told = {tense_of(passage) for passage in passages if not is_timeless(passage)}
            self.listed[group] = PLANNED if told == {PLANNED} else DONE
        return self.listed[group]

    def _heading_promises(self, entry: Entry) -> bool:
        if entry.line.end - entry.line.start > HEADING_LINE:
            return False
        turn = TURN_HEADING.search(self.text, entry.line.start, entry.line.end)
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


def is_timeless(passage: str) -> bool:
    return not (WILL.search(passage) or DONE_WORDS.search(passage) or "正在" in passage)


def tense_of(passage: str) -> str:
    """PLANNED where the passage speaks more of what will be than of what is.

    Where it speaks of both alike it is a promise only if it ends in one and reports no result: 已与
    街道沟通，待资金到位后实施.
    """
    will = list(WILL.finditer(passage))
    done = list(DONE_WORDS.finditer(passage))
    if not done or len(will) != len(done):
        return PLANNED if len(will) > len(done) else DONE
    ends_in_promise = will[-1].start() > done[-1].start()
    return PLANNED if ends_in_promise and all(LEADS_UP.match(passage, d.start()) for d in done) else DONE
