"""An agency's list of one notice, as a document to be certified by its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.dates import long_date
from config.messages import thai
from config.thai import thai_digits
from report.documents.blocks import OfficialText, Paragraph, Run, Signature, Table
from report.evidence.people import listed
from report.thai_figures import people, share
from report.workbook.stamp import as_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from config.campaign import Notice
    from report.documents.blocks import Align, Block, Runs
    from report.evidence.people import Line
    from report.packs.pack import Pack
    from report.rows import Row

_WIDTHS = (0.045, 0.185, 0.185, 0.165, 0.095, 0.095, 0.1, 0.13)
_ALIGNS: tuple[Align, ...] = ("center", *(("left",) * 7))


def evidence_list(pack: Pack, notice: Notice, reference: str) -> OfficialText:
    """Return the list: its figures are those of completion.csv, its people the agency's own."""
    return OfficialText(
        name=f"{pack.agency.id}-{notice.id}",
        layout="table",
        blocks=tuple(_blocks(pack, notice)),
        fields=_fields(pack, notice, reference),
        signatures=(
            Signature(
                name="",
                position="\n".join((thai("Head of the agency"), pack.agency.name)),
                order=thai("Certified to be correct. Certified by:"),
            ),
        ),
        landscape=True,
    )


def _fields(pack: Pack, notice: Notice, reference: str) -> Mapping[str, str]:
    day = pack.as_of.date() if pack.as_of else pack.campaign.window.opens
    version = notice.versions[notice.version_on(day)]
    said = thai("Version {version}, in force since {day}").format(
        version=thai_digits(version.version), day=long_date(version.since)
    )
    known_by = thai("Reference of the ledger: {reference}").format(reference=reference or "–")
    return {
        "title": "\n".join((thai("Evidence of acknowledgement"), notice.title)),
        "subtitle": f"{said}\n{pack.agency.name}",
        "data_as_of": f"{as_of_text(pack.as_of, pack.campaign)} · {known_by}",
    }


def _blocks(pack: Pack, notice: Notice) -> Iterator[Block]:
    everybody = listed(pack, notice)
    figures = next(row for row in pack.completion if row["notice_id"] == notice.id)
    yield _plain(_figures(figures))
    yield _table(thai("Acknowledged: {count} people"), everybody.counted)
    if everybody.beside:
        yield _table(thai("Signed, but not counted: {count} people"), everybody.beside)
    if everybody.missing:
        yield _table(thai("Not acknowledged, known by name: {count} people"), everybody.missing)
    if everybody.nameless:
        yield _plain(
            thai("Not acknowledged and not known by name: {count} people").format(
                count=people(everybody.nameless)
            )
        )
    yield _plain(thai("“Electronically” means: the person pressed send in the sign-off form …"))


def _figures(row: Row) -> str:
    """Return the row of completion.csv in words."""
    told = (
        (thai("to sign"), people(row["headcount"]) if row["basis"] != "none" else ""),
        (thai("acknowledged"), people(row["acknowledged"])),
        (thai("after the closing day"), people(row["late"])),
        (thai("to be acknowledged again"), people(row["outdated"])),
    )
    counts = [
        thai("{what} {count} people").format(what=what, count=count)
        for what, count in told
        if count
    ]
    if row["basis"] == "none":
        return " · ".join([thai("head-count not declared"), *counts])
    return " · ".join([*counts, thai("{percent} percent").format(percent=share(row["percent"]))])


def _table(caption: str, lines: Sequence[Line]) -> Table:
    header = (
        thai("No. in the list"), thai("Name"), thai("Position"), thai("Group in the agency"),
        thai("Acknowledged on"), thai("Signed how"), thai("Signature"), thai("Remark"),
    )  # fmt: skip
    return Table(
        header=tuple(_runs(title) for title in header),
        rows=tuple(_row(place, line) for place, line in enumerate(lines, start=1)),
        widths=_WIDTHS,
        aligns=_ALIGNS,
        caption=caption.format(count=people(len(lines))),
    )


def _row(place: int, line: Line) -> tuple[Runs, ...]:
    cells = (
        people(place),
        line.name,
        line.position,
        line.group,
        line.day,
        line.how,
        "",
        line.remark,
    )
    return tuple(_runs(cell) for cell in cells)


def _plain(text: str) -> Paragraph:
    return Paragraph(_runs(text), plain=True)


def _runs(text: str) -> Runs:
    return (Run(text),)
