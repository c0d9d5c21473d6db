"""Where on a page the letter stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .document import folded
from .web_labels import is_furniture, is_trail, labelled
from .web_lines import Container, WebLine, WebLines

_PROSE = re.compile("[，。；！？、]|[:：]$")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
# How letters of this kind open and close; such a line weighs as much as a long paragraph.
_SPEAKS = re.compile(
    r"收悉|(?:答复|回复|函复|复函|汇报|说明)(?:意见)?如下|(?:代表|委员|提案人|同志)[们]?\s*[:：]\s*$|(?:此|特此)(?:函复|答复|复函|回复)|[您你]们?(?:在|提出|所提)"
)
_CLOSES = re.compile(
    r"^[（(]?\s*(?:联\s*系|抄\s*[送报]|主\s*送|承\s*办|经\s*办|签\s*发|领导签[发批]|附\s*件|此件|主动公开|依申请公开|邮政编码|主题词|审核人|办复类别)"
    r"|^[（(]?\s*[12二].{3}\s*年\s*.{1,3}\s*月\s*.{1,3}\s*日\s*[）)]?$"
    r"|(?:局|委|委员会|政府|办公室|厅|部|院|中心|公司|大队|支队|总队|会|处|站|所|队|科)\s*[（(]?(?:盖章|印章|公章)?[）)]?$"
)
# Links that letters hold: what is attached, and the letter's own title.
_OWN_LINK = re.compile(
    r"^\s*附\s*件|\.(?:docx?|pdf|xlsx?|zip)\b|(?:答复|复函|回复)[^，。]{0,12}$", re.IGNORECASE
)
# Number, subject and address line, where they stand outside the element that holds the text.
_ABOVE = re.compile(
    r"[〔\[【﹝（(](?:19|20)\d\d[〕\]】﹞）)]\s*第?\d+号|建议|提案|议案|答复|代表|委员|[:：]$"
)
_NOTHING_ATTACHED = re.compile(r"\s*附\s*件\s*(?:下载)?\s*[:：]?\s*")
_SENTENCE = re.compile(r"[。！？!?][”’」』）)]*$")
_SHARE = 0.9
_REACH = 15


def letter_range(page: WebLines, title: str | None) -> tuple[int, int]:
    """The half-open range of lines from the letter's title to its date, contact and copies."""
    weights = [_weight(line) for line in page.lines]
    box = _smallest_with_most(page, weights)
    start, end = _trimmed(page.lines, box)
    start = _title_above(page.lines, start, title) if start == box.start else start
    return start, _last_below(page.lines, end) if end == box.end else end


def weight_of(lines: Iterable[WebLine]) -> int:
    """How much in these lines reads like a letter of this kind, in characters."""
    return sum(map(_weight, lines))


def _trimmed(lines: list[WebLine], box: Container) -> tuple[int, int]:
    """Without the site's own lines where no element parts them from the letter: what stands before the last
    link above its first words, and after the first link below its last."""
    spoken = [index for index in range(box.start, box.end) if _SPEAKS.search(lines[index].text)]
    if not spoken:
        return box.start, box.end
    above = [index + 1 for index in range(box.start, spoken[0]) if _is_site(lines[index])]
    below = [index for index in range(spoken[-1] + 1, box.end) if _is_site(lines[index])]
    end = min([box.end, *below])
    while end > spoken[-1] + 1 and _is_of_the_page(lines[end - 1].text):
        end -= 1
    return max([box.start, *above]), end


def _is_of_the_page(text: str) -> bool:
    """Buttons, 来源：… 责任编辑：…, and 附件： with nothing attached."""
    return is_furniture(text) or labelled(text) is not None or bool(_NOTHING_ATTACHED.fullmatch(text))


def _is_site(line: WebLine) -> bool:
    if is_trail(line.text):
        return True
    return line.linked * 2 > len(line.text) and not _OWN_LINK.search(line.text)


def _weight(line: WebLine) -> int:
    text = line.text
    if is_trail(text) or labelled(text) is not None or is_furniture(text):
        return 0
    chinese = len(_CHINESE.findall(text)) - line.linked
    if chinese <= 0 or not _PROSE.search(text):
        return 0
    return chinese + (300 if _SPEAKS.search(text) else 0)


def _smallest_with_most(page: WebLines, weights: list[int]) -> Container:
    sums = [0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    whole = Container(0, len(page.lines))
    enough = [box for box in page.containers if sums[box.end] - sums[box.start] >= _SHARE * sums[-1]]
    return min([whole, *reversed(enough)], key=lambda box: box.end - box.start) if sums[-1] else whole


def _title_above(lines: list[WebLine], start: int, title: str | None) -> int:
    """Goes up from the text over the page's own lines to the address line, the number and the title."""
    best = start
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        line = lines[index]
        if title and folded(line.text) == folded(title):
            return index
        if labelled(line.text) is not None or is_furniture(line.text):
            continue
        if line.linked * 2 > len(line.text) or not _belongs_above(line):
            break
        best = index
    return best


def _belongs_above(line: WebLine) -> bool:
    return line.heading or bool(_SPEAKS.search(line.text) or _ABOVE.search(line.text))


def _last_below(lines: list[WebLine], end: int) -> int:
    """Goes down from the text over signature, date, contact and copies, as far as they reach."""
    best = end
    for index in range(end, min(len(lines), end + _REACH)):
        line = lines[index]
        if is_trail(line.text) or line.linked * 2 > len(line.text):
            break
        if _CLOSES.search(line.text) or _SENTENCE.search(line.text):
            best = index + 1
        elif not is_furniture(line.text) and labelled(line.text) is None:
            break
    return best
