"""A reply cited in the three forms that readers ask for."""

from dataclasses import replace
from datetime import date

from replies.text.citations import Citation, bibtex, gb7714, ris

WENZHOU = Citation(
    key="reply-12",
    author="温州市民政局",
    title="关于市十三届人大四次会议第317号建议的答复函",
    day=date(2019, 7, 2),
    url="https://archive.example/replies/12/",
    seen_on=date(2024, 3, 9),
    doc_number="温民提〔2019〕70号",
    answers="答复：关于加强养老服务体系建设的建议",
    place="温州市",
)


def test_a_chinese_reference_names_author_title_number_both_dates_and_address():
    assert gb7714(WENZHOU) == (
        "温州市民政局. 关于市十三届人大四次会议第317号建议的答复函: 温民提〔2019〕70号[EB/OL]. "
        "(2019-07-02)[2024-03-09]. https://archive.example/replies/12/."
    )


def test_a_chinese_reference_leaves_out_what_is_unknown_with_its_punctuation():
    bare = replace(WENZHOU, author="", doc_number="", day=None)
    assert gb7714(bare) == (
        "关于市十三届人大四次会议第317号建议的答复函[EB/OL]. [2024-03-09]. https://archive.example/replies/12/."
    )


def test_bibtex_keeps_an_agency_as_one_name_and_the_month_as_bibtex_knows_it():
    assert bibtex(WENZHOU) == (
        "@misc{reply-12,\n"
        "  author = {{温州市民政局}},\n"
        "  title = {关于市十三届人大四次会议第317号建议的答复函},\n"
        "  number = {温民提〔2019〕70号},\n"
        "  address = {温州市},\n"
        "  year = {2019},\n"
        "  month = jul,\n"
        "  date = {2019-07-02},\n"
        "  note = {答复：关于加强养老服务体系建设的建议},\n"
        "  url = {https://archive.example/replies/12/},\n"
        "  urldate = {2024-03-09},\n"
        "  langid = {chinese},\n"
        "}\n"
    )


def test_bibtex_cannot_be_broken_by_what_stands_in_a_title():
    entry = bibtex(replace(WENZHOU, title="100% {A} & B_1 #2 $3 \\end ~^"))
    assert (
        r"title = {100\% \{A\} \& B\_1 \#2 \$3 \textbackslash{}end \textasciitilde{}\textasciicircum{}},"
        in entry
    )


def test_ris_ends_its_lines_as_the_format_wants_and_closes_the_record():
    lines = ris(WENZHOU).split("\r\n")
    assert lines[0] == "TY  - GOVDOC"
    assert lines[-2:] == ["ER  - ", ""]
    assert "AU  - 温州市民政局" in lines
    assert "DA  - 2019/07/02" in lines
    assert "M1  - 温民提〔2019〕70号" in lines


def test_a_line_end_inside_a_title_cannot_begin_a_field_of_its_own():
    broken = replace(WENZHOU, title="关于养老\r\nUR  - https://elsewhere.example/")
    assert [line for line in ris(broken).split("\r\n") if line.startswith("UR")] == [f"UR  - {WENZHOU.url}"]


def test_a_reply_without_a_date_is_cited_without_one():
    undated = replace(WENZHOU, day=None)
    assert "year" not in bibtex(undated)
    assert "PY  -" not in ris(undated)
