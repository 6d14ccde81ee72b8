"""Workbooks as they stand: every sheet, every cell as text with its type beside it."""

from config.xlsx.reading import Sheet, read_workbook

__all__ = ["Sheet", "read_workbook"]
