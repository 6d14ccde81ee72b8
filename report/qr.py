"""The QR code of the public EIT survey, for the page, a poster and a slide."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import segno

from config.links import web_address
from report.document import Document

if TYPE_CHECKING:
    from config.campaign import Campaign

# ISO 18004 asks for four light modules around the code. A poster's code is printed some 10 cm
# wide: at 30 dots a module that is 300 dpi. Level Q stays readable with a quarter of it lost.
_QUIET_ZONE = 4
_DOTS_PER_MODULE = 30
_ERROR_CORRECTION = "q"


def eit_codes(campaign: Campaign) -> tuple[Document, ...]:
    """Return ``qr/eit.png`` and ``qr/eit.svg``; nothing without the survey's link."""
    code = _code(campaign)
    if code is None:
        return ()
    svg = io.BytesIO()
    code.save(svg, kind="svg", border=_QUIET_ZONE, light="#fff", omitsize=True, svgclass=None)
    return (
        Document("public/qr/eit.png", _as_png(code), "public"),
        Document("public/qr/eit.svg", svg.getvalue(), "public"),
    )


def eit_png(campaign: Campaign) -> bytes:
    """Return the code as a picture; b"" without the survey's link."""
    code = _code(campaign)
    return b"" if code is None else _as_png(code)


def _code(campaign: Campaign) -> segno.QRCode | None:
    address = web_address(campaign.eit_url)
    if not address:
        return None
    return segno.make_qr(address, error=_ERROR_CORRECTION, boost_error=False)


def _as_png(code: segno.QRCode) -> bytes:
    png = io.BytesIO()
    code.save(png, kind="png", scale=_DOTS_PER_MODULE, border=_QUIET_ZONE)
    return png.getvalue()
