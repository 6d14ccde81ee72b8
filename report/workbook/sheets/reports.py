"""What agencies report of the measures, in their own words: for the office alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from config.unroll import reported_on
from report.rows import plain_column
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def reports(contents: Contents) -> Sheet:
    """Return the latest report of each agency and measure; measures in the order of O43."""
    campaign = contents.campaign
    titles = {one.id: one.text for one in reported_on(campaign.measures, campaign.guidelines)}
    names = {agency.id: agency.name for agency in campaign.agencies}
    places = {row_id: place for place, row_id in enumerate(titles)}
    table = contents.summary.reports.sort_values(
        "measure_id", key=lambda ids: ids.map(places), kind="stable"
    )
    outside = thai("outside the period")
    return Sheet(
        title=thai("Progress"),
        answers=thai("What does each agency report of a measure, and with which evidence?"),
        frozen=2,
        columns=(
            Column(thai("Measure"), [titles[each] for each in table["measure_id"]], "long"),
            Column(thai("Agency"), [names[each] for each in table["agency_id"]], "long", widest=34),
            Column(thai("Result"), plain_column(table["result"]), "long"),
            Column(thai("Day of the result"), plain_column(table["on"]), "day"),
            Column(
                thai("Period"),
                [outside if each else "" for each in table["outside"]],
                tones={outside: "odd"},
            ),
            Column(thai("Evidence"), plain_column(table["evidence"]), "long"),
            Column(thai("Obstacles"), plain_column(table["obstacles"]), "long"),
            Column(thai("Complaints received"), plain_column(table["received"]), "count"),
            Column(thai("Complaints closed"), plain_column(table["closed"]), "count"),
            Column(thai("Complaints open"), plain_column(table["open"]), "count"),
            Column(thai("Agencies trained"), plain_column(table["agencies"]), "count"),
            Column(
                thai("Local administrations trained"), plain_column(table["local_bodies"]), "count"
            ),
        ),
    )
