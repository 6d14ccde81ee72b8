"""Invariant 7: nothing that a respondent wrote, and no agency's risk, reaches the public.

Words that nobody can mistake stand in every field of an untidy inbox: in readable rows and in
rows set aside, in odd headings, in files refused whole, in their names. A real refresh and a real
approval run; then every byte below the published folders is searched, and all that was printed.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from builders import headings, row
from canaries import LATIN, THAI, Canaries, files_with, holds
from matplotlib.figure import Figure

import config
from config.loading import load_campaign
from rapsap.__main__ import main
from rapsap.refreshing import out_of

TEMPLATE = Path(config.__file__).parent / "template"
PUBLISHED = ("public", "editions")
"""The folders that leave the house; a new one needs only its name here."""
NUMBER = "67890"
"""Part of an identity card's number that somebody typed into a text box."""
FIRST_SIGNER = f"{THAI}คนแรก {THAI}ใจดี"
RISKY_MEAN = ("17.29", "๑๗.๒๙")
"""One agency's mean, unlike the province's."""


def table(rows):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def signoff(campaign, canaries, number, **answers):
    """Return a sign-off that is good but for ``answers``, with canaries wherever text may be."""
    form, where = campaign.form("signoff"), f"signoff row {number}"
    usual = {
        "timestamp": f"{number % 27 + 1}/3/2566, 9:{number % 60:02}:00",
        "agency": campaign.agencies[0].name,
        "title": "นาง",
        "staff_type": campaign.staff_types[0].name,
        "confirm": form.question("confirm").options[0].text,
    }
    for notice in campaign.notices:
        question = form.question(f"ack.{notice.id}")
        usual[f"ack__{notice.id}"] = question.options[0].text
    for field in {"group", "first_name", "last_name", "position"} - answers.keys():
        usual[field] = canaries.thai(f"{where} {field}")
    if "email" not in answers:
        usual["email"] = canaries.email(f"{where} email")
    return row(form, **(usual | by_keyword(answers)))


def assessment(campaign, canaries, number, score=(1, 1), **answers):
    """Return a self-assessment with canaries in its open questions."""
    form, where = campaign.form("coi"), f"coi row {number}"
    usual = {
        "timestamp": f"{number % 27 + 1}/3/2566, 10:{number % 60:02}:00",
        "agency": campaign.agencies[3].name,
        "staff_type": campaign.staff_types[0].name,
    }
    for field in {"events", "controls", "suggestions"} - answers.keys():
        usual[field] = f"{canaries.thai(f'{where} {field}')} บัตร 1-2345-{NUMBER}-12-3"
    for kind in campaign.coi_kinds:
        for side, step in zip(("likelihood", "impact"), score, strict=True):
            options = form.question(f"coi.{kind.id}.{side}").options
            text = next(option.text for option in options if option.id == str(step))
            usual[f"coi__{kind.id}__{side}"] = text
    return row(form, **(usual | by_keyword(answers)))


def by_keyword(answers):
    return {question.replace(".", "__"): text for question, text in answers.items()}


def fields(form):
    return [question.id for question in form.questions if question.id != "full_name"]


def signoff_rows(campaign, canaries):
    """Return good rows, a canary in each field in turn, and people who are doubtful."""
    first, last = FIRST_SIGNER.split()
    good = [
        signoff(campaign, canaries, 0, first_name=first, last_name=last),
        *(signoff(campaign, canaries, number) for number in range(1, 4)),
    ]
    odd = [
        signoff(campaign, canaries, number, **{field: canaries.thai(f"signoff {field}")})
        for number, field in enumerate(fields(campaign.form("signoff")), start=10)
    ]
    name = {"first_name": canaries.thai("doubtful"), "last_name": canaries.thai("doubtful")}
    doubtful = [
        signoff(campaign, canaries, 50, **name),
        signoff(campaign, canaries, 51, **name, position="นิติกร"),
        signoff(campaign, canaries, 52, **name, agency=campaign.agencies[1].name),
        signoff(campaign, canaries, 53, timestamp="1/1/2566, 9:00:00"),
        signoff(campaign, canaries, 54, position=f"{canaries.thai('damaged')} \ufffd"),
        (*signoff(campaign, canaries, 55), canaries.thai("too many cells")),
    ]
    return [*good, *odd, *doubtful]


def assessment_rows(campaign, canaries):
    """Return fourteen of a risky agency, eleven of another, and a canary in each field."""
    risky = campaign.agencies[2].name
    scores = [(5, 5)] * 4 + [(5, 3)] * 8 + [(2, 5), (3, 4)]  # 242 over fourteen
    return [
        *(assessment(campaign, canaries, n, pair, agency=risky) for n, pair in enumerate(scores)),
        *(assessment(campaign, canaries, number) for number in range(20, 31)),
        *(
            assessment(campaign, canaries, number, **{field: canaries.thai(f"coi {field}")})
            for number, field in enumerate(fields(campaign.form("coi")), start=40)
        ),
    ]


def declaration_rows(campaign, canaries):
    """Return the head-count forms of three agencies, and a canary in each field in turn."""
    form = campaign.form("headcount")
    rows = [({}, place) for place in range(3)]
    rows += [
        ({field: canaries.thai(f"headcount {field}")}, place)
        for place, field in enumerate(fields(form), start=3)
    ]
    return [declaration(campaign, canaries, place, **answers) for answers, place in rows]


def declaration(campaign, canaries, number, **answers):
    """Return a head-count form that is good but for ``answers``."""
    where = f"headcount row {number}"
    usual = {
        "timestamp": f"{number % 27 + 1}/4/2566, 11:{number % 60:02}:00",
        "agency": campaign.agencies[5 + number].name,
        "on": "1 มี.ค. 2566",
        "scope": "เฉพาะส่วนจังหวัด",
        "certified": "รับรองแล้ว",
    } | {f"heads__{staff.id}": "9" for staff in campaign.staff_types}
    for field in {"coordinator", "phone"} - answers.keys():
        usual[field] = canaries.thai(f"{where} {field}")
    if "email" not in answers:
        usual["email"] = canaries.email(f"{where} email")
    return row(campaign.form("headcount"), **(usual | by_keyword(answers)))


def progress_rows(campaign, canaries):
    """Return the progress forms of three agencies, and a canary in each field in turn."""
    form = campaign.form("progress")
    rows = [({}, place) for place in range(3)]
    rows += [
        ({field: canaries.thai(f"progress {field}")}, place)
        for place, field in enumerate(fields(form), start=3)
    ]
    return [progress(campaign, canaries, place, **answers) for answers, place in rows]


def progress(campaign, canaries, number, **answers):
    """Return a report of a measure that is good but for ``answers``."""
    form, where = campaign.form("progress"), f"progress row {number}"
    usual = {
        "timestamp": f"{number % 27 + 1}/4/2566, 12:{number % 60:02}:00",
        "agency": campaign.agencies[number].name,
        "measure": form.question("measure").options[1].text,
        "on": "1 มี.ค. 2566",
        "number__received": "3",
    }
    for field in {"result", "evidence", "obstacles"} - answers.keys():
        usual[field] = canaries.thai(f"{where} {field}")
    return row(form, **(usual | by_keyword(answers)))


def fill(folder, campaign, canaries):
    """Write the inbox: good files, odd headings, files that are refused, names of files."""
    for form_id, rows in (
        ("signoff", signoff_rows(campaign, canaries)),
        ("coi", assessment_rows(campaign, canaries)),
        ("headcount", declaration_rows(campaign, canaries)),
        ("progress", progress_rows(campaign, canaries)),
    ):
        inbox = folder / "inbox" / form_id
        inbox.mkdir(parents=True, exist_ok=True)
        header = headings(campaign.form(form_id))
        half = len(rows) // 2
        (inbox / f"{canaries.thai('file name')}.csv").write_bytes(table([header, *rows[:half]]))
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr(f"{canaries.thai('name in a ZIP')}.csv", table([header, *rows[half:]]))
        (inbox / "download.zip").write_bytes(archive.getvalue())
        odd = [*header, canaries.thai("odd heading"), ""]
        extra = (canaries.thai("under an odd heading"), canaries.thai("under no heading"))
        (inbox / "odd.csv").write_bytes(table([odd, (*rows[0], *extra)]))
        headless = [tuple(canaries.thai("headless file") for _ in header) for _ in range(2)]
        (inbox / "headless.csv").write_bytes(table(headless))
        (inbox / "not a table.csv").write_bytes(b"%PDF-1.7 " + canaries.thai("PDF").encode())
        (inbox / "garbled.csv").write_bytes(table(headless).decode("latin-1").encode())
        (inbox / "workbook.xlsx").write_bytes(workbook(header, rows[1], canaries))


def workbook(header, cells, canaries):
    """Return a workbook of one row, with canaries around it."""
    book = openpyxl.Workbook()
    book.properties.creator = canaries.thai("author of a workbook")
    book.active.append(header)
    book.active.append(cells)
    book.active["A2"].comment = openpyxl.comments.Comment(canaries.thai("comment"), "somebody")
    other = book.create_sheet(canaries.thai("name of a sheet"))
    other.append([canaries.thai("another sheet"), "x"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def write_tables(folder, campaign, canaries):
    """Put canaries into the tables of people: a roster, and a decision about the first signer."""
    roster = {
        "agency": campaign.agencies[4].id,
        "staff_type": campaign.staff_types[0].id,
        "last_name": canaries.thai("roster last_name"),
    }
    decision = {
        "agency": campaign.agencies[0].id, "name": FIRST_SIGNER, "decision": "same",
        "on": "2023-04-01",
    }  # fmt: skip
    free = {"people": ("title", "first_name", "position", "exempt"), "decisions": ("by", "reason")}
    for name, values in (("people", roster), ("decisions", decision)):
        path = folder / f"{name}.csv"
        header = path.read_text(encoding="utf-8-sig").strip().split(",")
        texts = {column: canaries.thai(f"{name} {column}") for column in free[name]}
        path.write_bytes(table([header, [(texts | values).get(column, "") for column in header]]))


@dataclass(frozen=True)
class Run:
    """What one command ended with and printed; of a log, for nobody looks on."""

    code: int
    out: str
    err: str


def run(*arguments):
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        code = main([str(argument) for argument in arguments])
    return Run(int(code), out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def canaries():
    return Canaries()


@pytest.fixture(scope="module")
def folder(canaries, tmp_path_factory):
    """Return a campaign folder with an untidy inbox."""
    folder = tmp_path_factory.mktemp("house") / "campaign"
    shutil.copytree(TEMPLATE, folder)
    campaign = load_campaign(folder)
    fill(folder, campaign, canaries)
    write_tables(folder, campaign, canaries)
    return folder


@pytest.fixture(scope="module")
def refreshed(folder):
    return run("refresh", folder)


@pytest.fixture(scope="module")
def approved(folder, refreshed):  # noqa: ARG001 - the order of events
    return run(
        "approve", folder, "--edition", "ฉบับเสนอ", "--number", "ชร 0017/1", "--date", "3 พ.ค. 2566"
    )


@pytest.fixture(scope="module")
def refused(folder, canaries, approved):  # noqa: ARG001 - the order of events
    """Refresh once more, with a file that lacks a question and has a heading that nobody knows."""
    form = load_campaign(folder).form("signoff")
    header, agency = headings(form), form.question("agency").header
    odd = [canaries.thai("heading of a refused form") if h == agency else h for h in header]
    path = folder / "inbox" / "signoff" / "reworded.csv"
    path.write_bytes(table([odd, tuple(canaries.thai("refused form") for _ in header)]))
    return run("refresh", folder)


def published(folder):
    return [out_of(folder) / name for name in PUBLISHED if (out_of(folder) / name).exists()]


@pytest.mark.usefixtures("approved")
def test_every_folder_that_leaves_the_house_is_searched(folder):
    assert [place.name for place in published(folder)] == list(PUBLISHED)


def test_the_inbox_is_read_and_its_faults_are_met(folder, refreshed):
    assert refreshed.code == 0
    figures = json.loads((out_of(folder) / "public/data/summary.json").read_text("utf-8"))
    assert figures["rows"]["accepted"] >= 30
    assert figures["rows"]["set_aside"] >= 20
    assert figures["risk"]["respondents"] >= 25
    aside = (out_of(folder) / "internal/set-aside.csv").read_text("utf-8-sig")
    assert "signoff/headless.csv" in aside
    assert "signoff/garbled.csv" in aside


@pytest.mark.usefixtures("refreshed")
def test_what_was_planted_is_known_inside(folder, canaries):
    """A canary that died on the way would prove nothing."""
    changes = (out_of(folder) / "internal" / "changes.csv").read_text("utf-8-sig")
    answers = [w for w, at in canaries.place_by_word.items() if " row " in at]
    assert len(answers) > 250
    assert [canaries.place_by_word[word] for word in answers if word not in changes] == []


@pytest.mark.parametrize("moment", ["refreshed", "approved", "refused"])
def test_7_nothing_that_anybody_wrote_is_published(folder, moment, request):
    request.getfixturevalue(moment)
    assert published(folder)
    for place in published(folder):
        assert files_with(place, THAI, LATIN, NUMBER) == []


@pytest.mark.parametrize("moment", ["refreshed", "approved", "refused"])
def test_7_no_agency_s_risk_is_published(folder, moment, request):
    request.getfixturevalue(moment)
    assert files_with(out_of(folder) / "internal", *RISKY_MEAN) != []
    for place in published(folder):
        assert files_with(place, *RISKY_MEAN) == []


@pytest.mark.parametrize(("moment", "code"), [("refreshed", 0), ("approved", 0), ("refused", 4)])
def test_nothing_that_anybody_wrote_is_printed_into_a_log(moment, code, request):
    ended = request.getfixturevalue(moment)
    assert ended.code == code
    assert ended.err or ended.out
    for stem in (THAI, LATIN, NUMBER):
        assert stem not in ended.out
        assert stem not in ended.err


# --- the search itself -------------------------------------------------------------------------


def packed(content):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("a.txt", content)
    return archive.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        f"<p>{THAI}กข</p>".encode(),
        THAI.encode("cp874"),
        f"{THAI}กข".encode("utf-16"),
        json.dumps({"name": THAI}).encode(),
        "".join(f"&#{ord(letter)};" for letter in THAI).encode(),
        f'<span class="whole">{THAI[:3]}</span>{THAI[3:]}'.encode(),
        packed(THAI.encode()),
        packed(packed(f"<t>{THAI}</t>".encode())),
        gzip.compress(THAI.encode()),
    ],
    ids=["html", "cp874", "utf-16", "json", "entities", "cut by a tag", "zip", "twice", "gzip"],
)
def test_a_canary_is_found_however_it_is_hidden(content):
    assert holds(content, THAI)
    assert not holds(content, "ไม่มีคำนี้")


def test_a_canary_is_found_in_a_pdf():
    page, content = Figure(), io.BytesIO()
    page.text(0.1, 0.5, f"{LATIN}@example.com")
    page.savefig(content, format="pdf")
    assert LATIN.encode() not in content.getvalue()
    assert holds(content.getvalue(), LATIN)


def test_a_canary_is_found_in_the_name_of_a_file(tmp_path):
    (tmp_path / f"{THAI}.txt").write_text("-", encoding="utf-8")
    assert files_with(tmp_path, THAI) == [f"{THAI}.txt"]
