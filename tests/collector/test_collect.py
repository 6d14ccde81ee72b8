"""Collecting from real files into a real ledger: what passes, what is kept out, what is told."""

import csv

import pytest
from builders import coi_form, coi_row, headings, signoff_form, signoff_row, tiny_campaign
from readings import LATER, NOON

from collector.collect import collect
from collector.ledger import Ledger
from collector.sources import SOURCES
from collector.sources.inbox import open_inbox
from config.campaign import Source
from config.errors import TryLaterError

SIGNOFF, COI = signoff_form(), coi_form()
CAMPAIGN = tiny_campaign()
NO_POSITION = tuple(text for text in headings(SIGNOFF) if text != "ตำแหน่ง")
AGENCY = "สำนักงานจังหวัดเชียงราย"


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


@pytest.fixture
def drop(tmp_path):
    """Return a function that puts a file into the inbox."""

    def dropped(form, name, header, *rows):
        folder = tmp_path / "inbox" / form
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])

    return dropped


def signoffs(*names):
    return [signoff_row(name, "1/4/2023, 9:00:00") for name in names]


def run(ledger, tmp_path, campaign=CAMPAIGN, now=NOON, **options):
    return collect(campaign, tmp_path, ledger, now=now, **options)


def states(collected):
    return {source.form: source.state for source in collected.sources}


def rows(ledger, form="signoff"):
    return [row for table in ledger.answers(form) for row in table.rows]


def test_every_source_goes_into_the_ledger(ledger, tmp_path, drop):
    drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง", "สอง"))
    drop("coi", "b.csv", headings(COI), coi_row(AGENCY, "1/4/2023, 9:00:00"))
    collected = run(ledger, tmp_path)
    assert states(collected) == {"signoff": "ok", "coi": "ok"}
    assert [(s.files, s.rows, s.last_good, s.reason) for s in collected.sources] == [
        (1, 2, NOON, ""),
        (1, 1, NOON, ""),
    ]
    assert collected.new_rows == 3
    assert (collected.remarks, collected.refused_files) == ((), ())
    assert rows(ledger) == signoffs("หนึ่ง", "สอง")
    assert rows(ledger, "coi") == [coi_row(AGENCY, "1/4/2023, 9:00:00")]


def test_an_empty_inbox_is_no_fault(ledger, tmp_path):
    collected = run(ledger, tmp_path)
    assert states(collected) == {"signoff": "empty", "coi": "empty"}
    assert [source.last_good for source in collected.sources] == [None, None]
    assert ledger.last_refresh_at() is None


def test_the_same_inbox_again_writes_nothing(ledger, tmp_path, drop):
    drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง"))
    run(ledger, tmp_path)
    head = ledger.head()
    again = run(ledger, tmp_path, now=LATER)
    assert (again.new_rows, ledger.head()) == (0, head)
    assert again.sources[0].last_good == LATER


def test_another_forms_file_is_set_aside_whole_and_the_rest_counts(ledger, tmp_path, drop):
    drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง"))
    drop("signoff", "b.csv", headings(COI), coi_row(AGENCY, "1/4/2023, 9:00:00"))
    collected = run(ledger, tmp_path)
    assert states(collected)["signoff"] == "ok"
    assert [file.origin for file in collected.refused_files] == ["b.csv"]
    assert rows(ledger) == signoffs("หนึ่ง")


def test_what_lies_in_no_forms_folder_is_told(ledger, tmp_path, drop):
    drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง"))
    inbox = tmp_path / "inbox"
    (inbox / "b.csv").write_bytes((inbox / "signoff" / "a.csv").read_bytes())
    (inbox / "ลงนาม").mkdir()
    (inbox / "README-signoff.txt").write_text("อ่านก่อน", encoding="utf-8")
    first, second = run(ledger, tmp_path).remarks
    assert first.startswith("inbox/b.csv ")
    assert second.startswith("inbox/ลงนาม ")
    assert "inbox/signoff, inbox/coi" in first
    assert len(rows(ledger)) == 1


def test_a_file_that_cannot_be_read_is_set_aside_whole(ledger, tmp_path, drop):
    drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง"))
    (tmp_path / "inbox" / "signoff" / "b.csv").write_bytes(b"%PDF-1.7 nothing of ours")
    collected = run(ledger, tmp_path)
    assert states(collected)["signoff"] == "ok"
    assert [file.origin for file in collected.refused_files] == ["b.csv"]


def test_a_missing_question_keeps_the_forms_news_out_and_the_others_in(ledger, tmp_path, drop):
    drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง"))
    run(ledger, tmp_path)
    drop("signoff", "b.csv", headings(SIGNOFF), *signoffs("สอง"))
    drop("signoff", "c.csv", NO_POSITION, signoffs("สาม")[0][1:])
    drop("coi", "d.csv", headings(COI), coi_row(AGENCY, "1/4/2023, 9:00:00"))
    collected = run(ledger, tmp_path, now=LATER)
    assert states(collected) == {"signoff": "refused", "coi": "ok"}
    refused = collected.sources[0]
    assert refused.last_good == NOON
    assert "c.csv" in refused.reason
    assert "“ตำแหน่ง”" in refused.reason
    assert refused.remedy
    assert rows(ledger) == signoffs("หนึ่ง")
    assert len(rows(ledger, "coi")) == 1


def test_a_decision_lets_the_form_in_and_holds_from_then_on(ledger, tmp_path, drop):
    drop("signoff", "c.csv", NO_POSITION, ("1/4/2023, 9:00:00", AGENCY))
    assert states(run(ledger, tmp_path))["signoff"] == "refused"
    accepted = run(ledger, tmp_path, accept="แบบปีก่อนไม่มีคำถามตำแหน่ง")
    assert states(accepted)["signoff"] == "ok"
    assert accepted.new_rows == 1
    assert any("ตำแหน่ง" in remark for remark in accepted.remarks)
    head = ledger.head()
    later = run(ledger, tmp_path, now=LATER)
    assert states(later)["signoff"] == "ok"
    assert any("ตำแหน่ง" in remark for remark in later.remarks)
    assert ledger.head() == head
    assert ledger.last_refresh_at() == NOON


def test_a_decision_about_one_header_lets_no_other_in(ledger, tmp_path, drop):
    drop("signoff", "c.csv", NO_POSITION, ("1/4/2023, 9:00:00", AGENCY))
    run(ledger, tmp_path, accept="แบบปีก่อน")
    no_confirmation = headings(SIGNOFF)[:-1]
    drop("signoff", "d.csv", no_confirmation, ("1/4/2023, 9:00:00", AGENCY))
    assert states(run(ledger, tmp_path, now=LATER))["signoff"] == "refused"


def test_a_reason_with_nothing_to_decide_records_no_decision(ledger, tmp_path, drop):
    drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง"))
    run(ledger, tmp_path)
    run(ledger, tmp_path, now=LATER, accept="เผื่อไว้")
    assert ledger.last_refresh_at() == NOON


def test_an_alias_taken_away_refuses_the_form_whose_rows_need_it(ledger, tmp_path, drop):
    aliased = tuple("หน่วยงาน" if i == 1 else text for i, text in enumerate(headings(SIGNOFF)))
    drop("signoff", "a.csv", aliased, *signoffs("หนึ่ง"))
    assert states(run(ledger, tmp_path))["signoff"] == "ok"
    (tmp_path / "inbox" / "signoff" / "a.csv").unlink()
    questions = tuple(q.model_copy(update={"aliases": ()}) for q in SIGNOFF.questions)
    forgetful = tiny_campaign(forms=(SIGNOFF.model_copy(update={"questions": questions}), COI))
    collected = run(ledger, tmp_path, campaign=forgetful, now=LATER)
    assert states(collected)["signoff"] == "refused"
    assert "‘หน่วยงาน’" in collected.sources[0].reason


class TestFailingSources:
    """One source that cannot be read; the other is the inbox as it stands."""

    @pytest.fixture
    def collect_while(self, ledger, tmp_path, drop, monkeypatch):
        drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง"))
        run(ledger, tmp_path)
        drop("coi", "b.csv", headings(COI), coi_row(AGENCY, "1/4/2023, 9:00:00"))

        def collected(failure):
            def opened(errand):
                def fetch(source):
                    if source.form == "signoff":
                        raise failure
                    return open_inbox(errand)(source)

                return fetch

            monkeypatch.setitem(SOURCES, "inbox", opened)
            return run(ledger, tmp_path, now=LATER)

        return collected

    def test_the_others_are_collected(self, ledger, collect_while):
        failure = TryLaterError("no answer", place="sheet 1", remedy="wait")
        collected = collect_while(failure)
        assert states(collected) == {"signoff": "failed", "coi": "ok"}
        failed = collected.sources[0]
        assert (failed.reason, failed.remedy) == ("sheet 1: no answer", "wait")
        assert failed.last_good == NOON
        assert (len(rows(ledger)), len(rows(ledger, "coi"))) == (1, 1)

    def test_what_the_system_forbids_is_told_with_a_remedy(self, collect_while):
        failed = collect_while(PermissionError(13, "Permission denied", "inbox/signoff")).sources[0]
        assert failed.state == "failed"
        assert failed.reason.startswith("inbox/signoff: ")
        assert failed.remedy


class TestLiveSheets:
    """A live sheet is any source but the inbox; here the inbox's files stand in for its rows."""

    @pytest.fixture(autouse=True)
    def live(self, monkeypatch):
        monkeypatch.setitem(SOURCES, "sheet", open_inbox)

    CAMPAIGN = tiny_campaign(
        sources=(Source.model_construct(form="signoff", kind="sheet"), Source(form="coi"))
    )

    def read(self, ledger, tmp_path, drop, rows, **options):
        drop("signoff", "sheet.csv", headings(SIGNOFF), *rows)
        return run(ledger, tmp_path, campaign=self.CAMPAIGN, **options)

    def test_an_emptied_sheet_keeps_the_last_good_answers(self, ledger, tmp_path, drop):
        self.read(ledger, tmp_path, drop, signoffs("หนึ่ง", "สอง"))
        collected = self.read(ledger, tmp_path, drop, [], now=LATER)
        assert states(collected)["signoff"] == "refused"
        assert ledger.answers("signoff")[0].states == ["standing", "standing"]

    def test_a_sheet_that_lost_its_header_is_refused_too(self, ledger, tmp_path, drop):
        self.read(ledger, tmp_path, drop, signoffs("หนึ่ง", "สอง"))
        (tmp_path / "inbox" / "signoff" / "sheet.csv").unlink()
        assert states(run(ledger, tmp_path, campaign=self.CAMPAIGN))["signoff"] == "refused"

    def test_two_deleted_rows_are_told_and_still_stored(self, ledger, tmp_path, drop):
        self.read(ledger, tmp_path, drop, signoffs("หนึ่ง", "สอง", "สาม"))
        collected = self.read(ledger, tmp_path, drop, signoffs("สอง"), now=LATER)
        assert states(collected)["signoff"] == "ok"
        assert len(collected.remarks) == 1
        assert sorted(ledger.answers("signoff")[0].states) == ["standing", "vanished", "vanished"]

    def test_three_deleted_rows_wait_for_a_person(self, ledger, tmp_path, drop):
        self.read(ledger, tmp_path, drop, signoffs("หนึ่ง", "สอง", "สาม", "สี่"))
        assert states(self.read(ledger, tmp_path, drop, signoffs("สอง")))["signoff"] == "refused"
        accepted = self.read(ledger, tmp_path, drop, signoffs("สอง"), accept="ลบรายการทดสอบ")
        assert states(accepted)["signoff"] == "ok"
        assert ledger.answers("signoff")[0].states.count("vanished") == 3
        assert states(self.read(ledger, tmp_path, drop, signoffs("สอง")))["signoff"] == "ok"

    def test_a_sorted_sheet_records_nothing(self, ledger, tmp_path, drop):
        self.read(ledger, tmp_path, drop, signoffs("หนึ่ง", "สอง"))
        head = ledger.head()
        self.read(ledger, tmp_path, drop, signoffs("สอง", "หนึ่ง"), now=LATER)
        assert ledger.head() == head


def test_a_new_column_in_the_middle_is_told_and_read_on(ledger, tmp_path, drop):
    header, row = headings(SIGNOFF), signoffs("หนึ่ง")[0]
    drop("signoff", "a.csv", (*header[:3], "สีที่ชอบ", *header[3:]), (*row[:3], "แดง", *row[3:]))
    collected = run(ledger, tmp_path)
    assert states(collected)["signoff"] == "ok"
    assert [remark for remark in collected.remarks if "สีที่ชอบ" in remark]
    assert len(rows(ledger)) == 1


def test_a_clock_that_went_back_is_told_and_the_order_of_recording_kept(ledger, tmp_path, drop):
    drop("signoff", "a.csv", headings(SIGNOFF), *signoffs("หนึ่ง"))
    run(ledger, tmp_path, now=LATER)
    drop("signoff", "b.csv", headings(SIGNOFF), *signoffs("สอง"))
    collected = run(ledger, tmp_path, now=NOON)
    assert len(collected.remarks) == 1
    assert [c.event.seq for c in ledger.chained_events()] == [1, 2]
    assert rows(ledger) == signoffs("หนึ่ง", "สอง")


def test_progress_names_each_form_before_it_is_read(ledger, tmp_path):
    told = []
    run(ledger, tmp_path, progress=told.append)
    assert told == [SIGNOFF.title, COI.title]
