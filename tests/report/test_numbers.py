"""What a page shows is what the data files say: read back from both."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from reading import number, tables

from config.thai import arabic_digits

OVER = "เกินจำนวนที่แจ้ง (โปรดตรวจสอบ)"


@pytest.fixture(scope="module")
def data(release):
    return {
        document.name.removeprefix("public/data/"): document.content.decode("utf-8-sig")
        for document in release
        if document.name.startswith("public/data/")
    }


@pytest.fixture(scope="module")
def figures(data):
    return json.loads(data["summary.json"])


def read_csv(text):
    return list(csv.DictReader(io.StringIO(text)))


def figure(text):
    return float(text) if text else None


def test_the_headline_has_the_figures_of_the_summary(pages, figures):
    shown = arabic_digits(re.sub("<[^>]*>", "", pages["public/index.html"])).replace(",", "")
    whole = figures["completion"]
    assert (
        f"รับทราบครบทั้ง 5 ฉบับแล้ว {whole['acknowledged_all']} คน จาก {whole['headcount']} คน "
        f"คิดเป็นร้อยละ {whole['percent']} ครบทุกคนแล้ว {whole['agencies_complete']} จาก "
        f"{whole['agencies']} หน่วยงาน"
    ) in shown
    assert f"บุคลากรอีก {whole['acknowledged_undeclared']} คน" not in shown
    assert f"อีก {whole['acknowledged_undeclared']} คน ในหน่วยงานที่ยังไม่ได้รับแจ้ง" in shown


def test_each_notice_has_the_figures_of_the_summary(pages, figures):
    rows = tables(pages["public/index.html"])[0][1:]
    assert len(rows) == len(figures["notices"]) == 5
    for row, notice in zip(rows, figures["notices"], strict=True):
        assert row[0].endswith(notice["notice"])
        heads, _of_heads, percent, late, outdated = map(number, row[1:])
        assert (heads, percent) == (notice["headcount"], notice["percent"])
        assert (late, outdated) == (notice["late"], notice["outdated"])


def test_every_agency_and_notice_has_the_figures_of_the_file(pages, data):
    rows = tables(pages["public/index.html"])[2][1:]
    cells = [(row[0].split(". ", 1)[1], cell) for row in rows for cell in row[1:]]
    file = read_csv(data["completion.csv"])
    assert len(cells) == len(file) == 34 * 5
    for (agency, cell), line in zip(cells, file, strict=True):
        assert agency == line["agency"]
        acknowledged, _, percent = cell.partition(" ")
        assert number(acknowledged) == figure(line["acknowledged"])
        shown, too_many = percent.removesuffix(OVER), percent.endswith(OVER)
        assert number(shown.strip(" ()")) == figure(line["percent"])
        assert too_many == (line["percent"] != "" and float(line["percent"]) > 100)


def test_every_kind_of_risk_has_the_figures_of_the_file(pages, data):
    rows = {row[0].split(". ", 1)[1]: row for row in tables(pages["public/risk.html"])[0][1:]}
    file = read_csv(data["risk.csv"])
    assert len(rows) == len(file) == 9
    columns = (
        "not_applicable", "mean_likelihood", "mean_impact", "mean_score", "max_score",
        "high_percent",
    )  # fmt: skip
    for line in file:
        row = rows[line["kind"]]
        assert arabic_digits(row[1]).replace(",", "") == line["responses"]
        assert [number(cell) for cell in row[2:8]] == [figure(line[name]) for name in columns]


def test_o43_has_the_figures_of_its_notice(pages, figures):
    row = tables(pages["public/o43.html"])[0][3]
    notice = next(one for one in figures["notices"] if one["notice_id"] == "no-gift")
    shown = arabic_digits(row[4]).replace(",", "")
    assert row[0] == "๓"
    assert f"คน จาก {notice['headcount']} คน คิดเป็นร้อยละ {notice['percent']}" in shown


def test_what_is_pasted_says_what_the_page_says(release, pages):
    text = next(d.content.decode("utf-8-sig") for d in release if d.name == "public/paste.txt")
    lines = text.split("\r\n")
    bare = re.sub("<[^>]*>", "", pages["public/index.html"])
    headline = next(line for line in lines if line.startswith("ณ วันที่"))
    assert headline in bare
    agencies = tables(pages["public/index.html"])[1][1:]
    for name, heads, done, percent, _state in agencies:
        line = next(line for line in lines if line.startswith(f"{name}: "))
        said = f"{done} จาก {heads} คน (ร้อยละ {percent})" if heads != "–" else f"{done} คน "
        assert line.startswith(f"{name}: {said}")
