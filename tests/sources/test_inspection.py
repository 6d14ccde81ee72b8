"""``rapsap check`` for Google: each thing that stands in the way, its remedy, nothing changed."""

from __future__ import annotations

import pytest
from linked import NOW, at, google_form, signoff
from loopback import Answer, Book, Tab

from collector.google.inspection import address_to_share_with, inspect_google
from config.messages import speak


@pytest.fixture(autouse=True)
def in_thai():
    speak("th")


def found(office, campaign=None):
    """Return what is found: place, fault, remedy and code."""
    chosen = campaign or office.campaign
    return [
        (f.place, f.fault, f.remedy, int(f.code))
        for f in inspect_google(chosen, office.folder, NOW, office.patience())
    ]


def only(office):
    """Return the one finding that there is."""
    (finding,) = found(office)
    assert all(finding[1:3])
    return finding


@pytest.fixture
def sheet(office):
    form = office.sheet()
    form.submit(at(3), signoff("หนึ่ง"))
    return form


def test_nothing_stands_in_the_way_and_nothing_is_changed(office, sheet):
    office.read_form(sheet)
    assert found(office) == []
    assert {path.name for path in office.folder.iterdir()} == {"key.json"}


def test_the_account_to_share_with_is_told(office):
    assert address_to_share_with(office.campaign, office.folder) == office.address
    (office.folder / "key.json").unlink()
    assert address_to_share_with(office.campaign, office.folder) == ""


@pytest.mark.usefixtures("sheet")
class TestTheKey:
    def test_its_faults_end_the_examination(self, office, google):
        office.sheet()
        office.write_key(office.key, mode=0o644)
        place, fault, remedy, code = only(office)
        assert place == str(office.folder / "key.json")
        assert "ผู้อื่น" in fault
        assert "chmod 600" in remedy
        assert code == 77
        assert google.asked == []

    def test_a_revoked_one_is_told_once_for_all_sheets(self, office, google):
        office.sheet()
        google.accounts[office.address].public_keys.clear()
        _, fault, remedy, code = only(office)
        assert "ถูกเพิกถอน" in fault
        assert "สร้างกุญแจ" in remedy
        assert code == 77
        assert len(google.asked) == 1

    def test_a_wrong_clock(self, office, google):
        google.clock_ahead = 7200
        _, fault, remedy, code = only(office)
        assert "นาฬิกา" in fault
        assert "เวลา" in remedy
        assert code == 77


class TestTheSheet:
    def test_not_shared(self, office, sheet):
        sheet.book.shared_with.clear()
        place, _, remedy, code = only(office)
        assert sheet.book.id in place
        assert office.address in remedy
        assert code == 77

    def test_every_sheet_is_told(self, office, sheet):
        sheet.book.shared_with.clear()
        office.sheet().book.is_excel = True
        assert [code for *_, code in found(office)] == [77, 2]

    @pytest.mark.usefixtures("sheet")
    def test_the_api_is_not_enabled(self, office, google):
        google.enabled.discard("sheets")
        _, _, remedy, code = only(office)
        assert "https://console.developers.google.com" in remedy
        assert code == 77

    def test_the_tab_is_not_there(self, office, sheet):
        office.sources.clear()
        office.read_sheet(sheet.book, gid=777)
        _, fault, _, code = only(office)
        assert "777" in fault
        assert code == 4

    def test_the_headings_differ_from_the_campaigns(self, office, sheet):
        sheet.reword(sheet.questions[5].id, "ตำแหน่งปัจจุบัน")
        missing, unknown = found(office)
        assert "“ตำแหน่ง”" in missing[1]
        assert "aliases" in missing[2]
        assert "“ตำแหน่งปัจจุบัน”" in unknown[1]
        assert (missing[3], unknown[3]) == (4, 0)

    def test_the_form_fills_another_tab(self, office, sheet):
        office.sources.clear()
        office.read_sheet(sheet.book, gid=sheet.tab.gid)
        sheet.link(sheet.book, "การตอบแบบฟอร์ม 2")
        sheet.submit(at(4), signoff("สอง"))
        _, fault, _, code = only(office)
        assert "การตอบแบบฟอร์ม 2" in fault
        assert code == 4

    def test_another_time_zone_is_to_be_confirmed(self, office, sheet):
        sheet.book.time_zone = "America/Los_Angeles"
        _, fault, _, code = only(office)
        assert "America/Los_Angeles" in fault
        assert code == 0


class TestTheForm:
    @pytest.fixture
    def form(self, office):
        form = google_form()
        office.read_form(form)
        return form

    @pytest.mark.parametrize(("accepting", "told"), [(True, 0), (None, 0), (False, 1)])
    def test_whether_it_takes_answers(self, office, form, accepting, told):
        form.accepting = accepting
        findings = found(office)
        assert len([f for f in findings if "รับคำตอบ" in f[1]]) == len(findings) == told

    def test_not_shared(self, office, form):
        form.shared_with.clear()
        place, _, remedy, code = only(office)
        assert form.id in place
        assert office.address in remedy
        assert code == 77

    def test_a_question_is_missing(self, office, form):
        form.delete(form.questions[5].id)
        _, fault, _, code = only(office)
        assert "“ตำแหน่ง”" in fault
        assert code == 4

    @pytest.mark.usefixtures("form")
    def test_it_writes_into_another_sheet(self, office):
        office.sheet().submit(at(3), signoff("หนึ่ง"))
        assert "ชีตอื่น" in only(office)[1]


@pytest.mark.usefixtures("sheet")
class TestDrive:
    @pytest.fixture(autouse=True)
    def drive(self, office):
        office.settings = office.settings.model_copy(update={"drive": True})

    def test_all_is_well(self, office):
        assert found(office) == []

    def test_without_it_a_refresh_still_works(self, office, google):
        google.enabled.discard("drive")
        _, fault, remedy, code = only(office)
        assert "ยังไม่ได้เปิดใช้" in fault
        assert remedy
        assert code == 0

    def test_a_sheet_lies_in_the_bin(self, office, sheet):
        sheet.book.in_bin = True
        _, fault, _, code = only(office)
        assert "ถังขยะ" in fault
        assert code == 77


@pytest.mark.usefixtures("sheet")
def test_a_page_of_the_network_answers(office, google):
    google.fail("googleapis", Answer(200, b"<html>", {"Content-Type": "text/html"}), for_ever=True)
    _, fault, _, code = only(office)
    assert "เครือข่าย" in fault
    assert code == 75


def test_a_sheet_without_the_form(office, google):
    book = Book(tabs=[Tab("สรุป", [["ก"]])])
    google.put(book, shared_with=office.address)
    office.read_sheet(book)
    _, fault, _, code = only(office)
    assert "“สรุป”" in fault
    assert code == 4
