"""What only the office sees of the sample province: who is behind, day by day, risk by agency."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pandas as pd

from aggregate.signatures import SIGNATURE_COLUMNS, SIGNER_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from config.campaign import Campaign

LAST_NEW = {"a03": date(2023, 4, 28), "a10": date(2023, 4, 21), "a14": date(2023, 4, 22)}
"""Silent for none, seven and six days on the 28th."""


def behind(by_agency: pd.DataFrame, as_of: datetime) -> pd.DataFrame:
    """Return the agencies that are not complete, most missing people first."""
    late = by_agency[by_agency["state"] != "complete"]
    newest = [
        LAST_NEW.get(agency, None if state == "not_started" else date(2023, 4, 27))
        for agency, state in zip(late["agency_id"], late["state"], strict=True)
    ]
    quiet = [(as_of.date() - (day or date(2023, 3, 1))).days for day in newest]
    turn = late["state"].map({"over": 1, "undeclared": 2}).fillna(0)
    return (
        late.assign(
            missing=(late["headcount"] - late["acknowledged_all"]).clip(lower=0),
            last_new=pd.Series(newest, index=late.index, dtype=object),
            quiet_days=pd.Series(quiet, index=late.index, dtype="Int64"),
            stalled=[days >= 7 for days in quiet],
            days_left=pd.Series(2, index=late.index, dtype="Int64"),
            turn=turn,
        )
        .sort_values(["turn", "missing"], ascending=[True, False], ignore_index=True)
        .drop(columns=["turn", "basis", "late"])
    )


def today(late: pd.DataFrame) -> dict[str, int | None]:
    """Return the counts of Monday's sentence: six agencies behind, three of them silent."""
    return {
        "behind": 6, "stalled": 3, "not_started": 2, "over": 1, "undeclared": 2,
        "missing": int(late["missing"].sum()), "completed_lately": 412, "lately_days": 7,
        "set_aside": 3, "to_decide": 1, "days_left": 2, "quiet_days": 7,
    }  # fmt: skip


def owed(missing: pd.DataFrame) -> pd.DataFrame:
    """Return what each agency owes of each notice."""
    return missing[["agency_id", "notice_id", "missing"]].rename(columns={"missing": "owed"})


def timeline(campaign: Campaign, as_of: datetime) -> pd.DataFrame:
    """Return a province that signs faster towards the deadline, and two of its agencies."""
    opens = campaign.window.opens
    days = [opens + timedelta(days=n) for n in range((as_of.date() - opens).days + 1)]
    rows = []
    for scope, agency_id, name, share in (
        ("province", "", campaign.province, 5),
        ("agency", "a01", campaign.agencies[0].name, 2),
        ("agency", "a02", campaign.agencies[1].name, 3),
    ):
        so_far = 0
        for place, day in enumerate([None, *days]):
            completed = share * 2 if day is None else share * (place % 7) * place // 4
            so_far += completed
            assessed = 0 if day is None else share * (place % 5)
            rows.append((scope, agency_id, name, day, completed, so_far, assessed))
    columns = ["scope", "agency_id", "agency", "day", "completed", "completed_so_far", "assessed"]
    return pd.DataFrame(rows, columns=columns)


def risk_units(campaign: Campaign) -> pd.DataFrame:
    """Return three agencies that stand alone, three small ones, and the rest without answers."""
    respondents = {"a01": 120, "a02": 34, "a03": 15, "a04": 3, "a05": 7, "a06": 9}
    rows = []
    for agency in campaign.agencies:
        answers = respondents.get(agency.id, 0)
        unit = (agency.id, agency.name) if answers >= 10 else SMALL if answers else ("", "")
        rows.append((agency.id, agency.name, answers, *unit))
    columns = ["agency_id", "agency", "respondents", "unit_id", "unit"]
    return pd.DataFrame(rows, columns=columns)


SMALL = ("small-offices", "หน่วยงานที่มีผู้ตอบน้อยกว่า ๑๐ คน รวมกัน")


def agency_risk(units: pd.DataFrame, kinds: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Return a level of each kind in every unit, and both ways of hiding a cell."""
    levels = (("low", 3.25, 8), ("medium", 6.5, 12), ("high", 11.0, 20), ("very_high", 16.75, 25))
    named = units.loc[units["unit_id"] != "", ["unit_id", "unit"]].drop_duplicates()
    rows = []
    for row, (unit_id, unit) in enumerate(named.itertuples(index=False, name=None)):
        for column, (kind_id, kind) in enumerate(kinds):
            cell: dict[str, object] = {
                "unit_id": unit_id, "unit": unit, "kind_id": kind_id, "kind": kind,
            }  # fmt: skip
            if (row, column) in HIDDEN:
                rows.append(cell | {"level": "", "hidden": HIDDEN[row, column]})
                continue
            level, mean_score, max_score = levels[(row + column) % 4]
            rows.append(
                cell
                | {
                    "responses": 14 + row, "not_applicable": column, "mean_score": mean_score,
                    "max_score": max_score, "high_answers": column, "high_percent": 7.1 * column,
                    "level": level, "hidden": "",
                }
            )  # fmt: skip
    counts = ("responses", "not_applicable", "max_score", "high_answers")
    return pd.DataFrame(rows).astype(dict.fromkeys(counts, "Int64"))


HIDDEN = {(2, 6): "few", (3, 6): "company"}


def data_quality() -> pd.DataFrame:
    """Return one kind of each finding."""
    return pd.DataFrame(
        [
            ("set_aside", "unknown_agency", "signoff", 2, "ไม่พบหน่วยงานในทะเบียน: …",
             "เพิ่มชื่อในแผ่นงาน «ชื่ออื่น» แล้วปรับปรุงข้อมูล"),
            ("set_aside", "bad_time", "signoff", 1, "อ่านเวลาที่ส่งไม่ได้: “…”",
             "พิมพ์เป็น วัน/เดือน/ปี"),
            ("review", "doubtful", "", 1, "คนเดียวหรือสองคน", "สอบถามหน่วยงาน"),
            ("superseded", "double_send", "signoff", 300, "ส่งคำตอบเดิมซ้ำ", "ไม่ต้องดำเนินการ"),
            ("superseded", "later_answer", "signoff", 104, "มีคำตอบใหม่แทน", "ไม่ต้องดำเนินการ"),
        ],
        columns=["finding", "reason_id", "form", "rows", "reason", "remedy"],
    )  # fmt: skip


def agency_staff_types(campaign: Campaign, by_agency: pd.DataFrame) -> pd.DataFrame:
    """Return one staff type per agency, with its figures."""
    kind = campaign.staff_types[0]
    kept = ["agency_id", "headcount", "signers", "acknowledged_all", "percent"]
    return by_agency[kept].assign(staff_type=kind.id, name=kind.name, counted=kind.counted)


SIGNERS = (
    ("a02", "กานดา ตัวอย่างดี", "นักวิชาการ"), ("a02", "น้ำใส สมมติจริง", "ป้องกันจังหวัด"),
    ("a03", "ญาณี ทดสอบ", "พยาบาลวิชาชีพ"),
)  # fmt: skip
"""Who has signed: the first everything in time, the second one notice late, the third asks."""
HOW = ("electronic", "paper", "")


def signers(campaign: Campaign) -> pd.DataFrame:
    """Return three people of two agencies."""
    names = {agency.id: agency.name for agency in campaign.agencies}
    return pd.DataFrame(
        [
            (f"{agency}/{name}", agency, names[agency], name, position, "", "ข้าราชการ", True, False,
             True, place == 0, HOW[place])
            for place, (agency, name, position) in enumerate(SIGNERS)
        ],
        columns=SIGNER_COLUMNS,
    )  # fmt: skip


def signatures(campaign: Campaign, as_of: datetime) -> pd.DataFrame:
    """Return what the three have answered."""
    kanda, namsai, yanee = (f"{agency}/{name}" for agency, name, _position in SIGNERS)
    first, *_, last = [notice.id for notice in campaign.notices]
    rows = [(kanda, notice.id, "acknowledged", as_of, HOW[0]) for notice in campaign.notices]
    rows.append((namsai, first, "late", as_of + timedelta(days=5), HOW[1]))
    rows.append((yanee, last, "clarify", None, HOW[2]))
    found = pd.DataFrame(rows, columns=SIGNATURE_COLUMNS)
    return found.assign(acknowledged_at=pd.to_datetime(found["acknowledged_at"]))


def reported(campaign: Campaign, as_of: datetime) -> pd.DataFrame:
    """Return what one agency reports without names."""
    rows = [(90 + n, "a33", notice.id, 12, as_of, "") for n, notice in enumerate(campaign.notices)]
    columns = ["response_id", "agency_id", "notice_id", "people", "reported_at", "scan"]
    return pd.DataFrame(rows, columns=columns)


def contacts(by_agency: pd.DataFrame) -> pd.DataFrame:
    """Return the agencies with a coordinator each, but for those that declared nothing."""
    named = by_agency["basis"] != "none"
    return by_agency[["agency_id", "agency", "basis", "headcount"]].assign(
        on=pd.Series([date(2023, 3, 1)] * len(by_agency), dtype=object).where(named, None),
        scope=named.map({True: "เฉพาะส่วนจังหวัด", False: ""}),
        declared_by=named.map({True: "form", False: ""}),
        certified=pd.array([True if each else pd.NA for each in named], dtype="boolean"),
        coordinator=named.map({True: "นางสมมติ ประสานงาน", False: ""}),
        phone=named.map({True: "0812345678", False: ""}),
        email=named.map({True: "contact@example.org", False: ""}),
    )


def reports(campaign: Campaign) -> pd.DataFrame:
    """Return one report of the last measure, by the first agency, of a day outside its period."""
    numbers = ("received", "closed", "open", "agencies", "local_bodies")
    return pd.DataFrame(
        {
            "response_id": [1],
            "agency_id": ["a01"],
            "measure_id": [campaign.measures[-1].id],
            "result": ["แจ้งเวียนแล้ว (สมมติ)"],
            "on": [date(2023, 6, 1)],
            "evidence": ["https://example.org/1"],
            "obstacles": [""],
        }
        | {name: pd.array([pd.NA], dtype="Int64") for name in numbers}
        | {"outside": [True]}
    )
