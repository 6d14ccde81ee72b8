"""A real campaign folder with a handful of answers in its inbox, spelt out by a test."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from config.loading import load_campaign

if TYPE_CHECKING:
    from pathlib import Path

AGENCY = "สำนักงานจังหวัดเชียงราย"


def drop_signoffs(folder: Path, name: str, *people: tuple[str, str], **answers: str) -> None:
    """Put a download into the inbox: a complete sign-off for each (first name, time).

    ``answers`` replace those of all rows, by question id with ``__`` for its dot.
    """
    usual = {
        "agency": AGENCY,
        "last_name": "สมมติทดสอบ",
        "position": "นักวิชาการ",
        "staff_type": "ข้าราชการ",
        "confirm": "ยืนยัน",
    } | {question.replace("__", "."): text for question, text in answers.items()}
    form = load_campaign(folder).form("signoff")
    asked = [question for question in form.questions if question.id != "full_name"]
    rows = [[question.header for question in asked]]
    for first_name, at in people:
        said = usual | {"timestamp": at, "first_name": first_name}
        rows.append([_answer(question.id, said) for question in asked])
    _write(folder / "inbox" / "signoff" / name, rows)


def _answer(question: str, said: dict[str, str]) -> str:
    if question.startswith("ack."):
        return said.get(question, "รับทราบและจะถือปฏิบัติ")
    return said.get(question, "")


def _write(place: Path, rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    place.write_text(text.getvalue(), encoding="utf-8", newline="")
