"""Keeping evidence: a folder per state of the data, beside the report, never written again.

A refresh makes ``out/internal`` anew as a whole; what somebody has printed and certified must not
change or vanish with it. So evidence is made when asked for and stands, like an edition, in a
folder of its own with the date of its data: nothing old can look fresh.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from report.checksums import CHECKSUMS, checksum_lines, sha256_of
from report.freezing import put_at_once, write_for_ever
from report.staging import read_or_none, said_plainly, staging_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

EVIDENCE = "evidence"


def keep(files: Iterable[tuple[str, bytes]], day: date, out: Path) -> Path:
    """Return the folder below ``out/evidence`` that holds these files, read-only, and their sums.

    ``day``, the date of the data, names it; where that name holds other files, a number follows
    (``2023-04-30-2``). The same files again are not written again. The folder appears all at once.
    Raises `CannotWriteError`.
    """
    with said_plainly(out), staging_folder(out) as aside:
        fresh = aside / EVIDENCE
        sums = checksum_lines(dict(_written(files, fresh)))
        for place in _places(day, out):
            if read_or_none(place / CHECKSUMS) == sums:
                return place
            if not place.exists():
                write_for_ever(fresh / CHECKSUMS, sums)
                put_at_once(fresh, place)
                return place
    raise AssertionError  # some number is free


def _written(files: Iterable[tuple[str, bytes]], fresh: Path) -> Iterator[tuple[str, str]]:
    """Write one file after the other, for all of them together may be large."""
    for name, content in files:
        write_for_ever(fresh / name, content)
        yield name, sha256_of(content)


def _places(day: date, out: Path) -> Iterator[Path]:
    """Return where such a folder may stand: ``2023-04-30``, ``2023-04-30-2``, …."""
    folder = out / EVIDENCE
    yield folder / day.isoformat()
    yield from (folder / f"{day.isoformat()}-{number}" for number in count(2))
