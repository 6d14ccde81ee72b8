"""One function reads every table, whatever wrote it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from config.errors import CampaignMistakes
from config.grids import read_grids
from config.loading import load_campaign
from config.rows import read_table
from config.tables import AGENCIES, HEADCOUNT, MEASURES, NOTICES, PEOPLE, STAFF_TYPES, TABLES

HEAD = ["agency", "staff_type", "heads", "on", "scope"]


def faults(table):
    return [(mistake.place, mistake.fault) for mistake in table.mistakes]


def test_headings_in_thai_in_another_order_with_cp874_and_semicolons(folder):
    rows = [["ณ วันที่", "จำนวน (คน)", "หน่วยงาน", "ประเภทบุคลากร"]]
    rows += [["๑ มี.ค. ๒๕๖๖", "๑,๒๐๐", "land", "ข้าราชการ"]]
    folder.write("headcount", rows, encoding="cp874", separator=";")
    (row,) = read_table(folder.path, HEADCOUNT).rows
    assert row.values == {
        "agency": "land",
        "staff_type": "ข้าราชการ",
        "heads": 1200,
        "on": date(2023, 3, 1),
    }


@pytest.mark.parametrize("written", ["12", "12.0", "๑๒", " 12 ", "+12"])
def test_a_number_as_people_and_excel_write_it(folder, written):
    folder.write("headcount", [HEAD, ["land", "ข้าราชการ", written, "2023-03-01", ""]])
    assert read_table(folder.path, HEADCOUNT).rows[0].values["heads"] == 12


@pytest.mark.parametrize("written", ["2023-03-01", "1/3/2566", "1 มีนาคม 2566", "2566-03-01"])
def test_a_day_in_either_calendar(folder, written):
    folder.write("headcount", [HEAD, ["land", "ข้าราชการ", "5", written, ""]])
    assert read_table(folder.path, HEADCOUNT).rows[0].values["on"] == date(2023, 3, 1)


def test_a_row_without_heads_is_not_there(folder):
    folder.write("headcount", [HEAD, ["land", "ข้าราชการ", "", "", ""]])
    assert read_table(folder.path, HEADCOUNT).rows == ()
    assert read_table(folder.path, HEADCOUNT).mistakes == ()


@pytest.mark.parametrize(("column", "written"), [("heads", "สิบ"), ("on", "31 มิ.ย. 2566")])
def test_a_cell_that_means_nothing_is_told_by_row_and_column(folder, column, written):
    cells = {"agency": "land", "staff_type": "ข้าราชการ", "heads": "5", "on": "1/3/2566"}
    folder.write("headcount", [list(cells), list((cells | {column: written}).values())])
    (mistake,) = read_table(folder.path, HEADCOUNT).mistakes
    assert mistake.place == f'headcount.csv row 2 column "{HEADCOUNT.column(column).heading}"'
    assert written in mistake.fault
    assert mistake.remedy


def test_an_unknown_heading_names_the_nearest(folder):
    header, *rows = folder.rows("agencies")
    folder.write("agencies", [["id", "name", "shortname", "verified"], *rows])
    unknown, missing = read_table(folder.path, AGENCIES).mistakes
    assert "shortname" in unknown.fault
    assert "short_name" in unknown.remedy
    assert "ชื่อย่อ" in missing.fault
    assert header[2] == "short_name"


def test_a_column_of_notes_may_be_added(folder):
    header, *rows = folder.rows("agencies")
    folder.write("agencies", [[*header, "หมายเหตุ"], *([*row, "โทรถามแล้ว"] for row in rows)])
    assert read_table(folder.path, AGENCIES).mistakes == ()


def test_a_doubled_heading_is_refused(folder):
    header, *rows = folder.rows("agencies")
    folder.write("agencies", [[*header, "ชื่อหน่วยงาน"], *([*row, "x"] for row in rows)])
    (mistake,) = read_table(folder.path, AGENCIES).mistakes
    assert "twice" in mistake.fault


def test_an_optional_table_may_be_absent_and_another_may_not(folder):
    (folder.path / "people.csv").unlink()
    (folder.path / "agencies.csv").unlink()
    assert read_table(folder.path, PEOPLE).mistakes == ()
    assert faults(read_table(folder.path, AGENCIES)) == [("agencies.csv", "the table is missing")]


def test_lists_choices_and_lines_are_kept(folder):
    staff_type = read_table(folder.path, STAFF_TYPES).rows[5]
    assert staff_type.values["aliases"][:2] == ("จ้างเหมา", "พนักงานจ้างเหมา")
    header, row, *others = folder.rows("notices")
    folder.write("notices", [header, [*row[:5], "ฉบับแรก", *row[6:]], *others])
    assert read_table(folder.path, NOTICES).rows[0].values["change"] == "first"


def test_a_wrong_choice_names_the_nearest(folder):
    header, row, *others = folder.rows("notices")
    folder.write("notices", [header, [*row[:5], "frist", *row[6:]], *others])
    (mistake,) = read_table(folder.path, NOTICES).mistakes
    assert "first" in mistake.remedy


def test_a_required_cell_left_blank(folder):
    header, row, *others = folder.rows("measures")
    folder.write("measures", [header, [row[0], "", *row[2:]], *others])
    (mistake,) = read_table(folder.path, MEASURES).mistakes
    assert mistake.place == 'measures.csv row 2 column "ลำดับที่"'


@pytest.mark.parametrize(
    ("written", "score"),
    [("๘๔.๒๕", "84.25"), ("85", "85"), ("84,25", None), ("-1", None), ("A", None), ("100.5", None)],
)
def test_a_score_is_a_number_up_to_100(folder, written, score):
    header, row, *others = folder.rows("ita_scores")
    folder.write("ita_scores", [header, [*row[:3], written, *row[4:]], *others])
    if score is None:
        with pytest.raises(CampaignMistakes) as found:
            load_campaign(folder.path)
        (mistake,) = found.value.mistakes
        assert mistake.place == 'ita_scores.csv row 2 column "คะแนน"'
    else:
        assert load_campaign(folder.path).ita_scores[0].score == Decimal(score)


def test_a_folder_made_before_there_were_scores_still_loads(folder):
    (folder.path / "ita_scores.csv").unlink()
    assert load_campaign(folder.path).ita_scores == ()


def test_a_file_that_is_no_workbook(folder):
    (folder.path / "ตั้งค่า.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (mistake,) = read_table(folder.path, AGENCIES).mistakes
    assert mistake.place == "ตั้งค่า.xlsx"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_of_the_template_is_headed_by_its_fields(folder, table):
    (grid,) = read_grids(folder.path, table, {})
    assert list(grid.heading) == [column.name for column in table.columns]
    assert len({column.heading for column in table.columns}) == len(table.columns)
