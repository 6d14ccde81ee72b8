"""Forgetting: a person's rows out of the ledger and of the report, by a recorded decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.erasing import Erasure
from collector.sqlite_faults import overtaken
from collector.tidy.of_person import identities_of
from config.errors import CampaignError
from config.messages import _
from config.names import key_of
from config.thai import clean, match_key
from rapsap.finding_person import find_person
from rapsap.leaving_no_copy import begin_erasing
from rapsap.refreshing import LEDGER, alone, open_ledger, out_of, report_only, require_campaign
from rapsap.unreached import files_with, kept_folders, still_in_the_inbox

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from rapsap.finding_person import Found, Wanted
    from rapsap.refreshing import Outcome, Progress


@dataclass(frozen=True)
class Forgotten:
    """What was done, and what stays: the numbers of rows in the inbox, by file.

    ``files``: in which the name may stand all the same; ``kept``: folders of frozen copies.
    """

    outcome: Outcome
    in_the_inbox: tuple[tuple[str, tuple[int, ...]], ...]
    files: tuple[str, ...]
    kept: tuple[str, ...]


def find(folder: Path, wanted: Wanted, *, now: datetime, progress: Progress) -> Found:
    """Return what `find_person` does, of a campaign's folder."""
    require_campaign(folder)
    progress(_("Looking for the person's rows"))
    with open_ledger(folder) as ledger:
        return find_person(folder, ledger, wanted, now)


def require_decision(reason: str, by: str, wanted: Wanted) -> None:
    """Raise `CampaignError` for a decision that says nothing, or that would keep the name."""
    for option, text in (("--reason", reason), ("--by", by)):
        if not clean(text):
            raise CampaignError(
                _("The decision needs a reason and the name of who decided."), place=option
            )
        if key_of(wanted.name) in match_key(text):
            raise CampaignError(
                _("This stays in the ledger for ever and may not name the person."), place=option
            )


def forget(
    folder: Path, wanted: Wanted, found: Found, decision: tuple[str, str], *, now: datetime,
    progress: Progress,
) -> Forgotten:  # fmt: skip
    """Erase what was found, by a decision (reason, and by whom), and make the report anew.

    Raises `TryLaterError` if the rows are others by now, and what `report_only` raises; the rows
    are erased then all the same, and the next refresh makes the report.
    """
    reason, by = (clean(text) for text in decision)
    with alone(folder), open_ledger(folder) as ledger:
        progress(_("Erasing"))
        again = find_person(folder, ledger, wanted, now)
        if again.events != found.events:
            raise overtaken(folder / LEDGER)
        erasure = Erasure(
            events=tuple(event.seq for event in found.events),
            identities=tuple(identities_of(found.events, found.campaign)),
            rows_by_form=again.rows_by_form,
            by=by,
            reason=reason,
        )
        begin_erasing(out_of(folder))
        ledger.forget(erasure, now=now)
        forgotten = ledger.forgotten()
    outcome = report_only(folder, now=now, progress=progress)
    progress(_("Looking where the name still stands"))
    return Forgotten(
        outcome=outcome,
        in_the_inbox=tuple(still_in_the_inbox(found.campaign, folder, forgotten, now)),
        files=tuple(files_with(found.spellings, folder)),
        kept=tuple(kept_folders(folder)),
    )
