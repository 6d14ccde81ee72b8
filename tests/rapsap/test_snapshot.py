"""A campaign edited while a refresh is at work: it keeps to what it read, the next one has it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from small_campaign import drop_signoffs, new_small_campaign

from rapsap.refreshing import open_ledger, refresh
from rapsap.unchanged import inputs_of, is_up_to_date, read_last_run

NOW = datetime(2023, 4, 10, 3, tzinfo=UTC)


def test_one_snapshot_per_run(tmp_path):
    folder, out = tmp_path / "campaign", tmp_path / "campaign/out"
    new_small_campaign(folder)
    drop_signoffs(folder, "april.csv", ("สมหญิง", "8/4/2566, 9:00:00"))
    settings = folder / "campaign.toml"
    steps = []

    def edit_after_the_first_step(step):
        steps.append(step)
        if len(steps) == 2:  # the campaign has been read
            text = settings.read_text("utf-8").replace("closes = 2023-04-30", "closes = 2023-04-05")
            settings.write_text(text.replace("chiang-rai-2566", "edited"), encoding="utf-8")

    run = refresh(folder, now=NOW, progress=edit_after_the_first_step)
    assert run.summary.completion["late"].sum() == 0
    figures = json.loads((out / "public/data/summary.json").read_text("utf-8"))
    assert figures["campaign"] == "chiang-rai-2566"
    with open_ledger(folder) as ledger:
        now_there = inputs_of(folder, ledger)
    assert not is_up_to_date(read_last_run(out), out, inputs=now_there, now=NOW)
