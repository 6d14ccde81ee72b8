"""Who has signed what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.rows import plain_column
from report.words import WAYS, word
from report.workbook.sheet import Column, Sheet
from report.workbook.signatures import signature_cells

if TYPE_CHECKING:
    import pandas as pd

    from config.campaign import Campaign
    from report.workbook.contents import Contents


def people(contents: Contents) -> Sheet:
    """Return one row per person who sent a sign-off, with the day of each notice."""
    signers = contents.summary.signers
    return Sheet(
        title=thai("Signed so far"),
        answers=thai("Who has signed which notice, and when?"),
        frozen=2,
        columns=(
            Column(thai("Agency"), plain_column(signers["agency"])),
            *signer_columns(signers, contents.summary.signatures, contents.campaign),
        ),
    )


def signer_columns(
    signers: pd.DataFrame, signatures: pd.DataFrame, campaign: Campaign
) -> tuple[Column, ...]:
    """Return what is known of each person, and a column per notice; also for an agency's pack."""
    cells = signature_cells(signatures, campaign.zone)
    persons = plain_column(signers["person"])
    whole, part = thai("every notice signed"), thai("some still to sign")
    return (
        Column(thai("Name"), plain_column(signers["name"])),
        Column(thai("Position"), plain_column(signers["position"])),
        Column(thai("Staff type"), plain_column(signers["staff_type"])),
        Column(
            thai("All notices"),
            [whole if everything else part for everything in signers["all"]],
            tones={whole: "good", part: "under_way"},
        ),
        *(
            Column(
                notice.short_title, [cells.get((person, notice.id)) for person in persons], "day"
            )
            for notice in campaign.notices
        ),
        Column(thai("Signed how"), [word(WAYS, how) for how in signers["how"]]),
        Column(thai("Remark"), _remarks(signers), "long"),
    )


def _remarks(signers: pd.DataFrame) -> list[str]:
    """Say of whom the percentages do not speak."""
    not_counted = thai("this staff type is not counted")
    off_roster = thai("not on the agency's roster")
    return [
        not_counted if not counted else off_roster if stray else ""
        for counted, stray in zip(signers["counted"], signers["off_roster"], strict=True)
    ]
