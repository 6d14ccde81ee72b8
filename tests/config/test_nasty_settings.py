"""Settings and tables of the campaign as nobody should leave them: plain words, or no harm."""

from __future__ import annotations

import sys

import pytest
from spreadsheets import error_at, workbook

from config.errors import CampaignMistakes
from config.loading import load_campaign
from config.tables import WORKBOOK

HEADS = ["หน่วยงาน", "ประเภทบุคลากร", "จำนวน (คน)", "ณ วันที่"]
LAND = ["land", "civil-servant", 5, "1 มี.ค. 2566"]


def mistakes(folder):
    with pytest.raises(CampaignMistakes) as caught:
        load_campaign(folder.path)
    return caught.value.mistakes


def only_mistake(folder):
    (mistake,) = mistakes(folder)
    assert mistake.remedy
    return mistake


def put_workbook(folder, *rows, **how):
    content = workbook({"จำนวนบุคลากร": [HEADS, *rows]}, **how)
    (folder.path / WORKBOOK).write_bytes(content)


def test_k6_a_key_that_stands_twice_is_told_by_its_line(folder):
    line = folder.settings("fiscal_year = 2566", "fiscal_year = 2566\nfiscal_year = 2567")
    mistake = only_mistake(folder)
    assert mistake.place == f"campaign.toml line {line + 1}"
    assert "twice" in mistake.fault


def test_k8_indentation_by_tabs_does_no_harm(folder):
    folder.settings("fiscal_year = 2566", "\t fiscal_year\t=\t2566")
    assert load_campaign(folder.path).fiscal_year == 2566


@pytest.mark.parametrize("key", ["threshold = 1", "fewest_respondents = 0", "rounding = 0"])
def test_k11_the_privacy_floor_is_not_the_campaign_s_to_set(folder, key):
    line = folder.settings("fiscal_year = 2566", f"fiscal_year = 2566\n{key}")
    assert only_mistake(folder).place == f"campaign.toml line {line + 1}"


def test_k14_an_empty_variable_is_none(monkeypatch):
    from rapsap.refreshing import clock  # noqa: PLC0415 - the one variable there is

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    unset = clock()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs((clock() - unset).total_seconds()) < 60


def test_k17_a_folder_or_an_unreadable_file_in_place_of_a_table_is_told(folder):
    (folder.path / "people.csv").unlink()
    (folder.path / "people.csv").mkdir()
    assert only_mistake(folder).place == "people.csv"


@pytest.mark.skipif(sys.platform != "linux", reason="a file that opens and cannot be read")
@pytest.mark.parametrize("name", ["campaign.toml", "people.csv", WORKBOOK])
def test_k17_a_file_that_cannot_be_read_is_told(folder, name):
    (folder.path / name).unlink(missing_ok=True)
    (folder.path / name).symlink_to("/proc/self/mem")
    assert any(name in mistake.place for mistake in mistakes(folder))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (workbook([["a"]])[:400], "damaged"),
        (workbook([["a"]], touch=lambda sheet: sheet.write("XFD1048576", "x")), "row 1,048,576"),
    ],
)
def test_an_office_s_workbook_that_cannot_be_read_is_told(folder, content, fault):
    (folder.path / WORKBOOK).write_bytes(content)
    mistake = only_mistake(folder)
    assert mistake.place == WORKBOOK
    assert fault in mistake.fault


def test_an_error_in_the_office_s_workbook_is_told_and_not_taken_for_a_blank(folder):
    put_workbook(folder, LAND, touch=error_at("C2", "#REF!"))
    mistake = only_mistake(folder)
    assert '"#REF!"' in mistake.fault
    assert "row 2" in mistake.place


@pytest.mark.parametrize("heads", [0, -1, 1.5, "ห้า"])
def test_k10_heads_in_a_workbook_are_a_number_of_people(folder, heads):
    put_workbook(folder, [*LAND[:2], heads, LAND[3]])
    assert "row 2" in only_mistake(folder).place


def test_a_sheet_hidden_in_the_office_s_workbook_is_read(folder):
    put_workbook(folder, LAND, touch=lambda sheet: sheet.set_row(1, None, None, {"hidden": True}))
    assert [declared.heads for declared in load_campaign(folder.path).headcount] == [5]
