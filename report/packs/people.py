"""An agency's own list: who has signed which notice and when, and who has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.words import AGENCY_STATES, BASES, word
from report.workbook.sheet import Book, Column, Sheet
from report.workbook.sheets.missing import missing_columns
from report.workbook.sheets.people import signer_columns
from report.workbook.stamp import as_of_text, made_at
from report.workbook.writing import workbook_bytes

if TYPE_CHECKING:
    from report.packs.pack import Pack
    from report.rows import Row


def people_workbook(pack: Pack) -> bytes:
    """Return the workbook of one agency; it names its people and nobody else."""
    figures = pack.figures
    return workbook_bytes(
        Book(
            title=pack.agency.name,
            subject=pack.campaign.title,
            secret=thai("For this agency only. Never to be published."),
            dated=as_of_text(pack.as_of, pack.campaign),
            figures=(
                (thai("State"), word(AGENCY_STATES, figures["state"])),
                (thai("People to sign"), figures["headcount"]),
                (thai("Counted from"), word(BASES, figures["basis"])),
                (thai("People who signed"), figures["signers"]),
                (thai("Acknowledged every notice"), figures["acknowledged_all"]),
                (thai("Percent of every notice"), figures["percent"]),
                (thai("After the closing day"), figures["late"]),
            ),
            notes=(
                thai("If a name is wrong or missing, tell the office: {office}").format(
                    office=pack.campaign.contact or pack.campaign.office
                ),
            ),
            sheets=(_notices(pack), _missing(pack), _signed(pack)),
            created=made_at(pack.as_of, pack.campaign),
        )
    )


def _notices(pack: Pack) -> Sheet:
    rows = pack.completion
    return Sheet(
        title=thai("Notices"),
        answers=thai("How many people have acknowledged each notice?"),
        frozen=1,
        columns=(
            Column(thai("Notice"), [row["notice"] for row in rows], "long"),
            Column(thai("People to sign"), [row["headcount"] for row in rows], "count"),
            Column(thai("Acknowledged"), [row["acknowledged"] for row in rows], "count"),
            Column(thai("Percent"), [row["percent"] for row in rows], "percent"),
            Column(thai("People still to sign"), [_owed(row) for row in rows], "count"),
            Column(thai("After the closing day"), [row["late"] for row in rows], "count"),
            Column(thai("To be acknowledged again"), [row["outdated"] for row in rows], "count"),
        ),
    )


def _owed(row: Row) -> int | None:
    """Return how many still lack a notice; where nobody knows of how many, nothing."""
    return None if row["basis"] == "none" else int(row["owed"] or 0)


def _missing(pack: Pack) -> Sheet:
    return Sheet(
        title=thai("Not yet signed"),
        answers=thai("Who, or how many of us, have not acknowledged which notice?"),
        frozen=1,
        columns=missing_columns(pack.missing, pack.campaign),
    )


def _signed(pack: Pack) -> Sheet:
    return Sheet(
        title=thai("Signed so far"),
        answers=thai("Who has signed which notice, and when?"),
        frozen=1,
        columns=signer_columns(pack.signers, pack.signatures, pack.campaign),
    )
