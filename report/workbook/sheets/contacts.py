"""What each agency has declared, and whom to ask there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.messages import thai
from report.rows import plain_column
from report.words import BASES, DECLARED_BY, word
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def contacts(contents: Contents) -> Sheet:
    """Return one row per agency, in the register's order. It names people."""
    table = contents.summary.contacts
    nothing = word(BASES, "none")
    return Sheet(
        title=thai("Coordinators"),
        answers=thai("Who is each agency's coordinator, and what number has it declared?"),
        frozen=2,
        columns=(
            Column(thai("No. in the list"), range(1, len(table) + 1), "count"),
            Column(thai("Agency"), plain_column(table["agency"]), "long", widest=34),
            Column(
                thai("Counted from"),
                [word(BASES, basis) for basis in table["basis"]],
                tones={nothing: "behind"},
            ),
            Column(thai("People to sign"), plain_column(table["headcount"]), "count"),
            Column(thai("As of the day"), plain_column(table["on"]), "day"),
            Column(thai("Scope"), plain_column(table["scope"])),
            Column(thai("Declared in"), [word(DECLARED_BY, by) for by in table["declared_by"]]),
            Column(
                thai("Certified by the head"), [_certified(each) for each in table["certified"]]
            ),
            Column(thai("Coordinator"), plain_column(table["coordinator"])),
            Column(thai("Phone"), plain_column(table["phone"])),
            Column(thai("E-mail"), plain_column(table["email"])),
        ),
    )


def _certified(certified: bool | None) -> str:  # noqa: FBT001 - a cell of the table
    if pd.isna(certified):
        return ""
    return thai("certified") if certified else thai("not certified yet")
