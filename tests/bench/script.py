"""The reference: the script that an analyst would write on the same two files.

It counts right on tidy files only: no alias, no second dialect, no ledger, no reason given.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import pandas as pd

AGENCY, PERSON = "หน่วยงานที่ปฏิบัติงานจริง", ["หน่วยงานที่ปฏิบัติงานจริง", "ชื่อ", "นามสกุล"]
ACKNOWLEDGED, NOTICE = "รับทราบและจะถือปฏิบัติ", "ข้าพเจ้าได้อ่านและรับทราบ"
SCALE = dict(zip("๑๒๓๔๕", range(1, 6), strict=True))
CLOSES = pd.Timestamp("2023-05-01")


def count(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return who acknowledged what per agency, and the risk per kind; write both as CSV."""
    signoff = pd.read_csv(folder / "inbox" / "signoff" / "answers.csv")
    coi = pd.read_csv(folder / "inbox" / "coi" / "answers.csv")
    sent = pd.to_datetime(signoff["ประทับเวลา"], format="%d/%m/%Y, %H:%M:%S")
    people = signoff.assign(sent=sent, late=sent >= CLOSES).sort_values("sent")
    people = people.drop_duplicates(PERSON, keep="last")
    notices = [column for column in people.columns if column.startswith(NOTICE)]
    given = people[notices].eq(ACKNOWLEDGED).assign(late=people["late"])
    completion = given.assign(all=given[notices].all(axis="columns")).groupby(people[AGENCY]).sum()
    scales = coi.filter(like="(").apply(lambda answers: answers.str[0].map(SCALE))
    scores = pd.DataFrame(scales.to_numpy()[:, ::2] * scales.to_numpy()[:, 1::2])
    risk = scores.agg(["count", "mean", "max"]).T.assign(high=(scores >= 10).mean())
    completion.to_csv(folder / "script-completion.csv")
    risk.to_csv(folder / "script-risk.csv")
    return completion, risk


def draw(completion: pd.DataFrame, risk: pd.DataFrame, folder: Path) -> None:
    """Draw the two charts that the script would have."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - counting alone does not pay for it

    for name, table, column in (("completion", completion, "all"), ("risk", risk, "mean")):
        figure = Figure(figsize=(8, 9))
        figure.subplots().barh(range(len(table)), table[column])
        figure.savefig(folder / f"script-{name}.svg")


if __name__ == "__main__":
    began, place = perf_counter(), Path(sys.argv[1])
    tables = count(place)
    print(perf_counter() - began)
    if "--charts" in sys.argv:
        draw(*tables, place)
