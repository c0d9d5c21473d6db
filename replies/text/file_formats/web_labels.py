"""What a government page prints around a letter: 索引号, 发布机构, 成文日期 …, share and print lines."""

from __future__ import annotations

import re
from datetime import date

# What the page tells about the letter, by the label it stands under; the first label found wins.
_FIELDS: dict[str, tuple[str, ...]] = {
    "index_number": ("索引号", "索引", "信息索引号"),
    "agency": (
        "发布机构",
        "发文机构",
        "发文机关",
        "公开机构",
        "发布单位",
        "发文单位",
        "制发机关",
        "公开主体",
        "责任部门",
    ),
    "written_date": ("成文日期", "生成日期", "发文日期", "成文时间", "生成时间", "制发日期", "签发日期"),
    "publish_date": (
        "发布日期",
        "发布时间",
        "公开日期",
        "公开时间",
        "公布日期",
        "发稿时间",
        "更新时间",
        "时间",
        "日期",
    ),
    "title": ("名称", "标题", "信息名称", "文件名称"),
    "doc_number": ("文号", "发文字号", "发文文号", "文件编号"),
    "source": ("来源", "信息来源", "文章来源", "稿源", "来自"),
}
_OTHERS_WORDS = """
主题分类 信息分类 组配分类 体裁分类 主题类别 所属主题 分类 主题词 关键词 关键字 有效性 效力状态
是否有效 时效 生效日期 废止日期 失效日期 公开方式 公开形式 公开类别 公开时限 公开范围 公开程序
公开责任部门 内容概述 概述 摘要 作者 责任编辑 编辑 审核 发布人 录入 浏览次数 阅读次数 访问量
访问次数 点击数 点击次数 点击率 点击量 点击 浏览量 浏览 阅读 阅读量 字体 字号 字体大小 选择阅读字号
分享 分享到 分享至 打印 打印本页 保护视力色 视力保护色 文章字体 信息公开目录 语种 载体类型 记录形式
发布渠道
"""
_OTHERS = _OTHERS_WORDS.split()
_DATES = frozenset({"written_date", "publish_date"})
_KINDS = {label: key for key, labels in _FIELDS.items() for label in labels}
_ALL = sorted([*_KINDS, *_OTHERS], key=len, reverse=True)


def _spaced(label: str) -> str:
    return r"[ \u3000]*".join(label)


_LABEL = re.compile(
    r"(?:^|(?<=[\s|\]】〕)）•·\-/]))[【\[]?("
    + "|".join(map(_spaced, _ALL))
    + r")\s{0,20}(?:[:：】\]]|(?=\t|\s{0,20}$))"
)
_GLUED = re.compile(
    r"^[【\[]?(" + "|".join(map(_spaced, ["索引号", *sorted(_KINDS, key=len)])) + r")(?=[0-9A-Za-z])"
)
_DATE = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
# What a value on a line of its own must look like; anything else is the letter's first line.
_COUNTER = re.compile(r"\d{1,7}\s*次?")
_DAY = re.compile(r"(?:19|20)\d\d\s*[-/.年].{3,24}")
_NAME = re.compile(r"[^，。：:\s]{2,25}")
_FITTING = {
    "written_date": _DAY,
    "publish_date": _DAY,
    "agency": _NAME,
    "source": _NAME,
    "index_number": re.compile(r"[0-9A-Za-z/_\-—.]{4,50}"),
    "doc_number": re.compile(r"\w{1,16}[〔\[【﹝（(](?:19|20)\d\d[〕\]】﹞）)].{1,10}号"),
    "title": re.compile(r".{6,200}"),
}
_SIGNS = re.compile(r"[\s\-—_/|:：\[\]【】()（）.·•]+")
_FURNITURE = re.compile(
    r"打印(?:本页|此页|正文|文章|页面)?|关闭(?:本页|窗口|页面)?|分享(?:到|至)?|(?:加入)?收藏(?:本页)?|(?:返?回|设为|网站)?首页|返回(?:顶部|列表)?|【|】|\[|\]|微信|微博|"
    r"QQ(?:空间|好友)?|(?:好友和)?朋友圈|扫一扫[^。]{0,20}|扫码[^。]{0,15}|(?:用?微信)?扫描二维码|大|中|小|默认|字体|字号|听全文|语音播报|下载(?:本页|文档|PDF|WORD|Word)?|复制链接|纠错|"
    r"A[+\-]?|我要纠错|(?:打开)?(?:无障碍|适老化|长者)(?:浏览|阅读|模式|专区|专版)?|收起|展开|繁体|简体|(?:浏览|访问|阅读|点击)(?:人?次数?|量|数)|次|人"
)
_TRAIL = re.compile(
    r"(?:您?(?:现在|当前)?所?在?的?位置\s*[:：是])|^首页\s*(?:[>＞»/\-]|$)|^\s*(?:上一[篇条]|下一[篇条]|相关(?:链接|文档|稿件|阅读|文章|信息|附件)|附件下载|推荐阅读|"
    r"政策解读|责任编辑|网站地图|版权所有|主办单位\s*[:：]|网站标识码|扫一扫|扫码|打印本页|关闭窗口)|ICP备|公网安备|版权所有|网站标识码"
)


def iso_date(text: str) -> str | None:
    match = _DATE.search(text)
    if match is None:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def labelled(line: str) -> list[tuple[str, str]] | None:
    """The (label, value) pairs of a line made of such pairs alone; None for any other line."""
    marks = list(_LABEL.finditer(line)) or [match for match in [_GLUED.match(line)] if match]
    if not marks or not _is_nothing(_unlabelled(line[: marks[0].start()])):
        return None
    ends = [match.start() for match in marks[1:]] + [len(line)]
    return [
        (re.sub(r"[ \u3000]", "", match.group(1)), line[match.end() : end].strip(" \t|:：\u3000\xa0;；"))
        for match, end in zip(marks, ends, strict=True)
    ]


def _is_nothing(text: str) -> bool:
    return _SIGNS.sub("", text) in ("", "无", "暂无")


def _unlabelled(text: str) -> str:
    """What is left of the words before the first label when dates, addresses and buttons are taken out."""
    text = re.sub(r"(?:https?://|www\.)\S+|[A-Za-z0-9.\-]{1,80}\.gov\.cn\S*", "", text)
    text = re.sub(r"\d{1,2}:\d{2}(?::\d{2})?", "", _DATE.sub("", text))
    return _FURNITURE.sub("", text)


def is_furniture(line: str) -> bool:
    """Whether a line holds nothing but buttons, font sizes and counters, or belongs to the site."""
    return is_trail(line) or _is_nothing(_FURNITURE.sub("", line))


def is_trail(line: str) -> bool:
    """A line of the site (bread crumbs, neighbours, imprint), not of the letter."""
    return bool(_TRAIL.search(line))


def fields_of(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """The page's fields among (label, value) pairs, dates as ISO, empty values left out."""
    found: dict[str, str] = {}
    for label, text in pairs:
        key = _KINDS.get(label)
        cleaned = iso_date(text) if key in _DATES else text.strip("【】[] \t")
        if key is not None and cleaned and not _is_nothing(cleaned):
            found.setdefault(key, cleaned)
    return found


def carried(pairs: list[tuple[str, str]], following: str | None) -> list[tuple[str, str]]:
    """A label that ends its line has its value on the next one, as in <dt> and <dd>."""
    if not pairs or pairs[-1][1] or following is None or labelled(following) is not None:
        return pairs
    fits = _FITTING.get(_KINDS.get(pairs[-1][0], ""), _COUNTER)
    return [*pairs[:-1], (pairs[-1][0], following)] if fits.fullmatch(following.strip()) else pairs
