"""How far each staff type has come, in the province and in each agency."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.messages import thai
from report.rows import plain_column
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def staff_types(contents: Contents) -> Sheet:
    """Return the province's staff types, then those of each agency."""
    whole = contents.summary.staff_types.assign(agency=thai("The whole province"))
    table = pd.concat([whole, _by_agency(contents)[whole.columns]], ignore_index=True)
    counted, apart = thai("counted"), thai("not counted")
    return Sheet(
        title=thai("Staff types"),
        answers=thai("How far has each staff type come, in the province and in each agency?"),
        frozen=2,
        columns=(
            Column(thai("Agency"), plain_column(table["agency"])),
            Column(thai("Staff type"), plain_column(table["name"])),
            Column(
                thai("In the percentage"),
                [counted if each else apart for each in table["counted"]],
                tones={apart: "quiet"},
            ),
            Column(thai("People to sign"), plain_column(table["headcount"]), "count"),
            Column(thai("People who signed"), plain_column(table["signers"]), "count"),
            Column(
                thai("Acknowledged every notice"), plain_column(table["acknowledged_all"]), "count"
            ),
            Column(thai("Percent of every notice"), plain_column(table["percent"]), "percent"),
        ),
    )


def _by_agency(contents: Contents) -> pd.DataFrame:
    """Return each agency's staff types with its name, in the register's and campaign's order."""
    names = {agency.id: agency.name for agency in contents.campaign.agencies}
    places = {agency_id: place for place, agency_id in enumerate(names)}
    kinds = {kind.id: place for place, kind in enumerate(contents.campaign.staff_types)}
    return contents.summary.agency_staff_types.assign(
        agency=lambda rows: rows["agency_id"].map(names)
    ).sort_values(
        ["agency_id", "staff_type"],
        key=lambda ids: ids.map(places if ids.name == "agency_id" else kinds),
    )
