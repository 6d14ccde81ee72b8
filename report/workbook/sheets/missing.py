"""Who has not signed what yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.rows import plain_column
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    import pandas as pd

    from config.campaign import Campaign
    from report.workbook.contents import Contents


def missing(contents: Contents) -> Sheet:
    """Return one row per person and notice where the name is known, else per agency and notice."""
    table = contents.summary.missing
    return Sheet(
        title=thai("Not yet signed"),
        answers=thai("Who, or how many of an agency, have not acknowledged which notice?"),
        frozen=1,
        columns=(
            Column(thai("Agency"), plain_column(table["agency"])),
            *missing_columns(table, contents.campaign),
        ),
    )


def missing_columns(table: pd.DataFrame, campaign: Campaign) -> tuple[Column, ...]:
    """Return what is still to be signed; also for an agency's pack."""
    titles = {notice.id: notice.short_title for notice in campaign.notices}
    staff_types = {staff_type.id: staff_type.name for staff_type in campaign.staff_types}
    unknown = thai("(name not known)")
    return (
        Column(thai("Name"), [name or unknown for name in table["person"]]),
        Column(thai("Position"), plain_column(table["position"])),
        Column(thai("Staff type"), [staff_types.get(kind, "") for kind in table["staff_type"]]),
        Column(thai("Notice"), [titles[notice] for notice in table["notice_id"]]),
        Column(thai("State"), plain_column(table["state"])),
        Column(thai("People still to sign"), plain_column(table["missing"]), "count"),
    )
