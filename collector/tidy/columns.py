"""Raw tables as one frame: a column per question, whatever the order and spelling of headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from collector.cells import printable
from collector.headers import map_header
from collector.stored import StoredTable
from collector.technical import zone_of
from config.garbled import was_thai
from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from config.campaign import Form

_LOST = re.compile(r"[\ufffd\ud800-\udfff]|^\s*\?(?:\s*\?){2,}\s*$")
_FORMULA_ERRORS = frozenset(
    (
        "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#ERROR!", "#SPILL!",
        "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA",
    )
)  # fmt: skip
# Whatever could be one of these; nearly every column has nothing of the kind.
_SUSPECT = re.compile(r"[\ufffd\ud800-\udfff]|\?\s*\?|#[A-Z]|[\x80-\xff]{2}|(?:เ[ธน].){2}")


def read_each(texts: pd.Series, read: Callable[[str], Any]) -> pd.Series:
    """Return ``read`` of every value, reading each distinct text once."""
    values = texts.to_list()
    known = {text: read(text) for text in dict.fromkeys(values)}
    return in_column([known[text] for text in values], texts.index)


def in_column(values: Iterable[Any], index: pd.Index | None = None) -> pd.Series:
    """Return the values as a column of objects, also when there is none."""
    return pd.Series(list(values), index=index, dtype=object)


def by_question(tables: Sequence[StoredTable], form: Form) -> pd.DataFrame:
    """Return one row per stored row, as text, with a column per question of the form.

    Columns: the question ids (str, "" where the table has no such column), and about the row
    ``response_id`` (int64), ``form``, ``stream``, ``origin``, ``row_number`` (int64),
    ``header`` (str), ``zone`` (str: that of its clock times, "" for the campaign's), ``raw`` (the
    cells, tuple), ``replaced`` (bool: a live sheet has since changed it), ``asked`` (frozenset of
    the question ids that the table has), ``reason_id`` and ``detail`` (str, "" while nothing is
    wrong).
    """
    frames = [_one_table(table, form) for table in tables if table.rows]
    if not frames:
        return _one_table(StoredTable(form.id, "", (), [], [], [], [], []), form)
    return pd.concat(frames, ignore_index=True)


def mark(
    answers: pd.DataFrame,
    where: pd.Series,
    reason_id: str,
    detail: pd.Series | str = "",
) -> pd.DataFrame:
    """Return the answers with rows set aside for a reason; the first reason of a row stands.

    ``detail`` is what the row says, cleaned here; it need only reach the rows concerned.
    """
    if not where.any():  # nearly always
        return answers
    fresh = where & (answers["reason_id"] == "")
    return answers.assign(
        reason_id=answers["reason_id"].mask(fresh, reason_id),
        detail=answers["detail"].mask(
            fresh, detail if isinstance(detail, str) else detail[fresh].map(clean)
        ),
    )


def _one_table(table: StoredTable, form: Form) -> pd.DataFrame:
    found = map_header(table.header, form).columns
    cells = _cells_by_column(table)
    texts = {
        question.id: _answers_in(found.get(question.id, ()), cells, len(table.rows))
        for question in form.questions
    }
    return (
        pd.DataFrame(texts, dtype=object)
        .assign(
            response_id=pd.Series(table.response_ids, dtype="int64"),
            form=in_column([table.form] * len(table.rows)),
            stream=in_column([table.source] * len(table.rows)),
            origin=in_column(table.origins),
            row_number=pd.Series(table.row_numbers, dtype="int64"),
            header=in_column(["\x1f".join(table.header)] * len(table.rows)),
            zone=in_column([zone_of(table.header)] * len(table.rows)),
            raw=in_column(table.rows),
            replaced=pd.Series([s == "replaced" for s in table.states], dtype=bool),
            asked=in_column([frozenset(found)] * len(table.rows)),
            reason_id="",
            detail="",
        )
        .pipe(_set_aside_damaged, found, cells)
        .pipe(_set_aside_overhang, table, cells)
        .pipe(_set_aside_contradictions, found, cells)
    )


def _cells_by_column(table: StoredTable) -> list[tuple[str, ...]]:
    """Return the cells column by column; short rows are padded, what overhangs comes last."""
    width = max((len(row) for row in table.rows), default=0)
    width = max(width, len(table.header))
    return list(zip(*(row + ("",) * (width - len(row)) for row in table.rows), strict=True))


def _answers_in(
    columns: tuple[int, ...], cells: list[tuple[str, ...]], height: int
) -> Iterable[Hashable]:
    """Return a question's answers: of doubled columns, the first that is not blank."""
    if not columns or not height:
        return [""] * height
    if len(columns) == 1:
        return cells[columns[0]]
    return [
        next((text for text in texts if clean(text)), "")
        for texts in zip(*(cells[column] for column in columns), strict=True)
    ]


def _set_aside_damaged(
    answers: pd.DataFrame, found: dict[str, tuple[int, ...]], cells: list[tuple[str, ...]]
) -> pd.DataFrame:
    """Set aside rows in which an answer's text was lost on the way or its formula failed.

    Only the form's own columns matter: a person may keep a working column beside them.
    """
    own = sorted(column for columns in found.values() for column in columns)
    for column in own if cells else ():
        if _SUSPECT.search("\n".join(dict.fromkeys(cells[column]))):
            texts = in_column(cells[column])
            shown = texts.pipe(read_each, printable)
            for reason_id, is_so in _DAMAGES.items():
                where = texts.pipe(read_each, is_so).astype(bool)
                answers = answers.pipe(mark, where, reason_id, shown)
    return answers


def _is_lost(text: str) -> bool:
    """Tell a text with replacement characters or half a pair, “????” alone, and garbled Thai."""
    return bool(_LOST.search(text)) or was_thai(text)


_DAMAGES: dict[str, Callable[[str], bool]] = {
    "text_lost": _is_lost,
    "formula_failed": _FORMULA_ERRORS.__contains__,
}


def _set_aside_overhang(
    answers: pd.DataFrame, table: StoredTable, cells: list[tuple[str, ...]]
) -> pd.DataFrame:
    """Set aside rows with cells under no heading."""
    overhang = pd.Series("", index=answers.index, dtype=object)
    for column in cells[len(table.header) :]:
        overhang = overhang.mask(overhang == "", in_column(column).map(clean))
    return answers.pipe(mark, overhang != "", "too_many_cells", overhang)


def _set_aside_contradictions(
    answers: pd.DataFrame, found: dict[str, tuple[int, ...]], cells: list[tuple[str, ...]]
) -> pd.DataFrame:
    """Set aside rows in which two columns of one question disagree."""
    for question_id, columns in found.items():
        if len(columns) > 1 and cells:
            said = [
                {clean(text) for text in texts} - {""}
                for texts in zip(*(cells[column] for column in columns), strict=True)
            ]
            torn = pd.Series([len(texts) > 1 for texts in said], dtype=bool)
            both = in_column(" / ".join(sorted(texts)) for texts in said)
            answers = answers.pipe(mark, torn, "two_answers", f"{question_id}: " + both)
    return answers
