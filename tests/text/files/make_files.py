# ruff: noqa: E501
"""Makes the files beside this script out of the sample letters, with programs other than our own readers.

Needs LibreOffice (soffice), chromium, zip, the fonts in README.md, and the Python packages python-docx, reportlab, pillow
and msoffcrypto-tool.  Run it as `python tests/text/files/make_files.py [WORD...]`; a word limits it to the files
whose name contains it.  The tests read only the files, so none of this is needed to run them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "fixtures" / "samples"
FONT = "WenQuanYi Zen Hei"


def sample(number: int) -> list[str]:
    text = (SAMPLES / f"seed-{number}.txt").read_text(encoding="utf-8")
    return [line.rstrip() for line in text.splitlines()]


def soffice(source: Path, target: str, name: str, filters: str = "") -> None:
    """Converts with LibreOffice and moves the result here under `name`."""
    with tempfile.TemporaryDirectory() as folder:
        convert = f"{target}:{filters}" if filters else target
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                convert,
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        made = next(path for path in Path(folder).iterdir() if path.suffix == f".{target}")
        (HERE / name).write_bytes(made.read_bytes())


def plain_word() -> None:
    """letter.docx by python-docx: seed 3, a header with the agency, a page number, a table of contacts."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = Document()
    lines = sample(3)
    for line in lines:
        if line.startswith("（联系人"):
            table = document.add_table(rows=1, cols=2)
            table.cell(0, 0).text, table.cell(0, 1).text = "（联系人：陈修斌", "电话：6687009）。"
        else:
            document.add_paragraph(line)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    document.sections[0].footer.paragraphs[0]._p.append(field)
    document.core_properties.author = ""
    document.save(str(HERE / "letter.docx"))


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{font}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="F" style:font-name-asian="F" fo:font-size="16pt"
 style:font-size-asian="16pt" fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:line-height="28pt"/></style:style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-indent="32pt" fo:text-align="justify" fo:line-height="28pt"/></style:style>
<style:style style:name="Middle" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:line-height="32pt"/>
<style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
<style:style style:name="Right" style:family="paragraph"><style:paragraph-properties fo:text-align="end" fo:margin-right="64pt" fo:line-height="28pt"/></style:style>
<style:style style:name="Frame" style:family="graphic"><style:graphic-properties style:wrap="none" style:horizontal-pos="center" style:horizontal-rel="paragraph" style:vertical-pos="top" style:vertical-rel="paragraph" fo:border="none"/></style:style>
</office:styles>
<office:automatic-styles>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="."/></text:list-style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="25mm" fo:margin-bottom="25mm" fo:margin-left="28mm" fo:margin-right="26mm"/>
<style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">{header}{footer}</style:master-page></office:master-styles>
<office:body><office:text>{changes}{body}</office:text></office:body></office:document>"""


def fodt(body: str, header: str = "", footer: str = "", changes: str = "") -> Path:
    path = Path(tempfile.mkdtemp()) / "letter.fodt"
    header = header and f"<style:header>{header}</style:header>"
    footer = footer and f"<style:footer>{footer}</style:footer>"
    path.write_text(
        FODT.format(font=FONT, body=body, header=header, footer=footer, changes=changes), encoding="utf-8"
    )
    return path


def paragraph(text: str, style: str = "Body") -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def letter_body(lines: list[str]) -> str:
    """A letter as an office sets it: title in the middle, text indented, signature and date to the right."""
    made, opened = [], False
    for line in lines:
        text = line.strip()
        if not text:
            continue
        if text.endswith(("代表:", "委员:", "代表：", "委员：")):
            opened = True
            made.append(paragraph(text, "Standard"))
        elif not opened:
            made.append(paragraph(text, "Middle"))
        elif len(text) < 14 and ("年" in text or text.endswith("局")):
            made.append(paragraph(text, "Right"))
        else:
            made.append(paragraph(text))
    return "".join(made)


PAGE_NUMBER = '<text:p text:style-name="Middle">— <text:page-number text:select-page="current">1</text:page-number> —</text:p>'


def office_letter() -> None:
    """letter.doc, letter.rtf, letter.pdf, letter-office.html by LibreOffice: seed 3 with running header and page numbers."""
    source = fodt(letter_body(sample(3)), paragraph("濮阳市民政局建议提案答复汇编", "Middle"), PAGE_NUMBER)
    soffice(source, "doc", "letter.doc", "MS Word 97")
    soffice(source, "rtf", "letter.rtf")
    soffice(source, "pdf", "letter.pdf")
    soffice(source, "html", "letter-office.html", "HTML (StarWriter)")
    soffice(
        source,
        "pdf",
        "password.pdf",
        'writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
        '"DocumentOpenPassword":{"type":"string","value":"open-sesame"}}',
    )


def office_parts() -> None:
    """parts.docx and parts.doc by LibreOffice: text box, table, footnote, counted numbers, tracked changes, line break."""
    box = (
        '<text:p text:style-name="Standard"><draw:frame draw:style-name="Frame" text:anchor-type="paragraph" svg:width="120mm" svg:height="14mm">'
        '<draw:text-box><text:p text:style-name="Middle">安平市民政局文件</text:p></draw:text-box></draw:frame>安民函〔2021〕8号</text:p>'
    )
    table = (
        '<table:table><table:table-column table:number-columns-repeated="2"/>'
        + "".join(
            f"<table:table-row>{''.join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)}</table:table-row>"
            for row in (("索引号", "AP-2021-008"), ("联系人：李明远", "电话：0319-5550101"))
        )
        + "</table:table>"
    )
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>数据截至2020年底。</text:p></text:note-body></text:note>'
    listed = (
        '<text:list text:style-name="L"><text:list-item><text:p>完善设施布局</text:p>'
        "<text:list><text:list-item><text:p>建设日间照料中心</text:p></text:list-item><text:list-item><text:p>改造敬老院</text:p>"
        "<text:list><text:list-item><text:p>增设护理型床位</text:p></text:list-item><text:list-item><text:p>加装电梯</text:p></text:list-item></text:list>"
        "</text:list-item></text:list></text:list-item><text:list-item><text:p>加强队伍建设</text:p></text:list-item></text:list>"
    )
    who = "<office:change-info><dc:creator>a</dc:creator><dc:date>2021-06-01T00:00:00</dc:date></office:change-info>"
    changes = (
        '<text:tracked-changes text:track-changes="false">'
        f'<text:changed-region text:id="d1"><text:deletion>{who}<text:p>三百</text:p></text:deletion></text:changed-region>'
        f'<text:changed-region text:id="i1"><text:insertion>{who}</text:insertion></text:changed-region></text:tracked-changes>'
    )
    body = (
        box
        + paragraph("关于对市政协五届三次会议第42号提案的答复", "Middle")
        + paragraph("赵文清委员：", "Standard")
        + f'<text:p text:style-name="Body">您提出的《关于发展社区养老的提案》收悉。现答复如下：全市建成养老机构27家{note}。</text:p>'
        + '<text:p text:style-name="Body">今年新增床位<text:change text:change-id="d1"/><text:change-start text:change-id="i1"/>四百五十<text:change-end text:change-id="i1"/>张，'
        + "其中护理型<text:line-break/>床位二百张。</text:p>"
        + listed
        + table
        + paragraph("安平市民政局", "Right")
        + paragraph("2021年6月18日", "Right")
    )
    source = fodt(body, changes=changes)
    soffice(source, "docx", "parts.docx", "MS Word 2007 XML")
    soffice(source, "doc", "parts.doc", "MS Word 97")


def main() -> None:
    words = sys.argv[1:]
    for make in (plain_word, office_letter, office_parts):
        if not words or any(word in make.__name__ for word in words):
            make()


if __name__ == "__main__":
    main()
