"""The parameters of a search, declared for the machine-readable description and checked strictly.

The same query string is then read by `SearchState`, as for a page; here only what could not be meant
is refused, so that a program's mistake is an error and not a different question.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from ninja import Field, Path, Schema
from pydantic import BeforeValidator, WithJsonSchema

from replies.search.filters import EARLIEST, LATEST, SORTS
from replies.search.state import LAST_PAGE


def _empty_is_absent(value: Any) -> Any:
    """`page=` says no more than no page at all: forms send their empty fields."""
    return None if value == "" else value


def _number(least: int, most: int) -> Any:
    bounds = {"type": "integer", "minimum": least, "maximum": most}
    within = Annotated[int, Field(ge=least, le=most)] | None
    return Annotated[within, BeforeValidator(_empty_is_absent), WithJsonSchema(bounds)]


def _one_of(words: tuple[str, ...]) -> Any:
    known = WithJsonSchema({"type": "string", "enum": list(words)})
    return Annotated[Literal[words] | None, BeforeValidator(_empty_is_absent), known]


ReplyId = Annotated[int, Path(ge=1, description=gettext_noop("答复编号"))]
Year: Any = _number(EARLIEST, LATEST)
Page: Any = _number(1, LAST_PAGE)
Sort: Any = _one_of(SORTS)
Figures: Any = _one_of(("1",))
Language: Any = _one_of(tuple(code for code, _name in settings.LANGUAGES))

# What a refused parameter should have been, in words.
EXPECTED = {
    "page": _("page 应为不小于 1 的整数。"),
    "year_from": _("year_from 应为四位数的年份，例如 2019。"),
    "year_to": _("year_to 应为四位数的年份，例如 2022。"),
    "sort": _("sort 应为 relevance、newest 或 oldest。"),
    "has_figure": _("has_figure 应为 1，或者不写。"),
    "language": _("language 应为 zh-hans 或 en。"),
    "reply_id": _("答复编号应为正整数。"),
}


class SearchIn(Schema):
    q: str = Field(
        "", description=gettext_noop("检索词，写法与网页相同：空格表示都要有，“…”表示原样，-词 表示不要")
    )
    city: list[str] = Field(
        [], description=gettext_noop("地区的 slug，可重复，重复的之间为“或”；上级地区包括下级")
    )
    year: list[str] = Field([], description=gettext_noop("成文年份，可重复"))
    topic: list[str] = Field([], description=gettext_noop("主题的 slug，可重复"))
    kind: list[str] = Field([], description=gettext_noop("npc、cppcc 或 other，可重复"))
    agency: list[str] = Field([], description=gettext_noop("承办单位的编号，可重复"))
    phase: list[str] = Field([], description=gettext_noop("有这一类措施：done 已做、planned 将做，可重复"))
    outcome: list[str] = Field([], description=gettext_noop("办理结果，可重复"))
    representative: list[str] = Field([], description=gettext_noop("代表、委员的编号，可重复"))
    proposal: list[str] = Field([], description=gettext_noop("建议、提案的编号，可重复"))
    year_from: Year = Field(None, description=gettext_noop("最早的成文年份"))
    year_to: Year = Field(None, description=gettext_noop("最晚的成文年份"))
    sort: Sort = Field(None, description=gettext_noop("有检索词时默认 relevance，否则 newest"))
    page: Page = Field(None, description=gettext_noop("页码，从 1 开始；超出最后一页时 results 为空"))
    language: Language = Field(
        None, description=gettext_noop("说明和标签的语言：zh-hans 或 en，默认中文；每个网址都可以加")
    )


class MeasuresIn(SearchIn):
    """The same for the register of measures, and what only a measure has."""

    deadline: list[str] = Field([], description=gettext_noop("期限的年份，或 none 表示未写明，可重复"))
    has_figure: Figures = Field(None, description=gettext_noop("1：只要写有数字的措施"))
