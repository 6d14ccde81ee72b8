"""The head-counts that the agencies declare: right, missing, too low, and declared anew."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from config.campaign import Campaign, DeclaredHeads

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collector.rehearsal.people import Person
    from collector.rehearsal.staffing import Staffing

_SCOPE = "เฉพาะส่วนจังหวัด"
_TOO_FEW_BY = 2


def declare_heads(
    campaign: Campaign, agencies: list[Staffing], people: list[Person]
) -> tuple[DeclaredHeads, ...]:
    """Return the declared heads in the register's order.

    The undeclared agencies have none, one declares fewer than sign, and the largest has declared
    other figures on an earlier day.
    """
    by_agency = {staffing.agency: staffing for staffing in agencies}
    declared = [
        row
        for agency in campaign.agencies
        if by_agency[agency.id].destiny != "undeclared"
        for row in _heads_of(by_agency[agency.id], campaign, people)
    ]
    outdated = [
        row.model_copy(update={"heads": row.heads + 5, "on": row.on - timedelta(days=90)})
        for row in declared
        if row.agency == agencies[0].agency
    ]
    return (*outdated, *declared)


def _heads_of(
    staffing: Staffing, campaign: Campaign, people: Iterable[Person]
) -> list[DeclaredHeads]:
    heads = Counter(person.staff_type for person in people if person.agency == staffing.agency)
    if staffing.destiny == "over":
        first = campaign.staff_types[0].id
        heads[first] -= min(_TOO_FEW_BY, heads[first] - 1)
    return [
        DeclaredHeads(
            agency=staffing.agency,
            staff_type=staff_type.id,
            heads=heads[staff_type.id],
            on=campaign.window.opens,
            scope=_SCOPE,
        )
        for staff_type in campaign.staff_types
        if heads[staff_type.id]
    ]
