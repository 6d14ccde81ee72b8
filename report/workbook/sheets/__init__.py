"""The sheets of the tracker, one file each, in the order in which they stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.workbook.sheets.agencies import agencies
from report.workbook.sheets.agency_risk import agency_risk
from report.workbook.sheets.behind import behind
from report.workbook.sheets.changes import changes
from report.workbook.sheets.contacts import contacts
from report.workbook.sheets.data_quality import data_quality
from report.workbook.sheets.decisions import decisions
from report.workbook.sheets.missing import missing
from report.workbook.sheets.notices import notices
from report.workbook.sheets.people import people
from report.workbook.sheets.reports import reports
from report.workbook.sheets.review import review
from report.workbook.sheets.set_aside import set_aside
from report.workbook.sheets.staff_types import staff_types
from report.workbook.sheets.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from report.workbook.contents import Contents
    from report.workbook.sheet import Sheet

# A sheet is one file here and one line below.
SHEETS: tuple[Callable[[Contents], Sheet], ...] = (
    agencies,
    behind,
    contacts,
    notices,
    missing,
    people,
    review,
    decisions,
    set_aside,
    data_quality,
    staff_types,
    timeline,
    reports,
    agency_risk,
    changes,
)
