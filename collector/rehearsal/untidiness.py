"""The same thing written as people write it: invisible characters, glued titles, typed dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.thai import match_key, thai_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from random import Random

    from config.campaign import Agency

_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_BUDDHIST = 543
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"

SPELLINGS: dict[str, tuple[str, Callable[[str], str]]] = {
    "zero_width": ("", lambda text: f"\u200b{text[:2]}\u200b{text[2:]}\ufeff"),
    "no_break_space": ("", lambda text: f"\xa0{text}\xa0"),
    "sara_am_in_two": ("\u0e33", lambda text: text.replace("\u0e33", "\u0e4d\u0e32")),
    "two_sara_e": ("\u0e41", lambda text: text.replace("\u0e41", "\u0e40\u0e40")),
    "tone_twice": ("\u0e49", lambda text: text.replace("\u0e49", "\u0e49\u0e49")),
    "soft_hyphen": ("", lambda text: f"{text[:3]}\u00ad{text[3:]}"),
}
"""What looks the same on screen: the letter that it needs, and the other spelling."""


def misspelt(agency: Agency, agencies: Iterable[Agency], rng: Random) -> str:
    """Return the agency's name less one letter; never another way in which one is written."""
    known = {
        match_key(name)
        for other in agencies
        for name in (other.name, other.short_name, *(alias.alias for alias in other.aliases))
    }
    letters = [place for place, letter in enumerate(agency.name) if "\u0e01" <= letter <= "\u0e2e"]
    places = rng.sample(letters, len(letters))
    slips = (agency.name[:place] + agency.name[place + 1 :] for place in places)
    return next(slip for slip in slips if match_key(slip) not in known)


def aliases_at_any_time(agency: Agency) -> list[str]:
    """Return the agency's other names that hold on every day."""
    return [alias.alias for alias in agency.aliases if not alias.since and not alias.until]


def typed_with_time(moment: datetime) -> str:
    """Return ``๓/๔/๒๕๖๖, ๑๔:๐๓:๒๒``, as somebody types it into the sheet."""
    day = f"{moment.day}/{moment.month}/{moment.year + _BUDDHIST}"
    return thai_digits(f"{day}, {moment:%H:%M:%S}")


def typed_in_years_of_the_buddha(moment: datetime) -> str:
    """Return ``3/4/2566, 14:03:22``."""
    return f"{moment.day}/{moment.month}/{moment.year + _BUDDHIST}, {moment:%H:%M:%S}"


def typed_day(moment: datetime) -> str:
    """Return ``๓ เม.ย. ๒๕๖๖``: a day without a time."""
    month = _MONTHS[moment.month - 1]
    return thai_digits(f"{moment.day} {month} {moment.year + _BUDDHIST}")


def impossible_day(moment: datetime) -> str:
    """Return ``31/4/2566``: what the province's own memo is capable of."""
    return f"31/4/{moment.year + _BUDDHIST}"
