"""Rosters, versions, decisions and paper in one small campaign: both counts agree, row by row."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from random import Random

import pytest
from builders import AGENCIES, CLARIFY, headings, signoff_form, signoff_row, tiny_campaign
from papers import HEADINGS, paper_row, report_row
from readings import LATER
from recount import recount

from aggregate import summarise
from collector import Ledger
from collector.collect import collect
from collector.tidy import tidy
from config.campaign import Decision, RosterPerson, Source
from config.errors import CampaignMistakes
from config.paper import PAPER_FORM
from report.figures_csv import completion_csv

NAMES = ("สมมติ", "ทดลอง", "น้ำใส", "แก้วใจ")
POSITIONS = ("ครู", "นิติกร", "")
MAILS = ("a@example.com", "b@example.com", "")
OFFICES = [agency.name for agency in AGENCIES]
IDS = [agency.id for agency in AGENCIES]
OPENS = date(2023, 3, 28)
NOW = LATER + timedelta(days=60)


def a_day(chance: Random) -> date:
    return OPENS + timedelta(days=chance.randrange(40))


def on_the_form(chance: Random) -> tuple[str, ...]:
    day = a_day(chance)
    answer = ("รับทราบและจะถือปฏิบัติ", "รับทราบ", CLARIFY.text, "")
    return signoff_row(
        chance.choice(NAMES),
        f"{day.day}/{day.month}/{day.year}, 9:{chance.randrange(60):02}:{chance.randrange(60):02}",
        agency=chance.choice(OFFICES),
        position=chance.choice(POSITIONS),
        email=chance.choice(MAILS),
        staff_type=chance.choice(("ข้าราชการ", "พรก.", "จ้างเหมาบริการ")),
        **{"ack__no-gift": chance.choice(answer), "ack__ethics": chance.choice(answer)},
    )


def on_paper(chance: Random) -> tuple[str, ...]:
    day = a_day(chance)
    cells = {"agency": chance.choice(OFFICES), "position": chance.choice(POSITIONS)}
    notice = chance.choice(("ทุกฉบับ", "ethics", "No Gift Policy | ethics", "อื่น ๆ"))
    written = f"{day.day}/{day.month}/{day.year + 543}"
    if chance.random() < 0.15:
        return report_row(chance.choice(("3", "12", "สิบ")), written, agency=cells["agency"])
    return paper_row(chance.choice(NAMES), written, notice=notice, **cells)


def a_line(chance: Random) -> RosterPerson:
    pick = chance.random()
    dates = (
        {"left": a_day(chance)} if pick < 0.2
        else {"joined": a_day(chance)} if pick < 0.4
        else {"exempt": "ลา", "exempt_until": a_day(chance)} if pick < 0.6
        else {}
    )  # fmt: skip
    return RosterPerson(
        agency=chance.choice(IDS[:2]),
        first_name=chance.choice(NAMES),
        last_name="ใจดี",
        position=chance.choice(POSITIONS),
        email=chance.choice(MAILS),
        staff_type=chance.choice(("official", "official", "contractor")),
        **dates,
    )


def a_decision(chance: Random) -> Decision:
    kind = chance.choice(("same", "different", "works_in", "same"))
    agency, other = chance.sample(IDS, 2)
    name, other_name = (f"{first} ใจดี" for first in chance.sample(NAMES, 2))
    more = {"other_agency": other} if kind == "works_in" else {}
    if kind == "same" and chance.random() < 0.5:
        more = {"other_name": other_name}
    return Decision(agency=agency, name=name, decision=kind, on=OPENS, by="ก", reason="ข", **more)


def write(path, rows) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def decisions(chance: Random) -> tuple[Decision, ...]:
    """Up to two decisions that speak of different names."""
    first = a_decision(chance)
    others = (d for d in (a_decision(chance) for _ in range(9)) if not touches(first, d))
    return (first, *(d for d, _ in zip(others, range(1), strict=False)))


def touches(one: Decision, other: Decision) -> bool:
    return bool({one.name, one.other_name} & {other.name, other.other_name} - {""})


@pytest.mark.parametrize("seed", [*range(12), 311, 343, 371, 685, 997, 1494])
def test_the_recount_agrees(tmp_path, seed: int) -> None:
    chance = Random(seed)
    rows = [on_the_form(chance) for _ in range(30)]
    papers = [on_paper(chance) for _ in range(12)]
    write(tmp_path / "inbox" / "signoff" / "a.csv", [headings(signoff_form()), *rows])
    write(tmp_path / "inbox" / "paper" / "a.csv", [HEADINGS, *papers])
    (tmp_path / "inbox" / "coi").mkdir()
    campaign = tiny_campaign(
        people=tuple(a_line(chance) for _ in range(chance.choice((0, 4, 9)))),
        decisions=decisions(chance),
        paper=PAPER_FORM,
        sources=tuple(Source(form=form) for form in ("signoff", "coi", "paper")),
    )
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        collect(campaign, tmp_path, ledger, now=NOW)
        tables = [table for form in campaign.read_forms for table in ledger.answers(form.id)]
    try:
        summary = summarise(tidy(tables, campaign, NOW), campaign)
    except CampaignMistakes:
        pytest.skip("one of the decisions speaks of nobody")
    counted = recount(campaign, tmp_path, summary.as_of.date())
    published = list(
        csv.DictReader(io.StringIO(completion_csv(summary).content.decode("utf-8-sig")))
    )
    assert [{c: row[c] for c in counted.completion[0]} for row in published] == counted.completion
    assert {
        form: {name: rows[name] for name in counted.rows}
        for form, rows in summary.rows_by_form.items()
    } == counted.rows_by_form
    assert {name: summary.whole[name] for name in counted.whole if name != "percent"} == {
        name: figure for name, figure in counted.whole.items() if name != "percent"
    }
    assert summary.as_of == counted.as_of
