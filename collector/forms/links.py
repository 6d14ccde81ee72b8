"""By which address an agency's people reach a form, and whether their agency is chosen there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from config.thai import clean

if TYPE_CHECKING:
    from collector.forms.made import MadeForms
    from config.campaign import Agency, Campaign

_ANSWER = "entry."
"""What Google calls an answer that a link fills in begins with."""


@dataclass(frozen=True, slots=True)
class FormLink:
    """An address, "" for none yet; ``chosen``: the agency need not be chosen any more."""

    url: str = ""
    chosen: bool = False


def form_link(
    form_id: str, agency: Agency, campaign: Campaign, made: MadeForms | None = None
) -> FormLink:
    """Return the agency's own link as the script told it, else what campaign.toml has for all.

    A link of campaign.toml in which one agency of the register is filled in is made to choose
    each agency: a form made by hand needs one such link and no more.
    """
    if made and (own := made.link(form_id, agency)):
        return FormLink(own, chosen=True)
    general = _in_campaign(form_id, campaign)
    choosing = _choosing(general, agency, {clean(other.name) for other in campaign.agencies})
    return FormLink(choosing or general, chosen=bool(choosing))


def general_link(form_id: str, campaign: Campaign, made: MadeForms | None = None) -> str:
    """Return the form's address for everybody, no agency chosen; "" for none yet."""
    if made:
        return made.form(form_id).url
    parts = urlsplit(_in_campaign(form_id, campaign))
    filled_in = any(key.startswith(_ANSWER) for key, _text in parse_qsl(parts.query))
    return urlunsplit(parts._replace(query="") if filled_in else parts)


def _in_campaign(form_id: str, campaign: Campaign) -> str:
    return {"signoff": campaign.signoff_url, "coi": campaign.coi_url}.get(form_id, "")


def _choosing(link: str, agency: Agency, names: set[str]) -> str:
    """Return the link with this agency where it names another; "" where it names none."""
    parts = urlsplit(link)
    answers = parse_qsl(parts.query, keep_blank_values=True)
    choosing = [
        (key, agency.name if key.startswith(_ANSWER) and clean(text) in names else text)
        for key, text in answers
    ]
    named = any(key.startswith(_ANSWER) and clean(text) in names for key, text in answers)
    return urlunsplit(parts._replace(query=urlencode(choosing))) if named else ""
