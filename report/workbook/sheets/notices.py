"""How far each notice has come, over all agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.rows import plain_column
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def notices(contents: Contents) -> Sheet:
    """Return one row per notice, with the version in force."""
    table = contents.summary.notices
    versions = {notice.id: notice.versions[-1] for notice in contents.campaign.notices}
    in_force = [versions[notice_id] for notice_id in table["notice_id"]]
    return Sheet(
        title=thai("Notices"),
        answers=thai("How many people have acknowledged each notice?"),
        frozen=1,
        columns=(
            Column(thai("Notice"), plain_column(table["notice"]), "long"),
            Column(thai("Version"), [version.version for version in in_force]),
            Column(thai("In force since"), [version.since for version in in_force], "day"),
            Column(thai("People to sign"), plain_column(table["headcount"]), "count"),
            Column(thai("Acknowledged"), plain_column(table["acknowledged"]), "count"),
            Column(
                thai("Of them in agencies that declared a number, at most that number"),
                plain_column(table["acknowledged_of_heads"]),
                "count",
            ),
            Column(thai("Percent"), plain_column(table["percent"]), "percent"),
            Column(thai("After the closing day"), plain_column(table["late"]), "count"),
            Column(thai("To be acknowledged again"), plain_column(table["outdated"]), "count"),
        ),
    )
