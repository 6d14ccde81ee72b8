"""Rows of the table for sign-offs on paper, spelt out by a test."""

from __future__ import annotations

from config.paper import PAPER_FORM, TABLE

HEADINGS = tuple(column.heading for column in TABLE.columns)


def paper_row(first: str, on: str, **cells: str) -> tuple[str, ...]:
    """Return one person's row, of the provincial office and for all notices unless told."""
    usual = {
        "agency": "สำนักงานจังหวัดเชียงราย",
        "title": "นาย",
        "first_name": first,
        "last_name": "ใจดี",
        "position": "นักวิชาการ",
        "staff_type": "ข้าราชการ",
        "notice": "ทุกฉบับ",
        "timestamp": on,
        "scan": "แฟ้ม ๑",
        "people": "",
    }
    if stray := set(cells) - {question.id for question in PAPER_FORM.questions}:
        raise LookupError(f"the table has no {stray}")
    said = usual | cells
    return tuple(said[column.name] for column in TABLE.columns)


def report_row(people: str, on: str, **cells: str) -> tuple[str, ...]:
    """Return the row of a number without names."""
    nobody = {"title": "", "last_name": "", "position": "", "staff_type": ""}
    return paper_row("", on, people=people, **(nobody | cells))
