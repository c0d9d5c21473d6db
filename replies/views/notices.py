"""What a search has to tell its reader, in words: what was not understood and what was done with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from replies.text.search_query import Notice

from .addresses import Addresses, Askable

LONGEST_PART = 60
MOST_OFFERS = 12

_WORDS = {
    "bad-parameter": gettext_lazy("网址里的“%(part)s”无法识别，没有用它。"),
    "also-name": gettext_lazy("也按名称查找：%(part)s。"),
    "also-place": gettext_lazy("也按地区查找：%(part)s。"),
    "beyond-last-page": gettext_lazy("没有第 %(part)s 页，这是最后一页。"),
    "bar-joins-nothing": gettext_lazy(
        "“%(part)s”里的“或”只能连接词与词、同一项的几个值；这里按两边都要符合来检索。"
    ),
    "no-grouping": gettext_lazy("“%(part)s”里的括号不能把几个条件合在一起，没有用它。"),
    "no-range": gettext_lazy("“%(part)s”不是年份的范围（要写四位数字，如 2019..2022），已按其中的字词检索。"),
    "no-wildcards": gettext_lazy("“%(part)s”里的符号不能代替文字，已按其余的文字检索。"),
    "nothing-to-search": gettext_lazy(
        "“%(part)s”里没有可以检索的文字，没有用它。请输入要找的字词、编号或姓名。"
    ),
    "operator-word": gettext_lazy("“%(part)s”当作检索符号（或、且、不要）理解；要查这个词本身，请加引号。"),
    "or-without-words": gettext_lazy("“%(part)s”的两边都要有词，没有用它。"),
    "read-as-years": gettext_lazy("“%(part)s”按成文年份的范围理解；要查这几个字本身，请加引号。"),
    "too-long": gettext_lazy("检索词太长，从“%(part)s”起没有用上。请只留要紧的词。"),
    "unpaired-quote": gettext_lazy("引号没有成对，“%(part)s”已当作引号里的词语检索。"),
    "unknown-field": gettext_lazy(
        "没有“%(part)s”这一项，已把整个词当作文字检索。冒号前可以写：城市、年份、主题、单位、代表、编号。"
    ),
    "unknown-parameter": gettext_lazy("网址里的“%(part)s”不是这里的检索条件，没有用它。"),
    "unknown-years": gettext_lazy("“%(part)s”不是年份。可以写 2019 或 2019..2022。"),
    "stray-quote": gettext_lazy("引号没有成对，没有用它，其余照常检索。"),
    "years-turned": gettext_lazy("年份“%(part)s”前后颠倒，已调换过来。"),
}
_UNKNOWN = {
    "city": gettext_lazy("没有“%(part)s”这个地区。请核对名称，或从“地区”里选。"),
    "year": gettext_lazy("“%(part)s”不是年份。请写四位数字，例如 2021。"),
    "topic": gettext_lazy("没有“%(part)s”这个主题。请从“主题”里选。"),
    "kind": gettext_lazy("没有“%(part)s”这个类别。请从“类别”里选。"),
    "agency": gettext_lazy("没有“%(part)s”这个承办单位。请核对名称，或从“承办单位”里选。"),
    "phase": gettext_lazy("没有“%(part)s”这个措施阶段。请从“措施”里选。"),
    "outcome": gettext_lazy("没有“%(part)s”这个办理结果。请从“办理结果”里选。"),
    "representative": gettext_lazy("没有找到代表、委员“%(part)s”。请核对姓名，或只写姓名，在全文里找。"),
    "proposal": gettext_lazy("没有找到建议、提案“%(part)s”。请核对网址，或写题目、编号来找。"),
    "number": gettext_lazy("没有编号是“%(part)s”的答复。请核对编号，或写题目里的词来找。"),
    "deadline": gettext_lazy("“%(part)s”不是期限。请写四位数字的年份，或从“期限”里选。"),
}
_SHARED = {
    "city": gettext_lazy("叫“%(part)s”的地区有 %(count)d 个，都算在内。"),
    "agency": gettext_lazy("叫“%(part)s”的承办单位有 %(count)d 个，都算在内。"),
    "representative": gettext_lazy("叫“%(part)s”的代表、委员有 %(count)d 位，都算在内。"),
}
_ANY = gettext_lazy("检索条件中的“%(part)s”没有用上。")


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice on a page; `links` are the searches that may have been meant."""

    words: str
    links: tuple[tuple[str, str], ...] = ()


def notice_lines(notices: Iterable[Notice], state: Askable, at: Addresses) -> list[NoticeLine]:
    return [NoticeLine(_said(notice), _links(notice, state, at)) for notice in notices]


def _links(notice: Notice, state: Askable, at: Addresses) -> tuple[tuple[str, str], ...]:
    """The same search with each of what was offered in place of what was written."""
    facet = notice.code.partition("-")[2]
    return tuple(
        (label, at.of(state.without(facet, notice.part).toggled(facet, value)))
        for value, label in notice.offers[:MOST_OFFERS]
    )


def notice_words(notice: Notice) -> str:
    """In one line, for programs and tables: with the values that may have been meant."""
    offered = _("、").join(f"{label}（{value}）" for value, label in notice.offers[:MOST_OFFERS])
    return (
        _("%(said)s可能是：%(offered)s。") % {"said": _said(notice), "offered": offered}
        if offered
        else _said(notice)
    )


def _said(notice: Notice) -> str:
    """One sentence, with what was typed cut where it is long."""
    kind, _dash, facet = notice.code.partition("-")
    words = {"unknown": _UNKNOWN, "shared": _SHARED}.get(kind, {}).get(facet) or _WORDS.get(notice.code, _ANY)
    return words % {"part": _short(notice.part), "count": len(notice.offers)}


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_PART else f"{text[:LONGEST_PART]}…"
