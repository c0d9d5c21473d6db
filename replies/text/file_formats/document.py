"""What reading a file yields, and how a file is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MAX_BYTES = 50 * 1024 * 1024
MAX_CHARACTERS = 2_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file that can be read; `label` is what a clerk calls it."""

    code: str
    label: str
    extensions: tuple[str, ...]


FORMATS: tuple[Format, ...] = (
    Format("txt", "纯文本", (".txt", ".text", ".md")),
    Format("docx", "Word 文档", (".docx", ".docm", ".dotx")),
    Format("doc", "Word 97-2003 文档", (".doc", ".dot", ".wps")),
    Format("rtf", "RTF 文档", (".rtf",)),
    Format("pdf", "PDF", (".pdf",)),
    Format("html", "网页", (".html", ".htm", ".shtml", ".xhtml")),
    Format("mht", "单文件网页或邮件", (".mht", ".mhtml", ".eml")),
)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The text of one file.

    `page` holds what a web page says about the letter rather than in it: agency, written_date,
    publish_date (ISO), title, doc_number, index_number, source, source_url, each only where known.
    `notices` are sentences for the clerk about what was left out or could not be told.
    """

    text: str
    format: str
    page: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


class UnreadableFile(Exception):
    """A file that is refused: `code` is stable, `message` tells the clerk what happened and the cure."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


REFUSALS: dict[str, str] = {
    "empty": "这个文件是空的，没有任何内容。请检查原文件后重新上传。",
    "no_text": "文件可以打开，但里面没有文字。请确认是否选错了文件，或直接粘贴答复全文。",
    "too_large": "文件太大，超出了可读取的上限（{limit}）。请只上传答复正文，或拆分后分别上传。",
    "password": "文件设有打开密码，无法读取。请在原软件中取消密码后另存，再重新上传。",
    "scanned": "这份 PDF 是扫描件，只有图像，没有文字层。请先做文字识别（OCR），或上传原始的 Word 文件。",
    "unmapped_fonts": "这份 PDF 的字体没有文字编码，读出来是乱码。请上传原始的 Word 文件，或先做文字识别。",
    "damaged": "文件已损坏或不完整，无法读取。请用原软件打开并另存一份，再重新上传。",
    "unknown_format": "认不出这种文件格式。可以上传 Word、PDF、网页或文本文件，也可以直接粘贴全文。",
    "unsupported": "暂不支持{kind}。请在原软件中另存为{cure}后再上传。",
    "framed": "这个网页里没有答复的正文，正文在它内嵌的另一个页面（框架）里。请单独打开正文所在的页面另存，或直接粘贴全文。",
    "attached": "这是带附件的电子邮件，答复多半在附件里。请先把附件另存出来再上传；如果答复就写在邮件里，请直接粘贴全文。",
    "no_reader": "这台服务器没有安装读取旧版 Word（.doc）的程序。请另存为 .docx 后再上传。",
    "timeout": "读取这个文件花的时间太长，已经停止。请另存为 .docx 或文本文件后再上传。",
    "encoding": "无法确定这个文本文件的文字编码。请用记事本打开，另存为 UTF-8 编码后再上传。",
    "archive": "这是压缩包，不是单个文件。请解压后上传其中的答复，或用批量导入功能读取整个压缩包。",
}


CUT_OFF = "这份文件没有正常结束，后面的内容可能已经丢失，请对照原件补上，或重新取得完整的文件。"


def refused(code: str, **values: str) -> UnreadableFile:
    return UnreadableFile(code, REFUSALS[code].format(**values))


@contextmanager
def damaged_on(*errors: type[Exception]) -> Iterator[None]:
    """Turns what a parser raises on broken input into the refusal that a clerk can act on."""
    broken: tuple[type[Exception], ...] = (*errors, RecursionError)
    try:
        yield
    except UnreadableFile:
        raise
    except broken as error:
        raise refused("damaged") from error


_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, the byte order mark, zero-width marks and lone surrogates: none is ever part of what a
# letter says, and PostgreSQL refuses the first.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060\ud800-\udfff]"
)


# Radicals that some programs write for the characters they look like; NFKC knows only the Kangxi block.
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "民虎西见角贝车長长门青韦页风飞食马鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_LIKE_A_CHARACTER = re.compile(f"[\u2f00-\u2fdf\uf900-\ufaff{''.join(_RADICALS)}]")


def as_characters(text: str) -> str:
    """⽼⼈ as 老人: what looks like a character is one."""
    return _LIKE_A_CHARACTER.sub(
        lambda sign: _RADICALS.get(sign.group()) or unicodedata.normalize("NFKC", sign.group()), text
    )


def plain(text: str) -> str:
    """Line ends as \\n, nothing invisible; whatever can be seen looks as it did."""
    return as_characters(_INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def folded(text: str) -> str:
    """Letters and digits in one width: what two printings of the same words have in common."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def finished(document: ReadDocument) -> ReadDocument:
    """The last check every reader's result goes through."""
    text = plain(document.text).strip("\n")
    if not text.strip():
        raise refused("no_text")
    if len(text) > MAX_CHARACTERS:
        raise refused("too_large", limit=f"{MAX_CHARACTERS // 10_000} 万字")
    return ReadDocument(text, document.format, document.page, document.notices)
