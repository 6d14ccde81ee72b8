"""Verifying: the ledger against itself, against what was printed of it, and what was frozen."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from collector.audit_words import Fault
from collector.auditing import Audit, audit
from config.messages import _
from rapsap.printed import published_claims, typed_claims
from rapsap.refreshing import LEDGER, out_of, require_campaign
from report.frozen_check import altered_files, frozen_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def verify(folder: Path, references: Sequence[str] = ()) -> Audit:
    """Examine a campaign's ledger and what was frozen; nothing is changed, nothing is made.

    Raises `CampaignError` for a reference that is none, and what the examination raises.
    """
    require_campaign(folder)
    out = out_of(folder)
    found = audit(folder / LEDGER, [*typed_claims(references), *published_claims(out)])
    return replace(found, faults=(*found.faults, *_altered_files(out)))


def _altered_files(out: Path) -> Iterator[Fault]:
    for frozen in frozen_in(out):
        if names := list(altered_files(frozen)):
            yield Fault(
                "files altered",
                frozen.relative_to(out.parent).as_posix(),
                _("Altered: files are not what they were when this was frozen: {files}.").format(
                    files=", ".join(names)
                ),
                _("Put it back from a backup, or an edition from the ZIP that was sent on."),
            )


def as_json(found: Audit) -> dict[str, Any]:
    """Return what ``--json`` prints."""
    return {
        "sound": not found.faults,
        "ledger_reference": found.reference,
        "events": found.events,
        "erased": found.erased,
        "refreshes": found.refreshes,
        "streams": [stream._asdict() for stream in found.streams],
        "references": [
            {"where": claim.where, "reference": str(claim), "fits": fits}
            for claim, fits in found.fits
        ],
        "faults": [asdict(fault) for fault in found.faults],
    }
