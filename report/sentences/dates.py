"""The day of the data, as every sentence about figures names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.dates import long_date
from config.messages import thai

if TYPE_CHECKING:
    from report.facts import Facts


def day_of_the_data(facts: Facts) -> str:
    """Return ``๒๘ เมษายน ๒๕๖๖``: the day of the newest accepted answer; "" before the first."""
    as_of = facts.summary.as_of
    return long_date(as_of.astimezone(facts.campaign.zone)) if as_of else ""


def dated(sentence: str, facts: Facts) -> str:
    """Return the sentence with the day of its data behind it."""
    day = day_of_the_data(facts)
    if not day:
        return sentence
    return thai("{sentence} (data as of {day})").format(sentence=sentence, day=day)
