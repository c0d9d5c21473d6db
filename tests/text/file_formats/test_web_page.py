from __future__ import annotations

from html import escape

import pytest

from replies.text.file_formats import UnreadableFile, read_text
from tests.samples import file_bytes, sample_text

from .folding import folded


def test_a_page_in_gb2312_gives_the_letter_alone() -> None:
    read = read_text(file_bytes("page-table.html"), "page-table.html")
    assert read.format == "html"
    assert folded(read.text) == folded(sample_text(1))


def test_the_facts_of_a_table_are_kept_as_metadata() -> None:
    assert read_text(file_bytes("page-table.html"), "page-table.html").page == {
        "index_number": "004719302/2023-00117",
        "agency": "濮阳市民政局",
        "written_date": "2023-07-28",
        "publish_date": "2023-08-02",
        "title": "关于对市九届人大一次会议第269号建议的答复",
        "doc_number": "濮民函〔2023〕31号",
        "source": "养老服务科",
        "source_url": "http://mzj.puyang.example/jyta/2023/08/t20230802_1.html",
    }


def test_a_letter_without_its_title_gets_the_title_of_the_page() -> None:
    read = read_text(file_bytes("page-list.html"), "page-list.html")
    assert folded(read.text) == folded(sample_text(4))


def test_the_facts_of_a_list_and_of_the_head_are_kept_as_metadata() -> None:
    assert read_text(file_bytes("page-list.html"), "page-list.html").page == {
        "index_number": "002489-2022-00456",
        "agency": "杭州市民政局",
        "written_date": "2022-06-21",
        "publish_date": "2022-07-04",
        "title": "杭州市民政局关于市政协十二届一次会议第196号提案办理情况的答复",
        "source": "养老服务处",
        "source_url": "https://mz.hangzhou.example/art/2022/7/4/art_1.html",
    }


def test_a_short_letter_in_one_cell_is_found_among_links_and_imprint() -> None:
    assert read_text(file_bytes("page-breaks.html"), "page-breaks.html").text.split("\n") == [
        "安平县水利局关于对县政协九届三次会议第12号提案的答复",
        "李文华委员：",
        "　　您提出的关于疏通东沟河的提案收悉，现答复如下：",
        "　　东沟河属县管河道，全长12.6公里，我局已列入今年清淤计划。",
        "　　感谢您对水利工作的关心。",
        "安平县水利局",
        "2020年9月8日",
        "联系电话：0319-5550123",
    ]


def test_a_page_saved_by_a_browser_as_one_file_is_read_like_the_page() -> None:
    read = read_text(file_bytes("page.mht"), "page.mht")
    assert read.format == "mht"
    assert read.text.startswith("杭州市民政局关于市政协十二届一次会议第196号提案办理情况的答复\n巫海武委员：")
    assert read.page["source_url"] == "https://mz.hangzhou.example/art/2022/7/4/art_1.html"


def test_a_page_that_an_office_program_wrote_is_read() -> None:
    read = read_text(file_bytes("letter-office.html"), "letter-office.html")
    assert folded(read.text) == folded(sample_text(3))


def test_a_page_named_as_a_word_file_is_read_as_the_page_it_is() -> None:
    read = read_text(file_bytes("page-table.html"), "答复.doc")
    assert (read.format, folded(read.text)) == ("html", folded(sample_text(1)))


@pytest.mark.parametrize("noise", ["<script>alert(1)</script>", "<!--EndFragment-->", "<style>p{}</style>"])
def test_scripts_styles_and_comments_are_no_text(noise: str) -> None:
    html = (
        f"<html><body><p>李文华委员：</p>{noise}<p>您提出的提案收悉，现答复如下：已办理。</p></body></html>"
    )
    assert read_text(html.encode(), "a.html").text == "李文华委员：\n您提出的提案收悉，现答复如下：已办理。"


def test_a_label_inside_the_letter_stays() -> None:
    html = (
        "<html><body><p>李文华委员：</p><p>您提出的提案收悉，现答复如下：</p>"
        "<p>来源：</p><p>一是财政拨款，二是社会捐助。</p></body></html>"
    )
    assert "来源：" in read_text(html.encode(), "a.html").text


def test_what_the_page_says_under_the_letter_is_left_out() -> None:
    html = (
        "<html><body><p>李文华委员：</p><p>您提出的提案收悉，现答复如下：已办理，感谢您的关心。</p>"
        "<p>文城市教育局</p><p>2021年7月8日</p><p>来源：文城市教育局 责任编辑：王五</p><p>附件：</p></body></html>"
    )
    assert read_text(html.encode(), "a.html").text.endswith("2021年7月8日")


def test_endless_nesting_is_read_or_refused_but_never_fails() -> None:
    html = "<html><body>" + "<div>" * 20_000 + "<p>您提出的提案收悉，现答复如下：已办理。</p>"
    assert "现答复如下" in read_text(html.encode(), "a.html").text


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(b"<html><body><script>x()</script></body></html>", "a.html")
    assert refusal.value.code == "no_text"


@pytest.mark.parametrize(
    "frame", ['<iframe src="a.html"></iframe>', '<frameset><frame src="a.html"></frameset>']
)
def test_a_page_whose_letter_is_in_a_frame_is_refused_with_the_cure(frame: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_text(f"<html><head></head>{frame}<p>首页 政务公开，互动交流</p></html>".encode(), "a.html")
    assert refusal.value.code == "framed"
    assert "正文所在的页面" in refusal.value.message


def test_a_letter_beside_a_frame_is_read() -> None:
    html = '<html><body><iframe src="share.html"></iframe><p>您提出的提案收悉，现答复如下：已办理。</p></body></html>'
    assert read_text(html.encode(), "a.html").text == "您提出的提案收悉，现答复如下：已办理。"


@pytest.mark.parametrize(
    "mark",
    [
        '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
        '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
        "<del>三百</del>",
        '<span style="mso-hide:all">稿</span>',
        '<a class=msocomanchor href="#_msocom_1">[AB1]</a>',
    ],
)
def test_what_an_office_program_marks_in_a_page_is_no_text(mark: str) -> None:
    html = f"<html><body><p>您提出的提案收悉，现答复如下：新增床位1200{mark}张。</p></body></html>"
    assert read_text(html.encode(), "a.html").text.endswith("新增床位1200张。")


TOP = '<div><a href="/">首页</a> | <a href="/a/">政务公开</a></div><div>当前位置：<a href="/">首页</a> &gt; 正文</div>'
FOOT = (
    '<p>【<a href="#">打印本页</a>】</p><p>上一篇：<a href="1.html">关于第1号建议的答复</a></p>'
    "<p>主办单位：某市人民政府　版权所有</p><p>地址：某市人民路1号　电话：12345</p>"
)
BODIES = {
    "paragraphs": lambda lines: "".join(f"<p>&nbsp;&nbsp;{line}</p>" for line in lines),
    "breaks": "<br>".join,
    "boxes": lambda lines: "".join(f"<div>{line}</div>" for line in lines),
    "spans": lambda lines: "".join(f"<p><span>{line[:5]}</span><b>{line[5:]}</b></p>\n" for line in lines),
    "signature apart": lambda lines: (
        f"<div>{'<br>'.join(lines[:-3])}</div><div>{'<br>'.join(lines[-3:])}</div>"
    ),
}
PAGES = {
    "in an element": f"<html><body>{TOP}<div id=zoom>%s</div>{FOOT}</body></html>",
    "in a table": f"<html><body>{TOP}<table><tr><td><a href=1>栏目</a></td><td>%s</td></tr></table>{FOOT}</body></html>",
    "in nothing": f"<html><body>{TOP}%s{FOOT}</body></html>",
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("number", range(5))
def test_nothing_of_a_letter_is_lost_and_nothing_of_the_site_kept(number: int, body: str, page: str) -> None:
    lines = [escape(line.strip()) for line in sample_text(number).splitlines() if line.strip()]
    read = read_text((PAGES[page] % BODIES[body](lines)).encode(), "a.html")
    assert folded(read.text) == folded(sample_text(number))
