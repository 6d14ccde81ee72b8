"""Counts again what only the office sees, without pandas: the days, and each agency's risk."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from recount import counted_people, level, mean, share

if TYPE_CHECKING:
    from datetime import date

    from recount import Row

    from config.campaign import Campaign

    Day = date | None
    Cell = tuple[str, ...]

ENOUGH = 10
SMALL = "small-offices"


def completed_per_day(campaign: Campaign, rows: list[Row], today: date) -> Counter[tuple[str, Day]]:
    """People by agency and the day of their last missing acknowledgement; None before opening."""
    counts: Counter[tuple[str, Day]] = Counter()
    for person, found in counted_people(campaign, rows, today).items():
        valid = [notice for notice, (state, _) in found.items() if state == "valid"]
        if len(valid) == len(campaign.notices):
            own = [row for row in rows if row.person == person]
            last = max(first_day(campaign, own, notice.id, today) for notice in campaign.notices)
            counts[person[0], last if last >= campaign.window.opens else None] += 1
    return counts


def first_day(campaign: Campaign, rows: list[Row], notice_id: str, today: date) -> date:
    (notice,) = [notice for notice in campaign.notices if notice.id == notice_id]
    needed = notice.valid_since(notice.version_on(today))
    return min(
        row.day
        for row in rows
        if row.chosen[f"ack.{notice_id}"] == "acknowledged" and notice.version_on(row.day) >= needed
    )


def assessed_per_day(campaign: Campaign, rows: list[Row]) -> Counter[tuple[str, Day]]:
    opens = campaign.window.opens
    return Counter((row.agency, row.day if row.day >= opens else None) for row in rows)


def unit_by_agency(campaign: Campaign, rows: list[Row]) -> dict[str, str]:
    """Agency -> itself, or the group of small ones; in the register's order, the group last."""
    answered = Counter(row.agency for row in rows)
    respondents = {a.id: answered[a.id] for a in campaign.agencies if answered[a.id]}
    order = [agency for agency in respondents if respondents[agency] < ENOUGH]
    larger = sorted(
        (agency for agency in respondents if agency not in order), key=respondents.__getitem__
    )
    while order and sum(respondents[agency] for agency in order) < ENOUGH and larger:
        order.append(larger.pop(0))
    alone = {agency: agency for agency in respondents if agency not in order}
    return alone | dict.fromkeys(order, SMALL)


def agency_risk(campaign: Campaign, rows: list[Row]) -> dict[tuple[str, str], Cell | str]:
    """(unit, kind) -> its figures, or why there are none."""
    unit = unit_by_agency(campaign, rows)
    cells: dict[tuple[str, str], Cell | str] = {}
    for kind in campaign.coi_kinds:
        pairs: dict[str, list[tuple[str | None, str | None]]] = {name: [] for name in unit.values()}
        for row in rows:
            sides = (row.chosen[f"coi.{kind.id}.{side}"] for side in ("likelihood", "impact"))
            pairs[unit[row.agency]].append(tuple(sides))  # type: ignore[arg-type]
        scored = {name: [p for p in given if is_scored(p)] for name, given in pairs.items()}
        few = {name for name in scored if len(scored[name]) < ENOUGH}
        shown = sorted((n for n in scored if n not in few), key=lambda n: len(scored[n]))
        company: set[str] = set()
        while few and sum(len(scored[n]) for n in few | company) < ENOUGH and shown:
            company.add(shown.pop(0))
        for name, products in scored.items():
            why = "few" if name in few else "company" if name in company else ""
            cells[name, kind.id] = why or figures(campaign, products, pairs[name])
    return cells


def is_scored(pair: tuple[str | None, str | None]) -> bool:
    return all(pair) and "not_applicable" not in pair


def figures(
    campaign: Campaign,
    scored: list[tuple[str | None, str | None]],
    pairs: list[tuple[str | None, str | None]],
) -> Cell:
    products = [int(a or 0) * int(b or 0) for a, b in scored]
    high = sum(product >= campaign.matrix.high for product in products)
    return (
        str(len(scored)),
        str(sum("not_applicable" in pair for pair in pairs)),
        str(mean(products)),
        str(max(products)),
        share(high, len(scored)),
        level(campaign, mean(products)),
    )
