"""The public EIT survey: its link stands in the frame, for O43 shows it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from report.facts import Facts


def eit(_facts: Facts) -> dict[str, Any]:
    """Return what ``public/eit.html`` shows beyond the frame: nothing."""
    return {}
