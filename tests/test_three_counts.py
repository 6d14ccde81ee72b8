"""Pipeline, recount and intent agree on whole rehearsals, whatever the seed and the size."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from recount import recount

from aggregate import Summary, summarise
from collector import Ledger
from collector.collect import collect
from collector.rehearsal import TRUTH
from collector.tidy import tidy
from config.loading import load_campaign
from rapsap.demo import rehearse_in
from report.figures_csv import completion_csv, risk_csv

if TYPE_CHECKING:
    from pathlib import Path

    from config.campaign import Campaign

NOW = datetime(2023, 5, 20, 3, tzinfo=UTC)
MANY = [(200 + 29 * seed, seed) for seed in range(3, 33)]


def counted(campaign: Campaign, folder: Path) -> Summary:
    """Collect, tidy and aggregate, as a refresh does."""
    with Ledger(folder / "ledger.sqlite") as ledger:
        collect(campaign, folder, ledger, now=NOW)
        tables = [table for form in campaign.read_forms for table in ledger.answers(form.id)]
    return summarise(tidy(tables, campaign, NOW), campaign)


def rows_of(document) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(document.content.decode("utf-8-sig"))))


def like(rows: list[dict], model: list[dict]) -> list[dict]:
    return [{column: row[column] for column in model[0]} for row in rows]


def as_text(rows: list[dict]) -> list[dict[str, str]]:
    return [{c: "" if v is None else str(v) for c, v in row.items()} for row in rows]


@pytest.mark.parametrize(
    ("people", "seed"),
    [
        pytest.param(200, 77),
        *(pytest.param(people, seed, marks=pytest.mark.slow) for people, seed in MANY),
        pytest.param(3000, 2566, marks=pytest.mark.slow),
    ],
)
def test_all_three_agree(tmp_path: Path, people: int, seed: int) -> None:
    folder = tmp_path / "campaign"
    rehearse_in(folder, people=people, seed=seed)
    campaign = load_campaign(folder)
    truth = json.loads((folder / TRUTH).read_text("utf-8"))
    summary = counted(campaign, folder)
    assert summary.as_of
    again = recount(campaign, folder, summary.as_of.date())

    published = rows_of(completion_csv(summary))
    assert like(published, again.completion) == again.completion
    assert like(published, truth["completion"]) == as_text(truth["completion"])
    assert summary.rows_by_form == truth["rows_by_form"]
    assert {
        form: like([rows], [again.rows])[0] for form, rows in summary.rows_by_form.items()
    } == again.rows_by_form
    assert like([summary.whole], [truth["whole"]]) == [truth["whole"]]
    again.whole.pop("percent")
    assert like([summary.whole], [again.whole]) == [again.whole]
    assert summary.as_of == again.as_of == datetime.fromisoformat(truth["as_of"])
    assert like(rows_of(risk_csv(summary)), again.risk) == again.risk
    assert again.respondents == truth["risk"]["respondents"]
    names = {agency.id: agency.name for agency in campaign.agencies}
    assert {names[row.agency_id]: row.people for row in summary.reported.itertuples()} == truth[
        "reported"
    ]


@pytest.mark.parametrize(("people", "seed"), [(200, 5), (600, 2566)])
def test_a_rehearsal_has_what_a_year_brings(tmp_path: Path, people: int, seed: int) -> None:
    rehearse_in(tmp_path / "campaign", people=people, seed=seed)
    campaign = load_campaign(tmp_path / "campaign")
    truth = json.loads((tmp_path / "campaign" / TRUTH).read_text("utf-8"))
    table = truth["completion"]
    outdated = {row["notice_id"] for row in table if row["outdated"]}
    assert outdated == {campaign.notices[-1].id}
    assert {row["basis"] for row in table} == {"roster", "headcount", "none"}
    assert len({row["agency_id"] for row in table if row["basis"] == "roster"}) == 4
    people_on = campaign.people
    assert all(
        any(getattr(person, part) for person in people_on)
        for part in ("joined", "left", "exempt", "exempt_until")
    )
    kinds = {decision.decision for decision in campaign.decisions}
    assert kinds == {"same", "different", "works_in", "confirmed"}
    assert truth["rows_by_form"]["paper"]["accepted"] > 10
