"""The workbook in which the office works: `tracker.xlsx`, a sheet per question."""

from report.workbook.contents import Contents
from report.workbook.tracker import tracker

__all__ = ["Contents", "tracker"]
