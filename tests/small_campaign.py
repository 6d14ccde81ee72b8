"""A real campaign folder with a handful of answers in its inbox, spelt out by a test."""

from __future__ import annotations

import csv
import io
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import openpyxl

from config.loading import load_campaign
from config.new import new_campaign

if TYPE_CHECKING:
    from collections.abc import Collection

AGENCY = "สำนักงานจังหวัดเชียงราย"
_SHORT = "---\nแบบ: รายงาน\nชื่อเอกสาร: เอกสารสมมติ\n---\n\nข้อความสมมติ\n"


def new_small_campaign(folder: Path, *agencies: str) -> None:
    """Make a new campaign of these agencies, or of one, whose documents say little.

    A refresh of all 34, with the documents that the template brings, takes five times as long.
    """
    with zipfile.ZipFile(io.BytesIO(_made_once(agencies or (AGENCY,)))) as made:
        made.extractall(folder)


@cache
def _made_once(agencies: tuple[str, ...]) -> bytes:
    """Return the campaign as a ZIP: to make it anew takes half as long as to refresh it."""
    made = io.BytesIO()
    with TemporaryDirectory() as place, zipfile.ZipFile(made, "w") as packed:
        folder = Path(place, "campaign")
        new_campaign(folder)
        keep_agencies(folder, *agencies)
        shorten_texts(folder)
        for path in sorted(folder.rglob("*")):
            packed.write(path, path.relative_to(folder))
    return made.getvalue()


def shorten_texts(folder: Path, *, but: Collection[str] = ()) -> None:
    """Leave one line of each document: it is made in every format all the same."""
    for text in (folder / "texts").glob("*.md"):
        if text.name not in but and "แบบ: " in text.read_text(encoding="utf-8"):
            text.write_text(_SHORT, encoding="utf-8")


def keep_agencies(folder: Path, *names: str) -> None:
    """Leave but these agencies in the register of a new campaign: a refresh of it is quick."""
    path = folder / "ตั้งค่า.xlsx"
    workbook = openpyxl.load_workbook(path)
    for title, column in (("หน่วยงาน", 1), ("ชื่อเรียกอื่น", 0), ("จำนวนบุคลากร", 0)):
        sheet = workbook[title]
        heading, *rows = list(sheet.iter_rows(values_only=True))
        sheet.delete_rows(1, sheet.max_row)
        for row in (heading, *(row for row in rows if row[column] in names)):
            sheet.append(row)
    workbook.save(path)
    settings = folder / "campaign.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("agencies_expected = 34", f"agencies_expected = {len(names)}"),
        encoding="utf-8",
    )


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
