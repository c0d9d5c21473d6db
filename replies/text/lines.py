"""What a line of a letter is, by its words alone: a signature, a date, a contact, a page's furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from replies.text.normalize import HAN
from replies.text.numerals import DATE

#: Longer lines are prose; patterns for short lines are not tried on them.
SHORT_LINE = 160

#: What the name of an office may end with.
OFFICE_END = (
    "局|厅|部|委|委员会|政府|办公室|办公厅|办事处|办|院|分院|法院|检察院|中心|公司|集团|银行|支行|分行|(?<!进)行|支队|大队|总队"
    "|队|处|所|站|署|社|联合社|供销社|联合会|联|会|总会|工会|总工会|协会|学会|学院|大学|学校|中学|小学|医院|分局|管委会|街道"
    "|团委|妇联|残联|工商联|文联|科协|侨联|党校|报社|电视台|台|馆|园|场|室|组|工作组|指挥部|党委|党组|镇|乡"
)
OFFICE = re.compile(rf"(?:[{HAN}]|〇)[{HAN}、A-Za-z0-9]{{0,28}}?(?:{OFFICE_END})(?:\([{HAN}]{{2,16}}\))?")
_NOT_IN_OFFICE = re.compile(
    r"^(?:对(?!外)|结合|通过|围绕|依托|针对|按照)|[的了您你我们这]|感谢|建议|提案|收悉|答复|如下|关于|根据|以上|特此|此复|附件|联系|抄送|下一步|目前|工作(?!委|部|局|处|组|领导|站|办)"
    r"|[一二三]是|首先|最后|次会$|[有时]效|浏览|模式|障碍|详[情细]|菜单|致礼|敬礼|承办|正文|导航|朗读|打印|分享|继续|进一步|为了|欢迎|门户|网站$|等[部局单]|和城乡$|开展|推进|加强|参加|召开"
)

# No branch begins with an anchor or a choice: so the search leaps from one first sign to the next.
FURNITURE = re.compile(
    r"浏览|阅读次数|点击(?:数|次数|率|量)|访问量|字号|字体|打印|关闭|分享|收藏|责任编辑|责编|上一篇|下一篇|上一条\s{0,4}:|下一条\s{0,4}:|扫一扫|微信|微博|二维码"
    r"|网站标识码|网站监督举报|网站举报|不良信息举报|ICP备|公网安备|版权所有|网站地图|当前位置|您(?:现在)?所在的?位置|首页|无障碍|主办单位|承办单位:|技术支持|建议使用|www\.|https?:"
    r"|返回顶部|打印本页|关闭窗口|相关(?:链接|附件|文档|文章)|编辑:|审核:|Copyright|索\s{0,4}引\s{0,4}号|来源(?<=^来源)|作者(?<=^作者)|政务新媒体"
)
#: Where a page turns from its letter to others.
SITE_GOES_ON = re.compile(
    r"^\W{0,3}(?:(?:相关|热门|热点|推荐|最新|更多|友情|快速)(?:链接|文章|文档|阅读|新闻|信息|推荐|稿件|资讯|内容|答复|文件|专题|导航)|上一[篇条]|下一[篇条]|猜你喜欢|推荐阅读|返回列表)"
)
CONTACT = re.compile(
    r"联\s{0,4}络\s{0,4}人\s{0,4}:|联\s{0,4}系\s{0,4}(?:人|电\s{0,4}话|方\s{0,4}式|单\s{0,4}位)|(?:经|承)\s{0,4}办\s{0,4}(?:人|单\s{0,4}位|负责人|科室|处室)|"
    r"^\(?\s{0,4}(?:办公)?电\s{0,4}话|^\W{0,4}(?:单位|联系|通讯|通信|办公)?地\s{0,4}址\s{0,2}:|邮\s{0,4}(?:政\s{0,2}编\s{0,2}码|编)|传\s{0,4}真\s{0,2}:|签\s{0,4}发(?:\s{0,4}人)?\s{0,2}:|签\s{0,2}批\s{0,2}:|审\s{0,4}核\s{0,4}人\s{0,2}:"
)
COPIES = re.compile(r"^\W{0,3}(?:抄|主|报)\s{0,4}[送报抄]|^\W{0,3}主\s{0,4}题\s{0,4}词")
DISCLOSURE = re.compile(
    r"此件[^。\n]{0,12}公开[^。,\n)〕]{0,6}|(?:同意|不同意|主动|依申请|不予|可以|可|全文|部分|摘要|不|予以|免于?|非主动)公开(?:发布)?"
)
ATTACHMENT = re.compile(r"^\W{0,2}附\s{0,4}件?\s{0,2}\d{0,2}\s{0,2}[::]")
SIGNED_BY_LABEL = re.compile(
    r"^(?:(?:答复|回复|办理|承办)?单位(?:名称)?(?:\([公盖签]?章\))?|(?:答复|回复|办复)(?:日期|时间))\s{0,2}:"
)
CLASS_LINE = re.compile(
    r"^.{0,12}(?:类\s{0,2}别|结\s{0,2}果|等\s{0,2}级|分\s{0,2}类|类\s{0,2}型)\s{0,2}:?\s{0,2}[A-D](?![A-Za-z])|^\(?[A-D]\s{0,2}类?\)?$"
)
_LIST = 4  # offices that a letter does not name without a word between
_CLOSES = re.compile("|".join(kind.pattern for kind in (COPIES, ATTACHMENT, CLASS_LINE, SIGNED_BY_LABEL)))
#: What a site says under every letter to whoever reads it there.
_SPEAKS_TO_VISITORS = re.compile(
    r"(?:该|本)政策(?:文件)?(?:的)?(?:有疑问|有异议|制定|执行)|社会公众对(?:该|本)?政策|对(?:该|本)政策的(?:制定|执行)"
    r"|本(?:站|网)(?:所?(?:转载|刊登|发布)|部分|所有)[^。]{0,12}(?:信息|内容|作品|文章)|(?:转载|引用)请注明(?:出处|来源)|不代表本(?:站|网)(?:观点|立场)|您访问的链接即将离开"
)
_LABEL_NEAR = 12
_SENTENCE = re.compile(r"[。;!?]")


class Line(NamedTuple):
    """A line without its outer blanks; start and end are places in the reading."""

    text: str
    start: int
    end: int

    @property
    def closed(self) -> str:
        return "".join(self.text.split()) if len(self.text) <= SHORT_LINE else self.text


def is_office(text: str) -> bool:
    """True of 濮阳市民政局, 市发改委(市粮储局); text comes closed up."""
    return 3 <= len(text) <= 40 and bool(OFFICE.fullmatch(text)) and not _NOT_IN_OFFICE.search(text)


def is_date(text: str) -> bool:
    return (
        len(text) <= 24 and bool(DATE.match(text)) and len(DATE.sub("", text, count=1).strip(' .。()"')) <= 3
    )


def is_office_and_date(text: str) -> bool:
    """温州市民政局2019年7月2日 on one line."""
    found = DATE.search(text) if len(text) <= 70 else None
    return (
        found is not None
        and is_office(re.sub(r"\s", "", text[: found.start()]))
        and len(text) - found.end() <= 3
    )


def is_closing(line: Line) -> bool:
    """Anything that stands under a letter and never in it."""
    text = line.text
    if _SPEAKS_TO_VISITORS.search(text[:SHORT_LINE]) or SITE_GOES_ON.match(text):
        return True
    if len(text) > SHORT_LINE:
        return bool(COPIES.search(text[:20]))
    if _CLOSES.match(text):
        return True
    if is_date(text) or is_office_and_date(text) or is_office(line.closed):
        return True
    contact = CONTACT.search(text)
    if contact and contact.start() <= _LABEL_NEAR and re.search(r"[::|]|\d{5}", text):
        return True
    return bool(len(text) <= 20 and DISCLOSURE.search(text)) or is_furniture(line)


def is_furniture(line: Line) -> bool:
    return len(line.text) <= SHORT_LINE and bool(FURNITURE.search(line.text))


def listed_offices(lines: Sequence[Line]) -> frozenset[int]:
    """Where offices stand that a site lists one under the other, to link to them."""
    out: set[int] = set()
    of_one_list: list[int] = []
    for line in lines:
        of_one_list = [*of_one_list, line.start] if is_office(line.closed) else []
        if len(of_one_list) >= _LIST:
            out.update(of_one_list)
    return frozenset(out)


def is_prose(line: Line) -> bool:
    """A line of the letter itself."""
    return len(line.text) > 40 or (bool(_SENTENCE.search(line.text)) and len(line.text) > 8)
