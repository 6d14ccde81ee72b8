"""The next year's campaign begins with what still holds of this one, and with nobody's data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from config.carrying import Move, carried
from config.errors import CampaignError, CampaignMistakes
from config.fiscal_year import moved_day, moved_text
from config.loading import load_campaign
from config.new import TEMPLATE, new_campaign
from config.new_settings import settings_for_another_year
from config.origin import THE_TEMPLATE
from config.rows import TableRow
from config.tables import TABLES

ONE_YEAR = Move(2566, 1)
PERSON = ["land", "นาง", "สมมติ", "ทดสอบ", "นักวิชาการ", "x@example.org", "civil-servant", *[""] * 4]
LINKED = """
# ของปีนี้
[[sources]]
form = "signoff"
kind = "google-sheets"
spreadsheet = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG"
date_order = "mdy"   # ตั้งค่าของชีต

[[sources]]
form = "signoff"
kind = "inbox"

# ของแบบประเมิน
[[sources]]
form = "coi"
kind = "inbox"

[[forms]]
id = "signoff"
"""


@pytest.fixture(scope="module")
def last_year(folder_at, tmp_path_factory):
    """Return a campaign of 2566 in which the office has worked."""
    folder = folder_at(tmp_path_factory.mktemp("last") / "2566")
    folder.settings('eit_url = ""', 'eit_url = "https://itas.example/eit/2566/abc"')
    folder.settings('signoff_url = ""', 'signoff_url = "https://forms.example/2566"')
    folder.settings('coi_url = ""', 'coi_url = "https://forms.example/coi-2566"')
    header, *notices = folder.rows("notices")
    again = [
        "ethics",
        "",
        "",
        "2",
        "2023-04-10",
        "material",
        "https://x.example/2",
        "a" * 64,
        "true",
    ]
    folder.write("notices", [header, *notices, again])
    heading, *signatories = folder.rows("signatories")
    folder.write("signatories", [heading, *([*row[:3], "true"] for row in signatories)])
    head, *agencies = folder.rows("agencies")
    folder.write("agencies", [head, *([*row[:3], "true"] for row in agencies)])
    folder.add("aliases", ["land", "ที่ดินเมืองเชียงราย", "2022-10-01", "2023-01-31"])
    folder.add("people", PERSON)
    folder.add("headcount", ["land", "civil-servant", "12", "2023-03-01", ""])
    (folder.path / "decisions.csv").write_text(
        "agency,name,decision,other_agency,other_name,doubt,on,by,reason\n"
        "land,สมมติ ทดสอบ,declined,,,,2023-04-01,เจ้าหน้าที่,แจ้งด้วยตนเอง\n",
        encoding="utf-8",
    )
    (folder.path / "inbox/signoff").mkdir(parents=True)
    (folder.path / "inbox/signoff/march.csv").write_text("คำตอบของปีนี้", encoding="utf-8")
    (folder.path / "ledger.sqlite").write_bytes(b"last year's ledger")
    (folder.path / "key.json").write_text("secret", encoding="utf-8")
    (folder.path / "texts/memo.md").write_text(
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ตาม พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕", encoding="utf-8"
    )
    (folder.path / "texts/logo.png").write_bytes(b"\x89PNG 2566")
    assert load_campaign(folder.path).people
    return folder.path


@pytest.fixture(scope="module")
def made(last_year, tmp_path_factory):
    folder = tmp_path_factory.mktemp("next") / "2567"
    new_campaign(folder, last=last_year)
    return folder


def test_it_is_the_year_after_and_loads(made):
    campaign = load_campaign(made)
    assert (campaign.id, campaign.fiscal_year) == ("chiang-rai-2567", 2567)
    assert str(campaign.window.closes) == "2024-04-30"
    assert "๒๕๖๗" in campaign.title


def test_the_register_other_names_and_staff_types_stand_as_they_stood(made, last_year):
    before, after = load_campaign(last_year), load_campaign(made)
    assert after.agencies == before.agencies  # also the other names, with their own dates
    assert after.staff_types == before.staff_types


def test_a_notice_has_one_version_again_its_date_moved_and_nothing_confirmed(made):
    notices = {notice.id: notice for notice in load_campaign(made).notices}
    (version,) = notices["ethics"].versions
    assert (version.version, version.since, version.change) == ("1", date(2024, 3, 1), "first")
    assert (version.url, version.sha256, version.verified) == ("", "", False)
    assert "เชียงรายใสสะอาด ๒๕๖๗" in notices["no-gift"].title


def test_guidelines_and_measures_are_drafts_without_results(made):
    campaign = load_campaign(made)
    assert [measure.result + measure.suggestion for measure in campaign.measures] == [""] * 10
    assert all(row.draft for row in (*campaign.measures, *campaign.guidelines))
    assert campaign.measures[0].guideline == "coi"
    assert campaign.measures[6].period == "๑ วัน (มกราคม ๒๕๖๗)"


def test_what_is_scored_goes_along_and_its_scores_stay_behind(folder, tmp_path):
    header, *rows = folder.rows("ita_scores")
    scored = [[*row[:3], "84.25", "A", "รายงาน"] for row in rows]
    folder.write("ita_scores", [header, *scored])
    assert load_campaign(folder.path).ita_scores[0].score == Decimal("84.25")
    new_campaign(tmp_path / "next", last=folder.path)
    scores = load_campaign(tmp_path / "next").ita_scores
    assert [row.indicator for row in scores] == [None] * 4 + list(range(1, 11))
    assert {(row.score, row.level, row.source) for row in scores} == {(None, "", "")}


def test_signatories_are_to_be_confirmed_anew(made):
    assert not any(signatory.verified for signatory in load_campaign(made).signatories)


def test_nobody_s_data_go_along(made):
    campaign = load_campaign(made)
    assert (campaign.people, campaign.headcount, campaign.decisions) == ((), (), ())
    names = {path.name for path in made.rglob("*") if path.is_file()}
    assert names.isdisjoint({"march.csv", "ledger.sqlite", "key.json", "decisions.csv"})
    everything = b"".join(path.read_bytes() for path in made.rglob("*") if path.is_file())
    assert "สมมติ ทดสอบ".encode() not in everything


def test_links_of_the_old_year_are_blank(made):
    campaign = load_campaign(made)
    assert (campaign.eit_url, campaign.signoff_url, campaign.coi_url) == ("", "", "")


def test_texts_go_along_with_their_years_moved_but_for_those_of_laws(made):
    text = (made / "texts/memo.md").read_text(encoding="utf-8")
    assert text == "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ ตาม พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕"
    assert (made / "texts/logo.png").read_bytes() == b"\x89PNG 2566"


def test_last_year_is_not_touched(last_year, tmp_path):
    def contents():
        return {p: p.read_bytes() for p in last_year.rglob("*") if p.is_file()}

    before = contents()
    new_campaign(tmp_path / "2567", last=last_year)
    assert contents() == before


def test_a_workbook_is_carried_as_csv_tables_are(made, tmp_path):
    new_campaign(tmp_path / "2568", last=made)
    assert load_campaign(tmp_path / "2568").agencies == load_campaign(made).agencies
    assert load_campaign(tmp_path / "2568").fiscal_year == 2568


def test_nothing_is_ever_overwritten(last_year, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/report.docx").write_text("mine")
    with pytest.raises(CampaignError):
        new_campaign(tmp_path / "mine", last=last_year)
    with pytest.raises(CampaignError):
        new_campaign(last_year, last=last_year)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["report.docx"]


@pytest.mark.parametrize(("year", "refused"), [(2565, True), (2566, False), (2570, False)])
def test_no_year_before_the_last_one(last_year, tmp_path, year, refused):
    if refused:
        with pytest.raises(CampaignError):
            new_campaign(tmp_path / "odd", year=year, last=last_year)
        assert not (tmp_path / "odd").exists()
    else:
        new_campaign(tmp_path / "odd", year=year, last=last_year)
        assert load_campaign(tmp_path / "odd").fiscal_year == year


def test_a_last_year_that_cannot_be_read_leaves_nothing_behind(folder, tmp_path):
    folder.settings("agencies_expected = 34", "agencies_expected = 35")
    for last in (folder.path, tmp_path / "nowhere"):
        with pytest.raises(CampaignMistakes):
            new_campaign(tmp_path / "next", last=last)
        assert not (tmp_path / "next").exists()


def test_a_closing_day_in_february_of_a_leap_year(folder, tmp_path):
    folder.settings("closes = 2023-04-30", "closes = 2024-02-29")
    folder.settings("fiscal_year = 2566", "fiscal_year = 2567")
    new_campaign(tmp_path / "next", last=folder.path)
    assert str(load_campaign(tmp_path / "next").window.closes) == "2025-02-28"


def test_every_table_goes_along_or_stays_behind_on_purpose():
    row = {"id": "x", "title": "ก", "short_title": "ก", "since": date(2023, 3, 1), "version": "1"}
    gone = {
        table.name for table in TABLES if not carried(table.name, [TableRow("", 2, row)], ONE_YEAR)
    }
    assert {"people", "headcount", "decisions"} <= gone
    assert gone.isdisjoint(
        {"agencies", "aliases", "staff_types", "notices", "guidelines", "measures", "signatories"}
    )


def test_a_source_of_google_becomes_an_inbox_once_for_each_form():
    text = settings_for_another_year(LINKED, ONE_YEAR)
    assert "google" not in text
    assert "spreadsheet" not in text
    assert text.count('kind = "inbox"') == 2
    assert text.count('form = "signoff"') == 1
    assert 'date_order = "mdy"   # ตั้งค่าของชีต' in text
    assert "# ของแบบประเมิน" in text
    assert text.endswith('[[forms]]\nid = "signoff"\n')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ปี ๒๕๖๖ และ 2565", "ปี ๒๕๖๗ และ 2566"),
        ("2023-03-01 ถึง 2022-10-01", "2024-03-01 ถึง 2023-10-01"),
        ("2566-04-30", "2567-04-30"),
        ("12566 256 2023 ๒๕๖๗", "12566 256 2023 ๒๕๖๗"),
        ("https://x.example/2566/a", "https://x.example/2566/a"),
        ("พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. ๒๕๖๒", "พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. ๒๕๖๒"),
        ("พ.ร.บ. ว่าด้วยการใด พ.ศ. ๒๕๖๖", "พ.ร.บ. ว่าด้วยการใด พ.ศ. ๒๕๖๖"),
        ("ระเบียบการส่ง ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ระเบียบการส่ง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"),
    ],
)
def test_which_years_of_a_text_move(before, after):
    assert moved_text(before, year=2566, years=1) == after


def test_the_day_after_a_leap_day_is_not_march():
    assert moved_day(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert moved_day(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert moved_text("2024-02-29", year=2567, years=1) == "2025-02-28"
    assert moved_text("2024-02-29", year=2567, years=4) == "2028-02-29"


def test_the_template_is_the_template(tmp_path):
    new_campaign(tmp_path / "made")
    assert load_campaign(tmp_path / "made") == load_campaign(TEMPLATE)
    assert THE_TEMPLATE.move_to(2566) is None


def test_a_text_that_last_year_did_not_have_comes_from_the_template(tmp_path):
    last = tmp_path / "2566"
    new_campaign(last)
    (last / "texts/memo-start.md").unlink()
    (last / "texts/memo.md").write_text("ข้อความของเรา ๒๕๖๖", encoding="utf-8")
    new_campaign(tmp_path / "2567", last=last)
    assert (tmp_path / "2567/texts/memo-start.md").read_bytes().startswith(b"---")
    assert (tmp_path / "2567/texts/memo.md").read_text("utf-8") == "ข้อความของเรา ๒๕๖๗"
