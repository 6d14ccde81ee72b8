"""What an agency's coordinator may see: the agency's own figures and people, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.forms import form_link
from report.rows import Row, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    import pandas as pd

    from collector.forms import FormLink
    from config.campaign import Agency, Campaign
    from report.facts import Facts


@dataclass(frozen=True, slots=True)
class Pack:
    """One agency's part of the Summary: rows of other agencies never get in.

    ``figures`` is its row of ``agencies``; ``completion`` has a row per notice, with ``owed``;
    ``signers``, ``signatures`` and ``missing`` are cut to its people; ``signoff`` and ``coi``
    lead to its forms.
    """

    agency: Agency
    campaign: Campaign
    as_of: datetime | None
    now: datetime
    figures: Row
    completion: tuple[Row, ...]
    signers: pd.DataFrame
    signatures: pd.DataFrame
    missing: pd.DataFrame
    signoff: FormLink
    coi: FormLink


def packs(facts: Facts) -> Iterator[Pack]:
    """Return the agencies of the register, each with its own part of the figures."""
    summary = facts.summary
    at_work_in = dict(summary.signers[["person", "agency_id"]].itertuples(index=False, name=None))
    signatures = summary.signatures.assign(
        agency_id=summary.signatures["person"].map(at_work_in)
    ).pipe(_by_agency)
    signers, missing = _by_agency(summary.signers), _by_agency(summary.missing)
    figures = {row["agency_id"]: row for row in rows_of(summary.agencies)}
    completion = _by_agency(
        summary.completion.merge(summary.owed, on=["agency_id", "notice_id"], how="left")
    )
    for agency in facts.campaign.agencies:
        yield Pack(
            agency=agency,
            campaign=facts.campaign,
            as_of=summary.as_of,
            now=facts.now,
            figures=figures[agency.id],
            completion=tuple(rows_of(completion[agency.id])),
            signers=signers.get(agency.id, summary.signers.head(0)),
            signatures=signatures.get(agency.id, summary.signatures.head(0)),
            missing=missing.get(agency.id, summary.missing.head(0)),
            signoff=form_link("signoff", agency, facts.campaign, facts.made),
            coi=form_link("coi", agency, facts.campaign, facts.made),
        )


def _by_agency(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {str(agency): rows for agency, rows in table.groupby("agency_id", sort=False)}
