"""What agencies report of a measure, in numbers; nothing of what they write is public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.dates import long_date
from config.messages import thai
from report.thai_figures import people

if TYPE_CHECKING:
    from report.facts import Facts
    from report.rows import Row


def reported(row: Row, facts: Facts) -> tuple[str, ...]:
    """Return the sentences about a row of O43 (`aggregate.progress.progress`); none without one."""
    if not row.get("agencies_reported"):
        return ()
    said = (_who(row, facts), _complaints(row), _attendance(row, facts), _outside(row))
    return tuple(sentence for sentence in said if sentence)


def _who(row: Row, facts: Facts) -> str:
    sentence = thai("{some} of {agencies} agencies have reported a result, the newest of {day}.")
    return sentence.format(
        some=people(row["agencies_reported"]),
        agencies=people(len(facts.campaign.agencies)),
        day=long_date(row["latest_on"]),
    )


def _complaints(row: Row) -> str:
    told = {
        "received": thai("{count} complaints received"),
        "closed": thai("{count} closed"),
        "open": thai("{count} open"),
    }
    parts = [
        words.format(count=people(row[name]))
        for name, words in told.items()
        if row[name] is not None
    ]
    source = thai("(as {agencies} agencies report)").format(agencies=people(row["complaints_from"]))
    return " ".join((*parts, source)) if parts else ""


def _attendance(row: Row, facts: Facts) -> str:
    told = {
        "attended_agencies": ("agencies", thai("attended: {some} of {all} agencies")),
        "attended_local": ("local_bodies", thai("attended: {some} of {all} local administrations")),
    }
    return " ".join(
        words.format(some=people(row[name]), all=people(_out_of(number, facts)))
        for name, (number, words) in told.items()
        if row[name] is not None
    )


def _out_of(number: str, facts: Facts) -> int:
    """Return how many could attend, as the form itself bounds the number."""
    return facts.campaign.form("progress").question(f"number.{number}").most or 0


def _outside(row: Row) -> str:
    if not row["outside"]:
        return ""
    sentence = thai("{count} reports are dated outside the period of the measure (please check).")
    return sentence.format(count=people(row["outside"]))
