"""Each kind of finding once, by its id and not by its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import coi_row, signoff_row
from stored import Row, signoffs, stored, summed

if TYPE_CHECKING:
    from aggregate import Summary

MORNING, NOON, EVENING = "3/4/2023, 08:00:00", "3/4/2023, 12:00:00", "3/4/2023, 18:00:00"


def found(summary: Summary, finding: str) -> list[tuple[str, str, int]]:
    rows = summary.data_quality[summary.data_quality["finding"] == finding]
    return list(rows[["reason_id", "form", "rows"]].itertuples(index=False, name=None))


def test_rows_are_counted_by_reason_whatever_each_of_them_says() -> None:
    summary = summed(
        stored(
            "signoff",
            [
                signoff_row("สมมติ", MORNING, agency="สำนักงานสมมติ ก"),
                signoff_row("ทดลอง", MORNING, agency="สำนักงานสมมติ ข"),
                signoff_row("น้ำใส", MORNING, confirm=""),
            ],
        ),
        stored("coi", [coi_row("สำนักงานสมมติ ค", MORNING)]),
    )
    assert found(summary, "set_aside") == [
        ("unknown_agency", "signoff", 2), ("not_confirmed", "signoff", 1),
        ("unknown_agency", "coi", 1),
    ]  # fmt: skip


def test_no_kind_quotes_a_row() -> None:
    summary = signoffs(signoff_row("สมมติ", MORNING, agency="สำนักงานขมิ้น"))
    (row,) = summary.data_quality.to_dict("records")
    assert "ขมิ้น" not in row["reason"]
    assert "{" not in row["reason"]
    assert row["remedy"]


def test_the_same_answer_sent_again_and_a_later_one_are_told_apart() -> None:
    def of(place: str, at: str) -> Row:
        return signoff_row("สมมติ", at, position=place)

    summary = signoffs(
        of("ครู", MORNING),  # sent again at noon
        of("ครู", NOON),  # outdone in the evening
        of("นิติกร", EVENING),
    )
    assert summary.rows["superseded"] == 2
    assert found(summary, "superseded") == [
        ("double_send", "signoff", 1), ("later_answer", "signoff", 1),
    ]  # fmt: skip


def test_an_answer_changed_in_its_sheet_is_a_third_kind() -> None:
    rows = [
        signoff_row("สมมติ", MORNING, position="ครู"),
        signoff_row("สมมติ", MORNING, position="นิติกร"),
    ]
    summary = summed(
        stored("signoff", rows, states=["replaced", "standing"]),
        stored(
            "coi",
            [coi_row("สสจ.", MORNING), coi_row("สำนักงานจังหวัด", MORNING)],
            states=["replaced", "standing"],
        ),
    )
    assert found(summary, "superseded") == [
        ("changed_in_sheet", "coi", 1), ("changed_in_sheet", "signoff", 1),
    ]  # fmt: skip


def test_what_counts_no_more_adds_up_to_the_superseded_rows() -> None:
    unreadable_until_mended = [
        signoff_row("สมมติ", MORNING, confirm=""), signoff_row("สมมติ", MORNING),
        signoff_row("สมมติ", NOON), signoff_row("สมมติ", EVENING, position="นิติกร"),
    ]  # fmt: skip
    summary = summed(
        stored("signoff", unreadable_until_mended, states=["replaced", *["standing"] * 3])
    )
    kinds = found(summary, "superseded")
    assert sum(rows for _, _, rows in kinds) == summary.rows["superseded"] == 3


def test_doubtful_people_are_counted_by_reason() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "20/3/2023, 08:00:00"),
        signoff_row("ทดลอง", "21/3/2023, 08:00:00"),
        signoff_row("ทดลอง", MORNING, position="นิติกร"),
    )
    assert found(summary, "review") == [("early", "", 2), ("doubtful", "", 1)]
    assert sum(rows for _, _, rows in found(summary, "review")) == len(summary.review)


def test_where_nothing_is_wrong_there_is_no_row() -> None:
    assert signoffs(signoff_row("สมมติ", MORNING)).data_quality.empty
