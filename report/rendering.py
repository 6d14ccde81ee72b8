"""From a Summary to every file of a release. Pure: the clock and the run's facts are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.checked import checked_document
from report.figures_csv import figures_as_csv
from report.figures_json import figures_as_json
from report.internal import office_lists
from report.pages import office_page, overview_page, risk_page
from report.pages.assets import asset_documents
from report.run_record import run_records

if TYPE_CHECKING:
    from datetime import datetime

    import pandas as pd

    from aggregate.summary import Summary
    from config.campaign import Campaign
    from report.document import Document


def render(
    summary: Summary,
    campaign: Campaign,
    run: dict[str, Any],
    changes: pd.DataFrame,
    now: datetime,
) -> tuple[Document, ...]:
    """Return the release: what is linked comes before the pages that link it."""
    return (
        *asset_documents("public"),
        *asset_documents("internal"),
        *figures_as_csv(summary),
        figures_as_json(summary, campaign),
        *run_records(run),
        *office_lists(summary, changes, run["refused_files"]),
        office_page(summary, campaign, run, now),
        risk_page(summary, campaign, run, now),
        overview_page(summary, campaign, run, now),
        checked_document(now),
    )
