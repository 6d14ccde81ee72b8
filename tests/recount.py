"""Counts a campaign's inbox again, slowly and plainly: nothing here comes from the rooms.

The meanings are those of design.md §2, read a second time: csv, zipfile and dictionaries, one
row after the other. Of the campaign only its lists (names, aliases, options, dates) are used.
It knows what the rehearsal writes (and no more): CSV, bare or in a ZIP, paper in a workbook too.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import recount_heads
import recount_paper
import recount_people
import recount_progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from config.campaign import Campaign, Form, Question

    Known = dict[str, list[tuple[str, date | None, date | None]]]

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
LOST = re.compile(r"\ufffd|^\s*\?\s*\?[\s?]*\?\s*$")
THAI_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
NO_AGENCY_OR_NAME = {"", "-", "."}
TITLES = (
    "นางสาว", "นาย", "นาง", "น.ส.", "ดร.", "ว่าที่ร.ต.หญิง", "ว่าที่ร.ต.", "ว่าที่ร้อยตรี", "จ.ส.อ.", "พ.ต.อ.",
)  # fmt: skip
MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip


# --- text -------------------------------------------------------------------------------------


@cache
def key(text: str) -> str:
    """What two writings of the same thing share."""
    text = INVISIBLE.sub("", text)
    text = re.sub(r"\s", "", text.replace("\xa0", ""))
    text = re.sub("\u0e4d([\u0e48-\u0e4b]*)\u0e32", "\\1\u0e33", text)
    text = text.replace("\u0e40\u0e40", "\u0e41")
    text = re.sub("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+", "\\1", text)
    return text.translate(THAI_TO_ARABIC).casefold()


def name_key(first: str, last: str) -> str:
    """The name without titles; "" if there is none."""
    first, last = key(first), key(last)
    while True:
        rest = next((first[len(t) :] for t in TITLES if first.startswith(t)), "")
        if len(re.findall("[ก-ฮ]", rest)) < 2:
            break
        first = rest
    if first in NO_AGENCY_OR_NAME or first in TITLES or not last:
        return ""
    return first + ("" if last in NO_AGENCY_OR_NAME else last)


def name_in(answers: dict[str, str]) -> str:
    """The name of a row, from its two cells or from the single one."""
    if key(answers["first_name"]) or key(answers["last_name"]):
        return name_key(answers["first_name"], answers["last_name"])
    return name_key(answers["full_name"], "-")


def option(question: Question, text: str) -> str | None:
    """The id of the option, "" for a blank, None for what was never offered."""
    if not key(text):
        return ""
    for offered in question.options:
        if key(text) in [key(offered.text), *map(key, offered.aliases)]:
            return offered.id
    return None


def moment_of(text: str, campaign: Campaign) -> tuple[datetime | None, str]:
    """The time of submission and the notation in which it stands."""
    text = text.strip().translate(THAI_TO_ARABIC)
    if form := re.fullmatch(
        r"(\d{4})/(\d\d)/(\d\d) (\d+):(\d\d):(\d\d) (ก่อนเที่ยง|หลังเที่ยง|AM|PM) GMT\+7", text
    ):
        year, month, day, hour, minute, second = map(int, form.groups()[:6])
        hour = hour % 12 + (12 if form[7] in {"หลังเที่ยง", "PM"} else 0)
        return datetime(year, month, day, hour, minute, second, tzinfo=campaign.zone), "form"
    if cell := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d) 00:00:00", text):
        year, month, day = map(int, cell.groups())
        return when(campaign, day, month, year), "cell"
    if sheet := re.fullmatch(r"(\d+)/(\d+)/(\d{4}), (\d+):(\d\d):(\d\d)", text):
        day, month, year, *clock = map(int, sheet.groups())
        return when(campaign, day, month, year, *clock), "sheet"
    if typed := re.fullmatch(r"(\d+)/(\d+)/(\d{4})", text):
        return when(campaign, *map(int, typed.groups())), "typed"
    if (typed := re.fullmatch(r"(\d+) (\S+) (\d{4})", text)) and typed[2] in MONTHS:
        return when(campaign, int(typed[1]), MONTHS.index(typed[2]) + 1, int(typed[3])), "typed"
    return None, ""


def when(campaign: Campaign, day: int, month: int, year: int, *clock: int) -> datetime | None:
    try:
        year -= 543 if year >= 2400 else 0
        hour, minute, second = clock or (0, 0, 0)
        return datetime(year, month, day, hour, minute, second, tzinfo=campaign.zone)
    except ValueError:
        return None


# --- files ------------------------------------------------------------------------------------


def tables(folder: Path) -> Iterator[list[list[str]]]:
    """Every table in a form's inbox."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".csv":
            yield table(path.read_bytes())
        elif path.suffix == ".xlsx":
            yield from recount_paper.sheets(path)
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                yield from (table(archive.read(name)) for name in archive.namelist())


def table(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp874")
    ways = [list(csv.reader(io.StringIO(text, newline=""), delimiter=d)) for d in ",;\t"]
    return max(ways, key=lambda rows: len(rows[0]))


def columns(header: Iterable[str], form: Form) -> dict[str, int]:
    """Question id -> column."""
    found: dict[str, int] = {}
    for question in form.questions:
        spellings = {key(question.header), *map(key, question.aliases)}
        for place, heading in enumerate(header):
            if key(heading) in spellings:
                found.setdefault(question.id, place)
    return found


# --- responses --------------------------------------------------------------------------------


@dataclass
class Row:
    """One response, once the files and the readings are merged."""

    answers: dict[str, str]
    said: tuple[str, ...]
    moment: datetime | None
    lost: bool
    agency: str = ""
    name: str = ""
    staff_type: str = ""
    chosen: dict[str, str | None] = field(default_factory=dict)
    person: tuple[str, str, int] = ("", "", 0)
    fate: str = "set_aside"

    @property
    def day(self) -> date:
        """The day of an accepted row, which always has one."""
        assert self.moment
        return self.moment.date()


def read_rows(campaign: Campaign, form: Form, folder: Path) -> list[Row]:
    """The responses of a form: union of the files within a reading, maximum over the readings.

    What is spelt in two ways at one second of one reading is met as often as the commoner way.
    """
    most: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    for header, *rows in tables(folder):
        if len(columns(header, form)) * 2 < len(form.questions) - 1:
            continue
        here = Counter((tuple(header), tuple(r)) for r in rows if any(map(key, r)))
        for raw, times in here.items():
            most[raw] = max(most[raw], times)
    readings: dict[tuple[str, ...], dict[object, dict[datetime | None, list[Row]]]] = {}
    places = {heading: columns(heading, form) for heading in {heading for heading, _ in most}}
    for (heading, cells), times in most.items():
        row, notation = read_row(campaign, form, places[heading], cells)
        reading = readings.setdefault(row.said, {}).setdefault((heading, notation), {})
        spelt_otherwise = reading.get(row.moment, [])
        reading[row.moment] = max(spelt_otherwise, [row] * times, key=len)
    merged = []
    for by_reading in readings.values():
        merged += merge([list(chain(*reading.values())) for reading in by_reading.values()])
    return merged


def read_row(
    campaign: Campaign, form: Form, places: dict[str, int], cells: tuple[str, ...]
) -> tuple[Row, str]:
    answers = {q.id: "" for q in form.questions}
    answers |= {question: cells[place] for question, place in places.items()}
    stamp = next(question.id for question in form.questions if question.kind == "timestamp")
    moment, notation = moment_of(answers[stamp], campaign)
    said = [key(text) for question, text in answers.items() if question != stamp]
    if moment is None:
        said.append(key(answers[stamp]))
    return Row(answers, tuple(said), moment, any(map(LOST.search, cells))), notation


def merge(readings: list[list[Row]]) -> list[Row]:
    """Pair the same answer of several readings: equal or adjacent seconds, in order."""
    responses: list[Row] = []
    for reading in readings:
        unpaired = sorted(responses, key=age)
        for row in sorted(reading, key=age):
            twin = next((other for other in unpaired if together(row, other)), None)
            if twin is None:
                responses.append(Row(row.answers, row.said, row.moment, row.lost))
            else:
                unpaired = [other for other in unpaired if other is not twin]
                if row.moment and twin.moment:
                    twin.moment = min(row.moment, twin.moment)
    return responses


def age(row: Row) -> tuple[bool, float]:
    return row.moment is None, row.moment.timestamp() if row.moment else 0.0


def together(one: Row, other: Row) -> bool:
    if one.moment is None or other.moment is None:
        return one.moment is other.moment
    return abs(one.moment - other.moment) <= timedelta(seconds=1)


def agency_ids(campaign: Campaign) -> Known:
    known: Known = defaultdict(list)
    for agency in campaign.agencies:
        known[key(agency.name)].append((agency.id, None, None))
        for alias in agency.aliases:
            known[key(alias.alias)].append((agency.id, alias.since, alias.until))
    return known


def agency_of(row: Row, known: Known) -> str:
    for agency, since, until in known.get(key(row.answers["agency"]), []):
        day = row.moment.date() if row.moment else None
        if day is None or ((since or day) <= day <= (until or day)):
            return agency
    return ""


# --- sign-offs --------------------------------------------------------------------------------


def read_signoffs(campaign: Campaign, rows: list[Row]) -> None:
    """Say of every sign-off what it is: accepted for now, or set aside."""
    form, known = campaign.form("signoff"), agency_ids(campaign)
    types = {key(s): t.id for t in campaign.staff_types for s in (t.name, *t.aliases)}
    asked = [f"ack.{notice.id}" for notice in campaign.notices]
    for row in rows:
        row.agency = agency_of(row, known)
        row.name = name_in(row.answers)
        row.staff_type = types.get(key(row.answers["staff_type"]), "")
        row.chosen = {q: option(form.question(q), row.answers[q]) for q in [*asked, "confirm"]}
        good = row.moment and row.agency and row.name and row.staff_type and not row.lost
        answered = [row.chosen[question] for question in asked]
        good = good and None not in row.chosen.values() and any(answered)
        if good and row.chosen["confirm"] == "confirmed":
            row.fate = "accepted"


def differ(one: Row, other: Row, question: str) -> bool:
    mine, theirs = (key(row.answers.get(question, "")) for row in (one, other))
    return bool(mine and theirs and mine != theirs)


def supersede(campaign: Campaign, rows: list[Row]) -> None:
    """Keep what counts: per person, notice and version the latest row that acknowledges."""
    counting: dict[tuple[object, ...], int] = {}
    given = [list(row.chosen.values()).count("acknowledged") for row in rows]
    order = sorted(range(len(rows)), key=lambda i: (age(rows[i]), given[i], rows[i].said, i))
    for i in order:
        only_asks = "acknowledged" not in rows[i].chosen.values()
        for notice in campaign.notices:
            if rows[i].chosen[f"ack.{notice.id}"] == ("clarify" if only_asks else "acknowledged"):
                version = notice.version_on(rows[i].day)
                counting[rows[i].person, notice.id, version, only_asks] = i
    still = set(counting.values())
    for i, row in enumerate(rows):
        if i not in still:
            row.fate = "superseded"


def acknowledged(
    campaign: Campaign, rows: list[Row], today: date
) -> dict[tuple[str, str, int], dict[str, tuple[str, bool]]]:
    """Person -> notice -> ("valid" or "outdated", late)."""
    people: dict[tuple[str, str, int], dict[str, tuple[str, bool]]] = defaultdict(dict)
    for row in sorted(rows, key=age, reverse=True):  # the earliest is written last
        for notice in campaign.notices:
            if row.chosen[f"ack.{notice.id}"] != "acknowledged":
                continue
            needed = notice.valid_since(notice.version_on(today))
            valid = notice.version_on(row.day) >= needed
            so_far = people[row.person].get(notice.id)
            if valid or so_far is None or so_far[0] == "outdated":
                late = valid and row.day > campaign.window.closes
                people[row.person][notice.id] = ("valid" if valid else "outdated", late)
    return people


# --- figures ----------------------------------------------------------------------------------


def share(part: int, whole: int) -> str:
    """Percent with one decimal, half up, never up to 100.0."""
    percent = (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return "99.9" if part < whole and percent == 100 else str(percent)


def mean(values: list[int]) -> Decimal:
    exact = Decimal(sum(values)) / len(values)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def heads(campaign: Campaign, rows: list[Row], today: date) -> dict[str, int]:
    """Per agency: the people of its roster, else the declared heads."""
    counted = {t.id for t in campaign.staff_types if t.counted}
    latest = {}
    for row in sorted(campaign.headcount, key=lambda row: row.on):
        latest[row.agency, row.staff_type] = row.heads
    totals: dict[str, int] = {}
    for (agency, staff_type), number in latest.items():
        if staff_type in counted:
            totals[agency] = totals.get(agency, 0) + number
    return totals | recount_people.on_rosters(campaign, rows, today)[0]


def level(campaign: Campaign, score: Decimal | int) -> str:
    matrix = campaign.matrix
    bounds = {"very_high": matrix.very_high, "high": matrix.high, "medium": matrix.medium, "low": 0}
    return next(name for name, begins in bounds.items() if score >= begins)


def risk_row(campaign: Campaign, kind_id: str, rows: list[Row]) -> dict[str, str]:
    pairs = [
        (row.chosen[f"coi.{kind_id}.likelihood"], row.chosen[f"coi.{kind_id}.impact"])
        for row in rows
    ]
    scored = [(int(a), int(b)) for a, b in pairs if a and b and "not_applicable" not in (a, b)]
    if len(scored) < 10:
        figures = dict.fromkeys(RISK_FIGURES, "") | {"responses": "<10"}
    else:
        products = [a * b for a, b in scored]
        high = sum(product >= campaign.matrix.high for product in products)
        figures = {
            "responses": str(len(scored)),
            "not_applicable": str(sum("not_applicable" in pair for pair in pairs)),
            "mean_likelihood": str(mean([a for a, _ in scored])),
            "mean_impact": str(mean([b for _, b in scored])),
            "mean_score": str(mean(products)),
            "max_score": str(max(products)),
            "high_percent": share(high, len(scored)),
            "level": level(campaign, mean(products)),
        }
    return {"scope": "province", "kind_id": kind_id, **figures}


RISK_FIGURES = (
    "responses", "not_applicable", "mean_likelihood", "mean_impact", "mean_score", "max_score",
    "high_percent", "level",
)  # fmt: skip


@dataclass
class Recount:
    """Every figure of ``out/public/data/``, as text where a CSV holds text."""

    completion: list[dict[str, str]]
    risk: list[dict[str, str]]
    scores: dict[str, Counter[tuple[int, int]]]
    rows: dict[str, int]
    rows_by_form: dict[str, dict[str, int]]
    whole: dict[str, int | str]
    respondents: int
    progress: dict[str, int]
    as_of: datetime
    signoffs: list[Row]
    assessments: list[Row]


def recount(campaign: Campaign, folder: Path, today: date) -> Recount:
    """Count the inbox of a campaign folder; ``today`` decides on versions and rosters."""
    headcounts = recount_heads.read_headcounts(campaign, folder / "inbox" / "headcount")
    campaign = recount_heads.with_declared(campaign, headcounts)
    reported = recount_progress.read_progress(campaign, folder / "inbox" / "progress")
    signoffs = read_rows(campaign, campaign.form("signoff"), folder / "inbox" / "signoff")
    read_signoffs(campaign, signoffs)
    papers = recount_paper.read_paper(campaign, folder / "inbox" / "paper")
    readable = [row for row in papers if row.fate == "accepted"]
    reports = [row for row in readable if recount_paper.is_report(row)]
    recount_paper.supersede_reports(reports)
    on_paper = [row for row in readable if not recount_paper.is_report(row)]
    accepted = [row for row in signoffs if row.fate == "accepted"] + on_paper
    recount_people.tell_people_apart(campaign, accepted)
    supersede(campaign, accepted)
    assessments = read_rows(campaign, campaign.form("coi"), folder / "inbox" / "coi")
    read_assessments(campaign, assessments)
    assessed = [row for row in assessments if row.fate == "accepted"]
    declared = [row for row in [*headcounts, *reported] if row.fate == "accepted"]
    counting = [
        row for row in [*accepted, *reports, *assessed, *declared] if row.fate == "accepted"
    ]
    return Recount(
        completion=completion_rows(campaign, accepted, today),
        risk=[risk_row(campaign, kind.id, assessed) for kind in campaign.coi_kinds],
        scores={kind.id: scores(kind.id, assessed) for kind in campaign.coi_kinds},
        rows=fates([*signoffs, *papers, *assessments, *headcounts, *reported]),
        rows_by_form={
            "signoff": fates(signoffs),
            "paper": fates(papers),
            "coi": fates(assessments),
            "headcount": fates(headcounts),
            "progress": fates(reported),
        },
        whole=whole(campaign, accepted, today),
        respondents=len(assessed),
        progress=recount_progress.told(reported),
        as_of=max(row.moment for row in counting if row.moment),
        signoffs=accepted,
        assessments=assessed,
    )


def read_assessments(campaign: Campaign, rows: list[Row]) -> None:
    """Say of every self-assessment whether it can be read."""
    form, known = campaign.form("coi"), agency_ids(campaign)
    sides = [f"coi.{k.id}.{side}" for k in campaign.coi_kinds for side in ("likelihood", "impact")]
    for row in rows:
        row.agency = agency_of(row, known)
        row.chosen = {side: option(form.question(side), row.answers[side]) for side in sides}
        readable = None not in row.chosen.values() and any(row.chosen.values())
        if row.moment and row.agency and readable and not row.lost:
            row.fate = "accepted"


def scores(kind_id: str, rows: Iterable[Row]) -> Counter[tuple[int, int]]:
    pairs = Counter(
        (row.chosen[f"coi.{kind_id}.likelihood"], row.chosen[f"coi.{kind_id}.impact"])
        for row in rows
    )
    return Counter(
        {
            (int(a), int(b)): n
            for (a, b), n in pairs.items()
            if a and b and "not_applicable" not in (a, b)
        }
    )


def fates(rows: list[Row]) -> dict[str, int]:
    counts = Counter(row.fate for row in rows)
    kinds = ("accepted", "superseded", "set_aside")
    return {"read": len(rows)} | {fate: counts[fate] for fate in kinds}


def counted_people(
    campaign: Campaign, rows: list[Row], today: date
) -> dict[tuple[str, str, int], dict[str, tuple[str, bool]]]:
    counted = {t.id for t in campaign.staff_types if t.counted}
    with_roster = {person.agency for person in campaign.people}
    persons = {
        row.person for row in rows if row.staff_type in counted and row.agency not in with_roster
    } | recount_people.on_rosters(campaign, rows, today)[1]
    everybody = acknowledged(campaign, rows, today)
    return {person: found for person, found in everybody.items() if person in persons}


def completion_rows(campaign: Campaign, rows: list[Row], today: date) -> list[dict[str, str]]:
    people = counted_people(campaign, rows, today)
    declared = heads(campaign, rows, today)
    with_roster = {person.agency for person in campaign.people}
    lines = []
    for agency in campaign.agencies:
        here = [found for (where, _, _), found in people.items() if where == agency.id]
        head_count = declared.get(agency.id)
        for notice in campaign.notices:
            given = [found[notice.id] for found in here if notice.id in found]
            valid = [late for state, late in given if state == "valid"]
            lines.append(
                {
                    "agency_id": agency.id,
                    "agency": agency.name,
                    "notice_id": notice.id,
                    "headcount": "" if head_count is None else str(head_count),
                    "acknowledged": str(len(valid)),
                    "percent": share(len(valid), head_count) if head_count else "",
                    "late": str(sum(valid)),
                    "outdated": str(len(given) - len(valid)),
                    "basis": "roster"
                    if agency.id in with_roster
                    else "none"
                    if head_count is None
                    else "headcount",
                }
            )
    return lines


def whole(campaign: Campaign, rows: list[Row], today: date) -> dict[str, int | str]:
    people = counted_people(campaign, rows, today)
    declared = heads(campaign, rows, today)
    done, signers = Counter[str](), Counter[str]()
    for (agency, _, _), found in people.items():
        valid = [notice for notice, (state, _) in found.items() if state == "valid"]
        signers[agency] += 1
        done[agency] += len(valid) == len(campaign.notices)
    total = sum(declared.values())
    acknowledged_all = sum(min(done[agency], number) for agency, number in declared.items())
    return {
        "headcount": total,
        "acknowledged_all": acknowledged_all,
        "acknowledged_undeclared": sum(n for agency, n in done.items() if agency not in declared),
        "percent": share(acknowledged_all, total) if total else "",
        "agencies": len(campaign.agencies),
        "agencies_complete": sum(
            0 < done[agency] == number == signers[agency] for agency, number in declared.items()
        ),
    }
