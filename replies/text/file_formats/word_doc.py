"""Binary Word files (.doc, .wps), and the programs of the machine that read what we cannot.

Our own reader gives the text of Word 97 and later with its automatic numbers.  Where a list of such a file cannot
be made out, LibreOffice, if the machine has it, turns it into a .docx first; files older than Word 97 need
LibreOffice or antiword.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from .document import ReadDocument, UnreadableFile, refused
from .word_binary import BinaryText, OlderWord, read_binary
from .word_docx import joined_parts, read_word_docx

SECONDS = 60
_LISTS_LOST = "这份文件里的自动编号（如“一、”“1.”）可能没有读出，请对照原件；另存为 .docx 后上传可以读全。"
# LibreOffice must neither run a document's macros nor fetch what it links to.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>"""


def read_word_doc(content: bytes) -> ReadDocument:
    try:
        parts = read_binary(content)
    except OlderWord:
        return _read_by_program(content)
    if parts.numbers_lost:
        converted = _by_office(content)
        if converted is not None:
            return converted
    return ReadDocument(_text(parts), "doc", notices=(_LISTS_LOST,) if parts.numbers_lost else ())


def _text(parts: BinaryText) -> str:
    return joined_parts(parts.headers, [*parts.letter, *parts.notes], parts.footers)


def _read_by_program(content: bytes) -> ReadDocument:
    read = _by_office(content) or _by_antiword(content)
    if read is None:
        raise refused("no_reader")
    return read


def _by_office(content: bytes) -> ReadDocument | None:
    """By LibreOffice through .docx; None where it is missing or fails on the file."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        _write_profile(Path(folder))
        source = Path(folder, "letter.doc")
        source.write_bytes(content)
        profile = Path(folder, "profile").as_uri()
        options = [f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
        target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", folder]
        _run([program, *options, *target, str(source)])
        made = Path(folder, "letter.docx")
        if not made.exists():
            return None
        try:
            read = read_word_docx(made.read_bytes())
        except UnreadableFile:
            return None
    return ReadDocument(read.text, "doc", notices=read.notices)


def _write_profile(folder: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")


def _by_antiword(content: bytes) -> ReadDocument | None:
    program = shutil.which("antiword")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="reading-") as folder:
        source = Path(folder, "letter.doc")
        source.write_bytes(content)
        text = _run([program, "-m", "UTF-8.txt", "-w", "0", str(source)]).decode("utf-8", "replace")
    return ReadDocument(text, "doc") if text.strip() else None


def _run(command: list[str]) -> bytes:
    """What a program prints; nothing where it cannot be run, `timeout` where it takes too long."""
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as error:
        raise refused("timeout") from error
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
