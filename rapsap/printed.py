"""What copies outside of the ledger say that it was: references typed in, and those in ``out/``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from collector.auditing import Claim
from collector.seals import parse_reference
from config.errors import CampaignError
from config.messages import _
from report.frozen_check import editions_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_RECORD = "run.json"
_RELEASES = ("public", "internal", "previous/public", "previous/internal")


def typed_claims(references: Iterable[str]) -> list[Claim]:
    """Return what references that a person typed claim. Raises `CampaignError` for none."""
    typed = map(parse_reference, references)
    return [Claim(_("given reference"), reference.events, reference) for reference in typed]


def published_claims(out: Path) -> Iterator[Claim]:
    """Yield what the records of the report and of the approved editions claim."""
    for place in (*(out / name for name in _RELEASES), *editions_in(out)):
        claim = _claim_of(place / _RECORD, (place / _RECORD).relative_to(out.parent).as_posix())
        if claim:
            yield claim


def _claim_of(record: Path, where: str) -> Claim | None:
    """Return what a record tells of the ledger; None where it tells nothing that can be read."""
    try:
        said = json.loads(record.read_bytes())
        events, head = int(said["ledger"]["events"]), str(said["ledger"]["head"])
        reference = said.get("ledger_reference")
        return Claim(where, events, parse_reference(reference) if reference else None, head)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, CampaignError):
        return None
