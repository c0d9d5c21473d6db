from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from replies.text.file_formats import UnreadableFile, read_text
from tests.samples import file_bytes

FLAT = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat(name: str) -> bytes:
    """A .docx with its parts written one after the other in one XML file."""
    with ZipFile(BytesIO(file_bytes(name))) as parts:
        written = "".join(
            f'<pkg:part pkg:name="/{part}"><pkg:xmlData>{body}</pkg:xmlData></pkg:part>'
            for part in parts.namelist()
            if part.endswith((".xml", ".rels"))
            for body in [parts.read(part).decode("utf-8").partition("?>")[2]]
        )
    return f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="{FLAT}">{written}</pkg:package>'.encode()


@pytest.mark.parametrize("name", ["parts.docx", "tables.docx", "letterhead.docx"])
@pytest.mark.parametrize("suffix", [".doc", ".xml"])
def test_a_package_written_flat_reads_as_the_zipped_one(name: str, suffix: str) -> None:
    assert read_text(flat(name), f"a{suffix}").text == read_text(file_bytes(name), name).text


def test_a_file_of_word_2003_that_another_program_wrote_reads_as_the_word_file() -> None:
    read = read_text(file_bytes("tables-2003.xml"), "答复.doc")
    assert read.format == "doc"
    assert read.text == read_text(file_bytes("tables.docx"), "a.docx").text


def of_2003(body: str, lists: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
        ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
        ' xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<w:lists>{lists}</w:lists><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    ).encode()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lines_of(body: str, lists: str = "") -> list[str]:
    return read_text(of_2003(body, lists), "a.doc").text.split("\n")


def test_automatic_numbers_of_word_2003_are_counted() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/><w:lvlText w:val="{}"/></w:lvl>'
    lists = (
        f'<w:listDef w:listDefId="0">{level.format(0, "%1、")}{level.format(1, "（%2）")}</w:listDef>'
        '<w:list w:ilfo="1"><w:ilst w:val="0"/></w:list>'
    )
    item = '<w:listPr><w:ilvl w:val="{}"/><w:ilfo w:val="1"/></w:listPr>'
    body = p("总体情况", item.format(0)) + p("下步打算", item.format(0)) + p("建设", item.format(1))
    assert lines_of(body, lists) == ["一、总体情况", "二、下步打算", "（一）建设"]


def test_what_was_deleted_and_what_was_commented_is_no_text_of_word_2003() -> None:
    def marked(kind: str, inside: str) -> str:
        return f'<aml:annotation aml:id="1" w:type="Word.{kind}"><aml:content>{inside}</aml:content></aml:annotation>'

    runs = [f"<w:r><w:t>{text}</w:t></w:r>" for text in ("新增床位", "三百", "四百", "张")]
    gone = marked("Deletion", "<w:r><w:delText>三百</w:delText></w:r>")
    body = f"<w:p>{runs[0]}{gone}{marked('Insertion', runs[2])}{marked('Comment', p('核对'))}{runs[3]}</w:p>"
    assert lines_of(body) == ["新增床位四百张"]


def test_tables_boxes_and_notes_of_word_2003_are_read_in_their_places() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('文城市民政局文件')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    note = f"<w:r><w:footnote>{p('截至2020年底。')}</w:footnote></w:r>"
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("床位", "4000张"), ("机构", "27家"))
    )
    body = f"<w:p><w:r><w:t>建成</w:t></w:r>{box}{note}<w:r><w:t>机构27家。</w:t></w:r></w:p><w:tbl>{rows}</w:tbl>"
    assert lines_of(body) == [
        "文城市民政局文件",
        "建成机构27家。",
        "床位\t4000张",
        "机构\t27家",
        "截至2020年底。",
    ]


def test_letterhead_and_copies_of_word_2003_are_kept_and_page_numbers_are_not() -> None:
    margins = f"<w:sectPr><w:hdr>{p('文城市民政局文件')}</w:hdr><w:ftr>{p('— 1 —')}{p('抄送：市政协。')}</w:ftr></w:sectPr>"
    assert lines_of(p("答复如下。") + margins) == ["文城市民政局文件", "答复如下。", "抄送：市政协。"]


@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ('office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"', "ODF"),
        ('uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"', "UOF"),
    ],
)
def test_an_office_document_of_another_kind_is_refused_with_the_cure(root: str, kind: str) -> None:
    content = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}>答复如下</{root.split()[0]}>'.encode()
    with pytest.raises(UnreadableFile) as refusal:
        read_text(content, "a.xml")
    assert refusal.value.code == "unsupported"
    assert kind in refusal.value.message
    assert ".docx" in refusal.value.message


def test_word_2003_xml_with_entities_of_its_own_is_refused() -> None:
    content = of_2003(p("&a;")).replace(
        b"<w:wordDocument", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:wordDocument', 1
    )
    with pytest.raises(UnreadableFile):
        read_text(content, "a.doc")
