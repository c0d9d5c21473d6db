"""Done or promised: read from what stands around an action, then from the tense inside it."""

from __future__ import annotations

import re

from replies.text.letter_lines import TURN_HEADING
from replies.text.marks import Style
from replies.text.outline import LONG_LINE, Outline
from replies.text.parsed import Span

DONE = "done"
PLANNED = "planned"

DONE_WORDS = re.compile(
    r"已(?!建、|建[成]?[和及])|(?<![到至划争在])20[0-9]{2}年[^。；，\n]{0,8}[，,]?[^。；，,\n]{0,12}(?:共|累计|完成|投入|拨付|发放|新增|争取到?|实施|改造)"
    r"|共(?=有|建|投|拨|安|完|培|开|服|发|享)|目前|截[至止]|近年来|近几年|先后|以来|累计|[成完开出印建召举组发]\S{1,3}了|(?<!为)了(?!解|望)"
)
ACTING = (
    "继续|进一步|积极|加[大快强]|结合|按|大力|会同|联合|认真|严格|持续|努力|全力|全面|在|于|对|从|根据|围绕|统筹|组织"
    "|开展|推[进动行]|完善|建[设成立]|新[建增]|启动|实施|出台|制定|争取|着[力手]|重点|充分|以|通过|逐步|尽快|适时|深入|加以|给予"
    "|予以|会|不断|进行|力争|安排|投入|陆续|及时|主动|优[化先]|一[如并]|视|依|督促|落实|采取|要求|立即|做好|与|协调|切实|定期|探索"
)
WILL = re.compile(
    rf"将(?:{ACTING})|拟(?![订定])|预计|力争|争取|打算|准备(?=[在于对将])"
    rf"|计划(?=于|在|到|至|对|用|将|再|通过|今年|明年|20[0-9]{{2}}|[新改扩建]建|建[设成]|完成|培训|实施|开展|投入|安排|总?投资|采[用取]|年[内底]|推|启动|出台|[0-9])"
    rf"|(?:下一步|下步|下阶段|今后|接下来)|(?:我们|我[市县区局省厅委])要(?!求)"
)
# The sentence that opens a list; before whole sections only one that says that a list follows.
LIST_LEAD = re.compile(r"(?:将|拟|计划|打算)[^。！\n]{0,60}(?:以下|如下|[几两三四五六]个?方面|[：:]$)")
PROMISE_LEAD = re.compile(
    r"(?:将|拟|计划|打算)[^。！\n]{0,60}(?:工作|方面|举措|措施|着手|入手|抓好|做好|重点)[^。！\n]{0,20}[：:，,。]?\s*$"
    r"|(?:我们|我[市县区局省厅委处镇乡院])[^。，,\n]{0,12}将"
)
DONE_LEAD = re.compile(r"(?:做了|开展了|采取了|主要做法|取得|近年来|目前|已经?|截[至止])")


def phase_of(text: str, outline: Outline, index: int, region: Span) -> str:
    """The phase of an entry, judged for the part of it in `region`."""
    if _promised_around(text, outline, index):
        return PLANNED
    return tense_of(_before_turn(text, outline, region))


def tense_of(passage: str) -> str:
    """PLANNED where the passage speaks more of what will be than of what is."""
    will = len(WILL.findall(passage))
    return PLANNED if will > len(DONE_WORDS.findall(passage)) else DONE


def _before_turn(text: str, outline: Outline, region: Span) -> str:
    """The passage up to 下一步 or, in an item, up to its second paragraph, if that is enough to judge by."""
    end = next((t for t in outline.turns if region.start <= t < region.end), region.end)
    line_end = text.find("\n", region.start, end)
    if line_end - region.start > LONG_LINE:
        end = line_end
    return text[region.start : end] if end - region.start >= 40 else region.of(text)


def _promised_around(text: str, outline: Outline, index: int) -> bool:
    """A heading, a paragraph 下一步 or the lead of the list says that all under it is still to come."""
    for at in (index, *outline.ancestors(index)):
        entry = outline.entries[at]
        if TURN_HEADING.search(text, entry.line.start, min(entry.line.end, entry.line.start + 40)):
            if at != index or entry.children or entry.line.end - entry.line.start <= 40:
                return True
        if _turned_before(outline, at) or _promised_by_lead(text, outline, at):
            return True
    return False


def _turned_before(outline: Outline, index: int) -> bool:
    """Whether 下一步 stands in the parent's own words before this entry, or before its list."""
    entry = outline.entries[index]
    begin = outline.body.start if entry.parent is None else outline.entries[entry.parent].span.start
    same_list = [e for e in outline.siblings_before(index) if e.group == entry.group]
    turns = [t for t in outline.turns if begin <= t < entry.span.start]
    return any(not any(e.span.start <= t < e.span.end for e in same_list) for t in turns)


def _promised_by_lead(text: str, outline: Outline, index: int) -> bool:
    """The sentence that opens the list: 我们将重点做好以下工作：."""
    entry = outline.entries[index]
    first = next((e for e in outline.siblings_before(index) if e.group == entry.group), entry)
    begin = max(
        outline.body.start if entry.parent is None else outline.entries[entry.parent].marker.end,
        first.span.start - 160,
    )
    lead = text[begin : first.span.start].rstrip()
    sentence = re.split(r"[。！\n]", lead.rstrip("。"))[-1]
    pattern = LIST_LEAD if entry.style <= Style.PAREN else PROMISE_LEAD
    return bool(pattern.search(sentence)) and not DONE_LEAD.search(sentence)
