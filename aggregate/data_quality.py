"""What is wrong or doubtful in the answers, each kind once, with what to do."""

from __future__ import annotations

import pandas as pd

from aggregate.superseded import CHANGED, DOUBLE_SEND, LATER_ANSWER
from collector.tidy.reasons import REASONS
from config.messages import marked, thai

SET_ASIDE, REVIEW, SUPERSEDED = "set_aside", "review", "superseded"
_ORDER = {SET_ASIDE: 0, REVIEW: 1, SUPERSEDED: 2}
_COLUMNS = ["finding", "reason_id", "form", "rows", "reason", "remedy"]
_WHATEVER_IT_SAYS = "…"
_WHY_SUPERSEDED = {
    DOUBLE_SEND: marked("The same answer was sent again; it counts once."),
    LATER_ANSWER: marked("The person answered again; the later answer counts."),
    CHANGED: marked("The answer was changed in the sheet; the newest wording counts."),
}

_Row = tuple[str, str, str, int, str, str]


def data_quality(
    set_aside: pd.DataFrame, review: pd.DataFrame, superseded: pd.DataFrame
) -> pd.DataFrame:
    """Return each kind of finding by its id, whatever the rows themselves say.

    Columns: ``finding`` (`SET_ASIDE`: not counted until mended; `REVIEW`: counted, but a person
    must look; `SUPERSEDED`: nothing to do), ``reason_id``, ``form`` ("" where it is no form's),
    ``rows`` (int64: rows of answers; for `REVIEW` lines of the list), ``reason``, ``remedy``
    (str). In this order of findings, most rows first.
    """
    rows = [*_set_aside(set_aside), *_review(review), *_superseded(superseded)]
    return (
        pd.DataFrame(rows, columns=_COLUMNS)
        .astype({"rows": "int64"})
        .sort_values(
            ["finding", "rows", "reason_id", "form"],
            ascending=[True, False, True, True],
            key=lambda column: column.map(_ORDER) if column.name == "finding" else column,
            ignore_index=True,
        )
    )


def _set_aside(set_aside: pd.DataFrame) -> list[_Row]:
    counts = set_aside.groupby(["reason_id", "form"]).size()
    return [
        (SET_ASIDE, reason_id, form, rows, *REASONS[reason_id].in_words(_WHATEVER_IT_SAYS))
        for (reason_id, form), rows in counts.items()
    ]


def _review(review: pd.DataFrame) -> list[_Row]:
    counts = review.groupby(["reason_id", "reason", "remedy"]).size()
    return [
        (REVIEW, reason_id, "", rows, reason, remedy)
        for (reason_id, reason, remedy), rows in counts.items()
    ]


def _superseded(superseded: pd.DataFrame) -> list[_Row]:
    nothing = thai("Nothing to do.")
    return [
        (SUPERSEDED, reason_id, form, rows, thai(_WHY_SUPERSEDED[reason_id]), nothing)
        for reason_id, form, rows in superseded.itertuples(index=False, name=None)
    ]
