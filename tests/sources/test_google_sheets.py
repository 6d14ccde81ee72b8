"""Linked sheets, read by real gspread over real HTTPS from a loopback Google."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from linked import A_DAY, NOW, at, signoff, state_of
from loopback import Answer, Book, Tab, WrongCell

ONE_READ = {"sheets.spreadsheets.get": 1}
LATER = NOW + timedelta(hours=1)


def names(office, form_id="signoff"):
    """Return the first names that stand in the ledger."""
    return Counter(row[4] for state, row in office.rows(form_id).elements() if state == "standing")


@pytest.fixture
def linked(office):
    """A form with three answers, linked to a sheet and collected once."""
    form = office.sheet()
    for day, name in enumerate(("หนึ่ง", "สอง", "สาม"), start=3):
        form.submit(at(day), signoff(name, email=f"{day}@example.com"))
    office.collect()
    return form


def test_a_linked_sheet_goes_into_the_ledger_in_one_read(office, google):
    form = office.sheet()
    form.submit(at(3, 16, 39, 0.25), signoff("หนึ่ง"))
    form.submit(at(4), signoff("สอง"))
    collected = office.collect()
    state = state_of(collected)
    assert (state.state, state.rows, state.name, state.reason) == ("ok", 2, "คำตอบ (สมมติ)", "")
    assert google.reads() == ONE_READ
    assert collected.new_rows == 2
    times = sorted(row[0] for _, row in office.rows())
    assert times == ["2023-04-03 16:39:00.250", "2023-04-04 09:00:00"]


class TestReads:
    def test_two_forms_in_one_spreadsheet_are_one_read(self, office, google):
        book = Book()
        office.sheet("signoff", book).submit(at(3), signoff("หนึ่ง"))
        office.sheet("coi", book)
        assert {s.state for s in office.collect().sources[:2]} == {"ok"}
        assert google.reads() == ONE_READ

    def test_thirty_four_spreadsheets_are_thirty_four_reads(self, office, google):
        for number in range(34):
            office.sheet().submit(at(3, 9, number), signoff(f"คนที่{number}"))
        collected = office.collect()
        assert google.reads() == {"sheets.spreadsheets.get": 34}
        assert collected.new_rows == 34

    def test_no_minute_has_more_reads_than_google_allows(self, office, google):
        google._clock = office.time
        for _number in range(61):
            office.sheet()
        assert {s.state for s in office.collect().sources[:61]} == {"ok"}
        assert google.reads() == {"sheets.spreadsheets.get": 61}
        assert office.time.now == pytest.approx(60)


class TestWhichTab:
    def test_the_tab_is_found_by_its_headings_wherever_it_stands(self, office):
        book = Book(tabs=[Tab("สรุป", [["หน่วยงาน", "จำนวน"], ["สนจ.", 4]])])
        office.sheet(book=book).submit(at(3), signoff("หนึ่ง"))
        book.tabs.append(Tab("กราฟ"))
        assert office.collect().new_rows == 1

    @pytest.mark.parametrize("title", ["D3", "it's", "การตอบแบบฟอร์ม 2", "A1:B2", "'", "รวม!A1"])
    def test_a_tab_may_be_called_anything_and_renamed(self, office, title):
        form = office.sheet()
        form.submit(at(3), signoff("หนึ่ง"))
        office.collect()
        form.tab.title, form.book.title = title, "ชื่อใหม่"
        form.submit(at(4), signoff("สอง"))
        collected = office.collect(LATER)
        assert (collected.new_rows, state_of(collected).name) == (1, "ชื่อใหม่")
        assert office.states() == {"standing": 2}

    def test_a_tab_is_read_by_its_gid(self, office):
        form = office.sheet()
        office.sources.clear()
        office.read_sheet(form.book, gid=form.tab.gid)
        form.submit(at(3), signoff("หนึ่ง"))
        assert office.collect().new_rows == 1

    def test_a_gid_that_is_not_there_keeps_the_last_good_answers(self, office, linked):
        office.sources.clear()
        office.read_sheet(linked.book, gid=999_999)
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("refused", 4)
        assert "999999" in state.reason
        assert f"gid {linked.tab.gid}" in state.reason
        assert state.remedy
        assert office.states() == {"standing": 3}

    def test_the_gid_of_another_tab_is_refused(self, office, linked):
        other = Tab("สรุป", [["หน่วยงาน", "จำนวน"]])
        linked.book.tabs.append(other)
        office.sources.clear()
        office.read_sheet(linked.book, gid=other.gid)
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("refused", 4)
        assert "สรุป" in state.reason

    def test_a_sheet_without_the_form_says_what_tabs_it_has(self, office):
        book = Book(tabs=[Tab("สรุป", [["ก", "ข"]]), Tab("กราฟ")])
        office.google.put(book, shared_with=office.address)
        office.read_sheet(book)
        state = state_of(office.collect())
        assert (state.state, state.exit_code) == ("refused", 4)
        assert "“สรุป”" in state.reason
        assert "“กราฟ”" in state.reason

    def test_a_copy_of_the_same_name_is_not_taken_for_the_sheet(self, office, linked):
        copy = Book(title=linked.book.title, tabs=[Tab(linked.tab.title, linked.tab.rows[:2])])
        office.google.put(copy, shared_with=office.address)
        assert state_of(office.collect(LATER)).rows == 3

    def test_headings_below_a_title_are_found(self, office):
        form = office.sheet()
        form.submit(at(3), signoff("หนึ่ง"))
        form.tab.rows.insert(0, ["ห้ามแก้ไข"])
        assert office.collect().new_rows == 1


class TestChangedSheets:
    """A sheet that people sort, edit, cut and break between two refreshes."""

    def recorded(self, office, now=LATER, **options):
        """Return what one more collecting records and the state of the sheet."""
        before = office.states()
        collected = office.collect(now, **options)
        return collected, office.states() - before

    def test_sorted_rows_and_moved_columns_record_nothing(self, office, linked):
        header, *rows = linked.tab.rows
        linked.tab.rows[:] = [header, *reversed(rows)]
        for row in linked.tab.rows:
            row.insert(2, row.pop(5))
        collected, news = self.recorded(office)
        assert (collected.new_rows, news) == (0, Counter())
        assert state_of(collected).state == "ok"

    def test_an_inserted_column_is_told_and_nothing_else(self, office, linked):
        for row, cell in zip(linked.tab.rows, ("ตรวจแล้ว", "x", "", ""), strict=True):
            row.insert(3, cell)
        collected, news = self.recorded(office)
        assert any("ตรวจแล้ว" in remark for remark in collected.remarks)
        assert news == {"replaced": 1}  # the one row with an answer there now says more

    def test_an_answer_edited_in_the_form_replaces_the_former(self, office, linked):
        linked.edit(linked.responses[0], at(20), signoff("หนึ่ง", position="ครู"))
        collected, news = self.recorded(office)
        assert (collected.new_rows, news) == (0, {"replaced": 1})
        assert names(office) == {"หนึ่ง": 1, "สอง": 1, "สาม": 1}

    def test_a_cell_edited_by_hand_replaces_the_former(self, office, linked):
        linked.tab.rows[2][6] = "แก้ด้วยมือ"
        collected, news = self.recorded(office)
        assert (collected.new_rows, news) == (0, {"replaced": 1})

    def test_two_deleted_rows_still_count_and_are_told(self, office, linked):
        del linked.tab.rows[1:3]
        collected, _ = self.recorded(office)
        assert state_of(collected).state == "ok"
        assert [remark for remark in collected.remarks if "2" in remark]
        assert office.states() == {"standing": 1, "vanished": 2}

    def test_three_deleted_rows_wait_for_a_person(self, office, linked):
        linked.submit(at(10), signoff("มานี"))
        office.collect(LATER)
        del linked.tab.rows[1:4]
        collected, news = self.recorded(office)
        state = state_of(collected)
        assert (state.state, state.exit_code, news) == ("refused", 4, Counter())
        assert state.last_good == LATER
        accepted = office.collect(LATER, accept="ลบแถวทดสอบ")
        assert state_of(accepted).state == "ok"
        assert office.states() == {"standing": 1, "vanished": 3}

    @pytest.mark.parametrize("left", [0, 1], ids=["headings too", "answers only"])
    def test_a_blanked_tab_keeps_the_last_good_answers(self, office, linked, left):
        linked.tab.rows[left:] = [["" for _ in row] for row in linked.tab.rows[left:]]
        collected, news = self.recorded(office)
        state = state_of(collected)
        assert (state.state, state.exit_code, news) == ("refused", 4, Counter())
        assert state.reason
        assert state.remedy

    def test_a_blanked_tab_that_is_named_by_its_gid_says_so(self, office, linked):
        office.sources.clear()
        office.read_sheet(linked.book, gid=linked.tab.gid)
        linked.tab.rows.clear()
        assert "ว่างเปล่า" in state_of(office.collect(LATER)).reason

    def test_a_reworded_question_waits_for_its_alias_and_then_records_nothing(self, office, linked):
        linked.reword(linked.questions[5].id, "ตำแหน่งปัจจุบัน")
        linked.submit(at(21), signoff("มานี"))
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("refused", 4)
        assert "ไม่พบคอลัมน์ “ตำแหน่ง”" in state.reason
        assert "ตำแหน่งปัจจุบัน" in state.reason
        with_alias = office.campaign_with_alias("position", "ตำแหน่งปัจจุบัน")
        collected = office.collect(LATER, campaign=with_alias)
        assert (collected.new_rows, office.states()) == (1, {"standing": 4})

    def test_a_question_asked_twice_is_refused(self, office, linked):
        for row in linked.tab.rows:
            row.append(row[6])
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("refused", 4)

    def test_a_deleted_column_is_refused(self, office, linked):
        for row in linked.tab.rows:
            del row[6]
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("refused", 4)
        assert "“ตำแหน่ง”" in state.reason


class TestLinkedAnew:
    """A form unlinked and linked again writes all its answers into a new tab."""

    def test_both_tabs_are_read_and_nothing_is_double(self, office, linked):
        linked.link(linked.book, "การตอบแบบฟอร์ม 2")
        linked.submit(at(21), signoff("มานี"))
        collected = office.collect(LATER)
        assert (collected.new_rows, state_of(collected).state) == (1, "ok")
        assert office.states() == {"standing": 4}
        assert any("การตอบแบบฟอร์ม 2" in remark for remark in collected.remarks)

    def test_the_old_tab_may_go(self, office, linked):
        old = linked.tab
        linked.link(linked.book, "การตอบแบบฟอร์ม 2")
        linked.book.tabs.remove(old)
        collected = office.collect(LATER)
        assert (collected.new_rows, state_of(collected).state) == (0, "ok")
        assert office.states() == {"standing": 3}

    def test_a_new_tab_that_starts_empty_is_refused(self, office, linked):
        linked.responses.clear()
        linked.book.tabs.remove(linked.tab)
        linked.link(linked.book, "การตอบแบบฟอร์ม 2")
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("refused", 4)
        assert office.states() == {"standing": 3}

    def test_a_tab_that_nobody_reads_but_the_form_fills_is_a_fault(self, office, linked):
        old = linked.tab
        office.sources.clear()
        office.read_sheet(linked.book, gid=old.gid)
        new = linked.link(linked.book, "การตอบแบบฟอร์ม 2")
        assert state_of(office.collect(LATER)).state == "ok"
        linked.submit(at(21), signoff("มานี"))
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("refused", 4)
        assert "การตอบแบบฟอร์ม 2" in state.reason
        office.sources.clear()
        office.read_sheet(linked.book, gid=(old.gid, new.gid))
        assert (office.collect(LATER).new_rows, office.states()) == (1, {"standing": 4})

    def test_a_tab_may_be_left_aside_for_good(self, office, linked):
        office.sources.clear()
        office.read_sheet(linked.book, gid=linked.tab.gid)
        changed = [["แก้แล้ว" if i == 6 else c for i, c in enumerate(r)] for r in linked.tab.rows]
        changed[0] = linked.tab.rows[0]
        linked.book.tabs.append(Tab("สำเนาไว้แก้ไข", changed))
        assert state_of(office.collect(LATER)).state == "refused"
        assert state_of(office.collect(LATER, accept="แท็บนี้ไว้ทำงาน")).state == "ok"
        assert state_of(office.collect(LATER)).state == "ok"
        assert office.states() == {"standing": 3}


class TestCells:
    def test_what_a_sheet_makes_of_answers_comes_as_text(self, office):
        form = office.sheet()
        form.submit(at(3), signoff("หนึ่ง"))
        cells = ["0812345678", 812345678, "1,2,3", "๑๒", "8085807e40000000", True, 0.5, 7.0, 1e21]
        form.tab.rows[1][6:6] = [*cells, WrongCell("REF"), WrongCell("N_A"), WrongCell("LOADING")]
        form.tab.rows[0][6:6] = [""] * 12
        office.collect()
        ((_, row),) = office.rows()
        assert row[6:18] == (
            "0812345678", "812345678", "1,2,3", "๑๒", "8085807e40000000", "TRUE", "0.5", "7",
            "1e+21", "#REF!", "#N/A", "#ERROR!",
        )  # fmt: skip

    def test_rows_are_ragged_and_keep_their_place(self, office):
        form = office.sheet()
        for day in (3, 4):
            form.submit(at(day), signoff("หนึ่ง", confirm=""))
        form.tab.rows.insert(2, [])
        form.tab.rows += [[], [""] * 12, []]
        state = state_of(office.collect())
        assert (state.rows, state.blank_rows) == (2, 1)
        assert {len(row) for _, row in office.rows()} == {11}

    def test_blank_and_double_headings_do_no_harm(self, office):
        form = office.sheet()
        form.submit(at(3), signoff("หนึ่ง"))
        for row in form.tab.rows:
            row[2:2] = ["", ""]
            row.append(row[3])
        assert office.collect().new_rows == 1


class TestTimeZones:
    def test_times_are_in_the_zone_of_the_sheet(self, office):
        form = office.sheet(book=Book(time_zone="America/Los_Angeles"))
        form.submit(at(3, 16, 39), signoff("หนึ่ง"))
        office.collect()
        ((_, row),) = office.rows()
        assert row[0] == "2023-04-03 02:39:00"
        (moment,) = office.tidy().signoffs["submitted_at"]
        assert moment.isoformat() == "2023-04-03T16:39:00+07:00"

    def test_a_zone_set_anew_changes_no_row_that_is_known(self, office):
        form = office.sheet(book=Book(time_zone="America/Los_Angeles"))
        form.submit(at(3, 16, 39), signoff("หนึ่ง"))
        office.collect()
        form.book.time_zone = "Asia/Bangkok"
        form.submit(at(4, 10), signoff("สอง"))
        assert office.collect(LATER).new_rows == 1
        assert office.states() == {"standing": 2}
        moments = sorted(office.tidy().signoffs["submitted_at"])
        assert [m.isoformat() for m in moments] == [
            "2023-04-03T16:39:00+07:00",
            "2023-04-04T10:00:00+07:00",
        ]

    @pytest.mark.parametrize("zone", ["GMT+07:00", "Asia/Saigon"])
    def test_a_zone_of_the_same_hour_by_another_name_is_the_same_time(self, office, zone):
        form = office.sheet()
        form.submit(at(3, 16, 39), signoff("หนึ่ง"))
        form.book.time_zone = zone
        office.collect()
        (moment,) = office.tidy().signoffs["submitted_at"]
        assert moment.isoformat() == "2023-04-03T16:39:00+07:00"

    def test_a_time_typed_by_hand_is_read_as_it_was_typed(self, office):
        form = office.sheet()
        form.submit(at(3), signoff("หนึ่ง"))
        form.submit(at(4), signoff("สอง"))
        form.submit(at(5), signoff("สาม"))
        form.tab.rows[2][0] = "๔ เม.ย. ๒๕๖๖"
        form.tab.rows[3][0] = ""
        office.collect()
        responses = office.tidy()
        assert [m.day for m in responses.signoffs["submitted_at"]] == [3, 4]
        assert responses.set_aside["reason_id"].to_list() == ["no_time"]


@pytest.mark.usefixtures("many")
class TestUnchanged:
    """With leave to ask Drive, a sheet that nobody has touched is not read."""

    @pytest.fixture
    def many(self, office):
        office.settings = office.settings.model_copy(update={"drive": True})
        forms = [office.sheet() for _number in range(4)]
        for form in forms:
            form.submit(at(3), signoff("หนึ่ง"))
        office.collect()
        office.google.asked.clear()
        return forms

    def test_one_question_tells_that_nothing_has_changed(self, office, google):
        collected = office.collect(LATER)
        assert google.reads() == {"drive.files.list": 1}
        assert {(s.state, s.rows, s.last_good) for s in collected.sources[:4]} == {("ok", 1, LATER)}

    def test_only_what_was_changed_is_read(self, office, google, many):
        many[2].submit(at(4), signoff("สอง"))
        assert office.collect(LATER).new_rows == 1
        assert google.reads() == {"drive.files.list": 1, "sheets.spreadsheets.get": 1}

    @pytest.mark.parametrize(("age", "reads"), [(A_DAY - timedelta(seconds=1), 0), (A_DAY, 4)])
    def test_once_a_day_everything_is_read(self, office, google, age, reads):
        office.collect(NOW + age)
        assert google.reads()["sheets.spreadsheets.get"] == reads

    def test_a_clock_that_went_back_reads_everything(self, office, google):
        office.collect(NOW - timedelta(seconds=1))
        assert google.reads()["sheets.spreadsheets.get"] == 4

    def test_other_settings_read_everything(self, office, google):
        office.sources = [s.model_copy(update={"date_order": "mdy"}) for s in office.sources]
        office.collect(LATER)
        assert google.reads()["sheets.spreadsheets.get"] == 4

    def test_a_ledger_put_back_from_before_reads_everything(self, office, google):
        (office.folder / "ledger.sqlite").unlink()
        assert office.collect(LATER).new_rows == 4
        assert google.reads()["sheets.spreadsheets.get"] == 4

    def test_what_was_refused_is_read_again(self, office, google, many):
        many[0].tab.rows.clear()
        many[0].book.touch()
        for _again in range(2):
            google.asked.clear()
            assert state_of(office.collect(LATER)).state == "refused"
            assert google.reads()["sheets.spreadsheets.get"] == 1

    @pytest.mark.parametrize("trouble", ["disabled", "down"])
    def test_without_drive_all_sheets_are_read_and_it_is_told(self, office, google, trouble):
        if trouble == "disabled":
            google.enabled.discard("drive")
        else:
            google.fail("/drive/v3/files", google_fault(), for_ever=True)
        collected = office.collect(LATER)
        assert {s.state for s in collected.sources[:4]} == {"ok"}
        assert google.reads()["sheets.spreadsheets.get"] == 4
        assert len([r for r in collected.remarks if "Google Drive" in r]) == 1

    def test_a_sheet_in_the_bin_is_told(self, office, many):
        many[0].book.in_bin = True
        state = state_of(office.collect(LATER))
        assert (state.state, state.exit_code) == ("failed", 77)
        assert "ถังขยะ" in state.reason

    def test_a_sheet_that_drive_does_not_list_is_read(self, office, google):
        google.fail("/drive/v3/files", empty_list())
        office.collect(LATER)
        assert google.reads()["sheets.spreadsheets.get"] == 4

    def test_a_damaged_memory_costs_a_reading_and_no_more(self, office, google):
        (office.folder / ".google.json").write_text('{"signoff x": {"rows": 1}}')
        assert office.collect(LATER).new_rows == 0
        assert google.reads()["sheets.spreadsheets.get"] == 4


def google_fault():
    return Answer(503, {"error": {"code": 503, "message": "down", "status": "UNAVAILABLE"}})


def empty_list():
    return Answer(200, {"files": []})
