"""What a figure is there for: reached, to be reached, a standard, or background."""

from __future__ import annotations

import re
from typing import NamedTuple

from replies.text.promising import WILL_SAY

RESULT = "result"
TARGET = "target"
THRESHOLD = "threshold"
CONTEXT = "context"

BOUND = re.compile(
    r"不低于|不少于|不小于|不超过|不高于|不得|最多|最高|最低|未达到|上限|下限|每百户|(?:必须|须|应当?)(?:有|建|设|配备?|达到?)"
)
FROM_ON = re.compile(r"(?:养老)?(?:床位)?(?:及|含|\(含\)|（含）)?以[上下](?!级|$)")
# 不低于1500平米、50张床位: the bound holds for what follows it in a row.
SAME_BOUND = re.compile(r"(?:不低于|不少于)[^，,。；;]{0,10}、[^，,。；;、]{0,8}$")
# 按每平方公里建设5座的要求: what a rule asks for.
NORM = re.compile(r"按照?|要求|规定|标准")
NORM_NAMED = re.compile(r"[^，,。；;、]{0,10}的?(?:要求|标准|规定|规范|比例)")
AGED = re.compile(r"周?岁$")
RATE = re.compile(r"一次性|每(?:人|张|床|月|户|次|天|平方米|家|个|名)")
PLANS = re.compile(
    rf"{WILL_SAY.pattern}|确保|拟|目标|任务|到20[0-9]{{2}}年|(?<!截)(?<!年)至20[0-9]{{2}}年|年内|年底前|底前|今年再|今年要|再建|要推动|三年内"
)
# 完成年度任务, 按计划, 《三年行动计划》, 模拟: words of a plan that promise nothing.
NO_PLAN = re.compile(
    r"《[^》]*》|(?:完成|达到|实现|超过|占|已争取|下达)了?[^，,。；;]{0,24}?(?:目标任务|目标|任务|计划)|行动计划|按照?计划|[模虚比]拟"
)
EACH_BUILT = re.compile(r"每个?[^，,。；;]{1,12}(?:建设|建成|建立|配建|新建|设置)$")
SUM = re.compile(r"(?<![公一])共|累计|总计|合计|完成|培训|新增|投入|拨付|招聘|引进|建成")
REACHED = re.compile(r"已|超额|目前|截至|截止|累计|共有|现有|(?:建成|完成|开展|组织|实施|达到?)了|先后|去年")
AROUND = re.compile(
    r"抽调|组成|成员|岁(?:及)?以上(?:户籍|常住)?老年?人口?(?:总数|有|为|达|共)*[0-9]|专班|总人口|户籍人口|常住人口|老年人口|老年人总数|占总?人口|占户籍|个单位|等[0-9]+个部门|需要?[^，,。；;0-9]{0,6}(?:资金|投资|投入|经费)[^，,。；;0-9]{0,4}[0-9]|短缺|缺口|[^尽]未(?:安装|硬化|改造|通[水电车路])[^，,。；;0-9]{0,8}[0-9]|海拔|提案|建议[0-9]"
)


class Clause(NamedTuple):
    """The clause of a figure: before the number, from it on, after its unit; its sentence up to it."""

    head: str
    figure: str
    tail: str
    unit: str
    before: str

    @property
    def length(self) -> int:
        """Characters of the number with its unit, with which `before` ends."""
        return len(self.figure) - len(self.tail)

    @property
    def words(self) -> str:
        return self.head + self.figure


def role_of(clause: Clause, *, planned: bool, this_year: int | None = None) -> str:
    """The role of a figure from the words around it, its unit, and its sentence up to it."""
    words = clause.words
    if AGED.search(clause.unit):
        return THRESHOLD
    if AROUND.search(words):
        return CONTEXT
    if _is_bound(clause):
        return THRESHOLD
    if EACH_BUILT.search(clause.before[: len(clause.before) - clause.length]):
        return TARGET
    if _is_past(words, this_year):
        return RESULT
    said = NO_PLAN.sub(lambda m: "\0" * len(m.group()), clause.before + clause.tail)
    aimed, reached = _last(PLANS, said), _last(REACHED, said)
    if aimed == reached:
        return TARGET if planned else RESULT
    return TARGET if aimed > reached else RESULT


def _is_bound(clause: Clause) -> bool:
    """A standard that holds for each, and not a sum that was or is to be reached."""
    if clause.unit.endswith("%") or SUM.search(clause.head[-12:]):
        return False
    if "元" in clause.unit and ("/" in clause.unit or RATE.search(clause.head[-10:])):
        return True
    if NORM.search(clause.head) and NORM_NAMED.match(clause.tail):
        return True
    if BOUND.search(clause.head[-14:]) or FROM_ON.match(clause.tail):
        return not PLANS.search(NO_PLAN.sub("", clause.words))
    return bool(SAME_BOUND.search(clause.before[: len(clause.before) - clause.length]))


def _is_past(words: str, this_year: int | None) -> bool:
    """A year before the letter's, not as the beginning or end of a plan."""
    years = re.findall(r"(?<![到至计划力争])(20[0-9]{2})年(?!底?[之以]?前)", words)
    return bool(years) and this_year is not None and max(map(int, years)) < this_year


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((m.start() for m in pattern.finditer(words)), default=-1)
