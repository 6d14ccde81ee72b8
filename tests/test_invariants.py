"""What must hold for any answers in any form (design.md §4): 1, 2, 3, 4 and 9."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from agency_forms import HEADCOUNT_FORM, asking, declaration
from builders import (
    AGENCIES,
    CLARIFY,
    coi_row,
    headings,
    signoff_row,
    tiny_campaign,
)
from downloads import Answer, Dialect
from examples import one_in
from hypothesis import given
from hypothesis import strategies as st

from aggregate import Summary, summarise
from aggregate.rounding import percent
from collector import Ledger
from collector.collect import collect
from collector.tidy import tidy
from config.campaign import Source
from report.figures_csv import figures_as_csv
from report.figures_json import figures_as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

NOW = datetime(2023, 7, 1, tzinfo=UTC)
FORMS = ("signoff", "coi", "headcount")
CAMPAIGN = tiny_campaign(
    forms=asking(HEADCOUNT_FORM), sources=tuple(Source(form=form) for form in FORMS)
)
OPENING = datetime(2023, 3, 30, 17, tzinfo=UTC)
SCALE = ("1", "3", "5")
FEW = one_in(10)

moments = st.integers(0, 40 * 24 * 60).map(lambda minutes: OPENING + timedelta(minutes=minutes))
agencies = st.sampled_from(
    [*(agency.name for agency in AGENCIES), "สสจ.เชียงราย", "สำนักงานจังหวัด", "สำนักงานใหม่", ""]
)
acknowledged = st.sampled_from(["รับทราบและจะถือปฏิบัติ", "รับทราบและจะถือปฏิบัติ", CLARIFY.text, ""])


@st.composite
def signoff_answers(draw: st.DrawFn) -> Answer:
    """Draw a sign-off, readable or not, of one of few people."""
    row = signoff_row(
        draw(st.sampled_from(["สมมติ", "นายสมมติ", "ทดลอง", "น้ำใส", "นํ้าใส", "นาย", ""])),
        "",
        group=draw(st.sampled_from(["", "007", "12", "งานบุคคล"])),
        agency=draw(agencies),
        staff_type=draw(st.sampled_from(["ข้าราชการ", "พรก.", "จ้างเหมาบริการ", "?"])),
        position=draw(st.sampled_from(["ครู", "นิติกร", ""])),
        email=draw(st.sampled_from(["a@example.com", "b@example.com", ""])),
        confirm=draw(st.sampled_from(["ยืนยัน", "ยืนยัน", "ยืนยัน", ""])),
        **{"ack__no-gift": draw(acknowledged), "ack__ethics": draw(acknowledged)},
    )
    return Answer(draw(moments), row[1:])


@st.composite
def coi_answers(draw: st.DrawFn) -> Answer:
    """Draw a self-assessment, readable or not."""
    impacts = {f"coi__{kind}__impact": draw(st.sampled_from(IMPACTS)) for kind in KINDS}
    return Answer(draw(moments), coi_row(draw(agencies), "", **impacts)[1:])


@st.composite
def declarations(draw: st.DrawFn) -> Answer:
    """Draw a declared head-count, readable or not; several of one day among them."""
    heads = draw(st.sampled_from(["12", "๒๑", "21.0", "300", "0", "-3", "ยี่สิบ", ""]))
    on = draw(st.sampled_from(["1/3/2566", "1 มี.ค. 2566", "2 เม.ย. 2566", "31/4/2566", ""]))
    return Answer(draw(moments), declaration("", on, heads, agency=draw(agencies))[1:])


KINDS = ("benefits", "outside-work")
IMPACTS = (
    "๑ สร้างความไม่สะดวกต่อการปฏิบัติงานนาน ๆ ครั้ง",
    "3 สร้างบรรยากาศในการทำงานที่ไม่เหมาะสม หรือถูกทักท้วง",
    "๕ ถูกลงโทษวินัยร้ายแรง หรือถูกดำเนินคดีอาญา",
    "",
    "6",
)
dialects = st.builds(
    Dialect,
    notation=st.sampled_from(["sheet", "form"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp874"]),
    buddhist=st.booleans(),
    thai=st.booleans(),
)


def one_text_a_second(answers: list[Answer]) -> bool:
    """Say whether no second holds two texts: two spellings of one answer are one, by design."""
    return len({answer.sent for answer in answers}) == len(set(answers))


batches = st.tuples(
    st.lists(signoff_answers(), min_size=1, max_size=14).filter(one_text_a_second),
    st.lists(coi_answers(), max_size=14),
    st.lists(declarations(), max_size=6).filter(one_text_a_second),
)
Batch = tuple[list[Answer], ...]


class Office:
    """A campaign folder with a real inbox and a real ledger."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for form in FORMS:
            (folder / "inbox" / form).mkdir(parents=True)

    def drop(self, form_id: str, name: str, answers: Sequence[Answer], dialect: Dialect) -> None:
        """Put a download into the inbox."""
        form = CAMPAIGN.form(form_id)
        written = dialect.workbook if name.endswith(".xlsx") else dialect.file
        (self.folder / "inbox" / form_id / name).write_bytes(written(headings(form), answers))

    def refresh(self) -> Summary:
        """Collect what is there, and count."""
        with Ledger(self.folder / "ledger.sqlite") as ledger:
            collect(CAMPAIGN, self.folder, ledger, now=NOW)
            tables = [table for form in FORMS for table in ledger.answers(form)]
            return summarise(tidy(tables, CAMPAIGN, NOW), CAMPAIGN)

    def raw_rows(self) -> list[tuple[str, ...]]:
        """Return every row in the ledger."""
        with Ledger(self.folder / "ledger.sqlite") as ledger:
            return [row for form in FORMS for t in ledger.answers(form) for row in t.rows]


def counted(summary: Summary) -> list[bytes]:
    """Return the bytes of the public figures, and of the tables that only the office sees."""
    documents = [*figures_as_csv(summary), figures_as_json(summary, CAMPAIGN)]
    inside = (
        summary.timeline, summary.behind, summary.owed, summary.risk_units, summary.agency_risk,
        summary.data_quality, summary.contacts,
    )  # fmt: skip
    return [
        *(document.content for document in documents),
        *(table.to_csv(index=False).encode() for table in inside),
    ]


def refreshed(
    batch: Batch,
    dialect: Dialect = Dialect(),  # noqa: B008 - frozen
) -> Summary:
    """Return the figures of a batch given at once."""
    with tempfile.TemporaryDirectory() as place:
        office = Office(Path(place))
        for form, answers in zip(FORMS, batch, strict=True):
            office.drop(form, "a.csv", answers, dialect)
        return office.refresh()


@FEW
@given(batches)
def test_1_rows_add_up_and_stand_in_the_ledger_to_the_letter(
    batch: Batch,
) -> None:
    with tempfile.TemporaryDirectory() as place:
        office = Office(Path(place))
        for form, answers in zip(FORMS, batch, strict=True):
            office.drop(form, "a.csv", answers, Dialect())
        summary = office.refresh()
        stored = office.raw_rows()
    given = [answer for answers in batch for answer in answers]
    read = {form: rows["read"] for form, rows in summary.rows_by_form.items()}
    assert (read["signoff"], read["headcount"]) == (len(batch[0]), len(batch[2]))
    for rows in (summary.rows, *summary.rows_by_form.values()):
        assert rows["read"] == rows["accepted"] + rows["superseded"] + rows["set_aside"]
        assert min(rows.values()) >= 0
    assert sorted(stored) == sorted((Dialect().stamp(a.sent), *a.cells) for a in given)


@FEW
@given(batches, st.randoms(use_true_random=False), st.integers(0, 14))
def test_2_order_repetition_and_splitting_change_nothing(
    batch: Batch, chance: object, cut: int
) -> None:
    whole = counted(refreshed(batch))
    shuffled = tuple(list(answers) for answers in batch)
    for answers in shuffled:
        chance.shuffle(answers)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as place:
        office = Office(Path(place))
        office.drop("signoff", "1.csv", shuffled[0][:cut], Dialect())
        office.drop("coi", "1.csv", shuffled[1][cut:], Dialect())
        office.drop("headcount", "1.csv", shuffled[2][cut // 2 :], Dialect())
        office.refresh()
        for form, answers in zip(FORMS, shuffled, strict=True):
            office.drop(form, "2.csv", answers, Dialect())
            office.drop(form, "2 again.csv", answers, Dialect())
        assert counted(office.refresh()) == whole
        assert counted(office.refresh()) == whole


@FEW
@given(batches, signoff_answers())
def test_3_one_more_answer_touches_its_own_agency_and_lowers_nothing(
    batch: Batch, more: Answer
) -> None:
    before = refreshed(batch)
    after = refreshed(([*batch[0], more], *batch[1:]))
    if after.as_of != before.as_of or set(after.review["reason_id"]) != set(
        before.review["reason_id"]
    ):
        return  # a new version may have come into force, or two of one name proved to be one
    changed = after.completion["acknowledged"] != before.completion["acknowledged"]
    assert len(set(after.completion.loc[changed, "agency_id"])) <= 1
    assert (after.completion["acknowledged"] >= before.completion["acknowledged"]).all()


@FEW
@given(batches, dialects)
def test_4_dialect_era_digits_and_encoding_do_not_matter(batch: Batch, dialect: Dialect) -> None:
    assert counted(refreshed(batch, dialect)) == counted(refreshed(batch))


@FEW
@given(batches)
def test_4_both_downloads_of_the_same_answers_count_once(
    batch: Batch,
) -> None:
    with tempfile.TemporaryDirectory() as place:
        office = Office(Path(place))
        for form, answers in zip(FORMS, batch, strict=True):
            office.drop(form, "sheet.csv", answers, Dialect())
            office.drop(form, "form.csv", answers, Dialect(notation="form"))
        assert counted(office.refresh()) == counted(refreshed(batch))


@FEW
@given(batches, dialects)
def test_4_a_workbook_of_the_same_answers_counts_the_same_alone_and_beside_a_text_file(
    batch: Batch, dialect: Dialect
) -> None:
    with tempfile.TemporaryDirectory() as place:
        office = Office(Path(place))
        for form, answers in zip(FORMS, batch, strict=True):
            office.drop(form, "sheet.xlsx", answers, Dialect())
        alone = counted(office.refresh())
        for form, answers in zip(FORMS, batch, strict=True):
            office.drop(form, "sheet.csv", answers, dialect)
        assert counted(office.refresh()) == alone == counted(refreshed(batch, dialect))


@FEW
@given(batches)
def test_9_percentages_are_weighted_by_heads_and_too_many_is_a_finding(
    batch: Batch,
) -> None:
    summary = refreshed(batch)
    agencies = summary.agencies[summary.agencies["basis"] != "none"]
    capped = agencies[["acknowledged_all", "headcount"]].min(axis="columns").sum()
    assert summary.whole["percent"] == percent(int(capped), int(agencies["headcount"].sum()))
    over = agencies[agencies["signers"] > agencies["headcount"]]
    assert set(over["state"]) <= {"over"}
    assert not (summary.agencies["state"] == "complete")[
        summary.agencies["acknowledged_all"] != summary.agencies["headcount"].fillna(-1)
    ].any()
    assert pd.isna(summary.agencies.loc[summary.agencies["basis"] == "none", "percent"]).all()
