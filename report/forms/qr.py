"""A link as a QR code: a drawing without a fixed size, with the quiet zone that readers need."""

from __future__ import annotations

import io

import segno

_QUIET_ZONE = 4  # modules, ISO/IEC 18004 §9.1
_DOTS_PER_MODULE = 12


def qr_svg(link: str) -> str:
    """Return an SVG element to stand in a page."""
    return str(_code(link).svg_inline(border=_QUIET_ZONE, omitsize=True, light="white"))


def qr_file(link: str) -> bytes:
    """Return an SVG file, for whoever lays out something of their own."""
    drawing = io.BytesIO()
    _code(link).save(drawing, kind="svg", border=_QUIET_ZONE, scale=8, light="white")
    return drawing.getvalue()


def qr_png(link: str) -> bytes:
    """Return a PNG for documents: black on white, sharp in print up to 8 centimetres."""
    drawing = io.BytesIO()
    _code(link).save(drawing, kind="png", border=_QUIET_ZONE, scale=_DOTS_PER_MODULE)
    return drawing.getvalue()


def _code(link: str) -> segno.QRCode:
    return segno.make_qr(link, error="m")
