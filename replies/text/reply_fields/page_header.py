"""The block that a web page puts around a letter: 索引号, 发布机构, 成文日期, as lines, as a list or as a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from replies.text.layout import Layout
from replies.text.normalize import Reading

#: Label as printed (closed up) -> what it says.  "other" ends the value before it and is not kept.
LABELS = {
    **dict.fromkeys(("发布机构", "发布单位", "发文机关", "发文机构", "发文单位", "公开责任部门", "公开单位", "责任部门",
                     "制发机构", "制发机关", "信息来源单位", "公开机构", "发布部门"), "agency"),
    **dict.fromkeys(("信息来源", "来源", "稿件来源", "来自", "文章来源", "供稿", "供稿单位", "发布者"), "source"),
    **dict.fromkeys(("成文日期", "成文时间", "签发日期", "签发时间", "生成日期", "生成时间", "制发日期", "制作日期", "答复日期", "答复时间",
                     "办复日期", "办复时间", "回复日期", "回复时间", "印发日期", "发文日期", "发文时间"), "written"),
    **dict.fromkeys(("发布日期", "发布时间", "公开日期", "公开时间", "公布日期", "公布时间", "发表时间", "上传时间", "发布于"), "published"),
    **dict.fromkeys(("更新时间", "更新日期", "时间", "日期", "录入时间", "生效日期", "生效时间", "信息时间"), "dated"),
    **dict.fromkeys(("名称", "标题", "信息名称", "文件名称", "公文名称", "信息标题", "文件标题", "概述"), "title"),
    **dict.fromkeys(("文号", "发文字号", "发文号", "文件编号", "公文字号", "文件字号", "文件号"), "doc_number"),
    **dict.fromkeys(("索引号", "信息索引号", "统一编号"), "index_number"),
    **dict.fromkeys(("办复类别", "办理类别", "答复类别", "办理结果", "答复类型", "答复意见类别", "回复类别", "办结类别", "类别", "答复分类",
                     "答复等级", "办复类型", "办理类型", "办理结果类别", "办复结果", "办理程度", "答复类别等级"), "class"),
    **dict.fromkeys(("签发人", "签发", "领导签发", "签批人", "领导签批", "审签人"), "signer"),
    **dict.fromkeys(("公开方式", "公开属性", "公开类别", "公开选项", "公开类型", "信息公开选项", "公开情况", "信息公开属性", "公开形式"),
                    "disclosure"),
    **dict.fromkeys(("领衔代表", "提案代表", "建议代表", "提出人", "提案人", "建议人", "提案者", "第一提案人", "领衔人", "领衔委员", "提案委员",
                     "提议人", "议案人", "领衔提案人", "建议提出人", "提出代表", "提出委员", "代表姓名", "委员姓名", "提案单位"), "proposer"),
    **dict.fromkeys(("附议代表", "附议人", "联名代表", "联名人", "附议委员", "联名委员", "附议", "联名", "联名提案人"), "seconder"),
    **dict.fromkeys(("会办单位", "协办单位", "会办部门", "协办部门", "会办", "协办"), "co_agency"),
    **dict.fromkeys(("主办单位", "承办单位", "主办部门", "承办部门", "办理单位", "答复单位", "回复单位",
                     "单位名称", "单位"), "lead"),
    **dict.fromkeys(("联系单位", "联系部门"), "contact_office"),
    **dict.fromkeys(("建议编号", "提案编号", "建议号", "提案号", "案号", "议案号", "建议序号", "提案序号"), "proposal_number"),
    **dict.fromkeys(("建议标题", "提案标题", "案由", "提案名称", "建议名称", "议案名称", "建议题目", "提案题目", "建议主题"), "proposal_title"),
    **dict.fromkeys(("主题分类", "组配分类", "信息分类", "分类", "体裁分类", "体裁", "主题词", "关键字", "关键词", "时效性", "有效性", "时效",
                     "废止日期", "失效日期", "失效时间", "服务对象", "公开范围", "公开程序", "所属主题", "内容概述", "内容摘要", "效力状态", "作者",
                     "浏览次数", "浏览量", "浏览", "访问量", "访问次数", "查看次数", "阅读次数", "阅读量", "点击数", "点击率", "点击量", "点击次数", "字号", "字体", "字体大小", "打印",
                     "编辑", "责任编辑", "内容", "地区", "语种", "载体类型", "选择阅读字号", "保护视力色", "分享", "分享到", "正文", "办理情况如下",
                     "办理情况", "提案内容", "建议内容", "编号", "文种", "专题", "类型", "来文单位", "发布人", "审核", "审核人", "校对", "背景色", "单位负责人", "部门负责人"), "other"),
}  # fmt: skip
_GAP = r"[ ]{0,10}"
_FIRST_SIGNS = "".join(sorted({label[0] for label in LABELS}))
_LABEL = re.compile(
    rf"(?=[{_FIRST_SIGNS}])"  # no position is tried for nothing
    r"(?:(?<=^)|(?<=[\s|•·【〔(*,;。:\-\d])|(?<=[局委府会厅办院])(?=[发公更成][布开新文](?:时间|日期)\s?:\s?\d))(?P<label>"
    + "|".join(_GAP.join(label) for label in sorted(LABELS, key=len, reverse=True))
    + r")(?:人员)?(?:\([^()\n]{1,6}\))?(?:\s{0,2}[】〕])?(?P<sign>\s{0,2}[::|]|(?=[ ]{0,4}\n[ \n]{0,8}(?:[•·][ ]|(?:19|20)\d\d[-年./]))|[ ]{1,8}(?=\S)|(?=\d{4}[-年./])|(?=[A-Z0-9])|(?=[\u4e00-\u9fff]{2,16}(?:局|府|委|会|办|厅|院)(?:\s|$|\|)))",
    re.MULTILINE,
)
_EMPTY = re.compile(r"[\s|\-—―/.:无]*")
_LINE_REACH = 400
_HEAD_REACH = 8000
_FOOT_REACH = 3000


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value behind a label; start and end are places in the reading."""

    value: str
    start: int
    end: int


def labelled_values(reading: Reading, layout: Layout) -> Mapping[str, tuple[Labelled, ...]]:
    """What the page says above the letter, and under it.  Several values where a block stands twice."""
    out: dict[str, list[Labelled]] = {}
    top = layout.addressee[0] if layout.has_letter else len(reading.text)
    foot = max(layout.body[1], top)
    for start, end in ((0, min(top, _HEAD_REACH)), (foot, min(len(reading.text), foot + _FOOT_REACH))):
        for kind, item in _values_in(reading.text, start, end):
            out.setdefault(kind, []).append(item)
    return {kind: tuple(items) for kind, items in out.items()}


def _values_in(text: str, start: int, end: int) -> list[tuple[str, Labelled]]:
    marks = list(_LABEL.finditer(text, start, end))
    out = []
    for i, mark in enumerate(marks):
        kind = LABELS[re.sub(r"\s", "", mark["label"])]
        stop = min(marks[i + 1].start() if i + 1 < len(marks) else end, mark.end() + _LINE_REACH)
        if kind != "other" and (item := _value(text, mark.end(), stop)):
            out.append((kind, item))
    return out


def _value(text: str, start: int, stop: int) -> Labelled | None:
    """The rest of the line; where that is empty, the next line that holds anything."""
    for part in re.finditer(r"[^\n|]+", text[start:stop]):
        kept = part.group().strip(" \t:：•·*【】").rstrip(" 〔")
        if kept and not _EMPTY.fullmatch(kept):
            at = start + part.start() + part.group().index(kept)
            return Labelled(kept, at, at + len(kept))
        if part.start() > 40:
            break
    return None
