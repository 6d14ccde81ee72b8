"""A new folder is the template, with a workbook in place of the CSV tables."""

from __future__ import annotations

import pytest
from python_calamine import CalamineWorkbook

from config.errors import CampaignError
from config.loading import load_campaign
from config.new import TEMPLATE, new_campaign
from config.paper import FILE as PAPER_FILE
from config.tables import TABLES, WORKBOOK

TEXTS = sorted(f"texts/{text.name}" for text in (TEMPLATE / "texts").iterdir())


@pytest.fixture
def made(tmp_path):
    new_campaign(tmp_path / "made")
    return tmp_path / "made"


def sheets(folder):
    with CalamineWorkbook.from_path(folder / WORKBOOK) as workbook:
        return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


def test_the_workbook_says_what_the_csv_tables_say(made):
    assert load_campaign(made) == load_campaign(TEMPLATE)


def test_a_sheet_for_every_table_after_one_about_them(made):
    assert list(sheets(made)) == ["คำอธิบาย", *(table.title for table in TABLES)]
    about = {row[0]: row[1] for row in sheets(made)["คำอธิบาย"] if len(row) > 1}
    assert all(about[table.title] == table.about for table in TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_sheet_is_headed_in_thai(made, table):
    assert sheets(made)[table.title][0] == [column.heading for column in table.columns]


def test_head_counts_are_laid_out_and_left_blank(made):
    _heading, *rows = sheets(made)["จำนวนบุคลากร"]
    assert len(rows) == 34 * 6
    assert rows[0][:2] == ["ที่ทำการปกครองจังหวัดเชียงราย", "ข้าราชการ"]
    assert load_campaign(made).headcount == ()


def test_the_same_bytes_every_time(made, tmp_path):
    new_campaign(tmp_path / "again")
    assert (tmp_path / "again" / WORKBOOK).read_bytes() == (made / WORKBOOK).read_bytes()


def test_what_lies_in_a_new_folder(made):
    names = sorted(path.relative_to(made).as_posix() for path in made.rglob("*"))
    assert names == [
        "campaign.toml",
        "inbox",
        "inbox/README-coi.txt",
        "inbox/README-headcount.txt",
        "inbox/README-paper.txt",
        "inbox/README-progress.txt",
        "inbox/README-signoff.txt",
        "inbox/coi",
        "inbox/headcount",
        "inbox/paper",
        f"inbox/paper/{PAPER_FILE}",
        "inbox/progress",
        "inbox/signoff",
        "texts",
        *TEXTS,
        "ตรวจสอบ.cmd",
        WORKBOOK,
        "ปรับปรุงข้อมูล.cmd",
    ]


def test_an_empty_folder_will_do(tmp_path):
    (tmp_path / "empty").mkdir()
    new_campaign(tmp_path / "empty")
    assert load_campaign(tmp_path / "empty")


def test_nothing_is_ever_overwritten(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CampaignError):
        new_campaign(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(CampaignError):
        new_campaign(tmp_path / "mine.txt")


def test_another_year(tmp_path):
    new_campaign(tmp_path / "next", year=2567)
    campaign = load_campaign(tmp_path / "next")
    assert (campaign.id, campaign.fiscal_year) == ("chiang-rai-2567", 2567)
    assert str(campaign.window.closes) == "2024-04-30"
    assert "๒๕๖๗" in campaign.title
    assert "๒๕๖๖" not in "".join(form.title for form in campaign.forms)
    assert "พ.ศ. ๒๕๔๔" in campaign.form("signoff").question("confirm").help
    assert "พ.ศ. ๒๕๖๒" in campaign.privacy_notice


def test_another_year_has_no_results_yet_and_every_row_is_a_draft(tmp_path):
    new_campaign(tmp_path / "next", year=2568)
    campaign = load_campaign(tmp_path / "next")
    assert [measure.result for measure in campaign.measures] == [""] * 10
    assert all(row.draft for row in (*campaign.measures, *campaign.guidelines))
    assert campaign.measures[6].period == "๑ วัน (มกราคม ๒๕๖๘)"


@pytest.mark.parametrize("year", [2023, 66, 2559, 2641])
def test_a_year_that_is_none_of_ours(tmp_path, year):
    with pytest.raises(CampaignError):
        new_campaign(tmp_path / "odd", year=year)
    assert not (tmp_path / "odd").exists()
