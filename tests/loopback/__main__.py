"""``make demo-google``: the rehearsal through a loopback Google, compared with its downloads."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from loopback.google import Google
from loopback.rehearsal import Rehearsal

_PEOPLE = 3000


def main() -> int:
    """Refresh from downloads, from Google, and from both; say whether the figures are equal."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else _PEOPLE
    with tempfile.TemporaryDirectory() as folder, Google() as google:
        rehearsal = Rehearsal(google, Path(folder), people=people)
        downloads = rehearsal.refresh(rehearsal.campaign("downloads", inbox=True, sheets=False))
        ways = {
            "Google Sheets": rehearsal.campaign("sheets", inbox=False, sheets=True),
            "downloads, Sheets and Forms": rehearsal.campaign(
                "all", inbox=True, sheets=True, forms=True
            ),
        }
        print(f"{people} people; downloads: {_sizes(downloads.data)}")
        equal = downloads.exit_code == 0
        for name, campaign in ways.items():
            first = rehearsal.refresh(campaign)
            again = rehearsal.refresh(campaign, hours_later=1)
            same = first.data == downloads.data == again.data and first.exit_code == 0
            print(f"{name}: data {'equal, byte for byte' if same else 'DIFFERENT'}")
            print(f"  asked of Google: {_counted(first.reads)}; an hour later with nothing new: "
                  f"{_counted(again.reads)}")  # fmt: skip
            equal &= same
        for complaint in google.complaints:
            print(f"Google would not have understood: {complaint}")
        return 0 if equal and not google.complaints else 1


def _sizes(data: dict[str, bytes]) -> str:
    return ", ".join(f"{name} {len(content):,} bytes" for name, content in data.items())


def _counted(reads: dict[str, int]) -> str:
    return ", ".join(f"{method} {times}" for method, times in sorted(reads.items())) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
