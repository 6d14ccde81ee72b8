"""Sign-offs on paper read a second time, from workbooks and CSV, with openpyxl and no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import openpyxl
import recount

from config.paper import PAPER_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recount import Row

    from config.campaign import Campaign

EVERY = ("ทุกฉบับ", "ครบทุกฉบับ", "ทั้งหมด", "all")


def sheets(path: Path) -> Iterator[list[list[str]]]:
    """The tables of a workbook as text."""
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook.worksheets:
        yield [["" if cell is None else str(cell) for cell in row] for row in sheet.values]


def read_paper(campaign: Campaign, folder: Path) -> list[Row]:
    """Every row typed from paper: accepted for now, or set aside; reports have no person."""
    if not folder.is_dir():
        return []
    rows = recount.read_rows(campaign, PAPER_FORM, folder)
    known = recount.agency_ids(campaign)
    types = {recount.key(s): t.id for t in campaign.staff_types for s in (t.name, *t.aliases)}
    for row in rows:
        row.agency = recount.agency_of(row, known)
        row.name = recount.name_in(row.answers)
        row.staff_type = types.get(recount.key(row.answers["staff_type"]), "")
        row.chosen = notices_of(campaign, row.answers["notice"])
        readable = row.moment and row.agency and any(row.chosen.values()) and not row.lost
        if is_report(row):
            named = any(row.answers[part].strip() for part in ("first_name", "last_name"))
            if readable and not named and people(row):
                row.fate = "accepted"
        elif readable and row.name and row.staff_type:
            row.fate = "accepted"
    return rows


def is_report(row: Row) -> bool:
    return bool(row.answers["people"].strip())


def people(row: Row) -> int:
    number = row.answers["people"].translate(recount.THAI_TO_ARABIC).replace(",", "").strip()
    return int(number) if re.fullmatch(r"[1-9]\d*", number) else 0


def notices_of(campaign: Campaign, text: str) -> dict[str, str | None]:
    """Acknowledgement by question; all of them None where a part of the text names no notice."""
    chosen: dict[str, str | None] = {f"ack.{notice.id}": "" for notice in campaign.notices}
    for part in re.split(r"[|\n;]", text):
        named = [
            notice.id
            for notice in campaign.notices
            if recount.key(part) in map(recount.key, (notice.id, notice.title, notice.short_title))
            or recount.key(part) in map(recount.key, EVERY)
        ]
        if recount.key(part) and not named:
            return dict.fromkeys(chosen)
        chosen |= {f"ack.{notice}": "acknowledged" for notice in named}
    return chosen


def supersede_reports(rows: list[Row]) -> None:
    """Keep per agency and notice the latest number, of one day's the largest."""
    in_force: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: (recount.age(row), people(row))):
        for question, answer in row.chosen.items():
            if answer:
                in_force[row.agency, question] = row
    for row in rows:
        if not any(row is kept for kept in in_force.values()):
            row.fate = "superseded"
