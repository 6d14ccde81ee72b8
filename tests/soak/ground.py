"""The campaign that is killed: two agencies, so that a refresh is quick; files of the office."""

from __future__ import annotations

from small_campaign import AGENCY, drop_signoffs, keep_agencies

from config.new import new_campaign

LAND = "สำนักงานที่ดินจังหวัดเชียงราย"
OFFICE_FILES = ("public/ประกาศของสำนักงาน.docx", "internal/บันทึกของเจ้าหน้าที่.docx")
_LETTERS = "กขคงจชซญดตถทธนบปผพฟมยรลวสหอ"
BEGINS = 1_681_959_600  # 20 April 2023, 10.00 in Bangkok


def make_campaign(folder):
    new_campaign(folder)
    keep_agencies(folder, AGENCY, LAND)
    drop_answers(folder, 0)


def drop_answers(folder, number):
    """Put a download with two people's answers into the inbox: nobody else has their names."""
    name = "".join(_LETTERS[int(digit)] for digit in f"{number:04d}")
    at = f"{number % 18 + 1}/4/2023, 9:{number % 60:02d}:00"
    drop_signoffs(folder, f"{number:04d}.csv", (f"สมมติ{name}", at), (f"ทดลอง{name}", at))


def drop_office_files(folder):
    for name in OFFICE_FILES:
        place = folder / "out" / name
        if not place.exists():
            place.write_bytes(name.encode())
