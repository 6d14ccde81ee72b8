"""The decisions that the tool itself writes down: ``decisions.csv``, which only ever grows."""

from __future__ import annotations

import codecs
import csv
import io
import os
from typing import TYPE_CHECKING, Any

from config.crosschecks.decisions import decision_mistakes
from config.delimited import read_delimited
from config.errors import CampaignMistakes, CannotWriteError
from config.messages import _
from config.names import key_of
from config.tables import DECISIONS
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from config.campaign import Campaign, Decision
    from config.tables import Column

FILE = f"{DECISIONS.name}.csv"
_FORMULA_STARTS = tuple("=+-@\t\r\0")


def append_decisions(folder: Path, campaign: Campaign, decisions: Iterable[Decision]) -> int:
    """Write decisions below those of ``folder/decisions.csv``; return how many were new.

    ``campaign`` is the one of ``folder``, with what was decided before; a decision that stands
    in it already is not written again. All or nothing: raises `CampaignMistakes` if a decision
    lacks something or contradicts another one, `CannotWriteError` if the file cannot be written.
    Whether a person is known at all is said by the next refresh.
    """
    known = {_said(decision) for decision in campaign.decisions}
    fresh = {_said(decision): decision for decision in decisions}
    new = [decision for said, decision in fresh.items() if said not in known]
    mistakes = tuple(decision_mistakes([*campaign.decisions, *new]))
    if mistakes:
        raise CampaignMistakes(mistakes)
    if new:
        _append(folder / FILE, [decision.model_dump(mode="json") for decision in new])
    return len(new)


def _said(decision: Decision) -> tuple[str, ...]:
    """Return what a decision comes down to, whoever made it and when."""
    return (
        decision.agency,
        key_of(decision.name),
        decision.decision,
        decision.other_agency,
        key_of(decision.other_name),
        decision.doubt if decision.decision == "confirmed" else "",
    )


def _append(path: Path, decisions: list[dict[str, Any]]) -> None:
    """Write the file anew with rows added; what stands in it stays, whatever wrote it."""
    header, *rows = _standing(path)
    column_by_key = {match_key(word): c for c in DECISIONS.columns for word in (c.name, c.heading)}
    columns = [column_by_key.get(match_key(text)) for text in header]
    lacking = [column for column in DECISIONS.columns if column not in columns]
    added = [[_cell(decision, column) for column in (*columns, *lacking)] for decision in decisions]
    table = [[*header, *(column.heading for column in lacking)], *rows, *added]
    try:
        _replace(path, table)
    except OSError as error:
        raise CannotWriteError(
            _("the decisions cannot be written: {reason}").format(reason=error.strerror),
            place=str(path),
            remedy=_("close the file in other programs, and do it again"),
        ) from error


def _standing(path: Path) -> list[list[str]]:
    """Return the file as it is, rows as wide as the heading; without a file an empty heading."""
    if not path.exists():
        return [[]]
    text = read_delimited(path.read_bytes())
    width = len(text.header)
    return [[*cells, *[""] * (width - len(cells))] for cells in (text.header, *text.rows)]


def _cell(decision: dict[str, Any], column: Column | None) -> str:
    """Return what a person reads in a column; nothing that a spreadsheet would run."""
    if column is None:
        return ""
    text = dict(column.choices).get(decision[column.name], decision[column.name])
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _replace(path: Path, table: Iterable[Iterable[str]]) -> None:
    """Put the table in place, whole or not at all."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(table)
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as file:
        file.write(codecs.BOM_UTF8 + text.getvalue().encode())
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
