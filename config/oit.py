"""What answers the OIT in one fiscal year: its codes change every year, and so may be unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from config.campaign import OitItem


def oit_of_year(items: tuple[OitItem, ...], year: int) -> tuple[OitItem, ...]:
    """Return what answers in fiscal year ``year`` (พ.ศ.).

    An item that has codes in other years only is there without one, once for each of its answers:
    it may be asked under a number that nobody has told us.
    """
    known = tuple(item for item in items if item.fiscal_year == year)
    asked = {item.item for item in known}
    others = {
        (other.item, other.evidence, other.page, other.notice): other
        for other in items
        if other.item not in asked
    }
    blank = {"fiscal_year": year, "code": "", "url": "", "on": None, "verified": False}
    return (*known, *(other.model_copy(update=blank) for other in others.values()))
