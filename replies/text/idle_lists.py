"""Entries that number no actions: background, reasons, difficulties, wishes, compliments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from replies.text.marks import Style
from replies.text.outline import Entry, Outline
from replies.text.parsed import Span
from replies.text.promising import WILL_SAY

BACKGROUND_HEADING = re.compile(
    r"^(?!关于|对于?|针对)[^。\n]{0,14}(?:基本情况|总体情况|整体情况|概况|现状|背景|承办[^。\n]{0,6}(?:过程|情况)|办理工作(?:开展|组织)情况|办理过程|调研(?:情况|过程)|采纳情况|政策依据|调查情况|(?:必要|重要|紧迫|可行)性)$"
    r"|^(?:收到|接到)[^。\n]{0,6}(?:建议|提案)|^(?:关于)?(?:您|你|代表|委员)?(?:们)?(?:提出)?的?(?:建议|提案)(?:的?主要)?的?(?:内容|背景|事项)$"
)
# Troubles in general; 门诊不足的问题 is one that the section answers.
TROUBLE = r"(?:问题|困难|不足|短板|原因|难点|堵点|痛点|瓶颈|难题)"
TROUBLE_HEADING = re.compile(
    rf"^(?:(?:(?!关于|对于?|针对)[^。，,\n]{{0,10}}(?:主要|突出|现有|当前|目前|工作|建设)|[^。，,\n]{{0,10}}(?:存在|面临|遇到))[^。，,\n]{{0,6}}?)?"
    rf"的?{TROUBLE}(?:和|及|以及|与|分析|{TROUBLE}|、)*$"
)
# Who is entitled, what is needed, how it is done: rules that the letter cites.
RULES_LEAD = re.compile(
    r"(?:条件|情形|情况之一|范围|对象|程序|流程|步骤|材料|资料|标准|规定|要求|条款|原则)(?:之一)?(?:分别|主要)?(?:如下|包括|有|为|是)?[：:]\s*$|(?:符合|具备|满足|提交|应当)[：:]\s*$"
)
TROUBLE_LEAD = re.compile(
    r"(?:原因|困难|问题|难题|难点|不足|短板|瓶颈|难度|理由|矛盾|制约|因素|顾虑|依据)[^，,。；;\n]{0,10}?(?:有|是|在于|如下|主要|表现|包括|为)?[^，,。；;\n]{0,6}[：:，,。]?\s*$"
)
TROUBLE_WORD = (
    r"(?:无法|不能|难以|不具备|缺[乏少]|不足|困难|尚未|尚无|没有|偏低|滞后|不高|不强|不够|不完善|不健全|不合理|薄弱|较[弱差]|短缺|拥堵|需先|需争取|未(?:纳入|列入|达到)"
    r"|侵占|红线内|紧张|有限)"
)
# 解决资金不足, 对没有门诊的乡镇, 困难群众: trouble that is being met, or says which one is meant.
MET = re.compile(
    rf"(?:解决|破解|化解|针对|补[齐足]|缓解|弥补|改善|克服|避免|防止|消除|杜绝|聚焦|帮助|关[心爱注]|救助|帮扶|整治|治理|疏导|清理)[^，,。；;]{{0,16}}?{TROUBLE_WORD}"
    rf"|(?:对|给|为|向|将|把)[^，,。；;]{{0,12}}?{TROUBLE_WORD}[^，,。；;]{{0,10}}?的|困难(?:群众|家庭|老[年人]|学生|职工|人[员群]|户|对象|残疾|补助|救助)|没有?[^，,]{{0,4}}最"
)
REMEDY = re.compile(r"针对|解决|破解|化解|克服|措施|采取|做法|整改|聚焦|围绕|工作")
ASKED = re.compile(
    r"(?:您|你|代表|委员|提案|建议)(?:们)?[^。\n]{0,20}(?:提出|建议|指出|反映|认为)[^。\n]{0,60}$"
)
OURS = re.compile(r"我[们省市县区州旗局厅委院处镇乡]|[^村][局厅委镇乡]已|近年来|累计|下一?步|今后|将")
ANSWERS = re.compile(r"我[们市县区局省厅委院处镇乡]|[答回]复|如下|工作|已经?")
TROUBLED = re.compile(TROUBLE_WORD)
# 人员力量不足，下一步将招聘20名: the trouble only leads up to what is done about it.
ACTS = re.compile(
    r"下一?步|下一?阶段|接下来|(?:我[们省市县区局厅委院处镇乡]|现|目前|今年)[^，,。；;\n]{0,8}[已将]|[，,][^，,。；;\n]{0,6}(?<!没)已(?!无)"
    rf"|[，,。](?:新[建增]|增[设加]|招聘|争取|安排|购置|组织|开展|建成|完成|启动|印发|出台|实施)(?![^，,。；;]{{0,8}}{TROUBLE_WORD})"
)
# 关于建议中反映的问题: repeats them or answers them.
REPEATS = re.compile(
    r"(?:关于)?(?:您|你|代表|委员)?(?:们)?(?:建议|提案)(?:中|里)?所?(?:反映|提到|指出)的(?:主要)?(?:问题|情况|困难)$"
)
# 道路是发展的重要基础: why it matters, where nothing under it tells what is done.
STATEMENT_HEADING = re.compile(
    r"^[^。，,；;：:\n]{2,24}(?:是|具有|事关|关系|关乎)[^。\n]{0,24}(?:重要|重大|必要|必然|关键|迫切|根本)[^。\n]{0,12}$"
)
_ACTED = (
    rf"{WILL_SAY.pattern}|下一?步|已(?:经)?[建完启开成印出安投纳列]|建成|(?:开展|启动|组织|完成|实施|推进)了"
)
ACTED = re.compile(
    rf"{_ACTED}|(?:出台|印发|制定|修订)了?《|[0-9](?:余|多)?[万亿]?(?:元|个|家|所|张|人|名|处|公里)"
)
# 当前政策要求, 安葬范围的规定: whose rules, where the agency says nothing of its own under them.
RULES_HEADING = re.compile(
    r"^[^。，,；;：:\n]{0,24}(?:(?:政策|法律|法规)(?:的|有关|相关)*(?:要求|规定)|的(?:有关|相关)?规定)$"
)
RULES_MADE = re.compile(rf"{_ACTED}|(?:出台|印发|制定|修订)了《|我[们省市县区州旗局厅委院处镇乡]")
# 目前尚无改造计划, 暂不同意新建: an answer that says no, and not where it speaks of those that could not be …的.
REFUSED = re.compile(
    r"(?:暂不(?:同意|具备|考虑|实施|列入|纳入|安排|予)|(?:[尚暂]|目前)无[^，,。；;]{0,12}(?:计划|安排|政策|依据|项目)|不同意|不予|[不未](?:列入|纳入)|没有(?:列入|纳入|安排)|不属于|禁止|不符合|不允许|不宜"
    r"|(?:无法|不能|难以)(?:实施|启动|建设|新建|增设|增加|安排|解决|纳入|列入|落实|办理|调整|设置|推进)|(?:达不到|不具备)[^，,。；;]{0,16}(?:条件|标准|要求))"
    r"[^，,。；;]{0,24}(?<!的)$"
)
# 对不符合规划条件的项目不予审批: a rule that the office applies to others, and no answer to the deputy.
RULE_APPLIED = re.compile(
    r"(?:对于?|凡是?)[^，,。；;]{0,16}(?:不符合|不合格|不达标|不具备|达不到|违反|未[经按达取通])[^。；;]{0,24}的"
)
# 建议贵校与教育局协商: others are sent elsewhere.
ADVISED = re.compile(r"建议[^，,。；;]{0,40}(?:协商|联系|反映|咨询|申请|对接)$")
TRIED_ANYHOW = re.compile(rf"{_ACTED}|先后|陆续|[了已]")
# （一）关于增加班次的建议。公司已…: a wish as a heading, and the answer behind it.
WISH_ANSWERED = re.compile(
    r"\s*(?:关于|对于?|针对)[^。\n]{2,80}(?:建议|问题|意见|提案)[。：:\n]\s*[^\s。][^。]{12}"
)
WISHED = re.compile(r"\W{0,2}(?:建议|意见|问题|诉求|第)")
PRAISE = re.compile(r"^(?:感谢|您的|建议(?:很|非常)|非常)")
# 为抓好建议办理工作：一是成立领导小组，二是明确责任: how the office handles proposals, and nothing of what they ask.
HANDLING_LEAD = re.compile(r"(?:建议|提案|议案)(?:的)?(?:办理|答复)|(?:承办|办理)(?:任务|工作)")
HANDLING = re.compile(
    r"办理(?:工作|小组|要求|责任|进度|质量|任务|方案|人员|效率)|责任(?:人|股室|科室|领导|到)|(?:明确|落实|压实|细化)[^，,。；;]{0,6}责任|专人(?:负责|办理)|(?:沟通|联系|走访|面商|征求)[^，,。；;]{0,10}(?:代表|委员)|承办"
)
PROMISED_HEADING = re.compile(
    r"(?:关于)?(?:下一?步|下一?阶段|今后|后续|近期)?的?(?:主要|重点|具体)?(?:工作|整改|办理|推进)?的?(?:打算|计划|安排|思路|方向|重点|措施|举措)[：:]?"
)
# A compliment under a mark of its own; 建议非常好，我局已… goes on to an action.
ONLY_PRAISE = re.compile(
    r"^(?:首先|衷心|非常|十分)*感谢[^。\n]{0,60}$"
    r"|^(?:您|你|代表|委员)?(?:们)?(?:所|提出)?的?(?:这[一个件条]?)?(?:提案|建议|意见)[^。，,\n]{0,6}(?:很好|非常好|很及时|非常(?:及时|重要|必要|中肯)|十分(?:重要|必要|中肯|及时))(?:[，,](?:[^。\n我]|我[省市县区州]){0,40})?$"
)


def idle_entries(text: str, outline: Outline, headings: Sequence[Span]) -> list[bool]:
    """For every entry whether it names no action; what stands under a list of troubles names none."""
    idle: list[bool] = []
    lists: dict[int, bool] = {}
    for entry, named in zip(outline.entries, headings, strict=True):
        if entry.group not in lists:
            row = [outline.entries[i] for i in outline.lists[entry.group]]
            lists[entry.group] = entry.style > Style.SECTION and _numbers_no_action(text, row)
        heading = named.of(text).strip()
        under = entry.parent is not None and idle[entry.parent]
        empty = not heading or _is_background(heading) or _leads_nowhere(text, entry, heading)
        empty = empty or _only_states(text, entry, heading) or _only_refuses(text, entry)
        wish = _is_unanswered(text, entry) or _only_repeats(text, entry, heading)
        idle.append(under or lists[entry.group] or wish or empty)
    return idle


def _is_unanswered(text: str, entry: Entry) -> bool:
    """建议一：增加班次。 with nothing behind it: what the deputy asked for."""
    if not WISHED.match(text, entry.marker.start, entry.marker.end) or entry.children:
        return False
    line = entry.line.of(text)
    return entry.span.end <= entry.line.end and not ANSWERS.search(line) and "将" not in line


def _only_repeats(text: str, entry: Entry, heading: str) -> bool:
    """A section of what the deputy wrote, in which the agency says nothing of its own."""
    if not REPEATS.match(heading) or entry.children:
        return False
    return not OURS.search(text, entry.line.end, entry.span.end)


def _only_states(text: str, entry: Entry, heading: str) -> bool:
    """A section on why the matter is important, or what the rules are, without anything done or promised."""
    if entry.children:
        return False
    if RULES_HEADING.match(heading):
        return not RULES_MADE.search(text, entry.line.end, entry.span.end)
    return bool(STATEMENT_HEADING.match(heading)) and not ACTED.search(text, entry.line.end, entry.span.end)


def _only_refuses(text: str, entry: Entry) -> bool:
    """An item that ends in a no or sends the deputy elsewhere, with nothing done or promised before it."""
    if entry.children:
        return False
    words = entry.span.of(text)
    last = re.split("[。；;！!]", words.rstrip("。；;！! \n　"))[-1]
    refused = REFUSED.search(last) and not RULE_APPLIED.search(last)
    return bool(refused or ADVISED.search(last)) and not TRIED_ANYHOW.search(words)


def _leads_nowhere(text: str, entry: Entry, heading: str) -> bool:
    """下步工作方向 with nothing under it but the letter's leave-taking, which no section holds."""
    return bool(PROMISED_HEADING.fullmatch(heading)) and not text[entry.line.end : entry.span.end].strip()


def _is_background(heading: str) -> bool:
    return any(kind.match(heading) for kind in (BACKGROUND_HEADING, TROUBLE_HEADING, ONLY_PRAISE))


def _numbers_no_action(text: str, row: Sequence[Entry]) -> bool:
    """Whether a list numbers reasons, difficulties, wishes or compliments."""
    start = row[0].span.start
    lead = re.split(r"[。！\n]", text[max(0, start - 120) : start].rstrip("。 \n　"))[-1]
    if TROUBLE_LEAD.search(lead) and not REMEDY.search(lead):
        return True
    if RULES_LEAD.search(lead) and not REMEDY.search(lead):
        return True
    if ASKED.search(lead) and not ANSWERS.search(lead) and not _answers_each(text, row):
        return True
    if HANDLING_LEAD.search(lead) and _all_about_handling(text, row):
        return True
    heads = [text[e.line.start : min(e.line.end, e.line.start + 60)] for e in row]
    return sum(1 for h in heads if _tells_trouble(h) or PRAISE.match(h)) * 2 > len(heads)


def _answers_each(text: str, row: Sequence[Entry]) -> bool:
    return sum(1 for e in row if WISH_ANSWERED.match(text, e.marker.end, e.span.end)) * 2 > len(row)


def _all_about_handling(text: str, row: Sequence[Entry]) -> bool:
    words = [text[e.line.start : min(e.line.end, e.line.start + 80)] for e in row]
    return sum(1 for w in words if HANDLING.search(w)) * 2 > len(words)


def _tells_trouble(words: str) -> bool:
    return bool(TROUBLED.search(MET.sub("", words))) and not ACTS.search(words)
