"""Downloads of other people's forms, invented, in the shapes that they come in around the world."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CANARY = "ขมิ้นสมมุติ"
"""Stands in answers and headings; it may be seen in the office's lists only."""


def _download(*rows: Sequence[str], quoting: int = csv.QUOTE_ALL) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, lineterminator="\n").writerows(rows)
    return text.getvalue().removesuffix("\n").encode()


FOREIGN_FORMS = {
    "English, headings of two lines.csv": _download(
        ["Timestamp", f"How many cups of {CANARY}?\n(a number, e.g. 2.5)", "  Why?  "],
        ["2026/03/02 2:48:29 PM GMT+3", "2,5", CANARY],
        ["2026/03/02 2:49:05 PM GMT+3", "7-8", f"yes, {CANARY}\nand more"],
    ),
    "French, boxes ticked.csv": _download(
        ["Timestamp", f"Which lamp / Quelle lampe {CANARY} ?  ", "Vu / Seen ?", "Autres…"],
        ["2026/03/02 11:55:17 pm CET", f"{CANARY};Rouge / Red;Je n’ai pas vu", "Oui", ""],
        ["2026/03/02 11:59:02 pm CET", "", "Non", "é è à"],
    ),
    "Indonesian, a quiz with scores.csv": _download(
        ["Cap waktu", "Total skor", "Nama", "Nama [Skor]", "Nama [Masukan]", CANARY],
        ["2025/10/24 6:46:43 PM GMT+7", "0.00 / 0", CANARY, "", "", "Motor"],
    ),
    "Thai, headings twice and no time.csv": _download(
        ["ประทับเวลา", "วันที่", f"คัดทิ้ง / KG {CANARY}", "ถุงมือ", "วันที่", "คัดทิ้ง / KG"],
        ["", "19/8/2569", "15", "", "20", CANARY],
        ["22/8/2026, 16:53:50", "22/8/2569", "10", "10", "", ""],
    ),
    "Vietnamese, many in one second.csv": _download(
        ["Timestamp", f"Khi làm bài, bạn {CANARY}?  ", '  Nếu có một ""học trò ảo""?'],
        *[["2026/09/16 7:15:24 PM GMT+7", "Đọc ngay đáp án", CANARY]] * 3,
    ),
    "Anybody's table.csv": _download(["id", "name"], ["1", CANARY], quoting=csv.QUOTE_MINIMAL),
}
