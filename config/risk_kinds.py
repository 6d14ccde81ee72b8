"""Which kind of conflict of interest the working group means: by id, number or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import CampaignError
from config.messages import _
from config.nearest import did_you_mean
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from config.campaign import CoiKind
    from config.rows import TableRows


def kind_meant(written: str, kinds: Sequence[CoiKind]) -> str:
    """Return the id of the kind that is meant, "" if it is none.

    >>> kind_meant("๖", kinds), kind_meant("การใช้ทรัพย์สินของราชการเพื่อประโยชน์ส่วนตัว", kinds)
    ('public-property', 'public-property')
    """
    wanted = match_key(written)
    for kind in kinds:
        if wanted in {match_key(name) for name in _names(kind)}:
            return kind.id
    return ""


def kind_mistakes(events: TableRows, kinds: Sequence[CoiKind]) -> Iterator[CampaignError]:
    """Find the events whose kind nobody knows."""
    for row in events.rows:
        written = row.values.get("kind", "")
        if written and not kind_meant(written, kinds):
            known = [kind.name for kind in kinds]
            yield CampaignError(
                _("“{kind}” is none of the kinds").format(kind=written),
                place=row.place(events.table.column("kind")),
                remedy=did_you_mean(
                    written, known, otherwise=_("write the number of a kind, 1 to 9, or its name")
                ),
            )


def _names(kind: CoiKind) -> tuple[str, ...]:
    return kind.id, str(kind.number), kind.name, kind.short_name, f"{kind.number}. {kind.name}"
