"""``oit.xlsx`` and ``oit.csv``: what to type into ITAS, code by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from config.thai import thai_digits
from report.csv_text import csv_bytes
from report.document import Document
from report.oit import CONFIRMED, MAIN, NO_ADDRESS, TO_CONFIRM, UNKNOWN, oit_answers
from report.workbook.sheet import Book, Column, Sheet
from report.workbook.stamp import as_of_text, made_at
from report.workbook.writing import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report.facts import Facts
    from report.oit import OitAnswer

OIT_WORKBOOK, OIT_CSV = "internal/oit.xlsx", "internal/oit.csv"
_FIELDS = ("code", "item", "evidence", "url", "explanation", "day", "state")


def oit_tables(facts: Facts) -> Iterator[Document]:
    """Return the same rows as a workbook and as CSV; neither where the campaign has none."""
    answers = oit_answers(facts.campaign, facts.summary.as_of)
    if answers:
        yield Document(OIT_WORKBOOK, _workbook(answers, facts), "internal")
        yield Document(OIT_CSV, csv_bytes(_FIELDS, map(_texts, answers)), "internal")


def _workbook(answers: list[OitAnswer], facts: Facts) -> bytes:
    campaign, as_of = facts.campaign, facts.summary.as_of
    unknown = sum(answer.code == thai(UNKNOWN) for answer in answers)
    return workbook_bytes(
        Book(
            title=thai("Answers to the OIT, fiscal year {year}").format(
                year=thai_digits(str(campaign.fiscal_year))
            ),
            subject=campaign.title,
            secret=thai("Draft. Enter into ITAS only what has been approved and published."),
            dated=as_of_text(as_of, campaign),
            figures=(
                (thai("Rows"), len(answers)),
                (thai("Of them without a code"), unknown),
                (thai("Without an address"), sum(not answer.url for answer in answers)),
            ),
            notes=(
                thai("Codes change every year: compare each with this year's form."),
                thai(
                    "Codes, addresses and explanations are edited in ตั้งค่า.xlsx; every refresh "
                    "writes this file anew."
                ),
                thai("What stands behind an address must not change once it has been handed in."),
            ),
            sheets=(_sheet(answers),),
            created=made_at(as_of, campaign),
        )
    )


def _sheet(answers: list[OitAnswer]) -> Sheet:
    return Sheet(
        title=thai("OIT"),
        answers=thai("What is entered into ITAS under which code?"),
        frozen=1,
        columns=(
            Column(
                thai("Code"),
                [answer.code for answer in answers],
                "long",
                {thai(UNKNOWN): "behind"},
                widest=16,
            ),
            Column(thai("Item"), [answer.item for answer in answers], "long", widest=44),
            Column(
                thai("Serves as"),
                [answer.evidence for answer in answers],
                tones={thai(MAIN): "good"},
            ),
            Column("URL", [answer.url for answer in answers], "long", widest=46),
            Column(thai("Explanation"), [a.explanation for a in answers], "long", widest=48),
            Column(thai("Date"), [answer.day for answer in answers], "day"),
            Column(
                thai("State"),
                [answer.state for answer in answers],
                "long",
                {
                    thai(CONFIRMED): "good",
                    thai(TO_CONFIRM): "under_way",
                    thai(NO_ADDRESS): "behind",
                    thai(UNKNOWN): "behind",
                },
                widest=24,
            ),
        ),
    )


def _texts(answer: OitAnswer) -> tuple[str, ...]:
    day = answer.day.isoformat() if answer.day else ""
    cells = (answer.code, answer.item, answer.evidence, answer.url, answer.explanation)
    return (*cells, day, answer.state)
