"""What an item is called: the clause after its mark, no longer than a line, saying something."""

from __future__ import annotations

import re

from replies.text.letter_lines import TURN_HEADING, sentence_end
from replies.text.outline import Entry
from replies.text.parsed import Span

LINE_WIDTH = 40  # characters; a heading longer than a line is no heading
SHORT_SENTENCE = 32
SHORTEST_PART = 8
SAYS_NOTHING = 6  # 2017年 or 目前 alone names nothing; what follows is cut to a line instead
PLANS_ONLY = 14  # a heading this short that speaks of plans speaks of nothing else
CLAUSE_STOPS = "。！!？?；;，,：:\n\r"

# Clauses that only lead up to what is done.
LEADS_UP = re.compile(
    r"""(?:将|计划)?(?:继续|进一步|严格|紧紧|紧密|积极|认真)?(?:对于?(?!接|外)|针对|根据|依据|按照?|为了?|以(?!旧换新)|通过|依托|结合|围绕|围着|立足|鉴于|关于.{0,30}方面|在.{1,30}(?:方面|上|中|下|后|前|时|基础上|范围内)
        |随着|[到至]?[0-9]{4}\s?年|[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日|近年来|近段时间|近[日期]|最近|前期|现阶段|目前|截[至止]|今年|去年|同时|此外|另外|首先|其中|即|我[市县区局省厅委]|自.{2,20}(?:以来|起)
        |.{0,20}(?:方面|之前|以前|期间|以来)$|.{2,20}(?:日益|日趋|日渐|不断|急剧)(?:突出|严重|增加|增多|凸显|加剧)$|待.{2,30}(?:后|时)$
        |.{0,12}(?:根据|按照|结合|依据).{2,24}(?:情况|实际|要求|规定|标准|部署|安排|布局)$|由于
        |经(?!营).{1,12}(?:筹措|争取|努力|协调|研究|核实|查看|排查|了解|沟通)$
        |.{0,10}(?:组织|协调|督促|联合|会同|邀请|安排|建议|指导|要求).{2,24}(?:部门|单位|人员|力量|乡镇|街道|公司)$)""",
    re.VERBOSE,
)
# 我局将从以下方面予以支持, 我厅高度重视: what follows says it.
_ANNOUNCES = re.compile(
    r"""(?:对此|为此|因此|目前|下一?步|今后|近年来|一直以来)?[，,]?(?:我们|[我本贵]?[省市县区旗州]?[局厅委院处镇乡办]?(?:里|党组)?)(?:一直|始终|也)?
        (?:(?:高度|十分|非常|历来|一贯)重视[^，,。；;：:]{0,12}
        |(?:将|拟|主要|重点|着重|着力|继续|切实|积极|认真|会同[^，,。；;]{0,10}|结合[^，,。；;]{0,10}|针对[^，,。；;]{0,12})*
         (?:(?:从|在|做[好了]?|抓好|采取|采取了|开展了?|推进|落实|围绕)(?:以下|如下|下列|下面|[几两三四五六七八九十0-9]个?)
            (?:[几两三四五六七八九十0-9])?[个点项条]?(?:方面|层面|措施|举措|工作|做法|环节)[^，,。；;：:0-9]{0,14}))[。：:，,]?$
        |^(?:另外?|还)?(?:需要?|应当?|有必要)?(?:特别|重点)?(?:向?(?:您|你|代表|委员)们?)?(?:说明|解释|报告|汇报|指出)的是[：:，,]?$""",
    re.VERBOSE,
)
ANNOUNCED = re.compile("重视|方面|层面|措施|举措|工作|做法|环节|的是")
# 意见建议办理情况, 当前工作进展情况, 采取措施: that something was done, and not what.
_ONLY_HANDLED = re.compile(
    r"(?:关于|对|您|你|代表|委员|所?提|的|意见|建议|提案|问题|工作|事项|当前|目前|主要|有关|具体|相关|实际|办理|处理|落实|解决|进展|完成|采纳|推进|开展|答复|和|及|、){1,8}情况(?:的?(?:说明|答复|回复))?$"
    r"|(?:采取|取得|主要|具体|工作|整改|办理|处理|解决)的?(?:主要|具体|工作|有关)?(?:措施|举措|做法|成果|成效|结果)$"
)
# 关于拓宽渠道，做优产业的建议: one name, commas and all, for what the agency answers.
_ABOUT = re.compile(
    r"关于(?=[^。；;：:\n]{0,30}[，,])[^。；;：:\n]{4,36}?(?:的(?:建议|提案|问题|回复|答复)|建议的(?:回复|答复))(?=[。；;：:\n]|$)"
)
# 针对您所提…的建议: what was asked, and not yet what is done about it.
_ASKED = re.compile(r"针对|对于?|关于|[您你]|代表|委员|建议|提案")
# Line ends, and a mark that numbers nothing as no other follows it.
_BEFORE_WORDS = re.compile(rf"[\s{CLAUSE_STOPS}]*(?:[（(][一二三四五六七八九十]{{1,2}}[）)])?\s*")
_OURSELVES = re.compile(r"(?<=[，,。；;：:\n])我[们市县区局省厅委处镇乡院办街]")
JOINT = re.compile(r"以及|从而|切实|确保|促进|并(?!购|轨|行)|和(?!谐)|与")
ISSUED = re.compile(
    r"(?:联合|共同|先后)?(?:制定|修订|研究)?(?:印发|出台|下发|转发|发布|编制|制定|修订)(?:出台|印发)?了?《[^《》\n]{0,60}》"
)
_GROUNDS = r"(?:随着|在[^，,]*基础上|为了?|鉴于|由于|自[^，,]*(?:以来|起)|经[^，,]{1,14})"
_NAMES_NONE = re.compile(
    rf"\s*(?:(?:20[0-9]{{2}}\s?年)?(?:\s?[0-9]{{1,2}}\s?月)?(?:\s?[0-9]{{1,2}}\s?日)?[底初末]?[，,]?)?(?:{_GROUNDS}(?:(?![，,]我[们市县区局省厅委])[^。；;\n])*)?$"
)
LINE_READING = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）]")


def heading_of(text: str, entry: Entry) -> Span:
    """The words that name the entry: a short first sentence, else its first clause or clauses."""
    region = _first_words(text, entry)
    sentence = Span(region.start, sentence_end(text, region))
    if about := _ABOUT.match(text, sentence.start, sentence.end):
        return _trimmed(text, Span(*about.span()))
    if _width(text, sentence) <= SHORT_SENTENCE:
        colon = sentence_end(text, sentence, "：:")
        if colon - region.start < 4 or text[colon - 2 : colon] == "方面":  # 资金保障方面：… says nothing yet
            return _trimmed(text, sentence)
        return _trimmed(text, Span(region.start, colon))
    return _clauses(text, sentence)


def naming_span(text: str, entry: Entry, named: Span) -> Span:
    """The heading `named`; with the first clause under it where the heading itself only says 下一步工作打算.

    Where it only says that something follows or was handled, that clause alone.
    """
    below = Span(named.end, entry.span.end)
    printed = tidy(named.of(text))
    alone = only_announces(printed) or bool(_ONLY_HANDLED.fullmatch(printed))
    plans_only = len(printed) <= PLANS_ONLY and TURN_HEADING.search(printed)
    if not (alone or plans_only) or below.end - below.start < 8:
        return named
    if opening := _BEFORE_WORDS.match(text, below.start, below.end):
        below = Span(opening.end(), below.end)
    if _ASKED.match(text, below.start):
        ours = _OURSELVES.search(text, below.start, below.end)
        if ours is None:
            return named
        below = Span(ours.start(), below.end)
    clause = _clauses(text, Span(below.start, sentence_end(text, below)))
    if alone:
        return clause if clause.end - clause.start >= 4 else named
    joined = Span(named.start, clause.end)
    return joined if _width(text, joined) <= LINE_WIDTH else named


def only_announces(words: str) -> bool:
    """Whether the words only say that something follows."""
    return bool(ANNOUNCED.search(words) and _ANNOUNCES.match(words))


def tidy(printed: str) -> str:
    """A heading as a value: blanks closed up, readings in brackets such as (huì) left out."""
    lines = ["".join(line.split()) for line in LINE_READING.sub("", printed).splitlines()]
    return "：".join([line.rstrip("：:") for line in lines if line])


def _width(text: str, span: Span) -> int:
    return len(tidy(span.of(text)))


def _first_words(text: str, entry: Entry) -> Span:
    """From the first word after the mark; on the next line where the mark stands alone."""
    start, end = entry.marker.end, max(entry.line.end, entry.marker.end)
    if not text[start:end].strip("、.．，,：: 　\t"):
        end = entry.span.end
    while start < end and (text[start].isspace() or text[start] in "、.．，,：:；;•·●◆■▪*#-"):
        start += 1
    return Span(start, end)


def _clauses(text: str, sentence: Span) -> Span:
    """The first clause that says something, with those that lead up to it."""
    end = start = sentence.start
    while end < sentence.end:
        stop = sentence_end(text, Span(end, sentence.end), CLAUSE_STOPS)
        if end - start > SAYS_NOTHING and _width(text, Span(start, stop)) > LINE_WIDTH:
            part = _last_part(text, Span(end, stop), start + LINE_WIDTH)
            if part > end or not _NAMES_NONE.match(text, start, end):
                end = part
                break
            start = end  # 随着车辆增多，为方便群众出行，: a line of grounds, and the deed is on the next
        clause = text[end:stop].lstrip(CLAUSE_STOPS)
        end = stop
        if len(clause) >= 4 and not LEADS_UP.match(clause) and not _opens(text[start:stop]):
            break
        if end < sentence.end:
            end += 1
    return _trimmed(text, cut_to_line(text, Span(start, min(end, sentence.end))))


def _last_part(text: str, clause: Span, limit: int) -> int:
    """Where the parts of a clause end that a lead-up leaves room for on its line; its start where none does."""
    at = text.rfind("、", clause.start, limit)
    return at if at - clause.start >= SHORTEST_PART else clause.start


def _opens(words: str) -> bool:
    """Whether a quotation begins in the words that does not end there."""
    return words.count("“") > words.count("”") or words.count("《") > words.count("》")


def cut_to_line(text: str, span: Span) -> Span:
    """At most a line: cut where a part ends in its second half, else at its end."""
    if _width(text, span) <= LINE_WIDTH:
        return span
    limit = span.start + LINE_WIDTH
    if paper := _paper_across(text, span, limit):
        return paper
    at = max(text.rfind(c, span.start + LINE_WIDTH // 2, limit) for c in "，,；;、”》）")
    if at < 0:
        joint = list(JOINT.finditer(text, span.start + LINE_WIDTH // 3, limit))
        end = joint[-1].start() if joint else limit
        opened = max(text.rfind(c, span.start, end) for c in "(（")
        aside = opened - span.start > SAYS_NOTHING and not re.search("[)）]", text[opened:end])
        return Span(span.start, opened if aside else end)
    return Span(span.start, at if text[at] in "，,；;、" else at + 1)


def _paper_across(text: str, span: Span, limit: int) -> Span | None:
    """印发《…》 where the line would end inside the paper's name, and has room for these words alone."""
    for issued in ISSUED.finditer(text, span.start, min(span.end, limit + LINE_WIDTH)):
        if issued.start() < limit < issued.end():
            named = Span(*issued.span())
            return named if _width(text, named) <= LINE_WIDTH else None
    return None


def _trimmed(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and (text[end - 1].isspace() or text[end - 1] in CLAUSE_STOPS + "、"):
        end -= 1
    return Span(span.start, end)
