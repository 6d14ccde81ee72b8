"""O42, O43, the risk report and the governor's page: each figure is the one that is published."""

from __future__ import annotations

import csv
import io
import json
import re

import pypdfium2
import pytest
from docx import Document
from lxml import html

from config.thai import number, thai_digits


def written(value):
    """Return a figure of the published data as documents print it."""
    if value in ("", None):
        return "–"
    return thai_digits(number(value) if isinstance(value, int) else str(value))


@pytest.fixture(scope="module")
def published(refreshed_demo):
    data = refreshed_demo / "out" / "public" / "data"
    summary = json.loads((data / "summary.json").read_text(encoding="utf-8"))
    return summary, *(read(data / f"{name}.csv") for name in ("risk", "completion"))


def read(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def of_heads(completion, notice_id):
    """Add up who signed in agencies that declared their heads, at most as many as these."""
    rows = [row for row in completion if row["notice_id"] == notice_id and row["headcount"]]
    return sum(min(int(row["acknowledged"]), int(row["headcount"])) for row in rows)


def tables_of_word(path):
    found = Document(path).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


def tables_of_page(path):
    page = html.fromstring(path.read_text(encoding="utf-8"))
    for line_end in page.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    return [
        [[cell.text_content() for cell in row.iterchildren()] for row in table.iter("tr")]
        for table in page.iter("table")
    ]


@pytest.fixture(scope="module", params=["docx", "html"])
def tables(refreshed_demo, request):
    read = {"docx": tables_of_word, "html": tables_of_page}[request.param]

    def of(name):
        return read(refreshed_demo / "out" / "internal" / "documents" / f"{name}.{request.param}")

    return of


@pytest.fixture(scope="module")
def pdf_text(refreshed_demo):
    def of(name):
        path = refreshed_demo / "out" / "internal" / "documents" / f"{name}.pdf"
        with pypdfium2.PdfDocument(path) as document:
            pages = [page.get_textpage().get_text_bounded() for page in document]
        return re.sub(r"\s+", "", "".join(pages))

    return of


def table_with(tables, *headings):
    return next(table for table in tables if set(headings) <= set(table[0]))


def test_o43_prints_every_notice_as_published(tables, pdf_text, published):
    summary, _, completion = published
    wanted = [
        [
            row["notice"],
            written(row["headcount"]),
            written(of_heads(completion, row["notice_id"])),
            *(written(row[name]) for name in ("percent", "acknowledged", "late")),
        ]
        for row in summary["notices"]
    ]
    assert len(wanted) == 5
    found = table_with(tables("o43"), "เอกสารที่ต้องรับทราบ", "ลงนามทั้งหมด (คน)")
    assert found[1:] == wanted
    text = pdf_text("o43")
    for row in wanted:
        assert "".join(row[1:]) in text


def test_o43_prints_every_agency_and_the_whole(tables, published):
    summary, *_ = published
    found = table_with(tables("o43"), "ที่", "หน่วยงาน", "สถานะ")
    assert len(found) == 1 + 34 + 1
    whole = summary["completion"]
    assert found[-1][2:5] == [
        written(whole["headcount"]),
        written(whole["acknowledged_all"]),
        written(whole["percent"]),
    ]
    complete = [row for row in found[1:-1] if row[5] == "ครบถ้วน"]
    assert len(complete) == whole["agencies_complete"] > 0


def test_o43_has_a_row_for_each_measure_and_each_guideline_without_one(tables):
    found = table_with(tables("o43"), "มาตรการ", "ผลการดำเนินการ", "ข้อเสนอแนะ")
    assert [row[0] for row in found[1:]] == [thai_digits(str(n)) for n in range(1, 12)]
    assert all(row[4] and row[5] for row in found[1:])


def test_o42_names_the_finding_that_each_guideline_answers(tables):
    found = table_with(tables("o42"), "ข้อ", "การกำกับติดตาม")
    assert len(found) == 1 + 4
    assert all("ประเด็นที่ตอบ: ตัวชี้วัดที่" in row[1] for row in found[1:])
    assert "ผลการดำเนินการ: O43 ข้อ ๑๑" in found[1][1]


def test_the_risk_report_prints_every_kind_as_published(tables, pdf_text, published):
    _, kinds, _ = published
    by_name = {row["kind"]: row for row in kinds}
    ranking = table_with(tables("risk"), "ลำดับ", "ประเด็น", "การตอบสนอง")
    assert len(ranking) == 1 + 9
    means = []
    for _rank, name, mean, *_ in ranking[1:]:
        kind = by_name[name.split(". ", 1)[1]]
        assert mean == written(f"{float(kind['mean_score']):.2f}")
        means.append(float(kind["mean_score"]))
        assert mean in pdf_text("risk")
    assert means == sorted(means, reverse=True)


def test_the_risk_report_prints_each_figure_of_a_kind_as_published(tables, published):
    _, kinds, _ = published
    details = table_with(tables("risk"), "ข้อ", "ผู้ตอบ (คน)", "สูงขึ้นไป (ร้อยละ)")
    numbered = {thai_digits(str(number)): row for number, row in enumerate(kinds, start=1)}
    assert [row[0] for row in details[1:]] != sorted(numbered)  # by rank, not by number
    for number_, answers, without, likelihood, impact, highest, _high, share in details[1:]:
        kind = numbered[number_]
        assert [answers, without, likelihood, impact, highest, share] == [
            written(int(kind["responses"])),
            written(int(kind["not_applicable"])),
            written(f"{float(kind['mean_likelihood']):.2f}"),
            written(f"{float(kind['mean_impact']):.2f}"),
            written(int(kind["max_score"])),
            written(kind["high_percent"]),
        ]


def test_the_levels_of_the_risk_report_are_those_published(tables, published):
    _, kinds, _ = published
    names = {"low": "ต่ำ", "medium": "ปานกลาง", "high": "สูง", "very_high": "สูงมาก"}
    wanted = {row["kind"]: names[row["level"]] for row in kinds}
    ranking = table_with(tables("risk"), "ลำดับ", "ประเด็น", "การตอบสนอง")
    assert {row[1].split(". ", 1)[1]: row[3] for row in ranking[1:]} == wanted


def test_every_agency_of_o43_is_of_the_figures_published(tables, published):
    *_, completion = published
    found = table_with(tables("o43"), "ที่", "หน่วยงาน", "สถานะ")
    heads = {row["agency"]: row["headcount"] for row in completion}
    assert {row[1]: row[2] for row in found[1:-1]} == {
        agency: written(int(count) if count else None) for agency, count in heads.items()
    }


def test_the_pages_of_the_reports_say_the_sentences_of_the_whole(refreshed_demo, published):
    summary, *_ = published
    whole = summary["completion"]
    folder = refreshed_demo / "out" / "internal" / "documents"
    for name, figures in (
        ("o43", (whole["agencies_complete"], whole["headcount"], whole["percent"])),
        ("memo", (whole["acknowledged_all"], whole["headcount"], whole["percent"])),
        ("risk", (summary["risk"]["respondents"],)),
    ):
        page = html.fromstring((folder / f"{name}.html").read_text(encoding="utf-8"))
        said = page.find(".//main").text_content()
        assert all(written(figure) in said for figure in figures)


def test_the_matrix_of_the_risk_report_holds_every_answer(tables, published):
    _, kinds, _ = published
    found = table_with(tables("risk"), "ผลกระทบ", "โอกาส ๑")
    digits = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789", ",")
    cells = [int(cell.split(" ")[0].translate(digits)) for row in found[1:] for cell in row[1:]]
    assert (len(cells), sum(cells)) == (25, sum(int(row["responses"]) for row in kinds))


def test_the_governors_page_is_one_page(refreshed_demo, tables, published):
    path = refreshed_demo / "out" / "internal" / "documents" / "governor.pdf"
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
    summary, *_ = published
    found = table_with(tables("governor"), "เอกสาร", "ร้อยละ")
    assert [row[3] for row in found[1:]] == [written(row["percent"]) for row in summary["notices"]]


@pytest.mark.parametrize("name", ["o42", "o43", "risk"])
def test_what_is_published_is_the_pdf_and_names_nobody(refreshed_demo, name):
    out = refreshed_demo / "out"
    public = (out / "public" / "documents" / f"{name}.pdf").read_bytes()
    assert public == (out / "internal" / "documents" / f"{name}.pdf").read_bytes()
    assert not (out / "public" / "documents" / "governor.pdf").exists()
