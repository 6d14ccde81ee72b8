"""PDF pages as poppler prints them: nothing in the margins, no mark cut off or on a line."""

from __future__ import annotations

import shutil
import subprocess
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image
from texts import BLOCKS, LAYOUTS, SIGNATURES, runs, table, text

from report.documents.blocks import Heading, Paragraph
from report.documents.pdf import as_pdf

PDFTOPPM = shutil.which("pdftoppm")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PDFTOPPM, reason="no pdftoppm (poppler-utils)"),
]
HIGH_AND_LOW = "ที่ปิ๊ฟื้นฟูญี่ปุ่นฎีกาฐาน"


def pictures(content, folder, dots=100):
    """Return each page as rows of darkness, from 0 (white) to 1."""
    (folder / "made.pdf").write_bytes(content)
    subprocess.run(
        [PDFTOPPM, "-r", str(dots), "-gray", "-png", "made.pdf", "page"], cwd=folder, check=True
    )
    return [
        1 - np.asarray(Image.open(path).convert("L")) / 255
        for path in sorted(folder.glob("page*.png"))
    ]


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_margins_stay_white(layout, landscape, tmp_path):
    long = (Paragraph(runs("ก" * 900)), Heading(1, runs("x" * 300)), table([(runs("W" * 99),) * 2]))
    made = text(layout, *BLOCKS, *long, signatures=SIGNATURES, landscape=landscape)
    for page in pictures(as_pdf(made), tmp_path):
        edge = 30  # 7.6 mm
        for strip in (page[:edge], page[-edge:], page[:, :edge], page[:, -edge:]):
            assert strip.max() < 0.1
        assert page.max() > 0.9


def test_marks_above_and_below_touch_no_border_of_a_table(tmp_path):
    made = text("table", table([(runs(HIGH_AND_LOW), runs(HIGH_AND_LOW))] * 3), fields={})
    [page] = pictures(as_pdf(made), tmp_path, dots=300)
    dark = (page > 0.3).sum(axis=1)
    lines = np.flatnonzero(dark > page.shape[1] * 0.7)  # the borders from side to side
    borders = [row for place, row in enumerate(lines) if place == 0 or row - lines[place - 1] > 3]
    assert len(borders) == 5
    inner = page[:, int(page.shape[1] * 0.1) : int(page.shape[1] * 0.24)]  # no vertical border
    for top, bottom in pairwise(borders[1:]):
        ink = np.flatnonzero((inner[top + 5 : bottom - 2] > 0.3).any(axis=1))
        assert ink[0] > 1
        assert ink[-1] < bottom - top - 8


def test_lines_of_text_do_not_run_into_each_other(tmp_path):
    made = text("report", Paragraph(runs(f"{HIGH_AND_LOW} " * 30), plain=True), fields={})
    page = pictures(as_pdf(made), tmp_path, dots=300)[-1]
    rows = (page[:2000] > 0.5).any(axis=1)
    starts = np.flatnonzero(rows[1:] & ~rows[:-1])
    assert len(starts) >= 8
