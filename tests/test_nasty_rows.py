"""Every nasty row in one inbox, beside ordinary ones: what the promise says of each and of all."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from nasty_rows import NASTY_ROWS, Nasty, cells, headings
from pdf_reading import solid, text
from promises import NOW, Run, assert_kept, new_campaign, refresh

from aggregate import summarise
from collector.tidy import Responses, tidy
from config.loading import load_campaign
from report.documents.pdf import as_pdf
from report.evidence.listing import evidence_list
from report.evidence.people import listed
from report.facts import Facts
from report.packs.pack import packs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from config.campaign import Form

OVERFLOW = "C8 too many cells"
FORMULAS = [row for row in NASTY_ROWS if row.id.startswith("F")]


def written(form: Form, row: Nasty, answers: dict[str, str]) -> tuple[str, ...]:
    overflow = ["ล้น"] if row.id == OVERFLOW else []
    return (*cells(form, answers), *overflow)


def drop(folder: Path, form: Form, rows: Sequence[Sequence[str]]) -> None:
    """Put a download of these rows into the inbox."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([headings(form), *rows])
    (folder / "inbox" / form.id / "a.csv").write_bytes(text.getvalue().encode())


def refreshed(folder: Path, *, plainly: bool) -> Run:
    """Return a campaign with the nasty rows in its inbox, or with what they should have been."""
    new_campaign(folder)
    for form in load_campaign(folder).forms:
        answers = [(row, row.plain if plainly else row.answers) for row in of_form(form)]
        if answers:
            told = [(row, said) for row, said in answers if said is not None]
            drop(folder, form, [written(form, row, said) for row, said in told])
    return refresh(folder)


def of_form(form: Form) -> list[Nasty]:
    return [row for row in NASTY_ROWS if row.form == form.id]


@pytest.fixture(scope="module")
def nasty(tmp_path_factory) -> Run:
    return refreshed(tmp_path_factory.mktemp("nasty") / "campaign", plainly=False)


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> Run:
    return refreshed(tmp_path_factory.mktemp("plain") / "campaign", plainly=True)


@pytest.fixture(scope="module")
def meant(nasty) -> Responses:
    return understood(nasty)


@pytest.fixture(scope="module")
def plainly_meant(plain) -> Responses:
    return understood(plain)


def understood(run: Run) -> Responses:
    return tidy(run.stored, run.campaign, datetime.fromtimestamp(NOW, UTC))


def person(responses: Responses, raw: tuple[str, ...]) -> tuple[str, datetime] | None:
    """Return whom a stored row is counted as, and when, None where it is not."""
    rows = responses.signoffs[responses.signoffs["raw"] == raw]
    return tuple(rows[["person", "submitted_at"]].iloc[0]) if len(rows) else None


def test_nothing_is_lost_nothing_breaks_and_nobody_elses_figures_move(nasty, plain) -> None:
    forms = nasty.campaign.forms
    raw = [c for form in forms for row in of_form(form) for c in written(form, row, row.answers)]
    assert_kept(nasty, raw=raw, figures_of=plain)
    assert nasty.record["refused_files"] == []
    assert nasty.summary["rows"]["read"] == len(NASTY_ROWS)


def test_the_evidence_names_everybody_who_acknowledged(nasty, meant) -> None:
    facts = Facts(
        summarise(meant, nasty.campaign), nasty.campaign, {}, datetime.fromtimestamp(NOW, UTC)
    )
    notice = nasty.campaign.notices[0]
    names = 0
    for pack in packs(facts):
        lines = [*listed(pack, notice).counted, *listed(pack, notice).beside]
        if lines:
            read = solid(text(as_pdf(evidence_list(pack, notice, ""))))
            assert [line.name for line in lines if solid(line.name) not in read] == []
            names += len(lines)
    assert names > 30


@pytest.mark.parametrize("row", [r for r in NASTY_ROWS if r.reason], ids=lambda row: row.id)
def test_it_is_set_aside(row: Nasty, nasty, meant) -> None:
    raw = " | ".join(written(nasty.campaign.form(row.form), row, row.answers))
    aside = meant.set_aside[meant.set_aside["raw"] == raw]
    assert aside["reason_id"].to_list() == [row.reason]
    place = (aside["form"].iloc[0] + "/a.csv", str(aside["row"].iloc[0]))
    told = {(line["source"], line["row"]): line for line in nasty.set_aside}[place]
    assert (told["reason"], told["remedy"]) == tuple(aside[["reason", "remedy"]].iloc[0])


@pytest.mark.parametrize(
    "row", [r for r in NASTY_ROWS if r.plain and r.form == "signoff"], ids=lambda row: row.id
)
def test_it_counts_as_what_it_says(row: Nasty, nasty, meant, plainly_meant) -> None:
    form = nasty.campaign.form("signoff")
    counted = person(meant, written(form, row, row.answers))
    assert counted is not None
    assert counted == person(plainly_meant, written(form, row, row.plain or {}))


def test_nothing_of_it_is_public(nasty) -> None:
    public = "".join(path.read_text(errors="ignore") for path in nasty.files("public"))
    secret = ("สมมุติ", "example.com", "1-2345-67890", "ขมิ้น", "alert(1)", "0812345678", "R&D")
    assert [text for text in secret if text in public] == []


def test_f_no_answer_becomes_a_formula_in_any_list(nasty) -> None:
    lists = [path for path in nasty.files("internal") if path.suffix == ".csv"]
    texts = [path.read_text(encoding="utf-8-sig") for path in lists]
    rows = [cell for text in texts for row in csv.reader(io.StringIO(text)) for cell in row]
    assert len(lists) >= 4
    assert [cell for cell in rows if cell != "-" and cell.startswith(tuple("=+-@\t\r\n\0"))] == []


def test_f_no_answer_becomes_a_formula_in_any_workbook(nasty) -> None:
    books = [path for path in nasty.files("internal") if path.suffix == ".xlsx"]
    assert books
    for path in books:
        with zipfile.ZipFile(path) as book:
            sheets = [name for name in book.namelist() if "worksheets/sheet" in name]
            assert sheets
            assert [name for name in sheets if re.search(rb"<f[ >/]", book.read(name))] == []


def test_v11_no_workbook_is_public(nasty) -> None:
    assert {path.suffix for path in nasty.files("public")}.isdisjoint({".xlsx", ".xlsm", ".ods"})


def test_h_no_answer_becomes_markup_on_any_page(nasty) -> None:
    pages = "".join(path.read_text() for path in nasty.files() if path.suffix == ".html")
    for tag in ("<script>alert", "<img src=x", "<b>x", "{{", 'href="javascript'):
        assert tag not in pages


def test_d18_who_signed_before_the_opening_counts_and_is_listed(nasty) -> None:
    assert [line for line in nasty.lines("internal/review.csv") if "สมมุติธอ" in str(line)]
