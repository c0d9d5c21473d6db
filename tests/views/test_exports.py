"""What is on the screen, taken away whole, in forms that a spreadsheet cannot misread."""

import csv
import html
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from replies.models import Reply
from replies.views import export_rows, exports
from replies.views.export_rows import safe_cell
from tests.makers import make_agency, make_city, make_measure, make_proposal, make_reply


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def table(client, query=""):
    text = body(client.get(f"/replies/export.csv{query}")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def records(client, query=""):
    return [json.loads(line) for line in body(client.get(f"/replies/export.jsonl{query}")).splitlines()]


def workbook(client, query=""):
    return load_workbook(io.BytesIO(body(client.get(f"/replies/export.xlsx{query}"))))


def rows(book, name):
    heading, *rest = book[name].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rest]


@pytest.fixture
def archive(db):
    """Three replies: two of 温州, one of 濮阳."""
    puyang = make_city("puyang")
    return {
        "wenzhou": make_reply("关于医养结合的答复", letter="推进医养结合。", reply_date="2019-07-02"),
        "again": make_reply("关于公建民营的答复", letter="推进公建民营。", reply_date="2021-07-02"),
        "puyang": make_reply(
            "关于助餐的答复",
            letter="建设助餐点。",
            city=puyang,
            agency=make_agency("濮阳市民政局", puyang),
            reply_date="2020-07-02",
        ),
    }


def test_the_table_holds_the_whole_result_and_nothing_else(stranger, archive):
    assert [row["标题"] for row in table(stranger)] == [
        "关于公建民营的答复",
        "关于助餐的答复",
        "关于医养结合的答复",
    ]
    assert [row["标题"] for row in table(stranger, "?q=公建民营")] == ["关于公建民营的答复"]
    assert [row["地区"] for row in table(stranger, "?city=puyang")] == ["濮阳市"]


def test_what_is_taken_away_from_a_places_own_page_is_of_that_place(stranger, archive):
    page = stranger.get("/cities/puyang/", {"q": "助餐"}).content.decode()
    (link,) = re.findall(r'href="(/replies/export\.csv\?[^"]*)"', page)
    query = "?" + html.unescape(link).partition("?")[2]
    assert [row["地区"] for row in table(stranger, query)] == ["濮阳市"]
    assert 'name="search" value="city=puyang&amp;q=%E5%8A%A9%E9%A4%90"' in page


def test_the_table_is_sorted_as_the_page_is(stranger, archive):
    assert [row["年份"] for row in table(stranger, "?sort=oldest")] == ["2019", "2020", "2021"]


def test_every_page_of_the_result_is_in_the_table_whatever_page_was_on_the_screen(stranger, db):
    for _ in range(25):
        make_reply()
    assert len(table(stranger, "?page=2")) == 25


def test_the_table_opens_in_a_spreadsheet_as_chinese(stranger, archive):
    answer = stranger.get("/replies/export.csv")
    assert body(answer).startswith("\ufeff答复编号,网址,标题".encode())
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E7%AD%94%E5%A4%8D-")


def test_a_row_says_who_asked_who_answered_and_how_much_is_done(stranger, db):
    reply = make_reply(
        proposals=[make_proposal(number="88", title="甲建议"), make_proposal(number="89", title="乙建议")],
        doc_number="温民提〔2019〕70号",
        topics=["smart-elderly-care", "community-home-care"],
    )
    make_measure(reply, "甲措施", "done")
    make_measure(reply, "乙措施", "done")
    make_measure(reply, "丙措施", "planned")
    (row,) = table(stranger)
    assert row["网址"] == f"http://testserver/replies/{reply.pk}/"
    assert row["地区全称"] == "浙江省温州市"
    assert row["类别"] == "人大代表建议"
    assert row["建议、提案编号"] == "88；89"
    assert row["建议、提案标题"] == "甲建议；乙建议"
    assert row["提出者"] == "肖石龙"
    assert row["主题"] == "智慧养老；社区居家养老"
    assert row["文号"] == "温民提〔2019〕70号"
    assert (row["已做措施"], row["将做措施"]) == ("2", "1")


def test_the_headings_follow_the_readers_language_to_the_last_row(stranger, archive, monkeypatch):
    monkeypatch.setattr(export_rows, "BATCH", 1)
    stranger.cookies["django_language"] = "en"
    answer = stranger.get("/replies/export.csv")
    lines = body(answer).decode("utf-8-sig").splitlines()
    assert {"Smart elderly care" in line for line in lines[1:]} == {True}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(start):
    assert safe_cell(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("value", ["关于养老的答复", "", 88, -3, None])
def test_other_cells_stay_as_they_are(value):
    assert safe_cell(value) == value


def test_a_title_like_a_formula_is_text_in_the_table_and_in_the_workbook(stranger, db):
    make_reply('=HYPERLINK("https://elsewhere.example")')
    assert table(stranger)[0]["标题"] == '\'=HYPERLINK("https://elsewhere.example")'
    cell = workbook(stranger)["答复"]["C2"]
    assert cell.data_type == "s"
    assert cell.value == '=HYPERLINK("https://elsewhere.example")'


def test_characters_that_a_workbook_cannot_hold_do_not_spoil_it(stranger, db):
    make_reply("关于\x0b养老的答复")
    assert rows(workbook(stranger), "答复")[0]["标题"] == "关于养老的答复"


def test_the_workbook_has_a_sheet_each_for_replies_measures_figures_and_what_was_asked(stranger, archive):
    figure = {"text": "床位500张", "value": 500, "unit": "张", "role": "target", "deadline": "2025"}
    make_measure(archive["again"], "推进公建民营", "planned", figures=[figure], deadline="2025")
    book = workbook(stranger, "?q=公建民营&sort=best")
    assert book.sheetnames == ["答复", "措施", "数字", "说明"]
    (measure,) = rows(book, "措施")
    assert (measure["要点"], measure["阶段"], measure["期限"]) == ("推进公建民营", "将做", "2025")
    (number,) = rows(book, "数字")
    assert (number["数值"], number["单位"], number["性质"]) == (500, "张", "目标")
    about = dict(book["说明"].iter_rows(values_only=True))
    assert about["件数"] == 1
    assert "公建民营" in about["检索"]
    assert "sort=best" in about["说明"]


def test_a_workbook_too_large_is_refused_with_the_cure(stranger, archive, monkeypatch):
    monkeypatch.setattr(exports, "MOST_IN_A_WORKBOOK", 2)
    answer = stranger.get("/replies/export.xlsx")
    assert answer.status_code == 400
    assert "共 3 件" in answer.content.decode()
    assert "改用 CSV" in answer.content.decode()


def test_json_lines_hold_whole_records(stranger, archive):
    found = records(stranger, "?city=puyang")
    assert [record["title"] for record in found] == ["关于助餐的答复"]
    assert found[0] == stranger.get(f"/replies/{archive['puyang'].pk}.json").json()


def test_a_form_of_export_nobody_knows_is_not_there(stranger, db):
    assert stranger.get("/replies/export.pdf").status_code == 404


def test_an_empty_result_is_an_empty_table_with_its_headings(stranger, archive):
    answer = body(stranger.get("/replies/export.csv?q=星际旅行")).decode("utf-8-sig")
    assert answer.startswith("答复编号")
    assert answer.count("\n") == 1


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_drafts_and_withdrawn_replies_are_in_no_export(stranger, db, form):
    make_reply("草稿标题", status="draft")
    gone = make_reply("撤回标题")
    Reply.objects.filter(pk=gone.pk).update(status="withdrawn", withdrawal_reason="有误")
    content = body(stranger.get(f"/replies/export.{form}"))
    found = str(rows(workbook(stranger), "答复")) if form == "xlsx" else content.decode()
    assert "草稿标题" not in found
    assert "撤回标题" not in found


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_export_asks_the_database_as_often_for_twenty_replies_as_for_ten(stranger, db, form):
    counted = []
    for _ in range(2):
        for _ in range(10):
            make_measure(make_reply(), "甲措施")
        with CaptureQueriesContext(connection) as queries:
            body(stranger.get(f"/replies/export.{form}"))
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_crawlers_do_not_list_exports(stranger, archive):
    assert stranger.get("/replies/export.csv")["X-Robots-Tag"] == "noindex"
