"""Any text of a table comes back from the office's workbooks, as another library reads them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from config.loading import load_campaign
from config.new import new_campaign
from config.paper_workbook import paper_workbook
from config.tables import MEASURES, WORKBOOK
from config.workbook import workbook_bytes

CREATED = datetime(2022, 10, 1)
NASTY = [
    "<r>ก</r>", "<r><t>=1+1</t></r>", "<r></r>", "<r>a", "</r>", "=1+1", "R&D <b>", "{{7*7}}",
    "https://example.go.th", "0812345678", "กตัญญู",
]  # fmt: skip


def cells(content, title):
    sheet = openpyxl.load_workbook(BytesIO(content))[title]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_in_a_table_comes_back(text):
    content = workbook_bytes(((MEASURES, ({"title": text},)),), created=CREATED)
    assert text in cells(content, MEASURES.title)[1]


@pytest.mark.parametrize("text", ["a\x0bb", "a\ufffeb", "a\x00b", "a\ud800b"])
def test_what_xml_cannot_carry_goes_and_the_rest_stays(text):
    content = workbook_bytes(((MEASURES, ({"title": text},)),), created=CREATED)
    assert "ab" in cells(content, MEASURES.title)[1]
    listed = paper_workbook((), agencies=[text], staff_types=[], notices=[], created=CREATED)
    assert cells(listed, "หน่วยงาน")[1] == ["ab"]


def test_an_agency_named_so_comes_back_from_the_list_of_the_paper_workbook():
    content = paper_workbook((), agencies=NASTY, staff_types=[], notices=[], created=CREATED)
    assert [row[0] for row in cells(content, "หน่วยงาน")[1:]] == NASTY


def test_it_goes_along_into_the_next_year(folder, tmp_path):
    header, *rows = folder.rows("measures")
    place = header.index("title")
    rows[0][place] = "<r>มาตรการ</r>"
    folder.write("measures", [header, *rows])
    new_campaign(tmp_path / "next", last=folder.path)
    assert (tmp_path / "next" / WORKBOOK).exists()
    assert load_campaign(tmp_path / "next").measures[0].title == "<r>มาตรการ</r>"
