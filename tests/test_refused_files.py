"""A file set aside whole: one line for the office, and nothing of it for the public."""

from __future__ import annotations

import csv
from datetime import UTC, datetime

from small_campaign import new_small_campaign

from rapsap.refreshing import out_of, refresh

CANARY = "ขมิ้นสมมติ"


def test_a_file_without_headings_shows_nobody_s_answers_to_the_public(tmp_path) -> None:
    folder = tmp_path / "campaign"
    new_small_campaign(folder)
    row = f"3/4/2023,{CANARY},{CANARY}@example.com,ตำแหน่ง{CANARY}\r\n"
    (folder / "inbox" / "signoff" / "no headings.csv").write_text(row * 2, encoding="utf-8")
    refresh(folder, now=datetime(2023, 5, 1, tzinfo=UTC))
    out = out_of(folder)
    public = [path for path in (out / "public").rglob("*") if path.is_file()]
    assert public
    assert [path.name for path in public if CANARY.encode() in path.read_bytes()] == []
    with (out / "internal" / "set-aside.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert line["source"] == "signoff/no headings.csv"
    assert line["reason"]
    assert line["remedy"]
