"""The compute part of a refresh in a process of its own: prints the seconds it took."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from time import perf_counter

from aggregate import summarise
from collector import Ledger
from collector.tidy import tidy
from config.loading import load_campaign
from rapsap.refreshing import LEDGER
from rapsap.short_lived import leave_cycles_alone


def compute(folder: Path, now: datetime) -> float:
    """Return the seconds from the ledger's rows to every figure."""
    campaign = load_campaign(folder)
    with Ledger(folder / LEDGER) as ledger:
        tables = [table for form in campaign.forms for table in ledger.answers(form.id)]
    began = perf_counter()
    summarise(tidy(tables, campaign, now), campaign)
    return perf_counter() - began


if __name__ == "__main__":
    leave_cycles_alone()
    print(compute(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])))
