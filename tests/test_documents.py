"""Documents in a refresh: what the office edits is heeded, what it breaks costs nothing else."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from small_campaign import AGENCY, drop_signoffs, keep_agencies, shorten_texts

from config.errors import ExitCode
from config.new import new_campaign
from rapsap.__main__ import main
from rapsap.documenting import Official, held_open
from rapsap.refreshing import out_of, refresh
from report.document import Document
from report.documents.blocks import Figure
from report.documents.formats import FORMATS
from report.documents.pdf import as_pdf
from report.word_files import remember, spare_edited

NOW = datetime(2023, 4, 20, 3, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
DOCUMENTS = "internal/documents"
WORD = f"{DOCUMENTS}/memo.docx"
DATED = f"{DOCUMENTS}/2566-04-03/memo.docx"
PAGE = f"{DOCUMENTS}/memo.html"
EDITED = b"as the office has it"


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("documents") / "campaign"
    new_campaign(folder)
    keep_agencies(folder, AGENCY)
    shorten_texts(folder, but=("memo.md", "memo-start.md"))
    drop_signoffs(folder, "a.csv", ("สมมติ", "3/4/2023, 9:00:00"))
    refresh(folder, now=NOW)
    return folder


@pytest.fixture
def campaign(refreshed, tmp_path):
    return shutil.copytree(refreshed, tmp_path / "campaign")


def published(folder, name):
    return (out_of(folder) / name).read_bytes()


def edit(folder, old, new, text="memo.md"):
    path = folder / "texts" / text
    written = path.read_text("utf-8")
    assert old in written
    path.write_text(written.replace(old, new, 1), encoding="utf-8")


def type_into(folder, *names):
    for name in names:
        (out_of(folder) / name).write_bytes(EDITED)


def another_day(folder):
    drop_signoffs(folder, "b.csv", ("สมศรี", "5/4/2023, 9:00:00"))


def test_each_document_is_there_as_word_and_as_a_page_the_word_file_also_under_its_day(campaign):
    for name in ("memo", "memo-start"):
        word = published(campaign, f"{DOCUMENTS}/{name}.docx")
        assert word.startswith(b"PK")
        assert published(campaign, f"{DOCUMENTS}/2566-04-03/{name}.docx") == word
        assert '<main class="memo">' in published(campaign, f"{DOCUMENTS}/{name}.html").decode()


def test_an_edited_paragraph_is_news_and_is_printed(campaign):
    edit(campaign, "# ๓. ข้อพิจารณา", "สมมติว่าเพิ่มย่อหน้า\n\n# ๓. ข้อพิจารณา")
    outcome = refresh(campaign, now=LATER)
    assert outcome.summary is not None
    assert outcome.exit_code == ExitCode.OK
    assert "สมมติ" in published(campaign, PAGE).decode()
    assert refresh(campaign, now=LATER).summary is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ ปีงบประมาณ }}", "{{ ปีงบประมา }}", "ไม่มีค่าชื่อ «ปีงบประมา»"),
        ("ลงนาม: chief", "ลงนาม: cheif", "ไม่มีผู้ลงนามรหัส «cheif»"),
    ],
)
def test_a_broken_text_costs_its_own_document_only(campaign, old, new, said, capsys):
    before = {name: published(campaign, name) for name in (WORD, DATED, PAGE)}
    edit(campaign, old, new)
    another_day(campaign)
    assert main(["refresh", str(campaign)]) == ExitCode.CAMPAIGN
    shown = capsys.readouterr().err
    assert said in shown
    assert "texts/memo.md บรรทัด" in shown
    assert {name: published(campaign, name) for name in before} == before
    figures = json.loads(published(campaign, "public/data/summary.json"))
    assert figures["rows"]["accepted"] == 2
    assert (out_of(campaign) / DOCUMENTS / "2566-04-05" / "memo-start.docx").is_file()
    assert main(["refresh", str(campaign)]) == ExitCode.CAMPAIGN  # nothing new, and still broken
    assert said in capsys.readouterr().err
    assert main(["check", str(campaign)]) == ExitCode.CAMPAIGN
    assert said in capsys.readouterr().out
    edit(campaign, new, old)
    assert main(["refresh", str(campaign)]) == ExitCode.OK
    assert published(campaign, DATED) == before[DATED]


def test_a_document_that_our_typesetting_breaks_down_over_costs_itself_only(
    campaign, monkeypatch, capsys
):
    def as_pdf_of_a_broken_memo(text, names):
        no_picture = Figure(b"no picture", "ภาพ")
        broken = replace(text, blocks=(no_picture,)) if text.name == "memo" else text
        return as_pdf(broken, names=names)

    before = {name: published(campaign, name) for name in (WORD, DATED, PAGE)}
    monkeypatch.setitem(FORMATS, "pdf", as_pdf_of_a_broken_memo)
    another_day(campaign)
    assert main(["refresh", str(campaign)]) == ExitCode.DEFECT
    shown = capsys.readouterr().err
    assert "documents/memo: โปรแกรม rapsap ทำงานผิดพลาด (TypstError)" in shown
    assert "เอกสารนี้ยังเป็นฉบับเดิม" in shown
    assert {name: published(campaign, name) for name in before} == before
    figures = json.loads(published(campaign, "public/data/summary.json"))
    assert figures["rows"]["accepted"] == 2
    assert (out_of(campaign) / DOCUMENTS / "2566-04-05" / "memo-start.docx").is_file()
    office = published(campaign, "internal/index.html").decode()
    assert "documents/memo: " in office
    assert "(TypstError)" in office
    assert main(["refresh", str(campaign)]) == ExitCode.DEFECT  # nothing new, and still broken


def test_a_missing_text_is_said_and_the_others_are_made(campaign):
    (campaign / "texts" / "memo.md").unlink()
    outcome = refresh(campaign, now=LATER)
    assert outcome.exit_code == ExitCode.CAMPAIGN
    [fault] = outcome.run["texts"]
    assert fault["place"] == "texts/memo.md"
    assert "ไม่พบข้อความนี้" in fault["fault"]
    assert "rapsap new" in fault["remedy"]


def test_a_word_file_that_was_edited_is_never_overwritten(campaign):
    type_into(campaign, WORD)
    assert refresh(campaign, now=LATER).summary is None
    another_day(campaign)
    outcome = refresh(campaign, now=LATER)
    assert published(campaign, WORD) == EDITED
    assert published(campaign, f"{DOCUMENTS}/2566-04-05/memo.docx").startswith(b"PK")
    assert any("documents/memo.docx" in remark for remark in outcome.run["remarks"])
    assert refresh(campaign, now=LATER).summary is None
    edit(campaign, "# ๓. ข้อพิจารณา", "# ๓. ข้อพิจารณาใหม่")
    refresh(campaign, now=LATER)
    assert published(campaign, WORD) == EDITED


@pytest.mark.slow
def test_one_that_was_not_edited_is_written_anew(campaign):
    before = published(campaign, WORD)
    another_day(campaign)
    assert not any("docx" in remark for remark in refresh(campaign, now=LATER).run["remarks"])
    assert published(campaign, WORD) != before


@pytest.mark.slow
def test_word_files_of_former_days_stay_edited_or_not(campaign):
    before = published(campaign, f"{DOCUMENTS}/2566-04-03/memo-start.docx")
    type_into(campaign, DATED)
    another_day(campaign)
    refresh(campaign, now=LATER)
    edit(campaign, "# ๓. ข้อพิจารณา", "# ๓. ข้อพิจารณาใหม่")
    refresh(campaign, now=LATER)
    assert published(campaign, DATED) == EDITED
    assert published(campaign, f"{DOCUMENTS}/2566-04-03/memo-start.docx") == before


@pytest.mark.slow
def test_an_edited_file_of_a_day_that_comes_back_stays(campaign):
    type_into(campaign, DATED)
    another_day(campaign)
    refresh(campaign, now=LATER)
    (campaign / "inbox" / "signoff" / "b.csv").unlink()
    (campaign / "ledger.sqlite").unlink()
    refresh(campaign, now=LATER)
    assert published(campaign, DATED) == EDITED


@pytest.mark.slow
def test_an_edited_file_that_is_moved_away_is_written_anew(campaign):
    type_into(campaign, WORD)
    (out_of(campaign) / WORD).unlink()
    assert refresh(campaign, now=LATER).summary is not None
    assert published(campaign, WORD).startswith(b"PK")


def test_a_killed_run_leaves_no_file_of_ours_that_looks_edited(campaign):
    to_come = Document(WORD, b"to come", "internal")
    remember(spare_edited([to_come], out_of(campaign)).digests, out_of(campaign))
    later = Document(WORD, b"later still", "internal")
    assert spare_edited([later], out_of(campaign)).edited == ()
    (out_of(campaign) / WORD).write_bytes(b"to come")
    assert spare_edited([later], out_of(campaign)).edited == ()
    (out_of(campaign) / WORD).write_bytes(EDITED)
    assert spare_edited([later], out_of(campaign)).edited == (WORD,)


def test_a_word_file_that_is_needless_by_now_goes_unless_the_office_has_edited_it(campaign):
    def staying():
        return {document.name for document in spare_edited([], out_of(campaign), [WORD]).earlier}

    assert WORD not in staying()
    assert DATED in staying()
    type_into(campaign, WORD)
    assert WORD in staying()


def test_what_another_program_holds_is_told_and_is_not_up_to_date(campaign):
    fresh = Document(WORD, b"fresh", "internal")
    kept = (WORD, "internal/tracker.xlsx")
    unedited = Official((fresh,), (), spare_edited([fresh], out_of(campaign)))
    assert unedited.held(kept) == {WORD}
    assert unedited.held(()) == frozenset()
    assert "documents/memo.docx" in held_open(unedited.held(kept))[0]
    type_into(campaign, WORD)
    edited = Official((fresh,), (), spare_edited([fresh], out_of(campaign)))
    assert edited.held(kept) == frozenset()
    assert held_open(edited.held(kept)) == ()
