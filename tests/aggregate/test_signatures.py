"""Who has signed what, and since when: the evidence behind the counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from builders import CLARIFY, signoff_row
from stored import signoffs

from config.campaign import RosterPerson

if TYPE_CHECKING:
    from aggregate import Summary

OFFICE = "provincial-office"


def signatures(summary: Summary) -> dict[tuple[str, str], tuple[str, str]]:
    """Return state and day by name and notice."""
    names = dict(summary.signers[["person", "name"]].itertuples(index=False))
    days = summary.signatures["acknowledged_at"].dt.strftime("%d/%m")
    rows = zip(
        summary.signatures["person"],
        summary.signatures["notice_id"],
        summary.signatures["state"],
        days.fillna(""),
        strict=True,
    )
    return {(names[person], notice): (state, day) for person, notice, state, day in rows}


def test_a_signature_is_dated_by_the_first_time_it_was_given() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "11/4/2023, 08:00:00"), signoff_row("สมมติ", "28/4/2023, 08:00:00")
    )
    assert signatures(summary) == {
        ("สมมติ ใจดี", "no-gift"): ("acknowledged", "11/04"),
        ("สมมติ ใจดี", "ethics"): ("acknowledged", "11/04"),
    }


def test_the_four_states_are_told_apart() -> None:
    summary = signoffs(
        signoff_row("ก่อนแก้ไข", "9/4/2023, 08:00:00"),  # no-gift changes materially on the tenth
        signoff_row("ทันเวลา", "30/4/2023, 23:59:59"),
        signoff_row("หลังกำหนด", "1/5/2023, 0:00:00"),
        signoff_row("สงสัย", "11/4/2023, 08:00:00", ack__ethics=CLARIFY.text),
    )
    found = signatures(summary)
    assert found["ก่อนแก้ไข ใจดี", "no-gift"] == ("outdated", "09/04")
    assert found["ก่อนแก้ไข ใจดี", "ethics"] == ("acknowledged", "09/04")
    assert found["ทันเวลา ใจดี", "no-gift"] == ("acknowledged", "30/04")
    assert found["หลังกำหนด ใจดี", "no-gift"] == ("late", "01/05")
    assert found["สงสัย ใจดี", "ethics"] == ("clarify", "")


def test_a_notice_left_blank_has_no_signature() -> None:
    summary = signoffs(signoff_row("สมมติ", "11/4/2023, 08:00:00", ack__ethics=""))
    assert list(signatures(summary)) == [("สมมติ ใจดี", "no-gift")]
    assert not summary.signers["all"].item()


def test_signers_stand_in_the_registers_order_with_what_is_known_of_them() -> None:
    summary = signoffs(
        signoff_row("กานดา", "11/4/2023, 08:00:00", agency="สสจ."),
        signoff_row("บุญมี", "11/4/2023, 08:00:00", position="ครู"),
        signoff_row("อรทัย", "11/4/2023, 08:00:00", staff_type="จ้างเหมาบริการ"),
    )
    columns = ["agency_id", "name", "position", "staff_type", "counted", "off_roster", "all"]
    assert list(summary.signers[columns].itertuples(index=False, name=None)) == [
        (OFFICE, "บุญมี ใจดี", "ครู", "ข้าราชการ", True, False, True),
        (OFFICE, "อรทัย ใจดี", "นักวิชาการ", "จ้างเหมาบริการ", False, False, True),
        ("public-health", "กานดา ใจดี", "นักวิชาการ", "ข้าราชการ", True, False, True),
    ]


def test_whoever_signed_beside_a_roster_is_listed_as_such() -> None:
    on_it = RosterPerson(
        agency=OFFICE, first_name="สมมติ", last_name="ใจดี", staff_type="official",
        position="นิติกร", joined=date(2023, 1, 1),
    )  # fmt: skip
    summary = signoffs(
        signoff_row("สมมติ", "11/4/2023, 08:00:00"),
        signoff_row("คนนอก", "11/4/2023, 08:00:00"),
        people=(on_it,),
    )
    assert dict(summary.signers[["name", "off_roster"]].itertuples(index=False)) == {
        "คนนอก ใจดี": True, "สมมติ ใจดี": False,
    }  # fmt: skip


def test_what_a_roster_misses_carries_the_position_it_gives() -> None:
    missing = RosterPerson(
        agency=OFFICE, first_name="ยังไม่", last_name="ลงนาม", staff_type="official",
        position="นิติกร",
    )  # fmt: skip
    summary = signoffs(signoff_row("อื่น", "11/4/2023, 08:00:00"), people=(missing,))
    rows = summary.missing[summary.missing["person"] == "ยังไม่ ลงนาม"]
    assert list(rows["position"]) == ["นิติกร", "นิติกร"]


def test_before_the_first_answer_nobody_is_listed() -> None:
    summary = signoffs()
    assert summary.signers.empty
    assert summary.signatures.empty
