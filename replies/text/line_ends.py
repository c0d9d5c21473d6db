"""Where the lines of a letter begin and end, those too whose breaks were lost on its way."""

from __future__ import annotations

import re
from itertools import pairwise

from replies.text.lines import OFFICE_END, Line, is_date, is_office
from replies.text.normalize import HAN, Reading
from replies.text.numerals import DATE

#: Longer ones may have been several lines once.
WHOLE_LINE = 60
_ENDS_PART = re.compile(
    r"(?:[。!?;]|代表:|委员:|理答复:|复内容:|答复|复函|的函|回复|摘要|会办意见|[)〕]|号|[别果][:\s]{0,2}[A-D]类?)$"
)
_BEGINS_PART = re.compile(
    rf"(?:尊敬的|[{HAN}·*、]{{2,80}}(?:等\d{{0,2}}[位名]?)?(?:代表|委员)们?[::]|[(]?联[系络]人|抄送|抄报|附件|附:|主办单位:|版权所有|此件|[(]此件|来源|发布|索引号|签发|更新时间|成文日期|名称:|标题:|文号:|[•·]|关于|对[{HAN}]{{0,12}}(?:人大|政协|届)"
    rf"|[{HAN}]{{2,40}}?(?:{OFFICE_END})(?:关于|对)[^。;]{{0,40}}(?:人大|政协|届|建议|提案)"
    rf"|[{HAN}]{{2,10}}〔20\d\d〕第?\d{{1,5}}号"
    rf"|[{HAN}·*、]{{2,80}}(?:等\d{{0,2}}[位名]?)?(?:代表|委员)们?$|[{HAN}、]{{2,30}}(?:{OFFICE_END}):$)"
)
#: 陈晓华代表 您在…, 市教育局: 刘春芳委员…: a salutation and what follows it.
_SALUTED = re.compile(rf"(?:代表|委员)们?$|(?:^|[\s、])[{HAN}]{{2,24}}(?:{OFFICE_END}):$")
_ADDRESSED = re.compile(rf"[您你贵现在]|经研究|[{HAN}·]{{2,20}}(?:代表|委员)")
_TITLE_AND_PEOPLE = re.compile(
    rf"(?P<title>[^。]{{8,}}(?:答复|复函|回复|的函|答复函|会办意见|答复意见))(?!函|意见)[{HAN}·*、,]{{2,80}}?(?:代表|委员)们?\s?(?:[::]|(?=[您你]))"
)
_TITLE_BEGINS = re.compile(
    rf"(?:(?![号类年]|(?<=年)度)(?<![正公打首分])(?:(?!正文|公开|打印|首页|分享)[{HAN}]){{2,24}}?(?:{OFFICE_END}))?(?P<about>关于|(?<!关于)对)(?<![《“]关于)(?<![《“]对)(?=[^关]{{0,40}}(?:届|次会议|第[\dA-Z]|建议|提案))|(?<=正文)(?=[{HAN}])"
)
#: 答复张三代表:, 号尊敬的张三、李四代表:, where a whole letter came on one line.
_PEOPLE_IN_LINE = re.compile(
    rf"(?:(?<=复)(?!函)|(?<=函)|(?<=意见)|(?<=摘要)|(?<=[类号])|(?<=打印)|(?<=朗读)|(?<=关闭)|(?<=公开)|(?<=菜单)|(?<=[^{HAN}、·*\s])|(?=尊敬的))(?![号类年月日])\s{{0,4}}(?:尊敬的)?\s?[{HAN}·*]{{2,4}}(?:[、,][{HAN}·*]{{2,4}}){{0,30}}(?:等\d{{0,2}}[位名]?)?(?:人大代表|政协委员|代表|委员)们?\s?:"
)
#: 办理情况: 张三代表:, where a register's label and the salutation share a line.
_LABELLED_SALUTE = re.compile(
    rf"(?:办理|答复|回复|处理|落实|复函)(?:情况|内容|意见|结果)?\s?:\s{{0,4}}(?=(?:尊敬的)?\s?[{HAN}·*、,]{{2,60}}(?:等\d{{0,2}}[位名]?)?(?:人大代表|政协委员|代表|委员)们?\s?:)"
)
#: A title's last words, and what of a page or a letterhead may stand between it and the people.
_TITLE_ENDS = re.compile(
    rf"(?:答\s{{0,4}}复(?!函)|复\s?函|回\s{{0,4}}复|的\s?函|答复函|办?理?意见|摘要)(?=$|[发公成生]\w日期|发布|来源|时间|索引|字[体号]|浏览|文号|打印|类别|同意|[〔(\s\dA-D]|[{HAN}]{{2,8}}[〔(](?:19|20)\d\d)"
)
_LEAST_LETTER = 100
#: What may follow the date of a signature: a label or what a page goes on with, no sentence.
_BEHIND_DATE = r"(?=[\s(〔×•|【]|$|[联抄附主此责经承审打扫关上分签]|下一|领导|单位|办[复理]|公开|用微信|相关)"
_SIGNED_IN_LINE = re.compile(
    rf"(?:(?<=[。!)\d])|(?<=[。!)\d]\s))(?P<office>[{HAN}]{{3,30}})\s{{0,3}}(?:{DATE.pattern}){_BEHIND_DATE}"
)
#: 。2021年7月7日(联系人:…: a date that nobody's name stands before.
_DATED_IN_LINE = re.compile(rf"(?<=[。!])\s{{0,4}}(?:{DATE.pattern}){_BEHIND_DATE}")
_FOOT_PART = re.compile(
    r"(?:(?<=[。!)\d])|(?<=[。!)\d]\s))(?=[(]?联[系络]人|[(]?承办人|[(]?经办人|抄送|抄报|[(]?此件|附件:)"
)
_GLUED_HEAD, _GLUED_FOOT = 600, 300
#: A contact or a sentence, and behind it the date or, after a gap, whoever signs.
_MORE_THAN_A_LINE = re.compile(
    rf"(?:联系(?:人|电话)|承办单位:|负责人:|[。!]\s).*(?:{DATE.pattern})$|[。!]\s{{2,}}(?=\S)"
)
MOST_LINES = 10_000
LONGEST_GLUED = 60_000  # characters of a letter whose line ends were lost
_LINE = re.compile(r"[^\s|](?:[^\n]*[^\s|])?")
_PART_END = 4  # what `_ENDS_PART` looks at
_LONGEST_NAMED = 60  # characters of a paper that is named
_SHORT_PART = 40


def lines_of(reading: Reading) -> tuple[Line, ...]:
    """The lines that hold anything at all; of more than any letter has, those at the head and the foot."""
    text, half = reading.text, MOST_LINES // 2
    if text.count("\n") <= MOST_LINES:
        lines = _lines(text, 0, len(text))
        return lines if len(lines) <= MOST_LINES else (*lines[:half], *lines[-half:])
    head = foot = -1
    for _ in range(half):
        head, foot = text.find("\n", head + 1), text.rfind("\n", 0, foot)
    return (*_lines(text, 0, head)[:half], *_lines(text, foot, len(text))[-half:])


def _lines(text: str, start: int, end: int) -> tuple[Line, ...]:
    out: list[Line] = []
    for found in _LINE.finditer(text, start, end):
        whole = Line(found.group(), found.start(), found.end())
        may_hold_lines = _may_hold_lines(whole.text)
        glued = len(whole.text) > _SHORT_PART or _LABELLED_SALUTE.match(whole.text)
        for line in _unglued(whole) if glued else (whole,):
            if " " in line.text and may_hold_lines:
                out.extend(_parted(line))
            else:
                out.append(line)
    return tuple(out)


def _may_hold_lines(text: str) -> bool:
    return len(text) <= LONGEST_GLUED and (len(text) > WHOLE_LINE or bool(_MORE_THAN_A_LINE.search(text)))


def _unglued(line: Line) -> list[Line]:
    """The title, the addressee, the letter and the signature of a line that lost the breaks between them."""
    head = _glued_at_head(line.text)
    foot = _glued_at_foot(line.text, max(head[-1], len(line.text) - _GLUED_FOOT))
    cuts = sorted({0, *head, *foot, len(line.text)})
    return [_cut(line, start, end) for start, end in pairwise(cuts)]


def _glued_at_head(text: str) -> list[int]:
    """Where the title begins and ends, and where the people are addressed."""
    head = text[:_GLUED_HEAD]
    if "代表" not in head and "委员" not in head:
        return [0]
    if label := _LABELLED_SALUTE.match(head):
        return [0, label.end()]
    if title := _TITLE_AND_PEOPLE.match(head):
        return [_title_begins(head, title.end("title")), title.end("title")]
    people = _PEOPLE_IN_LINE.search(head) if len(text) > _LEAST_LETTER else None
    if people is None:
        return [0]
    ends = [m.end() for m in _TITLE_ENDS.finditer(head[: people.start()])]
    return [_title_begins(head, ends[-1]), ends[-1], people.start()] if ends else [people.start()]


def _title_begins(text: str, end: int) -> int:
    """With the office, unless other words run into its name."""
    begun = list(_TITLE_BEGINS.finditer(text, 0, end))
    if not begun:
        return 0
    at, about = begun[-1].start(), begun[-1].start("about")
    glued = re.search(f"(?<!正文)(?<![类号])(?<=[{HAN}])$", text[:at])
    return about if about > at and (glued or not is_office(text[at:about])) else at


def _glued_at_foot(text: str, start: int) -> list[int]:
    """Where office and date, contact and copies begin behind the last sentence of a line."""
    dated = DATE.search(text, start)
    if dated is None:
        return []
    signed = _SIGNED_IN_LINE.finditer(text, max(start, dated.start() - _SHORT_PART))
    m = next((m for m in reversed(list(signed)) if is_office(m["office"])), None)
    m = m or _DATED_IN_LINE.search(text, start)
    if m is None:
        return []
    begun, end = m.span()
    rest = [part.start() for part in _FOOT_PART.finditer(text, start) if part.start() not in (begun, end)]
    return sorted({begun, end, *rest} - {len(text)})


def _cut(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Line(text, line.start + start, line.start + start + len(text))


def _parted(line: Line) -> list[Line]:
    """A line that was several before its breaks were lost: parted at blanks where a part of a letter ends or begins.

    Prose has no blanks after its stops, so a true paragraph stays whole or is parted between sentences.
    """
    out: list[Line] = []
    start = last = 0
    for word in re.finditer(r"\S+", line.text):
        if last > start and _parts(line.text, start, last, word.group()):
            out.append(Line(line.text[start:last], line.start + start, line.start + last))
            start = word.start()
        last = word.end()
    out.append(Line(line.text[start:last], line.start + start, line.start + last))
    return out


def _parts(text: str, start: int, end: int, following: str) -> bool:
    """Whether the blank behind `text[start:end]` was the end of a line; in the name of a paper, 《…, it was none."""
    named = max(start, end - _LONGEST_NAMED)
    if text.rfind("《", named, end) > text.rfind("》", named, end):
        return False
    if _ENDS_PART.search(text[max(start, end - _PART_END) : end]) or _BEGINS_PART.match(following):
        return True
    if _ADDRESSED.match(following) and _SALUTED.search(text[max(start, end - _SHORT_PART) : end]):
        return True
    spaced = len(following) == 1 and re.fullmatch(rf"\s[{HAN}]", text[max(start, end - 2) : end])
    goes_on = spaced or end - start > _SHORT_PART  # 眉 山 市 市 场 监 督 管 理 局
    return _stands_alone(following) or (not goes_on and _stands_alone(text[start:end]))


def _stands_alone(text: str) -> bool:
    return len(text) <= _SHORT_PART and (is_date(text) or is_office(re.sub(r"\s", "", text)))
