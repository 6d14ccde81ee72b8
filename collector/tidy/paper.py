"""Sign-offs on paper, typed into a table: a person a row, or how many an agency reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from collector.tidy.agencies import read_agencies
from collector.tidy.answers import read_answers
from collector.tidy.columns import in_column, mark, read_each
from collector.tidy.corrections import corrected_rows
from collector.tidy.options import read_staff_types
from collector.tidy.people import read_names
from collector.tidy.signoff import mark_counted, mark_late_and_early, question_of
from config.nearest import nearest
from config.paper import ALL_NOTICES, PAPER_FORM
from config.thai import arabic_digits, clean, match_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from collector.stored import StoredTable
    from config.campaign import Campaign, Notice

FORM = "paper"
_NAMES = ["first_name", "last_name", "full_name"]
_SEPARATORS = re.compile(r"[|\n;]")
_NUMBER = re.compile(r"0*[1-9]\d{0,5}(\.0+)?")
_OF_PAPER = {"no_time": "no_signing_day", "bad_time": "bad_signing_day"}


def tidy_paper(tables: Sequence[StoredTable], campaign: Campaign, now: datetime) -> pd.DataFrame:
    """Return every row typed from paper; ``reason_id`` says why one is set aside.

    Adds what `collector.tidy.signoff.tidy_signoffs` adds, ``ack.<id>`` being ``acknowledged`` or
    "", ``people`` (Int64): how many an agency reports without names, NA where the row names one
    person, and ``corrected`` (bool): the row was since typed anew in its place.
    """
    answers = (
        read_answers(tables, campaign, PAPER_FORM, now)
        .pipe(_with_reasons_of_its_own)
        .pipe(read_agencies, campaign.agencies)
        .pipe(_read_notices, campaign.notices)
        .pipe(mark_late_and_early, campaign)
    )
    by_number = answers["people"].pipe(read_each, clean) != ""
    named = (
        answers[~by_number]
        .reset_index(drop=True)
        .pipe(read_names)
        .pipe(read_staff_types, campaign.staff_types, required=True)
        .assign(people=pd.NA)
    )
    reported = (
        answers[by_number]
        .reset_index(drop=True)
        .assign(name="", name_key="", staff_type_id="")
        .pipe(_read_numbers)
    )
    return (
        pd.concat([named, reported], ignore_index=True)
        .astype({"people": "Int64"})
        .pipe(mark_counted, campaign)
        .assign(corrected=lambda rows: rows.index.isin(corrected_rows(rows)))
    )


def as_signoffs(papers: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return the rows that name a person as rows of the sign-off form, what it lacks being ""."""
    return papers[papers["people"].isna()].reindex(columns=columns, fill_value="")


def _with_reasons_of_its_own(answers: pd.DataFrame) -> pd.DataFrame:
    return answers.assign(reason_id=answers["reason_id"].replace(_OF_PAPER))


def _read_notices(answers: pd.DataFrame, notices: Sequence[Notice]) -> pd.DataFrame:
    """Add the acknowledgements that a row stands for: of one notice, of several, or of all."""
    texts = answers["notice"]
    read = texts.pipe(read_each, lambda text: _notices_in(text, notices))
    answers = answers.assign(
        **{
            question_of(notice): in_column(
                "acknowledged" if notice.id in ids else "" for ids in read
            )
            for notice in notices
        }
    )
    unknown = texts.pipe(read_each, lambda text: _unknown_in(text, notices))
    return answers.pipe(mark, read.map(len) + unknown.map(len) == 0, "no_notice").pipe(
        mark, unknown != "", "unknown_notice", unknown
    )


def _notices_in(text: str, notices: Sequence[Notice]) -> frozenset[str]:
    known = _names_of(notices)
    return frozenset(
        notice_id for part in _parts(text) for notice_id in known.get(match_key(part), ())
    )


def _unknown_in(text: str, notices: Sequence[Notice]) -> str:
    """Return the first part that names no notice in quotes, with the nearest one that does."""
    known = _names_of(notices)
    stray = next((part for part in _parts(text) if match_key(part) not in known), "")
    near = nearest(stray, [notice.short_title for notice in notices]) if stray else ""
    return f"“{stray}”" + (f" → “{near}”?" if near else "") if stray else ""


def _parts(text: str) -> list[str]:
    return [part for part in map(clean, _SEPARATORS.split(text)) if part]


def _names_of(notices: Sequence[Notice]) -> dict[str, tuple[str, ...]]:
    everything = tuple(notice.id for notice in notices)
    names = {
        match_key(name): (notice.id,)
        for notice in notices
        for name in (notice.id, notice.title, notice.short_title)
    }
    words = (ALL_NOTICES, "ครบทุกฉบับ", "ทั้งหมด", f"ทั้ง {len(notices)} ฉบับ", "all")
    return names | {match_key(word): everything for word in words}


def _read_numbers(reports: pd.DataFrame) -> pd.DataFrame:
    """Read how many people an agency reports; a row cannot name somebody as well."""
    texts = reports["people"]
    numbers = texts.pipe(read_each, lambda text: arabic_digits(clean(text)).replace(",", ""))
    readable = numbers.map(_NUMBER.fullmatch).notna()
    named = reports[_NAMES].map(clean).ne("").any(axis="columns")
    written = reports[_NAMES].agg(" ".join, axis="columns").map(clean) if len(reports) else texts
    return (
        reports.assign(people=pd.to_numeric(numbers.where(readable, None)).astype("Int64"))
        .pipe(mark, ~readable, "bad_number", texts)
        .pipe(mark, named, "name_and_number", written)
    )
