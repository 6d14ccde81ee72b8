"""Posters on A4: an agency, what its people are to sign, by when, and the code that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.forms import form_link
from config.messages import thai
from report.document import Document
from report.forms.codes import Code, drawn, form_codes
from report.forms.qr import qr_file
from report.pages.assets import assets
from report.pages.environment import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from collector.forms import MadeForms
    from config.campaign import Agency, Campaign, Notice

ALL_POSTERS = "โปสเตอร์ทุกหน่วยงาน.html"
EIT_POSTER, EIT_CODE = "โปสเตอร์-EIT.html", "คิวอาร์-EIT.svg"


@dataclass(frozen=True, slots=True)
class Poster:
    """One sheet; without ``codes`` it says that there is no link yet."""

    heading: str
    codes: tuple[Code, ...]
    agency: str = ""
    by: date | None = None
    notices: tuple[Notice, ...] = ()
    privacy: str = ""


def posters(campaign: Campaign, made: MadeForms | None) -> Iterator[Document]:
    """Return a poster per agency, one file with all of them, and what leads to the EIT survey."""
    of_agency = {agency.id: _of_agency(agency, campaign, made) for agency in campaign.agencies}
    for agency_id, poster in of_agency.items():
        page = _page(campaign, [poster], title=poster.agency, up="../")
        yield Document(f"posters/{agency_id}.html", page, "internal")
    together = _page(campaign, [*of_agency.values()], title=thai("Posters of all agencies"))
    yield Document(ALL_POSTERS, together, "internal")
    if campaign.eit_url.startswith(("https://", "http://")):
        yield Document(EIT_POSTER, _page(campaign, [_eit(campaign)], title="EIT"), "internal")
        yield Document(EIT_CODE, qr_file(campaign.eit_url), "internal")
    for name, content in sorted(assets().files.items()):
        if name.startswith("sarabun"):
            yield Document(f"assets/{name}", content, "internal")


def _of_agency(agency: Agency, campaign: Campaign, made: MadeForms | None) -> Poster:
    signoff, coi = (form_link(form, agency, campaign, made) for form in ("signoff", "coi"))
    return Poster(
        heading=thai("Acknowledge the notices"),
        codes=form_codes(signoff, coi) if signoff.url else (),
        agency=agency.name,
        by=campaign.window.closes,
        notices=campaign.notices,
        privacy=campaign.privacy_short,
    )


def _eit(campaign: Campaign) -> Poster:
    scan = thai("Scan with a phone to answer the survey")
    return Poster(
        heading=thai("Perception survey of external stakeholders (EIT)"),
        codes=(Code("", scan, drawn(campaign.eit_url)),),
    )


def _page(campaign: Campaign, sheets: list[Poster], *, title: str, up: str = "") -> bytes:
    fonts = [name for name in assets().files if name.endswith(".ttf")]
    return fill("forms/poster.html.j2", campaign, posters=sheets, title=title, up=up, fonts=fonts)
