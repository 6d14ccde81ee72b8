"""What to type where to settle a doubt: the words of the table of decisions itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.campaign import ANSWERS
from config.tables import DECISIONS

if TYPE_CHECKING:
    from report.rows import Row


def answers_to(doubt: str) -> list[Row]:
    """Return the decisions that settle a doubt: ``decision`` (its id), ``label`` (what to pick).

    None where no decision settles it.
    """
    labels = dict(DECISIONS.column("decision").choices)
    return [
        {"decision": decision, "label": labels[decision]} for decision in ANSWERS.get(doubt, ())
    ]


def headings() -> dict[str, str]:
    """Return the headings of the table of decisions by their ids."""
    return {column.name: column.heading for column in DECISIONS.columns}
