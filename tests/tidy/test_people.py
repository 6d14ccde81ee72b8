"""Who is one person (design.md §2): both must be given and both must differ to be two."""

from __future__ import annotations

from builders import signoff_row
from stored import signoffs, stored, tidied

from collector.tidy.people import people_of_one_name

MORNING, NOON = "3/4/2023, 08:00:00", "3/4/2023, 12:00:00"


def people(*rows: tuple[str, ...]) -> int:
    return tidied(stored("signoff", rows)).signoffs["person"].nunique()


def test_e_mail_and_position_both_differ_two_people() -> None:
    assert people(
        signoff_row("สมมติ", MORNING, email="a@example.com", position="ครู"),
        signoff_row("สมมติ", NOON, email="b@example.com", position="นิติกร"),
    ) == 2  # fmt: skip


def test_one_of_them_differs_one_person_to_be_looked_at() -> None:
    summary = signoffs(
        signoff_row("สมมติ", MORNING, email="a@example.com", position="ครู"),
        signoff_row("สมมติ", NOON, email="a@example.com", position="นิติกร"),
    )
    assert summary.agencies["signers"].sum() == 1
    assert summary.review["reason_id"].to_list() == ["doubtful"]


def test_a_missing_e_mail_proves_nothing() -> None:
    assert people(
        signoff_row("สมมติ", MORNING, email="a@example.com", position="ครู"),
        signoff_row("สมมติ", NOON, email="", position="นิติกร"),
    ) == 1  # fmt: skip


def test_a_third_row_can_show_two_of_one_name_to_be_one_person() -> None:
    a, b, bridge = ("a@x", "ครู"), ("b@x", "นิติกร"), ("a@x", "นิติกร")
    assert len(people_of_one_name({a, b})) == 2
    assert len(people_of_one_name({a, b, bridge})) == 1


def test_a10_one_mailbox_of_a_whole_office_keeps_its_people_apart() -> None:
    rows = [signoff_row(f"สมมติ{n}", MORNING, email="office@example.com") for n in "กขคงจฉชซฌญฎฏ"]
    summary = signoffs(*rows)
    assert summary.agencies["signers"].sum() == 12
    assert summary.review["reason_id"].to_list() == ["over_declared", "shared_mailbox"]


def test_a11_spelling_of_an_e_mail_does_not_matter() -> None:
    responses = tidied(
        stored(
            "signoff",
            [
                signoff_row("สมมติ", MORNING, email=" A@X.GO.TH ", position="ครู"),
                signoff_row("สมมติ", NOON, email="a@x.go.th\u200b", position="นิติกร"),
            ],
        )
    )
    assert responses.signoffs["person"].nunique() == 1


def test_a8_one_person_in_two_agencies_counts_in_both_and_is_listed() -> None:
    summary = signoffs(
        signoff_row("สมมติ", MORNING), signoff_row("สมมติ", NOON, agency="สสจ.เชียงราย")
    )
    assert summary.agencies["signers"].to_list() == [1, 1, 0]
    assert summary.review["reason_id"].to_list() == ["two_agencies", "two_agencies"]
