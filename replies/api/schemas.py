"""The shapes of the answers.  They are a contract: fields are added, never renamed or taken away.

What is said of them is marked here and put into the reader's language with the whole description.
"""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_noop
from pydantic import BaseModel, Field


class PieceOut(BaseModel):
    text: str
    hit: bool = Field(description=gettext_noop("是否为检索命中的文字"))


class ProposalBriefOut(BaseModel):
    number: str = Field(description=gettext_noop("编号，照原文写法，保留前面的零；未注明时为空"))
    title: str
    proposers: list[str] = Field(description=gettext_noop("提出者的名称，按原文次序"))


class ReplyBriefOut(BaseModel):
    """One line of a list."""

    id: int
    url: str = Field(description=gettext_noop("答复页面的固定网址"))
    title: str
    city: str = Field(description=gettext_noop("地区名称；检索时用的 slug 见 facets 的 value"))
    year: int
    kind: str = Field(description=gettext_noop("npc 人大代表建议、cppcc 政协提案、other 其他；未注明时为空"))
    agency: str = Field(description=gettext_noop("主办单位全称"))
    reply_date: date = Field(description=gettext_noop("成文日期"))
    proposal: ProposalBriefOut | None = Field(
        description=gettext_noop("所答复的建议或提案；并案答复时为第一件")
    )
    topics: list[str] = Field(description=gettext_noop("主题的 slug，可直接作为 topic 参数"))
    excerpt: list[PieceOut] = Field(description=gettext_noop("节选，依次相连；没有检索词时从答复内容开头"))


class ChoiceOut(BaseModel):
    value: str = Field(description=gettext_noop("可直接作为同名参数的值"))
    label: str
    count: int = Field(description=gettext_noop("在其他条件不变、只选此值时的件数"))
    selected: bool


class RepliesOut(BaseModel):
    total: int
    page: int
    pages: int
    next: str | None = Field(description=gettext_noop("下一页的网址；没有下一页时为 null"))
    results: list[ReplyBriefOut]
    facets: dict[str, list[ChoiceOut]]
    notices: list[str] = Field(description=gettext_noop("对检索条件的说明，例如不认识的地区"))


class ProposerOut(BaseModel):
    id: int
    name: str
    kind: str = Field(description=gettext_noop("person 个人、organisation 组织"))
    url: str


class ProposalOut(BaseModel):
    id: int
    url: str
    kind: str
    city: str | None
    assembly: str = Field(description=gettext_noop("会议名称，照原文"))
    term: int | None = Field(description=gettext_noop("届"))
    session: int | None = Field(description=gettext_noop("次"))
    number: str
    title: str
    proposers: list[ProposerOut]


class AgencyOut(BaseModel):
    id: int
    name: str
    city: str | None
    url: str


class CityOut(BaseModel):
    slug: str
    code: str = Field(description=gettext_noop("GB/T 2260 代码"))
    name: str
    full_name: str
    level: str = Field(description=gettext_noop("province 省级、prefecture 地级、county 县级"))
    url: str


class TopicOut(BaseModel):
    slug: str
    name: str
    name_en: str
    url: str


class FigureOut(BaseModel):
    text: str = Field(description=gettext_noop("数字及其前后文字，照原文"))
    value: float | None = Field(description=gettext_noop("数值；“全覆盖”之类为 null"))
    unit: str = Field(description=gettext_noop("单位，保留万、亿"))
    role: str = Field(description=gettext_noop("result 已达到、target 目标、threshold 标准、context 背景"))
    deadline: str = Field(description=gettext_noop("年、年月或日期；未注明时为空"))
    indicator: str = Field(description=gettext_noop("可跨地区比较的指标；未对应时为空"))
    start: int | None = Field(description=gettext_noop("在 letter 中的起点（字符）"))
    end: int | None


class MeasureOut(BaseModel):
    marker: str
    heading: str
    section: str
    phase: str = Field(description=gettext_noop("done 已做、planned 将做"))
    text: str
    deadline: str
    topics: list[str]
    start: int | None = Field(description=gettext_noop("在 letter 中的起点（字符）"))
    end: int | None
    figures: list[FigureOut]


class ReplyOfMeasureOut(BaseModel):
    id: int
    url: str
    title: str
    city: str
    year: int
    agency: str
    reply_date: date


class MeasureLineOut(MeasureOut):
    """One measure of the register, with the reply it stands in."""

    url: str = Field(description=gettext_noop("措施在答复页面上的网址"))
    reply: ReplyOfMeasureOut


class MeasuresOut(BaseModel):
    total: int
    page: int
    pages: int
    next: str | None = Field(description=gettext_noop("下一页的网址；没有下一页时为 null"))
    results: list[MeasureLineOut]
    facets: dict[str, list[ChoiceOut]]
    notices: list[str] = Field(description=gettext_noop("对检索条件的说明，例如不认识的地区"))


class OriginalOut(BaseModel):
    sha256: str = Field(description=gettext_noop("收到的原始文件的 SHA-256"))
    format: str
    source_url: str = Field(description=gettext_noop("发布机关的网址；未知时为空"))
    text_url: str = Field(description=gettext_noop("个人信息已遮盖的全文（纯文本）"))


class ReplyOut(BaseModel):
    """One reply, whole."""

    id: int
    url: str
    title: str
    doc_number: str = Field(description=gettext_noop("文号，照原文"))
    city: CityOut
    year: int
    kind: str
    agency: AgencyOut
    co_agencies: list[AgencyOut]
    reply_date: date
    publish_date: date | None
    published_at: datetime | None = Field(description=gettext_noop("本档案发布的时间"))
    result_class: str = Field(description=gettext_noop("办理结果类别（A、B、C、D），照原文"))
    outcome: str
    disclosure: str
    proposals: list[ProposalOut]
    topics: list[str]
    measures: list[MeasureOut]
    letter: str = Field(description=gettext_noop("全文，个人信息已逐字遮盖，字符位置与原文一致"))
    replaces: str | None = Field(description=gettext_noop("前一次答复的网址"))
    later_versions: list[str] = Field(description=gettext_noop("再次答复的网址"))
    original: OriginalOut
    cite: dict[str, str] = Field(description=gettext_noop("引用格式的网址：bib、ris、txt"))


class CityCountOut(CityOut):
    parent: str | None = Field(description=gettext_noop("上级的 slug"))
    replies: int = Field(description=gettext_noop("已发布的答复件数，不含下级"))


class TopicCountOut(TopicOut):
    replies: int = Field(description=gettext_noop("已发布的答复件数"))


class AgencyCountOut(AgencyOut):
    replies: int = Field(description=gettext_noop("作为主办单位已发布的答复件数"))


class CitiesOut(BaseModel):
    results: list[CityCountOut]


class TopicsOut(BaseModel):
    results: list[TopicCountOut]


class AgenciesOut(BaseModel):
    results: list[AgencyCountOut]


class ProblemOut(BaseModel):
    """What was wrong with a request (the members of RFC 9457)."""

    status: int
    title: str
    detail: str
    parameter: str | None = Field(default=None, description=gettext_noop("有问题的参数"))
