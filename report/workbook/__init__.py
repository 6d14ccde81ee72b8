"""The workbook in which the office works: `tracker.xlsx`, a sheet per question."""

from report.workbook.contents import Contents
from report.workbook.oit import oit_tables
from report.workbook.tracker import tracker

__all__ = ["Contents", "oit_tables", "tracker"]
