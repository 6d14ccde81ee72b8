"""Who stands in an agency's list of one notice: counted, signed beside the count, or missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aggregate.person_state import PERSON_STATES
from config.dates import short_date
from config.messages import thai
from config.thai import thai_digits
from report.rows import rows_of, rows_where
from report.words import WAYS, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from config.campaign import Notice
    from report.packs.pack import Pack
    from report.rows import Row

_ACKNOWLEDGED = ("acknowledged", "late")


@dataclass(frozen=True, slots=True)
class Line:
    """One person: what the list says of them, ready to print."""

    name: str
    position: str
    group: str = ""
    day: str = ""
    how: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An agency's people and one notice.

    ``counted`` are the acknowledgements of completion.csv, one line each; ``beside`` signed, but
    no percentage speaks of them; ``missing`` are those known by name, ``nameless`` the others.
    """

    counted: tuple[Line, ...]
    beside: tuple[Line, ...]
    missing: tuple[Line, ...]
    nameless: int


def listed(pack: Pack, notice: Notice) -> Listed:
    """Return everybody of the agency, each once."""
    signatures = pack.signatures[pack.signatures["notice_id"] == notice.id]
    signed = rows_of(
        pack.signers.drop(columns=["how", "agency_id"]).merge(signatures, on="person", sort=False)
    )
    owed = rows_where(pack.missing, lambda row: row["notice_id"] == notice.id)
    return Listed(
        counted=tuple(
            _signed(row, notice, pack)
            for row in signed
            if row["in_percentages"] and row["state"] in _ACKNOWLEDGED
        ),
        beside=tuple(_signed(row, notice, pack) for row in signed if not row["in_percentages"]),
        missing=tuple(
            Line(row["person"], row["position"], remark=row["state"])
            for row in owed
            if row["person"]
        ),
        nameless=sum(row["missing"] for row in owed if not row["person"]),
    )


def _signed(row: Row, notice: Notice, pack: Pack) -> Line:
    moment = row["acknowledged_at"]
    return Line(
        name=row["name"],
        position=row["position"],
        group=row["group"],
        day=thai_digits(short_date(_day(row, pack))) if moment else "",
        how=word(WAYS, row["how"]),
        remark=" · ".join(_remarks(row, notice, pack)),
    )


def _remarks(row: Row, notice: Notice, pack: Pack) -> Sequence[str]:
    late = [thai("after the closing day")] if row["state"] == "late" else []
    other = [word(PERSON_STATES, row["state"])] if row["state"] not in _ACKNOWLEDGED else []
    return [*late, *other, *_former_version(row, notice, pack), *_not_counted(row)]


def _former_version(row: Row, notice: Notice, pack: Pack) -> list[str]:
    """Name the version acknowledged, where another one is in force now."""
    if not row["acknowledged_at"] or not pack.as_of:
        return []
    given, now = notice.version_on(_day(row, pack)), notice.version_on(pack.as_of.date())
    said = thai("acknowledged version {version}")
    return [said.format(version=thai_digits(notice.versions[given].version))] * (given != now)


def _not_counted(row: Row) -> list[str]:
    if row["in_percentages"]:
        return []
    if not row["counted"]:
        return [thai("this staff type is not counted")]
    if row["off_roster"]:
        return [thai("not on the agency's roster")]
    return [thai("not counted by the agency's roster")]


def _day(row: Row, pack: Pack) -> date:
    moment: datetime = row["acknowledged_at"]
    return moment.astimezone(pack.campaign.zone).date()
