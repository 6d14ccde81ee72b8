"""The message to an agency's coordinator in LINE: no names, Arabic digits (wording.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.dates import short_date
from config.messages import marked, thai
from config.thai import number
from report.numbers import percent_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report.packs.pack import Pack

_IN_TIME = marked(
    "To the ITA coordinator of {agency}: {some} of {heads} people ({percent} percent) have "
    "acknowledged every notice. Please complete this by {day}. {link} If you have done so "
    "already, please excuse this message. – {sender}"
)
_TOO_LATE = marked(
    "To the ITA coordinator of {agency}: {some} of {heads} people ({percent} percent) have "
    "acknowledged every notice; the closing day was {day}. Please complete this soon. {link} If "
    "you have done so already, please excuse this message. – {sender}"
)
_UNDECLARED_IN_TIME = marked(
    "To the ITA coordinator of {agency}: {some} people have acknowledged every notice, but we do "
    "not know of how many. Please tell us how many people work with you, and complete this by "
    "{day}. {link} If you have done so already, please excuse this message. – {sender}"
)
_UNDECLARED_TOO_LATE = marked(
    "To the ITA coordinator of {agency}: {some} people have acknowledged every notice, but we do "
    "not know of how many; the closing day was {day}. Please tell us how many people work with "
    "you, and complete this soon. {link} If you have done so already, please excuse this message. "
    "– {sender}"
)
_COMPLETE = marked(
    "To the ITA coordinator of {agency}: all {heads} people have acknowledged every notice "
    "(as of {as_of}). Thank you for your cooperation. – {sender}"
)
_OVER = marked(
    "To the ITA coordinator of {agency}: {signers} people have signed, more than the {heads} you "
    "declared. Please check, and tell us how many people work with you now. If you have done so "
    "already, please excuse this message. – {sender}"
)
_BY_STATE: Mapping[str, tuple[str, str]] = {
    "complete": (_COMPLETE, _COMPLETE),
    "over": (_OVER, _OVER),
    "undeclared": (_UNDECLARED_IN_TIME, _UNDECLARED_TOO_LATE),
}
"""The message while the window is open, and after it; any other state asks for the rest."""


def line_text(pack: Pack) -> str:
    """Return the message, on one line."""
    campaign, figures = pack.campaign, pack.figures
    in_time, too_late = _BY_STATE.get(figures["state"], (_IN_TIME, _TOO_LATE))
    message = too_late if pack.now >= campaign.closes_before() else in_time
    return thai(message).format(
        agency=pack.agency.name,
        some=number(figures["acknowledged_all"]),
        signers=number(figures["signers"]),
        heads=number(figures["headcount"] or 0),
        percent=percent_text(figures["percent"]),
        day=short_date(campaign.window.closes),
        as_of=short_date(pack.as_of.astimezone(campaign.zone).date()) if pack.as_of else "",
        link=_links(pack),
        sender=campaign.line_sender or campaign.contact or campaign.office,
    )


def _links(pack: Pack) -> str:
    """Return where people sign, and where they assess the risk, once that link is known."""
    signoff = pack.signoff.url or thai("[put the link to the sign-off form here]")
    if not pack.coi.url:
        return signoff
    both = thai("{signoff} and the risk self-assessment, which keeps no name: {coi}")
    return both.format(signoff=signoff, coi=pack.coi.url)


def line_file(texts: list[tuple[str, str]]) -> bytes:
    """Return (agency, message) pairs as one text file, for a person to copy from in Notepad."""
    paragraphs = [f"{place}. {agency}\n{text}\n" for place, (agency, text) in enumerate(texts, 1)]
    return notepad("\n".join(paragraphs))


def notepad(text: str) -> bytes:
    """Return a text as every Windows opens it: UTF-8 with a mark, and its own line ends."""
    return text.replace("\n", "\r\n").encode("utf-8-sig", errors="replace")
