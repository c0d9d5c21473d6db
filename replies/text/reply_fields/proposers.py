"""Who made the proposal: names only, in order; an organisation is a name too."""

from __future__ import annotations

import re

from replies.text.divisions import fully_named
from replies.text.layout import PARTY
from replies.text.lines import is_office
from replies.text.normalize import HAN
from replies.text.parsed import Finding
from replies.text.reply_fields.co_agencies import is_for_government
from replies.text.reply_fields.sheet import Sheet

_WHO = re.compile(
    r"(?:等\s{0,3}(?:[\d一二三四五六七八九十]{1,3}\s{0,2}(?:[位名个]|(?=代表|委员)))?\s{0,3}|(?:[二两三四五六七八九十]|\d{1,2})[位名]|[各诸]位)?"
    r"(?:人大代表|政协委员|委员代表|代表委员|代表|委员|同志|先生|女士|议员)?\s{0,3}们?\s{0,3}(?:\([^()]{1,60}\))?\s{0,3}(?:,?\s{0,2}[您你]们?好)?\s{0,3}[::;,。!]?\s*$"
)
#: What a page says right before the people, where the breaks between were lost.
_PAGE_BEFORE = r"(?:打印|朗读|关闭|(?:同意|主动|依申请)公开|展开菜单|答复摘要)?"
_POLITE = re.compile(
    rf"^\s*{_PAGE_BEFORE}\s*(?:致(?!公)(?=[{HAN}]{{2}}))?\s*(?:尊敬的?|敬爱的)?\s*(?:(?:市|县|区|省|州|盟|全国)?(?:人大代表|政协委员))?\s*"
    rf"(?:第?[\d一二三四五六七八九十{HAN}]{{1,8}}代表团(?=[{HAN}·]{{2,4}}(?:[、,]|等|$)))?"
)
#: 柳溪乡委员小组, 桐山代表团: a body of members, whose name goes on behind 委员 or 代表.
_GROUP = r"(?:活动|联络|履职)?(?:小组|组|团)"
_SEPARATOR = re.compile(
    rf"[、,;/]|(?<=委员)\s*[及和与并]\s*(?=[{HAN}])|(?<=代表)\s*[及和与并]\s*(?=[{HAN}])|(?<=委员)(?!{_GROUP})(?=[{HAN}·*]{{2,4}}(?:委员|$))|(?<=代表)(?!{_GROUP})(?=[{HAN}·*]{{2,4}}(?:代表|$))|\n"
)
_ASIDE = re.compile(r"\([^()]{0,40}\)|〔[^〔〕]{0,40}〕")
#: Offices of an assembly forward proposals and take reports; they seldom make any.
_FORWARDS = re.compile(r"常委会|选联|代工委|代表工|提案委|提案办|督查|议案|办公室$")
_NOBODY = frozenset(
    [
        "各位",
        "全体",
        "有关",
        "相关",
        "诸位",
        "领衔",
        "尊敬的",
        "针对",
        "市",
        "县",
        "区",
        "附议",
        "附议人",
        "附议者",
        "联名",
        "联名人",
        "联名者",
    ]
)
_MASKED = re.compile(r"^[*XxＸ×○□■_某]+$")
_PERSON = re.compile(rf"^[{HAN}·•*XxX○某A-Za-z]{{2,24}}$")
_NOT_NAME = re.compile(
    r"答复|回复|建议|提案(?!委|[与和][\u4e00-\u9fff]{1,8}委)|次数|来源|日期|时间|情况|收悉"
)
#: 代 表, 委 员: what people are called, padded as their names are.
_PADDED = re.compile(r"代\s{1,3}表|委\s{1,3}员|尊\s{0,3}敬\s{0,3}的")
_LONGEST_PERSON = 4
_PROSE = re.compile(r"[。;:]")
_FOREIGN_OR_MASKED = re.compile(r"[·•*XxA-Za-z]")
_BODY_END = re.compile(
    r"(?:[会委党盟社组团部局联院校办处界所站厂]|公司|中心|学|政府|人大|政协|街道|支部|总支|集团|界别|小组|[省市县区州旗镇乡村])$"
)
#: 乌云其木格, 孟可巴依尔: longer than names mostly are, and no words of a sentence.
_LONG_NAME = re.compile(rf"^(?!.*[的了在是为和与及对于等把被将这那我您你们届第年月日号])[{HAN}]{{5,8}}$")
#: 刘苍林政协绿春县委员, 县人大陈景平代表: what somebody is a member of, behind the name or before it.
_MEMBER = re.compile(
    rf"^(?:全国|[省市县区州盟旗])?(?:人大|政协)(?=[{HAN}·]{{1,3}}[^委会组界办团](?:代表|委员)(?!会))"
)
_MEMBER_OF = re.compile(
    rf"(?<=[{HAN}]{{2}})(?:全国|[省市县区州盟旗])?(?:政协|人大)[{HAN}]{{0,10}}(?=(?:代表|委员)(?:[、,:\s]|$))"
)
_TITLE = re.compile(r"(?:人大代表|政协委员|代表|委员|同志|先生|女士)$")
#: 王秋主席, 王秋副主任: an office behind a person's name; 市工商联主席 names nobody.
_OFFICE_HELD = re.compile(
    rf"(?<=^[{HAN}]{{2}})(?:副?(?:主席|主任|书记|会长|院长|校长)|常委|教授)$|(?<=^[{HAN}]{{3}})(?<![联会盟社党委])(?:副?(?:主席|主任|书记|会长|院长|校长)|常委|教授)$"
)
_IN_OPENING = re.compile(
    rf"(?:[^,。;《》您你]{{0,60}}会议(?:上|期间)?,?)?(?:经[^,。]{{2,12}},)?(?:现将|现就|现对|关于|由|对)?(?P<names>(?:[{HAN}·*、]|(?<=[支部会组社盟联团]),){{2,240}}?)(?:等\d{{0,3}}[位名]?|\(等\))?(?P<who>代表|委员)们?(?:(?:在[^。]{{0,60}})?(?:所)?提(?:出|交)?的?|(?=《))"
)
#: 对九三学社提出的关于…, 民建支部提出的《…: a body, which is no 委员 and is not asked to be one.
_BODY_IN_OPENING = re.compile(
    rf"(?:现将|现就|现对|关于|由|对)?(?P<names>[{HAN}]{{2,24}})(?:所)?提(?:出|交)的?(?=关于|《|“)"
)
#: 现就市人大代表林秋水关于…的建议: by what they are, before the name, and without a verb.
_BY_ROLE = re.compile(
    rf"(?:现将|现就|现对|关于|由|对)?[市县区省州盟旗]?(?:人大代表|政协委员)(?P<names>[{HAN}·]{{2,4}}(?:、[{HAN}·]{{2,4}}){{0,20}}?)"
    r"(?:等\d{0,3}[位名人]?)?(?:所?提出?的)?(?=关于|《|“)"
)
#: 会上，人大代表林秋水提出《…》; 甲、乙等提出的《…》: who raised it, in a text that addresses nobody.
_TOLD_OF = re.compile(
    rf"(?:^|[,。;|\s])(?P<role>人大代表|政协委员)?(?P<names>[{HAN}·]{{2,4}}(?:、[{HAN}·]{{2,4}}){{0,20}}?)"
    r"(?:\(等\)|等\d{0,2}[名位人]?)?(?P<who>代表|委员)?(?:联名|共同)?提[出交](?:了|的)?(?=[《“]|第?\d{1,6}号(?:代表|委员)?(?:建议|提案|议案))",
    re.MULTILINE,
)
_TOLD_REACH = 1500
#: Who two people in one piece may be: only where each begins as people's names mostly do.
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚"
    "方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
)
_JOINED = re.compile(
    rf"^(?P<one>[{_SURNAMES}][{HAN}]{{1,2}})[并及和与](?P<other>[{_SURNAMES}][{HAN}]{{1,2}})$"
)
#: 民革施美芳、中共沈玉春等代表: of what party each of the people is.
_OF_PARTY = re.compile(
    rf"^(?:中共|民革|民盟|民建|民进|农工党?|致公党?|九三(?:学社)?|台盟|无党派(?:人士)?)(?=[{_SURNAMES}][{HAN}]{{1,2}}$)"
)
_COUNT = re.compile(r"等\s*[\d一二三四五六七八九十]{0,3}\s*(?:位|名|人).*$|等\s*(?:代表|委员)?$")


def read_proposers(sheet: Sheet) -> None:
    """From the addressee; a co-handler's letter and a register name them elsewhere."""
    finding = _from_addressee(sheet) or _from_opening(sheet) or _told_of(sheet)
    labelled = _from_labels(sheet)
    if labelled and (finding is None or _is_shorter(finding.value, labelled.value)):
        finding = labelled
    sheet.put("proposers", finding)


def _is_shorter(addressed: list[str], labelled: list[str]) -> bool:
    """A letter to the first of several names them in its page block."""
    return len(addressed) < len(labelled) and set(addressed) <= set(labelled)


def _from_addressee(sheet: Sheet) -> Finding[list[str]] | None:
    start, end = sheet.layout.addressee
    text = sheet.reading.text[start:end]
    name = re.sub(r"\s|:", "", text)
    if _FORWARDS.search(name) or (is_office(name) and is_for_government(name)):
        return None
    names = names_in(text)
    return (
        Finding(_printed(sheet, start, end, names), sheet.reading.span(start, end), "addressee")
        if names
        else None
    )


def _printed(sheet: Sheet, start: int, end: int, names: list[str]) -> list[str]:
    """The names in the letter's own script."""
    run = sheet.reading.run(start, end)
    out = []
    at = 0
    for name in names:
        found = run.text.find(name, at)
        out.append(run.printed(found, found + len(name)) if found >= 0 else name)
        at = max(at, found)
    return out


def names_in(text: str) -> list[str]:
    """`马青、周丽等委员:` holds two names, `郑  爽代表` one, `***委员` none."""
    text = _PADDED.sub(lambda m: "".join(m.group().split()), text.strip())
    of_people = re.search(r"(?:代表|委员)们?\s{0,2}:?$", text)
    text = _WHO.sub("", _MEMBER.sub("", _without_membership(text)))
    text = _POLITE.sub("", _ASIDE.sub("", text), count=1)
    out: list[str] = []
    for piece in _SEPARATOR.split(text):
        for name in (part for word in _by_blanks(piece) for part in _two_people(word)):
            name = _OFFICE_HELD.sub("", _TITLE.sub("", _COUNT.sub("", name)))
            name = _OF_PARTY.sub("", name) if of_people else name
            if _is_name(name) and name not in (*_NOBODY, *out):
                out.append(name)
    return out


def _without_membership(text: str) -> str:
    """刘苍林委员 of 刘苍林政协绿春县委员; 温州市政协委员 names nobody."""
    m = _MEMBER_OF.search(text)
    if m is None or fully_named(text[: m.start() + 1]):
        return text
    return text[: m.start()] + text[m.end() :]


def _is_name(word: str) -> bool:
    """A person's, or a body's by its last word; neither a stretch of a sentence nor a place is one."""
    if not _PERSON.match(word) or _MASKED.match(word) or _NOT_NAME.search(word) or fully_named(word):
        return False
    if len(word) <= _LONGEST_PERSON:
        return True
    return any(kind.search(word) for kind in (_FOREIGN_OR_MASKED, _BODY_END, _LONG_NAME))


def _by_blanks(piece: str) -> list[str]:
    """Blanks pad a name of two characters or part several names."""
    words = piece.split()
    if len(words) <= 1 or (any(len(word) == 1 for word in words) and len("".join(words)) <= 4):
        return ["".join(words)]
    out: list[str] = []
    for word in words:
        if len(word) == 1 and out and len(out[-1]) == 1:
            out[-1] += word
        else:
            out.append(word)
    return out


def _two_people(word: str) -> tuple[str, ...]:
    """何秋水和林平 are two; 周和平 is one, and so is 苏日和图雅."""
    joined = _JOINED.match(word)
    return (joined["one"], joined["other"]) if joined else (word,)


def _from_opening(sheet: Sheet) -> Finding[list[str]] | None:
    """王伟委员所提出的…, in a letter to the office that leads."""
    run = sheet.layout.opening_run
    m = _IN_OPENING.match(run.text) or _BY_ROLE.match(run.text) or _body_in(run.text)
    if not m or re.search(r"[您你]|会议|届|政协|人大", m["names"]):
        return None
    names = names_in(m["names"])
    value = [run.printed(at, at + len(n)) for n in names if (at := run.text.find(n)) >= 0]
    return Finding(value, run.span(m.start("names"), m.end("names")), "opening") if value else None


def _body_in(text: str) -> re.Match[str] | None:
    m = _BODY_IN_OPENING.match(text)
    return m if m and PARTY.search(m["names"]) else None


def _told_of(sheet: Sheet) -> Finding[list[str]] | None:
    """The names before 提出《…》 near the top, where nobody is addressed."""
    layout = sheet.layout
    if layout.addressee[1] > layout.addressee[0]:
        return None
    for m in _TOLD_OF.finditer(sheet.reading.text, 0, _TOLD_REACH):
        named = m["role"] or m["who"] or "、" in m["names"]
        if not named or re.search(r"[您你我们]|代表|委员|会议", m["names"]):
            continue
        start, end = m.span("names")
        names = names_in(m["names"])
        if names:
            return Finding(_printed(sheet, start, end, names), sheet.reading.span(start, end), "opening")
    return None


def _names_alone(value: str) -> str:
    """What a label says, without the prose that ran into its line."""
    return value if not _PROSE.search(value) else value.split()[0]


def _from_labels(sheet: Sheet) -> Finding[list[str]] | None:
    items = [*sheet.labels.get("proposer", ()), *sheet.labels.get("seconder", ())]
    names = [name for item in items for name in names_in(_names_alone(item.value))]
    if not names:
        return None
    span = sheet.reading.span(min(i.start for i in items), max(i.end for i in items))
    return Finding(list(dict.fromkeys(names)), span, "label")
