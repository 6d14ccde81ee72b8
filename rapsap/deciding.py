"""The decisions typed into the tracker: read and taken up before that file is written anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.errors import UserError
from config.messages import spoken_in_thai, thai

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from config.campaign import Campaign
    from config.typed_decisions import TypedRow

    Check = Callable[[Campaign], None]

TRACKER = "internal/tracker.xlsx"


@dataclass(frozen=True)
class Typed:
    """What the tracker held, and what came of it.

    ``content`` is the file as it was read, None where it was not; ``taken`` decisions are new in
    ``decisions.csv``; ``kept`` rows are to be shown again as they were typed.
    """

    content: bytes | None = None
    taken: int = 0
    kept: tuple[TypedRow, ...] = ()
    remarks: tuple[str, ...] = ()


def take_up_typed(
    out: Path, folder: Path, campaign: Campaign, *, knowing: Callable[[], Check]
) -> Typed:
    """Read what is typed into the tracker below ``out`` and append its decisions to ``folder``.

    ``knowing`` makes the check of who is known; it is costly, and made for decisions only.
    """
    try:
        with (out / TRACKER).open("r+b") as file:  # Windows refuses this while Excel has it open
            content = file.read()
    except FileNotFoundError:
        return Typed()
    except OSError:
        return Typed(remarks=(in_use(),))
    from config.typed_decisions import read_typed

    with spoken_in_thai():
        try:
            rows = read_typed(content)
        except UserError as fault:
            return Typed(remarks=(_unreadable(fault),))
        if not any(row.is_meant for row in rows):
            return Typed(content, kept=rows)
        return _taken_up(content, rows, folder, campaign, knowing())


def _taken_up(
    content: bytes, rows: tuple[TypedRow, ...], folder: Path, campaign: Campaign, check: Check
) -> Typed:
    from config.taking_up import take_up

    found = take_up(rows, folder, campaign, require_known=check)
    remarks = [_not_taken(row) for row in found.kept if row.faults]
    if found.taken:
        remarks.append(
            thai("{count} decisions were taken from tracker.xlsx into decisions.csv.").format(
                count=found.taken
            )
        )
    return Typed(content, found.taken, found.kept, tuple(remarks))


def in_use() -> str:
    """Return the remark that the old tracker stays."""
    return thai(
        "tracker.xlsx is open in another program or was changed meanwhile: the old one stays, and "
        "what is typed in it is read next time. Save and close it, then refresh again."
    )


def _unreadable(fault: UserError) -> str:
    return thai(
        "tracker.xlsx cannot be read, so the old one stays: {fault} Move it elsewhere, and the "
        "next refresh writes it anew."
    ).format(fault=fault)


def _not_taken(row: TypedRow) -> str:
    return thai("tracker.xlsx, sheet “{sheet}”, row {row}: {faults}").format(
        sheet=thai("To decide"), row=row.number, faults="; ".join(row.faults)
    )
