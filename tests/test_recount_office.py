"""The office's days and its agencies' risk equal a second, independent count."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from recount import Recount, recount
from recount_office import agency_risk, assessed_per_day, completed_per_day, unit_by_agency

from config.loading import load_campaign
from rapsap.refreshing import aggregate_only

TODAY = date(2023, 5, 20)
NOW = datetime(2023, 5, 20, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def campaign(refreshed_demo):
    return load_campaign(refreshed_demo)


@pytest.fixture(scope="module")
def recounted(refreshed_demo, campaign) -> Recount:
    return recount(campaign, refreshed_demo, TODAY)


@pytest.fixture(scope="module")
def summary(refreshed_demo):
    return aggregate_only(refreshed_demo, now=NOW, progress=lambda _step: None)[1]


def per_day(summary, column):
    """Return what is not nothing, by agency and day."""
    rows = summary.timeline[summary.timeline["scope"] == "agency"]
    return {
        (row.agency_id, row.day): getattr(row, column)
        for row in rows.itertuples()
        if getattr(row, column)
    }


def test_the_timeline_is_the_recount(summary, campaign, recounted) -> None:
    completed = completed_per_day(campaign, recounted.signoffs, TODAY)
    assert sum(completed.values()) > 100
    assert per_day(summary, "completed") == completed
    assessed = assessed_per_day(campaign, recounted.assessments)
    assert per_day(summary, "assessed") == assessed
    province = summary.timeline[summary.timeline["scope"] == "province"]
    assert province["completed"].sum() == sum(completed.values())
    assert province["assessed"].sum() == recounted.respondents


def test_the_units_of_risk_are_the_recount_s(summary, campaign, recounted) -> None:
    units = summary.risk_units[summary.risk_units["unit_id"] != ""]
    found = dict(zip(units["agency_id"], units["unit_id"], strict=True))
    assert found == unit_by_agency(campaign, recounted.assessments)
    assert units["respondents"].sum() == recounted.respondents


def test_an_agency_s_risk_is_the_recount(summary, campaign, recounted) -> None:
    counted = agency_risk(campaign, recounted.assessments)
    assert {"few", "company"} <= {why for why in counted.values() if isinstance(why, str)}
    found = {
        (row.unit_id, row.kind_id): row.hidden
        or (
            str(row.responses), str(row.not_applicable), f"{row.mean_score:.2f}",
            str(row.max_score), f"{row.high_percent:.1f}", row.level,
        )
        for row in summary.agency_risk.itertuples()
    }  # fmt: skip
    assert found == counted
