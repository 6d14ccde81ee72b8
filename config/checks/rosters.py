"""The rosters of the agencies that have given one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from config.finding import Finding, place_of
from config.messages import _
from config.names import key_of
from config.tables import PEOPLE
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign


def doubled_people(campaign: Campaign) -> Iterator[Finding]:
    """Count the people who stand twice on a roster: namesakes, or one person too many."""
    times = Counter(
        (p.agency, key_of(f"{p.first_name} {p.last_name}"), match_key(p.position), p.joined)
        for p in campaign.people
    )
    count = sum(number > 1 for number in times.values())
    if count:
        yield Finding(
            place_of(PEOPLE),
            _("{count} names stand twice in an agency with the same position").format(count=count),
            _("delete one of two rows about one person; tell namesakes apart by position"),
        )
