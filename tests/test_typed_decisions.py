"""Decisions typed into the tracker are taken up by the next refresh; none is lost on the way."""

from __future__ import annotations

import csv
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_campaign import drop_signoffs, new_small_campaign
from soak.disk import Disk, on
from tracker_office import (
    BY,
    DECISION,
    ON,
    OTHER_AGENCY,
    REASON,
    SIGNED,
    WHY_NOT,
    doubts,
    tracker_of,
    type_into,
)

from config.messages import speak
from rapsap.refreshing import out_of, refresh, report_only

NOW = datetime(2023, 5, 20, 3, tzinfo=UTC)
OFFICE, LAND = "สำนักงานจังหวัดเชียงราย", "สำนักงานที่ดินจังหวัดเชียงราย"
MORNING, NOON = "3/4/2566, 08:00:00", "3/4/2566, 12:00:00"
TWO, WORKS_THERE = "เป็นคนละคน", "ปฏิบัติงานในหน่วยงานอื่นแห่งเดียว"
OLD_ONE_STAYS = "tracker.xlsx เปิดอยู่ในโปรแกรมอื่นหรือมีการแก้ไขระหว่างปรับปรุงข้อมูล จึงคงไฟล์เดิมไว้"


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    """Return a campaign with two doubts: one person or two, and one name in two agencies."""
    folder = tmp_path_factory.mktemp("office") / "campaign"
    new_small_campaign(folder, OFFICE, LAND)
    drop_signoffs(folder, "a.csv", ("กานดา", MORNING), email="a@example.com")
    drop_signoffs(folder, "b.csv", ("กานดา", NOON), email="b@example.com")
    drop_signoffs(folder, "c.csv", ("น้ำใส", MORNING))
    drop_signoffs(folder, "d.csv", ("น้ำใส", MORNING), agency=LAND)
    refresh(folder, now=NOW)
    return folder


@pytest.fixture
def campaign(refreshed, tmp_path):
    return shutil.copytree(refreshed, tmp_path / "campaign")


def decisions(folder):
    """Return the rows of decisions.csv without date, person and reason."""
    path = folder / "decisions.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[:6] for row in csv.reader(file)][1:]


def signers(outcome, agency=OFFICE):
    return int(outcome.summary.agencies.set_index("agency")["signers"][agency])


def says(outcome, beginning):
    return sum(remark.startswith(beginning) for remark in outcome.run["remarks"])


def test_a_typed_decision_is_written_down_counted_and_asked_no_more(campaign):
    assert [(row["เรื่องที่ตรวจสอบ"], row["ชื่อ-สกุล"]) for row in doubts(campaign)] == [
        ("อาจเป็นสองคน", "กานดา สมมติทดสอบ"),
        ("ลงนามมากกว่าหนึ่งหน่วยงาน", "น้ำใส สมมติทดสอบ"),
        ("ลงนามมากกว่าหนึ่งหน่วยงาน", "น้ำใส สมมติทดสอบ"),
    ]
    type_into(campaign, 0, **{DECISION: TWO} | SIGNED)
    outcome = refresh(campaign, now=NOW)
    assert decisions(campaign) == [
        ["governors-office", "กานดา สมมติทดสอบ", TWO, "", "", "อาจเป็นสองคน"]
    ]
    assert signers(outcome) == 3
    assert len(doubts(campaign)) == 2
    assert says(outcome, "บันทึกข้อยุติจาก tracker.xlsx ลงใน decisions.csv แล้ว 1 รายการ")
    assert refresh(campaign, now=NOW).summary is None  # what we wrote ourselves is nothing new


def test_the_other_agency_that_the_sheet_names_need_not_be_typed(campaign):
    place = next(i for i, row in enumerate(doubts(campaign)) if row.get(OTHER_AGENCY) == LAND)
    type_into(campaign, place, **{DECISION: WORKS_THERE} | SIGNED)
    outcome = refresh(campaign, now=NOW)
    assert decisions(campaign)[0][:4] == [
        "governors-office", "น้ำใส สมมติทดสอบ", WORKS_THERE, "land",
    ]  # fmt: skip
    assert (signers(outcome), signers(outcome, LAND)) == (1, 1)


def test_a_decision_typed_wrongly_is_told_stays_typed_and_holds_no_other_back(campaign):
    typed = {DECISION: TWO} | SIGNED | {ON: "31/4/2566"}
    type_into(campaign, 0, **typed)
    type_into(campaign, 1, **{DECISION: WORKS_THERE} | SIGNED)
    speak("en")  # the file speaks Thai all the same
    try:
        outcome = refresh(campaign, now=NOW)
    finally:
        speak("th")
    assert [row[1] for row in decisions(campaign)] == ["น้ำใส สมมติทดสอบ"]
    (row,) = doubts(campaign)
    assert {heading: row[heading] for heading in typed} == typed
    fault = 'คอลัมน์ "วันที่ตัดสินใจ": "31/4/2566" ไม่ใช่วันที่ที่ถูกต้อง'
    remedy = " — ให้เขียนวัน เดือน ปี เช่น 30 เม.ย. 2566"
    assert row[WHY_NOT].startswith(fault)
    assert row[WHY_NOT].endswith(remedy)
    assert says(outcome, f"tracker.xlsx แผ่นงาน “รายการรอการตัดสินใจ” แถว 2: {fault}")

    type_into(campaign, 0, **{ON: "30/4/2566"})
    assert signers(refresh(campaign, now=NOW)) == 2 + 1 - 1
    assert len(decisions(campaign)) == 2
    assert doubts(campaign) == []


def test_a_name_that_nobody_knows_never_comes_to_block_a_refresh(campaign):
    type_into(campaign, 0, **{DECISION: "เป็นบุคคลเดียวกัน", "ชื่อ-สกุลอื่น": "ไม่มี ผู้ใดรู้จัก"} | SIGNED)
    assert refresh(campaign, now=NOW).summary is not None
    assert decisions(campaign) == []
    assert "ไม่มี ผู้ใดรู้จัก" in doubts(campaign)[0][WHY_NOT]


def test_the_step_that_only_reports_takes_decisions_up_too(campaign):
    type_into(campaign, 0, **{DECISION: TWO} | SIGNED)
    report_only(campaign, now=NOW, progress=lambda _step: None)
    assert len(decisions(campaign)) == 1
    assert len(doubts(campaign)) == 2


def test_a_tracker_open_in_excel_stays_and_all_else_is_published(campaign):
    windows = Disk(campaign, exchanges=False, in_excel=(tracker_of(campaign),))
    old = tracker_of(campaign).read_bytes()
    drop_signoffs(campaign, "e.csv", ("ใหม่", MORNING))
    with on(windows):
        outcome = refresh(campaign, now=NOW)
    assert tracker_of(campaign).read_bytes() == old
    assert says(outcome, OLD_ONE_STAYS) == 1
    figures = (out_of(campaign) / "public/data/summary.json").read_text(encoding="utf-8")
    assert '"read": 5' in figures

    type_into(campaign, 0, **{DECISION: TWO} | SIGNED)  # saved before it is closed
    assert signers(refresh(campaign, now=NOW)) == 4
    assert tracker_of(campaign).read_bytes() != old


def test_a_tracker_known_to_be_open_is_told_on_the_page_and_written_the_next_time(
    campaign, monkeypatch
):
    opened, tracker = Path.open, tracker_of(campaign)

    def refused(self, mode="r", *args, **options):
        if self == tracker and "+" in mode:  # as Windows does while Excel has the file open
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, mode, *args, **options)

    drop_signoffs(campaign, "e.csv", ("ใหม่", MORNING))
    old = tracker.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refused)
        outcome = refresh(campaign, now=NOW)
    assert tracker.read_bytes() == old
    assert says(outcome, OLD_ONE_STAYS) == 1
    assert OLD_ONE_STAYS in (out_of(campaign) / "internal/run.json").read_text(encoding="utf-8")
    assert refresh(campaign, now=NOW).summary is not None
    assert tracker.read_bytes() != old
    assert refresh(campaign, now=NOW).summary is None


def test_what_is_typed_while_a_refresh_is_at_work_is_read_by_the_next(campaign):
    def type_at_the_end(step):
        if step == "กำลังจัดทำแผนภูมิและหน้าเว็บ":
            type_into(campaign, 0, **{DECISION: TWO} | SIGNED)

    drop_signoffs(campaign, "e.csv", ("ใหม่", MORNING))
    outcome = refresh(campaign, now=NOW, progress=type_at_the_end)
    assert doubts(campaign)[0][DECISION] == TWO
    assert says(outcome, OLD_ONE_STAYS) == 1
    refresh(campaign, now=NOW)
    assert len(decisions(campaign)) == 1
    assert len(doubts(campaign)) == 2


def test_a_tracker_that_cannot_be_read_is_not_written_over(campaign):
    tracker_of(campaign).write_bytes(b"PK\x03\x04 damaged")
    outcome = refresh(campaign, now=NOW)
    assert tracker_of(campaign).read_bytes() == b"PK\x03\x04 damaged"
    (remark,) = outcome.run["remarks"]
    assert remark.startswith("อ่าน tracker.xlsx ไม่ได้ จึงคงไฟล์เดิมไว้: ")
    tracker_of(campaign).unlink()
    refresh(campaign, now=NOW)
    assert len(doubts(campaign)) == 3


def test_a_note_alone_is_something_new_and_no_decision(campaign):
    type_into(campaign, 0, **{REASON: "ยังสอบถามอยู่"})
    assert refresh(campaign, now=NOW).summary is not None
    assert doubts(campaign)[0][REASON] == "ยังสอบถามอยู่"
    assert BY in doubts(campaign)[0][WHY_NOT]
    assert decisions(campaign) == []
