"""What campaign.toml and the texts still lack, and who is to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.finding import Finding, place_of
from config.fiscal_year import fiscal_year_days
from config.links import web_address
from config.loading import PRIVACY_NOTICE
from config.messages import _
from config.settings import SETTINGS
from config.tables import SIGNATORIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign

_PLACEHOLDER = "(ระบุ"


def privacy_notice(campaign: Campaign) -> Iterator[Finding]:
    """Look for the privacy notice, which precedes the form (domain.md §7)."""
    if not campaign.privacy_notice.strip():
        yield Finding(
            PRIVACY_NOTICE,
            _("there is no privacy notice"),
            _("write it before anybody is asked to fill in a form"),
            ExitCode.CAMPAIGN,
        )
    elif _PLACEHOLDER in campaign.privacy_notice:
        yield Finding(
            PRIVACY_NOTICE,
            _("the privacy notice still has places to fill in"),
            _('look for "{placeholder}" and complete each').format(placeholder=_PLACEHOLDER),
        )


def window_outside_the_year(campaign: Campaign) -> Iterator[Finding]:
    """Compare the window with the fiscal year."""
    first, last = fiscal_year_days(campaign.fiscal_year)
    if campaign.window.opens < first or campaign.window.closes > last:
        yield Finding(
            SETTINGS,
            _("the window lies outside the fiscal year {year}").format(year=campaign.fiscal_year),
            _("check fiscal_year and window"),
        )


def eit_link(campaign: Campaign) -> Iterator[Finding]:
    """Look for the link to the public EIT survey, which O43 has to show."""
    if not campaign.eit_url:
        yield Finding(
            SETTINGS,
            _("the link to the public EIT survey is missing (eit_url)"),
            _("copy it from the ITAS system"),
        )
    elif not web_address(campaign.eit_url):
        yield Finding(
            SETTINGS,
            _("eit_url is no address of the web, so no QR code is made: {url}").format(
                url=campaign.eit_url
            ),
            _("copy it from the ITAS system, with https:// at its beginning"),
        )


def form_links(campaign: Campaign) -> Iterator[Finding]:
    """Look for the links to both forms, which posters and messages to coordinators carry."""
    remedy = _("copy the link for respondents from Google Forms; it goes to coordinators only")
    if not campaign.signoff_url:
        fault = _("the link to the sign-off form is missing (signoff_url)")
        yield Finding(SETTINGS, fault, remedy)
    if not campaign.coi_url:
        fault = _("the link to the self-assessment is missing (coi_url)")
        yield Finding(SETTINGS, fault, remedy)


def letterhead(campaign: Campaign) -> Iterator[Finding]:
    """Look for what every memo and letter bears at its head and foot."""
    written = {
        "letter_number": campaign.letter_number,
        "letter_address": "".join(campaign.letter_address),
        "phone": campaign.phone,
        "contact": campaign.contact,
    }
    lacking = ", ".join(name for name, text in written.items() if not text.strip())
    if lacking:
        yield Finding(
            SETTINGS,
            _("memos and letters lack what stands at their head and foot: {lacking}").format(
                lacking=lacking
            ),
            _("write it as on the office's own paper; the registry adds number and date"),
        )


def unconfirmed_signatories(campaign: Campaign) -> Iterator[Finding]:
    """Count the signatories whose names nobody has confirmed."""
    count = sum(not signatory.verified for signatory in campaign.signatories)
    if count:
        yield Finding(
            place_of(SIGNATORIES),
            _("the names of {count} signatories are not confirmed").format(count=count),
            _("write each name as the person spells it, then mark the row as confirmed"),
        )
