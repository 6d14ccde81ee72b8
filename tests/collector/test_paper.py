"""The table for sign-offs on paper, as it lies in the inbox: workbook or CSV, whole or not."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from papers import HEADINGS, paper_row, report_row
from small_campaign import drop_signoffs

from aggregate import summarise
from collector import Ledger
from collector.collect import collect
from collector.tidy import tidy
from config.loading import load_campaign
from config.new import new_campaign
from config.paper import FILE

NOW = datetime(2023, 5, 20, tzinfo=UTC)
DAY = "3 เม.ย. 2566"


@pytest.fixture
def folder(tmp_path):
    new_campaign(tmp_path / "campaign")
    return tmp_path / "campaign"


def collected(folder):
    """Collect, and return how the sources fared and what it came to."""
    campaign = load_campaign(folder)
    with Ledger(folder / "ledger.sqlite") as ledger:
        found = collect(campaign, folder, ledger, now=NOW)
        tables = [table for form in campaign.read_forms for table in ledger.answers(form.id)]
    return found, summarise(tidy(tables, campaign, NOW), campaign)


def state(found, form="paper"):
    return next(source for source in found.sources if source.form == form)


def fill(folder, *rows, name=FILE, source=FILE):
    """Type rows below the headings of the workbook, as Excel would hold them."""
    workbook = openpyxl.load_workbook(folder / "inbox" / "paper" / source)
    for row in rows:
        workbook.worksheets[0].append([cell or None for cell in row])
    workbook.save(folder / "inbox" / "paper" / name)


def drop(folder, *rows, name="paper.csv", encoding="utf-8-sig", form="paper"):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    (folder / "inbox" / form / name).write_bytes(text.getvalue().encode(encoding))


def test_the_table_of_a_new_campaign_is_read_and_nobody_is_in_it(folder):
    found, summary = collected(folder)
    assert (state(found).state, state(found).files, state(found).rows) == ("ok", 1, 0)
    assert found.remarks == ()
    assert found.refused_files == ()
    assert summary.rows["read"] == 0


def test_the_table_offers_what_can_be_chosen(folder):
    sheet, agencies = openpyxl.load_workbook(folder / "inbox" / "paper" / FILE).worksheets
    assert tuple(cell.value for cell in sheet[1]) == HEADINGS
    assert agencies.max_row == 35
    offered = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert "'หน่วยงาน'!$A$2:$A$35" in offered
    assert any("ทุกฉบับ" in (source or "") for source in offered)
    assert any("จ้างเหมาบริการ" in (source or "") for source in offered)


def test_rows_typed_into_the_workbook_count(folder):
    typed = paper_row("สมมติ", DAY)
    as_date = [*typed[:7], datetime(2023, 4, 3), *typed[8:]]
    as_date[2] = "ทดลอง"
    fill(folder, typed, as_date, report_row("12", DAY, agency="สำนักงานคลังจังหวัดเชียงราย"))
    found, summary = collected(folder)
    assert found.remarks == ()
    assert summary.rows_by_form["paper"]["accepted"] == 3
    assert summary.agencies["signers"].sum() == 2
    assert summary.signatures["acknowledged_at"].dt.date.unique().tolist() == [date(2023, 4, 3)]
    assert summary.agencies.set_index("agency")["reported"].sum() == 12


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_a_csv_of_it_says_the_same(folder, encoding):
    drop(folder, HEADINGS, paper_row("สมมติ", DAY), encoding=encoding)
    drop(folder, HEADINGS, paper_row("สมมติ", "3/4/2566"), name="again.csv")
    _, summary = collected(folder)
    assert summary.rows_by_form["paper"]["read"] == 1
    assert summary.agencies["signers"].sum() == 1


def test_taking_the_file_out_takes_nothing_back(folder):
    fill(folder, paper_row("สมมติ", DAY))
    collected(folder)
    (folder / "inbox" / "paper" / FILE).unlink()
    found, summary = collected(folder)
    assert (state(found).state, summary.agencies["signers"].sum()) == ("empty", 1)


def test_a_row_mended_in_the_workbook_is_set_aside_no_more(folder):
    fill(folder, paper_row("สมมติ", DAY, agency="สำนักงานใหม่"), name="ก.xlsx")
    assert len(collected(folder)[1].set_aside) == 1
    fill(folder, paper_row("สมมติ", DAY), name="ก.xlsx")
    _, summary = collected(folder)
    assert summary.set_aside.empty
    assert (summary.rows["read"], summary.rows["superseded"]) == (2, 1)


def test_a_file_of_the_sign_off_form_is_told_where_it_belongs(folder):
    drop_signoffs(folder, "signoff.csv", ("สมมติ", "3/4/2023, 12:00:00"))
    download = folder / "inbox" / "signoff" / "signoff.csv"
    download.rename(folder / "inbox" / "paper" / "signoff.csv")
    found, summary = collected(folder)
    (refused,) = found.refused_files
    assert "inbox/signoff/" in refused.remedy
    assert state(found).state == "ok"
    assert summary.rows["read"] == 0


def test_a_table_of_paper_in_the_wrong_folder_is_told_where_it_belongs(folder):
    drop(folder, HEADINGS, paper_row("สมมติ", DAY), form="signoff")
    found, _ = collected(folder)
    (refused,) = found.refused_files
    assert "inbox/paper/" in refused.remedy


def test_without_a_column_that_is_needed_paper_alone_is_refused(folder):
    fill(folder, paper_row("สมมติ", DAY))
    drop_signoffs(folder, "signoff.csv", ("ทดลอง", "3/4/2023, 12:00:00"))
    collected(folder)
    place = HEADINGS.index("วันที่ลงนาม")
    cut = [row[:place] + row[place + 1 :] for row in (HEADINGS, paper_row("น้ำใส", DAY))]
    drop(folder, *cut)
    found, summary = collected(folder)
    assert (state(found).state, state(found, "signoff").state) == ("refused", "ok")
    assert summary.agencies["signers"].sum() == 2
