"""Who has signed, one by one, and since when: the evidence behind every count. Internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from aggregate.cube import per_person

if TYPE_CHECKING:
    from config.campaign import Campaign

SIGNER_COLUMNS = [
    "person", "agency_id", "agency", "name", "position", "group", "staff_type", "counted",
    "off_roster", "in_percentages", "all", "how",
]  # fmt: skip
SIGNATURE_COLUMNS = ["person", "notice_id", "state", "acknowledged_at", "how"]
_WAYS = {
    (False, False): "", (True, False): "electronic", (False, True): "paper", (True, True): "both",
}  # fmt: skip
_STATES = ["acknowledged", "outdated", "clarify"]


def list_signers(signed: pd.DataFrame, standing: pd.DataFrame, campaign: Campaign) -> pd.DataFrame:
    """Return everybody who sent a sign-off, agencies in the register's order, then by name.

    ``signed``: see `aggregate.people.signers`, with ``on_roster`` and ``in_percentages``.
    Columns: `SIGNER_COLUMNS`; ``staff_type`` is its name; ``off_roster`` (bool): the agency has a
    roster, not with this name; ``in_percentages`` (bool): one of those whom completion counts;
    ``all`` (bool): every notice is acknowledged; ``how``: see `list_signatures`, over all
    notices.
    """
    agencies = {agency.id: agency.name for agency in campaign.agencies}
    staff_types = {staff_type.id: staff_type.name for staff_type in campaign.staff_types}
    order = {agency: place for place, agency in enumerate(agencies)}
    with_roster = {person.agency for person in campaign.people}
    ways = standing.groupby("person")[["electronic", "paper"]].max()
    return (
        per_person(signed, standing, [notice.id for notice in campaign.notices])
        .assign(
            agency=lambda people: people["agency_id"].map(agencies),
            staff_type=lambda people: people["staff_type"].map(staff_types),
            off_roster=lambda people: people["agency_id"].isin(with_roster) & ~people["on_roster"],
            place=lambda people: people["agency_id"].map(order),
            how=lambda people: _how(ways.reindex(people["person"]).fillna(value=False)),
        )
        .sort_values(["place", "name", "person"], ignore_index=True)[SIGNER_COLUMNS]
    )


def list_signatures(standing: pd.DataFrame) -> pd.DataFrame:
    """Return where each person stands with each notice that they answered.

    ::

        person  notice  acknowledged  late   outdated  clarify      person  notice  state
        A       hr      True          False  False     False    ->  A       hr      acknowledged
        A       ethics  False         False  False     True         A       ethics  clarify

    Columns: `SIGNATURE_COLUMNS`; ``state``: ``acknowledged``, ``late``, ``outdated``,
    ``clarify``; ``acknowledged_at``: see `aggregate.latest.standing`; ``how``: ``electronic``,
    ``paper``, ``both``, "" where nothing is signed.
    """
    answered = standing[standing[_STATES].any(axis="columns")]
    states = pd.Series("clarify", index=answered.index, dtype=object)
    for state in ("outdated", "acknowledged", "late"):
        states = states.mask(answered[state].astype(bool), state)
    return answered.assign(state=states, how=_how(answered))[SIGNATURE_COLUMNS].reset_index(
        drop=True
    )


def _how(ways: pd.DataFrame) -> list[str]:
    """Return the way of signing that ``electronic`` and ``paper`` come to, row by row."""
    pairs = zip(ways["electronic"].astype(bool), ways["paper"].astype(bool), strict=True)
    return [_WAYS[pair] for pair in pairs]
