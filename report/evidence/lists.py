"""The lists of all agencies and notices, each a PDF of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import _
from report.documents.pdf import as_pdf
from report.evidence.listing import evidence_list
from report.packs.pack import packs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from report.facts import Facts
    from report.packs.pack import Pack

# Letters. A longer name may need two lines; a shorter part of it could stand in other words.
_LONG_NAME, _SHORT_PART = 20, 3


def evidence(facts: Facts, progress: Callable[[str], None]) -> Iterator[tuple[str, bytes]]:
    """Return ``<agency>/<notice>.pdf`` and its content, one after the other.

    ``progress`` is told which agency is at work: of 15,000 people this takes minutes.
    """
    agencies = len(facts.campaign.agencies)
    for place, pack in enumerate(packs(facts), start=1):
        progress(
            _("Writing evidence: {agency} ({place} of {all})").format(
                agency=pack.agency.name, place=place, all=agencies
            )
        )
        names = _parts_of_long_names(pack)
        for notice in facts.campaign.notices:
            text = evidence_list(pack, notice, facts.run["ledger_reference"])
            yield f"{pack.agency.id}/{notice.id}.pdf", as_pdf(text, names=names)


def _parts_of_long_names(pack: Pack) -> tuple[str, ...]:
    """Return what is to stay whole of the names that may need two lines."""
    long = (name for name in pack.signers["name"] if len(name) > _LONG_NAME)
    return tuple(part for name in long for part in name.split() if len(part) > _SHORT_PART)
