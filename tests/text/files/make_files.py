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


def letterhead_word() -> None:
    """letterhead.docx by python-docx: seed 0, the letterhead in the first page's header, copies in its footer, a
    running title on the pages after."""
    from docx import Document

    document = Document()
    for line in sample(0):
        document.add_paragraph(line)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "温州市民政局文件"
    section.first_page_footer.paragraphs[0].text = "抄送：市人大常委会代表工委。"
    section.header.paragraphs[0].text = "建议提案答复汇编"
    document.core_properties.author = ""
    document.save(str(HERE / "letterhead.docx"))


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
    soffice(source, "rtf", "parts.rtf")


def cell(*contents: str) -> str:
    return f"<table:table-cell>{''.join(contents)}</table:table-cell>"


def table(name: str, *rows: tuple[str, ...]) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    body = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{columns}{body}</table:table>'


def anchored(text: str, *lines: str, anchor: str) -> str:
    """A paragraph with a text box anchored where the text has |."""
    inside = "".join(paragraph(line, "Standard") for line in lines)
    box = (
        f'<draw:frame draw:style-name="Frame" text:anchor-type="{anchor}" svg:width="60mm" svg:height="14mm">'
        f"<draw:text-box>{inside}</draw:text-box></draw:frame>"
    )
    before, after = map(escape, text.split("|"))
    return f'<text:p text:style-name="Standard">{before}{box}{after}</text:p>'


def office_tables() -> None:
    """tables.docx, .doc, .rtf and -2003.xml by LibreOffice: cells without text and with several paragraphs, a table in a cell,
    boxes amid sentences, footnotes one after the other, numbers counted over three depths, a letterhead in a box."""

    def note(number: int, text: str) -> str:
        return (
            f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
            f"<text:note-body>{paragraph(text)}</text:note-body></text:note>"
        )

    def listed(text: str, *deeper: str) -> str:
        inside = f"<text:list>{''.join(deeper)}</text:list>" if deeper else ""
        return f"<text:list-item>{paragraph(text)}{inside}</text:list-item>"

    p = paragraph
    inner = table("Inner", (cell(p("公办")), cell(p("12家"))), (cell(p("民办")), cell(p("15家"))))
    counted = (
        listed("完善设施布局"),
        listed(
            "提升服务质量", listed("培训人员", listed("线上培训"), listed("线下培训")), listed("评定星级")
        ),
        listed("加强监督管理"),
    )
    body = (
        anchored("文城民函〔2021〕9号|", "文城市民政局文件", anchor="paragraph")
        + p("关于市政协五届三次会议第43号提案的答复")
        + p("赵文清委员：", "Standard")
        + f'<text:p text:style-name="Body">您提出的提案收悉。全市建成养老机构27家{note(1, "截至2020年底。")}、床位4000张{note(2, "含在建。")}。</text:p>'
        + anchored("现将办理|情况答复如下：", "办理情况", "见下表", anchor="char")
        + table(
            "Places",
            (cell(p("项目")), cell(p("")), cell(p("数量"))),
            (cell(p("护理型床位"), p("（含在建）")), cell(p("")), cell(p("1200张"))),
            (cell(p("机构")), cell(inner, p("")), cell(p("27家"))),
        )
        + f'<text:list text:style-name="L">{"".join(counted)}</text:list>'
        + p("文城市民政局", "Right")
        + p("2021年6月18日", "Right")
    )
    source = fodt(body, anchored("|", "文城市人民政府办公室", anchor="char"), PAGE_NUMBER)
    soffice(source, "docx", "tables.docx", "MS Word 2007 XML")
    soffice(source, "doc", "tables.doc", "MS Word 97")
    soffice(source, "rtf", "tables.rtf")
    soffice(source, "xml", "tables-2003.xml", "MS Word 2003 XML")


SITE_TOP = """<div class="top"><a href="/">首页</a> | <a href="/xxgk/">政务公开</a> | <a href="/hd/">互动交流</a>
<form><input name="q"><button>搜索</button></form><span>今天是2024年3月5日 星期二</span></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/jyta/">建议提案</a> &gt; 正文</div>"""
SITE_FOOT = """<div class="share"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>
<div class="tools">【<a href="javascript:window.print()">打印本页</a>】 【<a href="javascript:window.close()">关闭窗口</a>】</div>
<p>上一篇：<a href="1.html">关于对市政协八届五次会议第168号提案的答复</a></p><p>下一篇：<a href="2.html">关于对市政协八届五次会议第172号提案的答复</a></p>
<div class="related"><h3>相关信息</h3><ul><li><a href="3.html">2023年养老服务补贴发放公示</a> 2023-05-06</li><li><a href="4.html">养老机构名录</a></li></ul></div>
<div id="foot"><p>主办单位：某市人民政府办公室　版权所有</p><p>网站标识码：4100000001　某ICP备05000001号-1　某公网安备 41000002000001号</p><p>地址：某市人民路1号　电话：12345</p></div>
<script>var visits = "浏览次数：1024";</script>"""


def page_with_table() -> None:
    """page-table.html, by hand after the pages of such sites: GB2312, nested tables, the facts in a table, seed 1."""
    rows = (
        ("索 引 号：", "004719302/2023-00117", "主题分类：", "民政、扶贫、救灾"),
        ("发布机构：", "濮阳市民政局", "生成日期：", "2023-07-28"),
        ("名　　称：", "关于对市九届人大一次会议第269号建议的答复", "文　　号：", "濮民函〔2023〕31号"),
        ("有 效 性：", "有效", "发布日期：", "2023年08月02日"),
    )
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    letter = "".join(
        f"<P>&nbsp;&nbsp;&nbsp;&nbsp;{escape(line.strip())}</P>\n" for line in sample(1) if line.strip()
    )
    html = f"""<!-- saved from url=(0054)http://mzj.puyang.example/jyta/2023/08/t20230802_1.html -->
<HTML><HEAD><TITLE>关于对市九届人大一次会议第269号建议的答复_濮阳市民政局</TITLE>
<META http-equiv=Content-Type content="text/html; charset=gb2312"><STYLE>.a{{color:red}}</STYLE></HEAD>
<BODY>{SITE_TOP}<TABLE width=960><TR><TD><TABLE class=info>{table}</TABLE>
<DIV class=title>关于对市九届人大一次会议第269号建议的答复</DIV>
<DIV class=about>发布时间：2023-08-02 09:15　来源：养老服务科　浏览次数：<SPAN id=n></SPAN>　字体：【<A>大</A> <A>中</A> <A>小</A>】</DIV>
<DIV class=TRS_Editor><!--StartFragment-->{letter}<!--EndFragment--></DIV></TD></TR></TABLE>{SITE_FOOT}</BODY></HTML>"""
    (HERE / "page-table.html").write_bytes(html.encode("gb18030"))


def page_with_list() -> None:
    """page-list.html, by hand: UTF-8, meta names of the national guide, facts as a list, the letter without its title, seed 4."""
    facts = (
        ("索 引 号", "002489-2022-00456"),
        ("发文机关", "杭州市民政局"),
        ("成文日期", "2022-06-21"),
        ("发布日期", "2022-07-04"),
        ("有 效 性", "有效"),
    )
    items = "".join(f"<li><b>{label}：</b><span>{text}</span></li>" for label, text in facts)
    lines = [line.strip() for line in sample(4) if line.strip()]
    title, body = "".join(lines[:2]), lines[2:]
    letter = "".join(f'<div style="text-indent:2em">{escape(line)}</div>' for line in body)
    html = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}-杭州市民政局</title>
<meta name="SiteName" content="杭州市民政局"><meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2022-07-04 16:20">
<meta name="ContentSource" content="养老服务处"><meta name="Url" content="https://mz.hangzhou.example/art/2022/7/4/art_1.html"></head>
<body>{SITE_TOP}<main><ul class="facts">{items}</ul><h1>{title}</h1>
<div class="bar">发布时间：2022-07-04 16:20 <i>|</i> 信息来源：养老服务处 <i>|</i> 阅读次数：<em>37</em> 次 字号：[ <a>大</a> <a>中</a> <a>小</a> ]</div>
<div id="zoom"><div class="article"><script>var page = "正文";</script>{letter}</div></div>
<p style="display:none">这一段在页面上看不见。</p><p>责任编辑：佚名</p></main>{SITE_FOOT}</body></html>"""
    (HERE / "page-list.html").write_text(html, encoding="utf-8")


def page_of_breaks() -> None:
    """page-breaks.html, by hand: no encoding named, one cell whose lines end in <br>, a short letter among much else."""
    letter = (
        "安平县水利局关于对县政协九届三次会议第12号提案的答复<br><br>李文华委员：<br>　　您提出的关于疏通东沟河的提案收悉，现答复如下：<br>"
        "　　东沟河属县管河道，全长12.6公里，我局已列入今年清淤计划。<br>　　感谢您对水利工作的关心。<br><br>安平县水利局<br>2020年9月8日<br>联系电话：0319-5550123"
    )
    html = f"<html><head><title>安平县水利局</title></head><body>{SITE_TOP}<table><tr><td width=200><a href=1>领导之窗</a><br><a href=2>机构职能</a></td><td>{letter}</td></tr></table>{SITE_FOOT}</body></html>"
    (HERE / "page-breaks.html").write_bytes(html.encode("gb18030"))


def page_printed() -> None:
    """page-printed.pdf and page.mht by chromium from page-list.html, cut to its first paragraphs to stay small."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page()
        address = "https://mz.hangzhou.example/art/2022/7/4/art_1.html"
        html = (HERE / "page-list.html").read_text(encoding="utf-8")
        style = f"<style>body{{font-family:'{FONT}'}}.top,.crumbs,.share,.tools,.related,#foot,.facts,.bar,main~p,main>p{{display:none}}h1{{text-align:center}}</style>"
        tab.route(
            "**/*",
            lambda route: route.fulfill(
                body=html.replace("</head>", style + "</head>"), content_type="text/html; charset=utf-8"
            ),
        )
        tab.goto(address)
        tab.evaluate(
            "for (const d of [...document.querySelectorAll('.article > div')].slice(8, -4)) d.remove()"
        )
        tab.pdf(
            path=str(HERE / "page-printed.pdf"),
            format="A4",
            display_header_footer=True,
            margin={"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"},
        )
        session = tab.context.new_cdp_session(tab)
        (HERE / "page.mht").write_text(
            session.send("Page.captureSnapshot", {"format": "mhtml"})["data"], encoding="utf-8", newline=""
        )
        browser.close()


def columns_by_reportlab() -> None:
    """columns.pdf by reportlab: a title over two columns of seed 2, running header and footer, no embedded font."""
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import (
        BaseDocTemplate,
        Frame,
        FrameBreak,
        NextPageTemplate,
        PageTemplate,
        Paragraph,
    )

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle(
        "b", fontName="STSong-Light", fontSize=11, leading=18, firstLineIndent=22, wordWrap="CJK"
    )
    head = ParagraphStyle("h", body, fontSize=16, leading=24, alignment=TA_CENTER, firstLineIndent=0)
    width, height = A4

    def edges(canvas, document) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawCentredString(width / 2, height - 30, "慈溪市建议提案办理公报")
        canvas.drawCentredString(width / 2, 25, f"— {document.page} —")

    def frame(x: float, y: float, w: float, h: float) -> Frame:
        return Frame(x, y, w, h, leftPadding=0, rightPadding=0)

    half = (width - 150) / 2
    top = frame(60, height - 110, width - 120, 60)
    first = [top, frame(60, 60, half, height - 180), frame(90 + half, 60, half, height - 180)]
    later = [frame(60, 60, half, height - 110), frame(90 + half, 60, half, height - 110)]
    document = BaseDocTemplate(str(HERE / "columns.pdf"), pagesize=A4, invariant=1)
    document.addPageTemplates(
        [PageTemplate("first", first, onPage=edges), PageTemplate("later", later, onPage=edges)]
    )
    lines = [line.strip() for line in sample(2) if line.strip()]
    story = [NextPageTemplate("later"), Paragraph(lines[0], head), FrameBreak()]
    document.build(story + [Paragraph(escape(line), body) for line in lines[1:]])


def scanned() -> None:
    """scan.pdf by pillow: a page that is one picture."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("1", (1240, 1754), 1)
    font = ImageFont.truetype("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 36)
    for index, line in enumerate(sample(3)[:20]):
        ImageDraw.Draw(picture).text((120, 120 + index * 60), line.strip()[:26], font=font, fill=0)
    picture.save(HERE / "scan.pdf", resolution=150)


def encrypted_word() -> None:
    """password.docx by msoffcrypto-tool, and password.doc by LibreOffice over its own scripting door."""
    import msoffcrypto.format.ooxml as ooxml

    with open(HERE / "letter.docx", "rb") as source, open(HERE / "password.docx", "wb") as target:
        ooxml.OOXMLFile(source).encrypt("open-sesame", target)


def zipped() -> None:
    """names.zip by Info-ZIP from files whose names are GBK bytes, as Windows in China writes them."""
    with tempfile.TemporaryDirectory() as folder:
        inner = Path(folder, "答复").as_posix().encode("utf-8").decode("utf-8").encode("gb18030")
        import os

        os.mkdir(inner)
        for number, name in ((3, "第170号.txt"), (1, "第269号.txt")):
            with open(os.path.join(inner, name.encode("gb18030")), "w", encoding="utf-8") as file:
                file.write("\n".join(sample(number)))
        (HERE / "names.zip").unlink(missing_ok=True)
        subprocess.run(["zip", "-q", "-r", "-X", str(HERE / "names.zip"), "."], cwd=folder, check=True)


MAKERS = (
    plain_word,
    letterhead_word,
    office_letter,
    office_parts,
    office_tables,
    page_with_table,
    page_with_list,
    page_of_breaks,
    page_printed,
    columns_by_reportlab,
    scanned,
    encrypted_word,
    zipped,
)


def main() -> None:
    words = sys.argv[1:]
    for make in MAKERS:
        if not words or any(word in make.__name__ for word in words):
            make()


if __name__ == "__main__":
    main()
