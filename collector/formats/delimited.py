"""CSV as Google hands it out and as Excel saves it again: one table a file."""

from __future__ import annotations

from collector.formats.table import Table
from config.delimited import read_delimited


def read(content: bytes) -> tuple[Table, ...]:
    """Return the table of a text file. Raises `UnreadableFileError`."""
    text = read_delimited(content)
    return (Table(text.header, text.rows, text.row_numbers, text.blank_rows),)
