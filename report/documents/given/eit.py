"""The picture of the EIT survey's code; none without the survey's link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.documents.pictures import Picture
from report.qr import eit_png

if TYPE_CHECKING:
    from config.campaign import Campaign
    from report.documents.pictures import Pictures


def eit_picture(campaign: Campaign) -> Pictures:
    """Return the picture ``eit-qr``, where the campaign has the survey's link."""
    png = eit_png(campaign)
    if not png:
        return {}
    said = thai("QR code of the EIT survey: {address}").format(address=campaign.eit_url)
    return {"eit-qr": lambda: Picture(png, said)}
