"""How many acknowledgements each agency still owes of each notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def owed(missing: pd.DataFrame) -> pd.DataFrame:
    """Return the list of what is missing, summed: ``agency_id``, ``notice_id``, ``owed`` (int64).

    An agency that declared no number owes at least what its known people lack. What is complete
    has no row.
    """
    return (
        missing[missing["missing"] > 0]
        .groupby(["agency_id", "notice_id"], sort=False)["missing"]
        .sum()
        .astype("int64")
        .rename("owed")
        .reset_index()
    )
