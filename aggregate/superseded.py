"""Why rows that were read count no more: nothing is wrong with them, another one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

DOUBLE_SEND, LATER_ANSWER, CHANGED = "double_send", "later_answer", "changed_in_sheet"


def superseded(
    sent: pd.DataFrame, counting: AbstractSet[int], rows_by_form: dict[str, dict[str, int]]
) -> pd.DataFrame:
    """Return the superseded rows by kind.

    A row is a double send when a later one of the same person (or agency) says the same to the
    letter, else a later answer took its place. What neither explains was changed in its live
    sheet. ``sent``: the readable rows, ``person`` being who sent them; ``counting``: those that
    count (`aggregate.latest.counting_rows` and the like); ``rows_by_form``: of the whole Summary.

    Columns: ``reason_id`` (`DOUBLE_SEND`, `LATER_ANSWER`, `CHANGED`), ``form`` (str), ``rows``
    (int64); only kinds that occur. Their sum is all superseded rows.
    """
    current = sent[~sent["replaced"]]
    outdone = ~current["response_id"].isin(counting)
    double = outdone & current.duplicated(["person", "content"], keep="last")
    of_form = {form: current["form"] == form for form in rows_by_form}
    kinds = [
        (reason_id, form, int((rows & here).sum()))
        for form, here in of_form.items()
        for reason_id, rows in ((DOUBLE_SEND, double), (LATER_ANSWER, outdone & ~double))
    ]
    kinds += [
        (CHANGED, form, rows["superseded"] - int((outdone & of_form[form]).sum()))
        for form, rows in rows_by_form.items()
    ]
    return pd.DataFrame(
        [kind for kind in kinds if kind[-1]], columns=["reason_id", "form", "rows"]
    ).astype({"rows": "int64"})
