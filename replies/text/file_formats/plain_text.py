"""Text files in the encodings that Chinese offices use."""

from __future__ import annotations

import codecs
import html
import re

from charset_normalizer import from_bytes

from .document import ReadDocument, refused

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 200_000
_EXPECTED = ((0x20, 0x7E), (0x3000, 0x301F), (0x4E00, 0x9FA5), (0xFF01, 0xFF5E))
_FORBIDDEN = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a\x1b")


#: &nbsp; &ldquo; &#12298;, as they stand in the source of a page.
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
#: <br>, </p> and a line's end there anyway; <span style="…">.
_TAG = re.compile(
    r"(?P<ends><br\b[^<>\n]{0,40}>|</(?:p|div|li|tr|h[1-6])>)\n?|</?(?:p|span|div|font|strong|b|li|tr|h[1-6])\b[^<>\n]{0,200}>",
    re.IGNORECASE,
)
#: ## a heading, **a line in bold**, **一、the head** of a paragraph; 许** and **、李** are names without their owners.
_HEADING = re.compile(r"^([ \t\u3000]*)#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_BOLD = re.compile(
    r"^([ \t\u3000]*)\*\*(?:([^*\n]{2,200}|[A-D]|[^\n]{2,200}[:：])\*\*(?=[ \t\u3000]*$)|((?:第?[一二三四五六七八九十]|[(（\d])[^*\n]{1,120})\*\*)",
    re.MULTILINE,
)


def read_plain_text(content: bytes) -> ReadDocument:
    text, notices = decode(content)
    return ReadDocument(_without_marks(text), "txt", notices=notices)


def _without_marks(text: str) -> str:
    """What a copied source or a Markdown file says with signs, said plainly."""
    if "&" in text:
        text = _ENTITY.sub(lambda sign: html.unescape(sign.group()), text)
    text = _TAG.sub(lambda tag: "\n" if tag["ends"] else "", text) if "<" in text else text
    text = _HEADING.sub(r"\1", text) if "#" in text else text
    return _BOLD.sub(r"\1\2\3", text) if "**" in text else text


def decode(content: bytes, hint: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text and what the clerk should know about it; UnreadableFile when no encoding is certain."""
    encoding = _by_mark(content) or _by_zeros(content) or _by_hint(content, hint)
    if encoding is None and not looks_binary(content):
        encoding = _strictly(content) or _wide_without_mark(content) or _doubtful(content)
    encoding = encoding or _wide_without_mark(content)
    if encoding is None:
        raise refused("unknown_format" if looks_binary(content) else "encoding")
    return _decoded(content, encoding)


def looks_binary(content: bytes) -> bool:
    """Whether more than one byte in three hundred is a control byte no text file holds."""
    sample = content[:_SAMPLE]
    return sum(sample.count(byte) for byte in _FORBIDDEN) * 300 > len(sample)


def _by_mark(content: bytes) -> str | None:
    return next((name for mark, name in _BOMS if content.startswith(mark)), None)


def _by_zeros(content: bytes) -> str | None:
    """UTF-16 without its mark: any ASCII in it leaves zero bytes, which no other text has."""
    return _wide_without_mark(content) if b"\0" in content[:_SAMPLE] else None


def _by_hint(content: bytes, hint: str | None) -> str | None:
    """The encoding a page declares, where the bytes bear it out."""
    if not hint:
        return None
    try:
        name = codecs.lookup(hint.strip()).name
    except (LookupError, ValueError):
        return None
    name = "gb18030" if name in ("gb2312", "gbk") else name
    if name.startswith(("utf-16", "utf-32")) or not _is_text_codec(name):
        return None
    strange = content.decode(name, "replace").count("\ufffd")
    return name if strange * 100 <= len(content) else None


def _is_text_codec(name: str) -> bool:
    return bool(getattr(codecs.lookup(name), "_is_text_encoding", True))


def _strictly(content: bytes) -> str | None:
    if _nearly(content, "utf-8"):
        return "utf-8"
    return _chinese_double_byte(content)


def _chinese_double_byte(content: bytes) -> str | None:
    """GB18030 or Big5, whichever puts clearly more of the characters among its everyday ones.

    Almost any run of double bytes is valid in both, but each standard keeps its common characters in rows of
    their own; text read in the wrong one scatters over the rare rows.
    """
    shares = {name: _everyday_share(content, name) for name in ("gb18030", "big5") if _nearly(content, name)}
    if not shares:
        return None
    best = max(shares, key=lambda name: shares[name])
    rest = max((share for name, share in shares.items() if name != best), default=0.0)
    return best if shares[best] >= 0.6 and shares[best] - rest >= 0.05 else None


def _everyday_share(content: bytes, name: str) -> float:
    narrow = "gb2312" if name == "gb18030" else "big5"
    common = total = 0
    for character in content[:_SAMPLE].decode(name, "ignore"):
        if character < "\x80":
            continue
        total += 1
        code = character.encode(narrow, "ignore")
        common += len(code) == 2 and _is_everyday(code[0], narrow)
    return common / total if total else 0.0


def _is_everyday(lead: int, narrow: str) -> bool:
    if narrow == "gb2312":
        return lead <= 0xA3 or 0xB0 <= lead <= 0xD7
    return 0xA1 <= lead <= 0xC6


def _wide_without_mark(content: bytes) -> str | None:
    """UTF-16 in the byte order that gives Chinese; where both do, the one with punctuation and line ends."""
    if len(content) % 2:
        return None
    texts = {name: content.decode(name) for name in ("utf-16-le", "utf-16-be") if _decodes(content, name)}
    likely = [name for name, text in texts.items() if _reads_as_chinese(text, share=0.9)]
    return max(likely, key=lambda name: sum(map(_is_mark_or_ascii, texts[name][:20_000])), default=None)


def _is_mark_or_ascii(character: str) -> bool:
    return not "\u4e00" <= character <= "\u9fa5"


def _doubtful(content: bytes) -> str | None:
    guess = from_bytes(content[:_SAMPLE], cp_isolation=["gb18030", "big5", "utf_8"]).best()
    if guess is None or guess.encoding not in ("gb18030", "big5", "utf_8"):
        return None
    return guess.encoding if _reads_as_chinese(str(guess), share=0.8) else None


def _reads_as_chinese(text: str, share: float) -> bool:
    sample = text[:20_000]
    return sum(_is_expected(character) for character in sample) >= share * len(sample)


def _is_expected(character: str) -> bool:
    code = ord(character)
    return code in (9, 10, 13) or any(first <= code <= last for first, last in _EXPECTED)


def _decodes(content: bytes, name: str) -> bool:
    try:
        content.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _nearly(content: bytes, name: str) -> bool:
    """Whether the bytes are of this encoding but for a damaged place or two (a cut end, a lost byte)."""
    if _decodes(content, name):
        return True
    text = content.decode(name, "replace")
    strange = text.count("\ufffd")
    return strange * 1000 <= len(text) or (strange == 1 and len(text) >= 50)


def _decoded(content: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = content.decode(encoding, "replace").lstrip("\ufeff")
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    if lost * 100 > len(text):
        raise refused("damaged")
    return text, (f"文件中有 {lost} 处文字已损坏，以“\ufffd”标出，请对照原件补上。",)
