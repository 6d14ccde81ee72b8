"""Typed decisions into the decisions table: what is right is written down, the rest stays typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.decisions import append_decisions
from config.errors import CampaignError, CannotWriteError
from config.typed_decisions import decision_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from config.campaign import Campaign, Decision
    from config.typed_decisions import TypedRow


@dataclass(frozen=True, slots=True)
class TakenUp:
    """``taken`` decisions are new in the table; ``kept`` rows are to be shown as they were typed.

    A kept row without faults has nothing wrong with it: it is not finished.
    """

    taken: int = 0
    kept: tuple[TypedRow, ...] = ()


def take_up(
    rows: Iterable[TypedRow],
    folder: Path,
    campaign: Campaign,
    *,
    require_known: Callable[[Campaign], None],
) -> TakenUp:
    """Append what the rows decide to the decisions of ``folder``.

    ``campaign`` is the one of ``folder``; ``require_known`` raises `CampaignMistakes` for a
    campaign that decides about nobody known. A row that is wrong by itself, against an earlier
    decision or against one above it stays typed, with its faults; the others are taken.
    """
    so_far, kept = campaign, []
    right: list[tuple[TypedRow, Decision]] = []
    for row in rows:
        if not row.is_meant:
            kept.append(row)
            continue
        try:
            decision = decision_of(row, so_far)
            with_it = so_far.model_copy(update={"decisions": (*so_far.decisions, decision)})
            require_known(with_it)
        except CampaignError as fault:
            kept.append(row.with_fault(fault))
        else:
            so_far = with_it
            right.append((row, decision))
    try:
        taken = append_decisions(folder, campaign, [decision for _row, decision in right])
    except CannotWriteError as fault:
        return TakenUp(0, (*kept, *(row.with_fault(fault) for row, _decision in right)))
    return TakenUp(taken, tuple(kept))
